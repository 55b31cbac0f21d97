/* SPDX-License-Identifier: MIT */
/* Whether a document names something, for a process that does not parse it. */
#ifndef DD_RUN_BROKER_NAMED_H
#define DD_RUN_BROKER_NAMED_H

#include <stdbool.h>
#include <stddef.h>

/* True where an attribute could have that value, by the bytes alone: what stands
 * in quotation marks anywhere will do. Linear in the bytes, as a rule. */
bool dd_broker_is_named(const char *bytes, size_t len, const char *value);

#endif
