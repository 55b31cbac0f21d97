/* SPDX-License-Identifier: MIT */
/* Owns: the words about areas, one row each. */
#include "cli/rule_areas.h"
#include <assert.h>
#include <string.h>

static const struct dd_area areas[] = {
    {"clock", "dates and times",
	"Do the words and the facts agree on the day, the hour, the zone and "
	"the length, and can readers at home and abroad tell when it was?"},
    {"edition", "languages and changes",
	"Is an edition in the language that it says, does it say what the "
	"others say, and is it clear what it was translated from and what was "
	"changed when?"},
    {"engine", "suppressions",
	"Can what authors tell `diplodoc` in a summary be read, does it give "
	"a reason, and is it still needed? What is found here cannot itself be "
	"suppressed."},
    {"house", "the house file",
	"Does the house file have whom and what a summary takes from it, for "
	"the day of the meeting?"},
    {"input", "bytes and limits",
	"Is the file text in a known encoding, and small enough to be read "
	"safely?"},
    {"item", "points and headings",
	"Are the points of a summary numbered, headed and filled alike?"},
    {"link", "links",
	"Does a link lead somewhere, and do its words say where?"},
    {"name", "names of people",
	"Is everybody named, titled and spelt as recorded, in the order and "
	"the capitals of the house?"},
    {"party", "sides of the meeting",
	"Is it clear who the sides are, and is every country called by its "
	"name?"},
    {"photo", "photographs",
	"Is the picture there, and do its caption and its text for people who "
	"cannot see it say something?"},
    {"place", "places",
	"Is it said where people met, and can it have been there?"},
    {"release", "going out",
	"May this summary go out, and not too early? What is found here cannot "
	"be suppressed."},
    {"schema", "the vocabulary",
	"Does every element, attribute and value stand where the vocabulary "
	"has a place for it?"},
    {"series", "rows of meetings",
	"Do the numbers of meetings in a row go on from document to "
	"document?"},
    {"statement", "statements",
	"Do speaker, act and words of a statement belong together?"},
    {"term", "terms and abbreviations",
	"Is every term written as agreed, and every abbreviation explained "
	"once, before it is used?"},
    {"text", "spelling and typing",
	"Are words, spaces, quotation marks and characters what the author "
	"meant to type?"},
    {"title", "title and kind",
	"Do title and first paragraph name the meeting as the facts have it?"},
    {"xml", "well-formed XML",
	"Can the file be read as XML at all, and does it ask for something "
	"that is not done?"},
};

const struct dd_area *
dd_area_of(const char *id)
{
	size_t len = strcspn(id, "/");
	const struct dd_area *each = areas;

	while (strncmp(each->name, id, len) != 0 || each->name[len]) {
		each++;
		assert(each < areas + sizeof areas / sizeof *areas);
	}
	return each;
}
