/* SPDX-License-Identifier: MIT */
/* Why a side was there: events, visits, invitations. */
#include <string.h>
#include "import/lead.h"
#include "model/house.h"
#include "xml/node.h"

/* "(UN)" inside of a name: "the United Nations (UN) General Assembly". */
#define SHORT "\\(\\p{Lu}[\\p{Lu}\\d.-]{1,9}\\)(?= \\p{Lu})"
/* The words of an event run up to the end of the clause. */
#define EVENT                                                                  \
	"(?<event>(?:(?:the|an?|The) "                                         \
	"[\\p{L}\\d“\"]|[\\p{Lu}\\d“\"])(?:[^,.;()]|" SHORT                    \
	"|(?<=Mr|Ms|Dr|St)\\.)*?)"
#define STOP                                                                   \
	"(?=\\s*(?:[,;)]|(?!" SHORT                                            \
	")\\(|(?<!Mr|Ms|Dr|St)\\.(?: |$)|$|\\bwhich\\b|\\bheld\\b|\\bhad\\b|"  \
	"\\bmet\\b|\\bpaid\\b|\\breceived\\b|\\bfrom\\b|"                      \
	"\\bon \\p{Lu}\\p{Ll}+ \\d|\\bcommencing\\b|\\band "                   \
	"(?:held|had|met|paid)\\b|\\bfor "                                     \
	"(?:about|approx)|\\b(?:at|upon|on) the (?:invitation|request|"        \
	"margins?|sidelines?|occasion)\\b))"
#define PLACE_WORD                                                             \
	"\\p{Lu}(?:[\\p{L}’'-]|\\.(?=[\\p{L},])|(?<=\\b\\p{Lu}|\\bSt)\\.)*"
#define NAMES "(?:the )?" PLACE_WORD "(?: (?:of |and |the )?" PLACE_WORD ")*?"
#define WHERE "(?<place>" NAMES ")"
/* With a state behind a comma, where more follows. */
#define WHERE_FOR                                                              \
	"(?<place>" NAMES "(?:, " NAMES ")?"                                   \
	"?),?"                                                                 \
	" (?:for|to attend|to participate in|to take part in|to join) " EVENT
#define ADJECTIVES "(?:(?:official|working|state|private|first|second) )*"
#define VISIT ADJECTIVES "(?:visit|stay|trip)"

static const struct {
	const char *relation, *pattern;
} rows[] = {
    {"attending",
	"\\b(?:during|on) (?<whose>his|her|their) " VISIT
	" (?:to|in) " WHERE_FOR STOP},
    {"attending",
	"\\b(?<who>who (?:is|was|were|are) )?(?:currently )?(?:visiting|in|"
	"on an? " VISIT " to) " WHERE_FOR STOP},
    {"attending",
	"\\b(?:while|(?<who>who (?:is|was|were|are))|where [^,.]{0,40} "
	"(?:is|was)) (?:attending|participating in|taking part in) " EVENT
	    STOP},
    {"attending", "\\battending " EVENT STOP},
    {"margins", "\\b(?:on|at|in) the (?:margins?|sidelines?) of " EVENT STOP},
    {"attending", "\\bon the occasion of " EVENT STOP},
    {"transit",
	"\\b(?:while (?<visitor>[^,.;()]{3,60}?)|(?<who>who)) (?:is|was|were) "
	"on (?:the|his|her|their) way to " EVENT STOP},
    {"visiting",
	"\\bduring (?:an?|the) " VISIT " (?:of|by) (?<visitor>[^,.;()]{3,60}?)"
	" to " WHERE STOP},
    {"invitation",
	"\\b(?:at|upon|on) the invitation of (?<event>[^,.;()]+?)" STOP},
    {"visiting",
	"\\b(?:during|on) (?<whose>his|her|their) " VISIT
	" (?:to|in) " WHERE STOP},
    {"visiting",
	"\\b(?<who>who (?:is|was|were|are) |(?=on an? " VISIT
	" to ))(?:currently )?(?:visiting|on (?:an?|his|her) " VISIT
	" to|paying (?:an?|his|her) " VISIT " to) " WHERE STOP},
    {"visiting", "\\b(?<who>visited) " WHERE STOP},
    {"visiting", "\\bvisiting " WHERE STOP},
};

/* The match of one row. */
struct read {
	const char *relation;
	struct dd_extent match, words, place;
	bool has_place, has_who;
	const char *whose;   /* "his", or NULL */
	const char *visitor; /* "Minister Orell", or NULL */
};

/* --- whose it was --------------------------------------------------------- */

