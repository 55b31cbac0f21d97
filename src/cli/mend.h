/* SPDX-License-Identifier: MIT */
/* --fix, --fix-unsafe and --diff. */
#ifndef DD_CLI_MEND_H
#define DD_CLI_MEND_H

#include <stdbool.h>
#include <stddef.h>

struct dd_buffer;
struct dd_console;
struct dd_exam;
struct dd_session;
struct dd_settings;
struct diplodoc_document;

/* True where the options ask for anything of it. */
bool dd_mend_is_asked(const struct dd_settings *set);

/* Says what does not go together, with status 2. */
void dd_mend_check(struct dd_console *console, const struct dd_settings *set,
    const char *const *operands, size_t count);

/* In a worker: mends a document, which was examined, round by round until nothing
 * is left to mend, and appends what has come of it. *document becomes that of the
 * last round, the old one is closed. */
void dd_mend_rounds(struct dd_session *session, const struct dd_exam *exam,
    struct diplodoc_document **document, struct dd_buffer *answer);

/* Reads that of input `index`, the next in the answer at hand; `bytes` are its
 * file, which is written, or the difference is printed. *document becomes that of
 * the last round, the old one is closed. Where that fails, the sentence is said,
 * and all stays as it was. */
void dd_mend(struct dd_session *session, size_t index,
    struct diplodoc_document **document, const struct dd_buffer *bytes);

#endif
