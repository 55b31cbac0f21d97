/* SPDX-License-Identifier: MIT */
/* Owns: which characters are dangerous to show, and how they appear. */
#include "base/escape.h"
#include <stdbool.h>
#include <string.h>
#include "base/buffer.h"
#include "base/utf8.h"

/* Characters that turn the direction of the text around them. */
static bool
is_bidi_control(uint32_t cp)
{
	return cp == 0x061C || cp == 0x200E || cp == 0x200F ||
	    (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static void
escape_for_terminal(struct dd_buffer *out, uint32_t cp)
{
	if (cp == '\t')
		dd_buffer_putc(out, ' ');
	else if (cp < 0x20 || cp == 0x7F)
		dd_buffer_printf(out, "\\x%02x", cp);
	else if ((cp >= 0x80 && cp < 0xA0) || is_bidi_control(cp) ||
	    cp == 0x2028 || cp == 0x2029 || cp == 0xFFFE || cp == 0xFFFF)
		dd_buffer_printf(out, "\\u{%04x}", cp);
	else
		dd_buffer_put_utf8(out, cp);
}

/* The second of `##`. */
static bool
is_mark_again(const char *text, const char *at)
{
	return *at == '#' && at > text && at[-1] == '#';
}

/* The byte of `text` that makes a command for a system that reads logs: those of
 * GitHub begin a line with `::`, those of Azure have `##` anywhere. */
static bool
is_command(const char *text, const char *at, const char *end)
{
	return is_mark_again(text, at) ||
	    (*at == ':' && at + 1 < end && at[1] == ':' &&
		strspn(text, " \t") == (size_t)(at - text));
}

void
dd_escape_terminal(struct dd_buffer *out, const char *text, size_t len)
{
	const char *start = text, *end = text + len;
	uint32_t cp;
	size_t used;

	while (text < end) {
		used = dd_utf8_decode(text, end, &cp);
		if (used == 0 || is_command(start, text, end)) {
			dd_buffer_printf(out, "\\x%02x", (unsigned char)*text);
			used = 1;
		} else {
			escape_for_terminal(out, cp);
		}
		text += used;
	}
}

static void
escape_for_json(struct dd_buffer *out, uint32_t cp)
{
	static const char short_for[] = "\"\\\b\f\n\r\t",
			  letters[] = "\"\\bfnrt";
	const char *at =
	    cp > 0 && cp < 0x80 ? strchr(short_for, (int)cp) : NULL;

	if (at) {
		dd_buffer_putc(out, '\\');
		dd_buffer_putc(out, letters[at - short_for]);
	} else if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == '<' ||
	    cp == '>' || cp == '&' || cp == '#' || cp == 0x2028 ||
	    cp == 0x2029 || is_bidi_control(cp)) {
		dd_buffer_printf(out, "\\u%04x", cp);
	} else {
		dd_buffer_put_utf8(out, cp);
	}
}

/* ASCII that stands for itself. */
static bool
is_plain_in_json(char c)
{
	return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '<' &&
	    c != '>' && c != '&';
}

void
dd_escape_json(struct dd_buffer *out, const char *text, size_t len)
{
	const char *start = text, *end = text + len;
	uint32_t cp;
	size_t used;

	while (text < end) {
		const char *run = text;

		while (text < end && is_plain_in_json(*text) &&
		    !is_mark_again(start, text))
			text++;
		dd_buffer_add(out, run, (size_t)(text - run));
		if (text == end)
			break;
		used = dd_utf8_decode(text, end, &cp);
		if (used == 0) {
			cp = 0xFFFD;
			used = 1;
		}
		escape_for_json(out, cp);
		text += used;
	}
}

void
dd_escape_xml(struct dd_buffer *out, const char *text, size_t len)
{
	static const char special[] = "&<>\"'";
	static const char *const names[] = {
	    "&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
	struct dd_buffer safe;

	dd_buffer_init(&safe, 0);
	dd_escape_terminal(&safe, text, len);
	for (const char *at = safe.data; *at;) {
		size_t plain = strcspn(at, special);

		dd_buffer_add(out, at, plain);
		at += plain;
		if (*at)
			dd_buffer_puts(
			    out, names[strchr(special, *at++) - special]);
	}
	dd_buffer_release(&safe);
}
