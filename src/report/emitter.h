/* SPDX-License-Identifier: MIT */
/*
 * JSON as it is made: objects and arrays are opened, filled and closed. The
 * commas, the quotes and the indentation come by themselves.
 */
#ifndef DD_REPORT_EMITTER_H
#define DD_REPORT_EMITTER_H

#include <stdbool.h>
#include <stddef.h>

struct dd_buffer;
struct dd_messages;

/* Set `out`, zero the rest. */
struct dd_emitter {
	struct dd_buffer *out;
	unsigned depth;
	bool filled;  /* something stands in what is open */
	bool compact; /* all on one line */
};

/* `key` is NULL inside an array and for the outermost value. `bracket` is
 * '{' or '['; closing takes the other one. */
void dd_emit_open(struct dd_emitter *to, const char *key, char bracket);
void dd_emit_close(struct dd_emitter *to, char bracket);
/* The text as it is, every character of it; for what a program reads on. */
void dd_emit_text(struct dd_emitter *to, const char *key, const char *text);
/* The same for what people read elsewhere: characters that hide or turn others
 * are shown in letters. */
void dd_emit_shown(struct dd_emitter *to, const char *key, const char *text);
/* "tool" and "version", the first members of all that the program prints. */
void dd_emit_program(struct dd_emitter *to);
/* "language": that of all messages. */
void
dd_emit_language(struct dd_emitter *to, const struct dd_messages *messages);
void dd_emit_bool(struct dd_emitter *to, const char *key, bool value);
void dd_emit_number(struct dd_emitter *to, const char *key, size_t number);

#endif
