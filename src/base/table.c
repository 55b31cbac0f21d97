/* SPDX-License-Identifier: MIT */
/*
 * Owns: open addressing with linear probing, and SipHash-1-3 under a random
 * seed (documents choose the keys). Entries stand apart from the slots, so
 * that no order hangs on the seed. Nothing is ever removed.
 */
#include "base/table.h"
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include "base/memory.h"

struct sip {
	uint64_t a, b, c, d;
};

static uint64_t
rotate(uint64_t x, unsigned by)
{
	return x << by | x >> (64 - by);
}

static void
stir(struct sip *s)
{
	s->a += s->b;
	s->b = rotate(s->b, 13) ^ s->a;
	s->a = rotate(s->a, 32);
	s->c += s->d;
	s->d = rotate(s->d, 16) ^ s->c;
	s->a += s->d;
	s->d = rotate(s->d, 21) ^ s->a;
	s->c += s->b;
	s->b = rotate(s->b, 17) ^ s->c;
	s->c = rotate(s->c, 32);
}

static uint64_t
hash_key(uint64_t seed, const char *key)
{
	struct sip s = {seed ^ 0x736f6d6570736575u, seed ^ 0x646f72616e646f6du,
	    seed ^ 0x6c7967656e657261u, seed ^ 0x7465646279746573u};
	size_t len = strlen(key), left = len;
	uint64_t word;

	for (; left >= 8; left -= 8, key += 8) {
		memcpy(&word, key, 8);
		s.d ^= word;
		stir(&s);
		s.a ^= word;
	}
	word = 0;
	memcpy(&word, key, left);
	word ^= (uint64_t)len << 56;
	s.d ^= word;
	stir(&s);
	s.a ^= word;
	s.c ^= 0xFF;
	stir(&s);
	stir(&s);
	stir(&s);
	return s.a ^ s.b ^ s.c ^ s.d;
}

void
dd_table_init(struct dd_table *table)
{
	*table = (struct dd_table){0};
}

void
dd_table_release(struct dd_table *table)
{
	if (!table)
		return;
	free(table->entries);
	free(table->slots);
	dd_table_init(table);
}

/* The key's slot, or the free slot where it would go; cap must be > 0. */
static size_t *
find_slot(const struct dd_table *table, const char *key)
{
	size_t mask = table->cap - 1;
	size_t i = (size_t)hash_key(table->seed, key) & mask;

	while (table->slots[i] > 0 &&
	    strcmp(table->entries[table->slots[i] - 1].key, key) != 0)
		i = (i + 1) & mask;
	return &table->slots[i];
}

/* Entries that fit before the next step: three quarters of the slots. */
static size_t
get_room(const struct dd_table *table)
{
	return table->cap / 4 * 3;
}

/* The kernel gives each process sixteen random bytes: a document makes so many
 * tables that to ask it for others would show. */
static uint64_t
draw_seed(const struct dd_table *table)
{
	const void *random = (const void *)getauxval(AT_RANDOM);
	uint64_t seed = 0;

	if (random)
		memcpy(&seed, random, sizeof(seed));
	return seed ^ (uint64_t)(uintptr_t)table;
}

static void
grow(struct dd_table *table)
{
	size_t i;

	if (table->cap == 0)
		table->seed = draw_seed(table);
	table->cap = table->cap ? table->cap * 2 : 16;
	table->entries = dd_realloc(
	    table->entries, get_room(table) * sizeof(*table->entries));
	free(table->slots);
	table->slots = dd_calloc(table->cap, sizeof(*table->slots));
	for (i = 0; i < table->count; i++)
		*find_slot(table, table->entries[i].key) = i + 1;
}

void *
dd_table_find(const struct dd_table *table, const char *key)
{
	size_t slot;

	if (!key || table->cap == 0)
		return NULL;
	slot = *find_slot(table, key);
	return slot > 0 ? table->entries[slot - 1].value : NULL;
}

bool
dd_table_add(struct dd_table *table, const char *key, void *value)
{
	size_t *slot;

	if (table->count >= get_room(table))
		grow(table);
	slot = find_slot(table, key);
	if (*slot > 0)
		return false;
	table->entries[table->count] = (struct dd_table_entry){key, value};
	*slot = ++table->count;
	return true;
}
