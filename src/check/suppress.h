/* SPDX-License-Identifier: MIT */
/*
 * Suppressions: <?diplodoc ignore text/spelling reason="…" until="2027-01-31"
 * by="…"?> before an element takes the findings of that rule in the element
 * out of what counts.
 */
#ifndef DD_CHECK_SUPPRESS_H
#define DD_CHECK_SUPPRESS_H

#include <stddef.h>

struct dd_check_input;
struct dd_sink;

/* Excuses the findings that suppressions cover and that were reported when
 * there were `told` others already (sink->total); reports what is wrong with
 * the suppressions. Cost: one walk, and the product of both. */
void dd_suppress(
    const struct dd_check_input *input, size_t told, struct dd_sink *sink);

#endif
