/* SPDX-License-Identifier: MIT */
/* Owns: the rounds of mending, and what becomes of the result. */
#include "cli/mend.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "cli/console.h"
#include "cli/diff.h"
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

/* One document on its way through the rounds. */
struct mending {
	struct dd_session *session;
	size_t index;
	struct diplodoc_document *document; /* of this round */
	struct dd_buffer bytes;		    /* of this round */
	const struct dd_buffer *given;	    /* what the file held */
	size_t fixed;
};

/* False where nothing was left to mend, or where it failed. */
static bool
run_round(struct mending *mending, struct diplodoc_error *error)
{
	const struct dd_settings *set = mending->session->set;
	struct diplodoc_document *next;
	size_t count = 0, len = 0;
	char *data = NULL;

	if (diplodoc_fix(mending->document, set->fix_unsafe,
		mending->bytes.data, mending->bytes.len, &data, &len, &count,
		error) != DIPLODOC_OK ||
	    count == 0)
		return false;
	next = dd_session_parse(mending->session, mending->index, data, len);
	if (dd_session_examine(mending->session, mending->index, next, error) !=
	    DIPLODOC_OK) {
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

static int
write_result(struct mending *mending, struct dd_diff_text before,
    struct diplodoc_error *error)
{
	struct dd_session *session = mending->session;
	struct dd_diff_text after;
	struct dd_error inner = {.messages = &session->console->messages};
	int result;

	if (session->set->diff) {
		after.data = diplodoc_text(mending->document, &after.len);
		dd_diff_print(&session->console->out,
		    dd_session_name(session, mending->index), before, after,
		    session->console->out_terminal);
		return DIPLODOC_OK;
	}
	if (dd_session_is_piped(session, mending->index))
		result = dd_error_set(&inner, DD_E_USAGE,
		    "standard input cannot be mended in place; `--diff` "
		    "prints what would change.");
	else
		result = dd_replace(dd_session_path(session, mending->index),
		    mending->given, mending->bytes.data, mending->bytes.len,
		    &inner);
	if (result != DD_OK) {
		error->code = result;
		memcpy(error->text, inner.text, sizeof(error->text));
	}
	return result;
}

/* The document as it is in the file, where nothing has come of mending. */
static void
go_back(struct mending *mending)
{
	struct diplodoc_error error = {0};

	if (mending->fixed == 0)
		return;
	diplodoc_close(mending->document);
	mending->document = dd_session_parse(mending->session, mending->index,
	    mending->given->data, mending->given->len);
	dd_session_examine(
	    mending->session, mending->index, mending->document, &error);
}

void
dd_mend(struct dd_session *session, size_t index,
    struct diplodoc_document **document, const struct dd_buffer *bytes)
{
	struct mending mending = {.session = session,
	    .index = index,
	    .document = *document,
	    .given = bytes};
	struct diplodoc_error error = {0};
	struct dd_diff_text before;
	struct dd_buffer copy;

	before.data = diplodoc_text(*document, &before.len);
	dd_buffer_init(&copy, 0);
	dd_buffer_add(&copy, before.data, before.len);
	before.data = copy.data;
	dd_buffer_init(&mending.bytes, 0);
	dd_buffer_add(&mending.bytes, bytes->data, bytes->len);
	for (int i = 0; i < ROUNDS; i++)
		if (!run_round(&mending, &error))
			break;
	if (error.code == 0 && mending.fixed > 0)
		write_result(&mending, before, &error);
	if (error.code == 0)
		session->reports.tally.fixed += mending.fixed;
	else {
		dd_console_fail(session->console, error.code, error.text);
		go_back(&mending);
	}
	*document = mending.document;
	dd_buffer_release(&mending.bytes);
	dd_buffer_release(&copy);
}
