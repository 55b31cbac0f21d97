/* SPDX-License-Identifier: MIT */
/*
 * `diplodoc validate` and `diplodoc check`: findings on standard output, a
 * summary behind them.
 */
#include <string.h>
#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"

static void
say_summary(struct dd_session *session)
{
	struct dd_buffer line;

	dd_buffer_init(&line, 0);
	dd_tally_print(&session->report.tally,
	    session->edit ? "nothing found" : "valid", &line);
	dd_console_tell(session->console, &line);
	dd_buffer_release(&line);
}

/* Findings below the level of an error count where --fail-on says so. */
static void
note_findings(struct dd_session *session)
{
	const struct dd_tally *tally = &session->report.tally;
	const char *least = session->set->fail_on;
	bool advice = least && strcmp(least, "advice") == 0;

	if ((advice && tally->advice > 0) ||
	    (least && strcmp(least, "error") != 0 && tally->warnings > 0))
		dd_console_note(session->console, DD_EXIT_FINDINGS);
}

static int
report_all(struct dd_console *console, const struct dd_call *call, bool edit)
{
	struct dd_session session;
	size_t i;

	if (dd_session_open(&session, console, call) == DIPLODOC_OK) {
		session.edit = edit;
		session.report = (struct dd_report){
		    .out = &console->out,
		    .color = console->out_color,
		    .excerpt = console->out_terminal,
		    .verbose = call->set.verbose,
		    .width = console->width,
		};
		dd_report_begin(&session.report, call->set.format);
		for (i = 0; i < session.inputs.count; i++) {
			dd_session_process(&session, i, NULL, NULL);
			if (!dd_console_flush(console))
				break;
		}
		dd_report_end(&session.report);
		note_findings(&session);
		if (dd_console_flush(console) && !call->set.quiet)
			say_summary(&session);
	}
	dd_session_close(&session);
	return console->status;
}

int
dd_cmd_validate(struct dd_console *console, const struct dd_call *call)
{
	return report_all(console, call, false);
}

int
dd_cmd_check(struct dd_console *console, const struct dd_call *call)
{
	return report_all(console, call, true);
}
