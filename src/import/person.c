/* SPDX-License-Identifier: MIT */
/* Owns: how a person is written in English. */
#include "import/person.h"
#include <string.h>
#include "base/ascii.h"

#define STYLES                                                                 \
	"(?:H\\. ?E\\.?|HE|H\\.?R\\.?H\\.?|H\\.?H\\.?|H\\.M\\.|"               \
	"(?:His|Her) (?:Excellency|Majesty|(?:Royal |Serene )?Highness)|"      \
	"(?:[Tt]he )?R(?:igh)?t\\.? Hon(?:\\.|ou?rable)?|"                     \
	"(?:[Tt]he )?Hon(?:\\.|ou?rable)?|Senator|Dato[’'](?: Se?ri)?|"      \
	"Datuk(?: Seri)?|Tan Sri|Samdech(?: Techo)?|Sheikha?|"                 \
	"(?:Crown )?Prince(?:ss)?|Pehin|Sayyid)(?=[ ,])"
#define STYLE "(?<style>" STYLES "(?:,? " STYLES ")*)"
#define COURTESIES "(?:Mr|Ms|Mrs|Mme|Miss|Madame|Sir|Dame|Lord|Lady|Shri|Smt)"
#define COURTESY "(?<courtesy>" COURTESIES "\\b\\.?)"
#define RANKS                                                                  \
	"(?:Gen(?:eral)?|Lt\\.? ?Gen|Lieutenant General|LTG|Adm(?:iral)?|"     \
	"Vice Adm(?:iral)?|Col(?:onel)?|Maj(?:or)?|Brig(?:adier)?|"            \
	"Air (?:Chief )?Marshal|Capt(?:ain)?|Amb(?:assador)?)"
#define RANK "(?<rank>" RANKS "\\b\\.?(?: \\(?[Rr]et(?:ired|d)?\\.?\\)?)?)"
#define ACADEMIC "(?<academic>(?:Dr|Prof(?:essor)?)\\b\\.?(?: Dr\\.?)?)"
#define TITLES                                                                 \
	"(?:" STYLE ",? )?(?:" COURTESY " )?(?:" RANK " )?(?:" ACADEMIC " )?"
/* What a name with titles begins with. */
#define TITLE_AHEAD                                                            \
	"(?=(?:" STYLES "|(?:" COURTESIES "|Dr|Prof(?:essor)?|LTG|Lt|Gen|"     \
	"Adm|Amb)\\b\\.?) )"
#define LETTERS "(?:MP|MEP|MLA|KC|QC|SC|PhD|FRGS|OBE|CBE|KCMG|GCMG)"
#define WORD                                                                   \
	"(?:(?!" LETTERS "\\b)(?:\\p{Lu}\\.|(?:St|Mohd|Md)\\.|"                \
	"\\p{Lu}[\\p{L}\\p{M}’'-]*))"
#define PARTICLE                                                               \
	"(?:d[aeiou]s?|del|della|di|van|von|der|den|bin|binti|ibn|bint|al|el|" \
	"la|le|y|e|ten|ter|zu|af|(?:al|el)-" WORD "|d[’']" WORD ")"
#define NAME                                                                   \
	"(?<name>" WORD "(?: (?:" WORD "|" PARTICLE ")(?=[ ,.;)(]|$)){0,6})"
#define POST "(?:,? (?<post>" LETTERS "(?:,? " LETTERS ")*\\b|[JS]r\\b\\.?))?"
#define OFFICE                                                                 \
	"(?:(?:Deputy|Vice|First|Second|Acting|Senior|State|Parliamentary|"    \
	"Federal|Permanent|Special|Under|Assistant|Executive)[ -])*"           \
	"(?:Prime Minister|(?:Foreign|Defen[cs]e|Finance|Trade) "              \
	"(?:Minister|Secretary)|Secretary of State|Minister(?: of State)?|"    \
	"President|Chancellor|Secretary[- ]General|Secretary|"                 \
	"High Representative|Ambassador|Commissioner|Director-General|"        \
	"Governor|King|Crown Prince|Vice-President)"
#define OF " (?:for|of) (?:the )?(?:\\p{Lu}\\p{L}+,?(?: and| of)? ?)+?"

/* What begins an office is no people. */
#define BEFORE                                                                 \
	"(?:Prime|Foreign|Defen[cs]e|Finance|Trade|Deputy|Vice|First|Second|"  \
	"Acting|Senior|State|Parliamentary|Federal|Permanent|Special|Under|"   \
	"Assistant|Executive|High|Crown)"

/* With titles, then the name. */
static const char TITLED[] = "(?:(?<=[ (,“\"])|^)" TITLE_AHEAD TITLES NAME POST;
/* An office, then perhaps titles, then the name. Where the office says of what
 * it is, only titles tell where the name begins. */
static const char OFFICED[] =
    "(?:(?<=[ (,“\"])|^)(?:(?<people>(?!" BEFORE
    "\\b)\\p{Lu}[\\p{L}-]+) ){0,1}?(?<office>" OFFICE "(?:" OF
    "(?= " TITLE_AHEAD "))?) " TITLES NAME POST;
