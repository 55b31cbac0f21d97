/* SPDX-License-Identifier: MIT */
/* What the areas of ids are about, in words for people. */
#ifndef DD_CLI_RULE_AREAS_H
#define DD_CLI_RULE_AREAS_H

#include <stddef.h>

struct dd_area {
	const char *name;  /* "clock", the part of its ids before the slash */
	const char *title; /* in a heading, behind the name */
	const char *about; /* a sentence or two */
};

/* The area that an id belongs to; never NULL. */
const struct dd_area *dd_area_of(const char *id);

#endif
