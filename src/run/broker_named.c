/* SPDX-License-Identifier: MIT */
/* Looks for a value between quotation marks. */
#include "run/broker_named.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "diag/diagnostic.h"
#include "xml/gate.h"
#include "xml/source.h"

/* As it is, which is how nearly all are written. */
static bool
stands_plain(const char *bytes, size_t len, const char *value)
{
	size_t size = strlen(value);
	const char *end = bytes + len, *at = bytes;

	while ((at = memmem(at, (size_t)(end - at), value, size))) {
		if (at > bytes && at + size < end &&
		    (at[-1] == '"' || at[-1] == '\'') && at[-1] == at[size])
			return true;
		at++;
	}
	return false;
}

/* The character of a reference, and how long that is; 0: it is none. */
static size_t
read_reference(const char *text, char out[5])
{
	static const struct {
		const char *text, *character;
	} names[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"},
	    {"&quot;", "\""}, {"&apos;", "'"}};
	bool hex = text[1] == '#' && text[2] == 'x';
	unsigned long number;
	char *end;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strncmp(text, names[i].text, strlen(names[i].text)) == 0) {
			stpcpy(out, names[i].character);
			return strlen(names[i].text);
		}
	if (text[1] != '#')
		return 0;
	number = strtoul(text + (hex ? 3 : 2), &end, hex ? 16 : 10);
	if (*end != ';' || number == 0 || number > 0x10FFFF)
		return 0;
	out[dd_utf8_encode((uint32_t)number, out)] = '\0';
	return (size_t)(end + 1 - text);
}

/* True where the text up to the quotation mark says the value. */
static bool
says(const char *text, char mark, const char *value)
{
	while (*text && *text != mark) {
		char character[5] = {*text};
		size_t len = *text == '&' ? read_reference(text, character) : 1;

		if (len == 1 && dd_ascii_is_space(*text))
			character[0] = ' ';
		if (len == 0 ||
		    strncmp(value, character, strlen(character)) != 0)
			return false;
		value += strlen(character);
		text += len;
	}
	return *text == mark && *value == '\0';
}

/* In other encodings, and with references. */
static bool
stands_written(const char *bytes, size_t len, const char *value)
{
	struct dd_source source;
	struct dd_sink sink;
	bool found = false;

	dd_sink_init(&sink, 1);
	if (dd_gate("", bytes, len, &source, &sink))
		for (const char *p = source.text; *p && !found; p++)
			found =
			    (*p == '"' || *p == '\'') && says(p + 1, *p, value);
	dd_source_release(&source);
	dd_sink_release(&sink);
	return found;
}

bool
dd_broker_is_named(const char *bytes, size_t len, const char *value)
{
	return value[0] &&
	    (stands_plain(bytes, len, value) ||
		stands_written(bytes, len, value));
}
