/* SPDX-License-Identifier: MIT */
/* The rule about American and British spellings in one document. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"

enum { AMERICAN, BRITISH, SIDES };

/* Words that a writer spells in one way or the other together. */
enum family {
	FAMILY_IZE, /* -ize stands in British texts too */
	FAMILY_YZE,
	FAMILY_OR,
	FAMILY_ER,
	FAMILY_ENSE,
	FAMILY_L,
	FAMILY_PROGRAM,
	FAMILY_DIALOG,
	FAMILY_CATALOG,
	FAMILY_GRAY,
	FAMILY_ALUMINUM,
	FAMILY_MANEUVER,
	FAMILY_SKEPTICAL,
	FAMILY_FULFILL,
	FAMILIES,
};

/* Endings, with a bar on either side. */
#define IZE "|e|ed|es|er|ers|ing|able|ation|ations|ational|"
#define OR "||s|ed|ing|able|ably|ly|al|ite|ites|hood|hoods|less|"
#define ER "||s|"
#define L "ed|ing|er|ers|"

/* A stem, and how it goes on in each spelling, before the ending. */
static const struct row {
	const char *stem, *parts[SIDES], *endings;
	enum family family;
} rows[] = {
    {"apologi", {"z", "s"}, "|e|ed|es|ing|", FAMILY_IZE},
    {"authori", {"z", "s"}, IZE, FAMILY_IZE},
    {"characteri", {"z", "s"}, IZE, FAMILY_IZE},
    {"civili", {"z", "s"}, IZE, FAMILY_IZE},
    {"critici", {"z", "s"}, "|e|ed|es|ing|", FAMILY_IZE},
    {"denucleari", {"z", "s"}, IZE, FAMILY_IZE},
    {"digitali", {"z", "s"}, IZE, FAMILY_IZE},
    {"emphasi", {"z", "s"}, "|e|ed|es|ing|", FAMILY_IZE},
    {"finali", {"z", "s"}, IZE, FAMILY_IZE},
    {"formali", {"z", "s"}, IZE, FAMILY_IZE},
    {"harmoni", {"z", "s"}, IZE, FAMILY_IZE},
    {"institutionali", {"z", "s"}, IZE, FAMILY_IZE},
    {"liberali", {"z", "s"}, IZE, FAMILY_IZE},
    {"materiali", {"z", "s"}, IZE, FAMILY_IZE},
    {"maximi", {"z", "s"}, IZE, FAMILY_IZE},
    {"minimi", {"z", "s"}, IZE, FAMILY_IZE},
    {"mobili", {"z", "s"}, IZE, FAMILY_IZE},
    {"moderni", {"z", "s"}, IZE, FAMILY_IZE},
    {"normali", {"z", "s"}, IZE, FAMILY_IZE},
    {"optimi", {"z", "s"}, "|e|ed|es|ing|ation|", FAMILY_IZE},
    {"organi", {"z", "s"}, IZE, FAMILY_IZE},
    {"prioriti", {"z", "s"}, IZE, FAMILY_IZE},
    {"reali", {"z", "s"}, "|e|ed|es|ing|able|ation|", FAMILY_IZE},
    {"recogni", {"z", "s"}, "|e|ed|es|ing|able|", FAMILY_IZE},
    {"revitali", {"z", "s"}, IZE, FAMILY_IZE},
    {"stabili", {"z", "s"}, IZE, FAMILY_IZE},
    {"standardi", {"z", "s"}, IZE, FAMILY_IZE},
    {"summari", {"z", "s"}, "|e|ed|es|ing|", FAMILY_IZE},
    {"symboli", {"z", "s"}, "|e|ed|es|ing|", FAMILY_IZE},
    {"utili", {"z", "s"}, IZE, FAMILY_IZE},
    {"analy", {"z", "s"}, "|e|ed|ing|", FAMILY_YZE},
    {"paraly", {"z", "s"}, "|e|ed|ing|", FAMILY_YZE},
    {"behavi", {"or", "our"}, OR, FAMILY_OR},
    {"col", {"or", "our"}, "||s|ed|ing|ful|less|", FAMILY_OR},
    {"endeav", {"or", "our"}, OR, FAMILY_OR},
    {"fav", {"or", "our"}, OR, FAMILY_OR},
    {"harb", {"or", "our"}, "||s|ed|ing|", FAMILY_OR},
    {"hon", {"or", "our"}, "||s|ed|ing|able|ably|", FAMILY_OR},
    {"lab", {"or", "our"}, "||s|ed|ing|er|ers|", FAMILY_OR},
    {"neighb", {"or", "our"}, OR, FAMILY_OR},
    {"rum", {"or", "our"}, "||s|ed|", FAMILY_OR},
    {"vig", {"or", "our"}, "||", FAMILY_OR},
    {"calib", {"er", "re"}, ER, FAMILY_ER},
    {"cent", {"er", "re"}, ER, FAMILY_ER},
    {"fib", {"er", "re"}, ER, FAMILY_ER},
    {"kilomet", {"er", "re"}, ER, FAMILY_ER},
    {"lit", {"er", "re"}, ER, FAMILY_ER},
    {"theat", {"er", "re"}, ER, FAMILY_ER},
    {"defen", {"se", "ce"}, "||s|less|", FAMILY_ENSE},
    {"offen", {"se", "ce"}, "||s|", FAMILY_ENSE},
    {"cancel", {"", "l"}, "|ed|ing|", FAMILY_L},
    {"counsel", {"", "l"}, "|" L "or|ors|", FAMILY_L},
    {"fuel", {"", "l"}, "|ed|ing|", FAMILY_L},
    {"label", {"", "l"}, "|ed|ing|", FAMILY_L},
    {"model", {"", "l"}, "|ed|ing|", FAMILY_L},
    {"signal", {"", "l"}, "|ed|ing|", FAMILY_L},
    {"travel", {"", "l"}, "|" L, FAMILY_L},
    {"program", {"", "me"}, ER, FAMILY_PROGRAM},
    {"dialog", {"", "ue"}, ER, FAMILY_DIALOG},
    {"catalog", {"", "ue"}, ER, FAMILY_CATALOG},
    {"gr", {"ay", "ey"}, "||er|ish|", FAMILY_GRAY},
    {"alumin", {"um", "ium"}, "||", FAMILY_ALUMINUM},
    {"man", {"euver", "oeuvre"}, "||s|", FAMILY_MANEUVER},
    {"s", {"keptical", "ceptical"}, "||ly|", FAMILY_SKEPTICAL},
    {"fulfil", {"l", ""}, "||s|ment|", FAMILY_FULFILL},
};

