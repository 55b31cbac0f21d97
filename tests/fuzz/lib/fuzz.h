/* SPDX-License-Identifier: MIT */
/* What the targets of libFuzzer share: how one fails, and the context. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "diag/diagnostic.h"
#include "diplodoc.h"

struct dd_source;

/* One input; libFuzzer calls it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the target with a sentence: libFuzzer keeps the input. */
_Noreturn void
fuzz_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Made once, with the house that DIPLODOC_FUZZ_HOUSE names, and never freed. */
struct diplodoc *fuzz_context(void);

/* The bytes of a file, read once and never freed; `variable` is that of the
 * environment that names it. */
const char *fuzz_file(const char *variable, size_t *ret_len);

/* Fails unless the range lies within the text, or within `outer`. */
void fuzz_range(
    const struct dd_source *source, struct dd_range range, const char *what);
void
fuzz_within(struct dd_range outer, struct dd_range range, const char *what);

/* Fails where a finding of a sink has no sentence, or one that is not UTF-8 in
 * one line, or stands outside the text. */
void fuzz_findings(const struct dd_source *source, const struct dd_sink *sink);

/* The same of a document, whose places are lines, columns and bytes. */
void fuzz_diagnostics(const struct diplodoc_document *document, size_t size);

/* Fails unless it is one line of UTF-8 that says something. */
void fuzz_sentence(const char *text);

/* Opens and validates; never NULL. The caller closes. */
struct diplodoc_document *fuzz_validate(const void *data, size_t size);

/* The same of what was made of `from`: fails where only that is valid. */
struct diplodoc_document *fuzz_validate_again(
    const struct diplodoc_document *from, const void *data, size_t size);

#endif
