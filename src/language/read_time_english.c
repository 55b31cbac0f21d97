/* SPDX-License-Identifier: MIT */
/* Dates, weekdays and lengths of time in English. */
#include <string.h>
#include "base/ascii.h"
#include "language/read_time_internal.h"

struct name {
	const char *name;
	int value;
};

static const struct name months[] = {{"January", 1}, {"February", 2},
    {"March", 3}, {"April", 4}, {"May", 5}, {"June", 6}, {"July", 7},
    {"August", 8}, {"September", 9}, {"October", 10}, {"November", 11},
    {"December", 12}, {"Jan", 1}, {"Feb", 2}, {"Mar", 3}, {"Apr", 4},
    {"Jun", 6}, {"Jul", 7}, {"Aug", 8}, {"Sept", 9}, {"Sep", 9}, {"Oct", 10},
    {"Nov", 11}, {"Dec", 12}};

static const struct name weekdays[] = {{"Sunday", 0}, {"Monday", 1},
    {"Tuesday", 2}, {"Wednesday", 3}, {"Thursday", 4}, {"Friday", 5},
    {"Saturday", 6}, {"Sun", 0}, {"Mon", 1}, {"Tues", 2}, {"Tue", 2},
    {"Wed", 3}, {"Thurs", 4}, {"Thu", 4}, {"Fri", 5}, {"Sat", 6}};

static const struct name numbers[] = {{"one", 1}, {"two", 2}, {"three", 3},
    {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8},
    {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"thirteen", 13},
    {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20}, {"thirty", 30},
    {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70},
    {"eighty", 80}, {"ninety", 90}, {"an", 1}, {"a", 1}};

#define COUNT(a) (sizeof(a) / sizeof *(a))

static bool
is_word_byte(char c)
{
	return dd_ascii_is_letter(c) || dd_ascii_is_digit(c) || (c & 0x80);
}

/* The whole word at `p` in a list; capitals count. */
static size_t
read_name(const char *p, const struct name *list, size_t count, int *ret_value)
{
	for (size_t i = 0; i < count; i++) {
		size_t len;

		if (!dd_time_begins(p, list[i].name))
			continue;
		len = strlen(list[i].name);
		if (!is_word_byte(p[len])) {
			*ret_value = list[i].value;
			return len;
		}
	}
	return 0;
}

/* One blank: a space, a line break with its indentation, a no-break space. */
static size_t
read_blank(const char *p)
{
	size_t len = strspn(p, DD_ASCII_SPACES);

	return len > 0 ? len : dd_time_begins(p, "\xc2\xa0") ? 2 : 0;
}

size_t
dd_time_english_weekday(const char *p, int *ret_weekday)
{
	size_t len = read_name(p, weekdays, COUNT(weekdays), ret_weekday);

	/* "Sun" and "Mon" alone are also other words; a full stop tells. */
	if (len > 0 && len < 6)
		return p[len] == '.' || p[len] == ',' || p[len] == ')' ? len
								       : 0;
	return len;
}

static size_t
read_month(const char *p, int *ret_month)
{
	size_t len = read_name(p, months, COUNT(months), ret_month);

	return len > 0 && len <= 4 && p[len] == '.' ? len + 1 : len;
}

/* "27" or "27th"; `at` is where `p` stands in the text. */
static size_t
read_day(const char *p, size_t at, struct dd_typed *date)
{
	static const char *const endings[] = {"st", "nd", "rd", "th"};
	size_t len = dd_time_digits(p, 2, &date->day);

	if (len == 0 || date->day < 1 || date->day > 31)
		return 0;
	for (size_t i = 0; i < COUNT(endings); i++)
		if (dd_time_begins(p + len, endings[i]) &&
		    !is_word_byte(p[len + 2])) {
			date->ordinal = (struct dd_stretch){at, at + len + 2};
			return len + 2;
		}
	return is_word_byte(p[len]) || (p[len] == ':') ||
		((p[len] == '.' || p[len] == ',') &&
		    dd_ascii_is_digit(p[len + 1]))
	    ? 0
	    : len;
}

