/* SPDX-License-Identifier: MIT */
/* What kind of meeting it was, at which level and in which form. */
#include <string.h>
#include "base/ascii.h"
#include "import/body.h"
#include "import/lead.h"

enum { REMOTE = 2 }; /* rows of formats, the first ones */

struct row {
	const char *pattern, *value;
};

static const struct row formats[] = {
    {"(?i)(?<!courtesy )\\bcalls? (?:with|between|to|from)\\b|"
     "\\b(?:tele)?phone (?:talk|call|conversation|conference)|\\bby "
     "(?:tele)?"
     "phone\\b|\\bspoke (?:by phone|on the phone|over the "
     "phone)|電話(?:会談|協議|首脳会談|外相会談)|首脳電話|外相電話",
	"telephone"},
    {"(?i)\\bvideo[- ]?(?:conference|call|talk|link|teleconference)|\\bvirtual"
     "(?:ly)?\\b|テレビ(?:会[議談]|首脳会談|外相会談)|オンライン|(?:首脳|外相)"
     "テレビ",
	"video"},
    /* REMOTE of them are in front of the meals. */
    {"(?i)\\b(?:working )?breakfast\\b|朝食", "breakfast"},
    {"(?i)\\b(?:working |official )?lunch(?:eon)?\\b|昼食|ランチ", "lunch"},
    {"(?i)\\b(?:working |official )?dinner\\b|夕食|ディナー|晩餐", "dinner"},
    {"(?i)\\breception\\b|レセプション", "reception"},
};

static const struct row kinds[] = {
    {"(?i)\\bcourtesy call\\b|表敬", "courtesyCall"},
    {"(?i)\\bstrategic dialogue\\b|戦略的?対話", "strategicDialogue"},
    {"(?i)\\b2\\s*\\+\\s*2\\b|\\btwo[- ]plus[- ]two\\b|[２2][＋+][２2]",
	"twoPlusTwo"},
    {"(?i)\\b(?:trilateral|quadrilateral|multilateral)\\b|三国|三か国|三者|["
     "三四]首脳|日米豪印",
	"multilateral"},
    {"(?i)\\bsummit (?:meeting|telephone "
     "talk|talk)\\b|\\bsummit\\b|首脳(?:電話|テレビ|昼食|夕食)?会談",
	"summit"},
    {"(?i)\\bvice[- ]ministers?['’]?(?:ial)? "
     "(?:meeting|consultations?|talks?)|次官級?協議|次官級",
	"viceMinisters"},
    {"(?i)\\b(?:director-general|officials?['’]?|working)[- ]level\\b"
     "|局長級|局長協議|実務者",
	"officials"},
    {"(?i)\\b(?:standing|informal|brief|short) "
     "(?:talk|conversation|meeting)s?\\b|立ち話|短時間、?(?:会談|懇談)",
	"informal"},
    {"(?i)\\bforeign ministers?['’]?s?['’]? (?:\\w+ "
     ")?(?:meeting|talk|telephone|"
     "call|conference|lunch|working)|外相(?:電話|テレビ|昼食|夕食|間の)?(?:"
     "会談|協議|ワーキング|立ち話)",
	"foreignMinisters"},
};

static const struct row levels[] = {
    {"(?i)\\b(?:prime minister|president|chancellor|king|emperor|taoiseach)\\b|"
     "総理大臣|大統領|(?<!副)首相|国王|女王",
	"leaders"},
    {"(?i)\\b(?:state minister|minister of state|parliamentary "
     "(?:vice-)?minister)|副大臣|大臣政務官",
	"stateMinisters"},
    {"(?i)\\b(?:vice[- ]minister|permanent secretary|state secretary|deputy "
     "minister|under[- ]?secretary)\\b|次官|外務審議官",
	"viceMinisters"},
    {"(?i)\\b(?:minister|secretary of state|foreign secretary|secretary "
     "for|high "
     "representative|secretary-general)\\b|大臣|外相|長官|上級代表|事務総長|"
     "副首相",
	"ministers"},
    {"(?i)\\bambassador\\b|大使", "ambassador"},
    {"(?i)\\bdirector\\b|局長", "officials"},
};

