/* SPDX-License-Identifier: MIT */
/*
 * Owns: words for children that are wrong, missing, misplaced or too many.
 * A row of children is read along the schema; at each fault one finding is
 * made and the row is mended in the least surprising way, so that the next
 * fault of the row is seen too.
 */
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/schema_internal.h"

enum {
	MOST_FAULTS = 50,     /* of one element's children */
	MOST_MOVES = 40,      /* places tried for a misplaced child */
	MOST_STEPS = 1000000, /* of reading rows again, in one document */
	SHOWN = 12,	      /* names in a list of what may stand */
};

/* The children of one element, being mended. */
struct row {
	xmlNode *parent;
	const xmlNode *type;
	xmlNode **nodes;    /* NULL: stands for a missing element */
	const char **names; /* NULL: of another vocabulary */
	size_t count;
	struct dd_match match;
};

static void
match_row(struct dd_wording *w, struct row *row)
{
	dd_grammar_match(
	    w->grammar, row->type, row->names, row->count, &row->match);
	w->steps += row->match.matched;
}

/* False in a document that would take too long to mend: the first fault of
 * each row must do then. */
static bool
may_go_on(const struct dd_wording *w)
{
	return w->steps < MOST_STEPS;
}

static void
fill_row(struct dd_wording *w, struct row *row)
{
	xmlNode *child = dd_node_child(row->parent, NULL);
	size_t max = 0, i;

	for (; child; child = dd_node_next(child, NULL))
		max++;
	/* Every fault can add one element. */
	max += MOST_FAULTS + 1;
	row->nodes = dd_calloc(max, sizeof(xmlNode *));
	row->names = dd_calloc(max, sizeof(char *));
	child = dd_node_child(row->parent, NULL);
	for (i = 0; child; child = dd_node_next(child, NULL), i++) {
		row->nodes[i] = child;
		row->names[i] = dd_grammar_owns(w->grammar, child)
		    ? (const char *)child->name
		    : NULL;
	}
	row->count = i;
}

/* Moves the child at `from` to `to`; what is between gives way. */
static void
move_child(struct row *row, size_t from, size_t to)
{
	xmlNode *node = row->nodes[from];
	const char *name = row->names[from];
	size_t i;

	for (i = from; i > to; i--) {
		row->nodes[i] = row->nodes[i - 1];
		row->names[i] = row->names[i - 1];
	}
	for (; i < to; i++) {
		row->nodes[i] = row->nodes[i + 1];
		row->names[i] = row->names[i + 1];
	}
	row->nodes[to] = node;
	row->names[to] = name;
}

static void
drop_child(struct row *row, size_t at)
{
	move_child(row, at, row->count - 1);
	row->count--;
}

static void
insert_child(struct row *row, size_t at, const char *name)
{
	row->nodes[row->count] = NULL;
	row->names[row->count] = name;
	row->count++;
	move_child(row, row->count - 1, at);
}

/* --- findings ------------------------------------------------------------ */

static void
word_foreign(struct dd_wording *w, const struct row *row, size_t at)
{
	const xmlNode *node = row->nodes[at];
	const char *subject = dd_phrase_element(&w->arena, node);
	const char *prefix = (const char *)row->parent->ns->prefix;
	struct dd_range range = dd_locate_name(w->tree, node);

	/* A namespace that is wrong once is often wrong everywhere. */
	if (w->foreign_told)
		return;
	w->foreign_told = true;
	if (!node->ns && prefix)
		dd_tell(w, DD_ID_SCHEMA_WRONG_NAMESPACE, range,
		    "%s has no namespace prefix; write `<%s:%s>`, as in the "
		    "element around it.",
		    subject, prefix, (const char *)node->name);
	else if (!node->ns)
		dd_report_related(w->sink,
		    dd_tell(w, DD_ID_SCHEMA_WRONG_NAMESPACE, range,
			"%s has no namespace; remove `xmlns=\"\"`.", subject),
		    dd_locate_namespace(w->tree, node, NULL),
		    "`xmlns=\"\"` stands here.");
	else
		dd_tell(w, DD_ID_SCHEMA_WRONG_NAMESPACE, range,
		    "%s belongs to another vocabulary (`%s`), which has no "
		    "place in %s; remove it.",
		    subject, (const char *)node->ns->href,
		    dd_phrase_element(&w->arena, row->parent));
}

