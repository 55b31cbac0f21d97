/* SPDX-License-Identifier: MIT */
/*
 * `diplodoc convert`: one check and all outputs of each summary, by the editorial
 * rules too where that is asked for. What does not pass is reported and left,
 * unless --force.
 */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/crew.h"
#include "cli/editor.h"
#include "cli/ledger.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/session.h"
#include "report/answer.h"

struct conversion {
	struct dd_session session;
	struct dd_outputs outputs;
	struct diplodoc_convert_options options;
	char *css, *xslt; /* owned */
	struct dd_buffer findings;
	const char *name;	 /* of the input at work, in messages */
	struct dd_buffer *notes; /* of a worker, for the parent; else NULL */
	struct dd_made made[DD_CHOICES_MAX]; /* of a line of JSON */
	size_t made_count;
};

/* What became of one format, for the answer to a line of JSON; takes `text`. */
static void
answer(struct conversion *conversion, size_t format, const char *path,
    char *text, const struct dd_error *fault)
{
	const struct dd_settings *set = conversion->session.set;
	struct dd_answer *to = conversion->session.answer;
	const char *failure = fault->code == DD_OK ? NULL : fault->text;

	conversion->made[conversion->made_count++] = (struct dd_made){
	    .format = set->to.items[format],
	    .path = path && !failure ? dd_strdup(path) : NULL,
	    .text = text,
	    .failure = failure ? dd_strdup(failure) : NULL,
	};
	to->made = conversion->made;
	to->count = conversion->made_count;
	/* What cannot be read has findings, and they gave the exit code. */
	if (fault->code != DD_E_INPUT)
		dd_console_note(conversion->session.console, -fault->code);
}

static void
forget_answers(struct conversion *conversion)
{
	while (conversion->made_count > 0) {
		struct dd_made *made =
		    &conversion->made[--conversion->made_count];

		free(made->path);
		free(made->text);
		free(made->failure);
	}
}

/* Brings an output to its place. Returns 0, or a code and `error`. */
static int
deliver(struct conversion *conversion, const char *path, const char *data,
    size_t len, struct dd_error *error)
{
	struct dd_console *console = conversion->session.console;

	if (path)
		return dd_outputs_write(
		    &conversion->outputs, path, data, len, error);
	if (!conversion->session.answer) {
		dd_buffer_add(&console->out, data, len);
		dd_console_flush(console);
	}
	return DD_OK;
}

/* Findings come before what is said about their outputs. */
static void
tell_findings(struct conversion *conversion)
{
	dd_console_tell(conversion->session.console, &conversion->findings);
	dd_buffer_clear(&conversion->findings);
}

/* What went wrong with the input at work. One of which nothing could be read
 * has findings, and they gave the exit code. */
static void
fail(struct conversion *conversion, int code, const char *sentence)
{
	dd_session_say(
	    &conversion->session, "%s: %s", conversion->name, sentence);
	if (code != DD_E_INPUT)
		dd_console_note(conversion->session.console, -code);
}

/* What a writer had to leave out, on standard error. */
static void
tell_note(void *context, const char *sentence)
{
	struct conversion *conversion = context;

	if (conversion->notes)
		dd_wire_put_text(conversion->notes, sentence);
	else
		dd_session_say(
		    &conversion->session, "%s: %s", conversion->name, sentence);
}

/* In a worker: an output is its code, its sentence or bytes, and the notes on
 * the way to it, with an end mark. */
static void
answer_output(struct conversion *conversion, const char *format,
    struct diplodoc_document *document, struct dd_buffer *answer)
{
	struct diplodoc_error error = {0};
	struct dd_buffer notes;
	char *bytes = NULL;
	size_t len = 0;
	int result;

	dd_buffer_init(&notes, 0);
	conversion->notes = &notes;
	result = diplodoc_convert(
	    document, format, &conversion->options, &bytes, &len, &error);
	dd_buffer_add(answer, notes.data, notes.len);
	dd_wire_put_text(answer, NULL);
	dd_wire_put_number(answer, (size_t)-result);
	dd_wire_put_text(answer, result == DIPLODOC_OK ? bytes : error.text);
	dd_buffer_release(&notes);
	free(bytes);
}

/* True where no output may be made. */
static bool
is_held(const struct conversion *conversion, struct diplodoc_document *document)
{
	const struct dd_settings *set = conversion->session.set;

	return !set->force &&
	    (diplodoc_verdict(document) != DIPLODOC_PASS ||
		dd_batch_fails(set, document));
}

