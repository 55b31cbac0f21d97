/* SPDX-License-Identifier: MIT */
/* The rule about words that no dictionary has. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"
#include "check/misread.h"
#include "model/house.h"
#include "model/letter.h"
#include "model/speller.h"

enum {
	WORD_MIN = 4,	 /* bytes; shorter ones are signs and particles */
	WORD_MAX = 100,	 /* longer ones are no words */
	ELISION_MAX = 2, /* d' and qu' */
	ROOT = 5,	 /* bytes that a name and its adjective share */
};

/* Words of the trade that general dictionaries lack. */
static const char *const trade[] = {"chargé", "démarche", "denuclearisation",
    "denuclearization", "derisking", "geoeconomic", "megaproject",
    "minilateral", "ministerials", "multistakeholder", "operationalisation",
    "operationalization", "plurilateral", "sherpas", "timeframe", "wellbeing",
    "workstream", "workstreams"};

struct speller {
	struct dd_checker *checker;
	struct dd_speller_db *db;
	const char *lang;
	bool filled; /* the tables are made for the first unknown word */
	struct dd_table words; /* of the house and of the head; as they are */
	struct dd_table roots; /* first bytes of capitalised ones: a name */
};

/* --- the words of the house and of the document's facts ------------------ */

static size_t
measure_letters(const char *text)
{
	size_t len = 0;

	while (dd_ascii_is_letter(text[len]) || (text[len] & 0x80))
		len++;
	return len;
}

static const char *
lower(struct dd_arena *arena, const char *word, size_t len)
{
	char *copy = dd_arena_ndup(arena, word, len);

	for (char *c = copy; *c; c++)
		*c = dd_ascii_lower(*c);
	return copy;
}

static void
add_text(struct speller *s, const char *text)
{
	struct dd_arena *arena = &s->checker->arena;

	for (size_t len; *text; text += len > 0 ? len : 1) {
		char *word;

		len = measure_letters(text);
		if (len < WORD_MIN)
			continue;
		word = dd_arena_ndup(arena, text, len);
		dd_table_add(&s->words, lower(arena, text, len), word);
		if (*text >= 'A' && *text <= 'Z' && len >= ROOT)
			dd_table_add(&s->roots, lower(arena, text, ROOT), word);
	}
}

/* All words of these nodes and of those below them. */
static void
add_words(struct speller *s, const xmlNode *first)
{
	for (const xmlNode *n = first; n; n = n->next) {
		if (n->type == XML_TEXT_NODE)
			add_text(s, (const char *)n->content);
		else if (n->type == XML_ELEMENT_NODE)
			add_words(s, n->children);
	}
}

static void
fill_tables(struct speller *s)
{
	const struct dd_summary *summary = s->checker->summary;

	s->filled = true;
	for (size_t i = 0; i < sizeof trade / sizeof *trade; i++)
		dd_table_add(&s->words, trade[i], s);
	if (summary->house)
		add_words(s, summary->house->tree.doc->children);
	add_words(s, summary->head ? summary->head->children : NULL);
	add_words(s, summary->meeting ? summary->meeting->children : NULL);
	for (const struct dd_prose *p = s->checker->prose; p; p = p->next)
		if (!dd_look_is_own(p))
			add_text(s, p->text);
}

/* A name that the dictionary does not have may have its own adjective. */
static bool
is_of_name(struct speller *s, const char *word, size_t len)
{
	const char *name;

	if (len < ROOT)
		return false;
	name = dd_table_find(&s->roots, lower(&s->checker->arena, word, ROOT));
	return name && !dd_speller_knows(s->db, s->lang, name);
}

/* --- the words of the texts ---------------------------------------------- */

/* The letters at `at`, and apostrophes between them, which are copied straight
 * as dictionaries have them. */
static size_t
copy_word(const struct dd_prose *prose, size_t at, char word[WORD_MAX + 1])
{
	size_t end = at, out = 0, len, next_len;
	uint32_t cp;

	while ((cp = dd_look_at(prose, end, &len)) && out + len < WORD_MAX) {
		bool apostrophe;

		if (len == 1 && dd_ascii_is_letter((char)cp)) {
			do
				word[out++] = prose->text[end++];
			while (out + 1 < WORD_MAX &&
			    dd_ascii_is_letter(prose->text[end]));
			continue;
		}
		apostrophe = (cp == '\'' || cp == 0x2019) && end > at &&
		    dd_letter_is(dd_look_at(prose, end + len, &next_len));
		if (!apostrophe && !dd_letter_is(cp))
			break;
		if (apostrophe)
			word[out++] = '\'';
		else
			memcpy(word + out, prose->text + end, len);
		out += apostrophe ? 0 : len;
		end += len;
	}
	word[out] = '\0';
	return end - at;
}

