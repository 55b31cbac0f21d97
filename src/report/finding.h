/* SPDX-License-Identifier: MIT */
/* What several reports ask of a finding, and of the name of its file. */
#ifndef DD_REPORT_FINDING_H
#define DD_REPORT_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"
#include "diplodoc.h"

struct dd_buffer;
struct dd_outcome;
struct dd_report;

/* True where it is neither suppressed nor known. */
bool dd_finding_counts(const struct diplodoc_diagnostic *finding);

/* True where it counts and has the least level that fails the run. */
bool dd_finding_fails(
    const struct dd_report *report, const struct diplodoc_diagnostic *finding);

/* The word for a level where errors, warnings and advice have others. */
const char *dd_finding_word(const struct diplodoc_diagnostic *finding,
    const char *error, const char *warning, const char *advice);

/* What the catalogue says of an id; false for a rule of the house. */
bool dd_finding_rule(const char *id, struct diplodoc_rule *ret_rule);

/* How many findings of an outcome there are, and how many more were found that
 * no report can show. */
size_t dd_outcome_count(const struct dd_outcome *outcome);
size_t dd_outcome_hidden(const struct dd_outcome *outcome);
/* "12 more findings are not shown.", for the caller to free; NULL where all are. */
char *dd_outcome_more(
    const struct dd_report *report, const struct dd_outcome *outcome);

/* The path as services want it: without "./" in front. */
const char *dd_report_path(const char *file);
/* The same as a reference to a URI (RFC 3986): a relative one, or "file:". */
void dd_report_uri(struct dd_buffer *out, const char *file);

/* Which keys a run has seen. */
struct dd_fingerprints {
	struct dd_arena arena;
	struct dd_table seen;
};

void dd_fingerprints_init(struct dd_fingerprints *prints);
void dd_fingerprints_release(struct dd_fingerprints *prints);

enum { DD_FINGERPRINT_SIZE = 17 }; /* 16 hexadecimal digits and NUL */

/* What tells a finding from all others of the run, and stays the same while the
 * words around it do: no line number. */
void dd_fingerprint(struct dd_fingerprints *prints, const char *file,
    const struct diplodoc_diagnostic *finding, char out[DD_FINGERPRINT_SIZE]);

#endif
