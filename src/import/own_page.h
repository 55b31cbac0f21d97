/* SPDX-License-Identifier: MIT */
/*
 * The way back of `convert --to html`: pages that have their facts as attributes
 * beside the words (docs/html.md). A stylesheet makes the document; a page that
 * is made of it anew tells what the words of the first one no longer agree with.
 */
#ifndef DD_IMPORT_OWN_PAGE_H
#define DD_IMPORT_OWN_PAGE_H

#include <stddef.h>
#include <libxml/tree.h>

struct dd_error;
struct dd_import_options;
struct dd_ledger;
struct dd_own_page;
struct dd_stylesheet;

/* The resource that reads such a page. */
#define DD_OWN_PAGE_STYLESHEET "xslt/import/page.xsl"

/* A page of `len` bytes of UTF-8, NUL-terminated; NULL where it is not exactly
 * one summary with its facts, or cannot be read whole. Linear. */
struct dd_own_page *dd_own_page_open(const char *text, size_t len);
void dd_own_page_close(struct dd_own_page *page);

/* The document of the page, to be freed with dd_stylesheet_result_free; NULL and
 * `error` (DD_E_ENGINE) on failure. Nobody has validated it. */
xmlDoc *dd_own_page_document(const struct dd_own_page *page,
    const struct dd_stylesheet *stylesheet, struct dd_error *error);

/* Words that were computed, and that the page has in another way than `again`,
 * the page of its document: from now on they are written ones, and win. Returns
 * how many there are. */
size_t dd_own_page_take_words(
    struct dd_own_page *page, const struct dd_own_page *again);

/* Asks about everything that the page has and `again` has not, or the other way
 * round, and about words that their facts may not fit any more. What stands
 * outside of the summary is listed as left out. */
void dd_own_page_compare(const struct dd_own_page *page,
    const struct dd_own_page *again, struct dd_ledger *ledger);

/* Every fact that the page has beside its words, as certain. */
void dd_own_page_tell(const struct dd_own_page *page, struct dd_ledger *ledger);

/* Adds the status and the provenance. */
void dd_own_page_finish(xmlDoc *doc, const struct dd_import_options *options,
    const struct dd_ledger *ledger);

#endif
