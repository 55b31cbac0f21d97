/* SPDX-License-Identifier: MIT */
/*
 * Baselines: the findings that an archive had when it began to be checked.
 * A file of lines "KEY ID PATH", sorted by path, paths seen from the folder of
 * the file; a line that stands twice is for two findings.
 */
#ifndef DD_CLI_KNOWN_H
#define DD_CLI_KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"

struct dd_console;
struct dd_settings;
struct diplodoc_document;

struct dd_known {
	const char *path;      /* of the baseline; borrowed */
	char *folder;	       /* that paths are seen from; owned */
	bool all;	       /* every finding is known: a baseline is made */
	struct dd_table lines; /* by line: struct dd_known_line */
	struct dd_table files; /* by path: struct dd_known_file */
	struct dd_known_line *first;
	struct dd_known_file *file; /* that is being checked */
	size_t rounds;		    /* checks so far */
	struct dd_arena arena;
};

/* True where the options ask for a baseline. */
bool dd_known_is_asked(const struct dd_settings *set);

/* Reads the baseline of the options, or begins one. Returns 0, or a negative
 * code after a sentence. Release in both cases. */
int dd_known_open(struct dd_known *known, struct dd_console *console,
    const struct dd_settings *set);
void dd_known_release(struct dd_known *known);

/* The path by which the baseline knows a file, the caller's to free. */
char *dd_known_path(const struct dd_known *known, const char *name);

/* A check of the file of that path begins; it may be checked again. */
void dd_known_enter(struct dd_known *known, const char *path);

/* Takes over what was known of a document that was checked elsewhere, by a copy
 * of the baseline. */
void dd_known_learn(struct dd_known *known, const char *path,
    const struct diplodoc_document *document);

/* True where the baseline has the finding of the file once more. */
bool dd_known_ask(struct dd_known *known, const char *id, const char *key);

/* Writes the baseline anew where the options ask for it: with what was found,
 * or without what is gone. Findings of files that were not checked stay, unless
 * the file is gone. Nothing is written where an input could not be checked:
 * what it holds is not known. */
void dd_known_save(struct dd_known *known, struct dd_console *console,
    const struct dd_settings *set);

#endif
