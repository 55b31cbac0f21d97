/* SPDX-License-Identifier: MIT */
/*
 * From bytes to JSON values. Owns what is asked of the bytes before anything is
 * built of them, and the sentences about what is no JSON.
 */
#include <stdio.h>
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "base/utf8.h"
#include "import/json_internal.h"
#include "xml/limits.h"

enum {
	/* An element may be an object in an array. */
	DEPTH_MAX = 2 * DD_LIMIT_DEPTH,
	/* That a double keeps apart. */
	DIGITS_MAX = 15,
};

/* One look at the bytes; strings are skipped, the parser judges the rest. */
struct scan {
	const char *name, *bytes;
	size_t len, at;
	size_t depth, values;
	struct dd_error *error;
};

enum { PLACE_MAX = 300 /* bytes of a place in a sentence, with its NUL */ };

/* "a.json:2:4", written to `out`. */
static const char *
show_place(const struct scan *s, char *out)
{
	size_t line = 1, start = 0;

	for (size_t i = 0; i < s->at; i++) {
		if (s->bytes[i] == '\n') {
			line++;
			start = i + 1;
		}
	}
	snprintf(out, PLACE_MAX, "%.*s:%zu:%zu", DD_UTF8_SHOW(s->name, 200),
	    line, dd_utf8_count(s->bytes + start, s->at - start) + 1);
	return out;
}
#define SHOW_PLACE(s) show_place((s), (char[PLACE_MAX]){0})

static void
skip_string(struct scan *s)
{
	for (s->at++; s->at < s->len && s->bytes[s->at] != '"'; s->at++)
		if (s->bytes[s->at] == '\\')
			s->at++;
}

/* Digits of a number that are more than its reader keeps apart would be lost
 * without a word. */
static int
scan_number(struct scan *s)
{
	size_t start = s->at, digits = 0;

	while (s->at < s->len &&
	    (dd_ascii_is_digit(s->bytes[s->at]) || s->bytes[s->at] == '.'))
		digits += s->bytes[s->at++] != '.';
	s->at--;
	if (digits <= DIGITS_MAX)
		return 0;
	s->at = start;
	return dd_error_set(s->error, DD_E_INPUT,
	    "The JSON cannot be read at %s: this number has more than %d "
	    "digits; write it as a string, in quotation marks.",
	    SHOW_PLACE(s), DIGITS_MAX);
}

static int
scan_byte(struct scan *s)
{
	char c = s->bytes[s->at];

	if (c == '"') {
		skip_string(s);
	} else if (c == '[' || c == '{') {
		s->values++;
		if (++s->depth > DEPTH_MAX)
			return dd_error_set(s->error, DD_E_INPUT,
			    "The JSON cannot be read at %s: arrays and objects "
			    "stand too deep in each other; the limit is %d.",
			    SHOW_PLACE(s), DEPTH_MAX);
	} else if (c == ']' || c == '}') {
		s->depth -= s->depth > 0;
	} else if (c == ',') {
		if (++s->values > DD_LIMIT_NODES)
			return dd_error_set(s->error, DD_E_INPUT,
			    "The JSON cannot be read at %s: there are too many "
			    "values; the limit is %d.",
			    SHOW_PLACE(s), DD_LIMIT_NODES);
	} else if (dd_ascii_is_digit(c)) {
		return scan_number(s);
	}
	return 0;
}

static int
scan_bytes(struct scan *s)
{
	int rc = 0;

	if (s->len > DD_LIMIT_INPUT)
		return dd_error_set(s->error, DD_E_INPUT,
		    "`%s` has %zu bytes; the limit for JSON is %d.", s->name,
		    s->len, DD_LIMIT_INPUT);
	if (s->len >= 3 && memcmp(s->bytes, "\xEF\xBB\xBF", 3) == 0)
		return dd_error_set(s->error, DD_E_INPUT,
		    "The JSON cannot be read at %s: it begins with a byte "
		    "order mark; save it as UTF-8 without one.",
		    SHOW_PLACE(s));
	for (s->at = 0; s->at < s->len && rc == 0; s->at++)
		rc = scan_byte(s);
	return rc;
}

/* What the parser means, for who wrote the file. */
static int
explain(const char *place, const json_error_t *fault, struct dd_error *error)
{
	switch (json_error_code(fault)) {
	case json_error_invalid_utf8:
		return dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read at %s: this byte is not UTF-8; "
		    "save the file in UTF-8.",
		    place);
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read at %s: the character U+0000 "
		    "cannot stand in a document.",
		    place);
	case json_error_duplicate_key:
		return dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read at %s: this name stands twice in "
		    "one object; keep one of them.",
		    place);
	case json_error_premature_end_of_input:
		return dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read at %s: it ends too early; a "
		    "bracket or a quotation mark is not closed.",
		    place);
	case json_error_end_of_input_expected:
		return dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read at %s: nothing may follow its "
		    "end.",
		    place);
	case json_error_numeric_overflow:
		return dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read at %s: this number is too large.",
		    place);
	default:
		return dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read at %s: this is no JSON (%s).",
		    place, fault->text);
	}
}

json_t *
dd_json_read(
    const char *name, const char *bytes, size_t len, struct dd_error *error)
{
	struct scan s = {
	    .name = name, .bytes = bytes, .len = len, .error = error};
	char place[PLACE_MAX];
	json_error_t fault;
	json_t *value;

	if (scan_bytes(&s) < 0)
		return NULL;
	value = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &fault);
	if (value)
		return value;
	snprintf(place, sizeof place, "%.*s:%d:%d", DD_UTF8_SHOW(name, 200),
	    fault.line, fault.column > 0 ? fault.column : 1);
	explain(place, &fault, error);
	return NULL;
}
