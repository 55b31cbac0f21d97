/* SPDX-License-Identifier: MIT */
/*
 * Documents of a session that are examined by workers, ahead of their turn.
 * Reading and writing of files, reports and their order stay with the session.
 */
#ifndef DD_CLI_CREW_H
#define DD_CLI_CREW_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "base/wire.h"

struct dd_session;
struct dd_work;
struct diplodoc_document;
struct diplodoc_error;
struct diplodoc_pool;

struct dd_crew {
	struct dd_session *session;
	const struct dd_work *work;
	struct diplodoc_pool *pool;
	size_t next;	       /* the input that was not looked at yet */
	bool *given;	       /* a ring: which of them workers have */
	struct dd_arena arena; /* of the answer at hand */
	struct dd_arena task;  /* of one that was looked at */
	struct dd_wire answer; /* what is left of it */
	bool present;	       /* a worker had the input at work */
	bool stopped;	       /* and was interrupted */
	int code;	       /* DIPLODOC_OK: there is an answer */
	char failure[1024];    /* else why not */
	struct dd_buffer own;  /* an answer that no worker gave */
	volatile int interrupts;
	volatile int signal; /* the one that interrupted */
};

/* Sets up workers for the session, which is ready for its first document.
 * Interrupts of the run are heeded from now on. */
void dd_crew_open(struct dd_crew *crew, struct dd_session *session,
    const struct dd_work *work);

/* Ends the workers; says where the run was interrupted before input `index`, the
 * first that was not done, and notes 128 and the signal. */
void dd_crew_close(struct dd_crew *crew, size_t index);

/* Hands out inputs as far as there is room, then waits for input `index`. True
 * where workers had it: `bytes`, empty before, are its bytes. */
bool dd_crew_take(struct dd_crew *crew, size_t index, struct dd_buffer *bytes);

/* True where the run is interrupted, and what was taken was not done. */
bool dd_crew_is_stopped(const struct dd_crew *crew);

/* Makes the document of input `index`, taken with these bytes, with what the
 * worker found in it. Returns what the check returned there, with `error`, or DIPLODOC_E_ENGINE. */
int dd_crew_document(struct dd_crew *crew, size_t index,
    const struct dd_buffer *bytes, struct diplodoc_document **ret_document,
    struct diplodoc_error *error);

/* Does here what a worker would do, with an input that could not be read when
 * inputs were handed out, and can when its turn comes. */
void
dd_crew_work(struct dd_crew *crew, size_t index, const struct dd_buffer *bytes);

/* What the work appended for it; NULL where no worker had the input at work. */
struct dd_wire *dd_crew_answer(struct dd_crew *crew);

/* The same for a work that serves: what it appended is in `crew->answer`, unless
 * the run is interrupted. Returns 0; or a code and `error` where the input cannot
 * be read, or where its worker ended. */
int dd_crew_await(struct dd_crew *crew, size_t index, struct dd_buffer *bytes,
    struct diplodoc_error *error);

/* Says, on the console, why there is no answer for an input, and notes it. */
void dd_crew_tell(const struct dd_crew *crew, size_t index,
    const struct diplodoc_error *error);

/* Says in `error` that an answer cannot be read; returns its code. */
int dd_crew_refuse(struct dd_crew *crew, struct diplodoc_error *error);

#endif
