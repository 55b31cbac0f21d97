/* SPDX-License-Identifier: MIT */
/* Which meeting of a row it was, who asked for it, how it was interpreted. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "import/lead.h"

#define ORDINAL                                                                \
	"(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"      \
	"tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"    \
	"seventeenth|eighteenth|nineteenth|twentieth|\\d{1,3}(?:st|nd|rd|th))"
#define MEETING                                                                \
	"(?i:meeting|talks?|dialogue|consultations?|conference|call|round)"

static long
get_number(const char *word)
{
	static const char *const words[] = {"first", "second", "third",
	    "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
	    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
	    "sixteenth", "seventeenth", "eighteenth", "nineteenth",
	    "twentieth"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (dd_ascii_equal_n(word, words[i], strlen(words[i]) + 1))
			return (long)i + 1;
	return strtol(word, NULL, 10);
}

static void
add_ordinal(
    struct dd_lead *lead, const char *of, const char *word, struct dd_extent at)
{
	struct dd_found_ordinal *ordinal = dd_arena_alloc(
				    lead->arena, sizeof *ordinal),
				**end = &lead->ordinals;

	*ordinal = (struct dd_found_ordinal){get_number(word), of, NULL};
	if (ordinal->number < 1)
		return;
	while (*end)
		end = &(*end)->next;
	*end = ordinal;
	dd_lead_fact(lead, "meeting/ordinal",
	    dd_arena_printf(lead->arena, "%ld", ordinal->number), DD_CERTAIN,
	    "lead/ordinal", at);
}

/* "(the third this year and the sixth in total)" */
static void
read_count(struct dd_lead *lead, const char *of, const char *pattern)
{
	struct dd_extent match, word;

	if (!dd_find(lead->finder, pattern, lead->text, lead->len, 0, &match) ||
	    !dd_find_group(lead->finder, pattern, "n", &word))
		return;
	add_ordinal(lead, of, dd_lead_copy(lead, word), word);
	dd_lead_use(lead, match.from, match.to);
}

/* "the ninth … meeting"; "the first since 2019" counts otherwise. */
static void
read_series(struct dd_lead *lead, const char *title)
{
	static const char series[] =
	    "\\b(?:[Tt]he |[Tt]heir )?(?<n>" ORDINAL
	    ")(?: round of(?: the)?)? (?:[\\p{L}+’'-]+ ){0,6}?" MEETING
	    "s?\\b(?! (?:since|after|between|in \\S+ (?:years?|months?)))";
	struct dd_extent match, word;

	if (dd_find(lead->finder, series, lead->text, lead->len, 0, &match) &&
	    dd_find_group(lead->finder, series, "n", &word) &&
	    !lead->used[word.from]) {
		add_ordinal(lead, "series", dd_lead_copy(lead, word), word);
		dd_lead_use(lead, word.from, word.to);
	} else if (title &&
	    dd_find(lead->finder, series, title, strlen(title), 0, &match) &&
	    dd_find_group(lead->finder, series, "n", &word)) {
		add_ordinal(lead, "series",
		    dd_arena_ndup(
			lead->arena, title + word.from, word.to - word.from),
		    (struct dd_extent){0, 0});
	}
}

static void
read_ordinals(struct dd_lead *lead, const char *title)
{
	read_count(lead, "year",
	    "(?:\\(|, |\\bfor )(?:the |their )?(?<n>" ORDINAL
	    ")(?: (?:meeting|talk|time|such meeting))?(?: of| in)? this "
	    "year\\)?");
	read_count(lead, "counterpart",
	    "(?:\\(|, |,? and |\\bfor )(?:the |their )?(?<n>" ORDINAL
	    ")(?: (?:meeting|talk|time))? (?:in total|altogether|overall|in "
	    "all|to date)\\)?");
	read_series(lead, title);
}

/* "the latter": the side of whoever was named last. */
static const struct dd_found_party *
find_latter(const struct dd_lead *lead, size_t at)
{
	const struct dd_found_party *latter = NULL;
	size_t last = 0;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->at.to <= at && q->at.to > last) {
				last = q->at.to;
				latter = p;
			}
	return latter;
}

static void
set_initiative(struct dd_lead *lead, const char *value,
    enum dd_confidence confidence, struct dd_extent match)
{
	lead->initiative = value;
	dd_lead_use(lead, match.from, match.to);
	dd_lead_fact(lead, "meeting/@initiative", value, confidence,
	    "lead/initiative", match);
}

/* "at the request of the Asterian side", "at Asteria’s request" */
static void
read_initiative(struct dd_lead *lead)
{
	static const char request[] =
	    "\\b(?:at|upon|on|following|in response to) (?:(?:the |a )?request "
	    "(?:of|from|by) (?<who>[^,.;()]+?)(?=[,.;()]| (?:on|for|commencing|"
	    "from) |$)|(?<by>(?:the )?[\\p{L} -]{2,40}?)[’']s request\\b)";
	/* Nobody says of the own side that it asked: it is the others. */
	static const char bare[] = "\\bat request\\b(?! (?:of|from|by))";
	struct dd_extent match, who;
	const struct dd_found_party *party;

	if (dd_find(lead->finder, bare, lead->text, lead->len, 0, &match)) {
		set_initiative(lead, "counterpart", DD_LIKELY, match);
		return;
	}
	if (!dd_find(lead->finder, request, lead->text, lead->len, 0, &match) ||
	    (!dd_find_group(lead->finder, request, "who", &who) &&
		!dd_find_group(lead->finder, request, "by", &who)))
		return;
	party = strcmp(dd_lead_copy(lead, who), "the latter") == 0
	    ? find_latter(lead, who.from)
	    : dd_lead_party_of(lead, lead->text + who.from, who.to - who.from);
	if (!party)
		return;
	set_initiative(
	    lead, party->own ? "own" : "counterpart", DD_CERTAIN, match);
}

/* One mode alone; with both, each is of a part that only the words tell. */
static void
read_interpretation(struct dd_lead *lead)
{
	static const char mode[] =
	    "(?:\\bThe (?:meeting|talks?|lunch|dinner|conversation) was "
	    "(?:held|conducted|carried out) )?\\(?(?:\\b(?:with|through|by|in|"
	    "using|via) )?\\b(?<mode>(?i:consecutive|simultaneous)) "
	    "interpretation\\b\\)?\\.?";
	struct dd_extent match, word, other;

	if (!dd_find(lead->finder, mode, lead->text, lead->len, 0, &match) ||
	    !dd_find_group(lead->finder, mode, "mode", &word) ||
	    dd_find(
		lead->finder, mode, lead->text, lead->len, match.to, &other))
		return;
	lead->interpretation =
	    lead->text[word.from] == 'c' || lead->text[word.from] == 'C'
	    ? "consecutive"
	    : "simultaneous";
	dd_lead_use(lead, match.from, match.to);
	dd_lead_fact(lead, "meeting/@interpretation", lead->interpretation,
	    DD_CERTAIN, "lead/interpretation", word);
}

void
dd_lead_read_facts(struct dd_lead *lead, const char *title)
{
	read_ordinals(lead, title);
	read_initiative(lead);
	read_interpretation(lead);
}
