/* SPDX-License-Identifier: MIT */
/* Owns: the offices and the state of a person, in front of the name and behind. */
#include <string.h>
#include "base/ascii.h"
#include "import/person_internal.h"

/* --- offices -------------------------------------------------------------- */

static void
add_office(struct dd_lead *lead, struct dd_found_person *person,
    struct dd_extent at, enum dd_confidence confidence)
{
	static const char acting[] = "Acting ";
	const size_t skip = sizeof acting - 1;
	struct dd_found_office *office, **end = &person->offices;

	while (at.from < at.to && strchr(" ,", lead->text[at.from]))
		at.from++;
	while (at.to > at.from && strchr(" ,", lead->text[at.to - 1]))
		at.to--;
	if (at.from == at.to)
		return;
	office = dd_arena_alloc(lead->arena, sizeof *office);
	*office = (struct dd_found_office){
	    .acting = strncmp(lead->text + at.from, acting, skip) == 0,
	    .confidence = confidence,
	    .at = at,
	};
	at.from += office->acting ? skip : 0;
	office->title = dd_lead_copy(lead, at);
	while (*end)
		end = &(*end)->next;
	*end = office;
}

void
dd_person_add_offices(struct dd_lead *lead, struct dd_found_person *person,
    struct dd_extent at, enum dd_confidence confidence)
{
	static const char join[] = "(?:,? and |, )(?=(?:the )?(?:Deputy |Vice "
				   "|State |First |Foreign |Alternate )?"
				   "(?:Minister|Secretary|President|Prime|"
				   "Vice-President|"
				   "Commissioner|Deputy|Special|Dean|"
				   "Chair(?:man|woman|person)?|Head|Director|"
				   "Governor|Ambassador|Leader|Speaker|"
				   "Chancellor)\\b)";
	struct dd_extent match;
	size_t from = at.from;

	while (dd_find(lead->finder, join, lead->text, at.to, from, &match) &&
	    match.from > from) {
		add_office(lead, person, (struct dd_extent){from, match.from},
		    DD_CERTAIN);
		from = match.to;
	}
	add_office(lead, person, (struct dd_extent){from, at.to}, confidence);
}

/* --- where the words of an office end ------------------------------------- */

/* Words without a capital that titles of offices have. */
#define LINK                                                                   \
	"(?:of|for|and|the|to|on|in|with|at|de|des|du|la|le|et|charge|"        \
	"session|general|state|responsible|ad|interim|affairs)"

/* "and French Foreign Minister Jean Falk" */
#define NEXT                                                                   \
	"(?:,? and |, )(?:the )?(?:\\p{Lu}[\\p{L}.]* ){0,2}?(?>" DD_OFFICE     \
	"(?:" DD_PORTFOLIO ")?) (?!" DD_FIELD                                  \
	"|General\\b)\\p{Lu}[\\p{L}.’'-]* \\p{Lu}"

/* At the next person, at a clause or bracket, at the end of the sentence. */
static const char STOP[] =
    "(?:,? and |, |; )" DD_TITLE_AHEAD "|" NEXT
    "|,? (?:who|which|during|while|where|respectively|on the|on "
    "\\p{Lu}|at the|at \\d|in the margins|in \\p{Lu}|commencing|"
    "for approx|for about|for \\d|with|from "
    "\\d|upon|has|have|holds|held|had|met|meets|made|received|hosted|led|"
    "conducted|welcomed|co-chaired|chaired|convened|talked|agreed|today|"
    "yesterday|earlier|tonight|this|also|following|ahead|via|"
    "paid|visited|spoke|spoken|by (?:tele)?phone|by video|together|(?:also "
    ")?(?:attended|participated|took part|joined|"
    "was|were|is|are)|as well "
    "as|to (?:discuss|exchange|attend|join)|and "
    "(?:presented|signed|visited|"
    "attended|exchanged|others)|(?:and )?from the)\\b"
    "|,? \\((?!\\p{Lu}[\\p{Lu}.]{1,7}\\)|\\p{Lu}[\\p{L} ]+\\)(?:,| led\\b))"
    "|\\)(?!,? (?:of|led)|, \\p{Lu})|(?:(?<!\\b\\p{Lu})\\.|;)(?: |$)"
    "|\\. (?=(?:The|He|She|It|They|Both|Secretary|Minister)\\b)";