/* "he" or "she", by the house or the courtesy title; NULL: not known. */
static const char *
get_pronoun(const struct dd_lead *lead, const struct dd_found_person *person)
{
	const xmlNode *official = person->official
	    ? dd_table_find(&lead->house->officials, person->official)
	    : NULL;
	const char *courtesy = person->courtesy;

	if (official)
		return dd_node_value(official, "pronoun");
	if (!courtesy)
		return NULL;
	return strncmp(courtesy, "Mr", 2) == 0 && courtesy[2] != 's' ? "he"
	    : strncmp(courtesy, "M", 1) == 0			     ? "she"
								     : NULL;
}

/* "visiting his country" is not said of someone at home: the visitor. */
static bool
lives_there(const struct dd_lead *lead, const struct dd_found_party *party)
{
	return lead->country && party->country &&
	    strcmp(lead->country, party->country) == 0;
}

/* Whoever the pronoun can mean; NULL where that is nobody or several. */
static const struct dd_found_person *
find_by_pronoun(const struct dd_lead *lead, const struct read *read)
{
	const struct dd_found_person *only = NULL;
	const char *wanted = strcmp(read->whose, "his") == 0 ? "he" : "she";

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			const char *own = get_pronoun(lead, q);

			if (q->attendee || lives_there(lead, p) ||
			    (own && strcmp(own, wanted) != 0))
				continue;
			/* In front of the verb only the subject is there. */
			if (read->match.from < lead->verb.from &&
			    q->at.from > lead->verb.from)
				continue;
			if (only)
				return NULL;
			only = q;
		}
	return only;
}

static const struct dd_found_person *
find_nearest(const struct dd_lead *lead, struct dd_extent match)
{
	const struct dd_found_person *nearest = NULL;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->at.to <= match.from &&
			    (!nearest || q->at.to > nearest->at.to))
				nearest = q;
	return nearest;
}

/* "Mr. Falk and Ms. Holm, who are visiting": true where someone of the same party
 * stands right in front of the person. */
static bool
is_one_of_several(
    struct dd_lead *lead, const struct dd_found_person *person, bool plural)
{
	static const char joined[] = "^,? and (?:the )?$";
	struct dd_extent match;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->next == person &&
			    (plural ||
				(q->at.to <= person->at.from &&
				    dd_find(lead->finder, joined,
					lead->text + q->at.to,
					person->at.from - q->at.to, 0,
					&match))))
				return true;
	return false;
}

static const struct dd_found_party *
get_party(const struct dd_lead *lead, const struct dd_found_person *person)
{
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q == person)
				return p;
	return NULL;
}

/* Whose visit it was, by who is named last before it: "who is" is said of one,
 * "who are" of all guests. */
static const char *
find_visitor(struct dd_lead *lead, const struct read *read)
{
	static const char who[] = "^who (?<verb>is|was|are|were)\\b";
	const struct dd_found_person *nearest = find_nearest(lead, read->match);
	struct dd_extent match, verb;
	bool said = dd_find(lead->finder, who, lead->text + read->match.from,
			lead->len - read->match.from, 0, &match) &&
	    dd_find_group(lead->finder, who, "verb", &verb);
	bool plural = said &&
	    strncmp(lead->text + read->match.from + verb.to - 2, "re", 2) == 0;

	if (!nearest)
		return NULL;
	if ((!said || plural) && is_one_of_several(lead, nearest, plural))
		return get_party(lead, nearest)->id;
	return nearest->id;
}

/* A guest is of the other side than the host, where there are two. */
static const char *
find_guest(const struct dd_lead *lead, struct dd_extent words)
{
	const struct dd_found_party *host = dd_lead_party_of(
	    lead, lead->text + words.from, words.to - words.from);
	const struct dd_found_party *guest = NULL;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (p != host) {
			if (guest)
				return NULL;
			guest = p;
		}
	return host && guest ? guest->id : NULL;
}

static const struct dd_found_person *
find_by_name(const struct dd_lead *lead, const char *words)
{
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if ((q->family || q->given) &&
			    strstr(words, q->family ? q->family : q->given))
				return q;
	return NULL;
}

/* The id of the person or party; NULL: all, or it is not clear. */
static const char *
find_whose(struct dd_lead *lead, const struct read *read)
{
	const struct dd_found_person *person = NULL;

	if (strcmp(read->relation, "invitation") == 0)
		return find_guest(lead, read->words);
	if (read->visitor)
		person = find_by_name(lead, read->visitor);
	else if (read->has_who ||
	    strncmp(lead->text + read->match.from, "visiting", 8) == 0)
		return find_visitor(lead, read);
	else if (read->whose && strcmp(read->whose, "their") != 0)
		person = find_by_pronoun(lead, read);
	return person ? person->id : NULL;
}

