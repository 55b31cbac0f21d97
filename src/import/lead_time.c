/* SPDX-License-Identifier: MIT */
/*
 * When: the date and the length; lead_clock.c has the clocks. Whatever the words
 * leave open is asked about, never guessed.
 */
#include <stdint.h>
#include <string.h>
#include "base/ascii.h"
#include "import/lead.h"
#include "language/read_time.h"

static struct dd_extent
get_extent(const struct dd_typed *typed)
{
	return (struct dd_extent){typed->at.start, typed->at.end};
}

/* "around 10:00": the words in front of a clock or a length. */
const char *
dd_lead_hedge(struct dd_lead *lead, size_t at)
{
	static const char about[] = "(?i)\\b(?:about|approximately|around|some|"
				    "roughly|nearly|almost)\\s*$";
	static const char after[] =
	    "(?i)\\b(?:(?:shortly |just )?after|past)\\s*$";
	static const char before[] =
	    "(?i)\\b(?:(?:shortly |just )?before)\\s*$";
	static const char under[] = "(?i)\\b(?:under|less than)\\s*$";
	static const char over[] = "(?i)\\b(?:over|more than)\\s*$";
	const struct {
		const char *pattern, *hedge;
	} rows[] = {{about, "about"}, {after, "after"}, {over, "over"},
	    {before, "before"}, {under, "under"}};
	size_t from = at > 24 ? at - 24 : 0;
	struct dd_extent match;

	while (from > 0 && (lead->text[from] & 0xC0) == 0x80)
		from--;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (dd_find(lead->finder, rows[i].pattern, lead->text, at, from,
			&match)) {
			dd_lead_use(lead, match.from, match.to);
			return rows[i].hedge;
		}
	return NULL;
}

/* False for February 29 of most years. */
static bool
is_day(struct dd_date date)
{
	return dd_date_of_days(dd_date_days(date)).day == date.day;
}

/* A date without a year is the one nearest to the day of issue: a meeting of
 * December is published in January, one of January 1 at home on December 31. */
struct dd_date
dd_lead_complete(struct dd_date date, struct dd_date issued)
{
	struct dd_date best = date;
	int64_t least = INT64_MAX;

	if (date.year != 0 || issued.year == 0)
		return date;
	for (int year = issued.year - 1; year <= issued.year + 1; year++) {
		struct dd_date tried = {year, date.month, date.day};
		int64_t days = dd_date_days(tried) - dd_date_days(issued);

		days = days < 0 ? -days : days;
		if (days < least && is_day(tried)) {
			least = days;
			best = tried;
		}
	}
	return best;
}

int
dd_lead_number(const struct dd_lead *lead, struct dd_extent at)
{
	int value = 0;

	for (size_t i = at.from; i < at.to; i++)
		if (dd_ascii_is_digit(lead->text[i]))
			value = value * 10 + lead->text[i] - '0';
		else if ((unsigned char)lead->text[i] == 0xBC)
			value = value * 10 + (lead->text[++i] & 0x0F);
	return value;
}

/* A date that is told from the day of issue. */
static void
set_date_near(struct dd_lead *lead, struct dd_date date, struct dd_extent at)
{
	char iso[16];

	lead->date = date;
	dd_date_iso(date, iso);
	dd_lead_use(lead, at.from, at.to);
	dd_lead_fact(lead, "meeting/start/@date", iso, DD_LIKELY,
	    "lead/day-of-issue", at);
}

static void
read_date(
    struct dd_lead *lead, const struct dd_typed *date, struct dd_date issued)
{
	struct dd_date whole = {date->year, date->month, date->day};
	char iso[16];

	if (date->day == 0 || lead->date.month != 0)
		return;
	dd_lead_read_days(lead, date, &whole);
	whole = dd_lead_complete(whole, issued);
	dd_lead_use(lead, date->at.start, date->at.end);
	lead->date = whole;
	if (whole.year == 0 || !is_day(whole)) {
		lead->date.year = 0;
		dd_lead_ask(lead, get_extent(date),
		    whole.year != 0 || issued.year != 0
			? "that year has no such day"
			: "no year is given, neither here nor in the date of "
			  "issue");
		return;
	}
	dd_date_iso(whole, iso);
	dd_lead_fact(lead, "meeting/start/@date", iso,
	    date->year ? DD_CERTAIN : DD_LIKELY, "lead/date", get_extent(date));
}

/* "this afternoon": on the day of issue. */
static void
read_part_of_day(struct dd_lead *lead, struct dd_date issued)
{
	static const char pattern[] =
	    "(?i)\\bthis (?:morning|afternoon|evening)\\b";
	struct dd_extent match;

	if (lead->date.month == 0 && issued.year != 0 &&
	    dd_find(lead->finder, pattern, lead->text, lead->len, 0, &match))
		set_date_near(lead, issued, match);
}

/* "本13日", "昨12日": the nearest such day. */
static void
read_day_number(struct dd_lead *lead, struct dd_date issued)
{
	static const char pattern[] =
	    "(?:本|昨|去る)\\s?(?<day>[0-9０-９]{1,2})日";
	struct dd_extent match, number;
	int day;

	if (lead->date.month != 0 || issued.year == 0 ||
	    !dd_find(lead->finder, pattern, lead->text, lead->len, 0, &match) ||
	    !dd_find_group(lead->finder, pattern, "day", &number))
		return;
	day = dd_lead_number(lead, number);
	for (int away = 0; away < 16; away++) {
		int64_t days = dd_date_days(issued);

		if (dd_date_of_days(days - away).day == day) {
			set_date_near(
			    lead, dd_date_of_days(days - away), match);
			return;
		}
	}
}

