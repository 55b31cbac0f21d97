/* SPDX-License-Identifier: MIT */
/*
 * The inputs of a run, in order: from operands, from a list of names, or from
 * lines of JSON. They are read as they are asked for and can be dropped behind
 * the work, so their number is not bounded by memory.
 */
#ifndef DD_CLI_INPUTS_H
#define DD_CLI_INPUTS_H

#include <stdbool.h>
#include <stddef.h>
#include "base/lines.h"
#include "base/seen.h"
#include "cli/walk.h"

struct dd_console;

/* One input. A line of JSON that cannot be used has a fault and no path;
 * what could not be read the first time has a fault too. */
struct dd_input {
	char *path;  /* "-" is standard input; NULL: the bytes are in `data` */
	char *name;  /* in messages; NULL: that of standard input */
	char *below; /* the path seen from the folder it was found in */
	char *data;  /* of a line of JSON, with its length; or NULL */
	size_t len;
	char *id;    /* of a line of JSON, where it has one; or NULL */
	size_t line; /* the number of that line; 0: it is from none */
	char *fault; /* why it cannot be used, one sentence; or NULL */
	int code;    /* of that fault; 0: DD_E_INPUT */
};

/* Where inputs come from; all are borrowed. */
struct dd_origin {
	const char *const *operands;
	size_t count;
	const char *files0; /* a file of names that end in NUL, or NULL */
	const char *jsonl;  /* a file of lines of JSON, or NULL */
};

struct dd_inputs {
	size_t count; /* known so far */
	bool ended;   /* those are all */
	/* Private. */
	struct dd_console *console;
	struct dd_origin origin;
	size_t operand; /* the next one */
	struct dd_walk walk;
	struct dd_lines lines;
	struct dd_buffer piece;
	struct dd_seen seen; /* the real paths so far */
	struct dd_input *items;
	size_t first, cap; /* the index of items[0]; room */
};

/* Looks for the first input. Files are taken as they are named; folders are
 * walked for *.xml in the order of names, without hidden ones, house files and
 * links to folders; a file that was met before is left out, but no line of JSON
 * is. What cannot be read is said on the console and noted (exit code 3).
 * Returns 0, or DD_E_USAGE or DD_E_INPUT after a sentence where there is nothing
 * to work on. Release in both cases. */
int dd_inputs_open(struct dd_inputs *inputs, struct dd_console *console,
    const struct dd_origin *origin);
void dd_inputs_release(struct dd_inputs *inputs);

/* True where there is an input of that index, from 0; reads on as far. */
bool dd_inputs_has(struct dd_inputs *inputs, size_t index);

/* True where somebody has to be waited for to know whether there is one. */
bool dd_inputs_waits(const struct dd_inputs *inputs, size_t index);

/* Where *stop is not 0 any more, a list that is not known yet has ended; NULL:
 * never. */
void dd_inputs_heed(struct dd_inputs *inputs, const volatile int *stop);

/* All of them are known then; returns how many. Cost: memory for each. */
size_t dd_inputs_all(struct dd_inputs *inputs);

/* An input that is there and was not dropped; it lives until it is, or until
 * another one is read. */
const struct dd_input *
dd_inputs_at(const struct dd_inputs *inputs, size_t index);

/* Gives one that is there a fault; the sentence is copied. */
void dd_inputs_refuse(
    struct dd_inputs *inputs, size_t index, int code, const char *sentence);

/* Forgets all inputs below `index`. */
void dd_inputs_drop(struct dd_inputs *inputs, size_t index);

#endif
