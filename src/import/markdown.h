/* SPDX-License-Identifier: MIT */
/*
 * The way back of `convert --to markdown`: the facts come from the front matter,
 * what was said from the text. Where the text is as it was, so is the document;
 * docs/markdown.md says what becomes of a text that was changed.
 */
#ifndef DD_IMPORT_MARKDOWN_H
#define DD_IMPORT_MARKDOWN_H

#include <stddef.h>
#include <libxml/tree.h>

struct dd_error;
struct dd_grammar;

/* As dd_import_json, from `len` bytes of Markdown. DD_E_INPUT also where there
 * are no facts in front, or the body of the text cannot be found. */
int dd_import_markdown(const struct dd_grammar *grammar, const char *name,
    const void *bytes, size_t len, xmlDoc **ret_doc, struct dd_error *error);

#endif