static void
word_repeated(struct dd_wording *w, const struct row *row, size_t at)
{
	struct dd_diagnostic *d;
	size_t first = 0;

	while (strcmp(row->names[first], row->names[at]) != 0)
		first++;
	d = dd_tell(w, DD_ID_SCHEMA_REPEATED_ELEMENT,
	    dd_locate_name(w->tree, row->nodes[at]),
	    "`<%s>` stands here a second time; %s takes one.", row->names[at],
	    dd_phrase_element(&w->arena, row->parent));
	if (row->nodes[first])
		dd_report_related(w->sink, d,
		    dd_locate_name(w->tree, row->nodes[first]), "The first.");
}

/* The child at `late` must stand before the one at `early`. */
static void
word_misplaced(
    struct dd_wording *w, const struct row *row, size_t late, size_t early)
{
	struct dd_diagnostic *d = dd_tell(w, DD_ID_SCHEMA_MISPLACED_ELEMENT,
	    dd_locate_name(w->tree, row->nodes[late]),
	    "`<%s>` must stand before `<%s>`.", row->names[late],
	    row->names[early]);

	if (row->nodes[early])
		dd_report_related(w->sink, d,
		    dd_locate_name(w->tree, row->nodes[early]),
		    "`<%s>` stands here.", row->names[early]);
}

/* True where nothing but white space stands in a node. */
static bool
is_blank(const xmlNode *node)
{
	const xmlNode *child = node->children;

	while (child && child->type != XML_ELEMENT_NODE &&
	    (xmlIsBlankNode(child) || child->type == XML_COMMENT_NODE ||
		child->type == XML_PI_NODE))
		child = child->next;
	return !child;
}

static void
word_missing(struct dd_wording *w, const struct row *row)
{
	const struct dd_words_list *required = &row->match.required;
	size_t at = row->match.matched;
	const char *parent = dd_phrase_element(&w->arena, row->parent);
	const char *what = dd_phrase_list(w, required, SHOWN, true);
	const char *where = "";

	if (at < row->count)
		where = dd_phrase(w, " before `<%s>`", row->names[at]);
	else if (at > 0)
		where = dd_phrase(w, " after `<%s>`", row->names[at - 1]);
	if (required->count == 1)
		dd_tell(w, DD_ID_SCHEMA_MISSING_ELEMENT,
		    dd_locate_name(w->tree, row->parent),
		    "%s has no %s; add it%s.", parent, what, where);
	else if (row->count > 0 || is_blank(row->parent))
		dd_tell(w, DD_ID_SCHEMA_MISSING_ELEMENT,
		    dd_locate_name(w->tree, row->parent),
		    row->count ? N_("%s lacks content; add %s%s.")
			       : N_("%s is empty; add %s%s."),
		    parent, what, where);
}

/* "here may stand `<a>` or `<b>`" */
static const char *
phrase_expected(struct dd_wording *w, const struct row *row)
{
	if (row->match.expected.count == 0)
		return dd_phrase(w, "nothing more may stand here");
	return dd_phrase(w, "here may stand %s",
	    dd_phrase_list(w, &row->match.expected, SHOWN, true));
}

/* --- one fault ----------------------------------------------------------- */

/* Moves the child at `at` to the left, to where the row goes on behind it.
 * False where there is no such place. */
static bool
move_back(struct dd_wording *w, struct row *row, size_t at)
{
	struct dd_match before = row->match;
	size_t i, tried = 0;

	for (i = at; i-- > 0 && tried < MOST_MOVES && may_go_on(w);) {
		if (i > 0 && strcmp(row->names[i], row->names[i - 1]) == 0)
			continue;
		tried++;
		move_child(row, at, i);
		match_row(w, row);
		if (row->match.matched > at) {
			word_misplaced(w, row, i, i + 1);
			return true;
		}
		move_child(row, i, at);
	}
	row->match = before;
	return false;
}

/* Moves a child that must stand at `at` there from further right. */
static bool
pull_up(struct dd_wording *w, struct row *row, size_t at)
{
	size_t i;

	for (i = at + 1; i < row->count; i++) {
		if (!row->names[i] || !row->nodes[i] ||
		    !dd_words_list_has(&row->match.required, row->names[i]))
			continue;
		word_misplaced(w, row, i, at);
		move_child(row, i, at);
		return true;
	}
	return false;
}

/* True where the child at `at` may stand once only and stood before. */
static bool
is_repeated(const struct row *row, const xmlNode *declaration, size_t at)
{
	const char *most = dd_node_value(declaration, "maxOccurs");
	size_t i;

	if (most && strcmp(most, "1") != 0)
		return false;
	for (i = 0; i < at; i++)
		if (strcmp(row->names[i], row->names[at]) == 0)
			return true;
	return false;
}

