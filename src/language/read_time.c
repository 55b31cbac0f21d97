/* SPDX-License-Identifier: MIT */
/* What the readers of all languages share, and what ranges say once. */
#include "language/read_time.h"
#include <string.h>
#include "base/arena.h"
#include "base/ascii.h"
#include "language/read_time_internal.h"

struct dd_typed *
dd_time_add(struct dd_time_reader *r, enum dd_typed_kind kind, size_t start)
{
	struct dd_typed *item = dd_arena_alloc(r->arena, sizeof *item);

	item->kind = kind;
	item->at.start = item->at.end = start;
	item->weekday = -1;
	if (r->last)
		r->last->next = item;
	else
		r->first = item;
	r->last = item;
	return item;
}

/* The full-width digits U+FF10 to U+FF19 are EF BC 90 to 99. */
static size_t
read_digit(const char *p, int *ret_value)
{
	if (dd_ascii_is_digit(p[0])) {
		*ret_value = p[0] - '0';
		return 1;
	}
	if (dd_time_begins(p, "\xef\xbc") && (unsigned char)p[2] >= 0x90 &&
	    (unsigned char)p[2] <= 0x99) {
		*ret_value = (unsigned char)p[2] - 0x90;
		return 3;
	}
	return 0;
}

size_t
dd_time_digits(const char *p, int most, int *ret_value)
{
	size_t len = 0, step;
	int digit, count = 0, value = 0;

	while ((step = read_digit(p + len, &digit)) > 0) {
		if (++count > most)
			return 0;
		value = value * 10 + digit;
		len += step;
	}
	if (len > 0)
		*ret_value = value;
	return len;
}

void
dd_time_set_hour(struct dd_typed *clock, int written, int minute)
{
	clock->written = written;
	clock->minute = minute;
	clock->hour = written;
	if (written <= 12 && clock->period == DD_PERIOD_AM)
		clock->hour = written % 12;
	if (written <= 12 && clock->period == DD_PERIOD_PM)
		clock->hour = written % 12 + 12;
}

/* True where only words of a range stand between two places. */
static bool
is_range(const char *text, size_t from, size_t to)
{
	static const char *const words[] = {"-", "–", "—", " - ", " – ", " to ",
	    " until ", " till ", " and ", "から", "～", "〜"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == to - from &&
		    dd_time_begins(text + from, words[i]))
			return true;
	return false;
}

/* "10:00 to 10:45 a.m. local time" says the period and the zone once. */
static void
share_in_range(struct dd_typed *a, struct dd_typed *b)
{
	a->in_range = b->in_range = true;
	if (a->period == DD_PERIOD_NONE && b->period != DD_PERIOD_WORD) {
		a->period = b->period;
		dd_time_set_hour(a, a->written, a->minute);
	}
	if (a->label == DD_LABEL_NONE) {
		a->label = b->label;
		a->name = b->name;
	}
}

struct dd_typed *
dd_time_read(const char *text, const char *lang, struct dd_arena *arena)
{
	struct dd_time_reader r = {.text = text, .arena = arena};

	if (lang && dd_ascii_equal_n(lang, "en", 2))
		dd_time_read_english(&r);
	else if (lang && dd_ascii_equal_n(lang, "ja", 2))
		dd_time_read_japanese(&r);
	for (struct dd_typed *a = r.first; a && a->next; a = a->next)
		if (a->kind == DD_TYPED_CLOCK &&
		    a->next->kind == DD_TYPED_CLOCK &&
		    is_range(text, a->at.end, a->next->at.start))
			share_in_range(a, a->next);
	return r.first;
}
