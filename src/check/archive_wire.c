/* SPDX-License-Identifier: MIT */
/* Owns: what one document says, as bytes. Leaves keeping it to archive.c. */
#include "check/archive_internal.h"
#include "base/buffer.h"
#include "base/wire.h"
#include "xml/source.h"

static void
put_meeting(struct dd_buffer *out, const struct dd_claim_meeting *meeting)
{
	dd_wire_put_text(out, meeting->start);
	dd_wire_put_text(out, meeting->country);
	dd_wire_put_text(out, meeting->city);
	dd_wire_put_text(out, meeting->parties);
	dd_wire_put_text(out, meeting->sides);
	dd_wire_put_text(out, meeting->edition);
	dd_wire_put_number(out, meeting->has_clock);
	dd_wire_put_number(out, (size_t)meeting->version);
}

void
dd_archive_get_meeting(
    struct dd_wire *wire, struct dd_claim_meeting *ret_meeting)
{
	ret_meeting->start = dd_wire_text(wire);
	ret_meeting->country = dd_wire_text(wire);
	ret_meeting->city = dd_wire_text(wire);
	ret_meeting->parties = dd_wire_text(wire);
	ret_meeting->sides = dd_wire_text(wire);
	ret_meeting->edition = dd_wire_text(wire);
	ret_meeting->has_clock = dd_wire_number(wire) == 1;
	ret_meeting->version = (long)dd_wire_number(wire);
}

static void
put_claim(struct dd_buffer *out, const struct dd_claim *claim,
    const struct dd_place *place)
{
	const size_t numbers[] = {claim->topic, (size_t)claim->day.year,
	    (size_t)claim->day.month, (size_t)claim->day.day, place->line,
	    place->column, place->end_line, place->end_column, place->byte,
	    place->end_byte};

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		dd_wire_put_number(out, numbers[i]);
	dd_wire_put_text(out, claim->key);
	dd_wire_put_text(out, claim->value);
	dd_wire_put_text(out, claim->text);
}

bool
dd_archive_get_claim(struct dd_wire *wire, struct dd_claim *ret_claim,
    struct dd_place *ret_place)
{
	size_t topic = dd_wire_number(wire);

	ret_claim->day.year = (int)dd_wire_number(wire);
	ret_claim->day.month = (int)dd_wire_number(wire);
	ret_claim->day.day = (int)dd_wire_number(wire);
	ret_place->line = dd_wire_number(wire);
	ret_place->column = dd_wire_number(wire);
	ret_place->end_line = dd_wire_number(wire);
	ret_place->end_column = dd_wire_number(wire);
	ret_place->byte = dd_wire_number(wire);
	ret_place->end_byte = dd_wire_number(wire);
	ret_claim->key = dd_wire_word(wire);
	ret_claim->value = dd_wire_word(wire);
	ret_claim->text = dd_wire_text(wire);
	wire->failed |= topic >= DD_CLAIM_TOPICS;
	ret_claim->topic = (enum dd_claim_topic)(topic % DD_CLAIM_TOPICS);
	return !wire->failed;
}

void
dd_archive_put(struct dd_buffer *out, const char *name,
    const struct dd_summary *summary, const struct dd_tree *tree,
    struct dd_source *source)
{
	struct dd_arena arena = {0};
	struct dd_claims claims = {
	    .arena = &arena, .summary = summary, .tree = tree, .topics = ~0u};

	dd_claims_read(&claims, name);
	put_meeting(out, &claims.meeting);
	for (const struct dd_claim *c = claims.first; c; c = c->next) {
		struct dd_place place;

		dd_source_place(source, c->range, &place);
		put_claim(out, c, &place);
	}
	dd_arena_release(&arena);
}
