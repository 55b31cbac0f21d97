/* SPDX-License-Identifier: MIT */
/*
 * Owns: the way of one input from its path to a reported verdict.
 * Leaves what is done with it then to the commands.
 */
#include "cli/session.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/console.h"
#include "cli/crew.h"
#include "cli/heap.h"
#include "cli/known.h"
#include "cli/ledger.h"
#include "cli/mend.h"
#include "cli/options.h"
#include "cli/timing.h"
#include "report/answer.h"

/* What a document may do must be settled before the first one. */
static int
require_sandbox(struct dd_session *session, struct diplodoc_error *ret_error)
{
	const struct diplodoc_layer *layer = diplodoc_layers(session->engine);

	for (; layer->name; layer++) {
		if (layer->active)
			continue;
		ret_error->code = DIPLODOC_E_ENGINE;
		snprintf(ret_error->text, sizeof ret_error->text,
		    dd_message(&session->console->messages,
			N_("There is no `%s` here, which `--require-sandbox` "
			   "asks for, so nothing was checked.")),
		    layer->name);
		return DIPLODOC_E_ENGINE;
	}
	return DIPLODOC_OK;
}

static int
start_engine(struct dd_session *session)
{
	const struct dd_settings *set = session->set;
	struct dd_console *console = session->console;
	struct diplodoc_error error = {0};
	int result;

	session->engine = diplodoc_new();
	result = diplodoc_set_language(
	    session->engine, dd_messages_language(&console->messages), &error);
	if (result == DIPLODOC_OK && set->resources)
		result = diplodoc_set_resources(
		    session->engine, set->resources, &error);
	if (result == DIPLODOC_OK && set->house)
		result =
		    diplodoc_set_house(session->engine, set->house, &error);
	if (result == DIPLODOC_OK && set->require_sandbox)
		result = require_sandbox(session, &error);
	if (result != DIPLODOC_OK)
		dd_console_fail(console, result, error.text);
	return result;
}

static void
init(struct dd_session *session, struct dd_console *console,
    const struct dd_call *call)
{
	*session = (struct dd_session){.console = console, .set = &call->set};
	dd_seen_init(&session->told);
	dd_heap_prepare();
}

int
dd_session_start(struct dd_session *session, struct dd_console *console,
    const struct dd_call *call)
{
	init(session, console, call);
	return start_engine(session);
}

int
dd_session_open(struct dd_session *session, struct dd_console *console,
    const struct dd_call *call)
{
	struct dd_error error = {.messages = &console->messages};
	int result;

	init(session, console, call);
	dd_progress_begin(&session->progress, console, call->set.quiet);
	if (dd_shard_read(&session->shard, call->set.shard, &error) != DD_OK)
		return -dd_console_fail(console, error.code, error.text);
	result = dd_inputs_open(&session->inputs, console,
	    &(struct dd_origin){.operands = call->operands,
		.count = call->count,
		.files0 = call->set.files0,
		.jsonl = call->set.jsonl});
	return result == DD_OK ? start_engine(session) : result;
}

/* Behind this the process ends, and the system takes back all memory at once.
 * To free the schemas and stylesheets piece by piece is a tenth of the work of
 * a cold start, so it is done only where a leak checker looks on. */
void
dd_session_close(struct dd_session *session)
{
	if (!session)
		return;
	dd_progress_end(&session->progress);
#ifdef DD_FREE_AT_EXIT
	diplodoc_free(session->engine);
#endif
	dd_buffer_release(&session->piped);
	dd_inputs_release(&session->inputs);
	dd_seen_release(&session->told);
}

const char *
dd_session_name(const struct dd_session *session, size_t index)
{
	const struct dd_input *input = dd_inputs_at(&session->inputs, index);

	if (!dd_session_is_piped(session, index))
		return input->name;
	return session->set->stdin_filename ? session->set->stdin_filename
					    : "<stdin>";
}

const char *
dd_session_key(const struct dd_session *session, size_t index)
{
	const struct dd_input *input = dd_inputs_at(&session->inputs, index);

	return input->id ? input->id : dd_session_name(session, index);
}

bool
dd_session_is_piped(const struct dd_session *session, size_t index)
{
	const char *path = dd_inputs_at(&session->inputs, index)->path;

	return path && strcmp(path, "-") == 0;
}

