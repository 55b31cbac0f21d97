/* SPDX-License-Identifier: MIT */
/*
 * From bytes to JSON values. Owns what is asked of the bytes before anything is
 * built of them, and the sentences about what is no JSON.
 */
#include <stdarg.h>
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

static int refuse(const struct scan *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static int
refuse(const struct scan *s, const char *format, ...)
{
	size_t line = 1, start = 0;
	char sentence[200];
	va_list args;

	va_start(args, format);
	vsnprintf(sentence, sizeof sentence, format, args);
	va_end(args);
	for (size_t i = 0; i < s->at; i++) {
		if (s->bytes[i] == '\n') {
			line++;
			start = i + 1;
		}
	}
	return dd_error_set(s->error, DD_E_INPUT,
	    "The JSON cannot be read: %s:%zu:%zu: %s", s->name, line,
	    dd_utf8_count(s->bytes + start, s->at - start) + 1, sentence);
}

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
	return refuse(s,
	    "this number has more than %d digits; write it as a string, in "
	    "quotation marks.",
	    DIGITS_MAX);
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
			return refuse(s,
			    "arrays and objects stand too deep in each other; "
			    "the limit is %d.",
			    DEPTH_MAX);
	} else if (c == ']' || c == '}') {
		s->depth -= s->depth > 0;
	} else if (c == ',') {
		if (++s->values > DD_LIMIT_NODES)
			return refuse(s,
			    "there are too many values; the limit is %d.",
			    DD_LIMIT_NODES);
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
		    "The JSON cannot be read: `%s` has %zu bytes; the limit is "
		    "%d.",
		    s->name, s->len, DD_LIMIT_INPUT);
	if (s->len >= 3 && memcmp(s->bytes, "\xEF\xBB\xBF", 3) == 0)
		return refuse(s,
		    "it begins with a byte order mark; save it as UTF-8 "
		    "without one.");
	for (s->at = 0; s->at < s->len && rc == 0; s->at++)
		rc = scan_byte(s);
	return rc;
}

/* What the parser means, for who wrote the file. */
static const char *
explain(enum json_error_code code)
{
	switch (code) {
	case json_error_invalid_utf8:
		return "this byte is not UTF-8; save the file in UTF-8.";
	case json_error_null_character:
	case json_error_null_byte_in_key:
		return "the character U+0000 cannot stand in a document.";
	case json_error_duplicate_key:
		return "this name stands twice in one object; keep one of "
		       "them.";
	case json_error_premature_end_of_input:
		return "the JSON ends too early; a bracket or a quotation mark "
		       "is not closed.";
	case json_error_end_of_input_expected:
		return "nothing may follow the end of the JSON.";
	case json_error_numeric_overflow:
		return "this number is too large.";
	default:
		return NULL;
	}
}

json_t *
dd_json_read(
    const char *name, const char *bytes, size_t len, struct dd_error *error)
{
	struct scan s = {
	    .name = name, .bytes = bytes, .len = len, .error = error};
	json_error_t fault;
	const char *sentence;
	json_t *value;

	if (scan_bytes(&s) < 0)
		return NULL;
	value = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &fault);
	if (value)
		return value;
	sentence = explain(json_error_code(&fault));
	if (sentence)
		dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read: %s:%d:%d: %s", name, fault.line,
		    fault.column > 0 ? fault.column : 1, sentence);
	else
		dd_error_set(error, DD_E_INPUT,
		    "The JSON cannot be read: %s:%d:%d: this is no JSON: %s.",
		    name, fault.line, fault.column, fault.text);
	return NULL;
}