/* Where the next part has a start of its own, the length is that of the first. */
static void
share_length(struct dd_lead *lead)
{
	struct dd_found_session *first = lead->sessions;

	if (!first || !first->next || !first->next->start.known || lead->total)
		return;
	first->minutes = lead->minutes;
	first->hedge = lead->length_hedge;
	lead->minutes = 0;
	lead->length_hedge = NULL;
}

static void
read_length(struct dd_lead *lead, const struct dd_typed *length)
{
	static const char total[] = "(?i)^\\s*in (?:total|all)\\b";
	static const char of_total[] = "(?i)\\ba total of (?:about |"
				       "approximately |around )?$";
	struct dd_extent match;
	size_t from = length->at.start > 32 ? length->at.start - 32 : 0;

	if (lead->minutes != 0)
		return;
	lead->minutes = length->minutes;
	lead->length_hedge = dd_lead_hedge(lead, length->at.start);
	if (!lead->length_hedge && length->hedged)
		lead->length_hedge = "about";
	dd_lead_use(lead, length->at.start, length->at.end);
	lead->total = dd_find(lead->finder, total, lead->text + length->at.end,
	    lead->len - length->at.end, 0, &match);
	if (lead->total) {
		dd_lead_use(lead, length->at.end, length->at.end + match.to);
	} else if (dd_find(lead->finder, of_total, lead->text, length->at.start,
		       from, &match)) {
		lead->total = true;
		dd_lead_use(lead, match.from, match.to);
	}
	share_length(lead);
	dd_lead_fact(lead,
	    lead->minutes > 0 ? "meeting/duration" : "meeting/session/duration",
	    dd_arena_printf(
		lead->arena, "%lld min", (long long)length->minutes),
	    DD_CERTAIN, "lead/length", get_extent(length));
}

/* "(local time; February 24, 3:20 a.m. Orisia time)": a date directly in front of
 * a clock is its date. */
static void
link_date(struct dd_lead *lead, const struct dd_typed *date)
{
	static const char join[] = "^,? (?:at )?(?:about |around )?$";
	struct dd_typed *clock = date->next;
	struct dd_extent match;

	if (date->kind == DD_TYPED_DATE && clock &&
	    clock->kind == DD_TYPED_CLOCK && !clock->date &&
	    dd_find(lead->finder, join, lead->text + date->at.end,
		clock->at.start - date->at.end, 0, &match))
		clock->date = date;
}

static bool
begins(const struct dd_lead *lead, const struct dd_typed *typed,
    const char *latin, const char *japanese)
{
	const char *text = lead->text + typed->at.start;

	return dd_ascii_equal_n(text, latin, strlen(latin)) ||
	    strncmp(text, japanese, strlen(japanese)) == 0;
}

/* "spoke today", "昨日": by the day of issue. Without any day, it is asked. */
static void
read_day_word(
    struct dd_lead *lead, const struct dd_typed *first, struct dd_date issued)
{
	for (const struct dd_typed *t = first; t; t = t->next) {
		bool before = begins(lead, t, "yesterday", "昨日");

		if (t->kind != DD_TYPED_DAY || issued.year == 0 ||
		    !(before || begins(lead, t, "today", "本日")))
			continue;
		set_date_near(lead,
		    dd_date_of_days(dd_date_days(issued) - before),
		    get_extent(t));
		return;
	}
	dd_lead_ask(lead, (struct dd_extent){0, lead->len},
	    "it is not said on which day this was");
}

/* Times behind the facts of the occasion are not those of the meeting. */
void
dd_lead_read_times(struct dd_lead *lead, struct dd_date issued)
{
	struct dd_typed *first =
	    dd_time_read(dd_arena_ndup(lead->arena, lead->text, lead->len),
		lead->lang, lead->arena);

	for (struct dd_typed *t = first; t; t = t->next)
		link_date(lead, t);
	dd_lead_read_dateline(lead, first);
	issued = lead->issued;
	dd_lead_read_sessions(lead, first);
	for (const struct dd_typed *t = first; t; t = t->next)
		if (!lead->used[t->at.start] && t->kind == DD_TYPED_DATE)
			read_date(lead, t, issued);
	read_day_number(lead, issued);
	read_part_of_day(lead, issued);
	if (lead->date.month == 0)
		read_day_word(lead, first, issued);
	for (const struct dd_typed *t = first; t; t = t->next) {
		if (t->kind == DD_TYPED_CLOCK && !lead->used[t->at.start])
			dd_lead_read_clock(lead, t, issued);
		else if (t->kind == DD_TYPED_LENGTH && !lead->used[t->at.start])
			read_length(lead, t);
		else if (t->kind == DD_TYPED_DATE && lead->home.known)
			dd_lead_use(lead, t->at.start, t->at.end);
		else if (t->kind == DD_TYPED_WEEKDAY && lead->date.month != 0)
			dd_lead_use(lead, t->at.start, t->at.end);
	}
}
