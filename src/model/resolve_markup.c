/* SPDX-License-Identifier: MIT */
/*
 * What is written in a document and is none of its words: comments, processing
 * instructions, white space, the spelling of a truth. It leaves the text here
 * and is kept in r:markup, from which the document can be had as it was.
 */
#include <stdio.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "model/resolve_internal.h"
#include "xml/node.h"
#include "xml/path.h"

struct recorder {
	struct dd_resolver *resolver;
	xmlNode *list;	  /* r:markup of all elements */
	xmlNode *element; /* that of this one; NULL: not yet */
	const struct dd_path *path;
	size_t after;  /* child elements in front */
	size_t offset; /* characters of text since the last of them */
};

/* Of text, a comment or an instruction. */
static const char *
get_text(const xmlNode *node)
{
	return node->content ? (const char *)node->content : "";
}

static void
set_count(xmlNode *node, const char *name, size_t count)
{
	char text[24];

	snprintf(text, sizeof text, "%zu", count);
	if (count > 0)
		dd_resolve_set(node, name, text);
}

/* The element to which records belong from now on. */
static void
begin_place(struct recorder *rec)
{
	struct dd_buffer path;

	dd_buffer_init(&path, 0);
	dd_path_put(rec->path, &path);
	rec->element = dd_resolve_add(rec->resolver, rec->list, "place");
	dd_resolve_set(rec->element, "in", path.data);
	dd_buffer_release(&path);
}

/* A new record at the place that has been reached. */
static xmlNode *
add_record(struct recorder *rec, const char *name, const char *text)
{
	struct dd_resolver *r = rec->resolver;
	xmlNode *record;

	if (!rec->element)
		begin_place(rec);
	record = dd_resolve_add(r, rec->element, name);
	set_count(record, "after", rec->after);
	set_count(record, "offset", rec->offset);
	dd_resolve_set(record, "text", text);
	return record;
}

/* --- white space ----------------------------------------------------------- */

static size_t
count_spaces(const char *text)
{
	return strspn(text, DD_ASCII_SPACES);
}

/* `written` and `clean` differ in white space alone. */
static void
record_spaces(struct recorder *rec, const char *written, const char *clean)
{
	while (*written) {
		size_t len = count_spaces(written), kept = count_spaces(clean);

		if (len > 0 && (len != kept || memcmp(written, clean, len)))
			add_record(rec, "space",
			    dd_arena_ndup(
				&rec->resolver->summary->arena, written, len));
		rec->offset += kept;
		written += len;
		clean += kept;
		len = strcspn(written, DD_ASCII_SPACES);
		rec->offset += dd_utf8_count(written, len);
		written += len;
		clean += len;
	}
}

static bool
has_markup(const xmlNode *parent)
{
	const xmlNode *n = parent->children;

	while (n && n->type != XML_COMMENT_NODE && n->type != XML_PI_NODE)
		n = n->next;
	return n != NULL;
}

/* White space counts in sentences, and between what a comment divides. */
static bool
has_spaces(const xmlNode *element)
{
	return dd_resolve_is_mixed(element) ||
	    dd_resolve_is_mixed(element->parent) || has_markup(element);
}

static void
record_text(struct recorder *rec, xmlNode *node)
{
	const char *clean = get_text(node);

	if (node->psvi && has_spaces(node->parent))
		record_spaces(rec, node->psvi, clean);
	else
		rec->offset += dd_utf8_count(clean, strlen(clean));
	node->psvi = NULL;
}

/* --- nodes ------------------------------------------------------------------ */

static void
record_node(struct recorder *rec, xmlNode *node)
{
	const char *text = get_text(node);

	if (node->type == XML_ELEMENT_NODE) {
		rec->after++;
		rec->offset = 0;
	} else if (node->type == XML_TEXT_NODE) {
		record_text(rec, node);
	} else if (node->type == XML_COMMENT_NODE) {
		add_record(rec, "comment", text);
	} else if (node->type == XML_PI_NODE) {
		dd_resolve_set(add_record(rec, "instruction", text), "name",
		    (const char *)node->name);
	}
}

/* Where the truth is written as a digit. */
static void
record_truths(struct recorder *rec, const xmlNode *node)
{
	static const char *const names[] = {
	    "acting", "others", "slogan", "total"};

	if (!node->properties)
		return;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = dd_node_value(node, names[i]);
		size_t start = value ? count_spaces(value) : 0;

		if (value && (value[start] == '0' || value[start] == '1'))
			dd_resolve_set(add_record(rec, "truth",
					   value[start] == '1' ? "1" : "0"),
			    "name", names[i]);
	}
}

/* One text in place of the stretch of nodes from `first` to the next element;
 * none where there is no text in it. Returns that element, or NULL. */
static xmlNode *
join_stretch(xmlNode *first)
{
	xmlNode *parent = first->parent, *n, *next;
	struct dd_buffer text;

	dd_buffer_init(&text, 0);
	for (n = first; n && n->type != XML_ELEMENT_NODE; n = next) {
		next = n->next;
		if (n->type == XML_TEXT_NODE)
			dd_buffer_puts(&text, get_text(n));
		xmlUnlinkNode(n);
		xmlFreeNode(n);
	}
	if (text.len > 0) {
		xmlNode *joined = xmlNewDocTextLen(
		    parent->doc, (const xmlChar *)text.data, (int)text.len);

		if (n)
			xmlAddPrevSibling(n, joined);
		else
			xmlAddChild(parent, joined);
	}
	dd_buffer_release(&text);
	return n;
}

static bool
is_only_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE && *get_text(node) &&
	    (!node->next || node->next->type == XML_ELEMENT_NODE);
}

static void
take_out(xmlNode *parent)
{
	xmlNode *n = parent->children;

	while (n) {
		if (n->type == XML_ELEMENT_NODE || is_only_text(n))
			n = n->next;
		else
			n = join_stretch(n);
	}
}

static void
visit(void *context, xmlNode *node, const struct dd_path *path)
{
	struct recorder *rec = context;

	rec->element = NULL;
	rec->path = path;
	rec->after = rec->offset = 0;
	if (node->type == XML_ELEMENT_NODE)
		record_truths(rec, node);
	for (xmlNode *n = node->children; n; n = n->next)
		record_node(rec, n);
	if (node->type == XML_ELEMENT_NODE)
		take_out(node);
}

xmlNode *
dd_resolve_markup(struct dd_resolver *r)
{
	xmlNode *root = r->summary->root;
	struct recorder rec = {
	    .resolver = r,
	    .list = xmlNewDocNode(
		root->doc, r->ns, (const xmlChar *)"markup", NULL),
	};

	dd_path_walk(root->doc, visit, &rec);
	if (rec.list->children)
		return rec.list;
	xmlFreeNode(rec.list);
	return NULL;
}
