/* SPDX-License-Identifier: MIT */
/* Documents by the words behind their verb, decisions by their clause. */
#include "import/outcome.h"
#include <string.h>
#include "base/ascii.h"
#include "import/tree.h"
#include "language/read_time.h"

enum { TITLE_MAX = 160 };

/* What is signed or issued. */
#define DOCUMENT                                                                \
	"(?i:agreement|arrangement|charter|communiqu[eé]|contract|convention|" \
	"declaration|exchange of notes|framework|joint (?:vision|plan)|"        \
	"letter of intent|memorandum|memoranda|minutes|notes?|pact|plan|"       \
	"programme|program|protocol|record of discussions?|roadmap|statement|"  \
	"strategy|treaty|press release)s?\\b"
/* In front of it stand its adjectives. */
#define ADJECTIVES                                                             \
	"(?:(?!(?:no|not|any|neither|nor|off|on|of|in|to|up|with|for|that|"    \
	"which|about|and)\\b)[\\p{L}’'-]+ ){0,5}?"
#define ARTICLE "(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]wo|[Tt]hree) )?"
/* Words that do not belong to a title. */
#define STOP                                                                   \
	"(?: (?:and|or) (?:the|an?|to|\\p{Ll}+ed)\\b| "                        \
	"(?:which|that|who|whose|"                                             \
	"as|at|after|before|by|during|following|prior|through|under|upon|"     \
	"when|while|where|together|whereby|in the presence|in order|[io]n "    \
	"the (?:occasion|margins?|sidelines|course)|on behalf|with an? view|"  \
	"with the aim)\\b)"
#define TITLE "(?<title>" ADJECTIVES DOCUMENT "(?:(?!" STOP ")[^.,;:()“”\"])*)"
#define BEHIND "\\s*(?:$|[.,;(]|" STOP ")"

/* Verbs of documents. */
static const struct {
	const char *verb, *kind, *document;
} verbs[] = {
    {"signed", "signed", DOCUMENT},
    {"issued", "issued", DOCUMENT},
    {"adopted", "adopted", DOCUMENT},
    {"exchanged", "exchanged", "(?i:notes|instruments|letters)\\b"},
    {"announced", "announced", "(?i:plan|programme|program|initiative)\\b"},
};

/* True where the sentence names a day or a place that may be another one than
 * that of the meeting, or may belong to a title. */
static bool
is_open(struct dd_talk *talk, const char *text, size_t len)
{
	static const char pattern[] =
	    "\\b(?:[Ii]n|[Oo]n|[Ss]ince|[Oo]f|[Ll]ast|this|next) (?:early "
	    "|late "
	    "|mid-?)?(?:the )?(?:\\d{1,4}\\b|(?:January|February|March|April|"
	    "May|June|July|August|September|October|November|December|year|"
	    "month|week)\\b)|\\b(?:ago|already|earlier|previously|previous|"
	    "yesterday|tomorrow)\\b|\\b[Ll]ast "
	    "(?:year|month|week)\\b| (?:in|at) \\p{Lu}[\\p{L}-]*\\s*[.,]";
	struct dd_extent match;

	return dd_find(talk->finder, pattern, text, len, 0, &match);
}

/* The words of a title with a capital in front. */
static const char *
copy_title(struct dd_talk *talk, const char *text, struct dd_extent at)
{
	char *title;

	while (at.to > at.from && strchr(" .", text[at.to - 1]))
		at.to--;
	title = dd_arena_ndup(talk->arena, text + at.from, at.to - at.from);
	*title = dd_ascii_upper(*title);
	return title;
}

static struct dd_found_outcome *
add(struct dd_talk *talk, const struct dd_said *said, const char *kind,
    const char *text, struct dd_extent at)
{
	struct dd_found_outcome *outcome =
	    dd_arena_alloc(talk->arena, sizeof *outcome);
	struct dd_found_outcome **end = &talk->outcomes;
	size_t from = said->at.from;

	while (*end)
		end = &(*end)->next;
	*outcome = (struct dd_found_outcome){
	    .kind = kind,
	    .title = copy_title(talk, text, at),
	    .by = said->speakers,
	};
	*end = outcome;
	dd_ledger_fact(talk->ledger, "outcome",
	    dd_arena_printf(talk->arena, "%s: %s", kind, outcome->title),
	    said->confidence, "statement/outcome",
	    dd_block_extent(said->block, from + at.from, from + at.to));
	return outcome;
}

/* --- documents ----------------------------------------------------------- */

