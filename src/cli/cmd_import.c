/* SPDX-License-Identifier: MIT */
/* `diplodoc import`: a text becomes a summary, with evidence. A worker
 * reads the text; files are read and written here. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/messages.h"
#include "base/wire.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/crew.h"
#include "cli/examine.h"
#include "cli/options.h"
#include "cli/guard.h"
#include "cli/session.h"
#include "report/evidence.h"

/* --- in a worker ----------------------------------------------------------- */

/* A sentence for standard error, which is taken out of `line`. */
static void
put_line(struct dd_buffer *answer, struct dd_buffer *line)
{
	dd_wire_put_text(answer, line->data);
	dd_buffer_release(line);
}

/* What an editor must decide, one line each. */
static void
put_questions(const struct dd_session *session, const char *name,
    const struct diplodoc_imported *imported, struct dd_buffer *answer)
{
	const struct diplodoc_evidence *question;
	struct dd_buffer line;

	for (size_t i = 0; (question = diplodoc_imported_evidence(
				imported, DIPLODOC_QUESTION, i)) != NULL;
	     i++) {
		dd_buffer_init(&line, 0);
		dd_buffer_printf(&line,
		    dd_message(&session->console->messages,
			"%s:%zu:%zu: please decide: %s%s%s%s"),
		    name, question->place.line, question->place.column,
		    question->reason, *question->value ? ": `" : "",
		    question->value, *question->value ? "`" : "");
		put_line(answer, &line);
	}
}

static void
put_report(const struct dd_session *session, const char *name,
    const struct diplodoc_imported *imported, struct dd_buffer *answer)
{
	struct dd_buffer report;

	dd_buffer_init(&report, 0);
	if (session->set->report)
		dd_evidence_print(
		    &report, session->set->report, name, imported);
	dd_wire_put_text(answer, report.data);
	dd_buffer_release(&report);
}

/* What comes back from another format is what that says: it is written where it
 * is valid, and else what is wrong with it is told. Returns the exit code. */
static int
put_faults(struct dd_session *session, const char *name, const char *path,
    const char *xml, size_t len, struct dd_buffer *answer)
{
	struct diplodoc_document *document =
	    diplodoc_open(session->engine, name, path, xml, len);
	const struct diplodoc_diagnostic *finding;
	struct diplodoc_error error = {0};
	const struct dd_messages *messages = &session->console->messages;
	struct dd_buffer line;
	int result = diplodoc_validate(document, &error);
	bool valid = diplodoc_verdict(document) == DIPLODOC_PASS;

	if (result != DIPLODOC_OK)
		dd_wire_put_text(answer, error.text);
	for (size_t i = 0; !valid && result == DIPLODOC_OK &&
	     (finding = diplodoc_diagnostic(document, i));
	     i++) {
		dd_buffer_init(&line, 0);
		dd_buffer_printf(&line, dd_message(messages, "%s: %s: %s"),
		    name, finding->id, finding->message);
		put_line(answer, &line);
	}
	if (!valid && result == DIPLODOC_OK) {
		dd_buffer_init(&line, 0);
		dd_buffer_printf(&line,
		    dd_message(messages,
			"%s: the summary is not written, because it is not "
			"valid."),
		    name);
		put_line(answer, &line);
	}
	diplodoc_close(document);
	return result != DIPLODOC_OK ? -result
	    : valid		     ? DD_EXIT_CLEAN
				     : DD_EXIT_FINDINGS;
}

/* The `serve` of a dd_work: what is to be decided, the report, what is wrong, the
 * exit code, and the summary. Sentences end with NULL. */
static void
serve(void *data, const struct dd_exam *exam, struct dd_buffer *answer)
{
	struct dd_session *session = data;
	const struct dd_settings *set = session->set;
	const struct diplodoc_import_options options = {
	    set->from, set->lang, set->issued, set->schema, set->retrieved};
	struct diplodoc_imported *imported;
	struct diplodoc_error error = {0};
	const char *name = exam->name, *xml = NULL;
	struct dd_buffer line;
	size_t len;
	int result = diplodoc_import(session->engine, name, exam->path,
	    exam->bytes, exam->len, &options, &imported, &error);
	int status = -result;

	put_questions(session, name, imported, answer);
	dd_wire_put_text(answer, NULL);
	put_report(session, name, imported, answer);
	if (result == DIPLODOC_OK) {
		xml = diplodoc_imported_xml(imported, &len);
		status =
		    put_faults(session, name, exam->path, xml, len, answer);
	} else {
		dd_buffer_init(&line, 0);
		dd_buffer_printf(&line,
		    dd_message(&session->console->messages, "%s: %s"), name,
		    error.text);
		put_line(answer, &line);
	}
	dd_wire_put_text(answer, NULL);
	dd_wire_put_number(answer, (size_t)status);
	dd_wire_put_text(answer, status == DD_EXIT_CLEAN ? xml : NULL);
	diplodoc_imported_free(imported);
}

