/* SPDX-License-Identifier: MIT */
/* Takes one document through resolve, transform and serialise. */
#include "run/convert.h"
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "model/resolve.h"
#include "output/json.h"
#include "output/xml.h"
#include "run/document.h"
#include "run/engine.h"
#include "xml/limits.h"
#include "xml/schema_layout.h"
#include "xml/transform.h"

static const char THEME[] = "xslt/theme.css", JSON[] = "xslt/json.xsl";

static int
require_facts(
    const struct dd_document *document, bool force, struct dd_error *error)
{
	if (document->verdict == DD_NOT_CHECKED)
		return dd_error_set(error, DD_E_ENGINE,
		    "The document is not converted, because it was not "
		    "checked.");
	if (document->verdict == DD_FAIL && !force)
		return dd_error_set(error, DD_E_USAGE,
		    "The document is not converted, because it is not valid.");
	if (!document->read)
		return dd_error_set(error, DD_E_INPUT,
		    "The document cannot be converted at all, because it is "
		    "not a meeting summary in well-formed XML.");
	return 0;
}

static int
resolve(struct dd_document *document, const struct dd_convert_options *options,
    const struct dd_words *words, struct dd_error *error)
{
	const struct dd_resolve_options resolve_options = {
	    .valid = document->verdict == DD_PASS,
	    .generator = options->generator,
	};
	const struct dd_schema *schema;
	int result;

	if (document->resolved)
		return 0;
	result = dd_engine_schema(document->engine, &schema, error);
	if (result < 0)
		return result;
	dd_layout_sort_all(schema, document->tree.doc);
	result = dd_resolve(&document->summary, words, &document->engine->zones,
	    &resolve_options, error);
	document->resolved = result == 0;
	return result;
}

/* Built-in stylesheets ask for a few words, where they are found at once; those
 * of the user's own may ask for any. */
static int
prepare(struct dd_document *document, const struct dd_format *format,
    const struct dd_convert_options *options, struct dd_error *error)
{
	const struct dd_words *words;
	int result = require_facts(document, options->force, error);

	if (result == 0)
		result = dd_engine_words(
		    document->engine, document->summary.lang, &words, error);
	if (result == 0)
		result = resolve(document, options, words, error);
	if (result == 0 && (options->xslt || !format->stylesheet))
		dd_resolve_words(&document->summary, words);
	return result;
}

/* With the theme that is built in, unless another one was named. */
static int
write_result(struct dd_engine *engine, const struct dd_format *format,
    const struct dd_convert_options *options, const xmlDoc *tree,
    const struct dd_buffer *facts, struct dd_buffer *out,
    struct dd_error *error)
{
	struct dd_format_options own = options->format;
	struct dd_resource theme;
	int result;

	if (options->tree)
		return dd_xml_write(tree, out, error);
	if (!own.css && !own.css_href) {
		result =
		    dd_resource_get(&engine->resources, THEME, &theme, error);
		if (result < 0)
			return result;
		own.css = theme.data;
		own.css_len = theme.len;
	}
	own.sheet = &engine->sheet;
	own.facts = facts->len > 0 ? facts->data : NULL;
	return format->write(tree, &own, out, error);
}

/* The result of a built-in stylesheet. That of JSON, which costs more than the
 * others and is in Markdown too, stays with the document. */
static int
run_built_in(struct dd_document *document, const char *name, xmlDoc **ret_tree,
    struct dd_error *error)
{
	const struct dd_stylesheet *stylesheet;
	bool json = strcmp(name, JSON) == 0;
	int result =
	    dd_engine_stylesheet(document->engine, name, &stylesheet, error);

	if (result < 0)
		return result;
	*ret_tree = json ? document->json : NULL;
	if (!*ret_tree)
		*ret_tree =
		    dd_stylesheet_run(stylesheet, document->tree.doc, error);
	if (json)
		document->json = *ret_tree;
	return *ret_tree ? 0 : DD_E_ENGINE;
}

static void
drop_result(const struct dd_document *document, xmlDoc *tree)
{
	if (tree != document->json)
		dd_stylesheet_result_free(tree);
}

