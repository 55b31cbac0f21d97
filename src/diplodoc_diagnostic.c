/* SPDX-License-Identifier: MIT */
/* The public interface: what was found in a document. */
#include "check/baseline.h"
#include "diplodoc_private.h"

/* These two have the same fields as well. */
struct diplodoc_place
dd_copy_place(const struct dd_place *place)
{
	return (struct diplodoc_place){place->line, place->column,
	    place->end_line, place->end_column, place->byte, place->end_byte};
}

static struct diplodoc_place
get_place(struct diplodoc_document *document, struct dd_range range)
{
	struct dd_place place;

	dd_source_place(&document->document.source, range, &place);
	return dd_copy_place(&place);
}

static void
copy_related(struct diplodoc_document *document,
    const struct dd_diagnostic *from, struct diplodoc_diagnostic *to)
{
	struct diplodoc_related *related;
	size_t count = 0;

	for (const struct dd_related *r = from->related; r; r = r->next)
		count++;
	related = dd_arena_alloc(&document->arena, count * sizeof *related);
	to->related = related;
	to->related_count = count;
	for (const struct dd_related *r = from->related; r; r = r->next)
		*related++ = (struct diplodoc_related){
		    .file = r->elsewhere ? r->elsewhere->file : NULL,
		    .place = r->elsewhere ? dd_copy_place(&r->elsewhere->place)
					  : get_place(document, r->range),
		    .text = r->text,
		};
}

static void
copy_edits(struct diplodoc_document *document, const struct dd_diagnostic *from,
    struct diplodoc_diagnostic *to)
{
	struct diplodoc_edit *edits;
	size_t count = 0;

	for (const struct dd_edit *e = from->edits; e; e = e->next)
		count++;
	edits = dd_arena_alloc(&document->arena, count * sizeof *edits);
	to->fix = dd_fix_name(dd_diagnostic_fix(from));
	to->edits = edits;
	to->edit_count = count;
	for (const struct dd_edit *e = from->edits; e; e = e->next)
		*edits++ = (struct diplodoc_edit){
		    get_place(document, e->range), e->replacement};
}

void
dd_copy_diagnostics(struct diplodoc_document *document)
{
	const struct dd_sink *sink = &document->document.sink;
	struct diplodoc_diagnostic *to;

	if (document->diagnostics)
		return;
	to = dd_arena_alloc(&document->arena, sink->count * sizeof *to);
	document->diagnostics = to;
	for (const struct dd_diagnostic *d = sink->first; d;
	     d = d->next, to++) {
		to->id = dd_diagnostic_slug(d);
		to->level = dd_level_name(d->level);
		to->message = d->message;
		to->detail = d->detail;
		to->place = get_place(document, d->range);
		to->known = d->known;
		if (d->excuse) {
			to->reason = d->excuse->reason;
			to->until = d->excuse->until;
			to->by = d->excuse->by;
		}
		copy_related(document, d, to);
		copy_edits(document, d, to);
		dd_baseline_key(&document->document.source, d, to->key);
	}
}

size_t
diplodoc_diagnostic_count(const struct diplodoc_document *document)
{
	return document->diagnostics ? document->document.sink.count : 0;
}

size_t
diplodoc_diagnostic_total(const struct diplodoc_document *document)
{
	return document->document.sink.total;
}

const struct diplodoc_diagnostic *
diplodoc_diagnostic(const struct diplodoc_document *document, size_t index)
{
	return index < diplodoc_diagnostic_count(document)
	    ? &document->diagnostics[index]
	    : NULL;
}
