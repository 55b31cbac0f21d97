/* SPDX-License-Identifier: MIT */
/*
 * `diplodoc convert`: one check and all outputs of each summary. What is not
 * valid is reported on standard error and left, unless --force.
 */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include "cli/session.h"

struct conversion {
	struct dd_session session;
	struct dd_outputs outputs;
	struct diplodoc_convert_options options;
	char *css, *xslt; /* owned */
	struct dd_buffer findings;
	const char *name; /* of the input at work, in messages */
};

static void
deliver(struct conversion *conversion, const char *path, const char *data,
    size_t len)
{
	struct dd_console *console = conversion->session.console;
	struct dd_error error = {.messages = &console->messages};

	if (!path) {
		dd_buffer_add(&console->out, data, len);
		dd_console_flush(console);
	} else if (dd_file_write(path, data, len, &error) != DD_OK) {
		dd_console_fail(console, error.code, error.text);
	}
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
	dd_console_say(
	    conversion->session.console, "%s: %s", conversion->name, sentence);
	if (code != DD_E_INPUT)
		dd_console_note(conversion->session.console, -code);
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
	if (diplodoc_verdict(document) != DIPLODOC_PASS && !set->force) {
		dd_console_say(conversion->session.console,
		    "%s: not converted, because it is not valid; --force "
		    "converts it and marks it so.",
		    conversion->name);
		return;
	}
	for (i = 0; i < set->to.count; i++) {
		struct diplodoc_error error = {0};
		char *bytes = NULL;
		size_t len = 0;
		int result = diplodoc_convert(document, set->to.items[i],
		    &conversion->options, &bytes, &len, &error);

		if (result == DIPLODOC_OK)
			deliver(conversion,
			    dd_outputs_path(&conversion->outputs, index, i),
			    bytes, len);
		else
			fail(conversion, result, error.text);
		free(bytes);
	}
}

/* What a writer had to leave out, on standard error. */
static void
tell_note(void *context, const char *sentence)
{
	const struct conversion *conversion = context;

	dd_console_say(
	    conversion->session.console, "%s: %s", conversion->name, sentence);
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

static void
convert_all(struct conversion *conversion)
{
	struct dd_session *session = &conversion->session;
	struct dd_console *console = session->console;
	size_t i;

	dd_reports_begin_aside(
	    &session->reports, session, &conversion->findings);
	for (i = 0; i < session->inputs.count && !console->out_failed; i++) {
		dd_session_process(session, i, convert, conversion);
		tell_findings(conversion);
	}
	dd_reports_end(&session->reports, console);
	dd_reports_release(&session->reports);
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
	struct conversion conversion = {0};
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
	if (result == DD_OK)
		convert_all(&conversion);
	dd_outputs_release(&conversion.outputs);
	dd_session_close(&conversion.session);
	dd_buffer_release(&conversion.findings);
	free(conversion.css);
	free(conversion.xslt);
	return console->status;
}
