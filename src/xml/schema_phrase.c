/* SPDX-License-Identifier: MIT */
/* Owns: the pieces that messages about the schema are made of. */
#include <stdarg.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "xml/node.h"
#include "xml/schema_internal.h"

enum { LONGEST_VALUE = 60 }; /* characters of a value that are shown */

const char *
dd_phrase(struct dd_wording *w, const char *format, ...)
{
	const char *text;
	va_list args;

	va_start(args, format);
	text = dd_arena_vprintf(&w->arena, dd_sink_say(w->sink, format), args);
	va_end(args);
	return text;
}

const char *
dd_phrase_value(struct dd_arena *arena, const char *text)
{
	const char *end = text + strlen(text), *p = text;
	struct dd_buffer out;
	size_t shown = 0, len;
	uint32_t cp;
	char *result;

	dd_buffer_init(&out, 0);
	for (; p < end && shown < LONGEST_VALUE; p += len) {
		len = dd_utf8_decode(p, end, &cp);
		len = len ? len : 1;
		if (!dd_ascii_is_space(*p)) {
			dd_buffer_add(&out, p, len);
			shown++;
		} else if (out.len && out.data[out.len - 1] != ' ') {
			dd_buffer_putc(&out, ' ');
			shown++;
		}
	}
	if (out.len && out.data[out.len - 1] == ' ')
		out.len--;
	result = dd_arena_printf(
	    arena, "%.*s%s", (int)out.len, out.data, p < end ? "…" : "");
	dd_buffer_release(&out);
	return result;
}

const char *
dd_phrase_list(struct dd_wording *w, const struct dd_words_list *list,
    size_t max, bool tags)
{
	const char *comma = dd_sink_say(w->sink, ", ");
	const char * or = dd_sink_say(w->sink, " or ");
	size_t count = list->count < max ? list->count : max, i;
	struct dd_buffer out;
	const char *result;

	dd_buffer_init(&out, 0);
	for (i = 0; i < count; i++) {
		bool last = i + 1 == count;

		if (i > 0)
			dd_buffer_puts(
			    &out, last && count == list->count ? or : comma);
		dd_buffer_printf(&out, tags ? "`<%s>`" : "`%s`", list->word[i]);
	}
	if (count < list->count)
		dd_buffer_printf(&out, "%s…", comma);
	result = dd_arena_dup(&w->arena, out.data);
	dd_buffer_release(&out);
	return result;
}

const char *
dd_phrase_element(struct dd_arena *arena, const xmlNode *node)
{
	const char *prefix = node->ns ? (const char *)node->ns->prefix : NULL;

	return dd_arena_printf(arena, "`<%s%s%s>`", prefix ? prefix : "",
	    prefix ? ":" : "", (const char *)node->name);
}

const char *
dd_phrase_attribute(struct dd_arena *arena, const xmlAttr *attr)
{
	if (!attr->ns || !attr->ns->prefix)
		return (const char *)attr->name;
	return dd_arena_printf(arena, "%s:%s", (const char *)attr->ns->prefix,
	    (const char *)attr->name);
}

const char *
dd_phrase_subject(
    struct dd_wording *w, const xmlNode *node, const xmlAttr *attr)
{
	if (!attr)
		return dd_phrase_element(&w->arena, node);
	return dd_phrase(w, "`%s` of %s", dd_phrase_attribute(&w->arena, attr),
	    dd_phrase_element(&w->arena, node));
}

const char *
dd_phrase_nearest(const char *word, const struct dd_words_list *list)
{
	return dd_nearest(word, list->word, list->count);
}

void
dd_phrase_trim(const char *text, size_t *from, size_t *to)
{
	while (*from < *to && dd_ascii_is_space(text[*from]))
		++*from;
	while (*from < *to && dd_ascii_is_space(text[*to - 1]))
		--*to;
}

bool
dd_phrase_token(const char *text, size_t *from, size_t *to)
{
	*from = *to + strspn(text + *to, DD_ASCII_SPACES);
	*to = *from + strcspn(text + *from, DD_ASCII_SPACES);
	return *from < *to;
}
