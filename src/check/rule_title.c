/* SPDX-License-Identifier: MIT */
/* Rules about typed titles, leads and captions: kind and format by their words.
 * English and Japanese have words here; other languages are silent. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"
#include "language/tokens.h"
#include "model/read.h"

/* Words and the kinds or formats that they agree with, as a list. */
struct phrase {
	const char *words;
	const char *allowed;
};

static const struct phrase kinds_en[] = {
    {"courtesy call", "courtesyCall"},
    {"strategic dialogue", "strategicDialogue"},
    {"2+2", "twoPlusTwo"},
    {"summit meeting", "summit multilateral informal"},
    {"summit talk", "summit multilateral informal"},
    {"summit telephone", "summit multilateral informal"},
    {"summit video", "summit multilateral informal"},
    {"summit working", "summit multilateral informal"},
    {"foreign ministers meeting",
	"foreignMinisters multilateral informal strategicDialogue visit other"},
    {"foreign ministers talk",
	"foreignMinisters multilateral informal strategicDialogue visit other"},
    {"foreign ministers telephone",
	"foreignMinisters multilateral informal strategicDialogue other"},
    {"foreign ministers video",
	"foreignMinisters multilateral informal strategicDialogue other"},
    {"vice ministers",
	"viceMinisters strategicDialogue multilateral informal "
	"visit other officials"},
    {NULL, NULL},
};

static const struct phrase kinds_ja[] = {
    {"首脳会談", "summit multilateral informal"},
    {"外相会談", "foreignMinisters multilateral informal"},
    {"戦略対話", "strategicDialogue"},
    {"表敬", "courtesyCall"},
    {NULL, NULL},
};

static const struct phrase formats_en[] = {
    {"telephone talk", "telephone"},
    {"telephone talks", "telephone"},
    {"telephone call", "telephone"},
    {"telephone conversation", "telephone"},
    {"telephone conference", "telephone"},
    {"telephone meeting", "telephone"},
    {"phone call", "telephone"},
    {"by telephone", "telephone"},
    {"video conference", "video hybrid"},
    {"videoconference", "video hybrid"},
    {"video call", "video hybrid"},
    {"video talk", "video hybrid"},
    {"video meeting", "video hybrid"},
    {"by video", "video hybrid"},
    {"breakfast", "breakfast workingBreakfast"},
    {"lunch", "lunch workingLunch"},
    {"luncheon", "lunch workingLunch"},
    {"dinner", "dinner workingDinner"},
    {NULL, NULL},
};

static const struct phrase formats_ja[] = {
    {"電話会談", "telephone"},
    {"テレビ会談", "video hybrid"},
    {"朝食会", "breakfast workingBreakfast"},
    {"昼食会", "lunch workingLunch"},
    {"夕食会", "dinner workingDinner"},
    {NULL, NULL},
};

/* What a lead says of the meeting itself begins so. */
static const struct phrase lead_formats_en[] = {
    {"held a telephone", "telephone"},
    {"had a telephone", "telephone"},
    {"spoke by telephone", "telephone"},
    {"held a video", "video hybrid"},
    {"had a video", "video hybrid"},
    {"held a working lunch", "lunch workingLunch"},
    {"held a working breakfast", "breakfast workingBreakfast"},
    {"held a working dinner", "dinner workingDinner"},
    {"had a working lunch", "lunch workingLunch"},
    {"had a working breakfast", "breakfast workingBreakfast"},
    {"had a working dinner", "dinner workingDinner"},
    {NULL, NULL},
};

static const struct phrase lead_kinds_en[] = {
    {"held a summit meeting", "summit multilateral informal"},
    {"held a foreign ministers meeting",
	"foreignMinisters multilateral informal strategicDialogue"},
    {"held a strategic dialogue", "strategicDialogue"},
    {"received a courtesy call", "courtesyCall visit"},
    {"paid a courtesy call", "courtesyCall visit"},
    {NULL, NULL},
};

/* A caption may speak of a lunch or a dinner beside the meeting, but of no call
 * that was none. */
static const struct phrase caption_formats_en[] = {
    {"telephone talk", "telephone"},
    {"telephone meeting", "telephone"},
    {"telephone conversation", "telephone"},
    {"video conference", "video hybrid"},
    {"video meeting", "video hybrid"},
    {NULL, NULL},
};