/* Where a phrase that names an office ends at the latest. *ret_confidence falls
 * where a word that the phrase may go on with tells it. */
static size_t
find_phrase_end(struct dd_lead *lead, size_t from, size_t to,
    enum dd_confidence *ret_confidence)
{
	static const char small[] = "[ ,](?!" LINK "\\b|d[’'])\\p{Ll}";
	static const char loose[] = "(?:,|,? " LINK ")+$";
	struct dd_extent match;
	size_t end = dd_find(lead->finder, STOP, lead->text, to, from, &match)
	    ? match.from
	    : to;

	if (dd_find(lead->finder, small, lead->text, end, from, &match)) {
		*ret_confidence = DD_LIKELY;
		end = match.from;
	}
	if (dd_find(lead->finder, loose, lead->text, end, from, &match))
		end = match.from;
	return end;
}

/* --- states --------------------------------------------------------------- */

size_t
dd_person_read_state(
    struct dd_lead *lead, struct dd_mention *mention, size_t at, size_t to)
{
	enum { FAR = 120 }; /* bytes; no name of a state is longer */
	size_t len = to - at < FAR ? to - at : FAR, count;
	struct dd_tokens tokens;
	const struct dd_party_name *party;
	size_t end;

	while (len > 0 && (lead->text[at + len] & 0xC0) == 0x80)
		len--;
	tokens = dd_tokens_read(lead->arena, lead->text + at, len);
	party = tokens.count > 0 && tokens.at[0].from == 0
	    ? dd_names_party(lead->names, &tokens, 0, &count)
	    : NULL;
	if (!party)
		return at;
	end = at + tokens.at[count - 1].to;
	/* "U.S." */
	if (end < to && lead->text[end] == '.' && end >= at + 3 &&
	    lead->text[end - 2] == '.')
		end++;
	mention->party = party;
	mention->party_words = dd_lead_copy(lead, (struct dd_extent){at, end});
	return end;
}

/* "of the Embassy of Asteria in Orisia": the office has two states in it. */
static bool
is_mission(const struct dd_tokens *tokens, size_t of)
{
	static const char missions[] =
	    " embassy consulate mission delegation legation representation ";

	return of > 0 && dd_ascii_lists(missions, tokens->at[of - 1].folded);
}

size_t
dd_person_skip_seat(struct dd_lead *lead, size_t at, size_t to)
{
	static const char seat[] = "^ (?:in|to|at) (?=(?:the )?\\p{Lu})";
	struct dd_mention other = {0};
	struct dd_extent match;
	size_t end;

	if (!dd_find(lead->finder, seat, lead->text + at, to - at, 0, &match))
		return at;
	end = dd_person_read_state(lead, &other, at + match.to, to);
	return end > at + match.to ? end : at;
}

/* "Minister for European Union and Cooperation": no state of the person. */
static bool
goes_on(struct dd_lead *lead, size_t end, size_t to)
{
	static const char more[] = "^,? (?:and|&) (?:the )?\\p{Lu}";
	struct dd_extent match;

	return dd_find(
	    lead->finder, more, lead->text + end, to - end, 0, &match);
}

/* Where the office ends in the phrase of bytes [from, to): at the state, whose
 * end is *ret_end; `to` and an empty party where there is none. */
static size_t
find_state(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *mention, size_t *ret_end)
{
	struct dd_tokens tokens =
	    dd_tokens_read(lead->arena, lead->text + from, to - from);

	*ret_end = to;
	for (size_t i = 0; i + 1 < tokens.count; i++) {
		size_t begin = from + tokens.at[i + 1].from, end, next;
		bool of = strcmp(tokens.at[i].folded, "of") == 0;
		struct dd_mention found = {0};

		if (!of && tokens.text[tokens.at[i].to] != ',')
			continue;
		end = dd_person_read_state(lead, &found, begin, to);
		if (end == begin || (!of && goes_on(lead, end, to)))
			continue;
		mention->party = found.party;
		mention->party_words = found.party_words;
		*ret_end = end;
		if (of && is_mission(&tokens, i)) {
			*ret_end = dd_person_skip_seat(lead, end, lead->len);
			return *ret_end;
		}
		/* "of the United Nations General Assembly": all is the office. */
		next = end + 1;
		if (next < to && lead->text[end] == ' ' &&
		    lead->text[next] >= 'A' && lead->text[next] <= 'Z') {
			mention->party_words = NULL;
			*ret_end = to;
			return to;
		}
		return from + (of ? tokens.at[i].from : tokens.at[i].to);
	}
	return to;
}

