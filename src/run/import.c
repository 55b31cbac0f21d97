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
#include "xml/limits.h"
#include "xml/schema.h"

/* An import is valid by construction; what is not must not be written. */
static int
prove(struct dd_engine *engine, const char *path, const struct dd_buffer *xml,
    struct dd_error *error)
{
	struct dd_document document;
	int result;

	dd_document_open(
	    &document, engine, "the document", path, xml->data, xml->len);
	result = dd_document_validate(&document, error);
	if (result == 0 && document.verdict != DD_PASS)
		result = dd_error_set(error, DD_E_ENGINE,
		    "What was read would not be a valid summary: %s",
		    document.sink.first ? document.sink.first->message : "");
	dd_document_close(&document);
	return result;
}

/* Its bytes in canonical form, which are the same for the same document. */
static int
write_document(struct dd_engine *engine, xmlDoc *doc, struct dd_buffer *out,
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
		result = write_document(engine, doc, out, error);
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
	struct dd_resource places;
	struct dd_buffer xml;
	xmlDoc *doc = NULL;
	int result = importer->restore
	    ? restore(engine, importer, source, out, error)
	    : 1;

	if (result <= 0)
		return result;
	result = dd_engine_house(engine, source->path, &options.house, error);
	if (result == 0)
		result = dd_resource_get(
		    &engine->resources, "data/places.tsv", &places, error);
	if (result < 0)
		return result;
	options.places = places.data;
	result = dd_import(importer, source->bytes, source->len, &options,
	    ledger, &doc, error);
	if (result < 0)
		return result;
	if (source->schema)
		dd_address_add(doc, source->schema);
	dd_buffer_init(&xml, 0);
	result = write_document(engine, doc, &xml, error);
	if (result == 0 && xml.len > DD_LIMIT_INPUT)
		result = dd_error_set(error, DD_E_INPUT,
		    "The summary would be larger than %d bytes; divide the "
		    "text into several.",
		    DD_LIMIT_INPUT);
	if (result == 0)
		result = prove(engine, source->path, &xml, error);
	if (result == 0)
		dd_buffer_add(out, xml.data, xml.len);
	dd_buffer_release(&xml);
	xmlFreeDoc(doc);
	return result;
}