/* A child that the element takes, but not here. */
static void
mend_known(struct dd_wording *w, struct row *row, const xmlNode *declaration)
{
	size_t at = row->match.matched;

	if (move_back(w, row, at))
		return;
	if (is_repeated(row, declaration, at)) {
		word_repeated(w, row, at);
		drop_child(row, at);
	} else if (pull_up(w, row, at)) {
		return;
	} else if (row->match.required.count > 0) {
		word_missing(w, row);
		insert_child(row, at, row->match.required.word[0]);
	} else {
		dd_tell(w, DD_ID_SCHEMA_MISPLACED_ELEMENT,
		    dd_locate_name(w->tree, row->nodes[at]),
		    "`<%s>` may not stand here; %s.", row->names[at],
		    phrase_expected(w, row));
		drop_child(row, at);
	}
}

static void
word_stray(struct dd_wording *w, const struct row *row, size_t at,
    const struct dd_words_list *homes)
{
	struct dd_range range = dd_locate_name(w->tree, row->nodes[at]);
	const char *parent = dd_phrase_element(&w->arena, row->parent);

	if (homes->count == 0)
		dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ELEMENT, range,
		    "`<%s>` is not part of the vocabulary; %s.", row->names[at],
		    phrase_expected(w, row));
	else if (homes->count > 4)
		dd_tell(w, DD_ID_SCHEMA_MISPLACED_ELEMENT, range,
		    "`<%s>` may not stand in %s; %s.", row->names[at], parent,
		    phrase_expected(w, row));
	else
		dd_tell(w, DD_ID_SCHEMA_MISPLACED_ELEMENT, range,
		    "`<%s>` may not stand in %s; it belongs in %s.",
		    row->names[at], parent,
		    dd_phrase_list(w, homes, SHOWN, true));
}

/* A child that the element does not take anywhere. */
static void
mend_unknown(struct dd_wording *w, struct row *row)
{
	size_t at = row->match.matched;
	struct dd_words_list homes = {.count = 0}, all = {.count = 0};
	const char *meant = NULL;

	dd_grammar_parents(w->grammar, row->names[at], &homes);
	if (homes.count == 0) {
		meant = dd_phrase_nearest(row->names[at], &row->match.expected);
		dd_grammar_children(w->grammar, row->type, &all);
		if (!meant)
			meant = dd_phrase_nearest(row->names[at], &all);
	}
	if (!meant) {
		word_stray(w, row, at, &homes);
		drop_child(row, at);
		return;
	}
	dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ELEMENT,
	    dd_locate_name(w->tree, row->nodes[at]),
	    "`<%s>` is not part of the vocabulary; did you mean `<%s>`?",
	    row->names[at], meant);
	row->names[at] = meant;
}

static void
mend(struct dd_wording *w, struct row *row)
{
	size_t at = row->match.matched;
	const xmlNode *declaration;

	if (at == row->count) {
		const char *name = row->match.required.word[0];

		word_missing(w, row);
		insert_child(row, at, name);
		return;
	}
	if (!row->names[at]) {
		word_foreign(w, row, at);
		drop_child(row, at);
		return;
	}
	declaration = dd_grammar_child(w->grammar, row->type, row->names[at]);
	if (declaration)
		mend_known(w, row, declaration);
	else
		mend_unknown(w, row);
}

/* True where the children of `parent` did not fit, and now do. */
static bool
examine(struct dd_wording *w, xmlNode *parent)
{
	struct row row = {.parent = parent};
	size_t faults = 0;

	if (!parent || parent->type != XML_ELEMENT_NODE || !parent->_private)
		return false;
	row.type = dd_grammar_type_of(w->grammar, parent);
	if (!row.type || !dd_grammar_content(row.type) ||
	    !dd_tell_once(w, parent, "children"))
		return false;
	fill_row(w, &row);
	match_row(w, &row);
	while (!row.match.complete && faults < MOST_FAULTS &&
	    (faults == 0 || may_go_on(w))) {
		mend(w, &row);
		match_row(w, &row);
		faults++;
	}
	if (!row.match.complete)
		row.count = row.match.matched;
	if (faults > 0)
		dd_repair(w, parent, row.nodes, row.names, row.count);
	free(row.nodes);
	free(row.names);
	return faults > 0;
}

bool
dd_word_content(struct dd_wording *w, struct dd_schema_fault *fault)
{
	xmlNode *node = fault->node;
	bool repaired;

	if (!node || !node->_private)
		return false;
	/* libxml2 names the child that is wrong, or the element that lacks
	 * one; which of them is seen by reading both rows. */
	w->fault = fault;
	repaired = examine(w, node->parent);
	if (node->parent)
		repaired |= examine(w, node);
	return repaired;
}
