/* SPDX-License-Identifier: MIT */
/* Owns: the punctuation of JSON. Leaves its shape to the printers. */
#include "report/emitter.h"
#include <string.h>
#include "base/buffer.h"
#include "base/messages.h"
#include "base/escape.h"
#include "diplodoc.h"

static void
begin_line(struct dd_emitter *to)
{
	if (to->compact)
		return;
	dd_buffer_putc(to->out, '\n');
	dd_buffer_repeat(to->out, ' ', 2 * (size_t)to->depth);
}

static void
begin_value(struct dd_emitter *to, const char *key)
{
	if (to->filled)
		dd_buffer_putc(to->out, ',');
	if (to->depth > 0)
		begin_line(to);
	if (key)
		dd_buffer_printf(
		    to->out, "\"%s\":%s", key, to->compact ? "" : " ");
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
	if (to->filled)
		begin_line(to);
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
dd_emit_shown(struct dd_emitter *to, const char *key, const char *text)
{
	struct dd_buffer shown;

	dd_buffer_init(&shown, 0);
	dd_escape_terminal(&shown, text, strlen(text));
	dd_emit_text(to, key, shown.data);
	dd_buffer_release(&shown);
}

void
dd_emit_program(struct dd_emitter *to)
{
	dd_emit_text(to, "tool", "diplodoc");
	dd_emit_text(to, "version", DIPLODOC_VERSION);
}

void
dd_emit_language(struct dd_emitter *to, const struct dd_messages *messages)
{
	dd_emit_text(to, "language", dd_messages_language(messages));
}

void
dd_emit_number(struct dd_emitter *to, const char *key, size_t number)
{
	begin_value(to, key);
	dd_buffer_printf(to->out, "%zu", number);
}

void
dd_emit_bool(struct dd_emitter *to, const char *key, bool value)
{
	begin_value(to, key);
	dd_buffer_puts(to->out, value ? "true" : "false");
}
