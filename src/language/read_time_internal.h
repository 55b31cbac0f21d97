/* SPDX-License-Identifier: MIT */
/* Shared by the readers of the languages. Each read_* and find_* function
 * takes a place in the text and returns the length of what it read, or 0. */
#ifndef DD_LANGUAGE_READ_TIME_INTERNAL_H
#define DD_LANGUAGE_READ_TIME_INTERNAL_H

#include "language/read_time.h"

struct dd_time_reader {
	const char *text;
	struct dd_arena *arena;
	struct dd_typed *first, *last;
};

/* Appends an item that begins at `start`; the caller sets its end. */
struct dd_typed *
dd_time_add(struct dd_time_reader *r, enum dd_typed_kind kind, size_t start);

/* A number of at most `most` digits, ASCII or full-width. */
size_t dd_time_digits(const char *p, int most, int *ret_value);

/* Sets hour, minute and written of a clock whose period is known. */
void dd_time_set_hour(struct dd_typed *clock, int written, int minute);

/* True where the text at `p` begins with that word. Nearly always the first
 * byte tells. */
static inline bool
dd_time_begins(const char *p, const char *word)
{
	while (*word && *p == *word) {
		p++;
		word++;
	}
	return !*word;
}

void dd_time_read_english(struct dd_time_reader *r);
void dd_time_read_japanese(struct dd_time_reader *r);

/* An English date with a month in words; adds it and its weekday. */
size_t dd_time_english_date(struct dd_time_reader *r, size_t at);
/* A weekday in English, with its comma left alone. */
size_t dd_time_english_weekday(const char *p, int *ret_weekday);
/* A length of time in English. */
size_t dd_time_english_length(struct dd_time_reader *r, size_t at);

#endif
