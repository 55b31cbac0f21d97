/* SPDX-License-Identifier: MIT */
/* Times in Japanese, with ASCII or full-width digits. */
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "language/read_time_internal.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static size_t
skip_word(const char *p, const char *word)
{
	return dd_time_begins(p, word) ? strlen(word) : 0;
}

/* True for ideographs and katakana, of which names are made. */
static bool
is_name_letter(const char *p)
{
	uint32_t c = 0;

	dd_utf8_decode(p, p + strnlen(p, 4), &c);
	return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x30a1 && c <= 0x30ff) ||
	    c == 0x3005;
}

/* Where the character before `at` begins. */
static size_t
step_back(const char *text, size_t at)
{
	do
		at--;
	while (at > 0 && (text[at] & 0xc0) == 0x80);
	return at;
}

/* --- dates --------------------------------------------------------------- */

/* "2025年", "令和7年", "平成元年". */
static size_t
read_year(const char *p, int *ret_year)
{
	static const struct {
		const char *name;
		int before; /* the year before its first one */
	} eras[] = {{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}};
	size_t era = 0, len, end;
	int year = 0, before = 0;

	for (size_t i = 0; i < COUNT(eras) && era == 0; i++) {
		era = skip_word(p, eras[i].name);
		before = era ? eras[i].before : 0;
	}
	len = era && dd_time_begins(p + era, "元")
	    ? 3
	    : dd_time_digits(p + era, 4, &year);
	if (len == 0 || (end = skip_word(p + era + len, "年")) == 0)
		return 0;
	*ret_year = before + (year > 0 ? year : 1);
	return era || year >= 1000 ? era + len + end : 0;
}

/* "（火）", "(火曜日)", "火曜日": the days from Sunday. */
static size_t
read_weekday(const char *p, size_t at, struct dd_typed *date)
{
	static const char *const days[] = {
	    "日", "月", "火", "水", "木", "金", "土"};
	size_t open = skip_word(p, "（") + skip_word(p, "("), len;

	for (int i = 0; i < 7; i++) {
		len = skip_word(p + open, days[i]);
		if (len == 0)
			continue;
		len += skip_word(p + open + len, "曜日");
		if (len == 3 &&
		    (open == 0 ||
			!(skip_word(p + open + len, "）") +
			    skip_word(p + open + len, ")"))))
			return 0;
		date->weekday = i;
		date->weekday_at =
		    (struct dd_stretch){at + open, at + open + len};
		return open + len;
	}
	return 0;
}

static size_t
read_date(struct dd_time_reader *r, size_t at)
{
	const char *p = r->text + at;
	struct dd_typed read = {.weekday = -1}, *date;
	size_t len = read_year(p, &read.year), part, end;

	part = dd_time_digits(p + len, 2, &read.month);
	end = part ? skip_word(p + len + part, "月") : 0;
	if (end == 0 || read.month < 1 || read.month > 12 ||
	    dd_time_begins(p + len + part + end, "間"))
		return 0;
	len += part + end;
	part = dd_time_digits(p + len, 2, &read.day);
	end = part ? skip_word(p + len + part, "日") : 0;
	if (end == 0 || read.day > 31 ||
	    dd_time_begins(p + len + part + end, "間"))
		read.day = 0;
	else
		len += part + end;
	if (read.day > 0)
		len += read_weekday(p + len, at + len, &read);
	date = dd_time_add(r, DD_TYPED_DATE, at);
	*date = read;
	date->kind = DD_TYPED_DATE;
	date->at = (struct dd_stretch){at, at + len};
	return len;
}

/* --- clocks and lengths -------------------------------------------------- */

/* "45分", "半". */
static size_t
read_minutes(const char *p, int *ret_minutes)
{
	size_t len = dd_time_digits(p, 3, ret_minutes);
	size_t end = len ? skip_word(p + len, "分") : skip_word(p, "半");

	if (end > 0 && len == 0)
		*ret_minutes = 30;
	return end && !dd_time_begins(p + len + end, "の1") &&
		!dd_time_begins(p + len + end, "の１")
	    ? len + end
	    : 0;
}

static size_t
read_period(const char *p, struct dd_typed *clock)
{
	clock->period = dd_time_begins(p, "午前") ? DD_PERIOD_AM
	    : dd_time_begins(p, "午後")		  ? DD_PERIOD_PM
						  : DD_PERIOD_NONE;
	return clock->period == DD_PERIOD_NONE ? 0 : 6;
}

/* "午前10時30分", "正午". */
static size_t
read_clock_words(const char *p, struct dd_typed *clock)
{
	int hour = 0, minute = 0;
	size_t len, part, end;

	clock->plain = true;
	if (dd_time_begins(p, "正午")) {
		clock->period = DD_PERIOD_WORD;
		clock->has_minute = true;
		clock->hour = clock->written = 12;
		return 6;
	}
	len = read_period(p, clock);
	part = dd_time_digits(p + len, 2, &hour);
	end = part ? skip_word(p + len + part, "時") : 0;
	if (end == 0 || hour > 24 ||
	    dd_time_begins(p + len + part + end, "間") ||
	    dd_time_begins(p + len + part + end, "点"))
		return 0;
	len += part + end;
	end = read_minutes(p + len, &minute);
	if (end > 0 && minute < 60)
		len += end;
	else
		minute = 0;
	clock->has_minute = true;
	dd_time_set_hour(clock, hour, minute);
	return len;
}

/* Words beside a length that say that it is not exact. */
static bool
is_hedged(const char *text, size_t from, size_t to)
{
	static const char *const behind[] = {
	    "余り", "あまり", "弱", "強", "ほど", "程度"};

	if (from >= 3 && dd_time_begins(text + from - 3, "約"))
		return true;
	for (size_t i = 0; i < COUNT(behind); i++)
		if (dd_time_begins(text + to, behind[i]))
			return true;
	return false;
}