/* The `answer` of a dd_work: the outputs that `convert` will ask for. */
static void
answer_outputs(void *data, struct diplodoc_document *document, const char *name,
    struct dd_buffer *answer)
{
	struct conversion *conversion = data;
	const struct dd_settings *set = conversion->session.set;

	conversion->name = name;
	if (is_held(conversion, document))
		return;
	for (size_t i = 0; i < set->to.count; i++)
		answer_output(conversion, set->to.items[i], document, answer);
}

/* The next output that a worker made. As diplodoc_convert. */
static int
receive_output(struct conversion *conversion, struct dd_wire *wire,
    char **ret_data, size_t *ret_len, struct diplodoc_error *error)
{
	const char *text;
	int result;

	while ((text = dd_wire_text(wire)))
		tell_note(conversion, text);
	result = dd_wire_code(wire);
	text = dd_wire_word(wire);
	if (wire->failed)
		return dd_crew_refuse(conversion->session.crew, error);
	if (result == DIPLODOC_OK) {
		*ret_len = strlen(text);
		*ret_data = dd_strndup(text, *ret_len);
	} else {
		error->code = result;
		memccpy(error->text, text, 0, sizeof(error->text) - 1);
	}
	return result;
}

static int
get_output(struct conversion *conversion, const char *format,
    struct diplodoc_document *document, char **ret_data, size_t *ret_len,
    struct diplodoc_error *error)
{
	struct dd_wire *wire = dd_crew_answer(conversion->session.crew);

	if (wire)
		return receive_output(
		    conversion, wire, ret_data, ret_len, error);
	return diplodoc_convert(
	    document, format, &conversion->options, ret_data, ret_len, error);
}

/* One output of the input at work. */
static void
make(struct conversion *conversion, size_t index, size_t format,
    struct diplodoc_document *document)
{
	const struct dd_settings *set = conversion->session.set;
	const char *path = dd_outputs_path(&conversion->outputs, index, format);
	struct dd_console *console = conversion->session.console;
	struct dd_error fault = {.messages = &console->messages};
	struct diplodoc_error error = {0};
	char *bytes = NULL;
	size_t len = 0;
	int result = get_output(
	    conversion, set->to.items[format], document, &bytes, &len, &error);

	if (result != DIPLODOC_OK)
		dd_error_set(&fault, result, "%s", error.text);
	else
		deliver(conversion, path, bytes, len, &fault);
	if (conversion->session.ledger && path && fault.code == DD_OK)
		dd_ledger_product(conversion->session.ledger,
		    set->to.items[format], path, bytes, len);
	if (conversion->session.answer)
		answer(conversion, format, path, bytes, &fault);
	else if (result != DIPLODOC_OK)
		fail(conversion, result, error.text);
	else if (fault.code != DD_OK)
		dd_console_fail(console, fault.code, fault.text);
	if (!conversion->session.answer)
		free(bytes);
}

/* Says why a document has no output, and notes it. */
static void
hold(struct conversion *conversion)
{
	struct dd_session *session = &conversion->session;

	dd_console_note(session->console, DD_EXIT_FINDINGS);
	if (session->answer)
		return;
	dd_session_say(session,
	    session->check
		? N_("%s: not converted, because it does not pass the check; "
		     "--force converts it and marks it so.")
		: N_("%s: not converted, because it is not valid; --force "
		     "converts it and marks it so."),
	    conversion->name);
}

/* A dd_use: everything that was asked for of one document. */
static void
convert(void *data, size_t index, struct diplodoc_document *document)
{
	struct conversion *conversion = data;
	const struct dd_settings *set = conversion->session.set;
	size_t i;

	conversion->name = dd_session_name(&conversion->session, index);
	tell_findings(conversion);
	if (is_held(conversion, document)) {
		hold(conversion);
		return;
	}
	for (i = 0; i < set->to.count; i++)
		make(conversion, index, i, document);
}

static int
read_options(struct conversion *conversion)
{
	const struct dd_settings *set = conversion->session.set;
	struct diplodoc_convert_options *options = &conversion->options;
	int result = DD_OK;

	options->force = set->force;
	options->pretty = set->pretty;
	options->tree = set->tree;
	options->width = set->width;
	options->css_href = set->css_href;
	options->note = tell_note;
	options->note_context = conversion;
	if (set->css)
		result = dd_session_read(&conversion->session, set->css,
		    &conversion->css, &options->css_len);
	if (result == DD_OK && set->xslt)
		result = dd_session_read(&conversion->session, set->xslt,
		    &conversion->xslt, &options->xslt_len);
	options->css = conversion->css;
	options->xslt = conversion->xslt;
	options->xslt_name = set->xslt;
	return result;
}

