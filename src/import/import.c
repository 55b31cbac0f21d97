/* SPDX-License-Identifier: MIT */
/* Owns: the table of importers, and the order of reading. */
#include "import/import.h"
#include "import/edition.h"
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "import/document.h"
#include "import/json.h"
#include "import/markdown.h"
#include "xml/limits.h"

static int
read_text(struct dd_blocks *blocks, const char *text, size_t len,
    struct dd_error *error)
{
	(void)error;
	dd_blocks_of_text(blocks, text, len);
	return 0;
}

static const struct dd_importer importers[] = {
    {"text", "plain text, as published or drafted", " txt text ", read_text,
	NULL, false},
    {"json", "what `convert --to json` wrote", " json ", NULL, dd_import_json,
	false},
    {"markdown", "what `convert --to markdown` wrote, or a text in Markdown",
	" md markdown ", dd_blocks_of_markdown, dd_import_markdown, false},
    {"html", "a page as published, or one of `convert --to html`", " html htm ",
	dd_blocks_of_html, NULL, true},
};

const struct dd_importer *
dd_importer(size_t index)
{
	return index < sizeof importers / sizeof *importers ? &importers[index]
							    : NULL;
}

const struct dd_importer *
dd_importer_find(const char *name)
{
	for (size_t i = 0; i < sizeof importers / sizeof *importers; i++)
		if (strcmp(importers[i].name, name) == 0)
			return &importers[i];
	return NULL;
}

const struct dd_importer *
dd_importer_of_path(const char *path)
{
	const char *dot = path ? strrchr(path, '.') : NULL;

	for (size_t i = 0; dot && i < sizeof importers / sizeof *importers; i++)
		if (dd_ascii_lists(importers[i].suffixes, dot + 1))
			return &importers[i];
	return NULL;
}

/* What is longer cannot be read in bounded time. */
static int
check_size(const struct dd_blocks *blocks, struct dd_error *error)
{
	size_t words = 0;

	if (blocks->count > DD_LIMIT_PARAGRAPHS)
		return dd_error_set(error, DD_E_INPUT,
		    "The text has more than %d lines or paragraphs; divide "
		    "it into several texts.",
		    DD_LIMIT_PARAGRAPHS);
	for (const struct dd_block *b = blocks->first; b; b = b->next) {
		words += b->len;
		if (b->len > DD_LIMIT_PARAGRAPH)
			return dd_error_set(error, DD_E_INPUT,
			    "The paragraph at byte %zu has more than %d "
			    "bytes; divide it.",
			    b->places[0] + 1, DD_LIMIT_PARAGRAPH);
	}
	if (words > DD_LIMIT_WORDS)
		return dd_error_set(error, DD_E_INPUT,
		    "The text has more than %d bytes of words; divide it into "
		    "several texts.",
		    DD_LIMIT_WORDS);
	return 0;
}

/* What stands behind the lead, where people are referred to. */
static const char *
join_body(const struct dd_blocks *blocks, const struct dd_line *lead,
    struct dd_arena *arena)
{
	struct dd_buffer text;
	const char *copy;

	dd_buffer_init(&text, 0);
	if (lead)
		dd_buffer_add(&text, lead->block->text + lead->to,
		    lead->block->len - lead->to);
	dd_buffer_putc(&text, '\n');
	for (const struct dd_block *b = lead ? lead->block->next
					     : blocks->first;
	     b; b = b->next) {
		if (b->len > DD_BLOCK_LONG)
			continue;
		dd_buffer_puts(&text, b->text);
		dd_buffer_putc(&text, '\n');
	}
	copy = dd_arena_ndup(arena, text.data, text.len);
	dd_buffer_release(&text);
	return copy;
}

/* By its letters; Latin ones alone do not tell, but the source may. */
static const char *
find_language(const struct dd_blocks *blocks)
{
	static const char other[] = " en ja ko zh ";
	const char *lang = dd_edition_script(blocks->first, NULL), *own;

	if (strcmp(lang, "en") != 0 || !blocks->lang)
		return lang;
	own = dd_arena_ndup(
	    blocks->arena, blocks->lang, strcspn(blocks->lang, "-_"));
	return strlen(own) == 2 &&
		strspn(own, "abcdefghijklmnopqrstuvwxyz") == 2 &&
		!dd_ascii_lists(other, own)
	    ? own
	    : lang;
}

static void
read_lead(struct dd_lead *lead, const struct dd_outline *outline,
    const struct dd_blocks *blocks)
{
	const struct dd_block *block =
	    outline->lead ? outline->lead->block : NULL;
	struct dd_mark mark =
	    block ? dd_mark_read(block->text, block->len) : (struct dd_mark){0};

	if (block)
		dd_lead_read(lead, outline->lead, mark.len,
		    outline->title ? outline->title->block->text : NULL,
		    outline->issued,
		    join_body(blocks, outline->lead, lead->arena));
}

int
dd_import(const struct dd_importer *importer, const char *text, size_t len,
    const struct dd_import_options *options, struct dd_ledger *ledger,
    xmlDoc **ret_doc, struct dd_error *error)
{
	struct dd_blocks blocks = {.arena = ledger->arena, .ledger = ledger};
	struct dd_outline outline = {.arena = ledger->arena};
	const struct dd_names *names;
	const char *chosen;
	struct dd_finder finder;
	struct dd_found_when when;
	struct dd_lead lead = {0};
	int result = importer->read(&blocks, text, len, error);

	if (result == 0)
		result = check_size(&blocks, error);
	if (result < 0)
		return result;
	dd_finder_init(&finder);
	chosen = dd_edition_choose(&blocks, options->lang, &finder, ledger);
	outline.lang = options->lang ? options->lang
	    : chosen		     ? chosen
				     : find_language(&blocks);
	outline.links =
	    dd_edition_links(&blocks, outline.lang, &finder, ledger);
	names = dd_names_get(
	    options->names, options->house, outline.lang, options->places);
	dd_outline_read(&outline, &blocks, &finder, names, ledger);
	if (outline.issued.year == 0)
		outline.issued = options->issued;
	lead = (struct dd_lead){
	    .arena = ledger->arena,
	    .finder = &finder,
	    .ledger = ledger,
	    .names = names,
	    .house = options->house,
	    .lang = outline.lang,
	};
	read_lead(&lead, &outline, &blocks);
	if (outline.long_lead) {
		result = dd_error_set(error, DD_E_INPUT,
		    "The first paragraph, at byte %zu, has %zu bytes; the "
		    "limit is "
		    "%d, so divide it.",
		    outline.long_lead->places[0] + 1, outline.long_lead->len,
		    DD_LEAD_MAX);
	} else if (!outline.lead || !lead.parties) {
		result = dd_error_set(error, DD_E_INPUT,
		    "No sentence says who met whom; this does not look like "
		    "the summary of a meeting.");
	} else if (lead.issued.year == 0 && lead.date.year == 0) {
		result = dd_error_set(error, DD_E_INPUT,
		    "The text gives no date with a year; say when it was "
		    "issued.");
	} else {
		when = dd_when_find(&lead, options->zones);
		*ret_doc = dd_document_build(&outline, &lead, &when, options);
	}
	/* What was not searched to its end may say otherwise. */
	if (result == 0 && finder.stopped) {
		xmlFreeDoc(*ret_doc);
		*ret_doc = NULL;
		result = dd_error_set(error, DD_E_INPUT,
		    "The text takes too long to search; divide its longest "
		    "paragraphs.");
	}
	dd_finder_release(&finder);
	return result;
}
