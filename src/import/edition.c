/* SPDX-License-Identifier: MIT */
/* Languages are told by their letters, Latin ones by their small words. */
#include "import/edition.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"

/* A line that is the name of a language. */
#define NAMED(names)                                                           \
	"(?i)^[\\[(（ ]*(?:(?:read |this page )?in |version in )?(?:" names    \
	")(?: ?(?:version|translation|page|版))?[\\])） ]*$"

/* What a language is called on pages, and its commonest words. */
static const struct {
	const char *lang, *named, *words;
} languages[] = {
    {"en", NAMED("English|英語|英文"),
	" the of and to in for on with that was were "},
    {"fr", NAMED("French|Français|Version française"),
	" le la les l des du d et est une dans pour avec ont entre sur au "},
    {"es", NAMED("Spanish|Español|Castellano"),
	" el la los las del y en con por una para se su "},
    {"pt", NAMED("Portuguese|Português"),
	" o a os as do da dos das e em com uma para no na "},
    {"de", NAMED("German|Deutsch"),
	" der die das und den mit von im zu dem ein eine "},
    {"it", NAMED("Italian|Italiano"),
	" il lo gli la della dei di e con per una nel "},
    {"nl", NAMED("Dutch|Nederlands"),
	" de het een en van met voor op dat zijn "},
    {"id", NAMED("Indonesian|Bahasa Indonesia"),
	" dan yang di dengan untuk pada kedua dari ke "},
    {"ja", NAMED("Japanese|日本語|和文"), " "},
    {"ko", NAMED("Korean|한국어|국문"), " "},
    {"zh", NAMED("Chinese|中文|汉语"), " "},
    {"ru", NAMED("Russian|Русский"), " "},
    {"ar", NAMED("Arabic|العربية"), " "},
};

enum { LANGUAGES = sizeof languages / sizeof *languages };

/* --- which language ------------------------------------------------------ */

const char *
dd_edition_script(const struct dd_block *first, const struct dd_block *end)
{
	size_t kana = 0, hangul = 0, latin = 0, len;
	uint32_t cp;

	for (const struct dd_block *b = first; b != end; b = b->next)
		for (const char *at = b->text; at < b->text + b->len;
		     at += len) {
			len = dd_utf8_decode(at, b->text + b->len, &cp);
			if (len == 0)
				break;
			kana += cp >= 0x3041 && cp <= 0x30FF;
			hangul += cp >= 0xAC00 && cp <= 0xD7A3;
			latin += cp < 0x80 && cp > ' ';
		}
	if (kana * 5 > latin)
		return "ja";
	return hangul * 3 > latin ? "ko" : "en";
}

/* Adds the small words of a text to those of each language. */
static void
count_words(const struct dd_block *block, size_t *counts)
{
	for (size_t at = 0; at < block->len;) {
		char word[12] = "";
		size_t len = 0;

		while (at < block->len && !dd_ascii_is_letter(block->text[at]))
			at++;
		while (at + len < block->len &&
		    (dd_ascii_is_letter(block->text[at + len]) ||
			(block->text[at + len] & 0x80)))
			len++;
		if (len > 0 && len < sizeof word - 1) {
			memcpy(word, block->text + at, len);
			*word = dd_ascii_lower(*word);
			for (size_t i = 0; i < LANGUAGES; i++)
				counts[i] +=
				    dd_ascii_lists(languages[i].words, word);
		}
		at += len;
	}
}

/* The language of the blocks up to `end`; NULL where they do not tell. */
static const char *
find_language(const struct dd_block *first, const struct dd_block *end)
{
	enum { FEWEST = 4 };
	const char *script = dd_edition_script(first, end);
	size_t counts[LANGUAGES] = {0}, best = 0, second = 0;

	if (strcmp(script, "en") != 0)
		return script;
	for (const struct dd_block *b = first; b != end; b = b->next)
		count_words(b, counts);
	for (size_t i = 1; i < LANGUAGES; i++)
		if (counts[i] > counts[best]) {
			second = counts[best];
			best = i;
		} else if (counts[i] > second) {
			second = counts[i];
		}
	return counts[best] >= FEWEST && counts[best] > second
	    ? languages[best].lang
	    : NULL;
}

/* --- parts of a page ----------------------------------------------------- */

/* Blocks between two lines that divide. */
struct part {
	struct dd_block *first; /* the line that divides, but of the first */
	const struct dd_block *end;
	const char *lang;
};

enum { PARTS = 16 };

/* "***", a line of dashes, "(English translation)" */
static bool
divides(const struct dd_block *block, struct dd_finder *finder)
{
	static const char pattern[] =
	    "^(?:\\*{3,}|(?:\\* ){2,}\\*|-{3,}|={3,}|_{3,}|#{3,}|~{3,})$"
	    "|^[\\[(（* ]*(?:(?i:unofficial|provisional|official|courtesy|"
	    "tentative) )?\\p{Lu}\\p{Ll}+ (?:translation|version|text)"
	    "(?: follows)?[\\])）:. ]*$"
	    "|^[\\[(（]?(?:英語版|日本語版|英訳|仮訳|和文|英文)[\\])）]?$";
	struct dd_extent match;

	return block->len < 80 &&
	    dd_find(finder, pattern, block->text, block->len, 0, &match);
}

