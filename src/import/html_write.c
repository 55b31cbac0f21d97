/* SPDX-License-Identifier: MIT */
/* Owns: where the blocks of a page begin and end. */
#include <string.h>
#include "base/ascii.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "import/html_reader.h"
#include "xml/encoding.h"
#include "xml/limits.h"

enum {
	FULL_LINE = 45, /* columns of a line that goes on in the next one */
	MARK_MAX = 16,	/* bytes of a mark alone */
};

const char *
dd_page_reason(const struct dd_page_reader *r)
{
	if (r->left_out)
		return r->reason;
	return r->has_main && r->mains == 0
	    ? "it stands outside the main part of the page"
	    : NULL;
}

void
dd_page_drop(
    struct dd_page_reader *r, const struct dd_block *block, const char *reason)
{
	dd_ledger_drop(r->blocks->ledger, block->text, reason,
	    dd_block_extent(block, 0, block->len));
}

/* Lists words that are left out; a headline among them waits for the end. */
static void
leave_out(struct dd_page_reader *r, struct dd_block *block)
{
	if (r->heading == 1 && !r->outer)
		r->outer = block;
	else
		dd_page_drop(r, block, dd_page_reason(r));
}

void
dd_page_finish_aside(struct dd_page_reader *r)
{
	struct dd_blocks list = {.arena = r->blocks->arena};
	struct dd_block *block = dd_block_finish(&r->aside, &list);

	if (block)
		leave_out(r, block);
}

/* --- blocks -------------------------------------------------------------- */

/* "1." that stands in an element of its own, in front of its item. */
static bool
is_mark_alone(const struct dd_buffer *text)
{
	char item[MARK_MAX + 3];

	if (text->len == 0 || text->len > MARK_MAX)
		return false;
	memcpy(item, text->data, text->len);
	memcpy(item + text->len, " X", 2);
	return dd_mark_read(item, text->len + 2).len == text->len + 1;
}

/* True where the text repeats the words of the picture in front of it. */
static bool
repeats_picture(const struct dd_page_reader *r)
{
	const struct dd_block *last = r->blocks->last;

	return last && last == r->described && last->len == r->text.text.len &&
	    memcmp(last->text, r->text.text.data, last->len) == 0;
}

static void
caption(struct dd_page_reader *r, struct dd_block *block)
{
	struct dd_page_picture *picture = &r->picture;

	block->kind = DD_BLOCK_CAPTION;
	block->src = picture->src;
	if (picture->alt && strcmp(picture->alt, block->text) == 0)
		dd_ledger_drop(r->blocks->ledger, picture->alt,
		    "the caption says it", picture->at);
	else
		block->alt = picture->alt;
	*picture = (struct dd_page_picture){0};
}

static void
describe(struct dd_page_reader *r, struct dd_block *block)
{
	block->level = r->list_count;
	block->after_gap = true;
	block->href = r->links == 1 ? r->href : NULL;
	if (r->heading > 0) {
		block->kind = DD_BLOCK_HEADING;
		r->has_headline = r->has_headline || r->heading == 1;
	} else if (r->figure && (r->picture.src || r->picture.alt)) {
		caption(r, block);
	}
	if (r->begins_item && r->list_count > 0) {
		block->mark = r->lists[r->list_count - 1].mark;
		block->number = r->item;
	}
	r->begins_item = false;
}

void
dd_page_finish(struct dd_page_reader *r, bool force)
{
	struct dd_blocks list = {.arena = r->blocks->arena};
	const char *reason = dd_page_reason(r);
	struct dd_block *block;

	if (!force && is_mark_alone(&r->text.text)) {
		r->text.pending = true;
		return;
	}
	r->broken = false;
	if (!reason && repeats_picture(r)) {
		dd_page_drop(
		    r, dd_block_finish(&r->text, &list), "the caption says it");
	} else if (!reason) {
		block = dd_block_finish(&r->text, r->blocks);
		if (block)
			describe(r, block);
	} else if ((block = dd_block_finish(&r->text, &list)) != NULL) {
		leave_out(r, block);
	}
	r->links = 0;
}

/* --- text ---------------------------------------------------------------- */

static bool
ends_sentence(const char *text, size_t len)
{
	return len > 0 &&
	    (strchr(".:;!?", text[len - 1]) ||
		(len >= 3 && memcmp(text + len - 3, "。", 3) == 0));
}

void
dd_page_break(struct dd_page_reader *r)
{
	const struct dd_buffer *text = &r->text.text;

	if (r->left_out) {
		r->aside.pending = true;
	} else if (r->heading > 0) {
		r->text.pending = true;
	} else if (r->broken ||
	    ends_sentence(text->data ? text->data : "", text->len) ||
	    dd_utf8_count(text->data ? text->data : "", text->len) <
		FULL_LINE) {
		dd_page_finish(r, false);
	} else {
		r->broken = true;
		r->text.pending = true;
	}
}

static bool
is_blank(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!dd_ascii_is_space(text[i]))
			return false;
	return true;
}

/* References to U+0080 to U+009F mean the bytes of Windows-1252, as in browsers.
 * Returns the bytes in `out`, 0 for all other text. */
static size_t
mend_reference(const char *text, size_t len, char out[4])
{
	uint32_t cp;

	if (len != 2 || dd_utf8_decode(text, text + len, &cp) != 2 || cp > 0x9F)
		return 0;
	cp = dd_gate_decode_1252((unsigned char)cp);
	return cp > 0 ? dd_utf8_encode(cp, out) : 0;
}

/* Writes a stretch without ends of lines. */
static void
write_line(struct dd_page_reader *r, const char *text, size_t len,
    const struct dd_extent *at, bool exact)
{
	struct dd_block_writer *writer = r->left_out ? &r->aside : &r->text;

	if (r->broken && !r->left_out && !is_blank(text, len)) {
		if (dd_mark_read(text, len).len > 0)
			dd_page_finish(r, true);
		r->broken = false;
	}
	if (exact)
		dd_block_write(writer, text, len, at->from);
	else
		dd_block_write_as(writer, text, len, at->from, at->to);
}

void
dd_page_text(
    struct dd_page_reader *r, const char *text, size_t len, size_t hint)
{
	struct dd_extent at;
	bool exact = dd_page_find(&r->place, text, len, hint, &at);
	const char *end = text + len, *line;
	char mended[4];
	size_t mended_len = exact ? 0 : mend_reference(text, len, mended);

	r->words += is_blank(text, len) ? 0 : len;
	if (r->words > DD_LIMIT_WORDS)
		r->fault = N_("The page has more text than can be read.");
	if (mended_len > 0) {
		write_line(r, mended, mended_len, &at, false);
		return;
	}
	while (r->preformatted > 0 &&
	    (line = memchr(text, '\n', (size_t)(end - text))) != NULL) {
		write_line(r, text, (size_t)(line - text), &at, exact);
		dd_page_break(r);
		at.from += exact ? (size_t)(line + 1 - text) : 0;
		text = line + 1;
	}
	write_line(r, text, (size_t)(end - text), &at, exact);
}
