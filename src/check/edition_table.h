/* SPDX-License-Identifier: MIT */
/* What of the vocabulary is compared between editions; edition_read.c alone. */
#ifndef DD_CHECK_EDITION_TABLE_H
#define DD_CHECK_EDITION_TABLE_H

#include "check/edition.h"

/* How the text of a value becomes its key. */
enum dd_edition_form {
	DD_EDITION_WORD,   /* a word of the schema */
	DD_EDITION_TRUE,   /* true or 1, else nothing */
	DD_EDITION_REMOTE, /* remote, else nothing: presence is the rule */
	DD_EDITION_GIVEN,  /* words of a language: that there are some */
	DD_EDITION_CLOCK,  /* a day, or an instant whatever its offset */
	DD_EDITION_LENGTH, /* minutes */
	DD_EDITION_NUMBER,
	DD_EDITION_PEOPLE,  /* ids of people and parties */
	DD_EDITION_CONTENT, /* what stands in the element; no attribute */
};

struct dd_edition_source {
	struct dd_edition_row row;
	enum dd_edition_form form;
	const char *more[2]; /* attributes that belong to it: currency, hedge */
};

/* Source number `index`, from 0; NULL behind the last. */
const struct dd_edition_source *dd_edition_source(size_t index);

/* The kind of thing that an element is, or NULL. */
const struct dd_edition_kind *dd_edition_kind(const char *element);

/* True for elements that editions need not share. */
bool dd_edition_is_own(const char *element);

#endif
