/* SPDX-License-Identifier: MIT */
/*
 * Owns: one function a thing that editorial rules ask for and XPath 1.0 cannot
 * say. None reads anything but its arguments and the data of time zones.
 */
#include "check/schematron_function.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/pattern.h"
#include "base/utf8.h"
#include "model/clock.h"
#include "model/letter.h"
#include "model/zone.h"

enum { LETTERS = 4 }; /* that are looked at one by one in a step */

struct dd_functions *
dd_functions_new(struct dd_zone_db *zones)
{
	struct dd_functions *functions = dd_calloc(1, sizeof *functions);

	dd_regex_cache_init(&functions->patterns);
	functions->zones = zones;
	return functions;
}

void
dd_functions_free(struct dd_functions *functions)
{
	if (!functions)
		return;
	dd_regex_cache_release(&functions->patterns);
	free(functions);
}

/* --- texts --------------------------------------------------------------- */

/* matches(text, pattern, flags?) */
static void
matches(struct dd_xpath_call *call)
{
	struct dd_functions *functions = call->data;

	call->boolean = dd_regex_find(&functions->patterns, call->args[1],
			    call->count > 2 ? call->args[2] : "", call->args[0],
			    &call->cost, call->fault) > 0;
}

/* replace(text, pattern, replacement, flags?) */
static void
replace(struct dd_xpath_call *call)
{
	struct dd_functions *functions = call->data;

	dd_regex_replace(&functions->patterns, call->args[1],
	    call->count > 3 ? call->args[3] : "", call->args[0], call->args[2],
	    &call->text, &call->cost, call->fault);
}

/* What stands in the file is looked at when it is read. */
static bool
check_flags(const char *flags, struct dd_xpath_fault *fault)
{
	fault->at = strspn(flags, DD_PATTERN_FLAGS);
	if (!flags[fault->at])
		return true;
	snprintf(fault->text, sizeof fault->text,
	    "flags are letters of `" DD_PATTERN_FLAGS "`");
	return false;
}

/* *ret_pattern is for the caller to free. */
static bool
check_pattern(const char *source, const char *flags,
    struct dd_pattern **ret_pattern, struct dd_xpath_fault *fault)
{
	const struct dd_pattern_how how = {.flags = flags, .empty = true};
	char words[DD_PATTERN_FAULT];

	*ret_pattern = dd_pattern_new(source, &how, words, &fault->at);
	if (!*ret_pattern)
		snprintf(fault->text, sizeof fault->text,
		    "the pattern cannot be read from here on; PCRE2 says: %s",
		    words);
	return *ret_pattern != NULL;
}

static bool
check_replacement(const struct dd_pattern *pattern, const char *replacement,
    struct dd_xpath_fault *fault)
{
	*fault = (struct dd_xpath_fault){0};
	if (dd_pattern_takes(pattern, replacement))
		return true;
	snprintf(fault->text, sizeof fault->text, "%s", DD_REGEX_NO_GROUP);
	return false;
}

/* `replacement` is NULL where there is none, or nobody knows it. */
static bool
check_regex(const char *const *args, size_t count, size_t flags_arg,
    const char *replacement, size_t *ret_arg, struct dd_xpath_fault *fault)
{
	const char *flags = count > flags_arg ? args[flags_arg] : "";
	struct dd_pattern *pattern = NULL;
	bool good;

	*ret_arg = flags_arg;
	if (!flags || !check_flags(flags, fault))
		return !flags;
	*ret_arg = 1;
	good = !args[1] || check_pattern(args[1], flags, &pattern, fault);
	if (pattern && replacement) {
		*ret_arg = 2;
		good = check_replacement(pattern, replacement, fault);
	}
	dd_pattern_free(pattern);
	return good;
}

static bool
check_matches(const char *const *args, size_t count, size_t *ret_arg,
    struct dd_xpath_fault *fault)
{
	return check_regex(args, count, 2, NULL, ret_arg, fault);
}

static bool
check_replace(const char *const *args, size_t count, size_t *ret_arg,
    struct dd_xpath_fault *fault)
{
	return check_regex(args, count, 3, args[2], ret_arg, fault);
}

/* nfc(text) */
static void
nfc(struct dd_xpath_call *call)
{
	const char *text = call->args[0];
	size_t len = strlen(text), at = 0, from, end = 0;
	struct dd_arena arena = {0};

	call->cost = len / LETTERS;
	while ((from = dd_letter_find_unnormal(text, len, at, &end)) < len) {
		dd_buffer_add(&call->text, text + at, from - at);
		dd_buffer_puts(&call->text,
		    dd_letter_compose(&arena, text + from, end - from));
		at = end;
	}
	dd_buffer_add(&call->text, text + at, len - at);
	dd_arena_release(&arena);
}

