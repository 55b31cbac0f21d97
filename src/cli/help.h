/* SPDX-License-Identifier: MIT */
/* Help on the terminal, in manual pages and in shells; all from the tables. */
#ifndef DD_CLI_HELP_H
#define DD_CLI_HELP_H

#include <stdbool.h>
#include <stddef.h>

struct dd_buffer;
struct dd_command;
struct dd_console;
struct dd_option;
struct diplodoc_format;

/* Appends the short (-h) or full (--help) help to standard output. */
void dd_help_print(
    struct dd_console *console, const struct dd_command *command, bool full);

/* The format number `index`, from 0, that a command can print; its name and
 * summary. False behind the last. */
bool dd_help_format(const struct dd_command *command, size_t index,
    struct diplodoc_format *ret_format);

/* What an option does for a command, which has it, in one clause; it is in
 * `room`. */
const char *dd_help_option(const struct dd_option *option,
    const struct dd_command *command, struct dd_buffer *room);

/* Appends the manual page of a command in mdoc(7). */
void dd_man_print(struct dd_buffer *out, const struct dd_command *command);

/* The first lines of a manual page; `made_by` is the command that prints it,
 * `title` its name and section. */
void dd_man_head(struct dd_buffer *out, const char *made_by, const char *title);
/* Running text with what stands between ` and ` in bold. */
void dd_man_text(struct dd_buffer *out, const char *text);

/* Appends the completion script of "bash", "zsh" or "fish". */
void dd_completion_print(struct dd_buffer *out, const char *shell);

#endif
