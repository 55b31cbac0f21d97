/* SPDX-License-Identifier: MIT */
/*
 * Owns: the order of the gate's questions and what it says about encodings.
 * Leaves tables to gate_encoding.c, markup and limits to gate_scan.c.
 */
#include "xml/gate.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/memory.h"
#include "xml/gate_internal.h"
#include "xml/limits.h"

/* A name from the document for a message: short, printable ASCII only. */
struct excerpt {
	char text[48];
};

static struct excerpt
make_excerpt(const char *bytes, struct dd_range range)
{
	struct excerpt result;
	size_t len = range.end - range.start, i;

	for (i = 0; i < len && i < 40; i++) {
		char c = bytes[range.start + i];

		result.text[i] = c >= ' ' && c <= '~' ? c : '?';
	}
	strcpy(result.text + i, i < len ? "..." : "");
	return result;
}

/* One question after the other about one file. */
struct gate {
	const unsigned char *bytes;
	size_t len;
	struct dd_source *source;
	struct dd_sink *sink;
	struct dd_gate_signature signature;
	bool wide; /* UTF-16: the declaration is read from the text */
	struct dd_gate_fault fault;
};

static void
transcode(struct gate *gate)
{
	free(gate->source->text);
	dd_gate_transcode(gate->bytes, gate->len, gate->source, &gate->fault);
}

/* A refused encoding leaves as text what can surely be read: the US-ASCII at
 * the start, with the declaration in it. Cuts `range` to that. */
static struct dd_range
fall_back(struct gate *gate, struct dd_range range)
{
	if (!gate->wide) {
		gate->source->encoding = DD_US_ASCII;
		transcode(gate);
	}
	if (range.end > gate->source->len)
		range.end = gate->source->len;
	if (range.start > range.end)
		range.start = range.end;
	return range;
}

/* True where a declared encoding agrees with the first bytes. */
static bool
agrees(const struct gate *gate, enum dd_encoding declared, bool any_order)
{
	bool wide = declared == DD_UTF_16LE || declared == DD_UTF_16BE;

	if (gate->signature.bom == 0)
		return !wide;
	if (any_order)
		return gate->wide;
	return declared == gate->signature.encoding;
}

/* Compares what is declared with the first bytes; sets the encoding where the
 * declaration alone tells it. `head` holds the declaration. */
static bool
check_encoding(struct gate *gate, const char *head, struct dd_range range)
{
	struct excerpt shown = make_excerpt(head, range);
	enum dd_encoding declared = DD_UTF_8;
	bool any_order = false, known;

	known = dd_gate_encoding(
	    head + range.start, range.end - range.start, &declared, &any_order);
	if (known && agrees(gate, declared, any_order)) {
		if (gate->signature.bom == 0)
			gate->source->encoding = declared;
		return true;
	}
	range = fall_back(gate, range);
	if (!known)
		dd_report(gate->sink, DD_ID_INPUT_ENCODING_UNSUPPORTED, range,
		    "The file is declared as `%s`, which is not read here; "
		    "save it as UTF-8 and declare `encoding=\"UTF-8\"`.",
		    shown.text);
	else if (gate->signature.bom > 0)
		dd_report(gate->sink, DD_ID_INPUT_ENCODING_MISMATCH, range,
		    "The file is declared as `%s` but begins with the byte "
		    "order mark of %s; save it as UTF-8 and declare "
		    "`encoding=\"UTF-8\"`.",
		    shown.text,
		    dd_gate_encoding_name(gate->signature.encoding));
	else
		dd_report(gate->sink, DD_ID_INPUT_ENCODING_MISMATCH, range,
		    "The file is declared as `%s` but does not begin with a "
		    "byte order mark of UTF-16; save it as UTF-8 and declare "
		    "`encoding=\"UTF-8\"`.",
		    shown.text);
	return false;
}

static bool
check_version(struct gate *gate, const char *head, struct dd_range range)
{
	struct excerpt shown = make_excerpt(head, range);

	if (range.end - range.start == 3 &&
	    memcmp(head + range.start, "1.0", 3) == 0)
		return true;
	dd_report(gate->sink, DD_ID_INPUT_XML_VERSION, fall_back(gate, range),
	    "The file is declared as XML version `%s`, but only version 1.0 "
	    "is read; declare `version=\"1.0\"`.",
	    shown.text);
	return false;
}

/* Settles the encoding and makes the text. */
static bool
read_text(struct gate *gate)
{
	struct dd_source *source = gate->source;
	struct dd_gate_declaration declaration;
	const char *head = (const char *)gate->bytes + gate->signature.bom;
	size_t head_len = gate->len - gate->signature.bom;

	source->bom = gate->signature.bom;
	source->encoding = gate->signature.encoding;
	if (gate->wide) {
		transcode(gate);
		head = source->text;
		head_len = source->len;
	}
	declaration = dd_gate_declaration(head, head_len);
	if (declaration.encoding_found &&
	    !check_encoding(gate, head, declaration.encoding))
		return false;
	if (declaration.version_found &&
	    !check_version(gate, head, declaration.version))
		return false;
	if (!gate->wide)
		transcode(gate);
	return true;
}

