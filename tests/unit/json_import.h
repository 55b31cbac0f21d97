/* SPDX-License-Identifier: MIT */
/* Shared by the tests of the imports: a document in another format, and back. */
#ifndef DD_TESTS_JSON_IMPORT_H
#define DD_TESTS_JSON_IMPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "import/json.h"
#include "output/canonical.h"
#include "run/convert.h"
#include "run/document.h"
#include "run/engine.h"
#include "xml/schema.h"

static inline const struct dd_grammar *
get_grammar(struct dd_engine *engine)
{
	const struct dd_schema *schema;

	assert_int_equal(dd_engine_schema(engine, &schema, NULL), DD_OK);
	return dd_schema_grammar(schema);
}

/* The canonical form; `name` is said where there is none. */
static inline void
put_canonical(struct dd_engine *engine, xmlDoc *doc, const char *name,
    struct dd_buffer *out)
{
	struct dd_canonical_options options = {.schema = NULL};
	struct dd_error error = {0};

	assert_int_equal(
	    dd_engine_schema(engine, &options.schema, NULL), DD_OK);
	if (dd_canonical_write(doc, &options, out, &error) < 0)
		fail_msg("%s: %s", name, error.text);
}

/* A document in a format; its house is looked for from `path`. */
static inline void
convert_to(const char *format, struct dd_engine *engine, const char *path,
    const char *xml, size_t len, struct dd_buffer *out)
{
	struct dd_convert_options options = {.generator = "test"};
	struct dd_document document;
	struct dd_error error = {0};

	dd_document_open(&document, engine, "t.xml", path, xml, len);
	assert_int_equal(dd_document_validate(&document, &error), DD_OK);
	if (document.sink.first)
		fail_msg("%s: %s", path, document.sink.first->message);
	if (dd_document_convert(&document, format, &options, out, &error) < 0)
		fail_msg("%s: %s", path, error.text);
	dd_document_close(&document);
}

#endif
