/* SPDX-License-Identifier: MIT */
/*
 * Findings on standard output, a summary behind them.
 */
#include "cli/batch.h"
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "cli/console.h"
#include "cli/crew.h"
#include "cli/ledger.h"
#include "cli/options.h"
#include "cli/session.h"

static void
say_summary(struct dd_session *session, bool checks)
{
	struct dd_buffer line;

	dd_buffer_init(&line, 0);
	dd_tally_print(&session->reports.tally, &session->console->messages,
	    checks ? N_("nothing found") : N_("valid"), &line);
	dd_console_tell(session->console, &line);
	dd_buffer_release(&line);
}

/* True where something has the level `least` or a higher one; NULL: nothing has.
 * Errors are in the verdict already. The level of what is over the limit is not
 * known; it may be that one. */
static bool
is_reached(const struct dd_tally *tally, const char *least)
{
	if (!least)
		return false;
	return tally->hidden > 0 ||
	    (strcmp(least, "error") != 0 && tally->warnings > 0) ||
	    (strcmp(least, "advice") == 0 && tally->advice > 0);
}

bool
dd_batch_fails(
    const struct dd_settings *set, struct diplodoc_document *document)
{
	const struct dd_outcome outcome = {.document = document};
	struct dd_tally tally = {0};

	dd_tally_add(&tally, &outcome);
	return is_reached(&tally, set->fail_on);
}

/* Findings below the level of an error count where an option says so. */
static void
note_findings(struct dd_session *session)
{
	const struct dd_settings *set = session->set;
	const struct dd_tally *tally = &session->reports.tally;

	if (is_reached(tally, set->fail_on) ||
	    tally->warnings > set->max_warnings)
		dd_console_note(session->console, DD_EXIT_FINDINGS);
}

void
dd_batch_end(struct dd_session *session, bool checks)
{
	struct dd_console *console = session->console;

	dd_reports_end(&session->reports, console);
	note_findings(session);
	if (dd_console_flush(console) && !session->set->quiet)
		say_summary(session, checks);
}

static void
run(struct dd_session *session)
{
	struct dd_console *console = session->console;
	struct dd_error error = {.messages = &console->messages};
	const struct dd_work nothing = {.data = NULL};
	struct dd_crew crew;
	size_t i = 0;

	if (dd_reports_open(&session->reports, session, &error) != DD_OK) {
		dd_console_fail(console, error.code, error.text);
		dd_reports_release(&session->reports);
		return;
	}
	dd_crew_open(&crew, session, &nothing);
	for (; dd_session_next(session, &i); i++) {
		if (!dd_session_process(session, i, &nothing))
			break;
		dd_inputs_drop(&session->inputs, i + 1);
		if (!dd_console_flush(console))
			break;
	}
	dd_crew_close(&crew, i);
	dd_batch_end(session, session->check != NULL);
	dd_reports_release(&session->reports);
}

void
dd_batch_run(struct dd_session *session, unsigned verb, const char *command)
{
	struct dd_ledger ledger;

	if (!dd_ledger_is_asked(session)) {
		run(session);
		return;
	}
	if (dd_ledger_open(&ledger, session, verb, command) == DD_OK)
		run(session);
	dd_ledger_close(&ledger, session);
}
