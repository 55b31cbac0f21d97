/* SPDX-License-Identifier: MIT */
/* Which numbers may stand in JSON. Private to output/. */
#ifndef DD_OUTPUT_JSON_NUMBER_H
#define DD_OUTPUT_JSON_NUMBER_H

#include <stdbool.h>

/* True for a number of the JSON grammar that every reader takes for the same
 * value: at most 17 significant digits, integers up to 2^53, exponents
 * within a double, and no minus zero. Independent of the locale.
 * Source: RFC 8259, 6; RFC 7493, 2.2. */
bool dd_json_is_number(const char *text);

#endif
