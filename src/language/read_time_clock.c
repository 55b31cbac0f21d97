/* SPDX-License-Identifier: MIT */
/* English clock times with what is said beside them: the zone, the day. */
#include <string.h>
#include "base/ascii.h"
#include "language/read_time_internal.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static bool
is_word_byte(char c)
{
	return dd_ascii_is_letter(c) || dd_ascii_is_digit(c) || (c & 0x80);
}

static size_t
read_blank(const char *p)
{
	size_t len = strspn(p, DD_ASCII_SPACES);

	return len > 0 ? len : dd_time_begins(p, "\xc2\xa0") ? 2 : 0;
}

/* " p.m.", "PM", " in the afternoon"; plain where it is one blank and the
 * letters with stops. */
static size_t
read_period(const char *p, struct dd_typed *clock)
{
	static const struct {
		const char *word;
		bool pm;
	} words[] = {{"a.m.", false}, {"p.m.", true}, {"am", false},
	    {"pm", true}, {"a.m", false}, {"p.m", true},
	    {"in the morning", false}, {"in the afternoon", true},
	    {"in the evening", true}};
	size_t blank = read_blank(p);

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t len = strlen(words[i].word);

		if (!dd_ascii_equal_n(p + blank, words[i].word, len) ||
		    is_word_byte(p[blank + len]) || (i > 5 && blank == 0))
			continue;
		clock->period = words[i].pm ? DD_PERIOD_PM : DD_PERIOD_AM;
		clock->plain = clock->plain && blank > 0 &&
		    (i > 5 ||
			(i < 2 && dd_time_begins(p + blank, words[i].word)));
		return blank + len;
	}
	return 0;
}

/* " noon" and " midnight" behind a number that says the same. */
static size_t
read_noon(const char *p, struct dd_typed *clock)
{
	static const char noon[] = "noon", midnight[] = "midnight";
	size_t blank = read_blank(p);
	const char *word = dd_time_begins(p + blank, noon) ? noon : midnight;
	size_t len = blank + strlen(word);

	if (blank == 0 || !dd_time_begins(p + blank, word) ||
	    is_word_byte(p[len]))
		return 0;
	clock->period = DD_PERIOD_WORD;
	return len;
}

/* "4:45", "4.45 p.m.", "10 a.m.", "12 noon". */
static size_t
read_digits(const char *p, struct dd_typed *clock)
{
	int hour = 0, minute = 0;
	size_t len = dd_time_digits(p, 2, &hour), minutes = 0, period;

	if (len == 0 || hour > 24)
		return 0;
	clock->plain = *p != '0' || len == 1;
	if (p[len] == ':' || p[len] == '.')
		minutes = dd_time_digits(p + len + 1, 2, &minute);
	if (minutes == 2 && minute < 60) {
		clock->has_minute = true;
		clock->plain = clock->plain && p[len] == ':';
		len += 3;
	}
	period = read_period(p + len, clock);
	if (period == 0 && hour == 12)
		period = read_noon(p + len, clock);
	if (period == 0 &&
	    (!clock->has_minute || p[len - 3] == '.' || is_word_byte(p[len]) ||
		(p[len] == ':' && dd_ascii_is_digit(p[len + 1]))))
		return 0;
	if (clock->period == DD_PERIOD_WORD && p[len + period - 1] == 't')
		hour = 0;
	dd_time_set_hour(clock, hour, minute);
	return len + period;
}

static size_t
read_word(const char *p, struct dd_typed *clock)
{
	size_t len = dd_time_begins(p, "noon") ? 4
	    : dd_time_begins(p, "midnight")    ? 8
					       : 0;

	if (len == 0 || is_word_byte(p[len]))
		return 0;
	clock->period = DD_PERIOD_WORD;
	clock->plain = true;
	clock->has_minute = true;
	clock->hour = clock->written = len == 4 ? 12 : 0;
	return len;
}

/* --- what stands beside it ----------------------------------------------- */

/* "Japan time", "Korean Standard Time", "JST": up to four words of which the
 * first begins with a capital, then "time". */
