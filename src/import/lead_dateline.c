/* SPDX-License-Identifier: MIT */
/* "KANAURA, March 6, 2024 – ": the place and day of a report in front of its first
 * sentence. That is when it was issued, not when they met. */
#include "import/lead.h"
#include "language/read_time.h"

/* The dateline that ends in this date; *ret_end is behind its dash. */
static bool
find_dateline(struct dd_lead *lead, const struct dd_typed *date,
    struct dd_extent *ret_city, size_t *ret_end)
{
	enum { FAR = 60 };
	static const char before[] =
	    "^(?!(?:On|At|From|In|During)\\b)(?<city>\\p{Lu}[\\p{L}.'’ "
	    "-]{1,40})"
	    "(?:, \\p{Lu}[\\p{L}. ]{1,30})?(?:,| \\(| [-–—])? ?$";
	static const char behind[] =
	    "^\\)?(?: ?\\([^()]{1,40}\\))? ?(?:[-–—]{1,2}|:) ?";
	struct dd_extent match;

	if (date->at.start == 0 || date->at.start > FAR ||
	    !dd_find(
		lead->finder, before, lead->text, date->at.start, 0, &match) ||
	    !dd_find_group(lead->finder, before, "city", ret_city) ||
	    !dd_find(lead->finder, behind, lead->text + date->at.end,
		lead->len - date->at.end, 0, &match))
		return false;
	*ret_end = date->at.end + match.to;
	return true;
}

void
dd_lead_read_dateline(struct dd_lead *lead, struct dd_typed *first)
{
	struct dd_extent city;
	struct dd_date date;
	size_t end;
	char iso[16];

	if (!first || first->kind != DD_TYPED_DATE || first->day == 0 ||
	    !find_dateline(lead, first, &city, &end))
		return;
	date = dd_lead_complete(
	    (struct dd_date){first->year, first->month, first->day},
	    lead->issued);
	dd_lead_use(lead, first->at.start, first->at.end);
	lead->dateline = (struct dd_extent){0, end};
	lead->issued_city = dd_lead_copy(lead, city);
	if (lead->issued.year != 0 || date.year == 0)
		return;
	lead->issued = date;
	dd_date_iso(date, iso);
	dd_lead_fact(lead, "head/issued", iso, DD_CERTAIN, "lead/dateline",
	    lead->dateline);
}