/* ", 2025" or " 2025" or " of 2025". */
static size_t
read_year(const char *p, int *ret_year)
{
	size_t len = *p == ',' ? 1 : 0, blank = read_blank(p + len), digits;
	int year = 0;

	if (blank == 0)
		return 0;
	len += blank;
	if (dd_time_begins(p + len, "of "))
		len += 3;
	digits = dd_time_digits(p + len, 4, &year);
	if (digits != 4 || year < 1800 || year > 2199 ||
	    is_word_byte(p[len + 4]) ||
	    ((p[len + 4] == ',' || p[len + 4] == '.') &&
		dd_ascii_is_digit(p[len + 5])))
		return 0;
	*ret_year = year;
	return len + digits;
}

/* "May 20, 2025", "May 2025", "May". */
static size_t
read_month_first(const char *p, size_t at, struct dd_typed *date)
{
	size_t len = read_month(p, &date->month), blank, day;

	if (len == 0)
		return 0;
	blank = read_blank(p + len);
	day = blank ? read_day(p + len + blank, at + len + blank, date) : 0;
	if (day == 0)
		date->day = 0;
	else
		len += blank + day;
	return len + read_year(p + len, &date->year);
}

/* "20 May 2025", "the 20th of May". */
static size_t
read_day_first(const char *p, size_t at, struct dd_typed *date)
{
	size_t len = read_day(p, at, date), blank, month;

	if (len == 0 || (blank = read_blank(p + len)) == 0)
		return 0;
	len += blank;
	if (dd_time_begins(p + len, "of "))
		len += 3;
	month = read_month(p + len, &date->month);
	if (month == 0)
		return 0;
	len += month;
	return len + read_year(p + len, &date->year);
}

/* "2025-05-20". */
static size_t
read_iso(const char *p, struct dd_typed *date)
{
	if (dd_time_digits(p, 4, &date->year) != 4 || p[4] != '-' ||
	    dd_time_digits(p + 5, 2, &date->month) != 2 || p[7] != '-' ||
	    dd_time_digits(p + 8, 2, &date->day) != 2 || is_word_byte(p[10]) ||
	    date->month < 1 || date->month > 12)
		return 0;
	return 10;
}

/* " (Tuesday)", ", Tuesday". */
static void
read_weekday_behind(struct dd_time_reader *r, struct dd_typed *date)
{
	const char *p = r->text + date->at.end;
	size_t skip =
	    dd_time_begins(p, " (") || dd_time_begins(p, ", ") ? 2 : 0;
	size_t len =
	    skip ? dd_time_english_weekday(p + skip, &date->weekday) : 0;

	if (len == 0)
		return;
	date->weekday_at.start = date->at.end + skip;
	date->weekday_at.end = date->weekday_at.start + len;
	date->at.end = date->weekday_at.end;
}

/* "May" and "March" alone can be names or verbs. */
static bool
is_other_word(const struct dd_typed *date)
{
	return date->day == 0 && date->year == 0 &&
	    (date->month == 3 || date->month == 5);
}

size_t
dd_time_english_date(struct dd_time_reader *r, size_t at)
{
	const char *p = r->text + at;
	struct dd_typed read = {.weekday = -1}, *date;
	size_t weekday = dd_time_english_weekday(p, &read.weekday), skip = 0;
	size_t len;

	if (weekday > 0)
		skip = weekday + strspn(p + weekday, ".,");
	if (skip > 0)
		skip += read_blank(p + skip);
	if (skip > 0 && dd_time_begins(p + skip, "the "))
		skip += 4;
	len = read_month_first(p + skip, at + skip, &read);
	if (len == 0)
		len = read_day_first(p + skip, at + skip, &read);
	if (len == 0)
		len = read_iso(p + skip, &read);
	if (len == 0 || is_other_word(&read))
		return 0;
	if (weekday > 0)
		read.weekday_at = (struct dd_stretch){at, at + weekday};
	date = dd_time_add(r, DD_TYPED_DATE, at);
	read.kind = DD_TYPED_DATE;
	read.at = (struct dd_stretch){at, at + skip + len};
	*date = read;
	if (weekday == 0)
		read_weekday_behind(r, date);
	return date->at.end - at;
}

/* --- lengths ------------------------------------------------------------- */

