/* SPDX-License-Identifier: MIT */
/* Rules about who makes a statement, what it answers, and its own words. */
#include "language/act.h"
#include "check/look.h"
#include "check/speaker.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"

/* --- joint acts ---------------------------------------------------------- */

/* Acts that one side cannot do alone. An answer may agree alone. */
static bool
is_joint(const xmlNode *statement)
{
	static const char *const acts[] = {
	    "agree", "exchangeViews", "shareView"};
	const char *act = dd_node_value(statement, "act");

	for (size_t i = 0; act && i < sizeof acts / sizeof *acts; i++)
		if (strcmp(act, acts[i]) == 0)
			return !dd_node_attr(statement, "inReplyTo");
	return false;
}

/* Bytes of an opening such as "The two sides", or 0. */
static size_t
measure_joint_opening(const char *text)
{
	static const char *const openings[] = {"Both sides ", "The two sides ",
	    "The two parties ", "Les deux parties ", "Les deux délégations ",
	    "双方は", "両者は", "양측은 "};

	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (strncmp(text, openings[i], strlen(openings[i])) == 0)
			return strlen(openings[i]);
	return 0;
}

/* A bloc can agree with itself, and a house can write about itself. */
static bool
is_alone(struct dd_checker *checker, const struct dd_speakers *speakers)
{
	const struct dd_party *parties = checker->summary->parties;

	return !speakers->unknown && !speakers->several &&
	    !speakers->side->organisation && parties && parties->next;
}

/* Where the verb names another act, that is the fault. */
static void
report_joint(struct dd_checker *checker, const struct dd_prose *prose,
    const struct dd_speakers *speakers)
{
	const xmlAttr *act = dd_node_attr(prose->node, "act");
	size_t start = strspn(prose->text, DD_ASCII_SPACES);
	size_t len = measure_joint_opening(prose->text + start);
	const char *side = speakers->side->name.shorter;
	struct dd_diagnostic *finding;
	struct dd_act_reading reading;

	if (!act || (!is_joint(prose->node) && len == 0) ||
	    dd_act_contradicts(prose, checker->summary->lang, &reading))
		return;
	finding = dd_report(checker->sink, DD_ID_STATEMENT_JOINT,
	    dd_locate_value(checker->tree, speakers->attr),
	    len > 0 ? N_("Only one side speaks here, %s, by `%s`, but the "
			 "sentence is about both; name the other side too.")
		    : N_("Only one side speaks here, %s, by `%s`, but the act "
			 "is one of several sides; name the other side too."),
	    side && *side ? side : dd_sink_say(checker->sink, "unnamed"),
	    dd_node_value(prose->node, "speaker"));
	if (len > 0)
		dd_report_related(checker->sink, finding,
		    dd_prose_locate(checker->tree, prose, start, start + len),
		    "the sentence names both sides");
	else
		dd_report_related(checker->sink, finding,
		    dd_locate_value(checker->tree, act),
		    "an act of several sides");
}

static void
check_joint(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct dd_speakers speakers;

	if (prose->kind != DD_PROSE_STATEMENT)
		return;
	speakers = dd_speakers_read(checker, prose->node);
	if (is_alone(checker, &speakers))
		report_joint(checker, prose, &speakers);
}

/* --- replies ------------------------------------------------------------- */

/* The sentence names another speaker, so the attribute is at fault. */
static bool
has_other_speaker(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct dd_act_reading reading;
	const struct dd_person *named =
	    dd_act_read(prose, checker->summary->lang, &reading)
	    ? dd_speakers_marked(checker, prose, &reading)
	    : NULL;

	return named && !dd_speakers_have(checker, prose->node, named);
}

/* One side that answers itself; others may speak in both statements. */
static bool
answers_itself(struct dd_checker *checker, const xmlNode *statement,
    const xmlNode *answered)
{
	struct dd_speakers a = dd_speakers_read(checker, statement);
	struct dd_speakers b = dd_speakers_read(checker, answered);

	return !a.unknown && !b.unknown && !a.several && !b.several &&
	    (a.whole ? a.side == b.side
		     : strcmp(dd_node_value(statement, "speaker"),
			   dd_node_value(answered, "speaker")) == 0);
}

static void
check_answered(struct dd_checker *checker, const struct dd_prose *prose,
    const struct dd_prose *first, bool is_later)
{
	const xmlNode *statement = prose->node, *answered = first->node;
	const xmlAttr *attr = dd_node_attr(statement, "inReplyTo");
	const char *id = dd_node_value(statement, "inReplyTo");
	struct dd_range range = dd_locate_value(checker->tree, attr);
	struct dd_diagnostic *finding;

	if (answered == statement) {
		dd_report(checker->sink, DD_ID_STATEMENT_REPLY, range,
		    "The statement `%s` answers itself; name the one that it "
		    "answers.",
		    id);
		return;
	}
	if (!is_later &&
	    (!answers_itself(checker, statement, answered) ||
		has_other_speaker(checker, prose) ||
		has_other_speaker(checker, first)))
		return;
	finding = dd_report(checker->sink, DD_ID_STATEMENT_REPLY, range,
	    is_later ? N_("This statement answers `%s`, which is made only "
			  "later; name an earlier one.")
		     : N_("This statement answers `%s`, which is of the same "
			  "speaker; name one of the other side."),
	    id);
	dd_report_related(checker->sink, finding,
	    dd_locate_name(checker->tree, answered), "what it answers");
}

