/* SPDX-License-Identifier: MIT */
/* Owns: the languages in which leads are read. */
#include <string.h>
#include "import/japanese.h"

static const struct dd_lead_reader readers[] = {
    {
	.lang = "ja",
	.next_person = dd_person_next_japanese,
	.know_person = dd_person_know_japanese,
	.order_names = dd_person_order_japanese,
	.topic = "(?:は|が|と)、|との間で|は",
	.attended = "同席|陪席|(?:が|も)(?:出席|参加)(?:しま|した|。)",
	.find_side = dd_lead_find_side_japanese,
	.read_sides = dd_lead_read_sides_japanese,
	.read_occasion = dd_lead_read_occasion_japanese,
	.use_form = dd_lead_use_form_japanese,
	.is_whole = dd_lead_is_whole_japanese,
    },
    {
	.lang = "en",
	.next_person = dd_person_next,
	.unnamed_person = dd_person_unnamed,
	.know_person = dd_person_know,
	.order_names = dd_person_order,
	.topic = "\\b(?:held|had|met|received|paid|made|conducted|hosted|"
		 "attended|exchanged|spoke|talked|co-chaired|chaired|convened|"
		 "welcomed|called (?:up)?on)\\b",
	.attended = "(?i)\\b(?:attended|participated|took part|(?:were|was) "
		    "(?:also )?present|joined|accompanied)\\b",
	.find_side = dd_lead_find_side,
	.read_sides = dd_lead_read_sides,
	.read_occasion = dd_lead_read_occasion,
	.use_form = dd_lead_use_form,
	.is_whole = dd_lead_is_whole,
    },
};

const struct dd_lead_reader *
dd_lead_reader(const char *lang)
{
	size_t last = sizeof readers / sizeof *readers - 1;

	for (size_t i = 0; i < last; i++)
		if (strncmp(lang, readers[i].lang, 2) == 0)
			return &readers[i];
	return &readers[last];
}
