/* SPDX-License-Identifier: MIT */
/* How rules are named on a command line: by id, or by area for all of it. */
#ifndef DD_CLI_RULE_NAMES_H
#define DD_CLI_RULE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

struct dd_console;
struct diplodoc_rule;

/* True where `word` is the id of the rule or its area, "input". */
bool dd_rule_is_named(const struct diplodoc_rule *rule, const char *word);

/* The same for any of `count` words; true where there are none. */
bool dd_rule_is_chosen(
    const struct diplodoc_rule *rule, const char *const *words, size_t count);

/* True where what it finds makes a summary invalid. */
bool dd_rule_is_fatal(const struct diplodoc_rule *rule);

/* True for an id or area of the catalogue. */
bool dd_rule_name_is_known(const char *word);

/* True where the word names a rule or an area. Else false, after a sentence
 * with the nearest one and with status 2. */
bool dd_rule_name_check(struct dd_console *console, const char *word);

#endif