/* --- in the session -------------------------------------------------------- */

static void
write_file(
    struct dd_console *console, const char *path, const char *data, size_t len)
{
	struct dd_error error = {0};

	if (!path || strcmp(path, "-") == 0) {
		dd_buffer_add(&console->out, data, len);
		dd_console_flush(console);
	} else if (dd_file_write(path, data, len, &error) != DD_OK) {
		dd_console_fail(console, error.code, error.text);
	}
}

/* A list of sentences that ends with NULL. */
static void
tell(struct dd_console *console, struct dd_wire *wire)
{
	const char *sentence;

	while ((sentence = dd_wire_text(wire)))
		dd_console_say(console, "%s", sentence);
}

/* True where the whole answer can be read; it is not taken. */
static bool
is_whole(struct dd_wire wire)
{
	while (dd_wire_text(&wire))
		continue;
	dd_wire_text(&wire);
	while (dd_wire_text(&wire))
		continue;
	dd_wire_number(&wire);
	dd_wire_text(&wire);
	return !wire.failed && wire.len == 0;
}

static void
take(struct dd_session *session, struct dd_wire *wire)
{
	const struct dd_settings *set = session->set;
	struct dd_console *console = session->console;
	const char *text;
	size_t status;

	tell(console, wire);
	text = dd_wire_text(wire);
	if (text && set->report)
		write_file(console, set->report, text, strlen(text));
	tell(console, wire);
	status = dd_wire_number(wire);
	dd_console_note(console, status < DD_EXIT_MAX ? (int)status : 0);
	text = dd_wire_text(wire);
	if (text)
		write_file(console, set->output, text, strlen(text));
}

/* A text is not cut, so it must be there whole. */
static int
check_size(const struct dd_session *session, const struct dd_buffer *bytes,
    struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &session->console->messages};

	if (bytes->len <= dd_session_limit())
		return DD_OK;
	dd_error_set(&inner, DD_E_INPUT, "`%s` is larger than %zu bytes.",
	    dd_session_name(session, 0), dd_session_limit());
	memcpy(error->text, inner.text, sizeof(error->text));
	return DD_E_INPUT;
}

static void
import(struct dd_session *session)
{
	const struct dd_work todo = {.serve = serve,
	    .data = session,
	    .undone = N_("It was not imported")};
	struct dd_console *console = session->console;
	struct diplodoc_error error = {0};
	struct dd_buffer bytes;
	struct dd_crew crew;
	bool stopped;
	int result;

	dd_buffer_init(&bytes, 0);
	dd_crew_open(&crew, session, &todo);
	result = dd_crew_await(&crew, 0, &bytes, &error);
	stopped = dd_crew_is_stopped(&crew);
	if (result == DIPLODOC_OK && !stopped)
		result = check_size(session, &bytes, &error);
	if (result == DIPLODOC_OK && !stopped && !is_whole(crew.answer))
		result = dd_crew_refuse(&crew, &error);
	if (result == DIPLODOC_OK && !stopped)
		take(session, &crew.answer);
	if (result == DIPLODOC_E_ENGINE)
		dd_crew_tell(&crew, 0, &error);
	else if (result != DIPLODOC_OK)
		dd_console_fail(console, result, error.text);
	dd_crew_close(&crew, stopped ? 0 : 1);
	dd_buffer_release(&bytes);
}

/* Neither the text nor one of the outputs may be lost. */
static int
guard(struct dd_session *session, struct dd_error *error)
{
	const char *output = session->set->output ? session->set->output : "-";
	const char *report = session->set->report;
	int result = DD_OK;

	if (report && strcmp(report, output) == 0)
		return dd_error_set(error, DD_E_USAGE,
		    "the summary and the report would both go to `%s`; choose "
		    "two places.",
		    output);
	if (strcmp(output, "-") != 0)
		result = dd_guard_one(session, output, error);
	if (result == DD_OK && report && strcmp(report, "-") != 0)
		result = dd_guard_one(session, report, error);
	return result;
}

int
dd_cmd_import(struct dd_console *console, const struct dd_call *call)
{
	struct dd_session session;
	struct dd_error error = {0};
	int result;

	if (call->count != 1) {
		dd_console_say(console, "name one text to bring in.");
		dd_console_note(console, DD_EXIT_USAGE);
		return console->status;
	}
	result = dd_session_open(&session, console, call);
	if (result == DIPLODOC_OK) {
		result = guard(&session, &error);
		if (result != DD_OK)
			dd_console_fail(console, result, error.text);
	}
	if (result == DIPLODOC_OK)
		import(&session);
	dd_session_close(&session);
	return console->status;
}