static xmlNode *
find_computed(const xmlDoc *json)
{
	return xmlGetLastChild(xmlDocGetRootElement(json));
}

/* JSON in one line, with `last` in the place of what is computed: the rest is
 * written once for all formats. */
static int
write_line(struct dd_document *document, const xmlNode *last,
    struct dd_buffer *out, struct dd_error *error)
{
	struct dd_buffer head;
	int result;

	if (!document->json_head) {
		dd_buffer_init(&head, 0);
		result = dd_json_write_head(
		    find_computed(document->json), &head, error);
		if (result < 0) {
			dd_buffer_release(&head);
			return result;
		}
		document->json_head = head.data;
	}
	dd_buffer_puts(out, document->json_head);
	return dd_json_write_last(last, out, error);
}

/* The facts of a valid document for a format that carries them beside its words,
 * as one line of JSON; nothing for any other. They are those of JSON, with what
 * the format needs of what is computed. A stylesheet of the user's own may leave
 * out what its author wants nobody to see. */
static int
make_facts(struct dd_document *document, const struct dd_format *format,
    const struct dd_convert_options *options, struct dd_buffer *out,
    struct dd_error *error)
{
	xmlDoc *json, *own;
	int result;

	if (!format->facts || options->xslt || options->tree ||
	    document->verdict != DD_PASS)
		return 0;
	result = run_built_in(document, JSON, &json, error);
	if (result == 0)
		result = run_built_in(document, format->facts, &own, error);
	if (result < 0)
		return result;
	result = write_line(document, xmlDocGetRootElement(own), out, error);
	dd_stylesheet_result_free(own);
	return result;
}

static int
run(struct dd_document *document, const struct dd_format *format,
    const struct dd_convert_options *options, xmlDoc **ret_tree,
    struct dd_error *error)
{
	const struct dd_stylesheet *stylesheet;
	int result;

	if (!options->xslt)
		return run_built_in(
		    document, format->stylesheet, ret_tree, error);
	result = dd_engine_user_stylesheet(document->engine, options->xslt_name,
	    options->xslt, options->xslt_len, &stylesheet, error);
	if (result < 0)
		return result;
	*ret_tree = dd_stylesheet_run(stylesheet, document->tree.doc, error);
	return *ret_tree ? 0 : DD_E_ENGINE;
}

static int
transform(struct dd_document *document, const struct dd_format *format,
    const struct dd_convert_options *options, struct dd_buffer *out,
    struct dd_error *error)
{
	struct dd_buffer facts;
	xmlDoc *tree;
	int result = run(document, format, options, &tree, error);

	if (result < 0)
		return result;
	dd_buffer_init(&facts, 0);
	result = make_facts(document, format, options, &facts, error);
	if (result == 0 && tree == document->json && !options->tree &&
	    !options->format.pretty)
		result = write_line(document, find_computed(tree), out, error);
	else if (result == 0)
		result = write_result(document->engine, format, options, tree,
		    &facts, out, error);
	dd_buffer_release(&facts);
	drop_result(document, tree);
	return result;
}

/* A stylesheet that is right for every valid document need not be so for one
 * whose elements stand anywhere: its own words would mislead. */
static void
blame_document(const char *format, struct dd_error *error)
{
	if (!error)
		return;
	error->code = DD_OK;
	dd_error_set(error, DD_E_ENGINE,
	    "The summary cannot be converted to %s, because what is wrong with "
	    "it leaves no place for some of its text; correct its errors "
	    "first.",
	    format);
}

int
dd_document_convert(struct dd_document *document, const char *name,
    const struct dd_convert_options *options, struct dd_buffer *out,
    struct dd_error *error)
{
	const struct dd_format *format = dd_format_find(name);
	int result;

	if (!format)
		return dd_error_set(
		    error, DD_E_USAGE, "There is no format `%s`.", name);
	result = prepare(document, format, options, error);
	if (result < 0)
		return result;
	if (!format->stylesheet && !options->xslt)
		return dd_xml_write(document->tree.doc, out, error);
	result = transform(document, format, options, out, error);
	if (result == DD_E_ENGINE && document->verdict == DD_FAIL)
		blame_document(name, error);
	return result;
}
