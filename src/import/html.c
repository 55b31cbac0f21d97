/* SPDX-License-Identifier: MIT */
/*
 * Pages of HTML as blocks. The parser tells of elements and texts one by one; no
 * tree is made, and what would cut one short ends the reading.
 */
#include <limits.h>
#include <string.h>
#include <libxml/HTMLparser.h>
#include "base/error.h"
#include "base/messages.h"
#include "import/html_internal.h"
#include "import/html_reader.h"
#include "xml/compat.h"

/* --- what the parser tells ----------------------------------------------- */

static struct dd_page_reader *
reader_of(void *data)
{
	return ((xmlParserCtxtPtr)data)->_private;
}

static void
stop(void *data)
{
	if (reader_of(data)->fault)
		xmlStopParser(data);
}

/* Parsers before libxml2 2.14 tell of a reference to what is no character, newer
 * ones hand over what they make of it. */
static void
refuse_reference(struct dd_page_reader *r)
{
	r->fault = N_("A reference such as `&#0;` stands for a character that "
		      "no summary can hold.");
}

static void
look_at(struct dd_page_reader *r, const char *text, size_t len)
{
	if (r->suspect && dd_page_is_made(text, len))
		refuse_reference(r);
}

static void
on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
	struct dd_page_reader *r = reader_of(data);

	if (r->fault)
		return;
	r->code = strcmp((const char *)name, "script") == 0 ||
	    strcmp((const char *)name, "style") == 0;
	for (size_t i = 1; attributes && attributes[i - 1]; i += 2)
		if (attributes[i])
			look_at(r, (const char *)attributes[i],
			    strlen((const char *)attributes[i]));
	dd_page_start(r, (const char *)name, (const char **)attributes,
	    dd_xml_offset(data));
	stop(data);
}

static void
on_end(void *data, const xmlChar *name)
{
	struct dd_page_reader *r = reader_of(data);

	if (!r->fault)
		dd_page_end(r, (const char *)name);
}

static void
on_text(void *data, const xmlChar *text, int len)
{
	struct dd_page_reader *r = reader_of(data);

	if (r->fault)
		return;
	look_at(r, (const char *)text, (size_t)len);
	dd_page_text(r, (const char *)text, (size_t)len, dd_xml_offset(data));
	stop(data);
}

/* Scripts and styles are counted as elements. Newer parsers give the words in an
 * <iframe> and its like in the same way. */
static void
on_raw(void *data, const xmlChar *text, int len)
{
	if (!reader_of(data)->code)
		on_text(data, text, len);
}

static void
on_comment(void *data, const xmlChar *text)
{
	struct dd_page_reader *r = reader_of(data);
	size_t end = dd_xml_offset(data);

	(void)text;
	if (r->comments++ == 0)
		r->comment = (struct dd_extent){end, end};
}

static void
on_error(void *data, DD_XML_ERROR *error)
{
	struct dd_page_reader *r = reader_of(data);

	if (r->fault)
		return;
	if (error->level == XML_ERR_FATAL)
		r->fault = N_("The page is so broken that it cannot be read to "
			      "its end.");
	else if (error->code == XML_ERR_INVALID_CHAR)
		refuse_reference(r);
	stop(data);
}

static void
run_parser(struct dd_page_reader *r, const char *text, size_t len)
{
	struct dd_xml_guard guard;
	htmlParserCtxtPtr ctxt;
	xmlDoc *doc;

	dd_xml_init();
	dd_xml_guard_enter(&guard, NULL);
	ctxt = htmlNewParserCtxt();
	/* Else the parser does not ask the error function. */
	ctxt->sax->initialized = XML_SAX2_MAGIC;
	ctxt->sax->startElement = on_start;
	ctxt->sax->endElement = on_end;
	ctxt->sax->characters = on_text;
	ctxt->sax->ignorableWhitespace = on_text;
	ctxt->sax->cdataBlock = on_raw;
	ctxt->sax->comment = on_comment;
	ctxt->sax->processingInstruction = NULL;
	ctxt->sax->internalSubset = NULL;
	dd_xml_watch(ctxt, on_error, r);
	doc = htmlCtxtReadMemory(ctxt, text, (int)len, NULL, "UTF-8",
	    HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	xmlFreeDoc(doc);
	htmlFreeParserCtxt(ctxt);
	dd_xml_guard_leave(&guard);
}

/* --- the end ------------------------------------------------------------- */

/* "Talks in Geneva | Ministry": what stands behind the bar is of the site. */
static void
cut_title(struct dd_page_reader *r, struct dd_block *title)
{
	static const char *const bars[] = {" | ", "｜"};

	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
		const char *bar = strstr(title->text, bars[i]);
		size_t at = bar ? (size_t)(bar - title->text) : 0;

		if (at == 0)
			continue;
		dd_ledger_drop(r->blocks->ledger, bar,
		    "it is the name of the site",
		    dd_block_extent(title, at, title->len));
		title->text = dd_arena_ndup(r->blocks->arena, title->text, at);
		title->len = at;
	}
}

/* The headline is the one in the main part, else one outside, else the title. */
static void
choose_headline(struct dd_page_reader *r)
{
	struct dd_block *chosen = r->has_headline ? NULL
	    : r->outer				  ? r->outer
						  : r->title;

	if (r->title && chosen != r->title)
		dd_page_drop(r, r->title, "the headline says it");
	if (r->outer && chosen != r->outer)
		dd_page_drop(
		    r, r->outer, "it is of the site, not of the summary");
	if (!chosen)
		return;
	cut_title(r, chosen);
	chosen->kind = DD_BLOCK_HEADING;
	chosen->next = r->blocks->first;
	r->blocks->first = chosen;
	if (!r->blocks->last)
		r->blocks->last = chosen;
	r->blocks->count++;
}

/* What has no words of the page is told by its number. */
static void
tell_silent(struct dd_page_reader *r)
{
	const struct dd_page_element *element;

	for (size_t i = 0; (element = dd_page_silent_at(i)) != NULL; i++)
		if (r->silent[i] > 0)
			dd_ledger_drop(r->blocks->ledger, "",
			    dd_arena_printf(r->blocks->arena, "%s (<%s>: %zu)",
				element->reason, element->name, r->silent[i]),
			    r->silent_at[i]);
	if (r->comments > 0)
		dd_ledger_drop(r->blocks->ledger, "",
		    dd_arena_printf(r->blocks->arena,
			"comments are no text (<!-- -->: %zu)", r->comments),
		    r->comment);
}

int
dd_blocks_of_html(struct dd_blocks *blocks, const char *text, size_t len,
    struct dd_error *error)
{
	struct dd_page_reader r = {
	    .blocks = blocks,
	    .place = {.source = text, .len = len},
	    .text = {.arena = blocks->arena},
	    .aside = {.arena = blocks->arena},
	};

	if (len > INT_MAX || dd_page_scan(text, len, &r.has_main, error) < 0)
		return DD_E_INPUT;
	r.suspect = dd_page_has_bad_reference(text, len);
	run_parser(&r, text, len);
	dd_page_finish(&r, true);
	dd_page_finish_aside(&r);
	choose_headline(&r);
	tell_silent(&r);
	return r.fault ? dd_error_set(error, DD_E_INPUT, "%s",
			     dd_error_say(error, r.fault))
		       : 0;
}
