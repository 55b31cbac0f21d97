/* SPDX-License-Identifier: MIT */
/*
 * Owns: finding and printing differences. Made for a few small changes: where
 * two lines differ, the nearest pair of equal lines behind them is sought.
 */
#include "cli/diff.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "base/memory.h"

enum { CONTEXT = 3 }; /* lines around a change */

struct lines {
	struct dd_diff_text *items; /* each with its LF, if it has one */
	size_t count;
};

/* Lines [a, a_end) become lines [b, b_end). */
struct change {
	size_t a, a_end, b, b_end;
};

struct diff {
	struct lines before, after;
	struct change *changes;
	size_t count;
	struct dd_buffer *out;
	bool safe;
};

static void
cut_lines(struct lines *lines, struct dd_diff_text text)
{
	const char *p = text.data, *end = text.data + text.len;
	size_t cap = 0;

	while (p < end) {
		const char *lf = memchr(p, '\n', (size_t)(end - p));
		const char *next = lf ? lf + 1 : end;

		if (lines->count == cap) {
			cap = cap ? 2 * cap : 64;
			lines->items = dd_realloc(
			    lines->items, cap * sizeof(*lines->items));
		}
		lines->items[lines->count++] =
		    (struct dd_diff_text){p, (size_t)(next - p)};
		p = next;
	}
}

/* True where the lines a and b are the same; behind the last ones too. */
static bool
is_same(const struct diff *diff, size_t a, size_t b)
{
	const struct dd_diff_text *x, *y;

	if (a >= diff->before.count || b >= diff->after.count)
		return a == diff->before.count && b == diff->after.count;
	x = &diff->before.items[a];
	y = &diff->after.items[b];
	return x->len == y->len && memcmp(x->data, y->data, x->len) == 0;
}

/* The nearest equal lines behind a difference, or the two ends. */
static void
find_end(const struct diff *diff, struct change *change)
{
	for (size_t both = 1;; both++)
		for (size_t i = 0; i <= both; i++)
			if (is_same(
				diff, change->a + i, change->b + both - i)) {
				change->a_end = change->a + i;
				change->b_end = change->b + both - i;
				return;
			}
}

static void
find_changes(struct diff *diff)
{
	size_t a = 0, b = 0, cap = 0;

	while (a < diff->before.count || b < diff->after.count) {
		struct change change = {a, a, b, b};

		if (is_same(diff, a, b)) {
			a++;
			b++;
			continue;
		}
		find_end(diff, &change);
		if (diff->count == cap) {
			cap = cap ? 2 * cap : 16;
			diff->changes = dd_realloc(
			    diff->changes, cap * sizeof(*diff->changes));
		}
		diff->changes[diff->count++] = change;
		a = change.a_end;
		b = change.b_end;
	}
}

static void
print_lines(struct diff *diff, char sign, const struct lines *lines,
    size_t from, size_t to)
{
	for (; from < to; from++) {
		struct dd_diff_text line = lines->items[from];
		bool ended = line.data[line.len - 1] == '\n';

		dd_buffer_putc(diff->out, sign);
		if (diff->safe)
			dd_escape_terminal(
			    diff->out, line.data, line.len - ended);
		else
			dd_buffer_add(diff->out, line.data, line.len - ended);
		dd_buffer_puts(diff->out,
		    ended ? "\n" : "\n\\ No newline at end of file\n");
	}
}

static void
print_span(struct diff *diff, char sign, size_t from, size_t to)
{
	dd_buffer_printf(
	    diff->out, " %c%zu,%zu", sign, from + (to > from), to - from);
}

/* Changes [first, end) with what stands between and around them. */
static void
print_hunk(struct diff *diff, size_t first, size_t end)
{
	const struct change *last = &diff->changes[end - 1];
	struct change hunk = diff->changes[first];
	size_t around = hunk.a < CONTEXT ? hunk.a : CONTEXT, at;
	size_t left = diff->before.count - last->a_end;

	hunk.a -= around;
	hunk.b -= around;
	left = left < CONTEXT ? left : CONTEXT;
	hunk.a_end = last->a_end + left;
	hunk.b_end = last->b_end + left;
	dd_buffer_puts(diff->out, "@@");
	print_span(diff, '-', hunk.a, hunk.a_end);
	print_span(diff, '+', hunk.b, hunk.b_end);
	dd_buffer_puts(diff->out, " @@\n");
	at = hunk.a;
	for (size_t i = first; i < end; i++) {
		const struct change *c = &diff->changes[i];

		print_lines(diff, ' ', &diff->before, at, c->a);
		print_lines(diff, '-', &diff->before, c->a, c->a_end);
		print_lines(diff, '+', &diff->after, c->b, c->b_end);
		at = c->a_end;
	}
	print_lines(diff, ' ', &diff->before, at, hunk.a_end);
}

/* A name ends at a tab; nothing in it may end the line. */
static void
print_name(struct diff *diff, const char *sign, const char *name)
{
	dd_buffer_puts(diff->out, sign);
	dd_escape_terminal(diff->out, name, strlen(name));
	dd_buffer_putc(diff->out, '\n');
}

void
dd_diff_print(struct dd_buffer *out, const char *name,
    struct dd_diff_text before, struct dd_diff_text after, bool safe)
{
	struct diff diff = {.out = out, .safe = safe};
	size_t first, end;

	cut_lines(&diff.before, before);
	cut_lines(&diff.after, after);
	find_changes(&diff);
	if (diff.count > 0) {
		print_name(&diff, "--- ", name);
		print_name(&diff, "+++ ", name);
	}
	for (first = 0; first < diff.count; first = end) {
		for (end = first + 1; end < diff.count; end++)
			if (diff.changes[end].a - diff.changes[end - 1].a_end >
			    2 * CONTEXT)
				break;
		print_hunk(&diff, first, end);
	}
	free(diff.before.items);
	free(diff.after.items);
	free(diff.changes);
}
