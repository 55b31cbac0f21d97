/* SPDX-License-Identifier: MIT */
/* Owns: attributes of a schema: parameters, expressions and variables. */
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "check/schematron_internal.h"
#include "xml/limits.h"

/* The parameter whose name stands behind a `$`, and the length of it. */
static const xmlNode *
find_param(const struct dd_sch_reader *reader, const char *text, size_t *len)
{
	for (*len = 0; text[*len] &&
	     (dd_ascii_is_letter(text[*len]) || dd_ascii_is_digit(text[*len]) ||
		 strchr("-_.", text[*len]));
	     ++*len)
		continue;
	for (const xmlNode *n = reader->params ? reader->params->children
					       : NULL;
	     n; n = n->next) {
		const char *name =
		    dd_sch_is(n, "param") ? dd_node_value(n, "name") : NULL;

		if (name && strlen(name) == *len &&
		    strncmp(name, text, *len) == 0)
			return n;
	}
	return NULL;
}

const char *
dd_sch_value(
    struct dd_sch_reader *reader, const xmlNode *node, const char *name)
{
	const char *text = dd_node_value(node, name), *copy;
	struct dd_buffer out;

	if (!text || !reader->params)
		return text;
	dd_buffer_init(&out, DD_LIMIT_VALUE);
	while (*text) {
		size_t len = strcspn(text, "$");
		const xmlNode *param;

		dd_buffer_add(&out, text, len);
		text += len;
		if (!*text)
			break;
		param = find_param(reader, ++text, &len);
		if (param) {
			dd_buffer_puts(&out, dd_node_value(param, "value"));
			text += len;
		} else
			dd_buffer_putc(&out, '$');
	}
	copy = dd_arena_dup(&reader->schematron->arena, out.data);
	dd_buffer_release(&out);
	return copy;
}

struct dd_xpath *
dd_sch_expression(
    struct dd_sch_reader *reader, const xmlNode *node, const char *name)
{
	const char *text = dd_sch_value(reader, node, name);
	const xmlAttr *attr = dd_node_attr(node, name);
	struct dd_xpath_fault fault;
	struct dd_xpath *xpath;

	if (!text) {
		dd_sch_fail(reader, node, NULL, 0, "`<%s>` lacks its `%s`",
		    (const char *)node->name, name);
		return NULL;
	}
	xpath = dd_xpath_compile(
	    reader->schematron->engine, text, reader->scope, &fault);
	if (!xpath)
		dd_sch_fail(reader, node, attr, reader->params ? 0 : fault.at,
		    "%s", fault.text);
	return xpath;
}

int
dd_sch_let_read(struct dd_sch_reader *reader, const xmlNode *node,
    struct dd_xpath_scope *scope)
{
	const char *name = dd_node_value(node, "name");
	struct dd_xpath_let *let;
	struct dd_xpath *value;

	if (!name)
		return dd_sch_fail(
		    reader, node, NULL, 0, "`<let>` lacks its `name`");
	for (const struct dd_xpath_let *l = scope->lets; l; l = l->next)
		if (strcmp(l->name, name) == 0)
			return dd_sch_fail(reader, node, NULL, 0,
			    "`$%s` is there already", name);
	value = dd_sch_expression(reader, node, "value");
	if (!value || dd_sch_count(reader, node) < 0)
		return DD_E_USAGE;
	let = dd_arena_alloc(&reader->schematron->arena, sizeof *let);
	*let = (struct dd_xpath_let){
	    name, value, scope->lets ? scope->lets->index + 1 : 0, scope->lets};
	scope->lets = let;
	return 0;
}
