/* SPDX-License-Identifier: MIT */
/* Owns: how white space is collapsed, and the way back to the source. */
#include "import/block.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "xml/limits.h"

struct dd_extent
dd_block_extent(const struct dd_block *block, size_t from, size_t to)
{
	struct dd_extent extent = {block->places[from], block->places[from]};

	/* The end is that of the last byte, not the start of the next one:
	 * white space may lie between. */
	if (to > from)
		extent.to = block->places[to - 1] + 1;
	return extent;
}

/* The length of the white space that begins here, or 0. */
static size_t
count_space(const char *at, const char *end)
{
	uint32_t cp = 0;
	size_t len = dd_utf8_decode(at, end, &cp);

	if (cp < 0x80)
		return dd_ascii_is_space(*at) || *at == '\f' || *at == '\v';
	return cp == 0xA0 || cp == 0x3000 || cp == 0x202F || cp == 0x2009 ||
		cp == 0x85 || cp == 0x2028 || cp == 0x2029 || cp == 0xFEFF
	    ? len
	    : 0;
}

/* No more than makes the text too long to be imported. */
static void
put(struct dd_block_writer *writer, char byte, size_t place)
{
	if (writer->text.len > DD_LIMIT_WORDS)
		return;
	dd_buffer_putc(&writer->text, byte);
	dd_buffer_add(&writer->places, &place, sizeof place);
}

/* A step of 0 keeps all bytes at one place. */
static void
write_bytes(struct dd_block_writer *writer, const char *text, size_t len,
    size_t place, size_t end, size_t step)
{
	const char *last = text + len;

	for (const char *at = text; at < last;) {
		size_t here = place + (size_t)(at - text) * step;
		size_t space = count_space(at, last);

		if (space > 0) {
			if (!writer->pending)
				writer->space = here;
			writer->pending = true;
			at += space;
			continue;
		}
		if (writer->pending && writer->text.len > 0)
			put(writer, ' ', writer->space);
		writer->pending = false;
		put(writer, *at++, here);
	}
	writer->end = end;
}

void
dd_block_write(
    struct dd_block_writer *writer, const char *text, size_t len, size_t place)
{
	write_bytes(writer, text, len, place, place + len, 1);
}

void
dd_block_write_as(struct dd_block_writer *writer, const char *text, size_t len,
    size_t place, size_t end)
{
	write_bytes(writer, text, len, place, end, 0);
}

struct dd_block *
dd_block_finish(struct dd_block_writer *writer, struct dd_blocks *blocks)
{
	struct dd_block *block = NULL;
	size_t len = writer->text.len;

	if (len > 0) {
		size_t *places =
		    dd_arena_alloc(blocks->arena, (len + 1) * sizeof *places);

		memcpy(places, writer->places.data, len * sizeof *places);
		places[len] = writer->end;
		block = dd_arena_alloc(blocks->arena, sizeof *block);
		*block = (struct dd_block){
		    .text =
			dd_arena_ndup(blocks->arena, writer->text.data, len),
		    .len = len,
		    .places = places,
		};
		if (blocks->last)
			blocks->last->next = block;
		else
			blocks->first = block;
		blocks->last = block;
		blocks->count++;
	}
	dd_buffer_release(&writer->text);
	dd_buffer_release(&writer->places);
	*writer = (struct dd_block_writer){.arena = writer->arena};
	return block;
}
