/* SPDX-License-Identifier: MIT */
/* What validate, check and convert share: engine, inputs, reading, checking. */
#ifndef DD_CLI_SESSION_H
#define DD_CLI_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buffer.h"
#include "base/seen.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "cli/reports.h"
#include "cli/shard.h"

struct dd_answer;
struct dd_call;
struct dd_console;
struct dd_crew;
struct dd_error;
struct dd_entry;
struct dd_exam;
struct dd_known;
struct dd_ledger;
struct dd_since;
struct dd_timing;

struct dd_session {
	struct dd_console *console;
	const struct dd_settings *set;
	struct diplodoc *engine;
	struct dd_inputs inputs;
	struct dd_buffer piped; /* read from standard input, or empty */
	struct dd_reports reports;
	struct dd_answer *answer; /* to the line at work, or NULL */
	/* For the editorial rules; NULL: they do not run. */
	const struct diplodoc_check_options *check;
	struct dd_known *known;	  /* a baseline, or NULL */
	struct dd_since *since;	  /* old findings, or NULL */
	struct dd_timing *timing; /* of all inputs, or NULL */
	struct dd_timing *spent;  /* of the one that is examined, or NULL */
	struct dd_ledger *ledger; /* of what is done, or NULL */
	struct dd_crew *crew;	  /* workers, or NULL */
	struct dd_shard shard;	  /* which inputs are to be done */
	struct dd_seen told; /* what keeps several documents from the check */
	struct dd_progress progress;
};

/* Sets up the engine alone, for a command without inputs. As below. */
int dd_session_start(struct dd_session *session, struct dd_console *console,
    const struct dd_call *call);

/* Collects the inputs and sets up the engine. Returns 0, or a negative code
 * after a sentence on the console. Close in both cases. */
int dd_session_open(struct dd_session *session, struct dd_console *console,
    const struct dd_call *call);
void dd_session_close(struct dd_session *session);

/* The name of input `index` in messages. */
const char *dd_session_name(const struct dd_session *session, size_t index);

/* What input `index` goes by in journals and shards: the id of a line of JSON,
 * else its name. */
const char *dd_session_key(const struct dd_session *session, size_t index);

/* True where input `index` is standard input. */
bool dd_session_is_piped(const struct dd_session *session, size_t index);

/* Bytes of the largest input. One more shows the gate that it is too large. */
size_t dd_session_limit(void);

/* The path of input `index`; NULL for one without: standard
 * input that has no name, or bytes in a line of JSON. */
const char *dd_session_path(const struct dd_session *session, size_t index);

/* Reads input `index` into the empty buffer. As dd_file_read. */
int dd_session_load(struct dd_session *session, size_t index,
    struct dd_buffer *bytes, struct dd_error *error);

/* Releases the bytes of input `index`; those of standard input, which nobody can
 * read twice, are kept for the next dd_session_load. */
void dd_session_keep(
    struct dd_session *session, size_t index, struct dd_buffer *bytes);

/* What a command does with a document after it is checked and reported; and what
 * it does instead with one whose outputs are there already. All may be NULL. */
struct dd_work {
	/* Reads an input; NULL: dd_session_load. */
	int (*load)(void *data, size_t index, struct dd_buffer *bytes,
	    struct dd_error *error);
	/* In a worker, in place of dd_examine: appends all that dd_crew_await
	 * is for. */
	void (*serve)(
	    void *data, const struct dd_exam *exam, struct dd_buffer *answer);
	/* In a worker, where there are any: appends what `use` needs. */
	void (*answer)(void *data, struct diplodoc_document *document,
	    const char *name, struct dd_buffer *answer);
	void (*use)(
	    void *data, size_t index, struct diplodoc_document *document);
	void (*repeat)(void *data, size_t index, const struct dd_entry *entry);
	void *data; /* of all of them */
	bool all;   /* inputs of other shards too */
	/* Of an input whose worker ended, N_("It was not formatted"); NULL: it
	 * was not checked. */
	const char *undone;
};

/* True where input `index` is there and is to be done here; goes on over those
 * that are for other shards. */
bool dd_session_next(struct dd_session *session, size_t *index);

/* One more input is done, with that exit code: the line of progress. */
void dd_session_step(struct dd_session *session, int status);

/* Says a sentence on standard error that belongs to the document at work. */
void dd_session_say(struct dd_session *session, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Reads, opens, checks, mends and reports input `index`, then calls `use` if it
 * could be read; before it is reported where a line of JSON is
 * answered, as outputs are part of the answer. Failures are said and noted. False
 * where it was not done, because the run is interrupted. */
bool dd_session_process(
    struct dd_session *session, size_t index, const struct dd_work *work);

/* Reports input `index` as a journal has it; `bytes` are its own, or none. False
 * where the entry cannot be used. */
bool dd_session_repeat(struct dd_session *session, size_t index,
    const struct dd_work *work, const struct dd_entry *entry,
    const struct dd_buffer *bytes);

/* Reads a side file (a style sheet) whole into memory that the caller frees.
 * Returns 0, or a negative code after a sentence. */
int dd_session_read(struct dd_session *session, const char *path,
    char **ret_data, size_t *ret_len);

#endif