const char *
dd_session_path(const struct dd_session *session, size_t index)
{
	return dd_session_is_piped(session, index)
	    ? session->set->stdin_filename
	    : dd_inputs_at(&session->inputs, index)->path;
}

int
dd_session_load(struct dd_session *session, size_t index,
    struct dd_buffer *bytes, struct dd_error *error)
{
	const struct dd_input *input = dd_inputs_at(&session->inputs, index);

	if (input->fault)
		return dd_error_set(error,
		    input->code ? input->code : DD_E_INPUT, "%s", input->fault);
	if (input->data)
		dd_buffer_add(bytes, input->data, input->len);
	if (input->data)
		return DD_OK;
	if (session->piped.len == 0 || !dd_session_is_piped(session, index))
		return dd_file_read(
		    input->path, dd_session_limit(), bytes, error);
	*bytes = session->piped;
	dd_buffer_init(&session->piped, 0);
	return DD_OK;
}

void
dd_session_keep(
    struct dd_session *session, size_t index, struct dd_buffer *bytes)
{
	if (dd_session_is_piped(session, index))
		session->piped = *bytes;
	else
		dd_buffer_release(bytes);
}

size_t
dd_session_limit(void)
{
	struct diplodoc_limit limit = {.value = 0};
	size_t i;

	for (i = 0; diplodoc_limit(i, &limit); i++)
		if (strcmp(limit.name, "input") == 0)
			break;
	return limit.value;
}

/* What is wrong with a house is wrong for all its documents: it is said once,
 * and reported for each. */
static bool
is_new(struct dd_session *session, const struct diplodoc_error *error)
{
	return error->code != DD_E_USAGE ||
	    dd_seen_add(&session->told, error->text);
}

/* Sentences about files that cannot be read name them; those of the engine speak
 * of any document, so its name stands in front. */
static void
report_failure(struct dd_session *session, struct dd_outcome *outcome,
    struct diplodoc_error *error, int code)
{
	error->code = code;
	outcome->failure = error;
	dd_reports_add(&session->reports, outcome);
	dd_console_note(session->console, -code);
	if (outcome->answer || !is_new(session, error))
		return;
	if (code == DD_E_ENGINE)
		dd_console_say(
		    session->console, "%s: %s", outcome->file, error->text);
	else
		dd_console_say(session->console, "%s", error->text);
}

/* What was known of a document stays known, and what it took is added. */
static void
remember(struct dd_session *session, size_t index,
    const struct diplodoc_document *document)
{
	struct dd_wire *wire = dd_crew_answer(session->crew);
	char *path;

	if (session->timing)
		dd_timing_take(session->timing, wire);
	if (!session->known)
		return;
	path = dd_known_path(session->known, dd_session_name(session, index));
	dd_known_learn(session->known, path, document);
	free(path);
}

static void
conclude(struct dd_session *session, struct dd_outcome *outcome)
{
	enum diplodoc_verdict verdict = diplodoc_verdict(outcome->document);

	dd_reports_add(&session->reports, outcome);
	if (verdict != DIPLODOC_PASS)
		dd_console_note(session->console,
		    verdict == DIPLODOC_FAIL ? DD_EXIT_FINDINGS
					     : DD_EXIT_NOT_CHECKED);
}

bool
dd_session_next(struct dd_session *session, size_t *index)
{
	while (dd_inputs_has(&session->inputs, *index)) {
		if (dd_shard_takes(
			&session->shard, dd_session_key(session, *index)))
			return true;
		(*index)++;
	}
	return false;
}

void
dd_session_step(struct dd_session *session, int status)
{
	bool known = session->inputs.ended && session->shard.count == 0;

	dd_progress_step(&session->progress, known ? session->inputs.count : 0,
	    status != DD_EXIT_CLEAN);
}

void
dd_session_say(struct dd_session *session, const char *format, ...)
{
	char sentence[2048];
	va_list args;

	va_start(args, format);
	vsnprintf(sentence, sizeof(sentence),
	    dd_message(&session->console->messages, format), args);
	va_end(args);
	if (session->ledger)
		dd_ledger_said(session->ledger, sentence);
	dd_console_say(session->console, "%s", sentence);
}