static const char *
find_row(struct dd_lead *lead, const struct row *list, size_t count,
    const char *text, size_t len, struct dd_extent *match)
{
	for (size_t i = 0; text && i < count; i++)
		if (dd_find(lead->finder, list[i].pattern, text, len, 0, match))
			return list[i].value;
	return NULL;
}

/* The lead without what other facts account for: an event is no kind. */
static const char *
copy_unused(const struct dd_lead *lead)
{
	char *copy = dd_arena_ndup(lead->arena, lead->text, lead->len);

	for (size_t i = 0; i < lead->len; i++)
		if (lead->used[i])
			copy[i] = '\n';
	return copy;
}

/* By the title, or else by the lead. NULL: neither says it. Where they differ and
 * `ask` says so, an editor must look. */
static const char *
find_value(struct dd_lead *lead, const struct row *list, size_t count,
    const char *title, const char *name, const char *ask)
{
	struct dd_extent match = {0}, in_title;
	const char *said =
	    find_row(lead, list, count, copy_unused(lead), lead->len, &match);
	const char *titled = find_row(
	    lead, list, count, title, title ? strlen(title) : 0, &in_title);
	const char *value = titled ? titled : said;
	bool differ = titled && said && strcmp(titled, said) != 0;

	if (ask && differ) {
		dd_lead_ask(lead, match, ask);
		lead->doubted = true;
	}
	if (value)
		dd_lead_fact(lead, name, value, differ ? DD_LIKELY : DD_CERTAIN,
		    titled ? "title/kind" : "lead/kind",
		    titled ? (struct dd_extent){0} : match);
	return value;
}

/* True where some were on a screen: the others were in the room. */
static bool
has_remote(const struct dd_lead *lead)
{
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->remote)
				return true;
	return false;
}

static bool
has_word(
    struct dd_lead *lead, const char *pattern, const char *text, size_t len)
{
	struct dd_extent match;

	return dd_find(lead->finder, pattern, text, len, 0, &match);
}

/* True where a meal was only a part, or came after a meeting: the title does not
 * name it, and another sentence than the first does. */
static bool
has_other_meals(struct dd_lead *lead, const char *title)
{
	static const char meal[] =
	    "(?i)\\b(?:breakfast|lunch(?:eon)?|dinner)\\b";
	static const char meeting[] = "(?i)\\b(?:meeting|talks)\\b";
	size_t end = dd_sentence_end(lead->text, lead->len, 0);

	return lead->sessions ||
	    (has_word(lead, meeting, lead->text, end) &&
		!has_word(lead, meal, lead->text, end) &&
		!(title && has_word(lead, meal, title, strlen(title))));
}

static void
read_format(struct dd_lead *lead, const char *title)
{
	static const char spoke[] = "\\b(?:spoke|talked|speaks)\\b";
	enum dd_confidence confidence = DD_LIKELY;
	struct dd_extent match;

	size_t count = has_other_meals(lead, title)
	    ? REMOTE
	    : sizeof formats / sizeof *formats;

	lead->format = find_value(lead, formats, count, title,
	    "meeting/@format", "the title names another form of meeting");
	if (has_remote(lead))
		lead->format = "hybrid";
	if (lead->format)
		return;
	if (dd_find(lead->finder, spoke, lead->text, lead->len, 0, &match)) {
		dd_lead_ask(lead, match,
		    "it is not said whether they met or spoke by telephone");
		confidence = DD_GUESS;
	}
	lead->format = "inPerson";
	dd_lead_fact(lead, "meeting/@format", lead->format, confidence,
	    "lead/kind", (struct dd_extent){0});
}

/* --- levels --------------------------------------------------------------- */

static const char *
get_level(struct dd_lead *lead, const struct dd_found_party *party)
{
	struct dd_extent match;

	for (const struct dd_found_person *q = party->persons; q; q = q->next) {
		const char *office = q->offices ? q->offices->title : NULL;
		const char *level =
		    find_row(lead, levels, sizeof levels / sizeof *levels,
			office, office ? strlen(office) : 0, &match);

		if (level && !q->attendee)
			return level;
	}
	return NULL;
}