/* "(ROK)" behind the state. */
static size_t
skip_bracket(struct dd_lead *lead, size_t at, size_t to)
{
	static const char bracket[] = "^ \\(\\p{Lu}[\\p{Lu}.]{1,7}\\)";
	struct dd_extent match;

	return dd_find(
		   lead->finder, bracket, lead->text + at, to - at, 0, &match)
	    ? at + match.to
	    : at;
}

void
dd_person_add_rest(
    struct dd_lead *lead, struct dd_found_person *person, const char *rest)
{
	struct dd_found_office *last = person->offices;

	if (!last || !rest)
		return;
	while (last->next)
		last = last->next;
	last->title = dd_arena_printf(lead->arena, "%s%s", last->title, rest);
}

/* "… of the European Union for Foreign Affairs", "… of Asteria to Orisia": what
 * stands behind the state belongs to the office too. */
static size_t
read_rest(struct dd_lead *lead, struct dd_found_person *person, size_t at,
    size_t stop)
{
	if (!person->offices || at >= stop ||
	    (strncmp(lead->text + at, " for ", 5) != 0 &&
		strncmp(lead->text + at, " to ", 4) != 0))
		return at;
	dd_person_add_rest(
	    lead, person, dd_lead_copy(lead, (struct dd_extent){at, stop}));
	return stop;
}

/* "(by video link)" behind all of it. */
static size_t
read_remote(struct dd_lead *lead, struct dd_found_person *person, size_t at)
{
	static const char remote[] =
	    "^ \\((?:by|via|through|over) (?:video|tele)[^)]{0,20}\\)";
	struct dd_extent match;

	person->remote = dd_find(
	    lead->finder, remote, lead->text + at, lead->len - at, 0, &match);
	return person->remote ? at + match.to : at;
}

/* --- around the name ------------------------------------------------------ */

static bool
is_next_person(struct dd_lead *lead, size_t at, size_t to)
{
	static const char next[] = "^" NEXT;
	struct dd_extent match;

	return dd_find(lead->finder, next, lead->text + at, to - at, 0, &match);
}

/* The phrase of an office at `at`; where it ends. */
static size_t
read_phrase(
    struct dd_lead *lead, struct dd_mention *mention, size_t at, size_t to)
{
	enum dd_confidence confidence = DD_CERTAIN;
	size_t stop = find_phrase_end(lead, at, to, &confidence), end;
	size_t state = find_state(lead, at, stop, mention, &end);

	/* A comma may divide two offices before the state is named. */
	if (state > at)
		dd_person_add_offices(lead, &mention->person,
		    (struct dd_extent){at, state},
		    end < stop ? DD_CERTAIN : confidence);
	return read_rest(
	    lead, &mention->person, skip_bracket(lead, end, to), stop);
}

void
dd_person_read_behind(
    struct dd_lead *lead, struct dd_mention *mention, size_t to)
{
	size_t at = mention->at.to;

	if (at + 2 >= to ||
	    (strncmp(lead->text + at, ", ", 2) != 0 &&
		strncmp(lead->text + at, " of ", 4) != 0))
		return;
	if (lead->text[at] == ',') {
		if (is_next_person(lead, at, to))
			return;
		at = dd_person_skip_article(lead, mention, at + 2, to);
		if (lead->text[at] >= 'a' && lead->text[at] <= 'z')
			return;
	}
	mention->at.to = read_remote(
	    lead, &mention->person, read_phrase(lead, mention, at, to));
}

bool
dd_person_unnamed(struct dd_lead *lead, size_t from, struct dd_mention *ret)
{
	static const char unnamed[] =
	    "\\b(?:with|from|on|by|between|and) (?:the|an?|his|her) "
	    "(?<office>" DD_OFFICE ")\\b";
	struct dd_extent match, office;

	if (!dd_find(
		lead->finder, unnamed, lead->text, lead->len, from, &match) ||
	    !dd_find_group(lead->finder, unnamed, "office", &office))
		return false;
	*ret = (struct dd_mention){.at = office};
	ret->at.to = read_phrase(lead, ret, office.from, lead->len);
	if (!ret->party)
		return false;
	ret->person.at = ret->person.name = ret->at;
	return true;
}
