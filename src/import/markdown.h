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

struct dd_blocks;
struct dd_error;
struct dd_grammar;

/* As dd_import_json, from `len` bytes of Markdown; 1 where there are no facts in
 * front, so that it is a text like any other. DD_E_INPUT also where the body of
 * the text cannot be found. */
int dd_import_markdown(const struct dd_grammar *grammar, const char *name,
    const void *bytes, size_t len, xmlDoc **ret_doc, struct dd_error *error);

/* The blocks of any Markdown, NUL-terminated; front matter is none of them. Their
 * places are those of whole blocks. */
int dd_blocks_of_markdown(struct dd_blocks *blocks, const char *text,
    size_t len, struct dd_error *error);

#endif
