/* SPDX-License-Identifier: MIT */
/* Owns: a set of digests, by open addressing; nothing is ever removed. */
#include "base/seen.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sodium.h>
#include "base/memory.h"

enum { SLOTS_FIRST = 64 };

void
dd_seen_init(struct dd_seen *seen)
{
	*seen = (struct dd_seen){.count = 0};
	randombytes_buf(seen->key, sizeof(seen->key));
}

void
dd_seen_release(struct dd_seen *seen)
{
	free(seen->slots);
	*seen = (struct dd_seen){.count = 0};
}

static bool
is_free(const struct dd_seen_slot *slot)
{
	static const struct dd_seen_slot none;

	return memcmp(slot, &none, sizeof(none)) == 0;
}

/* The slot that holds the digest, or the free one where it belongs. */
static struct dd_seen_slot *
find_slot(const struct dd_seen *seen, const struct dd_seen_slot *wanted)
{
	uint64_t at;

	memcpy(&at, wanted->digest, sizeof(at));
	for (;; at++) {
		struct dd_seen_slot *slot = &seen->slots[at & (seen->cap - 1)];

		if (is_free(slot) || memcmp(slot, wanted, sizeof(*slot)) == 0)
			return slot;
	}
}

static void
grow(struct dd_seen *seen)
{
	struct dd_seen_slot *old = seen->slots;
	size_t cap = seen->cap;

	seen->cap = cap ? 2 * cap : SLOTS_FIRST;
	seen->slots = dd_calloc(seen->cap, sizeof(*seen->slots));
	for (size_t i = 0; i < cap; i++)
		if (!is_free(&old[i]))
			*find_slot(seen, &old[i]) = old[i];
	free(old);
}

bool
dd_seen_add(struct dd_seen *seen, const char *text)
{
	struct dd_seen_slot wanted, *slot;

	crypto_generichash(wanted.digest, sizeof(wanted.digest),
	    (const unsigned char *)text, strlen(text), seen->key,
	    sizeof(seen->key));
	wanted.digest[0] |= is_free(&wanted);
	if (2 * seen->count >= seen->cap)
		grow(seen);
	slot = find_slot(seen, &wanted);
	if (!is_free(slot))
		return false;
	*slot = wanted;
	seen->count++;
	return true;
}
