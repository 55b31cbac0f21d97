/* SPDX-License-Identifier: MIT */
/* Owns: which characters are written as references. */
#include "output/xml_piece.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"

static const char *
find_entity(uint32_t cp, bool in_attribute)
{
	switch (cp) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return in_attribute ? NULL : "&gt;";
	case '"':
		return in_attribute ? "&quot;" : NULL;
	default:
		return NULL;
	}
}

/* Controls, spaces of other widths, and what has no width or turns the
 * direction of writing. Not the ideographic space, which is as wide as it
 * looks, nor the two joiners (U+200C, U+200D), which belong into words. */
static bool
is_unseen(uint32_t cp)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {{0x7F, 0xA0}, {0xAD, 0xAD}, {0x61C, 0x61C},
	    {0x115F, 0x1160}, {0x1680, 0x1680}, {0x180E, 0x180E},
	    {0x2000, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202F},
	    {0x205F, 0x206F}, {0x3164, 0x3164}, {0xFEFF, 0xFEFF},
	    {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++)
		if (cp >= ranges[i].first && cp <= ranges[i].last)
			return true;
	return false;
}

/* What a parser would read as another character, or as none. */
static bool
is_altered(uint32_t cp, bool in_attribute)
{
	return cp == '\r' || (in_attribute && (cp == '\n' || cp == '\t'));
}

/* Reads the character at `at`, which is *ret_cp. Returns its bytes, or 0 after an
 * error. */
static size_t
read_character(const struct dd_xml_out *to, const char *at, const char *end,
    uint32_t *ret_cp)
{
	size_t step = dd_utf8_decode(at, end, ret_cp);

	if (step == 0)
		dd_error_set(to->error, DD_E_ENGINE,
		    "The tree holds bytes that are not UTF-8.");
	else if (!dd_utf8_is_xml_char(*ret_cp))
		dd_error_set(to->error, DD_E_ENGINE,
		    "The tree holds the character U+%04X, which XML cannot "
		    "hold.",
		    (unsigned)*ret_cp);
	else
		return step;
	return 0;
}

/* The reference for a character, in `room` where it is a number; NULL where
 * the character may stand as it is. */
static const char *
find_reference(
    const struct dd_xml_out *to, uint32_t cp, bool in_attribute, char room[16])
{
	if (is_altered(cp, in_attribute))
		snprintf(room, 16, "&#%u;", (unsigned)cp);
	else if (to->visible && is_unseen(cp))
		snprintf(room, 16, "&#x%X;", (unsigned)cp);
	else
		return find_entity(cp, in_attribute);
	return room;
}

int
dd_xml_put_text(const struct dd_xml_out *to, const char *text, size_t len,
    bool in_attribute)
{
	const char *end = text + len, *from = text;

	while (text < end) {
		uint32_t cp = 0;
		size_t step = read_character(to, text, end, &cp);
		char room[16];
		const char *reference;

		if (step == 0)
			return DD_E_ENGINE;
		reference = find_reference(to, cp, in_attribute, room);
		if (reference) {
			dd_buffer_add(to->out, from, (size_t)(text - from));
			dd_buffer_puts(to->out, reference);
			from = text + step;
		}
		text += step;
	}
	dd_buffer_add(to->out, from, (size_t)(end - from));
	return DD_OK;
}

/* Text that takes no references. */
static int
put_plain(const struct dd_xml_out *to, const char *before, const char *text,
    const char *after)
{
	const char *end = text + strlen(text);

	dd_buffer_printf(to->out, "%s%s%s", before, text, after);
	while (text < end) {
		uint32_t cp = 0;
		size_t step = read_character(to, text, end, &cp);

		if (step == 0)
			return DD_E_ENGINE;
		text += step;
	}
	return DD_OK;
}

int
dd_xml_put_comment(const struct dd_xml_out *to, const xmlNode *node)
{
	const char *text = node->content ? (const char *)node->content : "";
	size_t len = strlen(text);

	if (strstr(text, "--") || (len > 0 && text[len - 1] == '-'))
		return dd_error_set(to->error, DD_E_ENGINE,
		    "A comment holds \"--\" or ends with \"-\", which XML "
		    "forbids.");
	return put_plain(to, "<!--", text, "-->");
}

int
dd_xml_put_instruction(const struct dd_xml_out *to, const xmlNode *node)
{
	const char *text = node->content ? (const char *)node->content : "";

	if (strstr(text, "?>"))
		return dd_error_set(to->error, DD_E_ENGINE,
		    "A processing instruction holds \"?>\", which XML "
		    "forbids.");
	dd_buffer_printf(to->out, "<?%s", (const char *)node->name);
	return put_plain(to, *text ? " " : "", text, "?>");
}