static void
add_document(struct dd_talk *talk, const struct dd_said *said, size_t row,
    const char *text, struct dd_extent title)
{
	struct dd_extent match;

	/* "The agreement" alone was spoken of before. */
	if (title.from >= 4 &&
	    memcmp(text + title.from - 4, "the ", strlen("the ")) == 0 &&
	    !memchr(text + title.from, ' ', title.to - title.from))
		return;
	if (dd_find(talk->finder, verbs[row].document, text, title.to,
		title.from, &match))
		add(talk, said, verbs[row].kind, text, title);
}

/* "signed the Memorandum on Tides and the Protocol on Pilots": each of them. */
static void
read_documents(struct dd_talk *talk, const struct dd_said *said,
    const char *text, size_t len, size_t row)
{
	static const char object[] = "^ ?" ARTICLE TITLE BEHIND;
	static const char more[] = "^,? and (?=the |an? )";
	struct dd_extent match, title;
	size_t at = said->verb_end;

	while (at < len &&
	    dd_find(talk->finder, object, text + at, len - at, 0, &match) &&
	    dd_find_group(talk->finder, object, "title", &title) &&
	    title.to - title.from <= TITLE_MAX) {
		add_document(talk, said, row, text,
		    (struct dd_extent){at + title.from, at + title.to});
		at += title.to;
		if (!dd_find(
			talk->finder, more, text + at, len - at, 0, &match))
			return;
		at += match.to;
	}
}

/* "A joint statement was issued": it stands in front of the verb. */
static void
read_subject(struct dd_talk *talk, const struct dd_said *said, const char *text,
    size_t row)
{
	static const char subject[] =
	    "(?:^|, )" ARTICLE TITLE
	    " (?:was|were)(?: (?:also|then|jointly|\\p{Ll}+ly))? $";
	struct dd_extent match, title;

	if (dd_find(talk->finder, subject, text, said->verb, 0, &match) &&
	    dd_find_group(talk->finder, subject, "title", &title) &&
	    title.to - title.from <= TITLE_MAX)
		add_document(talk, said, row, text, title);
}

static bool
is_passive(const char *text, const struct dd_said *said)
{
	const char *be[] = {" was ", " were "};

	for (size_t i = 0; i < sizeof be / sizeof *be; i++) {
		const char *at = strstr(text, be[i]);

		if (at && (size_t)(at - text) < said->verb)
			return true;
	}
	return false;
}

/* --- decisions and days --------------------------------------------------- */

/* The next such day, where no year is given. */
static const char *
get_day(struct dd_talk *talk, const struct dd_typed *typed)
{
	struct dd_date date = {typed->year, typed->month, typed->day};
	char iso[16];

	if (date.year == 0) {
		date.year = talk->date.year;
		if (dd_date_compare(date, talk->date) < 0)
			date.year++;
	}
	if (typed->day == 0 || talk->date.year == 0)
		return NULL;
	dd_date_iso(date, iso);
	return dd_arena_dup(talk->arena, iso);
}

/* The date of what is to come, behind byte `from`; NULL where none is said. */
static const struct dd_typed *
find_next_date(struct dd_talk *talk, const char *text, size_t from)
{
	static const char before[] =
	    "\\b(?:on|in|for|by)(?: (?:early|late|mid))?[ -]$";
	const struct dd_typed *typed =
	    dd_time_read(text, talk->lang, talk->arena);
	struct dd_extent match;
	struct dd_date day;

	while (typed && typed->at.start < from)
		typed = typed->next;
	if (!typed || typed->kind != DD_TYPED_DATE ||
	    !dd_find(talk->finder, before, text, typed->at.start, from, &match))
		return NULL;
	/* What is over is no next step. */
	day = (struct dd_date){
	    typed->year, typed->month, typed->day != 0 ? typed->day : 31};
	return typed->year != 0 && dd_date_compare(day, talk->date) < 0 ? NULL
									: typed;
}

#define STEP                                                                   \
	"(?:the|an?|their) (?<title>[^.;:]*?\\b(?:meeting|round|session|"      \
	"talks|dialogue|consultations|summit|conference)\\b"                   \
	"(?:(?! that | which )[^.;:(]){0,100}?)"

/* "agreed to hold the next meeting in Kanaura on May 15", or that it would be held
 * then. The day stands in the title, or is that of the outcome. */
static void
read_agreed(struct dd_talk *talk, const struct dd_said *said, const char *text,
    size_t len)
{
	static const char hold[] = "^ to (?:hold|convene) " STEP "\\.?$";
	static const char held[] =
	    "^ that " STEP " (?:would|will|should) (?:be held|be convened|take "
	    "place)\\b";
	const char *rest = text + said->verb_end, *pattern = hold, *date;
	struct dd_found_outcome *outcome;
	const struct dd_typed *typed;
	struct dd_extent match, title;

	if (!dd_find(
		talk->finder, hold, rest, len - said->verb_end, 0, &match)) {
		pattern = held;
		if (!dd_find(talk->finder, held, rest, len - said->verb_end, 0,
			&match))
			return;
	}
	if (!dd_find_group(talk->finder, pattern, "title", &title))
		return;
	title.from += said->verb_end;
	title.to += said->verb_end;
	typed = find_next_date(talk, text, title.from);
	date = typed ? get_day(talk, typed) : NULL;
	if (!typed || (typed->at.start > title.to && !date))
		return;
	outcome = add(talk, said, "agreedDate", text, title);
	outcome->date = date;
}