/* Nothing in front of the name, an office behind it. */
static const char BARE[] = "(?:(?<=[ (,“\"])|^)(?<name>" WORD "(?: (?:" WORD
			   "|" PARTICLE ")){1,4}), (?=(?:the )?" OFFICE "\\b)";
/* Someone who is not named: "with the Minister of Finance". */
static const char UNNAMED[] =
    "\\b(?:with|from|on|by|between|and) (?:the|an?|his|her) (?<office>" OFFICE
    ")\\b";

static const char *
get_group(struct dd_lead *lead, const char *pattern, const char *group)
{
	struct dd_extent at;

	return dd_find_group(lead->finder, pattern, group, &at)
	    ? dd_lead_copy(lead, at)
	    : NULL;
}

static void
add_office(
    struct dd_lead *lead, struct dd_found_person *person, struct dd_extent at)
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
	    .at = at,
	};
	at.from += office->acting ? skip : 0;
	office->title = dd_lead_copy(lead, at);
	while (*end)
		end = &(*end)->next;
	*end = office;
}

/* "Deputy Prime Minister and Minister of Foreign Affairs" are two. */
static void
add_offices(
    struct dd_lead *lead, struct dd_found_person *person, struct dd_extent at)
{
	static const char join[] = "(?:,? and |, )(?=(?:the )?(?:Deputy |Vice "
				   "|State |First )?(?:Minister|"
				   "Secretary|President|Prime|Vice-President|"
				   "Commissioner|Deputy|Special|Dean|"
				   "Chair(?:man|woman|person)?|Head|Director|"
				   "Governor|Ambassador|Leader|Speaker|"
				   "Chancellor)\\b)";
	struct dd_extent match;
	size_t from = at.from;

	while (dd_find(lead->finder, join, lead->text, at.to, from, &match) &&
	    match.from > from) {
		add_office(lead, person, (struct dd_extent){from, match.from});
		from = match.to;
	}
	add_office(lead, person, (struct dd_extent){from, at.to});
}

/* Where a phrase that names an office ends at the latest: at the next person, at
 * a clause or bracket, at the end of the sentence. */
static size_t
find_phrase_end(struct dd_lead *lead, size_t from, size_t to)
{
	static const char stop[] =
	    "(?:,? and |, |; )" TITLE_AHEAD
	    "|,? (?:who|which|during|while|where|respectively|on the|on "
	    "\\p{Lu}|at the|at \\d|in the margins|in \\p{Lu}|commencing|"
	    "for approx|for about|for \\d|with|from "
	    "\\d|upon|held|had|met|received|"
	    "paid|visited|spoke|by (?:tele)?phone|by video|together|(?:also "
	    ")?(?:attended|participated|took part|joined|"
	    "were|was)|as well "
	    "as|to (?:discuss|exchange)|and (?:presented|signed|visited|"
	    "attended|exchanged|others)|(?:and )?from the)\\b"
	    "|,? \\((?!\\p{Lu}[\\p{Lu}.]{1,7}\\))|\\)(?!,? of)|[.;](?: |$)";
	struct dd_extent match;

	return dd_find(lead->finder, stop, lead->text, to, from, &match)
	    ? match.from
	    : to;
}

/* The state behind "of" or a comma in bytes [from, to), as the first such place; `to` and an
 * empty party where there is none. */
