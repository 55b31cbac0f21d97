/* SPDX-License-Identifier: MIT */
/*
 * The two streams of the program: data on standard output, talk on standard
 * error, and the exit code that both lead to.
 */
#ifndef DD_CLI_CONSOLE_H
#define DD_CLI_CONSOLE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buffer.h"
#include "base/messages.h"

/* Exit codes; the worst one is the largest one. A code of diplodoc.h is the
 * negated exit code. */
enum dd_exit {
	DD_EXIT_CLEAN = 0,
	DD_EXIT_FINDINGS = 1,
	DD_EXIT_USAGE = 2,
	DD_EXIT_INPUT = 3,
	DD_EXIT_NOT_CHECKED = 4,
	DD_EXIT_OUTPUT = 5,
	DD_EXIT_MAX, /* how many there are */
};

struct dd_console {
	struct dd_buffer out; /* for standard output, not yet written */
	int status;	      /* the worst enum dd_exit so far */
	bool out_failed;      /* standard output takes no more */
	bool out_color, err_color;
	bool out_terminal, err_terminal; /* or coloured as if they were */
	bool hinting;			 /* a hint stands in the last line */
	size_t width;		     /* columns of the terminal; 0 = unknown */
	struct dd_messages messages; /* in the language of the talk */
};

/* Looks at the terminal, NO_COLOR, CLICOLOR_FORCE and TERM. Standard streams
 * that are closed are opened so that using them fails. */
void dd_console_init(struct dd_console *console);
void dd_console_release(struct dd_console *console);

/* `color` is "auto", "always", "never" or NULL (auto). */
void dd_console_set_color(struct dd_console *console, const char *color);

/* `language` is a tag of dd_messages_tag, or NULL: that of the environment. */
void dd_console_set_language(struct dd_console *console, const char *language);

/* Writes what waits in `out`. False, after one sentence on standard error and
 * with status 5, where standard output takes no more. */
bool dd_console_flush(struct dd_console *console);

/* The same for what a file system keeps to itself until then; for the end of the
 * program, whose exit code is given and returned, or 5. */
int dd_console_close(struct dd_console *console, int status);

/* One sentence, translated, on standard error, behind "diplodoc: " and safe for a
 * terminal. */
void dd_console_say(struct dd_console *console, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes on standard error as they are, behind what waits in `out`. */
void dd_console_tell(struct dd_console *console, const struct dd_buffer *text);

/* Shows a line without its end on standard error, a terminal; whatever is written
 * next takes its place. */
void dd_console_hint(struct dd_console *console, const struct dd_buffer *line);

/* Remembers an exit code (an enum dd_exit) if it is the worst so far. */
void dd_console_note(struct dd_console *console, int status);

/* Says the sentence and remembers the code; `code` is negative, as in
 * enum diplodoc_code. Returns the exit code. */
int dd_console_fail(struct dd_console *console, int code, const char *sentence);

#endif
