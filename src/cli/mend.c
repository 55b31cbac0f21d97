/* SPDX-License-Identifier: MIT */
/* Owns: the rounds of mending, and what becomes of the result. */
#include "cli/mend.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/wire.h"
#include "cli/console.h"
#include "cli/crew.h"
#include "cli/diff.h"
#include "cli/examine.h"
#include "cli/options.h"
#include "cli/replace.h"
#include "cli/session.h"

/* One fix may make room for another; rules that undo each other must not keep
 * the program busy. */
enum { ROUNDS = 10 };

bool
dd_mend_is_asked(const struct dd_settings *set)
{
	return set->fix || set->fix_unsafe || set->diff;
}

static void
refuse(struct dd_console *console, const char *sentence)
{
	dd_console_fail(console, DIPLODOC_E_USAGE,
	    dd_message(&console->messages, sentence));
}

void
dd_mend_check(struct dd_console *console, const struct dd_settings *set,
    const char *const *operands, size_t count)
{
	if (set->jsonl && dd_mend_is_asked(set))
		refuse(console,
		    N_("what stands in lines of JSON cannot be mended; leave "
		       "out "
		       "`--jsonl`."));
	for (size_t i = 0; i < count; i++)
		if (!set->diff && dd_mend_is_asked(set) &&
		    strcmp(operands[i], "-") == 0)
			refuse(console,
			    N_("standard input cannot be mended in place; "
			       "`--diff` prints what would change."));
}

/* --- in a worker ----------------------------------------------------------- */

/* One document on its way through the rounds. */
struct mending {
	struct dd_session *session;
	const struct dd_exam *exam;
	struct diplodoc_document *document; /* of this round */
	struct dd_buffer bytes;		    /* of this round */
	size_t fixed;
};

/* False where nothing was left to mend, or where it failed. */
static bool
run_round(struct mending *mending, struct diplodoc_error *error)
{
	struct dd_session *session = mending->session;
	const struct dd_exam *exam = mending->exam;
	struct diplodoc_document *next;
	size_t count = 0, len = 0;
	char *data = NULL;

	if (diplodoc_fix(mending->document, session->set->fix_unsafe,
		mending->bytes.data, mending->bytes.len, &data, &len, &count,
		error) != DIPLODOC_OK ||
	    count == 0)
		return false;
	next =
	    diplodoc_open(session->engine, exam->name, exam->path, data, len);
	if (dd_examine_round(session, exam, next, error) != DIPLODOC_OK) {
		diplodoc_close(next);
		free(data);
		return false;
	}
	diplodoc_close(mending->document);
	mending->document = next;
	dd_buffer_clear(&mending->bytes);
	dd_buffer_add(&mending->bytes, data, len);
	free(data);
	mending->fixed += count;
	return true;
}

/* What the rounds have led to: bytes, what changes, and a record. */
static void
put_result(const struct mending *mending, const struct dd_buffer *before,
    struct dd_buffer *answer)
{
	const struct dd_session *session = mending->session;
	struct dd_diff_text after;
	struct dd_buffer diff;
	size_t len;
	char *record = diplodoc_record(mending->document, &len);

	dd_buffer_init(&diff, 0);
	after.data = diplodoc_text(mending->document, &after.len);
	if (session->set->diff)
		dd_diff_print(&diff, mending->exam->name,
		    (struct dd_diff_text){before->data, before->len}, after,
		    session->console->out_terminal);
	dd_wire_put_bytes(answer, mending->bytes.data, mending->bytes.len);
	dd_wire_put_text(answer, diff.len > 0 ? diff.data : "");
	dd_wire_put_text(answer, record);
	dd_buffer_release(&diff);
	free(record);
}

void
dd_mend_rounds(struct dd_session *session, const struct dd_exam *exam,
    struct diplodoc_document **document, struct dd_buffer *answer)
{
	struct mending mending = {
	    .session = session, .exam = exam, .document = *document};
	struct diplodoc_error error = {0};
	struct dd_buffer before;
	const char *text;
	size_t len;

	text = diplodoc_text(*document, &len);
	dd_buffer_init(&before, 0);
	dd_buffer_add(&before, text, len);
	dd_buffer_init(&mending.bytes, 0);
	dd_buffer_add(&mending.bytes, exam->bytes, exam->len);
	for (int i = 0; i < ROUNDS; i++)
		if (!run_round(&mending, &error))
			break;
	dd_wire_put_number(answer, error.code == 0 ? mending.fixed : 0);
	dd_wire_put_number(answer, (size_t)-error.code);
	dd_wire_put_text(answer, error.text);
	if (error.code == 0 && mending.fixed > 0)
		put_result(&mending, &before, answer);
	*document = mending.document;
	dd_buffer_release(&mending.bytes);
	dd_buffer_release(&before);
}

/* --- in the session -------------------------------------------------------- */

/* What a worker has made of a document. */
struct mended {
	size_t fixed, len;
	const char *bytes, *diff; /* NULL where nothing was mended */
	struct diplodoc_document *document;
};

/* Reads it. Returns 0, or a code and `error`. */
static int
receive(struct dd_session *session, size_t index, struct mended *mended,
    struct diplodoc_error *error)
{
	struct dd_wire *wire = dd_crew_answer(session->crew);
	const char *sentence, *record;

	*mended = (struct mended){.fixed = dd_wire_number(wire)};
	error->code = -(int)dd_wire_number(wire);
	sentence = dd_wire_word(wire);
	if (mended->fixed > 0) {
		mended->bytes = dd_wire_bytes(wire, &mended->len);
		mended->diff = dd_wire_word(wire);
		record = dd_wire_word(wire);
		if (!wire->failed && mended->bytes)
			mended->document = diplodoc_replay(session->engine,
			    dd_session_name(session, index),
			    dd_session_path(session, index), mended->bytes,
			    mended->len, record, strlen(record));
	}
	if (wire->failed || error->code > 0 ||
	    error->code < DIPLODOC_E_OUTPUT ||
	    (mended->fixed > 0 && !mended->document))
		return dd_crew_refuse(session->crew, error);
	memccpy(error->text, sentence, 0, sizeof(error->text) - 1);
	return error->code;
}

/* Prints the difference, or writes the file, which held `given`. */
static int
deliver(struct dd_session *session, size_t index, const struct mended *mended,
    const struct dd_buffer *given, struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &session->console->messages};

	if (session->set->diff) {
		dd_buffer_puts(&session->console->out, mended->diff);
		return DIPLODOC_OK;
	}
	if (dd_session_is_piped(session, index))
		error->code = dd_error_set(&inner, DD_E_USAGE,
		    "standard input cannot be mended in place; `--diff` "
		    "prints what would change.");
	else
		error->code = dd_replace(dd_session_path(session, index), given,
		    mended->bytes, mended->len, &inner);
	memcpy(error->text, inner.text, sizeof(error->text));
	return error->code;
}

void
dd_mend(struct dd_session *session, size_t index,
    struct diplodoc_document **document, const struct dd_buffer *bytes)
{
	struct diplodoc_error error = {0};
	struct mended mended;
	int result = receive(session, index, &mended, &error);

	if (result == DIPLODOC_OK && mended.fixed > 0)
		result = deliver(session, index, &mended, bytes, &error);
	if (result != DIPLODOC_OK)
		dd_console_fail(session->console, result, error.text);
	if (result == DIPLODOC_OK && mended.fixed > 0) {
		session->reports.tally.fixed += mended.fixed;
		diplodoc_close(*document);
		*document = mended.document;
	} else {
		diplodoc_close(mended.document);
	}
}