/* "45", "forty-five", "an". */
static size_t
read_number(const char *p, int *ret_value)
{
	size_t len = dd_time_digits(p, 3, ret_value), more;
	int ones;

	if (len > 0)
		return len;
	len = read_name(p, numbers, COUNT(numbers), ret_value);
	if (len == 0 || *ret_value < 20 || (p[len] != '-' && p[len] != ' '))
		return len;
	more = read_name(p + len + 1, numbers, 9, &ones);
	if (more == 0)
		return len;
	*ret_value += ones;
	return len + 1 + more;
}

/* False where no number in words begins as the text does: the letters behind the
 * first tell, two by two. */
static bool
may_be_number(const char *p)
{
	static const char behind[26][12] = {['e' - 'a'] = "igle",
	    ['f' - 'a'] = "ifivorou",
	    ['n' - 'a'] = "in",
	    ['o' - 'a'] = "ne",
	    ['s' - 'a'] = "evix",
	    ['t' - 'a'] = "enhihrwewo"};

	if (*p == 'a' || *p < 'a' || *p > 'z')
		return *p != 'a' || p[1] == 'n' || !is_word_byte(p[1]);
	for (const char *pair = behind[*p - 'a']; *pair; pair += 2)
		if (pair[0] == p[1] && pair[1] == p[2])
			return true;
	return false;
}

/* " hours" or "-minute": 60 or 1. */
static size_t
read_unit(const char *p, int *ret_minutes)
{
	static const struct name units[] = {{"hours", 60}, {"hour", 60},
	    {"hrs", 60}, {"minutes", 1}, {"minute", 1}, {"min", 1},
	    {"mins", 1}};
	size_t skip = *p == '-' ? 1 : read_blank(p), len;

	if (skip == 0)
		return 0;
	len = read_name(p + skip, units, COUNT(units), ret_minutes);
	return len > 0 ? skip + len : 0;
}

/* One number with its unit: "45 minutes", "two and a half hours", "an hour
 * and a half", "half an hour", "1.5 hours". */
static size_t
read_part(const char *p, int *ret_minutes, int *ret_unit)
{
	static const char half[] = "half an hour", and_half[] = " and a half";
	int value = 0, half_unit = 0;
	size_t len, unit;

	*ret_unit = 60;
	if (dd_time_begins(p, half)) {
		*ret_minutes = 30;
		*ret_unit = 1;
		return sizeof half - 1;
	}
	len = may_be_number(p) ? read_number(p, &value) : 0;
	if (len == 0)
		return 0;
	if (dd_time_begins(p + len, and_half) ||
	    dd_time_begins(p + len, ".5")) {
		half_unit = 1;
		len += p[len] == '.' ? 2 : sizeof and_half - 1;
	}
	unit = read_unit(p + len, ret_unit);
	if (unit == 0)
		return 0;
	len += unit;
	if (!half_unit && dd_time_begins(p + len, and_half)) {
		half_unit = 1;
		len += sizeof and_half - 1;
	}
	*ret_minutes = value * *ret_unit + half_unit * *ret_unit / 2;
	return len;
}

/* Words before a length that say that it is not exact. */
static bool
is_hedged(const char *text, size_t at)
{
	static const char *const words[] = {"about ", "approximately ",
	    "around ", "some ", "almost ", "nearly ", "over ", "under ",
	    "more than ", "less than ", "roughly "};

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t len = strlen(words[i]);

		if (at >= len &&
		    dd_ascii_equal_n(text + at - len, words[i], len))
			return true;
	}
	return false;
}

size_t
dd_time_english_length(struct dd_time_reader *r, size_t at)
{
	const char *p = r->text + at;
	int minutes, more, unit, more_unit;
	size_t len = read_part(p, &minutes, &unit), skip, next;
	struct dd_typed *length;

	if (len == 0)
		return 0;
	skip = dd_time_begins(p + len, " and ") ? 5 : read_blank(p + len);
	next = unit == 60 && skip ? read_part(p + len + skip, &more, &more_unit)
				  : 0;
	if (next > 0 && more_unit == 1) {
		minutes += more;
		len += skip + next;
	}
	length = dd_time_add(r, DD_TYPED_LENGTH, at);
	length->minutes = minutes;
	length->hedged = is_hedged(r->text, at);
	length->at.end = at + len;
	return len;
}
