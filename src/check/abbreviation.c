/* SPDX-License-Identifier: MIT */
/* Finds abbreviations by their capitals, and their expansions by brackets. */
#include "check/abbreviation.h"
#include <string.h>
#include "base/ascii.h"
#include "model/house.h"

enum { LONGEST = 6, BRACKET_REACH = 40, SLOGAN_REACH = 40 };

/* --- words of capitals --------------------------------------------------- */

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_alphanumeric(char c)
{
	return dd_ascii_is_letter(c) || dd_ascii_is_digit(c);
}

/* A Latin letter beyond ASCII begins with one of these bytes. */
static bool
is_latin_lead(char c)
{
	unsigned char byte = (unsigned char)c;

	return byte >= 0xC3 && byte <= 0xC9;
}

/* Part of a longer word, a number, a path or an address. */
static bool
is_inside(const char *text, size_t from, size_t to)
{
	if (from > 0 && strchr("/@_&#=.", text[from - 1]))
		return true;
	if (text[to] && strchr("/@_&#=", text[to]))
		return true;
	if (from > 1 && is_latin_lead(text[from - 2]) &&
	    (text[from - 1] & 0x80))
		return true;
	if ((text[to] == '-' || text[to] == '.') &&
	    is_alphanumeric(text[to + 1]) && !is_capital(text[to + 1]))
		return true;
	return is_latin_lead(text[to]);
}

/* "420 MW": a unit behind its number. */
static bool
is_unit(const char *text, size_t from, size_t to)
{
	static const char *const units[] = {
	    "GB", "GW", "HP", "KW", "MB", "MHZ", "MW", "TB", "TW"};
	size_t at = from;

	if (at > 0 && text[at - 1] == ' ')
		at--;
	else if (at > 1 && memcmp(text + at - 2, "\xC2\xA0", 2) == 0)
		at -= 2;
	if (at == from || at == 0 || !dd_ascii_is_digit(text[at - 1]))
		return false;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strlen(units[i]) == to - from &&
		    memcmp(text + from, units[i], to - from) == 0)
			return true;
	return false;
}

static bool
is_roman(const char *word, size_t len)
{
	return strspn(word, "IVXLC") >= len;
}

static bool
follows_courtesy(const char *text, size_t from)
{
	static const char *const titles[] = {"Mr. ", "Ms. ", "Mrs. ", "Dr. ",
	    "Mr ", "Ms ", "Dr ", "M. ", "Mme "};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		size_t len = strlen(titles[i]);

		if (from >= len &&
		    memcmp(text + from - len, titles[i], len) == 0)
			return true;
	}
	return false;
}

/* “GREEN SEA”: several words of capitals that a quote has to itself. */
static bool
is_slogan(const char *text, size_t from, size_t to)
{
	size_t start = from, end = to;

	while (start > 0 && from - start < SLOGAN_REACH &&
	    (is_capital(text[start - 1]) || text[start - 1] == ' '))
		start--;
	while (end - to < SLOGAN_REACH &&
	    (is_capital(text[end]) || text[end] == ' '))
		end++;
	return memchr(text + start, ' ', end - start) &&
	    ((start >= 3 && memcmp(text + start - 3, "“", 3) == 0 &&
		 strncmp(text + end, "”", 3) == 0) ||
		(start >= 1 && text[start - 1] == '"' && text[end] == '"'));
}

/* --- brackets ------------------------------------------------------------ */

static size_t
measure_any(const char *text, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(text, list[i], strlen(list[i])) == 0)
			return strlen(list[i]);
	return 0;
}

static size_t
measure_close(const char *text)
{
	static const char *const close[] = {")", "）", "”)", "\")", "」）"};

	return measure_any(text, close, sizeof close / sizeof *close);
}

/* Where the bracket opens in which the word stands alone, or behind such
 * words as "hereinafter"; 0 where it does not. */
static size_t
find_open(const char *text, size_t from)
{
	static const char *const fill[] = {"hereinafter ", "hereafter ", "the ",
	    "or ", "“", "\"", "以下、", "以下", "「"};
	size_t start = from, at;

	while (start > 0 && from - start < BRACKET_REACH &&
	    text[start] != '(' && strncmp(text + start, "（", 3) != 0)
		start--;
	if (text[start] != '(' && strncmp(text + start, "（", 3) != 0)
		return 0;
	at = start + (text[start] == '(' ? 1 : strlen("（"));
	while (at < from) {
		size_t len =
		    measure_any(text + at, fill, sizeof fill / sizeof *fill);

		if (len == 0)
			return 0;
		at += len;
	}
	return at == from ? start : 0;
}

/* "SGA (Some Great Agency)": the same initial, or another script. */
static bool
is_explained(const char *text, size_t from, size_t to)
{
	const char *p = text + to;

	p += *p == ' ';
	if (*p != '(' && strncmp(p, "（", 3) != 0)
		return false;
	p += *p == '(' ? 1 : strlen("（");
	return (*p & 0x80) || dd_ascii_upper(*p) == text[from];
}

