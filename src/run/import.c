/* SPDX-License-Identifier: MIT */
#include "run/import.h"
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "import/import.h"
#include "output/address.h"
#include "output/canonical.h"
#include "run/document.h"
#include "run/engine.h"
#include "run/import_internal.h"
#include "xml/limits.h"
#include "xml/schema.h"

int
dd_import_prove(struct dd_document *document, struct dd_error *error)
{
	int result = dd_document_validate(document, error);

	if (result == 0 && document->verdict != DD_PASS)
		result = dd_error_set(error, DD_E_ENGINE,
		    "What was read would not be a valid summary: %s",
		    document->sink.first ? document->sink.first->message : "");
	return result;
}

int
dd_import_write(struct dd_engine *engine, xmlDoc *doc, struct dd_buffer *out,
    struct dd_error *error)
{
	struct dd_canonical_options options = {.schema = NULL};
	int result = dd_engine_schema(engine, &options.schema, error);

	return result == 0 ? dd_canonical_write(doc, &options, out, error)
			   : result;
}

static int
restore(struct dd_engine *engine, const struct dd_importer *importer,
    const struct dd_import_source *source, struct dd_buffer *out,
    struct dd_error *error)
{
	const struct dd_schema *schema;
	xmlDoc *doc = NULL;
	int result = dd_engine_schema(engine, &schema, error);

	if (result == 0)
		result = importer->restore(dd_schema_grammar(schema),
		    source->name, source->bytes, source->len, &doc, error);
	if (result == 0)
		result = dd_import_write(engine, doc, out, error);
	xmlFreeDoc(doc);
	return result;
}

int
dd_import_deliver(struct dd_engine *engine,
    const struct dd_import_source *source, xmlDoc *doc, struct dd_buffer *out,
    struct dd_error *error)
{
	struct dd_document document;
	struct dd_buffer xml;
	int result;

	if (source->schema)
		dd_address_add(doc, source->schema);
	dd_buffer_init(&xml, 0);
	result = dd_import_write(engine, doc, &xml, error);
	if (result == 0 && xml.len > DD_LIMIT_INPUT)
		result = dd_error_set(error, DD_E_INPUT,
		    "The summary would be larger than %d bytes; divide the "
		    "text into several.",
		    DD_LIMIT_INPUT);
	dd_document_open(
	    &document, engine, "the document", source->path, xml.data, xml.len);
	if (result == 0)
		result = dd_import_prove(&document, error);
	if (result == 0)
		dd_buffer_add(out, xml.data, xml.len);
	dd_document_close(&document);
	dd_buffer_release(&xml);
	return result;
}

/* A text of any kind. */
static int
import_text(struct dd_engine *engine, const struct dd_importer *importer,
    const struct dd_import_source *source, struct dd_import_options *options,
    struct dd_ledger *ledger, struct dd_buffer *out, struct dd_error *error)
{
	struct dd_resource places;
	xmlDoc *doc = NULL;
	int result =
	    dd_engine_house(engine, source->path, &options->house, error);

	if (result == 0)
		result = dd_resource_get(
		    &engine->resources, "data/places.tsv", &places, error);
	if (result < 0)
		return result;
	options->places = places.data;
	result = dd_import(
	    importer, source->bytes, source->len, options, ledger, &doc, error);
	if (result == 0)
		result = dd_import_deliver(engine, source, doc, out, error);
	xmlFreeDoc(doc);
	return result;
}

int
dd_engine_import(struct dd_engine *engine, const struct dd_importer *importer,
    const struct dd_import_source *source, struct dd_ledger *ledger,
    struct dd_buffer *out, struct dd_error *error)
{
	struct dd_import_options options = {
	    .lang = source->lang,
	    .issued = source->issued,
	    .retrieved = source->retrieved,
	    .name = source->path ? source->name : NULL,
	    .format = importer->name,
	    .version = source->version,
	    .zones = &engine->zones,
	    .names = &engine->names,
	};
	int result = 1;

	if (importer->restore)
		result = restore(engine, importer, source, out, error);
	else if (importer->is_page)
		result = dd_import_own_page(
		    engine, source, &options, ledger, out, error);
	return result <= 0 ? result
			   : import_text(engine, importer, source, &options,
				 ledger, out, error);
}