static bool
is_empty(const struct gate *gate)
{
	const struct dd_source *source = gate->source;

	return !gate->fault.found &&
	    strspn(source->text, DD_ASCII_SPACES) == source->len;
}

static void
report_fault(struct gate *gate)
{
	const struct dd_gate_fault *fault = &gate->fault;
	enum dd_encoding encoding = gate->source->encoding;

	if (fault->id == DD_ID_INPUT_BAD_CHARACTER)
		dd_report(gate->sink, fault->id, fault->range,
		    "The character U+%04X stands here, which XML does not "
		    "allow; remove it.",
		    fault->cp);
	else
		dd_report(gate->sink, fault->id, fault->range,
		    encoding == DD_UTF_8
			? N_("The byte 0x%02X at offset %zu is not valid %s; "
			     "save the file as UTF-8, or declare the encoding "
			     "that it has, such as "
			     "`encoding=\"windows-1252\"`.")
			: N_("The byte 0x%02X at offset %zu is not valid %s; "
			     "save the file as UTF-8."),
		    fault->value, fault->byte, dd_gate_encoding_name(encoding));
}

/* What stands first in the document is told first: the scan sees all text in
 * front of a fault. */
static bool
check_text(struct gate *gate)
{
	const struct dd_source *source = gate->source;
	size_t len = source->len;

	if (is_empty(gate)) {
		dd_report(gate->sink, DD_ID_INPUT_EMPTY, (struct dd_range){0},
		    "The file is empty; a meeting summary was expected.");
		return false;
	}
	if (gate->fault.found)
		len = gate->fault.range.start;
	if (!dd_gate_scan(
		source->text, len, &gate->source->malformed, gate->sink))
		return false;
	if (gate->fault.found)
		report_fault(gate);
	return !gate->fault.found;
}

/* What a file is that a word processor wrote, by its first bytes; else NULL. */
static const char *
detect_other_kind(const void *bytes, size_t len)
{
	static const struct {
		const char *start, *kind;
	} table[] = {
	    {"PK\x03\x04", N_("a Word document or another ZIP archive")},
	    {"\xD0\xCF\x11\xE0", N_("an old Word document")},
	    {"{\\rtf", N_("a document in rich text (RTF)")},
	    {"%PDF-", N_("a PDF")},
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		size_t start_len = strlen(table[i].start);

		if (len >= start_len &&
		    memcmp(bytes, table[i].start, start_len) == 0)
			return table[i].kind;
	}
	return NULL;
}

/* A kind of file, or an encoding, that is seen by the first bytes alone. */
static bool
check_signature(struct gate *gate)
{
	const char *kind = detect_other_kind(gate->bytes, gate->len);

	if (kind)
		dd_report(gate->sink, DD_ID_INPUT_NOT_XML, (struct dd_range){0},
		    "The file is %s; a meeting summary is a text file in XML, "
		    "which begins with `<`.",
		    dd_sink_say(gate->sink, kind));
	else if (gate->signature.unsupported)
		dd_report(gate->sink, DD_ID_INPUT_ENCODING_UNSUPPORTED,
		    fall_back(gate, (struct dd_range){0}),
		    "The file is in %s, which is not read here; save it as "
		    "UTF-8.",
		    gate->signature.unsupported);
	return !kind && !gate->signature.unsupported;
}

/* From bytes to text. False where it goes no further than `source->text`. */
static bool
enter(struct gate *gate, const char *name)
{
	*gate->source = (struct dd_source){.name = name, .text = dd_strdup("")};
	if (gate->len > DD_LIMIT_INPUT) {
		dd_report(gate->sink, DD_ID_INPUT_LIMIT_SIZE,
		    (struct dd_range){0},
		    "The file is larger than %d bytes, the most that is read; "
		    "divide it into several documents.",
		    DD_LIMIT_INPUT);
		return false;
	}
	gate->signature = dd_gate_detect(gate->bytes, gate->len);
	gate->wide = gate->signature.encoding != DD_UTF_8;
	return check_signature(gate) && read_text(gate);
}

bool
dd_gate(const char *name, const void *bytes, size_t len,
    struct dd_source *ret_source, struct dd_sink *sink)
{
	struct gate gate = {
	    .bytes = bytes, .len = len, .source = ret_source, .sink = sink};

	return enter(&gate, name) && check_text(&gate);
}

void
dd_gate_text(const char *name, const void *bytes, size_t len,
    struct dd_source *ret_source)
{
	struct dd_sink unheard;
	struct gate gate = {
	    .bytes = bytes, .len = len, .source = ret_source, .sink = &unheard};

	dd_sink_init(&unheard, 1);
	enter(&gate, name);
	dd_sink_release(&unheard);
}