enum { ROWS = sizeof rows / sizeof *rows };

/* A word of the document that has two spellings. */
struct word {
	const struct dd_prose *prose;
	size_t from, len;
	const struct row *row;
	int side;
	size_t serial; /* in the order of the document */
	struct word *next;
};

struct words {
	struct dd_checker *checker;
	/* By the first letter of a stem: its row, counted from 1, and by the
	 * row the next one of the same letter; 0: none. */
	unsigned char first_row[26], next_row[ROWS + 1];
	struct word *first, **end;
	size_t total;
	size_t count[FAMILIES][SIDES];
	const struct word *example[FAMILIES][SIDES]; /* the first of each */
};

/* True where the rest of a word is one of the endings. */
static bool
is_ending(const char *endings, const char *rest, size_t len)
{
	for (const char *e = endings + 1; *e; e += strcspn(e, "|") + 1)
		if (strcspn(e, "|") == len && dd_ascii_equal_n(e, rest, len))
			return true;
	return false;
}

/* The spelling of a row that a word has, or -1. */
static int
find_side(const struct row *row, const char *word, size_t len)
{
	size_t stem;

	/* The first letter is the same. */
	if (row->stem[1] && row->stem[1] != dd_ascii_lower(word[1]))
		return -1;
	stem = strlen(row->stem);
	if (len < stem || !dd_ascii_equal_n(word, row->stem, stem))
		return -1;
	for (int side = 0; side < SIDES; side++) {
		size_t part = strlen(row->parts[side]);

		if (len >= stem + part &&
		    dd_ascii_equal_n(word + stem, row->parts[side], part) &&
		    is_ending(
			row->endings, word + stem + part, len - stem - part))
			return side;
	}
	return -1;
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* A capital inside a sentence, or in front of another one, shows a name: the
 * Department of Defense, Defense Minister. */
static bool
may_be_name(const struct dd_prose *prose, size_t at, size_t len)
{
	const char *text = prose->text, *next = text + at + len;
	size_t from = at;

	if (!is_capital(text[at]))
		return false;
	while (from > 0 && dd_ascii_is_space(text[from - 1]))
		from--;
	next += strspn(next, DD_ASCII_SPACES);
	return is_capital(*next) ||
	    (from > 0 && (from == at || !strchr(".!?", text[from - 1])));
}

static void
add_word(
    struct words *words, const struct dd_prose *prose, size_t at, size_t len)
{
	const char *text = prose->text + at;
	struct word *word;

	for (size_t i = words->first_row[dd_ascii_lower(*text) - 'a']; i > 0;
	     i = words->next_row[i]) {
		const struct row *row = &rows[i - 1];
		int side = find_side(row, text, len);

		if (side < 0)
			continue;
		if (may_be_name(prose, at, len) ||
		    dd_look_is_title(prose, at) ||
		    dd_look_is_foreign(prose, at))
			return;
		word = dd_arena_alloc(&words->checker->arena, sizeof *word);
		*word = (struct word){.prose = prose,
		    .from = at,
		    .len = len,
		    .row = row,
		    .side = side,
		    .serial = words->total++};
		*words->end = word;
		words->end = &word->next;
		if (words->count[row->family][side]++ == 0)
			words->example[row->family][side] = word;
		return;
	}
}

/* Rows of one letter stay in their order. */
static void
index_rows(struct words *words)
{
	for (size_t i = ROWS; i > 0; i--) {
		unsigned char *first =
		    &words->first_row[*rows[i - 1].stem - 'a'];

		words->next_row[i] = *first;
		*first = (unsigned char)i;
	}
}

static void
collect_words(struct words *words, const struct dd_prose *prose)
{
	size_t at = 0;

	while (at < prose->len) {
		size_t len = 0;

		while (dd_ascii_is_letter(prose->text[at + len]))
			len++;
		if (len > 3)
			add_word(words, prose, at, len);
		at += len + 1;
	}
}

/* The spelling of the fewer words is the slip; of as many, the later one. */
static bool
is_slip(const struct words *words, const struct word *word,
    const struct word *other)
{
	enum family family = word->row->family;
	size_t own = words->count[family][word->side];
	size_t others = words->count[family][other->side];

	if (own != others)
		return own < others;
	return words->example[family][word->side]->serial > other->serial;
}

/* The same word in the other spelling; capitals inside of it are a puzzle. */
static void
mend_variant(struct dd_checker *checker, struct dd_diagnostic *found,
    const struct word *word)
{
	const char *text = word->prose->text + word->from;
	const struct row *row = word->row;
	size_t stem = strlen(row->stem);
	size_t rest = stem + strlen(row->parts[word->side]);

	for (size_t i = 1; i < word->len; i++)
		if (is_capital(text[i]))
			return;
	dd_check_mend(checker, found, word->prose, word->from,
	    word->from + word->len,
	    dd_arena_printf(&checker->arena, "%.*s%s%.*s", (int)stem, text,
		row->parts[1 - word->side], (int)(word->len - rest),
		text + rest));
}

static void
check_spelling_variant(struct dd_checker *checker)
{
	struct words words = {.checker = checker};

	if (!dd_look_speaks(checker, "en"))
		return;
	words.end = &words.first;
	index_rows(&words);
	for (const struct dd_prose *p = checker->prose; p; p = p->next)
		if (dd_look_is_own(p))
			collect_words(&words, p);
	for (const struct word *w = words.first; w; w = w->next) {
		const struct word *other =
		    words.example[w->row->family][1 - w->side];
		struct dd_diagnostic *found;

		if (!other || !is_slip(&words, w, other))
			continue;
		found = dd_check_report(checker, DD_ID_TEXT_SPELLING_VARIANT,
		    w->prose, w->from, w->from + w->len,
		    "`%.*s` is spelt in another way than `%.*s`; follow one "
		    "way in a document.",
		    (int)w->len, w->prose->text + w->from, (int)other->len,
		    other->prose->text + other->from);
		dd_check_relate(checker, found, other->prose, other->from,
		    other->from + other->len, "the other spelling");
		mend_variant(checker, found, w);
	}
}

const struct dd_rule dd_rules_variant[] = {
    {.ids = DD_IDS(DD_ID_TEXT_SPELLING_VARIANT),
	.document = check_spelling_variant},
    {0},
};
