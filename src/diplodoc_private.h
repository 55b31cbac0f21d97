/* SPDX-License-Identifier: MIT */
/* What the files of the public interface share; see diplodoc.h. */
#ifndef DD_DIPLODOC_PRIVATE_H
#define DD_DIPLODOC_PRIVATE_H

#include "base/error.h"
#include "diplodoc.h"
#include "run/components.h"
#include "run/document.h"
#include "run/engine.h"
#include "run/sandbox.h"

struct diplodoc {
	struct dd_engine engine;
	struct dd_component versions[DD_COMPONENTS_MAX];
	struct diplodoc_component components[DD_COMPONENTS_MAX + 1];
	struct diplodoc_layer layers[DD_LAYERS + 1];
};

struct diplodoc_document {
	struct dd_document document;
	struct diplodoc_diagnostic *diagnostics; /* made after validation */
	struct dd_arena arena;
};

/* Passes an error of the layers below on to the caller; returns `code`. */
int
dd_pass_error(int code, const struct dd_error *from, struct diplodoc_error *to);

/* "none", "safe" or "unsafe". */
const char *dd_fix_name(enum dd_fixable fix);

/* The severities of the options, for the layers below. */
const struct dd_severity *dd_copy_severities(
    struct dd_arena *arena, const struct diplodoc_check_options *options);
struct diplodoc_place dd_copy_place(const struct dd_place *place);

/* Makes the diagnostics of a document from what its sink holds, unless they are
 * there already. */
void dd_copy_diagnostics(struct diplodoc_document *document);

#endif