/* What may stand beside a word: not a hyphen, a digit, an inline element, or a
 * character that is a fault by itself. */
static bool
is_edge(uint32_t cp)
{
	if (cp <= 0x7F)
		return cp != '-' && !(cp >= '0' && cp <= '9');
	return dd_look_is_space(cp) || (cp > 0x2010 && cp < 0x2028) ||
	    cp == 0xAB || cp == 0xBB;
}

/* Other scripts, accents by themselves and what a wrong encoding left behind
 * are faults of other rules. */
static bool
is_plain_latin(const struct dd_prose *prose, size_t at, size_t to)
{
	for (size_t len; at < to; at += len) {
		uint32_t cp = dd_look_at(prose, at, &len);

		if (cp >= 0x80 &&
		    (dd_misread_measure(prose, at) > 0 ||
			(dd_letter_is(cp) &&
			    dd_letter_script(cp) != DD_SCRIPT_LATIN)))
			return false;
	}
	return true;
}

/* True for a word between spaces, which no address can have around it. */
static bool
stands_apart(const struct dd_prose *prose, size_t at, size_t len)
{
	const char *text = prose->text;

	return (at == 0 || dd_ascii_is_space(text[at - 1])) &&
	    (at + len == prose->len || dd_ascii_is_space(text[at + len]));
}

/* Names have capitals; addresses are no words. */
static bool
is_checked(const struct dd_prose *prose, size_t at, size_t len)
{
	size_t ignored;

	return len < WORD_MAX &&
	    dd_letter_is_lower(dd_look_at(prose, at, &ignored)) &&
	    is_edge(dd_look_back(prose, at, &ignored)) &&
	    is_edge(dd_look_at(prose, at + len, &ignored)) &&
	    is_plain_latin(prose, at, at + len) &&
	    !dd_look_is_foreign(prose, at) && !dd_look_is_title(prose, at) &&
	    (stands_apart(prose, at, len) || !dd_look_is_address(prose, at));
}

/* French "d'Orisie" without its first letter; other words as they are. */
static const char *
skip_elision(const char *word)
{
	size_t len = strcspn(word, "'");

	return word[len] && len <= ELISION_MAX ? word + len + 1 : word;
}

/* The quickest answers first: Hunspell comes last. */
static bool
is_known(struct speller *s, const char *word)
{
	const char *name = skip_elision(word);
	size_t len = strcspn(name, "'"); /* Veyra's */

	if ((*name >= 'A' && *name <= 'Z') ||
	    dd_speller_lists(s->db, s->lang, word))
		return true;
	if (!s->filled)
		fill_tables(s);
	return dd_table_find(&s->words, lower(&s->checker->arena, name, len)) ||
	    dd_speller_knows(s->db, s->lang, word) || is_of_name(s, name, len);
}

static void
check_words(struct speller *s, const struct dd_prose *prose)
{
	char word[WORD_MAX + 1];

	for (size_t at = 0, len, step;
	     at<prose->len; at += len> 0 ? len : step) {
		dd_look_at(prose, at, &step);
		len = step > 1 || dd_ascii_is_letter(prose->text[at])
		    ? copy_word(prose, at, word)
		    : 0;
		if (len < WORD_MIN || !is_checked(prose, at, len) ||
		    is_known(s, word))
			continue;
		dd_check_report(s->checker, DD_ID_TEXT_SPELLING, prose, at,
		    at + len,
		    "No dictionary has the word `%.*s`; correct it, or put the "
		    "name or term into the house file.",
		    (int)len, prose->text + at);
	}
}

static void
check_spelling(struct dd_checker *checker)
{
	const struct dd_sink *sink = checker->sink;
	struct speller s = {
	    .checker = checker,
	    .db = checker->input->spellers,
	    .lang = checker->summary->lang,
	};

	if (sink->levels && sink->levels[DD_ID_TEXT_SPELLING] == DD_OFF)
		return;
	if (!s.lang || !s.db || !dd_speller_has(s.db, s.lang))
		return;
	dd_table_init(&s.words);
	dd_table_init(&s.roots);
	for (const struct dd_prose *p = checker->prose; p; p = p->next)
		if (dd_look_is_own(p))
			check_words(&s, p);
	dd_table_release(&s.words);
	dd_table_release(&s.roots);
}

const struct dd_rule dd_rules_spelling[] = {
    {.ids = DD_IDS(DD_ID_TEXT_SPELLING), .document = check_spelling},
    {0},
};
