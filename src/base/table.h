/* SPDX-License-Identifier: MIT */
/* Hash table from strings to pointers; keys and values are borrowed. */
#ifndef DD_BASE_TABLE_H
#define DD_BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dd_table_entry {
	const char *key;
	void *value;
};

struct dd_table {
	struct dd_table_entry *entries; /* `count`, in the order of adding */
	size_t count;
	size_t *slots; /* by hash: index of the entry + 1; 0 where it is free */
	size_t cap;    /* of slots: a power of two, or 0 */
	uint64_t seed; /* so that no document can choose colliding keys */
};

void dd_table_init(struct dd_table *table);
void dd_table_release(struct dd_table *table);

/* NULL where absent. `key` NULL gives NULL. */
void *dd_table_find(const struct dd_table *table, const char *key);

/* Adds; returns false and changes nothing where the key is there already. */
bool dd_table_add(struct dd_table *table, const char *key, void *value);

#endif