/* The same for one whose outputs are there: it says what it said then. */
static void
repeat(void *data, size_t index, const struct dd_entry *entry)
{
	struct conversion *conversion = data;

	(void)index;
	tell_findings(conversion);
	for (size_t i = 0; i < entry->said_count; i++)
		dd_console_say(
		    conversion->session.console, "%s", entry->said[i]);
}

/* A check reports where it is told to; else findings leave standard output to
 * outputs. */
static int
begin_reports(struct conversion *conversion, struct dd_error *error)
{
	struct dd_session *session = &conversion->session;

	if (session->set->jsonl || session->set->reports.count > 0)
		return dd_reports_open(&session->reports, session, error);
	dd_reports_begin_aside(
	    &session->reports, session, &conversion->findings);
	return DD_OK;
}

static void
end_reports(struct conversion *conversion)
{
	struct dd_session *session = &conversion->session;

	if (session->check)
		dd_batch_end(session, true);
	else
		dd_reports_end(&session->reports, session->console);
	dd_reports_release(&session->reports);
}

static void
convert_all(struct conversion *conversion)
{
	struct dd_session *session = &conversion->session;
	struct dd_console *console = session->console;
	struct dd_error error = {.messages = &console->messages};
	const struct dd_work work = {.answer = answer_outputs,
	    .use = convert,
	    .repeat = repeat,
	    .data = conversion};
	struct dd_crew crew;
	size_t i = 0;

	if (begin_reports(conversion, &error) != DD_OK) {
		dd_console_fail(console, error.code, error.text);
		dd_reports_release(&session->reports);
		return;
	}
	dd_crew_open(&crew, session, &work);
	for (; !console->out_failed && dd_session_next(session, &i); i++) {
		if (!dd_session_process(session, i, &work))
			break;
		tell_findings(conversion);
		forget_answers(conversion);
		dd_inputs_drop(&session->inputs, i + 1);
		if (session->set->jsonl && !dd_console_flush(console))
			break;
	}
	dd_crew_close(&crew, i);
	if (dd_outputs_sync(&conversion->outputs, &error) != DD_OK)
		dd_console_fail(console, error.code, error.text);
	end_reports(conversion);
}

static const char *
name_command(const struct dd_session *session)
{
	if (!session->check)
		return "convert";
	return session->known ? "convert --check --baseline"
			      : "convert --check";
}

/* What dd_editor_run calls: with the journal that options ask for. */
static void
run(void *data)
{
	struct conversion *conversion = data;
	struct dd_session *session = &conversion->session;
	struct dd_ledger ledger;

	if (!dd_ledger_is_asked(session)) {
		convert_all(conversion);
		return;
	}
	if (dd_ledger_open(&ledger, session, DD_VERB_CONVERT,
		name_command(session)) == DD_OK)
		convert_all(conversion);
	dd_ledger_close(&ledger, session);
}

static void
run_with_rules(struct conversion *conversion)
{
	struct dd_session *session = &conversion->session;
	struct dd_editor editor = {.has_known = false};

	if (dd_editor_open(&editor, session))
		dd_editor_run(&editor, session, run, conversion);
	dd_editor_release(&editor);
}

/* The sentence about missing --to names what there is. */
static int
require_format(struct dd_console *console, const struct dd_settings *set)
{
	if (set->to.count > 0)
		return DD_OK;
	dd_console_say(console,
	    "no format is chosen; write `--to html`, for example "
	    "(`diplodoc convert --help` lists all of them).");
	dd_console_note(console, DD_EXIT_USAGE);
	return DD_E_USAGE;
}

int
dd_cmd_convert(struct dd_console *console, const struct dd_call *call)
{
	struct conversion conversion = {.outputs.store.root = -1};
	struct dd_error error = {.messages = &console->messages};
	int result;

	if (require_format(console, &call->set) != DD_OK)
		return console->status;
	dd_buffer_init(&conversion.findings, 0);
	result = dd_session_open(&conversion.session, console, call);
	if (result == DD_OK)
		result = read_options(&conversion);
	if (result == DD_OK) {
		result = dd_outputs_plan(
		    &conversion.outputs, &conversion.session, &error);
		if (result != DD_OK)
			dd_console_fail(console, result, error.text);
	}
	if (result == DD_OK && call->set.check)
		run_with_rules(&conversion);
	else if (result == DD_OK)
		run(&conversion);
	dd_outputs_release(&conversion.outputs);
	dd_session_close(&conversion.session);
	dd_buffer_release(&conversion.findings);
	free(conversion.css);
	free(conversion.xslt);
	return console->status;
}
