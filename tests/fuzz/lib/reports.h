/* SPDX-License-Identifier: MIT */
/* Reports of every kind, of findings that nobody vouches for. */
#ifndef FUZZ_REPORTS_H
#define FUZZ_REPORTS_H

struct diplodoc_document;

/* Prints all reports of a document, and fails where one is no JSON or no XML
 * that says it is, or is not UTF-8. */
void fuzz_reports(struct diplodoc_document *document);

#endif
