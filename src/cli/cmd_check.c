/* SPDX-License-Identifier: MIT */
/* `diplodoc check`: what must not be published. */
#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/editor.h"
#include "cli/mend.h"
#include "cli/options.h"
#include "cli/session.h"

/* What dd_editor_run calls. */
static void
run(void *data)
{
	struct dd_session *session = data;

	dd_batch_run(session, DD_VERB_CHECK,
	    session->set->baseline ? "check --baseline" : "check");
}

int
dd_cmd_check(struct dd_console *console, const struct dd_call *call)
{
	struct dd_editor editor = {.has_known = false};
	struct dd_session session;

	dd_mend_check(console, &call->set, call->operands, call->count);
	if (dd_session_open(&session, console, call) == DIPLODOC_OK &&
	    dd_editor_open(&editor, &session))
		dd_editor_run(&editor, &session, run, &session);
	dd_session_close(&session);
	dd_editor_release(&editor);
	return console->status;
}