static size_t
read_label(const char *p, size_t at, struct dd_typed *clock)
{
	static const char *const codes[] = {"JST", "UTC", "GMT"};
	size_t len = 0;

	if (dd_ascii_equal_n(p, "local time", 10) && !is_word_byte(p[10])) {
		clock->label = DD_LABEL_LOCAL;
		return 10;
	}
	for (size_t i = 0; i < COUNT(codes); i++)
		if (dd_time_begins(p, codes[i]) && !is_word_byte(p[3])) {
			clock->label = DD_LABEL_NAMED;
			clock->name = (struct dd_stretch){at, at + 3};
			return 3;
		}
	for (int words = 0; words < 5 && *p >= 'A' && *p <= 'Z'; words++) {
		while (is_word_byte(p[len]) || p[len] == '\'')
			len++;
		if (dd_ascii_equal_n(p + len, " time", 5) &&
		    !is_word_byte(p[len + 5])) {
			clock->label = DD_LABEL_NAMED;
			clock->name = (struct dd_stretch){at, at + len};
			return len + 5;
		}
		if (p[len] != ' ' || !is_word_byte(p[len + 1]))
			break;
		len++;
	}
	return 0;
}

/* "the next day" and its like: how many days that adds. */
static size_t
read_shift(const char *p, int *ret_days)
{
	static const struct {
		const char *word;
		int days;
	} words[] = {{"on the same day", 0}, {"the same day", 0},
	    {"on the next day", 1}, {"the next day", 1}, {"next day", 1},
	    {"same day", 0}, {"on the following day", 1},
	    {"the following day", 1}, {"following day", 1},
	    {"on the previous day", -1}, {"the previous day", -1},
	    {"previous day", -1}, {"the day before", -1}};

	for (size_t i = 0; i < COUNT(words); i++)
		if (dd_time_begins(p, words[i].word)) {
			*ret_days = words[i].days;
			return strlen(words[i].word);
		}
	return 0;
}

/* A date or a word such as "the next day" behind a clock; a date is a time of
 * its own, to which the clock then points. */
static size_t
read_beside(struct dd_time_reader *r, size_t at, struct dd_typed *clock)
{
	const char *p = r->text + at;
	size_t skip = strspn(p, ", ("), len;

	if (skip == 0)
		return 0;
	len = read_shift(p + skip, &clock->days);
	if (len > 0) {
		clock->shift = (struct dd_stretch){at + skip, at + skip + len};
		return skip + len;
	}
	if (dd_time_begins(p + skip, "on "))
		skip += 3;
	len = dd_time_english_date(r, at + skip);
	if (len == 0)
		return 0;
	clock->date = r->last;
	return skip + len;
}

/* "(Japan time: 7:45 p.m.)": a label between the bracket and the clock. */
static void
read_label_before(const char *text, size_t at, struct dd_typed *clock)
{
	size_t open = at, len;
	struct dd_typed found = {0};

	while (open > 0 && at - open < 40 && text[open] != '(')
		open--;
	if (text[open] != '(')
		return;
	len = read_label(text + open + 1, open + 1, &found);
	if (len == 0 ||
	    open + 1 + len + strspn(text + open + 1 + len, ":, ") != at)
		return;
	clock->label = found.label;
	clock->name = found.name;
}

static void
read_company(struct dd_time_reader *r, struct dd_typed *clock)
{
	size_t at = clock->at.end, skip, len;

	at += read_beside(r, at, clock);
	skip = strspn(r->text + at, ", (");
	len = skip > 0 ? read_label(r->text + at + skip, at + skip, clock) : 0;
	if (len == 0)
		read_label_before(r->text, clock->at.start, clock);
	else if (!clock->date && clock->shift.end == 0)
		read_beside(r, at + skip + len, clock);
}

static size_t
read_clock(struct dd_time_reader *r, size_t at)
{
	struct dd_typed read = {.weekday = -1}, *clock;
	size_t len = dd_ascii_is_digit(r->text[at])
	    ? read_digits(r->text + at, &read)
	    : read_word(r->text + at, &read);

	if (len == 0)
		return 0;
	clock = dd_time_add(r, DD_TYPED_CLOCK, at);
	*clock = read;
	clock->kind = DD_TYPED_CLOCK;
	clock->at = (struct dd_stretch){at, at + len};
	read_company(r, clock);
	return r->last->at.end - at;
}

