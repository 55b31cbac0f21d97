/* SPDX-License-Identifier: MIT */
/* Owns: sums of processor time, and their look. */
#include "cli/timing.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "base/buffer.h"
#include "base/wire.h"
#include "cli/console.h"

enum { INDENT = 22, WIDTH = 79 }; /* of the names of a row, in columns */
enum { PART = 3 }; /* bytes that one takes at least in a record */

uint64_t
dd_timing_clock(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

void
dd_timing_add(struct dd_timing *timing, const char *name, uint64_t cost)
{
	size_t i = 0;

	while (i < timing->count && strcmp(timing->parts[i].name, name) != 0)
		i++;
	if (i == DD_TIMING_MAX)
		return;
	if (i == timing->count)
		timing->parts[timing->count++].name =
		    dd_arena_dup(&timing->arena, name);
	timing->parts[i].cost += cost;
}

void
dd_timing_put(const struct dd_timing *timing, struct dd_buffer *out)
{
	dd_wire_put_number(out, timing->count);
	for (size_t i = 0; i < timing->count; i++) {
		dd_wire_put_text(out, timing->parts[i].name);
		dd_wire_put_number(out, timing->parts[i].cost);
	}
}

void
dd_timing_take(struct dd_timing *timing, struct dd_wire *wire)
{
	size_t count = dd_wire_count(wire, PART);

	for (size_t i = 0; i < count && !wire->failed; i++) {
		const char *name = dd_wire_word(wire);
		uint64_t cost = dd_wire_number(wire);

		if (!wire->failed)
			dd_timing_add(timing, name, cost);
	}
}

void
dd_timing_clear(struct dd_timing *timing)
{
	timing->count = 0;
	dd_arena_release(&timing->arena);
}

/* The rules of a part have an area in their names, a stage has none. */
static bool
is_rule(const struct dd_timing_part *part)
{
	return strchr(part->name, '/') != NULL;
}

/* Stages as they came, then rules, the dearest first. */
static int
compare(const void *one, const void *other)
{
	const struct dd_timing_part *a = one, *b = other;

	if (!is_rule(a) || !is_rule(b))
		return is_rule(a) - is_rule(b);
	return (a->cost < b->cost) - (a->cost > b->cost);
}

/* The names of rules that share a row go on below each other. */
static void
put_names(const char *names, struct dd_buffer *out)
{
	size_t column = INDENT, len;

	for (; *names; names += len) {
		len = strcspn(names, " ") + 1;
		if (column > INDENT && column + len > WIDTH) {
			dd_buffer_printf(out, "\n%*s", INDENT, "");
			column = INDENT;
		} else if (column > INDENT) {
			dd_buffer_putc(out, ' ');
		}
		column += len;
		dd_buffer_add(out, names, len - 1);
		len -= !names[len - 1];
	}
	dd_buffer_putc(out, '\n');
}

static void
put_row(const char *names, uint64_t cost, uint64_t all, struct dd_buffer *out)
{
	dd_buffer_printf(out, "%10.3f ms %5.1f %%  ", (double)cost / 1e6,
	    all ? 100.0 * (double)cost / (double)all : 0.0);
	put_names(names, out);
}

void
dd_timing_print(struct dd_timing *timing, struct dd_console *console)
{
	struct dd_buffer text;
	uint64_t rules = 0, all = 0;

	qsort(timing->parts, timing->count, sizeof *timing->parts, compare);
	for (size_t i = 0; i < timing->count; i++) {
		all += timing->parts[i].cost;
		if (is_rule(&timing->parts[i]))
			rules += timing->parts[i].cost;
	}
	dd_buffer_init(&text, 0);
	for (size_t i = 0; i < timing->count; i++)
		put_row(
		    timing->parts[i].name, timing->parts[i].cost, all, &text);
	put_row("all rules", rules, all, &text);
	put_row("all", all, all, &text);
	dd_console_tell(console, &text);
	dd_buffer_release(&text);
	dd_arena_release(&timing->arena);
}
