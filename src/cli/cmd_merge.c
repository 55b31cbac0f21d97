/* SPDX-License-Identifier: MIT */
/* `diplodoc merge`: the report of one run from the journals of its parts. */
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/guard.h"
#include "cli/manifest.h"
#include "cli/options.h"
#include "cli/proof.h"
#include "cli/session.h"
#include "report/answer.h"

struct merging {
	struct dd_session session;
	struct dd_settings set; /* of the call, and of what the runs were */
	struct dd_proof proof;
	struct dd_manifest manifest;
	struct dd_buffer findings; /* for standard error */
	bool aside;		   /* that is where they go */
	bool checks;
};

static void
tell_findings(struct merging *merging)
{
	if (merging->aside)
		dd_console_tell(merging->session.console, &merging->findings);
	dd_buffer_clear(&merging->findings);
}

static void
repeat(void *data, size_t index, const struct dd_entry *entry)
{
	struct merging *merging = data;

	(void)index;
	tell_findings(merging);
	for (size_t i = 0; i < entry->said_count; i++)
		dd_console_say(merging->session.console, "%s", entry->said[i]);
}

static void
merge_one(struct merging *merging, size_t index)
{
	struct dd_session *session = &merging->session;
	const struct dd_input *input = dd_inputs_at(&session->inputs, index);
	const struct dd_work work = {.repeat = repeat, .data = merging};
	struct dd_answer answer = {.id = input->id, .line = input->line};
	struct dd_error error = {.messages = &session->console->messages};
	struct dd_entry entry;
	struct dd_buffer bytes;
	struct dd_arena arena;

	dd_arena_init(&arena);
	dd_buffer_init(&bytes, 0);
	session->answer = input->line > 0 ? &answer : NULL;
	dd_session_load(session, index, &bytes, NULL);
	if (!dd_proof_find(&merging->proof, dd_session_key(session, index),
		&arena, &entry) ||
	    !dd_session_repeat(session, index, &work, &entry, &bytes))
		dd_error_set(&error, DD_E_INPUT,
		    "%s: the journal cannot be read.",
		    dd_session_name(session, index));
	else if (merging->manifest.open)
		dd_manifest_add(&merging->manifest, &entry, &error);
	if (error.code != DD_OK)
		dd_console_fail(session->console, error.code, error.text);
	session->answer = NULL;
	dd_buffer_release(&bytes);
	dd_arena_release(&arena);
}

static void
merge_all(struct merging *merging)
{
	struct dd_session *session = &merging->session;
	struct dd_console *console = session->console;
	struct dd_error error = {.messages = &console->messages};
	int result = DD_OK;

	if (merging->aside)
		dd_reports_begin_aside(
		    &session->reports, session, &merging->findings);
	else
		result = dd_reports_open(&session->reports, session, &error);
	if (result == DD_OK && session->set->manifest)
		result = dd_guard_one(session, session->set->manifest, &error);
	if (result == DD_OK && session->set->manifest)
		result = dd_manifest_open(
		    &merging->manifest, session->set->manifest, &error);
	for (size_t i = 0;
	     result == DD_OK && dd_inputs_has(&session->inputs, i); i++) {
		merge_one(merging, i);
		tell_findings(merging);
		if (!dd_console_flush(console))
			break;
	}
	if (result == DD_OK)
		result = dd_manifest_close(&merging->manifest, &error);
	if (result != DD_OK)
		dd_console_fail(console, result, error.text);
	else if (merging->aside && !merging->checks)
		dd_reports_end(&session->reports, console);
	else
		dd_batch_end(session, merging->checks);
	dd_reports_release(&session->reports);
}

/* What the runs were decides how they are reported. */
static int
take_head(struct merging *merging, struct dd_error *error)
{
	const char *command = merging->proof.journals[0].head.command;

	merging->checks = strstr(command, "check");
	merging->aside = strncmp(command, "convert", 7) == 0 &&
	    (!merging->checks || merging->set.reports.count == 0);
	if (strstr(command, "--baseline"))
		merging->set.baseline = "";
	if (merging->aside && merging->set.reports.count > 0)
		return dd_error_set(error, DD_E_USAGE,
		    "a conversion has no report, so `--format` has no meaning "
		    "here.");
	return DD_OK;
}

int
dd_cmd_merge(struct dd_console *console, const struct dd_call *call)
{
	struct merging merging = {.set = call->set};
	struct dd_error error = {.messages = &console->messages};

	dd_buffer_init(&merging.findings, 0);
	if (dd_session_open(&merging.session, console, call) == DIPLODOC_OK) {
		merging.session.set = &merging.set;
		if (dd_proof_open(&merging.proof, &merging.session,
			&call->set.journals) == DD_OK) {
			if (take_head(&merging, &error) != DD_OK)
				dd_console_fail(
				    console, error.code, error.text);
			else if (dd_proof_holds(
				     &merging.proof, &merging.session))
				merge_all(&merging);
		}
		dd_proof_close(&merging.proof);
	}
	dd_session_close(&merging.session);
	dd_buffer_release(&merging.findings);
	return console->status;
}