/* --- all ----------------------------------------------------------------- */

static size_t
read_day_word(struct dd_time_reader *r, size_t at)
{
	static const char *const words[] = {
	    "today", "yesterday", "tomorrow", "tonight"};

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t len = strlen(words[i]);

		if (dd_ascii_equal_n(r->text + at, words[i], len) &&
		    !is_word_byte(r->text[at + len])) {
			dd_time_add(r, DD_TYPED_DAY, at)->at.end = at + len;
			return len;
		}
	}
	return 0;
}

static size_t
read_weekday(struct dd_time_reader *r, size_t at)
{
	int weekday = -1;
	size_t len = dd_time_english_weekday(r->text + at, &weekday);
	struct dd_typed *item;

	if (len == 0)
		return 0;
	item = dd_time_add(r, DD_TYPED_WEEKDAY, at);
	item->weekday = weekday;
	item->weekday_at = (struct dd_stretch){at, at + len};
	item->at.end = at + len;
	return len;
}

enum { DATE = 1, CLOCK = 2, LENGTH = 4, WEEKDAY = 8, DAY = 16 };

/* Most words are none of these: the first byte tells which they can be. */
static const unsigned char starts[256] = {
    ['0'] = DATE | CLOCK | LENGTH,
    ['1'] = DATE | CLOCK | LENGTH,
    ['2'] = DATE | CLOCK | LENGTH,
    ['3'] = DATE | CLOCK | LENGTH,
    ['4'] = DATE | CLOCK | LENGTH,
    ['5'] = DATE | CLOCK | LENGTH,
    ['6'] = DATE | CLOCK | LENGTH,
    ['7'] = DATE | CLOCK | LENGTH,
    ['8'] = DATE | CLOCK | LENGTH,
    ['9'] = DATE | CLOCK | LENGTH,
    ['A'] = DATE,
    ['D'] = DATE,
    ['F'] = DATE | WEEKDAY,
    ['J'] = DATE,
    ['M'] = DATE | WEEKDAY,
    ['N'] = DATE,
    ['O'] = DATE,
    ['S'] = DATE | WEEKDAY,
    ['T'] = DATE | WEEKDAY | DAY,
    ['W'] = DATE | WEEKDAY,
    ['Y'] = DAY,
    ['a'] = LENGTH,
    ['e'] = LENGTH,
    ['f'] = LENGTH,
    ['h'] = LENGTH,
    ['m'] = CLOCK,
    ['n'] = CLOCK | LENGTH,
    ['o'] = LENGTH,
    ['s'] = LENGTH,
    ['t'] = LENGTH | DAY,
    ['y'] = DAY,
};

static size_t
read_time_at(struct dd_time_reader *r, size_t at)
{
	unsigned may = starts[(unsigned char)r->text[at]];
	size_t len = 0;

	if (may & DATE)
		len = dd_time_english_date(r, at);
	if (len == 0 && may & CLOCK)
		len = read_clock(r, at);
	if (len == 0 && may & LENGTH)
		len = dd_time_english_length(r, at);
	if (len == 0 && may & WEEKDAY)
		len = read_weekday(r, at);
	if (len == 0 && may & DAY)
		len = read_day_word(r, at);
	return len;
}

static bool
joins(char c)
{
	return c == '.' || c == ',' || c == ':' || c == '-' || c == '/';
}

/* What begins at a word, or the word itself with what hangs on it. */
static size_t
read_at(struct dd_time_reader *r, size_t at)
{
	size_t len = read_time_at(r, at);

	if (len > 0)
		return len;
	while (is_word_byte(r->text[at + len]) ||
	    (joins(r->text[at + len]) && is_word_byte(r->text[at + len + 1])))
		len++;
	return len;
}

void
dd_time_read_english(struct dd_time_reader *r)
{
	size_t at = 0;

	while (r->text[at])
		at += is_word_byte(r->text[at]) ? read_at(r, at) : 1;
}
