/* SPDX-License-Identifier: MIT */
/* Shared by the parts that build a document. */
#ifndef DD_IMPORT_DOCUMENT_INTERNAL_H
#define DD_IMPORT_DOCUMENT_INTERNAL_H

#include "import/body.h"
#include "import/document.h"

struct dd_build {
	struct dd_arena *arena; /* borrowed, as all below */
	struct dd_finder *finder;
	struct dd_ledger *ledger;
	const struct dd_outline *outline;
	struct dd_lead *lead;
	const struct dd_found_when *when;
	const struct dd_import_options *options;
	const char *lang;
	xmlNode *root;
	struct dd_talk talk;
};

/* Writes <meeting>. */
void dd_document_meeting(struct dd_build *build);
/* True where the text has more than its first sentence: else that is all that was
 * said, and stands in the body alone. */
bool dd_document_has_more(const struct dd_build *build);
/* Writes <body>. */
void dd_document_body(struct dd_build *build);

#endif
