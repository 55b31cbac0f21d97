/* SPDX-License-Identifier: MIT */
/*
 * Owns: the bytes of a TZif file (RFC 9636). Whatever its section 3 forbids is
 * refused, for a half-read file would tell wrong times. Leaves its footer's
 * rule to zone_rule.c, and opening the file to zone.c.
 */
#include <string.h>
#include "base/arena.h"
#include "base/messages.h"
#include "model/zone_internal.h"

enum {
	HEADER = 44,	     /* bytes */
	TYPE = 6,	     /* bytes of a local time type */
	MAX_TYPES = 256,     /* an index is one byte */
	MIN_OFFSET = -89999, /* seconds: less than 25 hours west ... */
	MAX_OFFSET = 93599,  /* ... and less than 26 hours east */
};

/* One of the two blocks of a file; `time_size` is 4 or 8 bytes. */
struct block {
	size_t time_size, is_ut, is_std, leap, times, types, chars;
	const unsigned char *body;
	const unsigned char *end;
};

static uint64_t
decode(const unsigned char *p, size_t size)
{
	uint64_t value = 0;

	for (size_t i = 0; i < size; i++)
		value = value << 8 | p[i];
	return value;
}

static int64_t
decode_signed(const unsigned char *p, size_t size)
{
	uint64_t value = decode(p, size);

	return size == 4 ? (int32_t)value : (int64_t)value;
}

/* Reads the header at p; the sizes must fit in what follows it. */
static const char *
open_block(struct block *b, const unsigned char *p, size_t len, size_t size)
{
	uint64_t need;

	if (len < HEADER)
		return N_("is cut off");
	if (memcmp(p, "TZif", 4) != 0)
		return N_("is not a TZif file");
	b->time_size = size;
	b->is_ut = decode(p + 20, 4);
	b->is_std = decode(p + 24, 4);
	b->leap = decode(p + 28, 4);
	b->times = decode(p + 32, 4);
	b->types = decode(p + 36, 4);
	b->chars = decode(p + 40, 4);
	need = (uint64_t)b->times * (size + 1) + (uint64_t)b->types * TYPE +
	    b->chars + (uint64_t)b->leap * (size + 4) + b->is_std + b->is_ut;
	if (need > len - HEADER)
		return N_("is cut off");
	b->body = p + HEADER;
	b->end = b->body + need;
	return NULL;
}

static const char *
check_counts(const struct block *b)
{
	if (b->leap > 0)
		return N_("counts leap seconds, which no civil clock does");
	if (b->types == 0 || b->types > MAX_TYPES || b->chars == 0 ||
	    (b->is_ut != 0 && b->is_ut != b->types) ||
	    (b->is_std != 0 && b->is_std != b->types))
		return N_("has counts that contradict each other");
	return NULL;
}

/* Local time types: the offset of each into offsets[]. */
static const char *
read_types(const struct block *b, int offsets[MAX_TYPES])
{
	const unsigned char *type = b->body + b->times * (b->time_size + 1);
	const unsigned char *names = type + b->types * TYPE;

	if (names[b->chars - 1] != 0)
		return N_("has an abbreviation without an end");
	for (size_t i = 0; i < b->types; i++, type += TYPE) {
		int64_t offset = decode_signed(type, 4);

		if (offset < MIN_OFFSET || offset > MAX_OFFSET)
			return N_("has an offset of more than a day");
		if (type[4] > 1 || type[5] >= b->chars)
			return N_("has a broken kind of time");
		offsets[i] = (int)offset;
	}
	return NULL;
}

static const char *
read_changes(struct dd_zone *zone, struct dd_arena *arena,
    const struct block *b, const int offsets[MAX_TYPES])
{
	const unsigned char *time = b->body;
	const unsigned char *index = b->body + b->times * b->time_size;
	int64_t *at = dd_arena_alloc(arena, (b->times + 1) * sizeof *at);
	int *after = dd_arena_alloc(arena, (b->times + 1) * sizeof *after);

	for (size_t i = 0; i < b->times; i++, time += b->time_size) {
		at[i] = decode_signed(time, b->time_size);
		if (i > 0 && at[i] <= at[i - 1])
			return N_("has changes that are not in order");
		if (index[i] >= b->types)
			return N_("has a change to an unknown kind of time");
		after[i] = offsets[index[i]];
	}
	zone->count = b->times;
	zone->at = at;
	zone->after = after;
	zone->before = offsets[0];
	return NULL;
}

/* Behind the second block: the rule between two newlines, perhaps empty. It
 * must agree with the last change. */
static const char *
read_footer(struct dd_zone *zone, const unsigned char *p, size_t len)
{
	size_t last = zone->count - 1;

	if (len < 2 || p[0] != '\n' || p[len - 1] != '\n')
		return N_("is cut off");
	if (len == 2)
		return NULL;
	if (!dd_zone_rule_parse((const char *)p + 1, len - 2, &zone->rule))
		return N_("has a broken rule at its end");
	zone->has_rule = true;
	if (zone->count > 0 &&
	    dd_zone_rule_offset(&zone->rule, zone->at[last]) !=
		zone->after[last])
		return N_("has a rule that contradicts its last change");
	return NULL;
}

/* Every offset once: of types that are in use or not, and of the rule. */
static void
collect_offsets(struct dd_zone *zone, struct dd_arena *arena,
    const int *offsets, size_t types)
{
	int *all = dd_arena_alloc(arena, (types + 2) * sizeof *all);
	size_t count = 0;

	for (size_t i = 0; i < types + (zone->has_rule ? 2 : 0); i++) {
		int offset = i < types ? offsets[i]
		    : i == types       ? zone->rule.standard
				       : zone->rule.daylight;
		size_t j = 0;

		while (j < count && all[j] != offset)
			j++;
		if (j == count)
			all[count++] = offset;
	}
	zone->offsets = all;
	zone->offset_count = count;
}

/* Opens the block that counts: from version 2 on, the second one; the first is
 * for old readers alone. */
static const char *
open_file(struct block *b, const unsigned char *p, size_t len, bool *ret_old)
{
	const char *fault = open_block(b, p, len, 4);
	const unsigned char *second;

	*ret_old = false;
	if (fault)
		return fault;
	*ret_old = p[4] == 0;
	if (*ret_old)
		return NULL;
	second = b->end;
	fault = open_block(b, second, len - (size_t)(second - p), 8);
	if (!fault && (p[4] < '2' || p[4] > '9' || second[4] != p[4]))
		fault = "has an unknown version";
	return fault;
}

const char *
dd_zone_decode(
    struct dd_zone *zone, struct dd_arena *arena, const char *data, size_t len)
{
	const unsigned char *p = (const unsigned char *)data;
	int offsets[MAX_TYPES];
	struct block b;
	bool old;
	const char *fault = open_file(&b, p, len, &old);

	if (!fault)
		fault = check_counts(&b);
	if (!fault)
		fault = read_types(&b, offsets);
	if (!fault)
		fault = read_changes(zone, arena, &b, offsets);
	if (!fault && !old)
		fault = read_footer(zone, b.end, len - (size_t)(b.end - p));
	else if (!fault && b.end != p + len)
		fault = "goes on behind its end";
	if (!fault)
		collect_offsets(zone, arena, offsets, b.types);
	return fault;
}
