/* SPDX-License-Identifier: MIT */
/* Owns: the punctuation of JSON. Leaves its shape to the printers. */
#include "report/emitter.h"
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "diplodoc.h"

static void
begin_value(struct dd_emitter *to, const char *key)
{
	if (to->filled)
		dd_buffer_putc(to->out, ',');
	if (to->depth > 0) {
		dd_buffer_putc(to->out, '\n');
		dd_buffer_repeat(to->out, ' ', 2 * (size_t)to->depth);
	}
	if (key)
		dd_buffer_printf(to->out, "\"%s\": ", key);
	to->filled = true;
}

void
dd_emit_open(struct dd_emitter *to, const char *key, char bracket)
{
	begin_value(to, key);
	dd_buffer_putc(to->out, bracket);
	to->depth++;
	to->filled = false;
}

void
dd_emit_close(struct dd_emitter *to, char bracket)
{
	to->depth--;
	if (to->filled) {
		dd_buffer_putc(to->out, '\n');
		dd_buffer_repeat(to->out, ' ', 2 * (size_t)to->depth);
	}
	dd_buffer_putc(to->out, bracket);
	to->filled = true;
	if (to->depth == 0)
		dd_buffer_putc(to->out, '\n');
}

void
dd_emit_text(struct dd_emitter *to, const char *key, const char *text)
{
	begin_value(to, key);
	dd_buffer_putc(to->out, '"');
	dd_escape_json(to->out, text, strlen(text));
	dd_buffer_putc(to->out, '"');
}

void
dd_emit_program(struct dd_emitter *to)
{
	dd_emit_text(to, "tool", "diplodoc");
	dd_emit_text(to, "version", DIPLODOC_VERSION);
}

void
dd_emit_number(struct dd_emitter *to, const char *key, size_t number)
{
	begin_value(to, key);
	dd_buffer_printf(to->out, "%zu", number);
}

void
dd_emit_true(struct dd_emitter *to, const char *key)
{
	begin_value(to, key);
	dd_buffer_puts(to->out, "true");
}
