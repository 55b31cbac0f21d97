/* SPDX-License-Identifier: MIT */
/*
 * Owns: the list of findings, its order and its end. Leaves suppressions and
 * levels to check/, printing to report/.
 */
#include "diag/diagnostic.h"
#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/utf8.h"

enum {
	LONGEST_MESSAGE = 600, /* characters of a sentence of our own */
	LONGEST_HEAD = 400,    /* bytes of it that stay, where it is longer */
	LONGEST_TAIL = 150,
};

void
dd_sink_init(struct dd_sink *sink, size_t max)
{
	*sink = (struct dd_sink){.max = max};
	dd_arena_init(&sink->arena);
}

void
dd_sink_release(struct dd_sink *sink)
{
	if (!sink)
		return;
	dd_arena_release(&sink->arena);
	dd_sink_init(sink, sink->max);
}

enum dd_level
dd_sink_level(const struct dd_sink *sink, enum dd_id id)
{
	return sink->levels ? sink->levels[id] : dd_catalog(id)->level;
}

const char *
dd_sink_say(const struct dd_sink *sink, const char *text)
{
	return dd_message(sink->messages, text);
}

static void
append(struct dd_sink *sink, struct dd_diagnostic *diagnostic)
{
	if (sink->last)
		sink->last->next = diagnostic;
	else
		sink->first = diagnostic;
	sink->last = diagnostic;
	sink->count++;
}

