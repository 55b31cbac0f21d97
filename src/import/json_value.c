/* SPDX-License-Identifier: MIT */
/* Values of JSON as XML writes them, and the sentences about their places. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "import/json_internal.h"
#include "xml/limits.h"

/* "/a/0", as JSON Pointer writes it. */
static void
put_path(const struct dd_json_path *path, struct dd_buffer *out)
{
	if (!path)
		return;
	put_path(path->up, out);
	dd_buffer_putc(out, '/');
	if (!path->key) {
		dd_buffer_printf(out, "%zu", path->index);
		return;
	}
	for (const char *p = path->key; *p; p++) {
		if (*p == '~' || *p == '/')
			dd_buffer_puts(out, *p == '~' ? "~0" : "~1");
		else
			dd_buffer_putc(out, *p);
	}
}

const char *
dd_json_show(const struct dd_json_path *path, char *out)
{
	struct dd_buffer text;

	dd_buffer_init(&text, 0);
	put_path(path, &text);
	snprintf(out, DD_JSON_SHOWN, "%.*s",
	    DD_UTF8_SHOW(text.len ? text.data : "/", DD_JSON_SHOWN - 1));
	dd_buffer_release(&text);
	return out;
}

int
dd_json_put_string(const json_t *value, const struct dd_json_path *path,
    struct dd_buffer *out, struct dd_error *error)
{
	const char *p = json_string_value(value), *end;
	size_t len = json_string_length(value);
	uint32_t cp;

	if (!p)
		return dd_error_set(error, DD_E_INPUT, "`%s` must be a string.",
		    DD_JSON_SHOW(path));
	if (len > DD_LIMIT_TEXT)
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` has %zu bytes; the limit is %d.", DD_JSON_SHOW(path),
		    len, DD_LIMIT_TEXT);
	for (end = p + len; p < end;) {
		size_t size = dd_utf8_decode(p, end, &cp);

		if (!dd_utf8_is_xml_char(cp))
			return dd_error_set(error, DD_E_INPUT,
			    "`%s` has the character U+%04X, which cannot stand "
			    "in a "
			    "document; leave it out.",
			    DD_JSON_SHOW(path), (unsigned)cp);
		dd_buffer_add(out, p, size);
		p += size;
	}
	return 0;
}

/* "1.25e-07" as "0.000000125": a decimal of XML has no exponent. The text is
 * one that a JSON writer made: one digit stands before the point. */
static void
put_decimal(const char *text, struct dd_buffer *out)
{
	const char *mark = strpbrk(text, "eE");
	long power = mark ? strtol(mark + 1, NULL, 10) : 0;
	char digits[40];
	size_t count = 0;

	if (!mark || strlen(text) >= sizeof digits) {
		size_t len = strlen(text);

		/* It writes whole numbers with ".0". */
		if (len > 2 && strcmp(text + len - 2, ".0") == 0)
			len -= 2;
		dd_buffer_add(out, text, len);
		return;
	}
	if (*text == '-')
		dd_buffer_putc(out, *text++);
	for (; text < mark; text++)
		if (dd_ascii_is_digit(*text))
			digits[count++] = *text;
	while (count > 1 && digits[count - 1] == '0')
		count--;
	if (power < 0) {
		dd_buffer_puts(out, "0.");
		dd_buffer_repeat(out, '0', (size_t)(-power - 1));
	}
	for (size_t i = 0; i < count; i++) {
		if (power >= 0 && i == (size_t)power + 1)
			dd_buffer_putc(out, '.');
		dd_buffer_putc(out, digits[i]);
	}
	if (power >= 0 && count < (size_t)power + 1)
		dd_buffer_repeat(out, '0', (size_t)power + 1 - count);
}

/* A number, or a string where a number would lose digits. */
static int
put_number(const json_t *value, const struct dd_json_path *path,
    struct dd_buffer *out, struct dd_error *error)
{
	char *text;

	if (json_is_string(value))
		return dd_json_put_string(value, path, out, error);
	if (!json_is_number(value))
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` must be a number, or a string of more than 15 "
		    "digits.",
		    DD_JSON_SHOW(path));
	text = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
	put_decimal(text, out);
	free(text);
	return 0;
}

/* An array of ids as one value with spaces between them. */
static int
put_list(const json_t *value, const struct dd_json_path *path,
    struct dd_buffer *out, struct dd_error *error)
{
	const json_t *member;
	size_t i;

	if (!json_is_array(value))
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` must be an array of ids.", DD_JSON_SHOW(path));
	json_array_foreach((json_t *)value, i, member)
	{
		struct dd_json_path inner = {path, NULL, i};
		const char *id = json_string_value(member);

		if (!id || !*id || id[strcspn(id, DD_ASCII_SPACES)])
			return dd_error_set(error, DD_E_INPUT,
			    "`%s` must be an id: a string without spaces.",
			    DD_JSON_SHOW(&inner));
		if (i > 0)
			dd_buffer_putc(out, ' ');
		if (dd_json_put_string(member, &inner, out, error) < 0)
			return DD_E_INPUT;
	}
	return 0;
}

int
dd_json_put_value(const struct dd_grammar *grammar, const char *type,
    const json_t *value, const struct dd_json_path *path, struct dd_buffer *out,
    struct dd_error *error)
{
	const char *base = dd_grammar_base(grammar, type);

	if (dd_ascii_is(base, "xs:IDREFS"))
		return put_list(value, path, out, error);
	if (dd_ascii_is(base, "xs:decimal") ||
	    dd_ascii_is(base, "xs:positiveInteger"))
		return put_number(value, path, out, error);
	if (!dd_ascii_is(base, "xs:boolean"))
		return dd_json_put_string(value, path, out, error);
	if (!json_is_boolean(value))
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` must be true or false, without quotation marks.",
		    DD_JSON_SHOW(path));
	dd_buffer_puts(out, json_is_true(value) ? "true" : "false");
	return 0;
}
