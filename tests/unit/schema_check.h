/* SPDX-License-Identifier: MIT */
/* Shared by the tests of the schemas: compiling one, checking one document. */
#ifndef DD_TESTS_SCHEMA_CHECK_H
#define DD_TESTS_SCHEMA_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/resource.h"
#include "diag/diagnostic.h"
#include "xml/gate.h"
#include "xml/limits.h"
#include "xml/parse.h"
#include "xml/schema.h"
#include "xml/source.h"

/* A file of schemas/, built in. */
static inline struct dd_schema_file
get_file(const char *name)
{
	struct dd_schema_file file = {strrchr(name, '/') + 1, NULL, 0};
	const struct dd_resource *row = dd_resources;

	while (row->name && strcmp(row->name, name) != 0)
		row++;
	assert_non_null(row->name);
	file.data = row->data;
	file.len = row->len;
	return file;
}

/* That schema, with xml.xsd. */
static inline struct dd_schema *
compile_built_in(const char *name)
{
	struct dd_schema_file bundle[] = {
	    get_file(name), get_file("schemas/xml.xsd")};
	struct dd_error error = {0};
	struct dd_schema *schema = dd_schema_new(bundle, 2, &error);

	assert_string_equal(error.text, "");
	assert_non_null(schema);
	return schema;
}

/* One document and what was found in it. */
struct checked {
	struct dd_buffer bytes;
	struct dd_source source;
	struct dd_tree tree;
	struct dd_sink sink;
	struct dd_error error;
	int result;
};

/* Gate, parser and schema over the bytes. */
static inline void
check_bytes(struct checked *c, const struct dd_schema *schema)
{
	dd_sink_init(&c->sink, DD_LIMIT_FINDINGS);
	c->tree = (struct dd_tree){0};
	c->error = (struct dd_error){0};
	c->result = DD_OK;
	if (dd_gate(
		"t.xml", c->bytes.data, c->bytes.len, &c->source, &c->sink) &&
	    dd_parse(&c->source, &c->sink, &c->tree)) {
		c->result =
		    dd_schema_validate(schema, &c->tree, &c->sink, &c->error);
		dd_tree_release(&c->tree);
	}
}

static inline void
release(struct checked *c)
{
	dd_source_release(&c->source);
	dd_sink_release(&c->sink);
	dd_buffer_release(&c->bytes);
}

#endif
