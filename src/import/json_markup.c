/* SPDX-License-Identifier: MIT */
/*
 * Puts back what was written between the words: `markup` says of each comment,
 * instruction and stretch of white space where it stood. Of a document that was
 * changed in between, what can still be placed is placed: white space that no
 * longer fits is left out, but no comment is lost without a word.
 */
#include <string.h>
#include "base/arena.h"
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/table.h"
#include "base/utf8.h"
#include "import/json_internal.h"
#include "xml/node.h"
#include "xml/path.h"

struct record {
	struct dd_json_path path;
	const char *type, *name, *text;
	size_t after, offset;
	struct record *next; /* of the same element */
};

/* All records of one element. */
struct spot {
	struct record *first, *last;
	bool found;
};

struct markup {
	struct dd_arena arena;
	struct dd_table spots; /* by path of the element */
	struct dd_buffer path; /* of the one at work */
	struct dd_error *error;
	int result;
};

/* --- reading --------------------------------------------------------------- */

static int
check_keys(
    const json_t *value, const struct record *rec, struct dd_error *error)
{
	static const char *const known[] = {
	    "type", "in", "after", "offset", "name", "text"};
	json_t *object = (json_t *)value; /* iterators are not const */
	void *at = json_object_iter(object);

	for (; at; at = json_object_iter_next(object, at)) {
		struct dd_json_path inner = {
		    &rec->path, json_object_iter_key(at), 0};
		size_t i = 0;

		while (i < 6 && strcmp(known[i], inner.key) != 0)
			i++;
		if (i == 6)
			return dd_error_set(error, DD_E_INPUT,
			    "`%s` is not known; nothing of that name can stand "
			    "here.",
			    DD_JSON_SHOW(&inner));
	}
	return 0;
}

/* A string that XML can hold. */
static int
read_string(const json_t *value, const struct record *rec, const char *key,
    const char **ret_text, struct dd_error *error)
{
	const struct dd_json_path path = {&rec->path, key, 0};
	const json_t *member = json_object_get(value, key);
	struct dd_buffer copy;
	int rc;

	dd_buffer_init(&copy, 0);
	rc = dd_json_put_string(member, &path, &copy, error);
	*ret_text = json_string_value(member);
	dd_buffer_release(&copy);
	return rc;
}

