/* SPDX-License-Identifier: MIT */
/* `diplodoc validate`: findings on standard output, a summary behind them. */
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
	dd_tally_print(&session->report.tally, &line);
	dd_console_tell(session->console, &line);
	dd_buffer_release(&line);
}

int
dd_cmd_validate(struct dd_console *console, const struct dd_call *call)
{
	struct dd_session session;
	size_t i;

	if (dd_session_open(&session, console, call) == DIPLODOC_OK) {
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
		if (dd_console_flush(console) && !call->set.quiet)
			say_summary(&session);
	}
	dd_session_close(&session);
	return console->status;
}
