/* SPDX-License-Identifier: MIT */
/* Owns: the memos, which hang on `_private` of the schema's own nodes; nobody
 * else uses it. */
#include "xml/schema_memo.h"
#include <stdlib.h>
#include "base/memory.h"
#include "xml/node.h"
#include "xml/schema_grammar.h"

static void
add_children(const struct dd_grammar *grammar, const xmlNode *particle,
    struct dd_table *children)
{
	const xmlNode *child;

	if (dd_node_is(particle, "element")) {
		dd_table_add(children, dd_node_value(particle, "name"),
		    (void *)particle);
		return;
	}
	child = dd_grammar_first(grammar, particle);
	for (; child; child = dd_grammar_next(child))
		add_children(grammar, child, children);
}

static void
list_attributes(struct dd_type_memo *memo, const xmlNode *type)
{
	const xmlNode *first = dd_grammar_next_attribute(type, NULL), *each;
	const char **names;
	size_t count = 0;

	for (each = first; each; each = dd_grammar_next_attribute(type, each))
		count++;
	names = dd_calloc(count ? count : 1, sizeof(*names));
	for (each = first; each; each = dd_grammar_next_attribute(type, each))
		names[memo->attribute_count++] =
		    dd_grammar_attribute_name(each);
	memo->attributes = names;
}

const struct dd_type_memo *
dd_type_memo(const struct dd_grammar *grammar, const xmlNode *type)
{
	struct dd_type_memo *memo = type->_private;
	const xmlNode *content;

	if (memo)
		return memo;
	memo = dd_calloc(1, sizeof(*memo));
	dd_table_init(&memo->children);
	content = dd_grammar_content(type);
	if (content)
		add_children(grammar, content, &memo->children);
	list_attributes(memo, type);
	memo->next = *grammar->memos;
	*grammar->memos = memo;
	((xmlNode *)type)->_private = memo;
	return memo;
}

void
dd_type_memo_free(struct dd_type_memo *memo)
{
	struct dd_type_memo *next;

	for (; memo; memo = next) {
		next = memo->next;
		dd_table_release(&memo->children);
		free((void *)memo->attributes);
		free(memo);
	}
}
