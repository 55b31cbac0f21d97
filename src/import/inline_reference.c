/* SPDX-License-Identifier: MIT */
/* Other meetings, documents and resolutions that sentences speak of. */
#include <string.h>
#include "base/ascii.h"
#include "import/inline_internal.h"
#include "import/tree.h"
#include "language/read_time.h"

/* A meeting, document or agreement with a day. */
struct dd_found_reference {
	const char *id, *kind, *date, *title;
	struct dd_found_reference *next;
};

/* What other meetings are called. */
#define MEETING                                                                  \
	"(?<title>\\b(?:(?>bilateral|[Tt]rilateral|[Ss]ummit|[Ll]eaders['’]?|" \
	"[Ff]oreign|[Dd]efen[cs]e|[Mm]inister(?:s|ial)?(?:['’]s?)?|"           \
	"[Tt]elephone|[Vv]ideo|[Aa]nnual|\\p{Lu}[\\p{L}-]*|first|second|"        \
	"third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|previous|last|"     \
	"latest|next) ){0,8}(?:(?:round|session) of )?(?:(?:[Ss]trategic|"       \
	"[Pp]olicy|[Pp]olitical) )?(?:[Mm]eeting|[Tt]alks?|[Dd]ialogue|"         \
	"[Cc]all|[Ss]ummit|[Cc]onversation|[Cc]onsultations))"
#define HELD                                                                   \
	" (?:(?:which was |that was )?held )?(?:(?:in|at) \\p{Lu}[\\p{L}-]* "  \
	")?"
/* Names of papers: capitals, and small words between them. */
#define WORDS "(?:\\p{Lu}[\\p{L}'’-]*|of|on|for|the|and|between)"
#define NAMED(nouns)                                                           \
	"(?<title>\\b(?:\\p{Lu}[\\p{L}'’-]* (?:of )?){0,8}(?:" nouns           \
	")(?: " WORDS "){0,14}?) (?:(?:which was |that was "                   \
	")?(?:signed|issued|adopted|concluded|"                                \
	"published) )?(?:(?:in|at) \\p{Lu}[\\p{L}-]* )?(?:on|of|dated) $"

/* What may stand in front of a date. */
static const struct {
	const char *pattern, *kind;
	bool month; /* a month alone will do */
} dated[] = {
    {MEETING HELD "(?:on|of) $", "meeting", false},
    {MEETING HELD "(?:in|of) $", "meeting", true},
    {NAMED("Declaration|Statement|Communiqu[eé]|Report|Plan|Roadmap"),
	"document", false},
    {NAMED("Agreement|Treaty|Convention|Protocol|Memorandum|Arrangement"),
	"agreement", false},
};

bool
dd_reference_dated(struct dd_talk *talk, const char *text, size_t from,
    const struct dd_typed *date, struct dd_find *ret_find)
{
	struct dd_date day = dd_inline_date(talk, date);
	struct dd_extent match, title;
	char iso[16];

	if (date->kind != DD_TYPED_DATE || day.year == 0 ||
	    (day.day == 0 && date->year == 0) ||
	    (day.day != 0 && dd_date_compare(day, talk->date) == 0))
		return false;
	for (size_t i = 0; i < sizeof dated / sizeof *dated; i++) {
		if (dated[i].month != (day.day == 0) ||
		    !dd_find(talk->finder, dated[i].pattern, text,
			date->at.start, from, &match) ||
		    !dd_find_group(
			talk->finder, dated[i].pattern, "title", &title))
			continue;
		*ret_find = (struct dd_find){
		    .at = {match.from, date->at.end},
		    .element = "ref",
		    .kind = dated[i].kind,
		    .confidence = date->year != 0 ? DD_CERTAIN : DD_LIKELY,
		};
		if (day.day == 0)
			return true;
		dd_date_iso(day, iso);
		ret_find->attr = "date";
		ret_find->value = dd_arena_dup(talk->arena, iso);
		/* "The meeting" alone is no title. */
		if (memchr(text + title.from, ' ', title.to - title.from))
			ret_find->title = title;
		return true;
	}
	return false;
}

/* "the summit meeting on the previous day" */
static bool
find_day_before(struct dd_talk *talk, const char *text, size_t len, size_t from,
    struct dd_find *find)
{
	static const char pattern[] = MEETING HELD
	    "(?:on |of )?(?:the previous day|the day before|yesterday)\\b";
	struct dd_extent match;
	char iso[16];

