/* SPDX-License-Identifier: MIT */
/* What an import knows, for people or for programs. */
#ifndef DD_REPORT_EVIDENCE_H
#define DD_REPORT_EVIDENCE_H

#include "diplodoc.h"

struct dd_buffer;

/* As JSON where `path` ends in .json, else as text; `name` is the source. */
void dd_evidence_print(struct dd_buffer *out, const char *path,
    const char *name, const struct diplodoc_imported *imported);

#endif
