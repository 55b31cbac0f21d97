/* SPDX-License-Identifier: MIT */
/*
 * `diplodoc fmt`: summaries and house files in their canonical form, in place.
 * What cannot be formatted is reported on standard error and left.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/diff.h"
#include "cli/options.h"
#include "cli/replace.h"
#include "cli/session.h"

struct formatting {
	struct dd_session session;
	struct dd_buffer findings;
	size_t changed, refused;
};

/* One input, as it is and as it should be. */
struct work {
	size_t index;
	struct dd_buffer bytes;
	struct diplodoc_document *document;
	char *data; /* canonical */
	size_t len;
};

static void
print_diff(struct dd_session *session, const struct work *work)
{
	struct dd_console *console = session->console;
	const char *name = dd_session_name(session, work->index);
	struct dd_diff_text before, after = {work->data, work->len};
	size_t printed = console->out.len;

	before.data = diplodoc_text(work->document, &before.len);
	dd_diff_print(
	    &console->out, name, before, after, console->out_terminal);
	if (console->out.len == printed)
		dd_console_say(console,
		    "%s: only the byte order mark at its start would go.",
		    name);
}

/* What there is to do with an input that is not canonical. False where it could
 * not be done. */
static bool
change(struct dd_session *session, const struct work *work)
{
	struct dd_console *console = session->console;
	const struct dd_settings *set = session->set;
	struct dd_error error = {.messages = &session->console->messages};

	if (set->diff)
		print_diff(session, work);
	else if (set->check)
		dd_buffer_printf(&console->out, "%s\n",
		    dd_session_name(session, work->index));
	else if (dd_replace(dd_session_path(session, work->index), &work->bytes,
		     work->data, work->len, &error) != DD_OK)
		dd_console_fail(console, error.code, error.text);
	if (set->check)
		dd_console_note(console, DD_EXIT_FINDINGS);
	return error.code == DD_OK;
}

static void
deliver(struct formatting *formatting, const struct work *work)
{
	struct dd_session *session = &formatting->session;
	const struct dd_settings *set = session->set;
	bool same = work->len == work->bytes.len &&
	    memcmp(work->data, work->bytes.data, work->len) == 0;

	if (!set->check && !set->diff &&
	    dd_session_is_piped(session, work->index))
		dd_buffer_add(&session->console->out, work->data, work->len);
	else if (!same && !change(session, work))
		return;
	formatting->changed += !same;
}

/* Says why an input is left as it is, with the findings that show where. */
static void
refuse(struct formatting *formatting, const struct work *work,
    const char *sentence)
{
	struct dd_session *session = &formatting->session;
	struct dd_outcome outcome = {
	    .file = dd_session_name(session, work->index),
	    .document = work->document,
	};
	struct diplodoc_error error = {0};

	if (dd_session_examine(session, work->index, work->document, &error) ==
	    DIPLODOC_OK)
		dd_reports_add(&session->reports, &outcome);
	dd_console_tell(session->console, &formatting->findings);
	dd_buffer_clear(&formatting->findings);
	dd_console_say(
	    session->console, "%s: not formatted. %s", outcome.file, sentence);
	dd_console_note(session->console, DD_EXIT_FINDINGS);
	formatting->refused++;
}

static void
format(struct formatting *formatting, struct work *work)
{
	struct dd_session *session = &formatting->session;
	struct diplodoc_error error = {0};
	int result;

	work->document = dd_session_parse(
	    session, work->index, work->bytes.data, work->bytes.len);
	result = diplodoc_canonical(
	    work->document, session->set->nfc, &work->data, &work->len, &error);
	if (result == DIPLODOC_OK)
		deliver(formatting, work);
	else if (result == DIPLODOC_E_INPUT)
		refuse(formatting, work, error.text);
	else
		dd_console_fail(session->console, result, error.text);
	diplodoc_close(work->document);
	free(work->data);
}

static void
format_all(struct formatting *formatting)
{
	struct dd_session *session = &formatting->session;

	dd_reports_begin_aside(
	    &session->reports, session, &formatting->findings);
	for (size_t i = 0; dd_session_next(session, &i); i++) {
		struct work work = {.index = i};
		struct dd_error error = {
		    .messages = &session->console->messages};

		dd_buffer_init(&work.bytes, 0);
		if (dd_session_load(session, i, &work.bytes, &error) == DD_OK)
			format(formatting, &work);
		else
			dd_console_fail(
			    session->console, error.code, error.text);
		dd_buffer_release(&work.bytes);
		dd_session_step(session, DD_EXIT_CLEAN);
		if (!dd_console_flush(session->console))
			break;
	}
	dd_reports_end(&session->reports, session->console);
	dd_reports_release(&session->reports);
}

static void
say_summary(const struct formatting *formatting)
{
	const struct dd_session *session = &formatting->session;
	const struct dd_messages *messages = &session->console->messages;
	bool one = session->inputs.count == 1;
	struct dd_buffer line;

	dd_buffer_init(&line, 0);
	if (session->set->check || session->set->diff)
		dd_buffer_printf(&line,
		    dd_message(messages,
			one ? N_("%zu of %zu file would change.")
			    : N_("%zu of %zu files would change.")),
		    formatting->changed, session->inputs.count);
	else
		dd_buffer_printf(&line,
		    dd_message(messages,
			one ? N_("%zu of %zu file changed.")
			    : N_("%zu of %zu files changed.")),
		    formatting->changed, session->inputs.count);
	if (formatting->refused > 0)
		dd_buffer_printf(&line,
		    dd_message(messages, N_(" %zu cannot be formatted.")),
		    formatting->refused);
	dd_buffer_putc(&line, '\n');
	dd_console_tell(session->console, &line);
	dd_buffer_release(&line);
}

int
dd_cmd_fmt(struct dd_console *console, const struct dd_call *call)
{
	struct formatting formatting = {.changed = 0};

	dd_buffer_init(&formatting.findings, 0);
	if (dd_session_open(&formatting.session, console, call) ==
	    DIPLODOC_OK) {
		format_all(&formatting);
		if (!call->set.quiet && !console->out_failed)
			say_summary(&formatting);
	}
	dd_session_close(&formatting.session);
	dd_buffer_release(&formatting.findings);
	return console->status;
}
