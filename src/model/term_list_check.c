/* SPDX-License-Identifier: MIT */
/* Owns: what no schema can say of the term lists of a house file. */
#include <string.h>
#include "base/buffer.h"
#include "base/pattern.h"
#include "base/utf8.h"
#include "diag/diagnostic.h"
#include "model/term_list.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"

enum { SHOWN_MAX = 60 }; /* bytes of a value in a sentence */

/* What every check is given. */
struct context {
	const struct dd_tree *tree;
	struct dd_sink *sink;
};

static void
report_entry(const struct context *c, const xmlNode *node, const char *words)
{
	dd_report(c->sink, DD_ID_HOUSE_TERM_ENTRY,
	    dd_locate_name(c->tree, node), "%s", dd_sink_say(c->sink, words));
}

/* --- shape --------------------------------------------------------------- */

/* What is wrong with the parts of an entry, or NULL. */
static const char *
find_fault(enum dd_term_kind kind, const xmlNode *entry)
{
	const xmlNode *form = dd_node_child(entry, "form");
	bool match = dd_node_attr(entry, "match");
	bool pattern = dd_node_attr(entry, "pattern");
	bool replace = dd_node_attr(entry, "replace");

	if (kind == DD_TERM_CONSISTENCY)
		return match || pattern || replace || !form ||
			!dd_node_next(form, "form")
		    ? N_("An entry of a list for consistency has two or more "
			 "<form>, and no `match`, `pattern` or `replace`.")
		    : NULL;
	if (form || match == pattern)
		return N_("An entry has either `match` or `pattern`; only a "
			  "list for consistency has <form>.");
	if (kind == DD_TERM_SUBSTITUTION && !replace)
		return N_("An entry of a list of substitutions has `replace`.");
	if (kind == DD_TERM_FORBIDDEN && replace)
		return N_("An entry of a list of forbidden words has no "
			  "`replace`; put it into a list of substitutions.");
	return NULL;
}

/* --- words and patterns -------------------------------------------------- */

static void
check_word(const struct context *c, const xmlNode *node, const char *text)
{
	struct dd_buffer key;

	text += strspn(text, " \t\r\n");
	dd_buffer_init(&key, 0);
	if (*text && dd_term_word(text, strlen(text), &key) == 0)
		dd_report(c->sink, DD_ID_HOUSE_TERM_ENTRY,
		    dd_locate_name(c->tree, node),
		    "`%.*s` does not begin with a letter or digit, and no word "
		    "does otherwise; write a `pattern`.",
		    DD_UTF8_SHOW(text, SHOWN_MAX));
	dd_buffer_release(&key);
}

static void
check_pattern(const struct context *c, const xmlNode *entry)
{
	const xmlAttr *attr = dd_node_attr(entry, "pattern");
	const xmlAttr *replace = dd_node_attr(entry, "replace");
	const char *text = dd_attr_text(attr);
	char fault[DD_PATTERN_FAULT];
	struct dd_pattern *pattern;
	size_t at;

	pattern = dd_pattern_new(text, NULL, fault, &at);
	if (!pattern)
		dd_report(c->sink, DD_ID_HOUSE_TERM_PATTERN,
		    dd_locate_in_value(c->tree, attr, at, at),
		    "The pattern cannot be read from here on; PCRE2 says: %s.",
		    fault);
	else if (replace && !dd_pattern_takes(pattern, dd_attr_text(replace)))
		dd_report(c->sink, DD_ID_HOUSE_TERM_PATTERN,
		    dd_locate_value(c->tree, replace),
		    "`%.*s` names a group that the pattern does not have; "
		    "write $1 for its first, $$ for a dollar sign.",
		    DD_UTF8_SHOW(dd_attr_text(replace), SHOWN_MAX));
	dd_pattern_free(pattern);
}

static void
check_entry(
    const struct context *c, enum dd_term_kind kind, const xmlNode *entry)
{
	const char *fault = find_fault(kind, entry);
	const char *match = dd_node_value(entry, "match");
	struct dd_arena arena = {0};

	if (fault) {
		report_entry(c, entry, fault);
		return;
	}
	if (match)
		check_word(c, entry, match);
	for (const xmlNode *n = dd_node_child(entry, "form"); n;
	     n = dd_node_next(n, "form"))
		check_word(c, n, dd_node_text(n, &arena));
	if (dd_node_attr(entry, "pattern"))
		check_pattern(c, entry);
	dd_arena_release(&arena);
}

void
dd_term_lists_check(const struct dd_tree *tree, struct dd_sink *sink)
{
	const struct context context = {tree, sink};
	const xmlNode *root = xmlDocGetRootElement(tree->doc);

	for (const xmlNode *list = dd_node_child(root, "termList"); list;
	     list = dd_node_next(list, "termList")) {
		enum dd_term_kind kind =
		    dd_term_kind_find(dd_node_value(list, "kind"));

		for (const xmlNode *n = dd_node_child(list, "entry");
		     n && kind != DD_TERM_KINDS; n = dd_node_next(n, "entry"))
			check_entry(&context, kind, n);
	}
}
