/* SPDX-License-Identifier: MIT */
/* Which texts were met before, at 16 to 64 bytes each, however long they are. */
#ifndef DD_BASE_SEEN_H
#define DD_BASE_SEEN_H

#include <stdbool.h>
#include <stddef.h>

/* Keyed digests of 128 bits stand for the texts: that two of a billion share
 * one has a chance of less than one in a billion billion. */
struct dd_seen {
	struct dd_seen_slot {
		unsigned char digest[16]; /* all zero: the slot is free */
	} * slots;
	size_t count, cap; /* cap is a power of two, or 0 */
	unsigned char key[32];
};

void dd_seen_init(struct dd_seen *seen);
void dd_seen_release(struct dd_seen *seen);

/* Adds the text; false where it is there already. */
bool dd_seen_add(struct dd_seen *seen, const char *text);

#endif
