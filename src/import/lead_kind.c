/* SPDX-License-Identifier: MIT */
/* What kind of meeting it was, at which level and in which form. */
#include <string.h>
#include "import/lead.h"

struct row {
	const char *pattern, *value;
};

static const struct row formats[] = {
    {"(?i)\\b(?:tele)?phone (?:talk|call|conversation|conference)|\\bby "
     "(?:tele)?"
     "phone\\b|\\bspoke (?:by phone|on the phone|over the phone)|電話会談",
	"telephone"},
    {"(?i)\\bvideo[- ]?(?:conference|call|talk|link|teleconference)|\\bvirtual"
     "(?:ly)?\\b|テレビ会[議談]|オンライン",
	"video"},
    {"(?i)\\b(?:working )?breakfast\\b|朝食", "breakfast"},
    {"(?i)\\b(?:working |official )?lunch(?:eon)?\\b|昼食|ワーキング・ランチ",
	"lunch"},
    {"(?i)\\b(?:working |official )?dinner\\b|夕食", "dinner"},
    {"(?i)\\breception\\b|レセプション", "reception"},
};

static const struct row kinds[] = {
    {"(?i)\\bcourtesy call\\b|表敬", "courtesyCall"},
    {"(?i)\\bstrategic dialogue\\b|戦略対話", "strategicDialogue"},
    {"(?i)\\b2\\s*\\+\\s*2\\b|\\btwo[- ]plus[- ]two\\b|「２＋２」",
	"twoPlusTwo"},
    {"(?i)\\b(?:trilateral|quadrilateral|multilateral)\\b", "multilateral"},
    {"(?i)\\bsummit (?:meeting|telephone talk|talk)\\b|\\bsummit\\b|首脳会談",
	"summit"},
    {"(?i)\\bvice[- ]ministers?['’]?(?:ial)? (?:meeting|consultations?|talks?)",
	"viceMinisters"},
    {"(?i)\\b(?:director-general|officials?['’]?|working)[- ]level\\b|"
     "\\bconsultations\\b",
	"officials"},
    {"(?i)\\b(?:standing|informal|brief|short) "
     "(?:talk|conversation|meeting)s?\\b",
	"informal"},
    {"(?i)\\bforeign ministers?['’]?s?['’]? (?:\\w+ "
     ")?(?:meeting|talk|telephone|"
     "call|conference|lunch|working)|外相会談|外相電話会談",
	"foreignMinisters"},
};

static const struct row levels[] = {
    {"(?i)\\b(?:prime minister|president|chancellor|king|emperor|taoiseach)\\b|"
     "総理大臣|大統領|首相",
	"leaders"},
    {"(?i)\\b(?:state minister|minister of state|parliamentary "
     "(?:vice-)?minister)",
	"stateMinisters"},
    {"(?i)\\b(?:vice[- ]minister|permanent secretary|state secretary|deputy "
     "minister|under[- ]?secretary)\\b",
	"viceMinisters"},
    {"(?i)\\b(?:minister|secretary of state|foreign secretary|secretary "
     "for|high "
     "representative|secretary-general)\\b|大臣|外相",
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

/* The title says it, or else the lead behind its verb. */
static const char *
find_value(struct dd_lead *lead, const struct row *list, size_t count,
    const char *title, const char *name, const char *otherwise)
{
	size_t at = lead->verb.to;
	struct dd_extent match = {0};
	const char *value = find_row(
	    lead, list, count, title, title ? strlen(title) : 0, &match);
	bool by_title = value != NULL;

	if (!value)
		value = find_row(
		    lead, list, count, lead->text + at, lead->len - at, &match);
	if (value && !by_title) {
		match.from += at;
		match.to += at;
		dd_lead_use(lead, match.from, match.to);
	} else {
		match = (struct dd_extent){0};
	}
	dd_lead_fact(lead, name, value ? value : otherwise,
	    value ? DD_CERTAIN : DD_LIKELY,
	    by_title ? "title/kind" : "lead/kind", match);
	return value ? value : otherwise;
}

/* The highest office of the first person decides where no word says it. */
static const char *
find_level(struct dd_lead *lead)
{
	struct dd_extent match;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			const char *office =
			    q->offices ? q->offices->title : NULL;
			const char *level = find_row(lead, levels,
			    sizeof levels / sizeof *levels, office,
			    office ? strlen(office) : 0, &match);

			if (level)
				return level;
		}
	return "ministers";
}

static const char *
get_usual_kind(const char *level)
{
	if (strcmp(level, "leaders") == 0)
		return "summit";
	if (strcmp(level, "ministers") == 0)
		return "foreignMinisters";
	return strcmp(level, "viceMinisters") == 0 ? "viceMinisters" : "other";
}

/* "a bilateral meeting with" and its like carry nothing but the kind. */
static void
use_phrase(struct dd_lead *lead)
{
	static const char phrase[] =
	    "(?i)(?<=\\bheld|\\bhad|\\bmade|\\bpaid|\\bconducted|\\breceived|"
	    "\\bhosted) (?:an?|the|his|her)? ?(?:\\p{L}+(?:['’]s?)? "
	    "){0,4}?(?:meeting|"
	    "talks?|call|conversation|conference|dialogue|consultations?|lunch|"
	    "luncheon|dinner|breakfast)\\b";
	struct dd_extent match;

	if (dd_find(lead->finder, phrase, lead->text, lead->len, 0, &match))
		dd_lead_use(lead, match.from, match.to);
}

void
dd_lead_read_kind(struct dd_lead *lead, const char *title)
{
	use_phrase(lead);
	lead->level = find_level(lead);
	lead->format =
	    find_value(lead, formats, sizeof formats / sizeof *formats, title,
		"meeting/@format", "inPerson");
	lead->kind = find_value(lead, kinds, sizeof kinds / sizeof *kinds,
	    title, "meeting/@kind", get_usual_kind(lead->level));
	if (strcmp(lead->kind, "courtesyCall") == 0)
		lead->received = "own";
}
