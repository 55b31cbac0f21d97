/* SPDX-License-Identifier: MIT */
/* One input of a report in JSON, for other printers. */
#ifndef DD_REPORT_JSON_H
#define DD_REPORT_JSON_H

struct dd_emitter;
struct dd_outcome;
struct dd_report;

/* An object as in the array "documents" of a report. */
void dd_emit_outcome(struct dd_emitter *to, const char *key,
    const struct dd_report *report, const struct dd_outcome *outcome);

#endif
