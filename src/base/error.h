/* SPDX-License-Identifier: MIT */
/*
 * Operational failures: no file, no zone data, a broken stylesheet.
 * Findings about a document are not errors; they go to the sink (diag/).
 * A code is the negated exit code of the command line.
 */
#ifndef DD_BASE_ERROR_H
#define DD_BASE_ERROR_H

enum dd_error_code {
	DD_OK = 0,
	DD_E_USAGE = -2,  /* usage or configuration, a broken house file */
	DD_E_INPUT = -3,  /* an input could not be read */
	DD_E_ENGINE = -4, /* not checked: limit, engine or stylesheet failure */
	DD_E_OUTPUT = -5, /* output not written */
};

struct dd_messages;

struct dd_error {
	const struct dd_messages *messages; /* borrowed; NULL: English */
	int code;			    /* enum dd_error_code */
	char text[1024]; /* one sentence, no newline, no "error:" in front */
};

/* An error without a cause yet, in the language of that one (may be NULL). */
struct dd_error dd_error_like(const struct dd_error *error);

/* The text in the language of the error, which may be NULL. */
const char *dd_error_say(const struct dd_error *error, const char *text)
    __attribute__((format_arg(2)));

/* Fills `error` (may be NULL) with the sentence, translated, and returns `code`. An error already set stays:
 * the first cause is the one worth telling. */
int dd_error_set(struct dd_error *error, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
