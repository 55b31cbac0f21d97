/* SPDX-License-Identifier: MIT */
/* All that is known of rules, for people: a card, a page, a manual. */
#ifndef DD_CLI_RULES_PAGE_H
#define DD_CLI_RULES_PAGE_H

#include <stddef.h>

struct dd_buffer;
struct dd_console;
struct diplodoc_rule;

/* The card of one rule on standard output. */
void dd_rule_card(struct dd_console *console, const struct diplodoc_rule *rule);

/* In Markdown: the rules that `words` name, one page an area; where there are
 * none, the index of all pages, each of which it calls AREA.md. */
void dd_rules_markdown(
    struct dd_buffer *out, const char *const *words, size_t count);

/* The rules that `words` name (all, where there are none) as a manual page of
 * section 7, in mdoc(7). */
void
dd_rules_man(struct dd_buffer *out, const char *const *words, size_t count);

#endif
