/* SPDX-License-Identifier: MIT */
/* Owns: the fields of an entry. */
#include "cli/entry.h"
#include <stdlib.h>
#include <string.h>
#include <sodium.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/percent.h"
#include "base/wire.h"
#include "cli/journal.h"

enum { BASE64 = sodium_base64_VARIANT_ORIGINAL_NO_PADDING };
enum { PRODUCT = 8, WORD = 2 }; /* bytes that one takes at least */

static void
put_base64(struct dd_buffer *out, const void *data, size_t len)
{
	size_t room = sodium_base64_encoded_len(len, BASE64);

	sodium_bin2base64(dd_buffer_room(out, room), room, data, len, BASE64);
	dd_buffer_extend(out, room - 1);
}

/* The bytes again, in the arena; NULL where it is no base64. */
static char *
get_base64(const char *text, struct dd_arena *arena, size_t *ret_len)
{
	size_t room = 3 * strlen(text) / 4 + 3;
	char *data = dd_arena_alloc(arena, room);

	return sodium_base642bin((unsigned char *)data, room, text,
		   strlen(text), NULL, ret_len, NULL, BASE64) == 0
	    ? data
	    : NULL;
}

void
dd_entry_put(struct dd_buffer *out, const struct dd_entry *entry)
{
	struct dd_buffer wire;

	dd_buffer_printf(out, "%d\t%s\t", entry->status,
	    *entry->digest ? entry->digest : "-");
	dd_percent_encode(out, entry->name);
	dd_buffer_putc(out, '\t');
	dd_buffer_init(&wire, 0);
	dd_wire_put_text(&wire, entry->surroundings);
	dd_wire_put_number(&wire, (size_t)-entry->failure_code);
	dd_wire_put_text(&wire, entry->failure);
	dd_wire_put_number(&wire, entry->product_count);
	for (size_t i = 0; i < entry->product_count; i++) {
		dd_wire_put_text(&wire, entry->products[i].format);
		dd_wire_put_text(&wire, entry->products[i].path);
		dd_wire_put_text(&wire, entry->products[i].digest);
		dd_wire_put_number(&wire, entry->products[i].bytes);
	}
	dd_wire_put_number(&wire, entry->said_count);
	for (size_t i = 0; i < entry->said_count; i++)
		dd_wire_put_text(&wire, entry->said[i]);
	dd_wire_put_number(&wire, entry->record != NULL);
	if (entry->record)
		dd_buffer_add(&wire, entry->record, entry->record_len);
	put_base64(out, wire.data, wire.len);
	dd_buffer_release(&wire);
}

static void
get_digest(struct dd_wire *wire, char out[DD_DIGEST_SIZE])
{
	const char *text = dd_wire_word(wire);

	wire->failed |= strlen(text) >= DD_DIGEST_SIZE;
	memset(out, 0, DD_DIGEST_SIZE);
	strncpy(out, text, DD_DIGEST_SIZE - 1);
}

static void
get_products(struct dd_wire *wire, struct dd_entry *entry)
{
	struct dd_product *products;

	entry->product_count = dd_wire_count(wire, PRODUCT);
	products = dd_arena_alloc(
	    wire->arena, entry->product_count * sizeof(*products));
	entry->products = products;
	for (size_t i = 0; i < entry->product_count; i++) {
		products[i].format = dd_wire_word(wire);
		products[i].path = dd_wire_word(wire);
		get_digest(wire, products[i].digest);
		products[i].bytes = dd_wire_number(wire);
	}
}

static void
get_said(struct dd_wire *wire, struct dd_entry *entry)
{
	const char **said;

	entry->said_count = dd_wire_count(wire, WORD);
	said = dd_arena_alloc(wire->arena, entry->said_count * sizeof(*said));
	entry->said = said;
	for (size_t i = 0; i < entry->said_count; i++)
		said[i] = dd_wire_word(wire);
}

/* The fields in front of the bytes, NUL behind each; NULL where one is missing. */
static char *
cut_fields(char *text, char *fields[3])
{
	for (size_t i = 0; i < 3; i++)
		fields[i] = strsep(&text, "\t");
	return text;
}

static bool
get_wire(struct dd_wire *wire, struct dd_entry *entry)
{
	get_digest(wire, entry->surroundings);
	entry->failure_code = dd_wire_code(wire);
	entry->failure = dd_wire_text(wire);
	get_products(wire, entry);
	get_said(wire, entry);
	if (dd_wire_number(wire) == 1) {
		entry->record = wire->data;
		entry->record_len = wire->len;
	}
	return !wire->failed;
}

bool
dd_entry_get(
    const char *text, struct dd_arena *arena, struct dd_entry *ret_entry)
{
	char *fields[3], *rest = cut_fields(dd_arena_dup(arena, text), fields);
	struct dd_wire wire = {.arena = arena};
	struct dd_buffer name;

	*ret_entry = (struct dd_entry){.status = 0};
	if (!rest || strlen(fields[1]) >= DD_DIGEST_SIZE ||
	    !(wire.data = get_base64(rest, arena, &wire.len)))
		return false;
	ret_entry->status = atoi(fields[0]);
	if (strcmp(fields[1], "-") != 0)
		strcpy(ret_entry->digest, fields[1]);
	dd_buffer_init(&name, 0);
	dd_percent_decode(&name, fields[2]);
	ret_entry->name = dd_arena_dup(arena, name.data);
	dd_buffer_release(&name);
	return get_wire(&wire, ret_entry);
}

char *
dd_entry_name(const char *text)
{
	char *copy = dd_strdup(text), *fields[3];
	struct dd_buffer name;
	bool whole = cut_fields(copy, fields) != NULL;

	dd_buffer_init(&name, 0);
	if (whole)
		dd_percent_decode(&name, fields[2]);
	free(copy);
	return whole ? dd_buffer_take(&name, NULL) : NULL;
}
