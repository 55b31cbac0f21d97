/* SPDX-License-Identifier: MIT */
/* Owns: how a person is written in English. */
#include "import/person.h"
#include <string.h>
#include "import/person_internal.h"

#define STYLE "(?<style>" DD_STYLES "(?:,? " DD_STYLES ")*)"
#define COURTESY "(?<courtesy>" DD_COURTESIES "\\b\\.?)"
#define RANKS                                                                  \
	"(?:Gen(?:eral)?|Lt\\.? ?Gen|Lieutenant General|LTG|Adm(?:iral)?|"     \
	"Vice Adm(?:iral)?|Col(?:onel)?|Maj(?:or)?|Brig(?:adier)?|"            \
	"Major General|Air (?:Chief )?Marshal|Capt(?:ain)?|Amb(?:assador)?)"
#define RANK "(?<rank>" RANKS "\\b\\.?(?: \\(?[Rr]et(?:ired|d)?\\.?\\)?)?)"
#define ACADEMIC "(?<academic>(?:Dr|Prof(?:essor)?)\\b\\.?(?: Dr\\.?)?)"
#define TITLES                                                                 \
	"(?:" STYLE ",? )?(?:" COURTESY " )?(?:" RANK " )?(?:" ACADEMIC " )?"
#define LETTERS "(?:MP|MEP|MLA|KC|QC|SC|PhD|FRGS|OBE|CBE|KCB|KCMG|GCMG)"
#define GENERATION "(?:[JS]r\\b\\.?|I{2,3}\\b|IV\\b)"
#define WORD                                                                   \
	"(?:(?!" LETTERS "\\b|" GENERATION ")(?:\\p{Lu}\\.|(?:St|Mohd|Md)\\.|" \
	"\\p{Lu}[\\p{L}\\p{M}’'-]*))"
#define PARTICLE                                                               \
	"(?:d[aeiou]s?|del|della|di|van|von|der|den|bin|binti|ibn|bint|al|el|" \
	"la|le|y|e|ten|ter|zu|af|(?:al|el)-" WORD "|d[’']" WORD ")"
/* No name begins as an office, or with what a ministry is of. */
#define NO_OFFICE                                                              \
	"(?!(?:" DD_OFFICE "|" DD_FIELD "|" DD_KIND_OF                         \
	"|General|For|Of|Commission|Council|Parliament|Authority|Bank|"        \
	"Ministry|Department|Office|Bureau|Committee|Agency|Assembly|Court|"   \
	"Fund|Group)\\b)"
#define REST(times) "(?: (?:" WORD "|" PARTICLE ")(?=[ ,.;)(]|$))" times
#define NAME "(?<name>" WORD REST("{0,6}") ")"
#define POST                                                                   \
	"(?:,? (?<post>(?:" GENERATION "|" LETTERS "\\b)(?:,? " LETTERS        \
	"\\b)*))?"
#define OF " (?:for|of) (?:the )?(?:\\p{Lu}\\p{L}+,?(?: and| of)? ?)+?"
#define BEGIN "(?:(?<=[ (,“\"])|^)"

/* With titles, then the name. */
static const char TITLED[] = BEGIN DD_TITLE_AHEAD TITLES NAME POST;
/* An office or two, then perhaps titles, then the name. Where the office says of
 * what it is, titles tell where the name begins, or that the words are those
 * of ministries. */
static const char OFFICED[] = BEGIN
    "(?:(?<=[Tt]he )(?<the>))?"
    "(?<office>(?>" DD_OFFICE "(?:" OF "(?= " DD_TITLE_AHEAD ")|" DD_PORTFOLIO
    ")?)(?: and (?>" DD_OFFICE "(?:" DD_PORTFOLIO
    ")?))*)(?(<the>)(?:,(?= " DD_TITLE_AHEAD "))?) " TITLES NO_OFFICE NAME POST;
/* An office of something, which may be a state with a name behind it. */
static const char STATED[] =
    BEGIN "(?<office>(?>" DD_OFFICE "(?:" DD_PORTFOLIO
	  ")?)) (?<link>of|to) (?<state>(?:the )?\\p{Lu})";