static size_t
split(struct dd_blocks *blocks, struct dd_finder *finder, struct part *parts)
{
	size_t count = 0;

	parts[count++] = (struct part){.first = blocks->first};
	for (struct dd_block *b = blocks->first ? blocks->first->next : NULL;
	     b && count < PARTS; b = b->next)
		if (divides(b, finder)) {
			parts[count - 1].end = b;
			parts[count++] = (struct part){.first = b};
		}
	for (size_t i = 0; i < count; i++)
		parts[i].lang = find_language(parts[i].first, parts[i].end);
	/* What does not tell goes with what stands before, a head with what
	 * stands behind it. */
	for (size_t i = 1; i < count; i++)
		if (!parts[i].lang)
			parts[i].lang = parts[i - 1].lang;
	for (size_t i = count - 1; i > 0; i--)
		if (!parts[i - 1].lang)
			parts[i - 1].lang = parts[i].lang;
	return count;
}

static void
drop(struct dd_ledger *ledger, const struct dd_block *block, const char *reason)
{
	dd_ledger_drop(
	    ledger, block->text, reason, dd_block_extent(block, 0, block->len));
}

/* Appends a part to what is kept; its line that divides only where that says how
 * good a translation is. */
static void
keep(struct dd_blocks *blocks, const struct part *part, bool divided,
    struct dd_finder *finder, struct dd_ledger *ledger)
{
	static const char standing[] =
	    "(?i)\\b(?:unofficial|provisional|tentative)\\b|仮訳";
	struct dd_block *next = part->first;
	struct dd_extent match;

	if (divided &&
	    !dd_find(finder, standing, next->text, next->len, 0, &match)) {
		drop(ledger, next, "the line only divides the languages");
		next = next->next;
	}
	for (struct dd_block *b = next; b != part->end; b = next) {
		next = b->next;
		b->next = NULL;
		if (blocks->last)
			blocks->last->next = b;
		else
			blocks->first = b;
		blocks->last = b;
		blocks->count++;
	}
}

const char *
dd_edition_choose(struct dd_blocks *blocks, const char *lang,
    struct dd_finder *finder, struct dd_ledger *ledger)
{
	struct part parts[PARTS];
	size_t count = split(blocks, finder, parts);
	const char *chosen = parts[0].lang;
	bool several = false;

	for (size_t i = 0; i < count; i++) {
		several = several ||
		    (chosen && strcmp(parts[i].lang, parts[0].lang) != 0);
		if (lang && parts[i].lang &&
		    strncmp(parts[i].lang, lang, 2) == 0)
			chosen = parts[i].lang;
	}
	if (!several)
		return NULL;
	blocks->first = blocks->last = NULL;
	blocks->count = 0;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(parts[i].lang, chosen) == 0) {
			keep(blocks, &parts[i], i > 0, finder, ledger);
			continue;
		}
		for (const struct dd_block *b = parts[i].first;
		     b != parts[i].end; b = b->next)
			drop(ledger, b,
			    "it is in another language; --lang chooses the one "
			    "that is brought in");
	}
	return chosen;
}

/* --- pages in other languages --------------------------------------------- */

/* The language that a line names and nothing else; NULL: none. */
static const char *
read_name(const struct dd_block *block, struct dd_finder *finder)
{
	struct dd_extent match;

	for (size_t i = 0; i < LANGUAGES; i++)
		if (dd_find(finder, languages[i].named, block->text, block->len,
			0, &match))
			return languages[i].lang;
	return NULL;
}

/* An address of a page: no script, no mail. */
static bool
is_address(const char *href)
{
	return !strpbrk(href, " \t\n\r") && *href && *href != '#' &&
	    (strncmp(href, "http://", 7) == 0 ||
		strncmp(href, "https://", 8) == 0 || !strchr(href, ':'));
}

struct dd_edition_link *
dd_edition_links(struct dd_blocks *blocks, const char *lang,
    struct dd_finder *finder, struct dd_ledger *ledger)
{
	enum { LONGEST = 60 };
	struct dd_edition_link *links = NULL, **end = &links;
	struct dd_block **at = &blocks->first;

	blocks->last = NULL;
	while (*at) {
		struct dd_block *block = *at;
		const char *named = block->href && block->len < LONGEST
		    ? read_name(block, finder)
		    : NULL;
		bool own = named && strncmp(named, lang, 2) == 0;

		if (!named || (!own && !is_address(block->href))) {
			blocks->last = block;
			at = &block->next;
			continue;
		}
		blocks->count--;
		*at = block->next;
		if (own) {
			drop(ledger, block, "it leads to this language itself");
			continue;
		}
		*end = dd_arena_alloc(blocks->arena, sizeof **end);
		**end = (struct dd_edition_link){
		    .lang = named,
		    .text = block->text,
		    .href = block->href,
		};
		end = &(*end)->next;
		dd_ledger_fact(ledger, "related", block->text, DD_CERTAIN,
		    "page/language", dd_block_extent(block, 0, block->len));
	}
	return links;
}
