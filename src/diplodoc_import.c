/* SPDX-License-Identifier: MIT */
/* The public interface: what brings texts in. */
#include <stdlib.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "diplodoc_private.h"
#include "import/import.h"
#include "import/source.h"
#include "run/import.h"

struct diplodoc_imported {
	struct dd_arena arena;
	struct dd_source source;
	struct dd_buffer xml;
	struct diplodoc_evidence *lists[DIPLODOC_DROP + 1];
	size_t counts[DIPLODOC_DROP + 1];
};

static void
copy_list(struct diplodoc_imported *imported, enum diplodoc_evidence_kind kind,
    const struct dd_evidence_list *list)
{
	struct diplodoc_evidence *to =
	    dd_arena_alloc(&imported->arena, list->count * sizeof *to);

	imported->lists[kind] = to;
	imported->counts[kind] = list->count;
	for (const struct dd_evidence *e = list->first; e; e = e->next, to++) {
		struct dd_place place;

		dd_source_place(&imported->source,
		    (struct dd_range){e->extent.from, e->extent.to}, &place);
		*to = (struct diplodoc_evidence){
		    .name = e->name,
		    .value = e->value,
		    .confidence =
			e->name ? dd_confidence_name(e->confidence) : NULL,
		    .rule = e->rule,
		    .reason = e->reason,
		    .place = dd_copy_place(&place),
		};
	}
}

/* `text` may be NULL: no day. */
static int
read_day(const char *text, struct dd_date *ret_day, struct dd_error *error)
{
	if (!text || dd_date_parse(text, ret_day))
		return 0;
	return dd_error_set(error, DD_E_USAGE,
	    "`%s` is no day; write one such as 2026-11-26.", text);
}

int
diplodoc_import(struct diplodoc *context, const char *name, const char *path,
    const void *bytes, size_t len,
    const struct diplodoc_import_options *options,
    struct diplodoc_imported **ret_imported, struct diplodoc_error *error)
{
	static const struct diplodoc_import_options none;
	const struct diplodoc_import_options *o = options ? options : &none;
	struct diplodoc_imported *imported = dd_calloc(1, sizeof *imported);
	struct dd_ledger ledger = {.arena = &imported->arena};
	const struct dd_importer *importer =
	    o->format ? dd_importer_find(o->format) : dd_importer_of_path(name);
	struct dd_date issued = {0}, retrieved = {0};
	struct dd_error inner = {0};
	int result = 0;

	if (!importer && !o->format)
		importer = dd_importer(0);
	dd_buffer_init(&imported->xml, 0);
	if (!importer)
		result = dd_error_set(&inner, DD_E_USAGE,
		    "There is no import from `%s`.", o->format);
	else if (importer->read)
		result = dd_import_decode(&imported->source, name, bytes, len,
		    importer->is_page, &ledger, &inner);
	if (result == 0)
		result = read_day(o->issued, &issued, &inner);
	if (result == 0)
		result = read_day(o->retrieved, &retrieved, &inner);
	if (result == 0 && o->retrieved && !path)
		result = dd_error_set(&inner, DD_E_USAGE,
		    "A source without a name has no place in the provenance; "
		    "name it to say when it was read.");
	if (result == 0) {
		const struct dd_import_source source = {
		    .name = name,
		    .path = path,
		    .bytes = importer->read ? imported->source.text : bytes,
		    .len = importer->read ? imported->source.len : len,
		    .lang = o->lang,
		    .issued = issued,
		    .retrieved = retrieved,
		    .schema = o->schema,
		    .version = DIPLODOC_VERSION,
		};

		result = dd_engine_import(&context->engine, importer, &source,
		    &ledger, &imported->xml, &inner);
	}
	copy_list(imported, DIPLODOC_FACT, &ledger.facts);
	copy_list(imported, DIPLODOC_QUESTION, &ledger.questions);
	copy_list(imported, DIPLODOC_DROP, &ledger.drops);
	*ret_imported = imported;
	return dd_pass_error(result, &inner, error);
}

void
diplodoc_imported_free(struct diplodoc_imported *imported)
{
	if (!imported)
		return;
	dd_buffer_release(&imported->xml);
	dd_source_release(&imported->source);
	dd_arena_release(&imported->arena);
	free(imported);
}

const char *
diplodoc_imported_xml(const struct diplodoc_imported *imported, size_t *ret_len)
{
	*ret_len = imported->xml.len;
	return imported->xml.data;
}

const struct diplodoc_evidence *
diplodoc_imported_evidence(const struct diplodoc_imported *imported,
    enum diplodoc_evidence_kind kind, size_t index)
{
	return index < imported->counts[kind] ? &imported->lists[kind][index]
					      : NULL;
}

const char *
diplodoc_importer(size_t index)
{
	const struct dd_importer *importer = dd_importer(index);

	return importer ? importer->name : NULL;
}
