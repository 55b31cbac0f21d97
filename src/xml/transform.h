/* SPDX-License-Identifier: MIT */
/*
 * XSLT under lock: no file, no network, no extension functions, limits on
 * work and depth. A stylesheet that warns, or a run that says anything, is a
 * failure: libxslt otherwise writes empty output with a success status.
 */
#ifndef DD_XML_TRANSFORM_H
#define DD_XML_TRANSFORM_H

#include <stddef.h>
#include <libxml/tree.h>

struct dd_error;
struct dd_resource_set;
struct dd_stylesheet;

/* Compiles a stylesheet of the resources by name; what it imports comes from
 * the resources too. NULL and `error` (DD_E_ENGINE) on failure. */
struct dd_stylesheet *dd_stylesheet_new(struct dd_resource_set *resources,
    const char *name, struct dd_error *error);

/* Compiles a stylesheet of the user from its text; it may import the
 * resources' by name. `name` stands in messages. Failures are DD_E_USAGE. */
struct dd_stylesheet *dd_stylesheet_new_from(struct dd_resource_set *resources,
    const char *name, const char *text, size_t len, struct dd_error *error);

void dd_stylesheet_free(struct dd_stylesheet *stylesheet);

/* Runs it on `doc`, which is not changed. The caller frees the result with
 * dd_stylesheet_result_free; NULL and `error` (DD_E_ENGINE) on failure. */
xmlDoc *dd_stylesheet_run(const struct dd_stylesheet *stylesheet, xmlDoc *doc,
    struct dd_error *error);
void dd_stylesheet_result_free(xmlDoc *result);

#endif
