/* SPDX-License-Identifier: MIT */
/* Owns: what stands in a schema beside its patterns: prefixes, keys, phases,
 * diagnostics. */
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "check/schematron_internal.h"

static int
read_prefix(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	const char *prefix = dd_node_value(node, "prefix");
	const char *uri = dd_node_value(node, "uri");

	(void)data;
	if (!dd_sch_is(node, "ns"))
		return 0;
	if (!prefix || !uri)
		return dd_sch_fail(
		    reader, node, NULL, 0, "`<ns>` has a `prefix` and a `uri`");
	if (!dd_xpath_engine_prefix(reader->schematron->engine, prefix, uri))
		return dd_sch_fail(reader, node, NULL, 0,
		    "the prefix `%s` stands for another namespace already",
		    prefix);
	return 0;
}

static int
read_diagnostic(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	const char *id = dd_node_value(node, "id");

	(void)data;
	if (!dd_sch_is(node, "diagnostic"))
		return dd_sch_refuse(reader, node);
	if (!id)
		return dd_sch_fail(
		    reader, node, NULL, 0, "`<diagnostic>` lacks its `id`");
	dd_table_add(&reader->diagnostics, id, (xmlNode *)node);
	return 0;
}

static int
read_key(struct dd_sch_reader *reader, const xmlNode *node)
{
	const char *name = dd_node_value(node, "name");
	struct dd_sch_alternative *matches = NULL;
	struct dd_xpath *use;
	int result;

	if (!name)
		return dd_sch_fail(
		    reader, node, NULL, 0, "`<key>` lacks its `name`");
	result = dd_sch_context_read(reader, node, "match", &matches);
	if (result < 0)
		return result;
	use = dd_sch_expression(reader, node, "use");
	if (!use)
		return DD_E_USAGE;
	for (; matches; matches = matches->next)
		dd_xpath_engine_key(
		    reader->schematron->engine, name, matches->set, use);
	return 0;
}

static bool
is_key(const xmlNode *node)
{
	return dd_node_is(node, "key") && dd_ns_is(node->ns, DD_NS_XSLT);
}

/* What patterns may use, wherever it stands; keys see no variables. */
static int
read_early(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	(void)data;
	if (dd_sch_is(node, "diagnostics"))
		return dd_sch_children(reader, node, read_diagnostic, NULL);
	return is_key(node) ? read_key(reader, node) : 0;
}

static int
read_late(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	static const char *const others[] = {
	    "ns", "title", "p", "phase", "diagnostics", "properties"};

	if (dd_sch_is(node, "pattern"))
		return dd_sch_pattern_read(reader, node, data);
	if (dd_sch_is(node, "let"))
		return dd_sch_let_read(
		    reader, node, &reader->schematron->scope);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (dd_sch_is(node, others[i]))
			return 0;
	return dd_sch_refuse(reader, node);
}

static int
read_phase_child(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	const char *pattern;

	(void)data;
	if (dd_sch_is(node, "let"))
		return dd_sch_let_read(
		    reader, node, &reader->schematron->scope);
	if (dd_sch_is(node, "p") || !dd_sch_is(node, "active"))
		return dd_sch_is(node, "p") ? 0 : dd_sch_refuse(reader, node);
	pattern = dd_node_value(node, "pattern");
	if (pattern &&
	    dd_sch_find(reader, reader->root, "pattern", "id", pattern))
		return 0;
	return dd_sch_fail(reader, node, dd_node_attr(node, "pattern"), 0,
	    "there is no pattern `%s`", pattern ? pattern : "");
}

/* The phase that was asked for, else that of the file. */
static int
find_phase(struct dd_sch_reader *reader, const xmlNode **ret_phase)
{
	const char *own = dd_node_value(reader->root, "defaultPhase");
	const char *id = reader->phase ? reader->phase : own;

	*ret_phase = NULL;
	if (id && strcmp(id, "#DEFAULT") == 0)
		id = own;
	if (!id || strcmp(id, "#ALL") == 0)
		return 0;
	*ret_phase = dd_sch_find(reader, reader->root, "phase", "id", id);
	if (*ret_phase)
		return dd_sch_children(
		    reader, *ret_phase, read_phase_child, NULL);
	return dd_sch_fail(
	    reader, reader->root, NULL, 0, "there is no phase `%s`", id);
}

static int
check_root(struct dd_sch_reader *reader)
{
	static const char *const bindings[] = {"xslt", "xslt1", "xpath"};
	const xmlNode *root = reader->root;
	const char *binding = dd_node_value(root, "queryBinding");

	if (!dd_sch_is(root, "schema"))
		return dd_sch_fail(reader, root, NULL, 0,
		    "a file of rules is a `<schema>` of the namespace %s",
		    DD_NS_SCHEMATRON);
	for (size_t i = 0; binding && i < 3; i++)
		if (dd_ascii_equal(binding, bindings[i]))
			return 0;
	return !binding
	    ? 0
	    : dd_sch_fail(reader, root, dd_node_attr(root, "queryBinding"), 0,
		  "`%s` is not spoken here; rules are written in XPath 1.0, "
		  "`queryBinding=\"xslt\"`",
		  binding);
}

int
dd_sch_schema_read(struct dd_sch_reader *reader)
{
	struct dd_sch_builder builder = {.last = &reader->schematron->patterns};
	int result = check_root(reader);

	if (result == 0)
		result =
		    dd_sch_children(reader, reader->root, read_prefix, NULL);
	if (result == 0)
		result =
		    dd_sch_children(reader, reader->root, read_early, NULL);
	reader->scope = &reader->schematron->scope;
	if (result == 0)
		result = find_phase(reader, &builder.phase);
	if (result == 0)
		result =
		    dd_sch_children(reader, reader->root, read_late, &builder);
	return result;
}
