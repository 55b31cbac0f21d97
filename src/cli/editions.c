/* SPDX-License-Identifier: MIT */
#include "cli/editions.h"
#include <string.h>
#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"
#include "diplodoc.h"

bool
dd_editions_prepare(struct dd_session *session)
{
	const struct dd_inputs *inputs = &session->inputs;
	struct diplodoc_error error = {0};
	int result;

	if (!session->set->edition)
		return true;
	for (size_t i = 0; i < inputs->count; i++)
		if (strcmp(inputs->paths[i], "-") == 0) {
			dd_console_note(session->console, DD_EXIT_USAGE);
			dd_console_say(session->console,
			    "`--edition` reads every document twice, so none "
			    "can come from standard input; name files.");
			return false;
		}
	result = diplodoc_set_editions(
	    session->engine, inputs->paths, inputs->count, &error);
	if (result != DIPLODOC_OK)
		dd_console_fail(session->console, result, error.text);
	return result == DIPLODOC_OK;
}