/* One text at work. */
struct reading {
	struct dd_checker *checker;
	const struct dd_prose *prose;
	struct dd_tokens tokens;
	bool japanese;
};

/* A place in a text, in bytes; empty where nothing was found. */
struct hit {
	size_t from, to;
};

/* True where no more than a space, a hyphen or an apostrophe parts two words:
 * "Ministers’ Meeting". */
static bool
is_close(const struct dd_tokens *tokens, size_t at)
{
	size_t from = tokens->at[at].to, len = tokens->at[at + 1].from - from;

	return strcspn(tokens->text + from, ".,:;()/\"") >= len;
}

static bool
matches(
    const struct dd_tokens *tokens, size_t at, const struct dd_tokens *words)
{
	for (size_t i = 0; i < words->count; i++) {
		if (at + i >= tokens->count ||
		    strcmp(tokens->at[at + i].folded, words->at[i].folded) != 0)
			return false;
		if (i > 0 && !is_close(tokens, at + i - 1))
			return false;
	}
	return words->count > 0;
}

/* "Vice Foreign Ministers’ Meeting" is none of foreign ministers, and what
 * stands behind "margins" is another event. */
static bool
is_of_others(const struct dd_tokens *tokens, size_t at)
{
	static const char *const words[] = {"vice", "deputy", "margins",
	    "sidelines", "occasion", "after", "before", "following", "next"};

	for (size_t i = 0; i < at; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (strcmp(tokens->at[i].folded, words[k]) == 0)
				return true;
	return false;
}

/* In a lead the verb says what was held; "having held" says it of another day,
 * and "shortly after 4:05" nothing of the event. */
static bool
is_of_another(const struct reading *r, size_t at)
{
	return r->prose->kind != DD_PROSE_LEAD ? is_of_others(&r->tokens, at)
					       : at > 0 &&
		(dd_ascii_is(r->tokens.at[at - 1].folded, "having") ||
		    dd_ascii_is(r->tokens.at[at - 1].folded, "had") ||
		    dd_ascii_is(r->tokens.at[at - 1].folded, "who"));
}

static struct hit
find_words(const struct reading *r, const char *phrase)
{
	struct dd_tokens words;

	if (r->japanese) {
		const char *at = strstr(r->prose->text, phrase);
		size_t from = at ? (size_t)(at - r->prose->text) : 0;

		return (struct hit){from, at ? from + strlen(phrase) : 0};
	}
	words = dd_tokens_of(&r->checker->arena, phrase);
	for (size_t i = 0; i < r->tokens.count; i++)
		if (matches(&r->tokens, i, &words) && !is_of_another(r, i))
			return (struct hit){r->tokens.at[i].from,
			    r->tokens.at[i + words.count - 1].to};
	return (struct hit){0, 0};
}

/* --- against the facts --------------------------------------------------- */

/* A meal may have been one session of a longer meeting. */
static bool
has_session(const struct dd_summary *s, const char *kinds)
{
	for (const struct dd_session *e = s->sessions; e; e = e->next)
		if (e->kind && dd_ascii_lists(kinds, e->kind))
			return true;
	return false;
}

/* True where the words are of a call, and the format of a meeting for which no
 * place is stated: the format is wrong and not the words, and that is told. */
static bool
is_told(const struct dd_summary *s, const char *allowed)
{
	return (dd_ascii_lists(allowed, "telephone") ||
		   dd_ascii_lists(allowed, "video")) &&
	    s->format && !dd_ascii_lists("telephone video", s->format) &&
	    !dd_summary_has_place(s);
}

static const char *
name_text(enum dd_prose_kind kind)
{
	return kind == DD_PROSE_LEAD   ? N_("lead")
	    : kind == DD_PROSE_CAPTION ? N_("caption")
				       : N_("title");
}

static void
report_hit(const struct reading *r, enum dd_id id, struct hit hit,
    const char *attr, const char *value)
{
	const xmlAttr *found = dd_node_attr(r->checker->summary->meeting, attr);
	struct dd_diagnostic *diagnostic =
	    dd_check_report(r->checker, id, r->prose, hit.from, hit.to,
		"`%.*s` stands in the %s, and the %s of the meeting is `%s`; "
		"correct one of them.",
		(int)(hit.to - hit.from), r->prose->text + hit.from,
		dd_sink_say(r->checker->sink, name_text(r->prose->kind)), attr,
		value);

	if (found)
		dd_report_related(r->checker->sink, diagnostic,
		    dd_locate_value(r->checker->tree, found),
		    "the %s stands here", attr);
}

/* Returns true where some phrase spoke of it, rightly or not. */
static bool
check_phrases(const struct reading *r, enum dd_id id,
    const struct phrase *phrases, const char *attr, const char *value)
{
	for (const struct phrase *p = phrases; value && p->words; p++) {
		struct hit hit = find_words(r, p->words);

		if (hit.to == 0)
			continue;
		if (!is_told(r->checker->summary, p->allowed) &&
		    !dd_ascii_lists(p->allowed, value) &&
		    !has_session(r->checker->summary, p->allowed))
			report_hit(r, id, hit, attr, value);
		return true;
	}
	return false;
}

/* A call that the text calls a meeting, and not also a call. Where a place is
 * stated too, the format is wrong and not the text: that is told already. */
static void
check_call(const struct reading *r, const char *format, const char *meeting)
{
	static const char *const words[] = {"telephone", "phone", "call",
	    "calls", "talk", "talks", "video", "videoconference", "conference",
	    "conversation", "online", "virtual", "remote"};

	if (r->japanese || !dd_ascii_lists("telephone video", format) ||
	    dd_summary_has_place(r->checker->summary))
		return;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (find_words(r, words[i]).to > 0)
			return;
	if (find_words(r, meeting).to > 0)
		report_hit(r, DD_ID_TITLE_FORMAT, find_words(r, meeting),
		    "format", format);
}

static void
check_title(const struct reading *r)
{
	const struct dd_summary *s = r->checker->summary;

	check_phrases(r, DD_ID_TITLE_KIND, r->japanese ? kinds_ja : kinds_en,
	    "kind", s->kind);
	if (!check_phrases(r, DD_ID_TITLE_FORMAT,
		r->japanese ? formats_ja : formats_en, "format", s->format) &&
	    s->format)
		check_call(r, s->format, "meeting");
}

static void
check_lead(const struct reading *r)
{
	const struct dd_summary *s = r->checker->summary;

	if (r->japanese)
		return;
	check_phrases(r, DD_ID_TITLE_KIND, lead_kinds_en, "kind", s->kind);
	if (!check_phrases(
		r, DD_ID_TITLE_FORMAT, lead_formats_en, "format", s->format) &&
	    s->format)
		check_call(r, s->format, "held a meeting");
}

/* A caption that names the event otherwise than the facts do. */
static void
check_caption(const struct reading *r)
{
	const struct dd_summary *s = r->checker->summary;

	check_phrases(r, DD_ID_TITLE_KIND, r->japanese ? kinds_ja : kinds_en,
	    "kind", s->kind);
	if (!r->japanese)
		check_phrases(r, DD_ID_TITLE_FORMAT, caption_formats_en,
		    "format", s->format);
}

static void
check_text(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct reading reading = {
	    .checker = checker,
	    .prose = prose,
	    .japanese = dd_look_speaks(checker, "ja"),
	};
	bool title = prose->kind == DD_PROSE_TITLE &&
	    dd_node_is(prose->node->parent, "head");

	if ((!title && prose->kind != DD_PROSE_LEAD &&
		prose->kind != DD_PROSE_CAPTION) ||
	    (!reading.japanese && !dd_look_speaks(checker, "en")))
		return;
	reading.tokens =
	    dd_tokens_read(&checker->arena, prose->text, prose->len);
	if (title)
		check_title(&reading);
	else if (prose->kind == DD_PROSE_LEAD)
		check_lead(&reading);
	else
		check_caption(&reading);
}

const struct dd_rule dd_rules_title[] = {
    {.ids = DD_IDS(DD_ID_TITLE_FORMAT, DD_ID_TITLE_KIND), .text = check_text},
    {0},
};