/* lower-case(text) */
static void
lower_case(struct dd_xpath_call *call)
{
	const char *at = call->args[0], *end = at + strlen(at);
	uint32_t letter;

	call->cost = (size_t)(end - at) / LETTERS;
	while (at < end) {
		at += dd_utf8_decode(at, end, &letter);
		dd_buffer_put_utf8(&call->text, dd_letter_lower(letter));
	}
}

static bool
is_space(uint32_t letter)
{
	return letter == ' ' || letter == '\n' || letter == '\t' ||
	    letter == '\r' || letter == 0x3000 || letter == 0xA0;
}

static bool
is_of_word(uint32_t letter)
{
	return letter < 0x80 ? dd_ascii_is_letter((char)letter) ||
		dd_ascii_is_digit((char)letter)
			     : dd_letter_is(letter);
}

/* words(text): stretches between white space that hold a letter or digit. */
static void
words(struct dd_xpath_call *call)
{
	const char *at = call->args[0], *end = at + strlen(at);
	bool counted = false;
	uint32_t letter;

	call->cost = (size_t)(end - at) / LETTERS;
	while (at < end) {
		letter = (unsigned char)*at;
		at += letter < 0x80 ? 1 : dd_utf8_decode(at, end, &letter);
		if (is_space(letter))
			counted = false;
		else if (!counted && is_of_word(letter)) {
			counted = true;
			call->number++;
		}
	}
}

/* --- days and times ------------------------------------------------------ */

/* A whole number of days, within ten thousand years. */
static bool
read_days(const char *text, int64_t *ret_days)
{
	char *end;
	double value = strtod(text, &end);

	if (end == text || end[strspn(end, DD_ASCII_SPACES)] ||
	    fabs(value) > 3652425 || value != floor(value))
		return false;
	*ret_days = (int64_t)value;
	return true;
}

/* date-add(date, days): "" where one of them is none. */
static void
date_add(struct dd_xpath_call *call)
{
	struct dd_date date;
	int64_t days;
	char out[16];

	if (!dd_date_parse(call->args[0], &date) ||
	    !read_days(call->args[1], &days))
		return;
	date = dd_date_of_days(dd_date_days(date) + days);
	if (date.year < 1 || date.year > 9999)
		return;
	dd_date_iso(date, out);
	dd_buffer_puts(&call->text, out);
}

/* days(from, to) */
static void
days(struct dd_xpath_call *call)
{
	struct dd_date from, to;

	call->number = dd_date_parse(call->args[0], &from) &&
		dd_date_parse(call->args[1], &to)
	    ? (double)(dd_date_days(to) - dd_date_days(from))
	    : (double)NAN;
}

/* weekday(date): 1 is Monday, 7 is Sunday. */
static void
weekday(struct dd_xpath_call *call)
{
	struct dd_date date;
	int day;

	call->number = (double)NAN;
	if (!dd_date_parse(call->args[0], &date))
		return;
	day = dd_date_weekday(date);
	call->number = day == 0 ? 7 : day;
}

/* minutes(duration) */
static void
minutes(struct dd_xpath_call *call)
{
	int64_t value;

	call->number = dd_duration_parse(call->args[0], &value) ? (double)value
								: (double)NAN;
}

/* zone-offset(zone, dateTime): "+09:00"; "" where one of them is none. */
static void
zone_offset(struct dd_xpath_call *call)
{
	struct dd_functions *functions = call->data;
	struct dd_error error = {0};
	const struct dd_zone *zone;
	struct dd_moment moment;
	int found, offset;

	if (!dd_moment_parse(call->args[1], &moment))
		return;
	found = dd_zone_find(functions->zones, call->args[0], &zone, &error);
	if (found < 0)
		snprintf(call->fault, sizeof call->fault, "%.200s", error.text);
	if (found != 0)
		return;
	offset = dd_zone_offset(zone, moment.utc) / 60;
	dd_buffer_printf(&call->text, "%c%02d:%02d", offset < 0 ? '-' : '+',
	    abs(offset) / 60, abs(offset) % 60);
}

const struct dd_xpath_function dd_functions[] = {
    {"date-add", 2, 2, DD_XPATH_IS_TEXT, date_add, NULL},
    {"days", 2, 2, DD_XPATH_IS_NUMBER, days, NULL},
    {"lower-case", 1, 1, DD_XPATH_IS_TEXT, lower_case, NULL},
    {"matches", 2, 3, DD_XPATH_IS_BOOLEAN, matches, check_matches},
    {"minutes", 1, 1, DD_XPATH_IS_NUMBER, minutes, NULL},
    {"nfc", 1, 1, DD_XPATH_IS_TEXT, nfc, NULL},
    {"replace", 3, 4, DD_XPATH_IS_TEXT, replace, check_replace},
    {"weekday", 1, 1, DD_XPATH_IS_NUMBER, weekday, NULL},
    {"words", 1, 1, DD_XPATH_IS_NUMBER, words, NULL},
    {"zone-offset", 2, 2, DD_XPATH_IS_TEXT, zone_offset, NULL},
    {NULL, 0, 0, DD_XPATH_IS_TEXT, NULL, NULL},
};