/* That of the own side; of a courtesy call that of whoever paid it. */
static const char *
find_level(struct dd_lead *lead)
{
	bool by_others = lead->received && strcmp(lead->received, "own") == 0;

	for (int pass = 0; pass < 2; pass++)
		for (const struct dd_found_party *p = lead->parties; p;
		     p = p->next) {
			const char *level = get_level(lead, p);

			if (level && (pass == 1 || p->own != by_others))
				return level;
		}
	return "ministers";
}

/* --- kinds ---------------------------------------------------------------- */

/* True where someone of every side is a foreign minister, as far as it is
 * said. */
static bool
are_foreign_ministers(struct dd_lead *lead)
{
	static const char foreign[] =
	    "(?i)\\b(?:foreign|external|high representative|secretary of "
	    "state)\\b|外務|外交|外相|国務長官";
	struct dd_extent match;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next) {
		bool any = false;

		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			any = any || !q->offices;
			for (const struct dd_found_office *o = q->offices; o;
			     o = o->next)
				any = any ||
				    dd_find(lead->finder, foreign, o->title,
					strlen(o->title), 0, &match);
		}
		if (!any)
			return false;
	}
	return true;
}

static size_t
count_parties(const struct dd_lead *lead)
{
	size_t count = 0;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		count += !p->host;
	return count;
}

static const char *
get_usual_kind(struct dd_lead *lead)
{
	if (strcmp(lead->level, "leaders") == 0)
		return "summit";
	if (strcmp(lead->level, "ministers") == 0)
		return count_parties(lead) > 1 && are_foreign_ministers(lead)
		    ? "foreignMinisters"
		    : "other";
	if (dd_ascii_lists(" viceMinisters officials ", lead->level))
		return lead->level;
	return "other";
}

/* Who received a courtesy call: by the verb and its subject. */
static void
read_received(struct dd_lead *lead)
{
	static const char received[] =
	    "\\b(?<by>received|was paid|hosted|paid|made)\\b[^.]{0,60}"
	    "\\bcourtesy call\\b";
	const struct dd_found_party *subject = NULL;
	size_t first = lead->len;
	struct dd_extent match, by = {0};
	bool paid;

	if (lead->received)
		return;
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->at.from < first) {
				first = q->at.from;
				subject = p;
			}
	lead->received = "own";
	if (!dd_find(
		lead->finder, received, lead->text, lead->len, 0, &match) ||
	    !dd_find_group(lead->finder, received, "by", &by)) {
		dd_lead_fact(lead, "meeting/@received", "own", DD_LIKELY,
		    "lead/kind", (struct dd_extent){0});
		return;
	}
	paid = strchr("pm", lead->text[by.from]) != NULL;
	if (subject && subject->own == paid)
		lead->received = "counterpart";
	dd_lead_fact(lead, "meeting/@received", lead->received, DD_CERTAIN,
	    "lead/kind", by);
}

void
dd_lead_read_kind(struct dd_lead *lead, const char *title)
{
	read_format(lead, title);
	lead->kind = find_value(lead, kinds, sizeof kinds / sizeof *kinds,
	    title, "meeting/@kind", NULL);
	if (lead->kind && strcmp(lead->kind, "courtesyCall") == 0)
		read_received(lead);
	lead->level = find_level(lead);
	if (!lead->kind || strcmp(lead->kind, "foreignMinisters") == 0) {
		const char *usual = count_parties(lead) > 2
		    ? "multilateral"
		    : get_usual_kind(lead);

		if (!lead->kind || count_parties(lead) > 2) {
			lead->kind = usual;
			/* Nothing is usual where a side is not known. */
			dd_lead_fact(lead, "meeting/@kind", usual,
			    count_parties(lead) > 1 ? DD_LIKELY : DD_GUESS,
			    "lead/kind", (struct dd_extent){0});
		}
	}
}
