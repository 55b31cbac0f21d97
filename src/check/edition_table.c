/* SPDX-License-Identifier: MIT */
/* Lists what is compared; names, titles and sentences are not. */
#include "check/edition_table.h"
#include <string.h>
#include "base/messages.h"

/* Behind the noun: attributes that belong to the value. */
#define VALUE(element, attr, form, class, id, noun, ...)                       \
	{                                                                      \
		{element, attr, DD_EDITION_##class, DD_ID_EDITION_##id, noun}, \
		    DD_EDITION_##form,                                         \
		{                                                              \
			__VA_ARGS__                                            \
		}                                                              \
	}

static const struct dd_edition_source sources[] = {
    VALUE("meeting", "kind", WORD, FACT, MEETING, N_("kind"), NULL),
    VALUE("meeting", "level", WORD, FACT, MEETING, N_("level"), NULL),
    VALUE("meeting", "format", WORD, FACT, MEETING, N_("format"), NULL),
    VALUE("meeting", "interpretation", WORD, FACT, MEETING,
	N_("mode of interpreting"), NULL),
    VALUE("meeting", "initiative", WORD, FACT, MEETING, N_("side that asked"),
	NULL),
    VALUE("meeting", "received", WORD, FACT, MEETING, N_("side that received"),
	NULL),
    VALUE("ordinal", "number", NUMBER, FACT, MEETING, N_("ordinal"), "of"),
    VALUE(
	"start", "when", CLOCK, FACT, TIME, N_("start"), "hedge", "partOfDay"),
    VALUE("end", "when", CLOCK, FACT, TIME, N_("end"), "hedge"),
    VALUE("duration", "value", LENGTH, FACT, TIME, N_("length"), "hedge"),
    VALUE("place", "country", WORD, FACT, MEETING, N_("country"), NULL),
    VALUE("occasion", "relation", WORD, FACT, MEETING, N_("relation"), NULL),
    VALUE("occasion", "party", PEOPLE, WHO, PERSON, N_("guest"), NULL),
    VALUE("session", "kind", WORD, ACT, MEETING, N_("kind"), NULL),
    VALUE("session", "interpretation", WORD, FACT, MEETING,
	N_("mode of interpreting"), NULL),
    VALUE("party", "id", PEOPLE, WHO, PERSON, N_("party"), NULL),
    VALUE("party", "role", WORD, FACT, PERSON, N_("role"), NULL),
    VALUE("party", "others", TRUE, FACT, PERSON, N_("mark"), NULL),
    VALUE("principal", "id", PEOPLE, WHO, PERSON, N_("person"), NULL),
    VALUE("principal", "attendance", REMOTE, FACT, PERSON, N_("attendance"),
	NULL),
    VALUE("attendee", "id", PEOPLE, WHO, PERSON, N_("person"), NULL),
    VALUE(
	"attendee", "attendance", REMOTE, FACT, PERSON, N_("attendance"), NULL),
    VALUE("pronoun", NULL, CONTENT, LOOSE, PERSON, N_("pronoun"), NULL),
    VALUE("photo", "src", WORD, KEY, DATE, N_("picture"), NULL),
    VALUE("photo", "date", CLOCK, FACT, DATE, N_("date"), NULL),
    VALUE("statement", "act", WORD, ACT, ACT, N_("act"), NULL),
    VALUE("statement", "speaker", PEOPLE, WHO, SPEAKERS, N_("speaker"), NULL),
    VALUE("statement", "manner", GIVEN, FACT, ACT, N_("manner"), NULL),
    VALUE("date", "when", CLOCK, FACT, DATE, N_("date"), NULL),
    VALUE("time", "when", CLOCK, FACT, TIME, N_("time"), NULL),
    VALUE("money", "amount", NUMBER, FACT, SUM, N_("sum"), "currency", "hedge"),
    VALUE("quantity", "value", NUMBER, FACT, SUM, N_("number"), "hedge"),
    VALUE("person", "ref", PEOPLE, LOOSE, PERSON, N_("person"), NULL),
    VALUE("ref", "date", CLOCK, LOOSE, DATE, N_("day referred to"), NULL),
    VALUE("outcome", "kind", WORD, ACT, ACT, N_("kind"), NULL),
    VALUE("outcome", "by", PEOPLE, WHO, SPEAKERS, N_("author"), NULL),
    VALUE("outcome", "date", CLOCK, FACT, DATE, N_("date"), NULL),
    VALUE("reference", "id", WORD, KEY, DATE, N_("reference"), NULL),
    VALUE("reference", "date", CLOCK, FACT, DATE, N_("date"), NULL),
};

/* Photographs and the first paragraph may be of one edition alone, and so may
 * a note that explains something to its readers. */
static const struct dd_edition_kind kinds[] = {
    {"meetingSummary", N_("summary"), DD_EDITION_GAP, false},
    {"meeting", N_("meeting"), DD_EDITION_GAP, false},
    {"body", N_("text"), DD_EDITION_GAP, false},
    {"occasion", N_("occasion"), DD_EDITION_GAP, false},
    {"session", N_("session"), DD_EDITION_GAP, false},
    {"party", N_("party"), DD_EDITION_GAP, true},
    {"principal", N_("principal"), DD_EDITION_GAP, true},
    {"attendee", N_("attendee"), DD_EDITION_GAP, true},
    {"photo", N_("photo"), DD_EDITION_NEVER, false},
    {"lead", N_("first paragraph"), DD_EDITION_NEVER, false},
    {"topic", N_("topic"), DD_EDITION_GAP, false},
    {"item", N_("item"), DD_EDITION_GAP, false},
    {"paragraph", N_("paragraph"), DD_EDITION_GAP, false},
    {"statement", N_("statement"), DD_EDITION_GAP, false},
    {"narrative", N_("narrative"), DD_EDITION_GAP, false},
    {"note", N_("note"), DD_EDITION_WITH_FACTS, false},
    {"outcome", N_("outcome"), DD_EDITION_GAP, false},
    {"reference", N_("reference"), DD_EDITION_NEVER, false},
};

const struct dd_edition_source *
dd_edition_source(size_t index)
{
	return index < sizeof sources / sizeof *sources ? &sources[index]
							: NULL;
}

const struct dd_edition_kind *
dd_edition_kind(const char *element)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].element, element) == 0)
			return &kinds[i];
	return NULL;
}

/* Dates of issue and of changes differ, and so do files in a language. */
bool
dd_edition_is_own(const char *element)
{
	static const char *const own[] = {
	    "head", "glossary", "attachment", "related", "provenance"};

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (strcmp(own[i], element) == 0)
			return true;
	return false;
}
