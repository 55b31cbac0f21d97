/* SPDX-License-Identifier: MIT */
/* The public interface: what was found in a document, as bytes, and back. */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/digest.h"
#include "base/memory.h"
#include "base/wire.h"
#include "diplodoc_private.h"
#include "run/surroundings.h"
#include "xml/limits.h"

/* --- to bytes -------------------------------------------------------------- */

static void
put_place(struct dd_buffer *out, const struct diplodoc_place *place)
{
	dd_wire_put_number(out, place->line);
	dd_wire_put_number(out, place->column);
	dd_wire_put_number(out, place->end_line);
	dd_wire_put_number(out, place->end_column);
	dd_wire_put_number(out, place->byte);
	dd_wire_put_number(out, place->end_byte);
}

static void
put_finding(struct dd_buffer *out, const struct diplodoc_diagnostic *finding)
{
	dd_wire_put_text(out, finding->id);
	dd_wire_put_text(out, finding->level);
	dd_wire_put_text(out, finding->message);
	dd_wire_put_text(out, finding->detail);
	put_place(out, &finding->place);
	dd_wire_put_number(out, finding->related_count);
	for (size_t i = 0; i < finding->related_count; i++) {
		dd_wire_put_text(out, finding->related[i].file);
		put_place(out, &finding->related[i].place);
		dd_wire_put_text(out, finding->related[i].text);
	}
	dd_wire_put_text(out, finding->fix);
	dd_wire_put_number(out, finding->edit_count);
	for (size_t i = 0; i < finding->edit_count; i++) {
		put_place(out, &finding->edits[i].place);
		dd_wire_put_text(out, finding->edits[i].replacement);
	}
	dd_wire_put_text(out, finding->key);
	dd_wire_put_text(out, finding->reason);
	dd_wire_put_text(out, finding->until);
	dd_wire_put_text(out, finding->by);
	dd_wire_put_number(out, finding->known);
}

char *
diplodoc_record(const struct diplodoc_document *document, size_t *ret_len)
{
	size_t count = diplodoc_diagnostic_count(document);
	struct dd_buffer out;

	dd_buffer_init(&out, 0);
	dd_wire_put_number(&out, (size_t)diplodoc_verdict(document));
	dd_wire_put_number(&out, document->document.edited);
	dd_wire_put_number(&out, diplodoc_diagnostic_total(document));
	dd_wire_put_number(&out, count);
	for (size_t i = 0; i < count; i++)
		put_finding(&out, diplodoc_diagnostic(document, i));
	return dd_buffer_take(&out, ret_len);
}

/* --- and back -------------------------------------------------------------- */

/* What each takes at least: a number or a word two bytes, a text one. */
enum {
	PLACE = 12,
	RELATED = PLACE + 3,
	EDIT = PLACE + 2,
	FINDING = PLACE + 20
};

/* A word of this program, not of a document: reports print it as it is. */
static const char *
get_name(struct dd_wire *wire)
{
	static const char letters[] =
	    "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.-_";
	const char *name = dd_wire_word(wire);

	wire->failed |= name[strspn(name, letters)] != '\0';
	return name;
}

static struct diplodoc_place
get_place(struct dd_wire *wire)
{
	struct diplodoc_place place;

	place.line = dd_wire_number(wire);
	place.column = dd_wire_number(wire);
	place.end_line = dd_wire_number(wire);
	place.end_column = dd_wire_number(wire);
	place.byte = dd_wire_number(wire);
	place.end_byte = dd_wire_number(wire);
	return place;
}

static void
get_related(struct dd_wire *wire, struct diplodoc_diagnostic *finding)
{
	struct diplodoc_related *related;

	finding->related_count = dd_wire_count(wire, RELATED);
	related = dd_arena_alloc(
	    wire->arena, finding->related_count * sizeof *related);
	finding->related = related;
	for (size_t i = 0; i < finding->related_count; i++) {
		related[i].file = dd_wire_text(wire);
		related[i].place = get_place(wire);
		related[i].text = dd_wire_word(wire);
	}
}

