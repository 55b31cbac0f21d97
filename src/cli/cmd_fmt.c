/* SPDX-License-Identifier: MIT */
/*
 * `diplodoc fmt`: summaries and house files in their canonical form, in place.
 * What cannot be formatted is reported on standard error and left. Workers lay
 * out and compare; files are read and written here.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/wire.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/crew.h"
#include "cli/diff.h"
#include "cli/examine.h"
#include "cli/options.h"
#include "cli/replace.h"
#include "cli/session.h"

struct formatting {
	struct dd_session session;
	struct dd_buffer findings;
	size_t done, changed, refused;
};

/* One input, and what a worker says of it. */
struct work {
	size_t index;
	struct dd_buffer bytes;
	const char *text, *diff; /* canonical; what changes; or NULL */
};

/* --- in a worker ----------------------------------------------------------- */

/* What would change, as far as somebody asks. */
static void
put_changes(const struct formatting *formatting, const char *name,
    struct diplodoc_document *document, const char *text, size_t len,
    struct dd_buffer *answer)
{
	const struct dd_session *session = &formatting->session;
	struct dd_diff_text before, after = {text, len};
	struct dd_buffer diff;

	dd_buffer_init(&diff, 0);
	before.data = diplodoc_text(document, &before.len);
	if (session->set->diff)
		dd_diff_print(
		    &diff, name, before, after, session->console->out_terminal);
	dd_wire_put_text(answer, text);
	dd_wire_put_text(answer, diff.len > 0 ? diff.data : "");
	dd_buffer_release(&diff);
}

/* What is wrong with it. */
static void
put_findings(struct diplodoc_document *document, struct dd_buffer *answer)
{
	struct diplodoc_error error = {0};
	bool known = diplodoc_validate(document, &error) == DIPLODOC_OK;
	size_t len;
	char *record = known ? diplodoc_record(document, &len) : NULL;

	dd_wire_put_text(answer, record);
	free(record);
}

/* The `serve` of a dd_work: a code and a sentence; then the text and what changes,
 * or the findings. */
static void
serve(void *data, const struct dd_exam *exam, struct dd_buffer *answer)
{
	struct formatting *formatting = data;
	struct dd_session *session = &formatting->session;
	struct diplodoc_document *document = diplodoc_open(
	    session->engine, exam->name, exam->path, exam->bytes, exam->len);
	struct diplodoc_error error = {0};
	char *text = NULL;
	size_t len;
	int result = diplodoc_canonical(
	    document, session->set->nfc, &text, &len, &error);

	dd_wire_put_number(answer, (size_t)-result);
	dd_wire_put_text(answer, error.text);
	if (result == DIPLODOC_OK)
		put_changes(
		    formatting, exam->name, document, text, len, answer);
	else if (result == DIPLODOC_E_INPUT)
		put_findings(document, answer);
	diplodoc_close(document);
	free(text);
}

/* --- in the session -------------------------------------------------------- */

static void
print_diff(struct dd_session *session, const struct work *work)
{
	struct dd_console *console = session->console;

	dd_buffer_puts(&console->out, work->diff);
	if (!*work->diff)
		dd_console_say(console,
		    "%s: only the byte order mark at its start would go.",
		    dd_session_name(session, work->index));
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
		     work->text, strlen(work->text), &error) != DD_OK)
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
	size_t len = strlen(work->text);
	bool same = len == work->bytes.len &&
	    memcmp(work->text, work->bytes.data, len) == 0;

	if (!set->check && !set->diff &&
	    dd_session_is_piped(session, work->index))
		dd_buffer_add(&session->console->out, work->text, len);
	else if (!same && !change(session, work))
		return;
	formatting->changed += !same;
}

/* Says why an input is left as it is, with the findings that show where: a
 * record, or NULL. */
