/* SPDX-License-Identifier: MIT */
/* What an import knows, as a page for a terminal. */
#ifndef DD_REPORT_EVIDENCE_TEXT_H
#define DD_REPORT_EVIDENCE_TEXT_H

#include "diplodoc.h"

struct dd_buffer;

/* What needs an editor comes first: questions, then facts that are less sure,
 * then the certain ones, then what was left out, by its reason. */
void dd_evidence_text(struct dd_buffer *out, const char *name,
    const struct diplodoc_imported *imported);

#endif
