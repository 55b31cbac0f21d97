/* SPDX-License-Identifier: MIT */
/*
 * JSON from a result tree in the vocabulary that XPath 3.1 defines for JSON:
 * `map`, `array`, `string`, `number`, `boolean`, `null`, names in `@key`.
 */
#ifndef DD_OUTPUT_JSON_H
#define DD_OUTPUT_JSON_H

#include <stdbool.h>
#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;

#define DD_NS_JSON "http://www.w3.org/2005/xpath-functions"

/* Appends the one value of the tree and a newline; `pretty` with two spaces a
 * level. Returns 0, or DD_E_ENGINE for anything but that vocabulary: text
 * between elements, a name twice in one map, a number that JSON does not
 * know or that a double does not hold (NaN, 1e999, 2^53+1, -0).
 * Source: XPath and XQuery Functions 3.1, 17.4; RFC 8259; RFC 7493, 2.2. */
int dd_json_write(const xmlDoc *doc, bool pretty, struct dd_buffer *out,
    struct dd_error *error);

/* The same for the element `value`, without the newline. The result holds no
 * `<`, `>` or `&` and can stand in a script element. */
int dd_json_write_value(const xmlNode *value, bool pretty,
    struct dd_buffer *out, struct dd_error *error);

/* A map in two parts, where several differ in the `last` of their two or more
 * members: what stands in front of it, and the rest with the newline. As
 * dd_json_write, but a name of both parts is not noticed. */
int dd_json_write_head(
    const xmlNode *last, struct dd_buffer *out, struct dd_error *error);
int dd_json_write_last(
    const xmlNode *last, struct dd_buffer *out, struct dd_error *error);

#endif
