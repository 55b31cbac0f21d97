/* SPDX-License-Identifier: MIT */
/* Takes one document through the stages up to the verdict. */
#include "run/document.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "check/archive.h"
#include "check/fix.h"
#include "model/house.h"
#include "model/read.h"
#include "run/editions.h"
#include "run/engine.h"
#include "xml/gate.h"
#include "xml/limits.h"
#include "xml/node.h"
#include "xml/schema.h"
#include "xml/transform.h"

static void
init(struct dd_document *document, struct dd_engine *engine, const char *name,
    const char *path)
{
	*document = (struct dd_document){
	    .engine = engine,
	    .name = dd_strdup(name),
	    .path = path ? dd_strdup(path) : NULL,
	};
	dd_sink_init(&document->sink, DD_LIMIT_FINDINGS);
	document->sink.messages = &engine->messages;
	document->failure.messages = &engine->messages;
}

void
dd_document_open(struct dd_document *document, struct dd_engine *engine,
    const char *name, const char *path, const void *bytes, size_t len)
{
	init(document, engine, name, path);
	document->admitted = dd_gate(
	    document->name, bytes, len, &document->source, &document->sink);
}

void
dd_document_reopen(struct dd_document *document, struct dd_engine *engine,
    const char *name, const char *path, const void *bytes, size_t len)
{
	init(document, engine, name, path);
	document->examined = true;
	document->source.name = document->name;
	document->undecoded = true;
	dd_buffer_init(&document->bytes, 0);
	dd_buffer_add(&document->bytes, bytes, len);
}

struct dd_source *
dd_document_source(struct dd_document *document)
{
	if (document->undecoded) {
		dd_gate_text(document->name, document->bytes.data,
		    document->bytes.len, &document->source);
		dd_buffer_release(&document->bytes);
		document->undecoded = false;
	}
	return &document->source;
}

void
dd_document_close(struct dd_document *document)
{
	dd_stylesheet_result_free(document->json);
	free(document->json_head);
	dd_summary_release(&document->summary);
	dd_tree_release(&document->tree);
	dd_source_release(&document->source);
	if (document->undecoded)
		dd_buffer_release(&document->bytes);
	dd_sink_release(&document->sink);
	free(document->name);
	free(document->path);
}

static bool
has_root(const struct dd_tree *tree, const char *name, const char *namespace)
{
	const xmlNode *root = xmlDocGetRootElement(tree->doc);

	return dd_node_is(root, name) && dd_ns_is(root->ns, namespace);
}

/* A house file that is named like a summary has no facts of its own. */
static int
check_house(struct dd_document *document, struct dd_error *error)
{
	const struct dd_schema *schema;
	int result = dd_engine_house_schema(document->engine, &schema, error);

	if (result == 0)
		result = dd_schema_validate(
		    schema, &document->tree, &document->sink, error);
	if (result == 0)
		dd_house_check(&document->tree, &document->sink);
	return result;
}

/* XSD and facts run in one round: a fault of form in one place does not hide
 * what is wrong in another. */
static int
check_tree(struct dd_document *document, const struct dd_check_options *options,
    struct dd_error *error)
{
	uint64_t before = dd_check_spend(options, NULL, 0);
	const struct dd_schema *schema;
	const struct dd_house *house;
	size_t told;
	int result;

	if (has_root(&document->tree, "house", DD_NS_HOUSE))
		return check_house(document, error);
	result = dd_engine_schema(document->engine, &schema, error);
	if (result == 0)
		result = dd_schema_validate(
		    schema, &document->tree, &document->sink, error);
	before = dd_check_spend(options, "schema", before);
	if (result < 0 ||
	    !has_root(&document->tree, "meetingSummary", DD_NS_SUMMARY))
		return result;
	result =
	    dd_engine_house(document->engine, document->path, &house, error);
	if (result < 0)
		return result;
	document->read = true;
	told = document->sink.total;
	result = dd_summary_read(&document->summary, &document->tree, house,
	    &document->engine->zones, &document->sink, error);
	dd_sink_drop_echoes(&document->sink, told);
	dd_check_spend(options, "facts", before);
	return result;
}