/* What stands behind that state. */
static const char APPOSED[] =
    "^(?: \\(\\p{Lu}[\\p{Lu}.]{1,7}\\))?(?<rest>" DD_PORTFOLIO ")?"
    "(?:,? " DD_TITLE_AHEAD TITLES NAME POST "| " NO_OFFICE
    "(?<bare>" WORD REST("{0,6}") ")"
				  "|, " NO_OFFICE
				  "(?<after>" WORD REST("{1,6}") ")(?=[,.]))";
/* Nothing in front of the name, an office behind it. */
static const char BARE[] = BEGIN "(?<name>" NO_OFFICE WORD REST(
    "{1,4}") "), (?=(?:the |an? )?"
	     "(?:(?:\\p{Lu}[\\p{L}.’']* ){0,3}?)(?>" DD_OFFICE
	     "(?:" DD_PORTFOLIO ")?)(?! \\p{Lu})\\b)";

/* A group of a match in the lead from byte `shift` on. */
static const char *
get_group(
    struct dd_lead *lead, const char *pattern, const char *group, size_t shift)
{
	struct dd_extent at;

	return dd_find_group(lead->finder, pattern, group, &at)
	    ? dd_lead_copy(
		  lead, (struct dd_extent){at.from + shift, at.to + shift})
	    : NULL;
}

static void
read_titles(struct dd_lead *lead, const char *pattern,
    struct dd_found_person *person, size_t shift)
{
	person->style = get_group(lead, pattern, "style", shift);
	person->courtesy = get_group(lead, pattern, "courtesy", shift);
	person->rank = get_group(lead, pattern, "rank", shift);
	person->academic = get_group(lead, pattern, "academic", shift);
	person->post_nominal = get_group(lead, pattern, "post", shift);
}

/* The next match of a pattern that is rare, or bytes [to, to). One that was found
 * far ahead is kept. */
static struct dd_extent
find_ahead(struct dd_lead *lead, const char *pattern, size_t from, size_t to,
    struct dd_ahead *ahead)
{
	if (!ahead->sought || ahead->at.from < from) {
		ahead->sought = true;
		if (!dd_find(lead->finder, pattern, lead->text, to, from,
			&ahead->at))
			ahead->at = (struct dd_extent){to, to};
	}
	return ahead->at;
}

static void
end_mention(struct dd_lead *lead, struct dd_mention *mention, size_t to)
{
	dd_person_read_behind(lead, mention, to);
	mention->person.at = mention->at;
}

static bool
read_bare(struct dd_lead *lead, size_t to, struct dd_mention *ret_mention)
{
	struct dd_extent name;

	*ret_mention = (struct dd_mention){0};
	dd_find_group(lead->finder, BARE, "name", &name);
	/* "In New York, the Prime Minister": a place is nobody. */
	if (dd_names_city_in(
		lead->names, lead->text + name.from, name.to - name.from) ||
	    dd_names_party_in(
		lead->names, lead->text + name.from, name.to - name.from))
		return false;
	ret_mention->person.name = ret_mention->at = name;
	end_mention(lead, ret_mention, to);
	return true;
}

/* "the President of Asteria Ines Falk", "the Minister of Finance of Asteria, Mr.
 * Falk": false where no name stands behind the state. */
static bool
read_stated(struct dd_lead *lead, size_t from, size_t to,
    struct dd_extent match, struct dd_mention *ret_mention)
{
	static const char *const names[] = {"name", "bare", "after"};
	struct dd_extent office, state, link, seat = {0}, name = {0}, behind;
	size_t end;

