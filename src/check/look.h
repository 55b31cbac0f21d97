/* SPDX-License-Identifier: MIT */
/* Looking around in a text: its characters, its language, its words. */
#ifndef DD_CHECK_LOOK_H
#define DD_CHECK_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "check/rule.h"

/* What dd_look_at asks for characters beyond ASCII, and at the end. */
uint32_t
dd_look_decode(const struct dd_prose *prose, size_t at, size_t *ret_len);

/* The character at byte `at`, and its length; 0 and 0 at the end. Many rules
 * ask it of every character, most of which are ASCII. */
static inline uint32_t
dd_look_at(const struct dd_prose *prose, size_t at, size_t *ret_len)
{
	if (at >= prose->len || (prose->text[at] & 0x80))
		return dd_look_decode(prose, at, ret_len);
	*ret_len = 1;
	return (uint32_t)prose->text[at];
}

/* The character that ends before byte `at`; 0 and 0 at the start. */
uint32_t dd_look_back(const struct dd_prose *prose, size_t at, size_t *ret_len);

/* White space of any kind, no-break and ideographic spaces included. */
static inline bool
dd_look_is_space(uint32_t cp)
{
	return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0xA0 ||
	    (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x3000;
}

/* True where the words at byte `at` are of another language. */
bool dd_look_is_foreign(const struct dd_prose *prose, size_t at);
/* True where byte `at` stands in the name of another document or meeting. */
bool dd_look_is_title(const struct dd_prose *prose, size_t at);
/* True for a text in the writer's own words; titles, offices and names of
 * documents are names. */
bool dd_look_is_own(const struct dd_prose *prose);
/* The empty element at byte `at`, or NULL. */
const xmlNode *dd_look_object(const struct dd_prose *prose, size_t at);

/* True where the document's language is `lang`: "en" for "en-GB" as well. */
bool dd_look_speaks(const struct dd_checker *checker, const char *lang);
/* True for a document in Chinese, Japanese or Korean. */
bool dd_look_is_wide(const struct dd_checker *checker);

/* Letters, digits and characters beyond ASCII that are letters: the bytes of
 * the word at `at`, 0 where none begins. */
size_t dd_look_word(const struct dd_prose *prose, size_t at);

/* The bytes of the stretch without white space around byte `at`, or as much
 * of it as an address may be long. */
void dd_look_token(
    const struct dd_prose *prose, size_t at, size_t *ret_from, size_t *ret_to);
/* True where that stretch is an address of the web or of a mailbox. */
bool dd_look_is_address(const struct dd_prose *prose, size_t at);

#endif
