/* SPDX-License-Identifier: MIT */
/* Owns: which encoding counts, and what no text may hold. */
#include "import/source.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "import/evidence.h"
#include "xml/encoding.h"
#include "xml/limits.h"

/* What is known of the bytes so far. */
struct decoding {
	struct dd_source *source;
	char *bytes; /* owned; form feeds are spaces in it */
	size_t len;
	struct dd_gate_signature signature;
	const char *label; /* of a page, borrowed */
	size_t label_len;
	struct dd_error *error;
};

static bool
is_wide(enum dd_encoding encoding)
{
	return encoding == DD_UTF_16LE || encoding == DD_UTF_16BE;
}

/* A form feed is white space in a text, but XML has no place for it. */
static void
blank_form_feeds(struct decoding *d)
{
	bool wide = is_wide(d->signature.encoding);
	size_t low = d->signature.encoding == DD_UTF_16BE;

	for (size_t i = 0; !wide && i < d->len; i++)
		if (d->bytes[i] == '\f')
			d->bytes[i] = ' ';
	for (size_t i = 0; wide && i + 1 < d->len; i += 2)
		if (d->bytes[i + low] == '\f' && d->bytes[i + 1 - low] == 0)
			d->bytes[i + low] = ' ';
}

static int
refuse_control(struct decoding *d, size_t byte, uint32_t cp)
{
	if (cp == 0)
		return dd_error_set(d->error, DD_E_INPUT,
		    "Byte %zu is NUL; this is not a text.", byte);
	return dd_error_set(d->error, DD_E_INPUT,
	    "Byte %zu is the control character U+%04X, which no summary can "
	    "hold.",
	    byte, (unsigned)cp);
}

static int
refuse_byte(struct decoding *d, size_t byte, const char *encoding)
{
	return dd_error_set(d->error, DD_E_INPUT,
	    "Byte %zu is not valid in %s; save the text as UTF-8.", byte,
	    encoding);
}

/* The same in all encodings whose bytes are wider than a character of ASCII by
 * high bytes only. */
static int
check_controls(struct decoding *d)
{
	for (size_t i = 0; i < d->len; i++)
		if ((unsigned char)d->bytes[i] < ' ' &&
		    !dd_utf8_is_xml_char((unsigned char)d->bytes[i]))
			return refuse_control(
			    d, i + 1, (unsigned char)d->bytes[i]);
	return 0;
}

/* By a table of xml/. */
static int
decode_by_table(struct decoding *d, enum dd_encoding encoding)
{
	struct dd_gate_fault fault;

	free(d->source->text);
	d->source->encoding = encoding;
	dd_gate_transcode(
	    (const unsigned char *)d->bytes, d->len, d->source, &fault);
	if (!fault.found)
		return 0;
	if (fault.id == DD_ID_INPUT_ENCODING_INVALID)
		return refuse_byte(
		    d, fault.byte + 1, dd_gate_encoding_name(encoding));
	return refuse_control(d, fault.byte + 1, fault.cp);
}

static void
note(struct dd_ledger *ledger, const char *encoding,
    enum dd_confidence confidence, const char *rule)
{
	dd_ledger_fact(ledger, "source/encoding", encoding, confidence, rule,
	    (struct dd_extent){0, 0});
}

/* What the page says it is in. ISO-8859-1 is Windows-1252 on pages; what says
 * UTF-16 in bytes that can be read is UTF-8. */
static int
decode_declared(struct decoding *d, struct dd_ledger *ledger)
{
	enum dd_encoding encoding;
	bool any_order;
	size_t fault;
	const char *label =
	    dd_arena_ndup(ledger->arena, d->label, d->label_len);

	note(ledger, label, DD_CERTAIN, "source/meta");
	if (dd_gate_encoding(d->label, d->label_len, &encoding, &any_order)) {
		if (is_wide(encoding))
			encoding = DD_UTF_8;
		else if (encoding != DD_UTF_8)
			encoding = DD_WINDOWS_1252;
		return decode_by_table(d, encoding);
	}
	if (check_controls(d) < 0)
		return DD_E_INPUT;
	if (!dd_charset_decode(
		d->label, d->label_len, d->bytes, d->len, d->source, &fault))
		return dd_error_set(d->error, DD_E_INPUT,
		    "The page says that it is in `%.40s`, which is not read; "
		    "save it as UTF-8.",
		    label);
	return fault > 0 ? refuse_byte(d, fault, label) : 0;
}

static int
decode_undeclared(struct decoding *d, struct dd_ledger *ledger)
{
	struct dd_error first = dd_error_like(d->error);
	struct dd_error *error = d->error;
	int result;

	if (check_controls(d) < 0)
		return DD_E_INPUT;
	d->error = &first;
	result = decode_by_table(d, DD_UTF_8);
	d->error = error;
	if (result == 0)
		return 0;
	note(ledger, "windows-1252", DD_LIKELY, "source/not-utf-8");
	return decode_by_table(d, DD_WINDOWS_1252);
}

static int
decode(struct decoding *d, struct dd_ledger *ledger)
{
	if (d->signature.unsupported)
		return dd_error_set(d->error, DD_E_INPUT,
		    "The text looks like %s, which is not read; save it as "
		    "UTF-8.",
		    d->signature.unsupported);
	if (d->signature.bom > 0)
		return decode_by_table(d, d->signature.encoding);
	if (d->label_len > 0)
		return decode_declared(d, ledger);
	return decode_undeclared(d, ledger);
}

int
dd_import_decode(struct dd_source *ret_source, const char *name,
    const void *bytes, size_t len, bool page, struct dd_ledger *ledger,
    struct dd_error *error)
{
	struct decoding d = {.source = ret_source, .len = len, .error = error};
	int result;

	*ret_source = (struct dd_source){.name = name};
	if (len > DD_LIMIT_INPUT)
		return dd_error_set(error, DD_E_INPUT,
		    "The text is longer than %d bytes.", DD_LIMIT_INPUT);
	d.signature = dd_gate_detect(bytes, len);
	ret_source->bom = d.signature.bom;
	d.bytes = dd_malloc(len + 1);
	memcpy(d.bytes, bytes, len);
	d.bytes[len] = '\0';
	blank_form_feeds(&d);
	if (page)
		d.label_len = dd_meta_charset(d.bytes, len, &d.label);
	result = decode(&d, ledger);
	free(d.bytes);
	if (!ret_source->text)
		ret_source->text = dd_strdup("");
	return result;
}
