/* SPDX-License-Identifier: MIT */
/*
 * Findings on standard output, a summary behind them.
 */
#include "cli/batch.h"
#include <string.h>
#include "base/buffer.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"

static void
say_summary(struct dd_session *session)
{
	struct dd_buffer line;

	dd_buffer_init(&line, 0);
	dd_tally_print(&session->report.tally,
	    session->check ? "nothing found" : "valid", &line);
	dd_console_tell(session->console, &line);
	dd_buffer_release(&line);
}

/* Findings below the level of an error count where an option says so. */
static void
note_findings(struct dd_session *session)
{
	const struct dd_settings *set = session->set;
	const struct dd_tally *tally = &session->report.tally;
	const char *least = set->fail_on;
	bool advice = least && strcmp(least, "advice") == 0;

	if ((advice && tally->advice > 0) ||
	    (least && strcmp(least, "error") != 0 && tally->warnings > 0) ||
	    tally->warnings > set->max_warnings)
		dd_console_note(session->console, DD_EXIT_FINDINGS);
}

void
dd_batch_run(struct dd_session *session)
{
	struct dd_console *console = session->console;

	session->report = (struct dd_report){
	    .out = &console->out,
	    .color = console->out_color,
	    .excerpt = console->out_terminal,
	    .verbose = session->set->verbose,
	    .width = console->width,
	};
	dd_report_begin(
	    &session->report, session->set->diff ? "" : session->set->format);
	session->report.tally.planned = session->set->diff;
	for (size_t i = 0; i < session->inputs.count; i++) {
		dd_session_process(session, i, NULL, NULL);
		if (!dd_console_flush(console))
			break;
	}
	dd_report_end(&session->report);
	note_findings(session);
	if (dd_console_flush(console) && !session->set->quiet)
		say_summary(session);
}
