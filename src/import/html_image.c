/* SPDX-License-Identifier: MIT */
/* Owns: pictures of a page, and addresses as a summary can hold them. */
#include <stdlib.h>
#include <string.h>
#include <libxml/uri.h>
#include "base/ascii.h"
#include "import/html_reader.h"

enum { ADDRESS_MAX = 2000 };

static bool
is_allowed(const char *address)
{
	size_t scheme = strcspn(address, ":/?#");
	xmlURI *uri;

	if (address[scheme] == ':' && strncmp(address, "http://", 7) != 0 &&
	    strncmp(address, "https://", 8) != 0)
		return false;
	if (!strchr("/?#.h", *address) && strchr(address, ':'))
		return false;
	uri = xmlParseURI(address);
	xmlFreeURI(uri);
	return uri != NULL;
}

/* An address that a summary may hold, or NULL. */
static const char *
clean_address(struct dd_arena *arena, const char *address)
{
	struct dd_buffer out;
	const char *copy = NULL;

	if (!address)
		return NULL;
	dd_buffer_init(&out, ADDRESS_MAX);
	address += strspn(address, DD_ASCII_SPACES);
	for (const char *at = address; *at; at++) {
		if (dd_ascii_is_space(*at) &&
		    strspn(at, DD_ASCII_SPACES) == strlen(at))
			break;
		if ((unsigned char)*at > ' ' && (unsigned char)*at < 0x7F &&
		    !strchr("\"<>\\^`{|}[]", *at))
			dd_buffer_putc(&out, *at);
		else
			dd_buffer_printf(&out, "%%%02X", (unsigned char)*at);
	}
	if (!out.failed && out.len > 0 && is_allowed(out.data))
		copy = dd_arena_ndup(arena, out.data, out.len);
	dd_buffer_release(&out);
	return copy;
}

/* A block of the words of a picture, in a list of its own; NULL: it has none. */
static struct dd_block *
write_words(struct dd_page_reader *r, const struct dd_page_picture *picture)
{
	struct dd_block_writer writer = {.arena = r->blocks->arena};
	struct dd_blocks list = {.arena = r->blocks->arena};

	if (!picture->alt)
		return NULL;
	dd_block_write_as(&writer, picture->alt, strlen(picture->alt),
	    picture->at.from, picture->at.to);
	return dd_block_finish(&writer, &list);
}

static void
append(struct dd_blocks *blocks, struct dd_block *block)
{
	if (blocks->last)
		blocks->last->next = block;
	else
		blocks->first = block;
	blocks->last = block;
	blocks->count++;
}

void
dd_page_describe(
    struct dd_page_reader *r, const struct dd_page_picture *picture)
{
	struct dd_block *block = write_words(r, picture);

	if (!block) {
		if (picture->src)
			dd_ledger_drop(r->blocks->ledger, picture->src,
			    "it is a picture without words", picture->at);
		return;
	}
	if (dd_page_reason(r)) {
		dd_page_drop(r, block, dd_page_reason(r));
		return;
	}
	block->kind = DD_BLOCK_CAPTION;
	block->src = picture->src;
	r->described = block;
	append(r->blocks, block);
}

/* The words of a picture as the document would have them. */
static const char *
clean_words(struct dd_page_reader *r, const char *alt, struct dd_extent at)
{
	const struct dd_page_picture picture = {.alt = alt, .at = at};
	const struct dd_block *block = write_words(r, &picture);

	return block ? block->text : NULL;
}

void
dd_page_image(
    struct dd_page_reader *r, const char **attributes, struct dd_extent at)
{
	const struct dd_page_picture picture = {
	    .src = clean_address(
		r->blocks->arena, dd_page_attribute(attributes, "src")),
	    .alt = clean_words(r, dd_page_attribute(attributes, "alt"), at),
	    .at = at,
	};
	bool first = !r->picture.src && !r->picture.alt;

	if (r->figure && !dd_page_reason(r) && first)
		r->picture = picture;
	else
		dd_page_describe(r, &picture);
}
