/* SPDX-License-Identifier: MIT */
/* Owns: which findings share an excerpt, and which lines it has. */
#include "base/memory.h"
#include "report/html.h"

enum {
	CONTEXT = 2,	 /* lines around a finding */
	LONGEST_RUN = 6, /* lines of one finding */
	TALLEST = 5,	 /* lines with findings in one excerpt, so that cards
			    stand beside their lines */
};

size_t
dd_html_last_line(const struct diplodoc_diagnostic *finding)
{
	const struct diplodoc_place *place = &finding->place;
	size_t last = place->end_line;

	if (last > place->line && place->end_column <= 1)
		last--;
	if (last < place->line)
		last = place->line;
	return last < place->line + LONGEST_RUN ? last
						: place->line + LONGEST_RUN - 1;
}

/* Whether a finding on `line` joins a block that begins with a finding on
 * `first`, whose last one begins on `start`, and which reaches to `last`. */
static bool
joins(size_t line, size_t first, size_t start, size_t last)
{
	return line <= start || (line <= last + 1 && line - first < TALLEST);
}

/* Takes findings from block->first on; returns the last line of their ranges. */
static size_t
collect(const struct dd_html_section *section, struct dd_html_block *block)
{
	size_t first = section->findings[block->first]->place.line;
	size_t start = first, last = first, i;

	for (i = block->first; i < section->finding_count; i++) {
		const struct diplodoc_diagnostic *finding =
		    section->findings[i];
		size_t end = dd_html_last_line(finding);

		if (!joins(finding->place.line, first, start, last))
			break;
		start = finding->place.line;
		if (end > last)
			last = end;
	}
	block->end = i;
	return last;
}

/* Where there is no text, one block without lines. */
static void
make_bare_block(struct dd_html_section *section)
{
	section->blocks[0] =
	    (struct dd_html_block){.end = section->finding_count, .from = 1};
	section->block_count = 1;
}

void
dd_html_make_blocks(struct dd_html_section *section)
{
	size_t next = 0, shown = 0; /* the last line of the block before */

	if (section->finding_count == 0)
		return;
	section->blocks =
	    dd_calloc(section->finding_count, sizeof *section->blocks);
	if (section->lines == 0) {
		make_bare_block(section);
		return;
	}
	while (next < section->finding_count) {
		struct dd_html_block *block =
		    &section->blocks[section->block_count++];
		size_t line = section->findings[next]->place.line, last;

		block->first = next;
		last = collect(section, block);
		next = block->end;
		block->from =
		    line > shown + CONTEXT ? line - CONTEXT : shown + 1;
		block->to = last + CONTEXT;
		if (block->to > section->lines)
			block->to =
			    last > section->lines ? last : section->lines;
		if (next < section->finding_count &&
		    block->to >= section->findings[next]->place.line)
			block->to = section->findings[next]->place.line - 1;
		shown = block->to;
	}
}

bool
dd_html_shows(const struct dd_html_section *section, size_t line)
{
	size_t low = 0, high = section->block_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (section->blocks[middle].to < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < section->block_count && section->blocks[low].from <= line;
}