bool
dd_session_repeat(struct dd_session *session, size_t index,
    const struct dd_work *work, const struct dd_entry *entry,
    const struct dd_buffer *bytes)
{
	struct dd_outcome outcome = {
	    .file = dd_session_name(session, index),
	    .answer = session->answer,
	};
	struct diplodoc_error failure = {.code = entry->failure_code};

	if (entry->record)
		outcome.document = diplodoc_replay(session->engine,
		    outcome.file, dd_session_path(session, index), bytes->data,
		    bytes->len, entry->record, entry->record_len);
	if (entry->record && !outcome.document)
		return false;
	if (entry->failure)
		snprintf(
		    failure.text, sizeof(failure.text), "%s", entry->failure);
	if (entry->failure)
		report_failure(
		    session, &outcome, &failure, entry->failure_code);
	else
		dd_reports_add(&session->reports, &outcome);
	if (work->repeat)
		work->repeat(work->data, index, entry);
	dd_console_note(session->console, entry->status);
	diplodoc_close(outcome.document);
	return true;
}

/* Checks and reports what was loaded; `result` says whether it could be. */
static void
process(struct dd_session *session, size_t index, const struct dd_work *work,
    struct dd_buffer *bytes, int result, struct diplodoc_error *failure)
{
	struct dd_outcome outcome = {
	    .file = dd_session_name(session, index),
	    .answer = session->answer,
	};

	if (result == DD_OK && !dd_crew_answer(session->crew))
		dd_crew_work(session->crew, index, bytes);
	if (dd_crew_answer(session->crew))
		result = dd_crew_document(
		    session->crew, index, bytes, &outcome.document, failure);
	if (result == DD_OK && dd_mend_is_asked(session->set))
		dd_mend(session, index, &outcome.document, bytes);
	if (result == DD_OK)
		remember(session, index, outcome.document);
	if (result == DD_OK && work->use && session->answer)
		work->use(work->data, index, outcome.document);
	if (result != DD_OK)
		report_failure(session, &outcome, failure, result);
	else
		conclude(session, &outcome);
	if (result == DD_OK && work->use && !session->answer)
		work->use(work->data, index, outcome.document);
	if (session->ledger)
		dd_ledger_end(session->ledger, session, &outcome,
		    session->console->status);
	diplodoc_close(outcome.document);
}

bool
dd_session_process(
    struct dd_session *session, size_t index, const struct dd_work *work)
{
	struct dd_error error = {.messages = &session->console->messages};
	const struct dd_input *input;
	struct dd_answer answer = {.id = NULL};
	const struct dd_entry *entry = NULL;
	struct diplodoc_error failure = {0};
	int result = DD_OK, before = session->console->status;
	struct dd_buffer bytes;
	bool stopped;

	session->console->status = DD_EXIT_CLEAN; /* of this one alone */
	dd_buffer_init(&bytes, 0);
	if (!session->crew || !dd_crew_take(session->crew, index, &bytes))
		result = dd_session_load(session, index, &bytes, &error);
	/* Workers are given later inputs meanwhile, which moves them all. */
	input = dd_inputs_at(&session->inputs, index);
	answer.id = input->id;
	answer.line = input->line;
	session->answer = input->line > 0 ? &answer : NULL;
	stopped = session->crew && dd_crew_is_stopped(session->crew);
	memcpy(failure.text, error.text, sizeof(failure.text));
	if (session->ledger && !stopped)
		entry = dd_ledger_begin(session->ledger, session, index,
		    result == DD_OK ? &bytes : NULL);
	if (entry && dd_session_repeat(session, index, work, entry, &bytes))
		dd_ledger_repeat(session->ledger, session, entry);
	else if (!stopped)
		process(session, index, work, &bytes, result, &failure);
	if (!stopped)
		dd_session_step(session, session->console->status);
	dd_console_note(session->console, before);
	session->answer = NULL;
	dd_buffer_release(&bytes);
	return !stopped;
}

int
dd_session_read(struct dd_session *session, const char *path, char **ret_data,
    size_t *ret_len)
{
	struct dd_error error = {.messages = &session->console->messages};
	struct dd_buffer bytes;
	size_t limit = dd_session_limit();
	int result;

	dd_buffer_init(&bytes, 0);
	result = dd_file_read(path, limit, &bytes, &error);
	if (result == DD_OK && bytes.len > limit)
		result = dd_error_set(&error, DD_E_INPUT,
		    "`%s` is larger than %zu bytes.", path, limit);
	if (result == DD_OK)
		*ret_data = dd_buffer_take(&bytes, ret_len);
	else
		dd_console_fail(session->console, result, error.text);
	dd_buffer_release(&bytes);
	return result;
}