	*ret_mention = (struct dd_mention){.at = match};
	if (!dd_find(
		lead->finder, STATED, lead->text, to, match.from, &match) ||
	    !dd_find_group(lead->finder, STATED, "office", &office) ||
	    !dd_find_group(lead->finder, STATED, "link", &link) ||
	    !dd_find_group(lead->finder, STATED, "state", &state))
		return false;
	end = dd_person_read_state(lead, ret_mention, state.from, to);
	if (lead->text[link.from] == 't') {
		office.to = end;
		ret_mention->party = NULL;
		ret_mention->party_words = NULL;
		dd_person_read_people(lead, ret_mention, from, office.from);
	} else if (end > state.from) {
		seat =
		    (struct dd_extent){end, dd_person_skip_seat(lead, end, to)};
		end = seat.to;
	}
	if (end == state.from ||
	    !dd_find(
		lead->finder, APPOSED, lead->text + end, to - end, 0, &behind))
		return false;
	read_titles(lead, APPOSED, &ret_mention->person, end);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (dd_find_group(lead->finder, APPOSED, names[i], &name))
			break;
	ret_mention->person.name =
	    (struct dd_extent){name.from + end, name.to + end};
	ret_mention->at.to = end + behind.to;
	dd_person_add_offices(lead, &ret_mention->person, office, DD_CERTAIN);
	dd_person_add_rest(
	    lead, &ret_mention->person, dd_lead_copy(lead, seat));
	dd_person_add_rest(
	    lead, &ret_mention->person, get_group(lead, APPOSED, "rest", end));
	ret_mention->person.at = ret_mention->at;
	return true;
}

static bool
read_officed(struct dd_lead *lead, size_t from, size_t to,
    struct dd_extent match, struct dd_mention *ret_mention)
{
	struct dd_extent office;

	*ret_mention = (struct dd_mention){.at = match};
	/* Its groups are those of the search before. */
	if (!dd_find(
		lead->finder, OFFICED, lead->text, to, match.from, &match) ||
	    !dd_find_group(lead->finder, OFFICED, "office", &office))
		return false;
	read_titles(lead, OFFICED, &ret_mention->person, 0);
	dd_find_group(lead->finder, OFFICED, "name", &ret_mention->person.name);
	dd_person_add_offices(lead, &ret_mention->person, office, DD_CERTAIN);
	/* "the President and Prime Minister Falk" may be two. */
	if (dd_find_group(lead->finder, OFFICED, "the", &office))
		for (struct dd_found_office *o = ret_mention->person.offices;
		     o && o->next; o = o->next)
			o->confidence = DD_LIKELY;
	dd_person_read_people(
	    lead, ret_mention, from, ret_mention->person.offices->at.from);
	end_mention(lead, ret_mention, to);
	return true;
}

static bool
read_titled(struct dd_lead *lead, size_t to, struct dd_extent match,
    struct dd_mention *ret_mention)
{
	*ret_mention = (struct dd_mention){.at = match};
	read_titles(lead, TITLED, &ret_mention->person, 0);
	dd_find_group(lead->finder, TITLED, "name", &ret_mention->person.name);
	end_mention(lead, ret_mention, to);
	return true;
}

bool
dd_person_next(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *ret_mention)
{
	for (size_t at = from; at < to;) {
		struct dd_extent officed =
		    find_ahead(lead, OFFICED, at, to, &lead->officed);
		struct dd_extent stated =
		    find_ahead(lead, STATED, at, to, &lead->stated);
		struct dd_extent bare =
		    find_ahead(lead, BARE, at, to, &lead->bare);
		struct dd_extent titled;

		if (!dd_find(lead->finder, TITLED, lead->text, to, at, &titled))
			titled = (struct dd_extent){to, to};
		if (stated.from < to && stated.from <= officed.from &&
		    stated.from <= titled.from && stated.from <= bare.from) {
			if (read_stated(lead, from, to, stated, ret_mention))
				return true;
			lead->stated.sought = false;
			at = stated.from + 1;
		} else if (bare.from < titled.from &&
		    bare.from < officed.from) {
			if (dd_find(lead->finder, BARE, lead->text, to,
				bare.from, &bare) &&
			    read_bare(lead, to, ret_mention))
				return true;
			at = bare.to;
		} else if (officed.from < titled.from) {
			return read_officed(
			    lead, from, to, officed, ret_mention);
		} else if (titled.from < to) {
			return read_titled(lead, to, titled, ret_mention);
		} else {
			return false;
		}
	}
	return false;
}
