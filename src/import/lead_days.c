/* SPDX-License-Identifier: MIT */
/* "On July 12 and 13", "from 12 to 13 July": a meeting of several days. A summary
 * has one day on which it began. */
#include "import/lead.h"
#include "language/read_time.h"

/* The first of two days of a month, in front of the date of the last one. */
static int
read_day_before(struct dd_lead *lead, const struct dd_typed *date,
    struct dd_extent *ret_words)
{
	static const char before[] =
	    "(?i)\\b(?:on|from|between) (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|"
	    "th)?(?: (?:and|to|until|through) (?:the )?| ?[-–] ?)$";
	size_t from = date->at.start > 32 ? date->at.start - 32 : 0;
	struct dd_extent day;

	if (!dd_find(lead->finder, before, lead->text, date->at.start, from,
		ret_words) ||
	    !dd_find_group(lead->finder, before, "day", &day))
		return 0;
	ret_words->from = day.from;
	return dd_lead_number(lead, day);
}

/* The last day behind the date of the first one, with its year or a month of its
 * own. Returns where it ends; 0: there is none. */
static size_t
read_day_behind(
    struct dd_lead *lead, const struct dd_typed *date, struct dd_date *first)
{
	static const char behind[] =
	    "^(?: (?:and|to|until|through) |[-–])(?:the "
	    ")?(?<day>\\d{1,2})(?:st|"
	    "nd|rd|th)?\\b(?!:| ?[ap]\\.?m| (?:minutes|hours|o’clock))"
	    "(?:,? (?<year>\\d{4})\\b)?";
	static const char join[] = "^ (?:and|to|until|through) $";
	const struct dd_typed *next = date->next;
	const char *text = lead->text + date->at.end;
	struct dd_extent match, group;

	if (dd_find(lead->finder, behind, text, lead->len - date->at.end, 0,
		&match) &&
	    dd_find_group(lead->finder, behind, "day", &group) &&
	    dd_lead_number(lead,
		(struct dd_extent){date->at.end + group.from,
		    date->at.end + group.to}) > date->day) {
		if (first->year == 0 &&
		    dd_find_group(lead->finder, behind, "year", &group))
			first->year = dd_lead_number(lead,
			    (struct dd_extent){date->at.end + group.from,
				date->at.end + group.to});
		return date->at.end + match.to;
	}
	if (!next || next->kind != DD_TYPED_DATE || next->day == 0 ||
	    !dd_find(lead->finder, join, text, next->at.start - date->at.end, 0,
		&match))
		return 0;
	if (first->year == 0)
		first->year = next->year;
	return next->at.end;
}

void
dd_lead_read_days(
    struct dd_lead *lead, const struct dd_typed *date, struct dd_date *first)
{
	struct dd_extent words = {date->at.start, date->at.end}, before;
	int day = read_day_before(lead, date, &before);

	if (day > 0 && day < date->day) {
		first->day = day;
		words.from = before.from;
	} else {
		words.to = read_day_behind(lead, date, first);
	}
	if (words.to == 0)
		return;
	lead->doubted = true;
	dd_lead_ask(lead, words,
	    "it went on for several days; the day on which it began stands "
	    "for them");
}