static void
refuse(struct formatting *formatting, const struct work *work,
    const char *sentence, const char *record)
{
	struct dd_session *session = &formatting->session;
	struct dd_outcome outcome = {
	    .file = dd_session_name(session, work->index),
	};

	if (record)
		outcome.document = diplodoc_replay(session->engine,
		    outcome.file, dd_session_path(session, work->index),
		    work->bytes.data, work->bytes.len, record, strlen(record));
	if (outcome.document)
		dd_reports_add(&session->reports, &outcome);
	diplodoc_close(outcome.document);
	dd_console_tell(session->console, &formatting->findings);
	dd_buffer_clear(&formatting->findings);
	dd_console_say(
	    session->console, "%s: not formatted. %s", outcome.file, sentence);
	dd_console_note(session->console, DD_EXIT_FINDINGS);
	formatting->refused++;
}

/* Does what the answer of a worker asks for. Returns 0; or a code and `error`. */
static int
take(struct formatting *formatting, struct work *work, struct dd_crew *crew,
    struct diplodoc_error *error)
{
	struct dd_wire *wire = &crew->answer;
	int result = -(int)dd_wire_number(wire);
	const char *sentence = dd_wire_word(wire), *record = NULL;

	if (result == DIPLODOC_OK) {
		work->text = dd_wire_word(wire);
		work->diff = dd_wire_word(wire);
	} else if (result == DIPLODOC_E_INPUT) {
		record = dd_wire_text(wire);
	}
	if (wire->failed || result < DIPLODOC_E_OUTPUT)
		return dd_crew_refuse(crew, error);
	if (result == DIPLODOC_OK)
		deliver(formatting, work);
	else if (result == DIPLODOC_E_INPUT)
		refuse(formatting, work, sentence, record);
	else
		memccpy(error->text, sentence, 0, sizeof(error->text) - 1);
	return result == DIPLODOC_E_INPUT ? DIPLODOC_OK : result;
}

/* False where the run is interrupted. */
static bool
format(struct formatting *formatting, size_t index, struct dd_crew *crew)
{
	struct dd_session *session = &formatting->session;
	struct dd_console *console = session->console;
	struct work work = {.index = index};
	struct diplodoc_error error = {0};
	int result;

	dd_buffer_init(&work.bytes, 0);
	result = dd_crew_await(crew, index, &work.bytes, &error);
	if (result == DIPLODOC_OK && !dd_crew_is_stopped(crew))
		result = take(formatting, &work, crew, &error);
	if (result == DIPLODOC_E_ENGINE)
		dd_crew_tell(crew, index, &error);
	else if (result != DIPLODOC_OK)
		dd_console_fail(console, result, error.text);
	dd_buffer_release(&work.bytes);
	return !dd_crew_is_stopped(crew);
}

static void
format_all(struct formatting *formatting)
{
	struct dd_session *session = &formatting->session;
	const struct dd_work todo = {.serve = serve,
	    .data = formatting,
	    .undone = N_("It was not formatted")};
	struct dd_crew crew;
	size_t i = 0;

	dd_reports_begin_aside(
	    &session->reports, session, &formatting->findings);
	dd_crew_open(&crew, session, &todo);
	for (; dd_session_next(session, &i); i++) {
		if (!format(formatting, i, &crew))
			break;
		formatting->done++;
		dd_session_step(session, DD_EXIT_CLEAN);
		dd_inputs_drop(&session->inputs, i + 1);
		if (!dd_console_flush(session->console))
			break;
	}
	dd_crew_close(&crew, i);
	dd_reports_end(&session->reports, session->console);
	dd_reports_release(&session->reports);
}

static void
say_summary(const struct formatting *formatting)
{
	const struct dd_session *session = &formatting->session;
	const struct dd_messages *messages = &session->console->messages;
	bool one = formatting->done == 1;
	struct dd_buffer line;

	dd_buffer_init(&line, 0);
	if (session->set->check || session->set->diff)
		dd_buffer_printf(&line,
		    dd_message(messages,
			one ? N_("%zu of %zu file would change.")
			    : N_("%zu of %zu files would change.")),
		    formatting->changed, formatting->done);
	else
		dd_buffer_printf(&line,
		    dd_message(messages,
			one ? N_("%zu of %zu file changed.")
			    : N_("%zu of %zu files changed.")),
		    formatting->changed, formatting->done);
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