static int
run_rules(struct dd_document *document, const struct dd_check_options *options,
    struct dd_error *error)
{
	const struct dd_rule_set *rules;
	struct dd_check_input input = {
	    .options = options,
	    .summary = &document->summary,
	    .tree = &document->tree,
	    .zones = &document->engine->zones,
	    .spellers = &document->engine->spellers,
	    .name = document->name,
	    .path = document->path,
	    .files = &document->engine->files,
	};
	struct dd_sink *sink = &document->sink;
	struct dd_edition_shelf editions;
	struct dd_check_levels levels;
	size_t told = sink->total;
	int result;

	result = dd_engine_rules(
	    document->engine, document->summary.house, &rules, error);
	if (result < 0)
		return result;
	input.rules = rules->items;
	input.rule_count = rules->count;
	if (options->editions) {
		dd_editions_find(document->engine, document->path,
		    &document->summary.arena, &editions);
		input.editions = &editions;
	}
	dd_check_levels(&levels, &input);
	sink->levels = levels.of;
	result = dd_check(&input, sink, error);
	document->edited = result == 0;
	sink->levels = NULL;
	dd_sink_drop_echoes(sink, told);
	return result;
}

static void
examine(struct dd_document *document, const struct dd_check_options *options)
{
	uint64_t before = dd_check_spend(options, NULL, 0);
	int result = 0;

	document->examined = true;
	if (document->admitted)
		document->parsed = dd_parse(
		    &document->source, &document->sink, &document->tree);
	dd_check_spend(options, "xml", before);
	if (document->parsed)
		result = check_tree(document, options, &document->failure);
	if (result == 0 && document->read && options)
		result = run_rules(document, options, &document->failure);
	dd_sink_sort(&document->sink);
	if (result == 0)
		document->verdict =
		    document->sink.errors > 0 ? DD_FAIL : DD_PASS;
	else
		document->failure.code = result;
}

int
dd_document_check(struct dd_document *document,
    const struct dd_check_options *options, struct dd_error *error)
{
	if (!document->examined)
		examine(document, options);
	if (document->failure.code == DD_OK)
		return DD_OK;
	return dd_error_set(
	    error, document->failure.code, "%s", document->failure.text);
}

int
dd_document_facts(
    struct dd_document *document, struct dd_buffer *out, struct dd_error *error)
{
	const struct dd_house *house;
	int result;

	document->parsed = document->admitted &&
	    dd_parse(&document->source, &document->sink, &document->tree);
	if (!document->parsed ||
	    !has_root(&document->tree, "meetingSummary", DD_NS_SUMMARY))
		return DD_OK;
	result =
	    dd_engine_house(document->engine, document->path, &house, error);
	if (result == DD_OK)
		result = dd_summary_read(&document->summary, &document->tree,
		    house, &document->engine->zones, &document->sink, error);
	if (result == DD_OK)
		dd_archive_put(out, document->name, &document->summary,
		    &document->tree, &document->source);
	return result;
}

int
dd_document_validate(struct dd_document *document, struct dd_error *error)
{
	return dd_document_check(document, NULL, error);
}

/* No fix may cost a document its form. */
static bool
is_well_formed(
    const struct dd_document *document, const struct dd_buffer *bytes)
{
	struct dd_document copy;
	bool parsed;

	dd_document_open(&copy, document->engine, document->name, NULL,
	    bytes->data, bytes->len);
	parsed =
	    copy.admitted && dd_parse(&copy.source, &copy.sink, &copy.tree);
	dd_document_close(&copy);
	return parsed;
}

int
dd_document_fix(struct dd_document *document, bool unsafe, const void *bytes,
    size_t len, struct dd_buffer *out, size_t *ret_count,
    struct dd_error *error)
{
	*ret_count = 0;
	if (document->parsed)
		*ret_count = dd_fix(&document->source, &document->sink, unsafe,
		    bytes, len, out);
	if (*ret_count == 0 || is_well_formed(document, out))
		return DD_OK;
	return dd_error_set(error, DD_E_ENGINE,
	    "A fix would break `%s`; nothing is changed.", document->name);
}
