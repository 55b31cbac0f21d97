/* SPDX-License-Identifier: MIT */
/*
 * White space, digits, letters and words of US-ASCII. Whoever embeds the library may
 * have chosen a locale in which <ctype.h> and strcasecmp() know other ones;
 * what a document means must not hang on that.
 */
#ifndef DD_BASE_ASCII_H
#define DD_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

/* White space of XML, for strspn() and its like. */
#define DD_ASCII_SPACES " \t\r\n"

static inline bool
dd_ascii_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static inline bool
dd_ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
dd_ascii_is_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* A letter in the other case; any other byte as it is. */
static inline char
dd_ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline char
dd_ascii_upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* True where `value` is that word; NULL is none. */
bool dd_ascii_is(const char *value, const char *word);
/* True where `list`, of words between white space, has that one; NULL is none,
 * and so is "". */
bool dd_ascii_lists(const char *list, const char *word);

/* True where two texts are the same but for the case of letters. */
bool dd_ascii_equal(const char *a, const char *b);
/* The same of their first `len` bytes, or of both whole texts if shorter. */
bool dd_ascii_equal_n(const char *a, const char *b, size_t len);

#endif