/* Characters; a byte that continues one is none. */
static size_t
count_characters(const char *text)
{
	size_t count = 0;

	for (; *text; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

/* A sentence as it can be read: what is too long is a value out of a document,
 * and goes without its middle. */
static const char *
shorten(struct dd_arena *arena, const char *text)
{
	size_t len = strlen(text);
	const char *tail;

	if (len <= LONGEST_MESSAGE || count_characters(text) <= LONGEST_MESSAGE)
		return text;
	tail = text + len - LONGEST_TAIL;
	while (((unsigned char)*tail & 0xC0) == 0x80)
		tail++;
	return dd_arena_printf(arena, "%.*s\xE2\x80\xA6%s",
	    (int)dd_utf8_cut(text, len, LONGEST_HEAD), text, tail);
}

static struct dd_diagnostic *__attribute__((format(printf, 5, 0)))
report(struct dd_sink *sink, enum dd_id id, enum dd_level level,
    struct dd_range range, const char *format, va_list args)
{
	bool full = sink->count >= sink->max || level == DD_OFF;
	struct dd_diagnostic *diagnostic;

	assert(range.start <= range.end);
	diagnostic = full ? &sink->scratch
			  : dd_arena_alloc(&sink->arena, sizeof(*diagnostic));
	*diagnostic = (struct dd_diagnostic){
	    .id = id,
	    .level = level,
	    .range = range,
	    .message = "",
	    .serial = sink->total,
	};
	sink->total += level != DD_OFF;
	sink->errors += level == DD_ERROR;
	if (full)
		return diagnostic;
	diagnostic->message =
	    dd_arena_vprintf(&sink->arena, dd_sink_say(sink, format), args);
	append(sink, diagnostic);
	return diagnostic;
}

struct dd_diagnostic *
dd_report(struct dd_sink *sink, enum dd_id id, struct dd_range range,
    const char *format, ...)
{
	enum dd_level level = dd_sink_level(sink, id);
	struct dd_diagnostic *diagnostic;
	va_list args;

	va_start(args, format);
	diagnostic = report(sink, id, level, range, format, args);
	va_end(args);
	diagnostic->message = shorten(&sink->arena, diagnostic->message);
	return diagnostic;
}

struct dd_diagnostic *
dd_report_named(struct dd_sink *sink, enum dd_id id, const char *name,
    enum dd_level level, struct dd_range range, const char *format, ...)
{
	struct dd_diagnostic *diagnostic;
	va_list args;

	va_start(args, format);
	diagnostic = report(sink, id, level, range, format, args);
	va_end(args);
	diagnostic->name = name;
	return diagnostic;
}

static struct dd_related *__attribute__((format(printf, 3, 0)))
add_related(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    const char *format, va_list args)
{
	struct dd_related *related =
	    dd_arena_alloc(&sink->arena, sizeof(*related));
	struct dd_related **at = &diagnostic->related;

	*related = (struct dd_related){.text = dd_arena_vprintf(&sink->arena,
					   dd_sink_say(sink, format), args)};
	while (*at)
		at = &(*at)->next;
	*at = related;
	return related;
}

void
dd_report_related(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    struct dd_range range, const char *format, ...)
{
	struct dd_related *related;
	va_list args;

	assert(range.start <= range.end);
	if (diagnostic == &sink->scratch)
		return;
	va_start(args, format);
	related = add_related(sink, diagnostic, format, args);
	va_end(args);
	related->range = range;
	related->text = shorten(&sink->arena, related->text);
}

void
dd_report_elsewhere(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    const struct dd_elsewhere *place, const char *format, ...)
{
	struct dd_elsewhere *copy;
	va_list args;

	if (diagnostic == &sink->scratch)
		return;
	copy = dd_arena_alloc(&sink->arena, sizeof(*copy));
	copy->file = dd_arena_dup(&sink->arena, place->file);
	copy->place = place->place;
	va_start(args, format);
	add_related(sink, diagnostic, format, args)->elsewhere = copy;
	va_end(args);
}

void
dd_report_detail(
    struct dd_sink *sink, struct dd_diagnostic *diagnostic, const char *detail)
{
	if (diagnostic != &sink->scratch)
		diagnostic->detail =
		    dd_arena_ndup(&sink->arena, detail, strcspn(detail, "\n"));
}

void
dd_report_fix(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    struct dd_range range, const char *replacement)
{
	struct dd_edit *edit, **at;

	assert(range.start <= range.end);
	if (diagnostic == &sink->scratch)
		return;
	edit = dd_arena_alloc(&sink->arena, sizeof(*edit));
	edit->range = range;
	edit->replacement = dd_arena_dup(&sink->arena, replacement);
	for (at = &diagnostic->edits; *at; at = &(*at)->next)
		continue;
	*at = edit;
}

const char *
dd_diagnostic_slug(const struct dd_diagnostic *diagnostic)
{
	return diagnostic->name ? diagnostic->name
				: dd_catalog(diagnostic->id)->slug;
}

enum dd_fixable
dd_diagnostic_fix(const struct dd_diagnostic *diagnostic)
{
	if (!diagnostic->edits)
		return DD_FIX_NONE;
	return diagnostic->safe ? DD_FIX_SAFE : dd_catalog(diagnostic->id)->fix;
}

bool
dd_diagnostic_counts(const struct dd_diagnostic *diagnostic)
{
	return !diagnostic->excuse && !diagnostic->known;
}

void
dd_sink_excuse(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    const struct dd_excuse *excuse)
{
	sink->errors -=
	    dd_diagnostic_counts(diagnostic) && diagnostic->level == DD_ERROR;
	diagnostic->excuse = excuse;
	diagnostic->known = !excuse;
}

static bool
is_echo(const struct dd_sink *sink, const struct dd_diagnostic *diagnostic,
    size_t before)
{
	size_t start = diagnostic->range.start;
	const struct dd_diagnostic *d;

	if (diagnostic->serial < before)
		return false;
	for (d = sink->first; d; d = d->next)
		if (d->serial < before && start >= d->range.start &&
		    start < d->range.end &&
		    (d->id == DD_ID_SCHEMA_BAD_VALUE ||
			d->id == DD_ID_SCHEMA_EMPTY))
			return true;
	return false;
}

void
dd_sink_drop_echoes(struct dd_sink *sink, size_t before)
{
	struct dd_diagnostic **at = &sink->first, *each;

	sink->last = NULL;
	while ((each = *at)) {
		if (!is_echo(sink, each, before)) {
			sink->last = each;
			at = &each->next;
			continue;
		}
		*at = each->next;
		sink->count--;
		sink->total--;
		sink->errors -=
		    dd_diagnostic_counts(each) && each->level == DD_ERROR;
	}
}

static int
compare(const void *left, const void *right)
{
	const struct dd_diagnostic *a = *(struct dd_diagnostic *const *)left;
	const struct dd_diagnostic *b = *(struct dd_diagnostic *const *)right;

	if (a->range.start != b->range.start)
		return a->range.start < b->range.start ? -1 : 1;
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	return a->serial < b->serial ? -1 : a->serial > b->serial;
}

void
dd_sink_sort(struct dd_sink *sink)
{
	struct dd_diagnostic **all, *each;
	size_t count = 0, i;

	if (sink->count < 2)
		return;
	all = dd_calloc(sink->count, sizeof(struct dd_diagnostic *));
	for (each = sink->first; each; each = each->next)
		all[count++] = each;
	assert(count == sink->count);
	qsort(all, count, sizeof(struct dd_diagnostic *), compare);
	sink->first = sink->last = NULL;
	sink->count = 0;
	for (i = 0; i < count; i++) {
		all[i]->next = NULL;
		append(sink, all[i]);
	}
	free(all);
}
