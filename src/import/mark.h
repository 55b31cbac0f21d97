/* SPDX-License-Identifier: MIT */
/* The marks in front of items: numbers, letters, bullets. */
#ifndef DD_IMPORT_MARK_H
#define DD_IMPORT_MARK_H

#include <stddef.h>

enum dd_mark_kind {
	DD_MARK_NONE,
	DD_MARK_DECIMAL,       /* 1. １． 1 */
	DD_MARK_PAREN_DECIMAL, /* (1) （１） 1) */
	DD_MARK_CIRCLED,       /* ① */
	DD_MARK_PAREN_ROMAN,   /* (i) */
	DD_MARK_ALPHA,	       /* a. (a) A. */
	DD_MARK_KANA,	       /* ア */
	DD_MARK_HANGUL,	       /* 가. */
	DD_MARK_BULLET,	       /* • - – ◦ ° ○ o */
	DD_MARK_STAR,	       /* * */
};

struct dd_mark {
	enum dd_mark_kind kind;
	size_t number; /* from 1; 0: it has none */
	size_t outer;  /* bytes of other marks in front of it */
	size_t len;    /* bytes of all of it, with the space behind; 0: none */
};

/* The mark that a text begins with, the last one of several. A number without a
 * stop counts only where a capital or a bracket follows. */
struct dd_mark dd_mark_read(const char *text, size_t len);

#endif
