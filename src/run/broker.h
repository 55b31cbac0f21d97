/* SPDX-License-Identifier: MIT */
/*
 * Files for workers, which may open none themselves: a worker asks for what a
 * document, a house or rules name, the parent decides, opens it, and hands it
 * over. What it was given is open to be read and nothing else. One request is
 * one message, and so is its answer.
 */
#ifndef DD_RUN_BROKER_H
#define DD_RUN_BROKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/table.h"
#include "run/broker_named.h"

struct dd_engine;
struct dd_files;

/* --- in the worker ---- */

/* From now on files are asked for by that connection. */
void dd_broker_connect(struct dd_files *files, const int *fd);

/* --- in the parent ---- */

/* A document that the worker has in hand. */
struct dd_broker_document {
	uint64_t number;  /* above 0; no other document has it */
	const char *path; /* NULL: it has none, and so no files */
	const char *bytes;
	size_t len;
};

/* All of them, one after the other. */
struct dd_broker_hand {
	/* False behind the last; else *ret_document lives until the next call. */
	bool (*get)(void *context, size_t index,
	    struct dd_broker_document *ret_document);
	void *context;
};

struct dd_broker {
	struct dd_engine *engine; /* borrowed */
	struct dd_table granted;  /* houses and rules that were handed over */
	struct dd_arena arena;
	struct dd_broker_names names; /* of the document that asked last */
};

void dd_broker_init(struct dd_broker *broker, struct dd_engine *engine);
void dd_broker_release(struct dd_broker *broker);

/* Answers a request from a worker with that in hand by the connection `fd`,
 * without waiting. What may not be had is answered by EACCES. False for what no
 * worker sends that still does its own work. */
bool dd_broker_answer(struct dd_broker *broker, int fd, const char *request,
    size_t len, const struct dd_broker_hand *hand);

#endif
