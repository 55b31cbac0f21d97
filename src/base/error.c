/* SPDX-License-Identifier: MIT */
/* Owns: how the text of a failure is kept. Leaves printing it to cli/. */
#include "base/error.h"
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/messages.h"
#include "base/utf8.h"

/* A text cut at the end of its array must not end inside a character. */
static void
drop_broken_end(char *text)
{
	size_t len = strlen(text), back;
	uint32_t cp;

	for (back = 1; back <= 4 && back <= len; back++) {
		const char *p = text + len - back;

		if (((unsigned char)*p & 0xC0) == 0x80)
			continue;
		if (dd_utf8_decode(p, text + len, &cp) == 0)
			text[len - back] = '\0';
		return;
	}
}

struct dd_error
dd_error_like(const struct dd_error *error)
{
	return (struct dd_error){.messages = error ? error->messages : NULL};
}

const char *
dd_error_say(const struct dd_error *error, const char *text)
{
	return dd_message(error ? error->messages : NULL, text);
}

int
dd_error_set(struct dd_error *error, int code, const char *format, ...)
{
	va_list args;
	char *p;
	int len;

	assert(code < 0);
	if (!error || error->code != DD_OK)
		return code;
	error->code = code;
	va_start(args, format);
	len = vsnprintf(error->text, sizeof(error->text),
	    dd_error_say(error, format), args);
	va_end(args);
	if (len >= (int)sizeof(error->text))
		drop_broken_end(error->text);
	while ((p = strpbrk(error->text, "\r\n")))
		*p = ' ';
	return code;
}
