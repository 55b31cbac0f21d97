/* SPDX-License-Identifier: MIT */
/* `diplodoc import`: a text becomes a summary, with evidence. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/guard.h"
#include "cli/session.h"
#include "report/evidence.h"

/* What an editor must decide, one line each. */
static void
tell_questions(struct dd_console *console, const char *name,
    const struct diplodoc_imported *imported)
{
	const struct diplodoc_evidence *question;

	for (size_t i = 0; (question = diplodoc_imported_evidence(
				imported, DIPLODOC_QUESTION, i)) != NULL;
	     i++)
		dd_console_say(console, "%s:%zu:%zu: please decide: %s%s%s%s",
		    name, question->place.line, question->place.column,
		    question->reason, *question->value ? ": `" : "",
		    question->value, *question->value ? "`" : "");
}

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

static void
write_report(struct dd_console *console, const char *path, const char *name,
    const struct diplodoc_imported *imported)
{
	struct dd_buffer report;

	dd_buffer_init(&report, 0);
	dd_evidence_print(&report, path, name, imported);
	write_file(console, path, report.data, report.len);
	dd_buffer_release(&report);
}

/* What comes back from another format is what that says: it is written where it
 * is valid, and else what is wrong with it is told. */
static bool
is_valid(struct dd_session *session, const char *name, const char *path,
    const char *xml, size_t len)
{
	struct dd_console *console = session->console;
	struct diplodoc_document *document =
	    diplodoc_open(session->engine, name, path, xml, len);
	const struct diplodoc_diagnostic *finding;
	struct diplodoc_error error = {0};
	int result = diplodoc_validate(document, &error);
	bool valid = diplodoc_verdict(document) == DIPLODOC_PASS;

	if (result != DIPLODOC_OK) {
		dd_console_fail(console, result, error.text);
	} else if (!valid) {
		for (size_t i = 0; (finding = diplodoc_diagnostic(document, i));
		     i++)
			dd_console_say(console, "%s: %s: %s", name, finding->id,
			    finding->message);
		dd_console_say(console,
		    "%s: the summary is not written, because it is not valid.",
		    name);
		dd_console_note(console, DD_EXIT_FINDINGS);
	}
	diplodoc_close(document);
	return valid;
}

static void
import(struct dd_session *session, const char *data, size_t len)
{
	const struct dd_settings *set = session->set;
	const char *name = dd_session_name(session, 0);
	const char *path = dd_session_is_piped(session, 0)
	    ? set->stdin_filename
	    : dd_inputs_at(&session->inputs, 0)->path;
	const struct diplodoc_import_options options = {
	    set->from, set->lang, set->issued, set->schema, set->retrieved};
	struct dd_console *console = session->console;
	struct diplodoc_imported *imported;
	struct diplodoc_error error = {0};
	int result = diplodoc_import(session->engine, name, path, data, len,
	    &options, &imported, &error);

	tell_questions(console, name, imported);
	if (set->report)
		write_report(console, set->report, name, imported);
	if (result == DIPLODOC_OK) {
		const char *xml = diplodoc_imported_xml(imported, &len);

		if (is_valid(session, name, path, xml, len))
			write_file(console, set->output, xml, len);
	} else {
		dd_console_say(console, "%s: %s", name, error.text);
		dd_console_note(console, -result);
	}
	diplodoc_imported_free(imported);
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
	char *data = NULL;
	size_t len;
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
	if (result == DIPLODOC_OK &&
	    dd_session_read(&session, call->operands[0], &data, &len) ==
		DIPLODOC_OK)
		import(&session, data, len);
	free(data);
	dd_session_close(&session);
	return console->status;
}
