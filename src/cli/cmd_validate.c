/* SPDX-License-Identifier: MIT */
/* `diplodoc validate`: what makes summaries invalid. */
#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/session.h"

int
dd_cmd_validate(struct dd_console *console, const struct dd_call *call)
{
	struct dd_session session;

	if (dd_session_open(&session, console, call) == DIPLODOC_OK)
		dd_batch_run(&session, DD_VERB_VALIDATE, "validate");
	dd_session_close(&session);
	return console->status;
}
