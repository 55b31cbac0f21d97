/* SPDX-License-Identifier: MIT */
/* Looks for values between quotation marks. */
#include "run/broker_named.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/files.h"
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

/* Writes the text up to the quotation mark, as the parser would read it, and
 * returns its length. 0: it is no value of an attribute, or too long for a
 * path. */
static size_t
read_value(const char *text, char mark, char out[DD_FILE_PATH])
{
	size_t size = 0;

	while (*text && *text != mark) {
		char character[5] = {*text};
		size_t len = *text == '&' ? read_reference(text, character) : 1;
		size_t more = strlen(character);

		if (len == 0 || size + more >= DD_FILE_PATH)
			return 0;
		if (len == 1 && dd_ascii_is_space(*text))
			character[0] = ' ';
		memcpy(out + size, character, more);
		size += more;
		text += len;
	}
	out[size] = '\0';
	return *text == mark ? size : 0;
}

/* Every one, in any encoding and with its references read. */
static void
read_values(struct dd_broker_names *names, const char *bytes, size_t len)
{
	char value[DD_FILE_PATH];
	struct dd_source source;
	struct dd_sink sink;

	dd_sink_init(&sink, 1);
	if (dd_gate("", bytes, len, &source, &sink))
		for (const char *p = source.text; *p; p++)
			if ((*p == '"' || *p == '\'') &&
			    read_value(p + 1, *p, value) > 0 &&
			    !dd_table_find(&names->values, value))
				dd_table_add(&names->values,
				    dd_arena_dup(&names->arena, value), names);
	dd_source_release(&source);
	dd_sink_release(&sink);
}

void
dd_broker_names_release(struct dd_broker_names *names)
{
	dd_table_release(&names->values);
	dd_arena_release(&names->arena);
	*names = (struct dd_broker_names){.number = 0};
}

bool
dd_broker_names_have(struct dd_broker_names *names, uint64_t number,
    const char *bytes, size_t len, const char *value)
{
	enum { SHORT = 256 * 1024 }; /* bytes */

	if (!value[0])
		return false;
	if (names->number != number && len <= SHORT &&
	    stands_plain(bytes, len, value))
		return true;
	if (names->number != number) {
		dd_broker_names_release(names);
		names->number = number;
		dd_table_init(&names->values);
		read_values(names, bytes, len);
	}
	return dd_table_find(&names->values, value) != NULL;
}
