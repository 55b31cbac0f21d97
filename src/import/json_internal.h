/* SPDX-License-Identifier: MIT */
/* Shared by the files of the import that read JSON only. */
#ifndef DD_IMPORT_JSON_INTERNAL_H
#define DD_IMPORT_JSON_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <jansson.h>
#include <libxml/tree.h>
#include "xml/schema_grammar.h"

struct dd_buffer;
struct dd_error;

/* --- json_read.c: from bytes to values ------------------------------------ */

/* The value, the caller's to release; NULL and `error` where there is none or
 * it is over a limit. */
json_t *dd_json_read(
    const char *name, const char *bytes, size_t len, struct dd_error *error);

/* --- json.c: from values to the tree --------------------------------------- */

/* As dd_import_json, of a value that was read. */
int dd_json_build(const struct dd_grammar *grammar, const json_t *value,
    xmlDoc **ret_doc, struct dd_error *error);

/* --- json_shape.c: what an element looks like in JSON --------------------- */

enum dd_json_kind {
	DD_JSON_ATTRIBUTE, /* a value */
	DD_JSON_TEXT,	   /* the text of the element, a value */
	DD_JSON_ONE,	   /* a child element */
	DD_JSON_MANY,	   /* an array of child elements of that name */
	DD_JSON_ANY,	   /* an array of child elements, each with its type */
	DD_JSON_MIXED,	   /* the same, and strings between them */
};

struct dd_json_member {
	const char *name; /* in JSON */
	enum dd_json_kind kind;
	/* The xs:attribute or xs:element; the particle that holds the elements
	 * of ANY and MIXED, NULL for none; the type of TEXT. */
	const xmlNode *declaration;
};

/* The properties of a complex type, in the order in which XML writes them. */
struct dd_json_shape {
	struct dd_json_member members[32];
	size_t count;
	bool bare; /* the array of its one member stands for the element */
};

void dd_json_shape(const struct dd_grammar *grammar, const xmlNode *type,
    struct dd_json_shape *out);
const struct dd_json_member *
dd_json_find_member(const struct dd_json_shape *shape, const char *name);

/* --- json_value.c: places and values --------------------------------------- */

/* Where a value stands; the outermost one is NULL. */
struct dd_json_path {
	const struct dd_json_path *up;
	const char *key; /* NULL: a member of an array */
	size_t index;
};

enum { DD_JSON_SHOWN = 200 /* bytes of a path in a sentence, with its NUL */ };

/* Writes the path as JSON Pointer does, "/party/0", and returns `out`. */
const char *dd_json_show(const struct dd_json_path *path, char *out);
/* For the arguments of one call. */
#define DD_JSON_SHOW(path) dd_json_show((path), (char[DD_JSON_SHOWN]){0})

/* Appends a string, refused where XML has no way to write it. */
int dd_json_put_string(const json_t *value, const struct dd_json_path *path,
    struct dd_buffer *out, struct dd_error *error);

/* Appends a value of a simple type, as XML writes it: a string, a number, true
 * or false, or a list. `type` may be NULL: a string. */
int dd_json_put_value(const struct dd_grammar *grammar, const char *type,
    const json_t *value, const struct dd_json_path *path, struct dd_buffer *out,
    struct dd_error *error);

/* --- json_markup.c: what stood between the words ----------------------------- */

/* Puts the records of `markup` into the finished tree. 0, or DD_E_INPUT. */
int dd_json_put_markup(xmlDoc *doc, const json_t *list, struct dd_error *error);

#endif