/* Walks the statements in order; `seen` are those already passed. */
static void
check_replies_among(struct dd_checker *checker, const struct dd_table *all)
{
	struct dd_table seen;

	dd_table_init(&seen);
	for (const struct dd_prose *p = checker->prose; p; p = p->next) {
		const char *id = dd_node_value(p->node, "inReplyTo");
		const struct dd_prose *answered = dd_table_find(all, id);

		if (p->kind != DD_PROSE_STATEMENT)
			continue;
		if (answered)
			check_answered(
			    checker, p, answered, !dd_table_find(&seen, id));
		id = dd_node_value(p->node, "id");
		if (id)
			dd_table_add(&seen, id, (void *)p);
	}
	dd_table_release(&seen);
}

static void
check_reply(struct dd_checker *checker)
{
	struct dd_table all;

	dd_table_init(&all);
	for (const struct dd_prose *p = checker->prose; p; p = p->next) {
		const char *id = dd_node_value(p->node, "id");

		if (p->kind == DD_PROSE_STATEMENT && id)
			dd_table_add(&all, id, (void *)p);
	}
	check_replies_among(checker, &all);
	dd_table_release(&all);
}

/* --- quoted words -------------------------------------------------------- */

/* The mark that closes what this one opens, or 0. */
static uint32_t
find_closing(uint32_t open)
{
	switch (open) {
	case '"':
		return '"';
	case 0x201C:
		return 0x201D;
	case 0x201E:
		return 0x201C;
	case 0xAB:
		return 0xBB;
	case 0x300C:
		return 0x300D;
	default:
		return 0;
	}
}

/* Where the text behind the closing mark begins; 0 where there is none. */
static size_t
find_end_of_quote(const struct dd_prose *prose, size_t at, uint32_t closing)
{
	const char *end = prose->text + prose->len;
	size_t len;
	uint32_t cp;

	for (; (len = dd_utf8_decode(prose->text + at, end, &cp)) > 0;
	     at += len)
		if (cp == closing)
			return at + len;
	return 0;
}

/* Bytes of a text. */
struct span {
	size_t start, end;
};

/* The words between two marks, without the spaces that French puts there. */
static struct span
find_words(const struct dd_prose *prose, size_t from, size_t to)
{
	struct span words = {from, from};
	size_t len;
	uint32_t cp;

	for (size_t at = from; at < to; at += len) {
		len = dd_utf8_decode(prose->text + at, prose->text + to, &cp);
		if (len == 0)
			break;
		if (!dd_look_is_space(cp))
			words.end = at + len;
		else if (words.end == words.start)
			words.start = words.end = at + len;
	}
	return words;
}

/* Both marks are cut, or none: a stop on both sides of the second one would
 * stand twice. */
static void
mend_quoted(struct dd_checker *checker, struct dd_diagnostic *found,
    const struct dd_prose *prose, struct span quote, struct span words)
{
	const char *text = prose->text;

	if (words.start == words.end ||
	    (text[quote.end] == '.' && strchr(".!?", text[words.end - 1])) ||
	    !dd_check_can_mend(prose, quote.start, words.start) ||
	    !dd_check_can_mend(prose, words.end, quote.end))
		return;
	dd_check_mend(checker, found, prose, quote.start, words.start, "");
	dd_check_mend(checker, found, prose, words.end, quote.end, "");
}

/* The marks must stand around the whole: words in quotes may begin and end a
 * sentence. */
static void
check_quoted(struct dd_checker *checker, const struct dd_prose *prose)
{
	const char *quoted = dd_node_value(prose->node, "quoted");
	size_t start = strspn(prose->text, DD_ASCII_SPACES), len, end;
	struct dd_diagnostic *found;
	char mark[4];
	uint32_t cp;

	if (prose->kind != DD_PROSE_STATEMENT || !quoted ||
	    strcmp(quoted, "direct") != 0)
		return;
	len =
	    dd_utf8_decode(prose->text + start, prose->text + prose->len, &cp);
	if (len == 0 || !find_closing(cp))
		return;
	end = find_end_of_quote(prose, start + len, find_closing(cp));
	if (end == 0 ||
	    end + strspn(prose->text + end, DD_ASCII_SPACES ".") != prose->len)
		return;
	found = dd_check_report(checker, DD_ID_STATEMENT_QUOTED, prose, start,
	    end,
	    "`quoted=\"direct\"` prints quotation marks around this statement, "
	    "and these are typed; remove them.");
	mend_quoted(checker, found, prose, (struct span){start, end},
	    find_words(prose, start + len,
		end - dd_utf8_encode(find_closing(cp), mark)));
}

const struct dd_rule dd_rules_statement[] = {
    {.ids = DD_IDS(DD_ID_STATEMENT_JOINT), .text = check_joint},
    {.ids = DD_IDS(DD_ID_STATEMENT_QUOTED), .text = check_quoted},
    {.ids = DD_IDS(DD_ID_STATEMENT_REPLY), .document = check_reply},
    {0},
};
