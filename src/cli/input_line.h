/* SPDX-License-Identifier: MIT */
/* A line of JSON that names an input, or holds one. */
#ifndef DD_CLI_INPUT_LINE_H
#define DD_CLI_INPUT_LINE_H

#include <stddef.h>

struct dd_input;
struct dd_messages;

/* Reads `{"id": ..., "path": ...}` or `{"id": ..., "xml": ...}`; other members
 * are left alone. Fills id, path or data, or else the fault. */
void dd_input_line_read(struct dd_input *input, const char *line, size_t len,
    const struct dd_messages *messages);

#endif