/* "decided to open a second ferry line" */
static void
read_decided(struct dd_talk *talk, const struct dd_said *said, const char *text,
    size_t len)
{
	static const char clause[] =
	    "^ (?:to|that) (?<title>\\p{Ll}[^.;:]{8,140})\\.?$";
	struct dd_extent match, title;

	if (!dd_find(talk->finder, clause, text + said->verb_end,
		len - said->verb_end, 0, &match) ||
	    !dd_find_group(talk->finder, clause, "title", &title))
		return;
	title.from += said->verb_end;
	title.to += said->verb_end;
	add(talk, said, "decided", text, title);
}

/* --- in Japanese ---------------------------------------------------------- */

/* "両大臣は、海の測量に関する覚書に署名しました。": the verb ends the sentence. */
static void
read_japanese(struct dd_talk *talk, const struct dd_said *said,
    const char *text, size_t len)
{
/* Behind the subject, or at the beginning where there is none. */
#define BEGINS "(?:は、?|、|^(?![^。]*は))"
#define PAPER                                                                         \
	"(?<title>[^、。「」]{0,60}?(?:声明|宣言|共同発表|覚書|協定|" \
	"議定書|"                                                                  \
	"取決め|条約|合意文書|行動計画|「[^」]{1,60}」))"
#define DONE "(?:し|され|が行われ)(?:まし)?た。?$"
	static const struct {
		const char *pattern, *kind;
	} rows[] = {
	    {BEGINS PAPER "(?:に|が)署名" DONE, "signed"},
	    {BEGINS PAPER "(?:を|が)(?:発出|発表)" DONE, "issued"},
	    {BEGINS PAPER "(?:を|が)採択" DONE, "adopted"},
	    {BEGINS "(?<title>[^、。]{0,60}?(?:書簡|公文))(?:を|の|"
		    "が)"
		    "交換(?:が行われ|し|され)(?:まし)?た。?$",
		"exchanged"},
	};
	static const char other[] = "昨|先月|前回|年|月";
	struct dd_extent match, title;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (dd_find(
			talk->finder, rows[i].pattern, text, len, 0, &match) &&
		    dd_find_group(
			talk->finder, rows[i].pattern, "title", &title) &&
		    !dd_find(talk->finder, other, text, len, 0, &match)) {
			add(talk, said, rows[i].kind, text, title);
			return;
		}
}

/* The row of the verb of a document; their count where it is none. */
static size_t
find_verb(const char *verb, size_t len)
{
	size_t row = 0;

	while (row < sizeof verbs / sizeof *verbs &&
	    (strlen(verbs[row].verb) != len ||
		memcmp(verbs[row].verb, verb, len) != 0))
		row++;
	return row;
}

void
dd_outcome_read(struct dd_talk *talk, const struct dd_said *said)
{
	const char *text = dd_arena_ndup(talk->arena,
	    said->block->text + said->at.from, said->at.to - said->at.from);
	size_t len = strlen(text), size = said->verb_end - said->verb;
	size_t row = find_verb(text + said->verb, size);

	if (said->quoted)
		return;
	if (strncmp(talk->lang, "ja", 2) == 0)
		read_japanese(talk, said, text, len);
	if (size == 0 || said->verb_end > len)
		return;
	if (strncmp(text + said->verb, "agreed", size) == 0)
		read_agreed(talk, said, text, len);
	else if (is_open(talk, text, len))
		return;
	else if (strncmp(text + said->verb, "decided", size) == 0)
		read_decided(talk, said, text, len);
	else if (row < sizeof verbs / sizeof *verbs && is_passive(text, said))
		read_subject(talk, said, text, row);
	else if (row < sizeof verbs / sizeof *verbs)
		read_documents(talk, said, text, len, row);
}

void
dd_outcome_write(const struct dd_talk *talk, xmlNode *root)
{
	for (const struct dd_found_outcome *o = talk->outcomes; o;
	     o = o->next) {
		xmlNode *node = dd_tree_add(root, "outcome");

		dd_tree_set(node, "kind", o->kind);
		dd_tree_set(node, "date", o->date);
		dd_tree_set(node, "by", o->by);
		dd_tree_add_text(node, "title", o->title);
	}
}