	if (talk->date.year == 0 ||
	    !dd_find(talk->finder, pattern, text, len, from, &match))
		return false;
	dd_date_iso(dd_date_of_days(dd_date_days(talk->date) - 1), iso);
	*find = (struct dd_find){
	    .at = match,
	    .element = "ref",
	    .kind = "meeting",
	    .attr = "date",
	    .value = dd_arena_dup(talk->arena, iso),
	    .confidence = DD_LIKELY,
	};
	dd_find_group(talk->finder, pattern, "title", &find->title);
	if (!memchr(text + find->title.from, ' ',
		find->title.to - find->title.from))
		find->title.to = find->title.from;
	return true;
}

/* "the telephone talk last month": it has no day. */
static bool
find_undated(struct dd_talk *talk, const char *text, size_t len, size_t from,
    struct dd_find *find)
{
	static const char pattern[] = MEETING HELD
	    "(?:in )?(?:last (?:week|month|year|spring|summer|autumn|winter)|"
	    "earlier this (?:week|month|year))\\b";

	*find = (struct dd_find){.element = "ref", .kind = "meeting"};
	return dd_find(talk->finder, pattern, text, len, from, &find->at);
}

/* "Security Council resolution 2397", "General Assembly resolution 81/14" */
static bool
find_resolution(struct dd_talk *talk, const char *text, size_t len, size_t from,
    struct dd_find *find)
{
	static const char pattern[] =
	    "(?:(?:UN|U\\.N\\.|United Nations) )?(?:(?:Security Council|"
	    "General Assembly|UNSC) )?\\b[Rr]esolutions? (?:No\\. ?)?"
	    "(?<number>\\d{1,4}/(?:RES/)?\\d{1,4}|\\d{3,4})\\b";
	struct dd_extent number;

	*find = (struct dd_find){
	    .element = "ref",
	    .kind = "resolution",
	    .attr = "number",
	};
	if (!dd_find(talk->finder, pattern, text, len, from, &find->at) ||
	    !dd_find_group(talk->finder, pattern, "number", &number))
		return false;
	find->value = dd_arena_ndup(
	    talk->arena, text + number.from, number.to - number.from);
	return true;
}

bool
dd_reference_next(struct dd_talk *talk, const char *text, size_t len,
    size_t from, bool other_days, struct dd_find *ret_find)
{
	struct dd_find found[3];
	bool has[3] = {
	    !other_days && find_day_before(talk, text, len, from, &found[0]),
	    find_undated(talk, text, len, from, &found[1]),
	    find_resolution(talk, text, len, from, &found[2]),
	};
	bool any = false;

	for (size_t i = 0; i < sizeof has / sizeof *has; i++)
		if (has[i] && (!any || found[i].at.from < ret_find->at.from)) {
			*ret_find = found[i];
			any = true;
		}
	return any;
}

/* --- at the end of the document ------------------------------------------- */

static const char *
make_id(struct dd_talk *talk, const char *kind, const char *date)
{
	const char *id = dd_arena_printf(talk->arena, "%s-%s", kind, date);
	size_t same = 1;

	for (const struct dd_found_reference *r = talk->references; r;
	     r = r->next)
		same +=
		    strcmp(r->kind, kind) == 0 && strcmp(r->date, date) == 0;
	return same > 1 ? dd_arena_printf(talk->arena, "%s-%zu", id, same) : id;
}

const char *
dd_reference_target(
    struct dd_talk *talk, const char *text, const struct dd_find *find)
{
	struct dd_found_reference **end = &talk->references;
	char *title = dd_arena_ndup(talk->arena, text + find->title.from,
	    find->title.to - find->title.from);
	const char *id;

	*title = dd_ascii_upper(*title);
	for (; *end; end = &(*end)->next)
		if (strcmp((*end)->kind, find->kind) == 0 &&
		    strcmp((*end)->date, find->value) == 0 &&
		    strcmp((*end)->title, title) == 0)
			return (*end)->id;
	id = make_id(talk, find->kind, find->value);
	*end = dd_arena_alloc(talk->arena, sizeof **end);
	**end = (struct dd_found_reference){
	    .id = id,
	    .kind = find->kind,
	    .date = find->value,
	    .title = title,
	};
	return id;
}

void
dd_reference_write(const struct dd_talk *talk, xmlNode *root)
{
	for (const struct dd_found_reference *r = talk->references; r;
	     r = r->next) {
		xmlNode *node = dd_tree_add_text(root, "reference", r->title);

		dd_tree_set(node, "id", r->id);
		dd_tree_set(node, "kind", r->kind);
		dd_tree_set(node, "date", r->date);
	}
}
