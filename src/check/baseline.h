/* SPDX-License-Identifier: MIT */
/*
 * Keys of findings that outlive changes elsewhere in the document: made of the
 * rule, the words that are meant and the words around them, of no line number.
 */
#ifndef DD_CHECK_BASELINE_H
#define DD_CHECK_BASELINE_H

#include <stddef.h>

struct dd_check_input;
struct dd_diagnostic;
struct dd_sink;
struct dd_source;

enum { DD_KEY_SIZE = 17 }; /* 16 hexadecimal digits and NUL */

/* The key of a finding. White space does not count; findings that are the
 * same in the same words have the same key. */
void dd_baseline_key(const struct dd_source *source,
    const struct dd_diagnostic *diagnostic, char out[DD_KEY_SIZE]);

/* Marks the editorial findings from number `told` on (sink->total) that the
 * options know. */
void dd_baseline_mark(
    const struct dd_check_input *input, size_t told, struct dd_sink *sink);

#endif