static size_t
find_state(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *mention, size_t *ret_end)
{
	struct dd_tokens tokens =
	    dd_tokens_read(lead->arena, lead->text + from, to - from);
	size_t count;

	for (size_t i = 0; i + 1 < tokens.count; i++) {
		const struct dd_party_name *party;
		bool of = strcmp(tokens.at[i].folded, "of") == 0;

		if (!of && tokens.text[tokens.at[i].to] != ',')
			continue;
		party = dd_names_party(lead->names, &tokens, i + 1, &count);
		if (!party)
			continue;
		mention->party = party;
		*ret_end = from + tokens.at[i + count].to;
		/* "of the United Nations General Assembly": all is the office. */
		if (i + count + 1 < tokens.count &&
		    tokens.at[i + count + 1].capital &&
		    tokens.at[i + count + 1].from ==
			tokens.at[i + count].to + 1) {
			*ret_end = to;
			return to;
		}
		mention->party_words = dd_lead_copy(lead,
		    (struct dd_extent){from + tokens.at[i + 1].from, *ret_end});
		return from + (of ? tokens.at[i].from : tokens.at[i].to);
	}
	*ret_end = to;
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

/* "… of the European Union for Foreign Affairs", "… of Asteria to Orisia": what
 * stands behind the state belongs to the office too. */
static size_t
read_rest(struct dd_lead *lead, struct dd_found_person *person, size_t at,
    size_t stop)
{
	struct dd_found_office *last = person->offices;

	if (!last || at >= stop ||
	    (strncmp(lead->text + at, " for ", 5) != 0 &&
		strncmp(lead->text + at, " to ", 4) != 0))
		return at;
	while (last->next)
		last = last->next;
	last->title = dd_arena_printf(lead->arena, "%s%s", last->title,
	    dd_lead_copy(lead, (struct dd_extent){at, stop}));
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

/* What stands behind the name: ", Minister of Foreign Affairs of Asteria". */
static void
read_behind(struct dd_lead *lead, struct dd_mention *mention, size_t to)
{
	size_t at = mention->at.to, end, state, stop;

	if (at + 2 >= to ||
	    (lead->text[at] != ',' && strncmp(lead->text + at, " of ", 4) != 0))
		return;
	at += lead->text[at] == ',' ? 2 : 0;
	stop = find_phrase_end(lead, at, to);
	state = find_state(lead, at, stop, mention, &end);
	/* A comma may divide two offices before the state is named. */
	if (state > at)
		add_offices(
		    lead, &mention->person, (struct dd_extent){at, state});
	end = skip_bracket(lead, end, to);
	mention->at.to = read_remote(lead, &mention->person,
	    read_rest(lead, &mention->person, end, stop));
}

static void
read_titles(
    struct dd_lead *lead, const char *pattern, struct dd_found_person *person)
{
	person->style = get_group(lead, pattern, "style");
	person->courtesy = get_group(lead, pattern, "courtesy");
	person->rank = get_group(lead, pattern, "rank");
	person->academic = get_group(lead, pattern, "academic");
	person->post_nominal = get_group(lead, pattern, "post");
}

/* The next office in front of a name. Most names have titles instead, so that one
 * that was found far ahead is kept. */
static bool
find_officed(
    struct dd_lead *lead, size_t from, size_t to, struct dd_extent *ret_match)
{
	if (!lead->office_sought || lead->office.from < from) {
		lead->office_sought = true;
		if (!dd_find(lead->finder, OFFICED, lead->text, to, from,
			&lead->office))
			lead->office = (struct dd_extent){to, to};
	}
	*ret_match = lead->office;
	return lead->office.from < to;
}

static bool
read_bare(struct dd_lead *lead, size_t to, struct dd_mention *ret_mention)
{
	*ret_mention = (struct dd_mention){0};
	dd_find_group(lead->finder, BARE, "name", &ret_mention->person.name);
	ret_mention->at = ret_mention->person.name;
	read_behind(lead, ret_mention, to);
	ret_mention->person.at = ret_mention->at;
	return true;
}

bool
dd_person_next(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *ret_mention)
{
	struct dd_extent titled, officed, office, people, bare;
	bool has_titled =
	    dd_find(lead->finder, TITLED, lead->text, to, from, &titled);
	bool has_officed = find_officed(lead, from, to, &officed);
	bool by_office =
	    has_officed && (!has_titled || officed.from < titled.from);
	const char *pattern = by_office ? OFFICED : TITLED;

	if (dd_find(lead->finder, BARE, lead->text, to, from, &bare) &&
	    (!has_titled || bare.from < titled.from) &&
	    (!has_officed || bare.from < officed.from))
		return read_bare(lead, to, ret_mention);
	if (!has_titled && !has_officed)
		return false;
	*ret_mention = (struct dd_mention){.at = by_office ? officed : titled};
	/* Its groups are those of the search before. */
	if (by_office &&
	    !dd_find(
		lead->finder, OFFICED, lead->text, to, officed.from, &officed))
		return false;
	read_titles(lead, pattern, &ret_mention->person);
	dd_find_group(lead->finder, pattern, "name", &ret_mention->person.name);
	if (by_office &&
	    dd_find_group(lead->finder, OFFICED, "office", &office))
		add_offices(lead, &ret_mention->person, office);
	if (by_office &&
	    dd_find_group(lead->finder, OFFICED, "people", &people)) {
		struct dd_tokens tokens = dd_tokens_read(lead->arena,
		    lead->text + people.from, people.to - people.from);
		size_t count;

		ret_mention->party =
		    dd_names_people(lead->names, &tokens, 0, &count);
	}
	read_behind(lead, ret_mention, to);
	ret_mention->person.at = ret_mention->at;
	return true;
}

bool
dd_person_unnamed(struct dd_lead *lead, size_t from, struct dd_mention *ret)
{
	struct dd_extent match, office;
	size_t stop, state, end;

	if (!dd_find(
		lead->finder, UNNAMED, lead->text, lead->len, from, &match) ||
	    !dd_find_group(lead->finder, UNNAMED, "office", &office))
		return false;
	*ret = (struct dd_mention){.at = office};
	stop = find_phrase_end(lead, office.to, lead->len);
	state = find_state(lead, office.from, stop, ret, &end);
	if (!ret->party)
		return false;
	add_offices(lead, &ret->person, (struct dd_extent){office.from, state});
	ret->at.to = skip_bracket(lead, end, lead->len);
	ret->person.at = ret->person.name = ret->at;
	return true;
}