/* --- reading -------------------------------------------------------------- */

struct dd_found_occasion *
dd_lead_add_occasion(struct dd_lead *lead, const char *relation,
    struct dd_extent words, struct dd_extent match)
{
	struct dd_found_occasion *occasion = dd_arena_alloc(
				     lead->arena, sizeof *occasion),
				 **end;

	*occasion = (struct dd_found_occasion){
	    .relation = relation,
	    .text = dd_lead_copy(lead, words),
	    .at = match,
	};
	if (words.to - words.from > 3 && lead->text[words.to - 1] == '.' &&
	    lead->text[words.to - 3] != '.')
		occasion->text = dd_lead_copy(
		    lead, (struct dd_extent){words.from, words.to - 1});
	for (end = &lead->occasions; *end && (*end)->at.from < match.from;
	     end = &(*end)->next)
		;
	occasion->next = *end;
	*end = occasion;
	dd_lead_use(lead, match.from, match.to);
	return occasion;
}

static void
add_occasion(struct dd_lead *lead, const struct read *read)
{
	const char *party = find_whose(lead, read);
	struct dd_found_occasion *occasion = dd_lead_add_occasion(
	    lead, read->relation, read->words, read->match);

	occasion->party = party;
	dd_lead_fact(lead, "meeting/occasion", occasion->text,
	    read->whose && !party ? DD_LIKELY : DD_CERTAIN, "lead/occasion",
	    read->words);
}

/* "the Conference on Rivers in Geneva": the city is where they met. */
static void
cut_city(struct dd_lead *lead, struct read *read)
{
	static const char in[] = " in (?<place>\\p{Lu}[\\p{L}.’' -]*)$";
	struct dd_extent match, place;

	if (read->has_place ||
	    !dd_find(lead->finder, in, lead->text, read->words.to,
		read->words.from, &match) ||
	    !dd_find_group(lead->finder, in, "place", &place) ||
	    !dd_names_city_in(
		lead->names, lead->text + place.from, place.to - place.from))
		return;
	read->words.to = match.from;
	dd_lead_extend_place(lead, &place);
	if (place.to > read->match.to)
		read->match.to = place.to;
	dd_lead_set_place(lead, place, "lead/occasion", DD_LIKELY);
}

static bool
is_remote(struct dd_lead *lead)
{
	static const char remote[] = "(?i)\\b(?:tele)?phone\\b|\\bvideo\\b";
	struct dd_extent match;

	return dd_find(lead->finder, remote, lead->text, lead->len, 0, &match);
}

static void
read_match(struct dd_lead *lead, size_t row, struct dd_extent match)
{
	const char *pattern = rows[row].pattern;
	struct read read = {.relation = rows[row].relation, .match = match};
	struct dd_extent group;
	bool has_event =
	    dd_find_group(lead->finder, pattern, "event", &read.words);

	read.has_place =
	    dd_find_group(lead->finder, pattern, "place", &read.place);
	read.has_who = dd_find_group(lead->finder, pattern, "who", &group);
	if (dd_find_group(lead->finder, pattern, "whose", &group))
		read.whose = dd_lead_copy(lead, group);
	if (dd_find_group(lead->finder, pattern, "visitor", &group))
		read.visitor = dd_lead_copy(lead, group);
	if (read.has_place) {
		dd_lead_extend_place(lead, &read.place);
		if (read.place.to > read.match.to)
			read.match.to = read.place.to;
		/* They met where the visit was, unless they only spoke. */
		if (!is_remote(lead))
			dd_lead_set_place(
			    lead, read.place, "lead/occasion", DD_LIKELY);
		else
			lead->doubted = true;
		lead->elsewhere = lead->elsewhere || !lead->country;
	}
	if (!has_event)
		read.words = read.place;
	else
		cut_city(lead, &read);
	add_occasion(lead, &read);
}

/* True where no fact accounts for any of the bytes. */
static bool
is_free(const struct dd_lead *lead, struct dd_extent at)
{
	return !memchr(lead->used + at.from, 1, at.to - at.from);
}

void
dd_lead_read_occasion(struct dd_lead *lead)
{
	struct dd_extent match;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t from = 0; dd_find(lead->finder, rows[i].pattern,
			 lead->text, lead->len, from, &match);
		     from = match.to > from ? match.to : from + 1)
			if (is_free(lead, match))
				read_match(lead, i, match);
	dd_lead_read_place(lead);
}