static void
read_brackets(const char *text, struct dd_capitals *capitals)
{
	size_t open = measure_close(text + capitals->to)
	    ? find_open(text, capitals->from)
	    : 0;
	size_t end = open;

	while (end > 0 && text[end - 1] == ' ')
		end--;
	if (end > 0 &&
	    (is_alphanumeric(text[end - 1]) || (text[end - 1] & 0x80)))
		capitals->outside = open;
	capitals->expands = capitals->outside > 0 ||
	    is_explained(text, capitals->from, capitals->to);
}

bool
dd_capitals_next(
    const struct dd_prose *prose, size_t at, struct dd_capitals *ret_capitals)
{
	const char *text = prose->text;

	while (at < prose->len) {
		size_t from = at, to, capitals = 0;

		while (is_alphanumeric(text[at]))
			at++;
		while (is_capital(text[from + capitals]))
			capitals++;
		to = from + capitals;
		if (to + 1 == at && text[to] == 's')
			to = at;
		if (to == at && capitals >= 2 && capitals <= LONGEST &&
		    !is_inside(text, from, to) &&
		    !is_roman(text + from, capitals) &&
		    !is_unit(text, from, to) && !is_slogan(text, from, to) &&
		    !follows_courtesy(text, from)) {
			*ret_capitals =
			    (struct dd_capitals){.from = from, .to = to};
			read_brackets(text, ret_capitals);
			return true;
		}
		at += at == from;
	}
	return false;
}

bool
dd_capitals_all(const struct dd_prose *prose)
{
	for (size_t i = 0; i < prose->len; i++)
		if (prose->text[i] >= 'a' && prose->text[i] <= 'z')
			return false;
		else if (prose->text[i] & 0x80)
			return false;
	return true;
}

/* --- what is known ------------------------------------------------------- */

static const char *const world[] = {"AI", "AIDS", "AM", "ASEAN", "BST", "CEST",
    "CET", "CEO", "CNN", "DNA", "EDT", "EST", "EU", "EUR", "GBP", "GMT", "HIV",
    "ID", "IT", "JPY", "JST", "KRW", "KST", "LED", "MP", "MPs", "NATO", "OK",
    "ONU", "PDF", "PM", "PDT", "PST", "QR", "SMS", "SOS", "TV", "UAE", "UE",
    "UK", "UN", "UNESCO", "UNICEF", "US", "USA", "USD", "UTC", "VIP", "WIB"};

bool
dd_capitals_are_common(const char *word)
{
	for (size_t i = 0; i < sizeof world / sizeof *world; i++)
		if (*world[i] == *word && strcmp(world[i], word) == 0)
			return true;
	return false;
}

static void
add_known(struct dd_checker *checker, struct dd_table *known, const char *text)
{
	const char *word = dd_arena_dup(&checker->arena, text);

	if (word)
		dd_table_add(known, word, (void *)word);
}

/* Each word of a name in capitals. */
static void
add_name(struct dd_checker *checker, struct dd_table *known, const char *name)
{
	char *word;

	while (name && *name) {
		size_t len = strcspn(name, " -,'");

		word = dd_arena_ndup(&checker->arena, name, len);
		for (size_t i = 0; i < len; i++)
			word[i] = dd_ascii_upper(word[i]);
		dd_table_add(known, word, word);
		name += len + (name[len] != '\0');
	}
}

static void
add_persons(struct dd_checker *checker, struct dd_table *known)
{
	for (const struct dd_party *side = checker->summary->parties; side;
	     side = side->next)
		for (const struct dd_person *p = side->persons; p;
		     p = p->next) {
			add_name(checker, known, p->given);
			add_name(checker, known, p->other);
			add_name(checker, known, p->family);
			add_name(checker, known, p->post_nominal);
		}
}

/* An attribute of the entries of a register, in the document's language. */
static void
add_register(struct dd_checker *checker, struct dd_table *known,
    const char *element, const char *name, const char *attribute)
{
	const struct dd_summary *summary = checker->summary;

	for (const xmlNode *n = dd_house_first(summary->house, element); n;
	     n = dd_node_next(n, element))
		if (strcmp(element, "term") != 0 || dd_node_flag(n, "known"))
			add_known(checker, known,
			    dd_node_value(
				dd_house_in_language(n, name, summary->lang),
				attribute));
}

void
dd_capitals_listed(struct dd_checker *checker, struct dd_table *listed)
{
	const xmlNode *glossary =
	    dd_node_child(checker->summary->root, "glossary");

	for (const xmlNode *n = dd_node_child(glossary, "entry"); n;
	     n = dd_node_next(n, "entry"))
		add_known(checker, listed,
		    dd_node_child_text(n, "short", &checker->arena));
}

void
dd_capitals_known(struct dd_checker *checker, struct dd_table *known)
{
	add_persons(checker, known);
	if (!checker->summary->house || !checker->summary->lang)
		return;
	add_register(checker, known, "country", "name", "abbreviation");
	add_register(checker, known, "organisation", "name", "abbreviation");
	add_register(checker, known, "term", "form", "short");
}
