/* SPDX-License-Identifier: MIT */
/*
 * Brings in a page of our own. Its document is converted again, and every word
 * in which the two pages differ is asked about: the facts of a page that nobody
 * changed print that page.
 */
#include "base/buffer.h"
#include "base/error.h"
#include "import/own_page.h"
#include "run/convert.h"
#include "run/document.h"
#include "run/engine.h"
#include "run/import_internal.h"
#include "xml/transform.h"

/* The page that the document makes, for *ret_again. */
static int
print_again(struct dd_engine *engine, const struct dd_import_source *source,
    xmlDoc *doc, struct dd_buffer *page, struct dd_error *error)
{
	const struct dd_convert_options options = {
	    .generator = source->version,
	    .format = {.css = ""},
	};
	struct dd_document document;
	struct dd_buffer xml;
	int result;

	dd_buffer_init(&xml, 0);
	result = dd_import_write(engine, doc, &xml, error);
	dd_document_open(
	    &document, engine, "the document", source->path, xml.data, xml.len);
	if (result == 0)
		result = dd_import_prove(&document, error);
	if (result == 0)
		result = dd_document_convert(
		    &document, "html", &options, page, error);
	dd_document_close(&document);
	dd_buffer_release(&xml);
	return result;
}

/* The document of the page, and the page of that; *ret_doc is to be freed with
 * dd_stylesheet_result_free, *ret_again with dd_own_page_close, `bytes` before. */
static int
read_page(struct dd_engine *engine, const struct dd_import_source *source,
    const struct dd_own_page *page, xmlDoc **ret_doc, struct dd_buffer *bytes,
    struct dd_own_page **ret_again, struct dd_error *error)
{
	const struct dd_stylesheet *stylesheet;
	int result = dd_engine_stylesheet(
	    engine, DD_OWN_PAGE_STYLESHEET, &stylesheet, error);

	if (result == 0) {
		*ret_doc = dd_own_page_document(page, stylesheet, error);
		result = *ret_doc ? 0 : DD_E_ENGINE;
	}
	if (result == 0)
		result = print_again(engine, source, *ret_doc, bytes, error);
	if (result == 0) {
		*ret_again = dd_own_page_open(bytes->data, bytes->len);
		if (!*ret_again)
			result = dd_error_set(error, DD_E_ENGINE,
			    "The page cannot be compared with its facts.");
	}
	return result;
}

/* Words that somebody changed win where the document can have words of its own;
 * with them the page is read a second time. */
static int
import_page(struct dd_engine *engine, const struct dd_import_source *source,
    const struct dd_import_options *options, struct dd_own_page *page,
    struct dd_ledger *ledger, struct dd_buffer *out, struct dd_error *error)
{
	struct dd_own_page *again = NULL;
	xmlDoc *doc = NULL;
	struct dd_buffer bytes;
	bool changed = true;
	int result = 0;

	dd_buffer_init(&bytes, 0);
	for (int pass = 0; pass < 2 && changed && result == 0; pass++) {
		dd_own_page_close(again);
		dd_stylesheet_result_free(doc);
		dd_buffer_clear(&bytes);
		again = NULL;
		doc = NULL;
		result = read_page(
		    engine, source, page, &doc, &bytes, &again, error);
		changed =
		    result == 0 && dd_own_page_take_words(page, again) > 0;
	}
	if (result == 0) {
		dd_own_page_tell(page, ledger);
		dd_own_page_compare(page, again, ledger);
		dd_own_page_finish(doc, options, ledger);
		result = dd_import_deliver(engine, source, doc, out, error);
	}
	dd_own_page_close(again);
	dd_stylesheet_result_free(doc);
	dd_buffer_release(&bytes);
	return result;
}

int
dd_import_own_page(struct dd_engine *engine,
    const struct dd_import_source *source,
    const struct dd_import_options *options, struct dd_ledger *ledger,
    struct dd_buffer *out, struct dd_error *error)
{
	struct dd_own_page *page = dd_own_page_open(source->bytes, source->len);
	int result = page
	    ? import_page(engine, source, options, page, ledger, out, error)
	    : 1;

	dd_own_page_close(page);
	return result;
}