static void
get_edits(struct dd_wire *wire, struct diplodoc_diagnostic *finding)
{
	struct diplodoc_edit *edits;

	finding->fix = get_name(wire);
	finding->edit_count = dd_wire_count(wire, EDIT);
	edits =
	    dd_arena_alloc(wire->arena, finding->edit_count * sizeof *edits);
	finding->edits = edits;
	for (size_t i = 0; i < finding->edit_count; i++) {
		edits[i].place = get_place(wire);
		edits[i].replacement = dd_wire_word(wire);
	}
}

static void
get_finding(struct dd_wire *wire, struct diplodoc_diagnostic *finding)
{
	const char *key;

	finding->id = get_name(wire);
	finding->level = get_name(wire);
	finding->message = dd_wire_word(wire);
	finding->detail = dd_wire_text(wire);
	finding->place = get_place(wire);
	get_related(wire, finding);
	get_edits(wire, finding);
	key = get_name(wire);
	wire->failed |= strlen(key) >= sizeof finding->key;
	strncpy(finding->key, key, sizeof finding->key - 1);
	finding->reason = dd_wire_text(wire);
	finding->until = dd_wire_text(wire);
	finding->by = dd_wire_text(wire);
	finding->known = dd_wire_number(wire) == 1;
}

/* Reports take text from there, so it must be there; `last` is the last line. */
static bool
is_place(const struct diplodoc_place *place, size_t last)
{
	bool ordered = place->line < place->end_line ||
	    (place->line == place->end_line &&
		place->column <= place->end_column);

	return place->line > 0 && place->column > 0 && ordered &&
	    place->end_line <= last && place->byte <= place->end_byte;
}

static bool
has_places(const struct diplodoc_diagnostic *finding, size_t last)
{
	bool good = is_place(&finding->place, last);

	for (size_t i = 0; i < finding->related_count; i++)
		good &= is_place(&finding->related[i].place,
		    finding->related[i].file ? SIZE_MAX : last);
	for (size_t i = 0; i < finding->edit_count; i++)
		good &= is_place(&finding->edits[i].place, last);
	return good;
}

static size_t
count_lines(struct dd_source *source)
{
	struct dd_place place;

	dd_source_place(
	    source, (struct dd_range){source->len, source->len}, &place);
	return place.line;
}

/* False where the bytes are no record. */
static bool
get_document(struct dd_wire *wire, struct diplodoc_document *document)
{
	struct dd_document *inner = &document->document;
	size_t verdict = dd_wire_number(wire), count, last;
	bool edited = dd_wire_number(wire) == 1;

	inner->sink.total = dd_wire_number(wire);
	count = dd_wire_count(wire, FINDING);
	wire->failed |= count > DD_LIMIT_FINDINGS;
	if (wire->failed)
		return false;
	document->diagnostics = dd_arena_alloc(
	    &document->arena, count * sizeof(*document->diagnostics));
	last = count > 0 ? count_lines(dd_document_source(inner)) : 0;
	for (size_t i = 0; i < count && !wire->failed; i++) {
		get_finding(wire, &document->diagnostics[i]);
		wire->failed |= !has_places(&document->diagnostics[i], last);
	}
	if (wire->failed || wire->len > 0 || verdict > DIPLODOC_FAIL ||
	    count > inner->sink.total)
		return false;
	inner->sink.count = count;
	inner->verdict = verdict == DIPLODOC_PASS ? DD_PASS
	    : verdict == DIPLODOC_FAIL		  ? DD_FAIL
						  : DD_NOT_CHECKED;
	inner->edited = edited;
	return true;
}

struct diplodoc_document *
diplodoc_replay(struct diplodoc *context, const char *name, const char *path,
    const void *bytes, size_t len, const void *record, size_t record_len)
{
	struct diplodoc_document *document = dd_calloc(1, sizeof *document);
	struct dd_wire wire = {record, record_len, &document->arena, false};

	dd_document_reopen(
	    &document->document, &context->engine, name, path, bytes, len);
	if (get_document(&wire, document))
		return document;
	diplodoc_close(document);
	return NULL;
}

int
diplodoc_surroundings(struct diplodoc *context, const char *path, bool rules,
    char digest[65], struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &context->engine.messages};

	return dd_pass_error(dd_surroundings_digest(
				 &context->engine, path, rules, digest, &inner),
	    &inner, error);
}
