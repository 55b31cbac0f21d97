/* SPDX-License-Identifier: MIT */
/* Endings that go with the sound in front of them. */
#include "model/words_ending.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "xml/node.h"

enum { HANGUL_FIRST = 0xAC00, HANGUL_LAST = 0xD7A3 }; /* syllables */

/* True where a syllable, letter or digit ends in a consonant when it is read
 * aloud in Hangul. */
static bool
is_closed(uint32_t cp)
{
	if (cp >= HANGUL_FIRST && cp <= HANGUL_LAST)
		return (cp - HANGUL_FIRST) % 28 != 0;
	return cp < 0x80 && strchr("013678LMNRlmnr", (int)cp);
}

/* Whether that is so of the last sound of a text; a remark in brackets at its
 * end is passed over, and so are marks. */
static bool
ends_closed(const char *text)
{
	const char *end = text + strlen(text);
	uint32_t cp;
	size_t len;
	int depth = 0;
	bool closed = false;

	for (; (len = dd_utf8_decode(text, end, &cp)) > 0; text += len) {
		depth += cp == '(' ? 1 : cp == ')' && depth > 0 ? -1 : 0;
		if (depth == 0 &&
		    ((cp >= HANGUL_FIRST && cp <= HANGUL_LAST) ||
			(cp < 0x80 &&
			    (dd_ascii_is_letter((char)cp) ||
				dd_ascii_is_digit((char)cp)))))
			closed = is_closed(cp);
	}
	return closed;
}

void
dd_words_print_ending(const xmlNode *ending, xmlNode *parent)
{
	xmlChar *before = xmlNodeGetContent(parent);
	bool closed = ends_closed((const char *)before);

	xmlNodeAddContent(parent,
	    (const xmlChar *)dd_node_value(ending, closed ? "closed" : "open"));
	xmlFree(before);
}