static int
read_count(const json_t *value, const struct record *rec, const char *key,
    size_t *ret_count, struct dd_error *error)
{
	const struct dd_json_path path = {&rec->path, key, 0};
	const json_t *member = json_object_get(value, key);

	*ret_count = 0;
	if (!member)
		return 0;
	if (!json_is_integer(member) || json_integer_value(member) < 0)
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` must be a whole number from 0.", DD_JSON_SHOW(&path));
	*ret_count = (size_t)json_integer_value(member);
	return 0;
}

static bool
is_comment(const char *text)
{
	size_t len = strlen(text);

	return !strstr(text, "--") && (len == 0 || text[len - 1] != '-');
}

static bool
is_instruction(const struct record *rec)
{
	return !strstr(rec->text, "?>") && !dd_ascii_equal(rec->name, "xml") &&
	    xmlValidateNCName((const xmlChar *)rec->name, 0) == 0;
}

/* Refuses what XML has no way to write. */
static int
check_record(const struct record *rec, struct dd_error *error)
{
	const char *type = rec->type, *text = rec->text;

	if (strcmp(type, "comment") == 0)
		return is_comment(text) ? 0
					: dd_error_set(error, DD_E_INPUT,
					      "`%s` is a comment with two "
					      "hyphens in it or one at its "
					      "end, which XML does not allow.",
					      DD_JSON_SHOW(&rec->path));
	if (strcmp(type, "instruction") == 0)
		return is_instruction(rec)
		    ? 0
		    : dd_error_set(error, DD_E_INPUT,
			  "`%s` is no instruction that XML can write; its "
			  "`name` "
			  "must be a word such as `diplodoc`, and its `text` "
			  "without `?>`.",
			  DD_JSON_SHOW(&rec->path));
	if (strcmp(type, "space") == 0)
		return *text && !text[strspn(text, DD_ASCII_SPACES)]
		    ? 0
		    : dd_error_set(error, DD_E_INPUT,
			  "`%s` must have a `text` of white space alone.",
			  DD_JSON_SHOW(&rec->path));
	if (strcmp(type, "truth") == 0)
		return strcmp(text, "0") == 0 || strcmp(text, "1") == 0
		    ? 0
		    : dd_error_set(error, DD_E_INPUT,
			  "`%s` must have the `text` 0 or 1.",
			  DD_JSON_SHOW(&rec->path));
	return dd_error_set(error, DD_E_INPUT,
	    "`%s` must have the `type` comment, instruction, space or truth.",
	    DD_JSON_SHOW(&rec->path));
}

static int
read_record(struct markup *m, const json_t *value, struct record *rec,
    const char **ret_in)
{
	bool named;
	int rc;

	if (!json_is_object(value))
		return dd_error_set(m->error, DD_E_INPUT,
		    "`%s` must be an object.", DD_JSON_SHOW(&rec->path));
	rc = check_keys(value, rec, m->error);
	if (rc == 0)
		rc = read_string(value, rec, "type", &rec->type, m->error);
	if (rc == 0)
		rc = read_string(value, rec, "in", ret_in, m->error);
	if (rc == 0)
		rc = read_string(value, rec, "text", &rec->text, m->error);
	if (rc == 0)
		rc = read_count(value, rec, "after", &rec->after, m->error);
	if (rc == 0)
		rc = read_count(value, rec, "offset", &rec->offset, m->error);
	if (rc < 0)
		return rc;
	named = strcmp(rec->type, "instruction") == 0 ||
	    strcmp(rec->type, "truth") == 0;
	if (named)
		rc = read_string(value, rec, "name", &rec->name, m->error);
	return rc == 0 ? check_record(rec, m->error) : rc;
}

/* Behind the others of its element. */
static int
add_record(struct markup *m, struct record *rec, const char *in)
{
	struct spot *spot = dd_table_find(&m->spots, in);

	if (!spot) {
		spot = dd_arena_alloc(&m->arena, sizeof *spot);
		dd_table_add(&m->spots, in, spot);
		spot->first = rec;
	} else if (rec->after < spot->last->after ||
	    (rec->after == spot->last->after &&
		rec->offset < spot->last->offset)) {
		return dd_error_set(m->error, DD_E_INPUT,
		    "`%s` stands before the one in front of it; what is in one "
		    "element must follow each other as in the document.",
		    DD_JSON_SHOW(&rec->path));
	} else {
		spot->last->next = rec;
	}
	spot->last = rec;
	return 0;
}

static int
read_records(
    struct markup *m, const json_t *list, const struct dd_json_path *path)
{
	int rc = 0;

	if (!json_is_array(list))
		return dd_error_set(m->error, DD_E_INPUT,
		    "`%s` must be an array.", DD_JSON_SHOW(path));
	for (size_t i = 0; rc == 0 && i < json_array_size(list); i++) {
		struct record *rec = dd_arena_alloc(&m->arena, sizeof *rec);
		const char *in;

		rec->path = (struct dd_json_path){path, NULL, i};
		rc = read_record(m, json_array_get(list, i), rec, &in);
		if (rc == 0)
			rc = add_record(m, rec, in);
	}
	return rc;
}

/* --- placing ---------------------------------------------------------------- */

/* The children of one element on their way from the old row to the new one. */
struct row {
	xmlNode *parent;
	xmlNode *next;	       /* of the old row */
	xmlNode *taken;	       /* the text in front of it, or NULL */
	const char *at;	       /* what is left of that */
	struct dd_buffer text; /* on its way, behind the last node */
	size_t after, offset;  /* as in a record */
};

/* Takes the text that comes next, if one does; the last one is used up. */
static void
take_text(struct row *row)
{
	if (row->taken)
		xmlFreeNode(row->taken);
	row->taken = NULL;
	row->at = "";
	if (row->next && row->next->type == XML_TEXT_NODE) {
		row->taken = row->next;
		row->at = (const char *)row->taken->content;
		row->next = row->next->next;
	}
}

static void
append_node(struct row *row, xmlNode *node)
{
	if (row->text.len > 0)
		xmlAddChild(row->parent,
		    xmlNewDocTextLen(row->parent->doc,
			(const xmlChar *)row->text.data, (int)row->text.len));
	dd_buffer_clear(&row->text);
	if (node)
		xmlAddChild(row->parent, node);
}

static void
pass_character(struct row *row)
{
	uint32_t cp;
	size_t size =
	    dd_utf8_decode(row->at, row->at + strnlen(row->at, 4), &cp);

	dd_buffer_add(&row->text, row->at, size);
	row->at += size;
	row->offset++;
}

static void
pass_element(struct row *row)
{
	xmlNode *element = row->next;

	row->next = element->next;
	element->parent = element->prev = element->next = NULL;
	append_node(row, element);
	row->after++;
	row->offset = 0;
	take_text(row);
}

/* Goes to the place of a record, or to the end of the text that it is in. False
 * where there are not so many elements. */
static bool
go_to(struct row *row, const struct record *rec)
{
	while (row->after < rec->after) {
		while (*row->at)
			pass_character(row);
		if (!row->next)
			return false;
		pass_element(row);
	}
	while (*row->at && row->offset < rec->offset)
		pass_character(row);
	return true;
}

/* In place of a single space, or at an end of the text. */
static void
put_space(struct row *row, const struct record *rec)
{
	bool edge = row->text.len == 0 || !*row->at;

	if (row->parent->type != XML_ELEMENT_NODE ||
	    row->offset != rec->offset || (*row->at != ' ' && !edge))
		return;
	dd_buffer_puts(&row->text, rec->text);
	if (*row->at == ' ') {
		row->at++;
		row->offset++;
	}
}

static void
put_truth(xmlNode *node, const struct record *rec)
{
	const char *value = node->type == XML_ELEMENT_NODE
	    ? dd_node_value(node, rec->name)
	    : NULL;

	if (dd_ascii_is(value, *rec->text == '1' ? "true" : "false"))
		xmlSetProp(node, (const xmlChar *)rec->name,
		    (const xmlChar *)rec->text);
}

static void
put_record(struct row *row, const struct record *rec)
{
	const xmlChar *text = (const xmlChar *)rec->text;
	xmlDoc *doc = row->parent->doc;

	if (strcmp(rec->type, "space") == 0)
		put_space(row, rec);
	else if (strcmp(rec->type, "truth") == 0)
		put_truth(row->parent, rec);
	else if (strcmp(rec->type, "comment") == 0)
		append_node(row, xmlNewDocComment(doc, text));
	else
		append_node(
		    row, xmlNewDocPI(doc, (const xmlChar *)rec->name, text));
}

/* What is left behind the last record. */
static void
finish_row(struct row *row)
{
	for (;;) {
		while (*row->at)
			pass_character(row);
		if (!row->next)
			break;
		pass_element(row);
	}
	append_node(row, NULL);
	take_text(row);
	dd_buffer_release(&row->text);
}

static void
visit(void *context, xmlNode *node, const struct dd_path *path)
{
	struct markup *m = context;
	struct row row = {.parent = node, .next = node->children};
	const struct record *rec;
	struct spot *spot;

	dd_buffer_clear(&m->path);
	dd_path_put(path, &m->path);
	spot = dd_table_find(&m->spots, m->path.data);
	if (!spot || m->result < 0)
		return;
	spot->found = true;
	node->children = node->last = NULL;
	dd_buffer_init(&row.text, 0);
	take_text(&row);
	for (rec = spot->first; rec && m->result == 0; rec = rec->next) {
		if (go_to(&row, rec))
			put_record(&row, rec);
		else
			m->result = dd_error_set(m->error, DD_E_INPUT,
			    "`%s` stands after %zu elements of `%.*s`, which "
			    "has "
			    "%zu.",
			    DD_JSON_SHOW(&rec->path), rec->after,
			    DD_UTF8_SHOW(m->path.data, 200), row.after);
	}
	finish_row(&row);
}

/* A record whose element is gone is one that would be lost. */
static int
check_spots(const struct markup *m)
{
	for (size_t i = 0; i < m->spots.count; i++) {
		const struct spot *spot = m->spots.entries[i].value;

		if (!spot->found)
			return dd_error_set(m->error, DD_E_INPUT,
			    "`%s` stands in `%.*s`, which is no element of "
			    "this "
			    "document; correct its `in`, or take it out.",
			    DD_JSON_SHOW(&spot->first->path),
			    DD_UTF8_SHOW(m->spots.entries[i].key, 200));
	}
	return 0;
}

int
dd_json_put_markup(xmlDoc *doc, const json_t *list, struct dd_error *error)
{
	const struct dd_json_path path = {NULL, "markup", 0};
	struct markup m = {.error = error};

	dd_arena_init(&m.arena);
	dd_table_init(&m.spots);
	dd_buffer_init(&m.path, 0);
	m.result = read_records(&m, list, &path);
	if (m.result == 0)
		dd_path_walk(doc, visit, &m);
	if (m.result == 0)
		m.result = check_spots(&m);
	dd_buffer_release(&m.path);
	dd_table_release(&m.spots);
	dd_arena_release(&m.arena);
	return m.result;
}
