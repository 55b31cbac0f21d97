/* SPDX-License-Identifier: MIT */
/*
 * The journal of a run: a line for each document that is finished, of a sum, the
 * exit code, the SHA-256 of the input, its name, and all of it in base64, with
 * tabs between them. It is only added to; a line that was not written to its end
 * ends it. The first line says what the run was.
 */
#ifndef DD_CLI_JOURNAL_H
#define DD_CLI_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/digest.h"
#include "base/table.h"

struct dd_buffer;
struct dd_error;

/* A file that was made of a document. */
struct dd_product {
	const char *format; /* "html" */
	const char *path;
	char digest[DD_DIGEST_SIZE];
	size_t bytes;
};

/* One document that is finished. Texts are borrowed. */
struct dd_entry {
	const char *name; /* the id of a line of JSON, else the path */
	char digest[DD_DIGEST_SIZE];	   /* of its bytes; "" where unread */
	char surroundings[DD_DIGEST_SIZE]; /* diplodoc_surroundings, or "" */
	int status;			   /* the exit code it leads to */
	const char *record;		   /* diplodoc_record; NULL: none */
	size_t record_len;
	int failure_code;    /* negative; 0: none */
	const char *failure; /* its sentence */
	const struct dd_product *products;
	size_t product_count;
	const char *const *said; /* sentences on standard error */
	size_t said_count;
};

/* What a run is: journals of different ones have nothing to say to each other. */
struct dd_journal_head {
	const char *command; /* "check" */
	const char *key;     /* digest of all that decides on results */
};

struct dd_journal {
	const char *path; /* borrowed */
	int fd;		  /* -1: not open */
	struct dd_journal_head head;
	struct dd_table entries; /* by name: where the last one stands */
	size_t lines; /* entries read, also those that are obsolete */
	size_t cut;   /* bytes behind the last whole line */
	size_t end;   /* of the last whole line */
	struct dd_arena arena;
};

enum dd_journal_use {
	DD_JOURNAL_READ,   /* of somebody else, left as it is */
	DD_JOURNAL_RESUME, /* read, and added to */
	DD_JOURNAL_RENEW,  /* begun again */
};

/* Opens a journal for a run of that head, which is borrowed; NULL to read. One
 * that is added to is made where it is missing, is locked, loses a line that is
 * not whole, and is begun again where its head is another one: *ret_other says
 * so. Returns 0; DD_E_USAGE where the file is no journal, or is in use;
 * DD_E_INPUT or DD_E_OUTPUT. Close in all cases. */
int dd_journal_open(struct dd_journal *journal, const char *path,
    enum dd_journal_use use, const struct dd_journal_head *head,
    bool *ret_other, struct dd_error *error);

/* Makes the lines last, and closes. Returns 0 or DD_E_OUTPUT. */
int dd_journal_close(struct dd_journal *journal, struct dd_error *error);

/* Adds a line. Returns 0 or DD_E_OUTPUT. */
int dd_journal_add(struct dd_journal *journal, const struct dd_entry *entry,
    struct dd_error *error);

/* The last entry of that name; its texts are in the arena. False where there is
 * none, or where it cannot be read any more. */
bool dd_journal_find(const struct dd_journal *journal, const char *name,
    struct dd_arena *arena, struct dd_entry *ret_entry);

#endif
