/* SPDX-License-Identifier: MIT */
/*
 * `diplodoc new`: a summary that is still to be written. What is missing is what
 * a check of a draft finds in it.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/installed.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/today.h"

/* The path of the file that is made, or NULL. */
static const char *
get_path(const struct dd_settings *set)
{
	return set->output && strcmp(set->output, "-") != 0 ? set->output
							    : NULL;
}

static bool
check_call(struct dd_console *console, const struct dd_call *call)
{
	const char *path = get_path(&call->set);
	int status = console->status;

	if (!call->set.kind && !call->set.facts)
		dd_console_say(console,
		    "no kind of meeting is chosen; write `--kind "
		    "foreignMinisters`, for example (`diplodoc new --help` "
		    "lists all of them).");
	else if (call->count > 0)
		dd_console_say(console,
		    "`%s` is not read by this command; write `--output %s` to "
		    "make that file.",
		    call->operands[0], call->operands[0]);
	else if (path && access(path, F_OK) == 0)
		dd_console_say(console,
		    "`%s` exists already and is left as it is; choose another "
		    "name.",
		    path);
	else
		return status == DD_EXIT_CLEAN;
	dd_console_note(console, DD_EXIT_USAGE);
	return false;
}

static int
make(struct dd_session *session, const char *today, char **ret_data,
    size_t *ret_len, struct diplodoc_error *error)
{
	const struct dd_settings *set = session->set;
	char *schema = set->schema ? NULL : dd_installed_schema();
	char *facts = NULL;
	struct diplodoc_draft_options options = {
	    .kind = set->kind,
	    .level = set->level,
	    .format = set->format,
	    .lang = set->lang,
	    .when = set->when,
	    .zone = set->zone,
	    .place = set->place,
	    .parties = (const char *const *)set->party.items,
	    .party_count = set->party.count,
	    .today = today,
	    .schema = set->schema ? set->schema : schema,
	    .path = get_path(set) ? get_path(set) : "-",
	};
	int result = DIPLODOC_OK;

	if (set->facts)
		result = dd_session_read(
		    session, set->facts, &facts, &options.facts_len);
	options.facts = facts;
	options.facts_name = set->facts;
	if (result == DIPLODOC_OK)
		result = diplodoc_draft(
		    session->engine, &options, ret_data, ret_len, error);
	free(facts);

	free(schema);
	return result;
}

static struct diplodoc_document *
open_draft(struct dd_session *session, const char *data, size_t len)
{
	const char *path = get_path(session->set);

	return diplodoc_open(session->engine, path ? path : "<stdout>",
	    path ? path : "-", data, len);
}

/* Rules may find more in a draft, those of the house too; what it must be is
 * valid. */
static bool
is_valid(struct dd_session *session, const char *data, size_t len)
{
	struct diplodoc_document *document = open_draft(session, data, len);
	struct diplodoc_error error = {0};
	bool valid;

	if (diplodoc_validate(document, &error) != DIPLODOC_OK)
		dd_console_fail(session->console, error.code, error.text);
	valid = diplodoc_verdict(document) == DIPLODOC_PASS;
	diplodoc_close(document);
	return valid;
}

/* Says what the check of a draft finds in it. */
static void
say_gaps(
    struct dd_session *session, const char *today, const char *data, size_t len)
{
	struct diplodoc_check_options check = {
	    .stage = "draft", .today = today};
	const char *path = get_path(session->set);
	struct dd_outcome outcome = {.file = path ? path : "<stdout>"};
	struct diplodoc_error error = {0};
	struct dd_buffer findings;

	outcome.document = open_draft(session, data, len);
	dd_buffer_init(&findings, 0);
	dd_reports_begin_aside(&session->reports, session, &findings);
	if (diplodoc_check(outcome.document, &check, &error) == DIPLODOC_OK)
		dd_reports_add(&session->reports, &outcome);
	else
		dd_console_fail(session->console, error.code, error.text);
	dd_console_tell(session->console, &findings);
	dd_reports_end(&session->reports, session->console);
	dd_reports_release(&session->reports);
	dd_buffer_release(&findings);
	diplodoc_close(outcome.document);
}

static void
deliver(struct dd_session *session, const char *data, size_t len)
{
	struct dd_console *console = session->console;
	struct dd_error error = {.messages = &console->messages};
	const char *path = get_path(session->set);

	if (!path)
		dd_buffer_add(&console->out, data, len);
	else if (dd_file_write(path, data, len, &error) != DD_OK)
		dd_console_fail(console, error.code, error.text);
	dd_console_flush(console);
}

static void
run(struct dd_session *session, const char *today)
{
	struct diplodoc_error error = {0};
	char *data = NULL;
	size_t len = 0;
	int result = make(session, today, &data, &len, &error);
	bool valid = result == DIPLODOC_OK && is_valid(session, data, len);

	if (result != DIPLODOC_OK && error.code != 0)
		dd_console_fail(session->console, result, error.text);
	else if (result == DIPLODOC_OK && (!valid || !session->set->quiet))
		say_gaps(session, today, data, len);
	if (valid) {
		deliver(session, data, len);
	} else if (session->console->status == DD_EXIT_CLEAN) {
		dd_console_note(session->console, DD_EXIT_USAGE);
		dd_console_say(session->console,
		    "nothing is written, because an option holds what a "
		    "summary cannot say.");
	}
	free(data);
}

int
dd_cmd_new(struct dd_console *console, const struct dd_call *call)
{
	char room[DD_TODAY_SIZE];
	const char *today = dd_today(console, &call->set, room);
	struct dd_session session;

	if (!check_call(console, call))
		return console->status;
	if (dd_session_start(&session, console, call) == DIPLODOC_OK)
		run(&session, today);
	dd_session_close(&session);
	return console->status;
}