/* "1時間30分", "2時間半", "45分間". */
static size_t
read_length(struct dd_time_reader *r, size_t at)
{
	const char *p = r->text + at;
	int hours = 0, minutes = 0;
	size_t len = dd_time_digits(p, 2, &hours), end;
	struct dd_typed *length;

	end = len ? skip_word(p + len, "時間") : 0;
	len = end ? len + end : 0;
	if (len == 0)
		hours = 0;
	end = read_minutes(p + len, &minutes);
	if (end == 0 || (len == 0 && !dd_ascii_is_digit(*p) && *p != '\xef'))
		end = 0, minutes = 0;
	if (len + end == 0)
		return 0;
	len += end;
	len += skip_word(p + len, "間");
	length = dd_time_add(r, DD_TYPED_LENGTH, at);
	length->minutes = hours * 60 + minutes;
	length->hedged = is_hedged(r->text, at, at + len);
	length->at.end = at + len;
	return len;
}

/* --- what stands beside a clock ------------------------------------------ */

/* "現地時間", "日本時間" that ends where `end` is. */
static void
read_label(const char *text, size_t end, struct dd_typed *clock)
{
	size_t from = end - strlen("時間"), at = from, before;

	while (at > 0 && from - at < 45 &&
	    is_name_letter(text + (before = step_back(text, at))))
		at = before;
	if (at == from)
		return;
	clock->name = (struct dd_stretch){at, from};
	clock->label = from - at >= 6 && dd_time_begins(text + from - 6, "現地")
	    ? DD_LABEL_LOCAL
	    : DD_LABEL_NAMED;
}

/* "（日本時間）" behind a clock, or "頃（現地時間。…" with more in the bracket. */
static void
read_label_behind(const char *text, struct dd_typed *clock)
{
	static const char *const ends[] = {"）", ")", "。", "、", "，"};
	const char *p = text + clock->at.end;
	size_t hedge = skip_word(p, "頃") + skip_word(p, "ごろ");
	size_t open = skip_word(p + hedge, "（") + skip_word(p + hedge, "(");
	size_t len = open += open > 0 ? hedge : 0;

	while (open > 0 && len < 45 && is_name_letter(p + len) &&
	    !dd_time_begins(p + len, "時間"))
		len += 3;
	if (len == open || skip_word(p + len, "時間") == 0)
		return;
	len += strlen("時間");
	for (size_t i = 0; i < COUNT(ends); i++)
		if (dd_time_begins(p + len, ends[i]))
			read_label(text, clock->at.end + len, clock);
}

/* What has been read in a sentence and waits for its clock. */
struct waiting {
	size_t label; /* the end of "日本時間"; 0: none */
	struct dd_stretch shift;
	int days;
	const struct dd_typed *date;
};

static size_t
read_shift(const char *p, size_t at, struct waiting *waiting)
{
	static const struct {
		const char *word;
		int days;
	} words[] = {{"同日", 0}, {"翌日", 1}, {"前日", -1}};

	for (size_t i = 0; i < COUNT(words); i++)
		if (dd_time_begins(p, words[i].word)) {
			waiting->shift = (struct dd_stretch){at, at + 6};
			waiting->days = words[i].days;
			return 6;
		}
	return 0;
}

static size_t
read_clock(struct dd_time_reader *r, size_t at, struct waiting *waiting)
{
	struct dd_typed read = {.weekday = -1}, *clock;
	size_t len = read_clock_words(r->text + at, &read);

	if (len == 0)
		return 0;
	clock = dd_time_add(r, DD_TYPED_CLOCK, at);
	*clock = read;
	clock->kind = DD_TYPED_CLOCK;
	clock->at = (struct dd_stretch){at, at + len};
	clock->shift = waiting->shift;
	clock->days = waiting->days;
	clock->date = waiting->date;
	if (waiting->label)
		read_label(r->text, waiting->label, clock);
	else
		read_label_behind(r->text, clock);
	*waiting = (struct waiting){0};
	return len;
}

/* --- all ----------------------------------------------------------------- */

/* Not inside a longer word, such as 基本日程. */
static size_t
read_day_word(struct dd_time_reader *r, size_t at)
{
	static const char *const words[] = {"本日", "昨日", "明日"};

	if (at > 0 && is_name_letter(r->text + step_back(r->text, at)))
		return 0;
	for (size_t i = 0; i < COUNT(words); i++)
		if (dd_time_begins(r->text + at, words[i])) {
			dd_time_add(r, DD_TYPED_DAY, at)->at.end = at + 6;
			return 6;
		}
	return 0;
}

static size_t
read_at(struct dd_time_reader *r, size_t at, struct waiting *waiting)
{
	const char *p = r->text + at;
	size_t len = read_date(r, at);

	if (len > 0) {
		waiting->date = r->last;
		return len;
	}
	if ((len = read_clock(r, at, waiting)) > 0 ||
	    (len = read_length(r, at)) > 0 || (len = read_day_word(r, at)) > 0)
		return len;
	if ((len = skip_word(p, "時間")) > 0)
		waiting->label = at + len;
	else if ((len = read_shift(p, at, waiting)) == 0 &&
	    dd_time_begins(p, "。"))
		*waiting = (struct waiting){0};
	if (len > 0 || (len = dd_time_digits(p, 30, &(int){0})) > 0)
		return len;
	for (len = 1; (p[len] & 0xc0) == 0x80; len++)
		;
	return len;
}

void
dd_time_read_japanese(struct dd_time_reader *r)
{
	struct waiting waiting = {0};
	size_t at = 0;

	while (r->text[at])
		at += read_at(r, at, &waiting);
}
