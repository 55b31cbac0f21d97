/* SPDX-License-Identifier: MIT */
/* Text from documents and file names, made safe for where it is shown. */
#ifndef DD_BASE_ESCAPE_H
#define DD_BASE_ESCAPE_H

#include <stddef.h>

struct dd_buffer;

/* For terminals and logs: C0, DEL, C1, bidi controls, line separators and
 * invalid bytes appear as \xNN or \u{NNNN}; a tab becomes one space. So does
 * what would be a command in the log of a build: `::` in front, `##`. */
void dd_escape_terminal(struct dd_buffer *out, const char *text, size_t len);

/* Inside a JSON string, without the quotes: also escapes < > & and the characters
 * that dd_escape_terminal shows, so the result is safe in <script> and on a
 * terminal. Invalid bytes give U+FFFD. */
void dd_escape_json(struct dd_buffer *out, const char *text, size_t len);

/* In content and attribute values of XML and HTML: what the terminal must not
 * get is shown as there, and the five characters of markup are escaped. */
void dd_escape_xml(struct dd_buffer *out, const char *text, size_t len);

#endif
