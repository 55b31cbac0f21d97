/* SPDX-License-Identifier: MIT */
#include "cli/editions.h"
#include <stdlib.h>
#include "base/memory.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"
#include "diplodoc.h"

bool
dd_editions_prepare(struct dd_session *session)
{
	struct dd_inputs *inputs = &session->inputs;
	const char **paths;
	struct diplodoc_error error = {0};
	int result;

	if (!session->set->edition)
		return true;
	for (size_t i = 0; dd_inputs_has(inputs, i); i++)
		if (dd_session_is_piped(session, i) ||
		    !dd_inputs_at(inputs, i)->path) {
			dd_console_note(session->console, DD_EXIT_USAGE);
			dd_console_say(session->console,
			    "`--edition` reads every document twice, so none "
			    "can come from standard input; name files.");
			return false;
		}
	paths = dd_calloc(inputs->count, sizeof(*paths));
	for (size_t i = 0; i < inputs->count; i++)
		paths[i] = dd_inputs_at(inputs, i)->path;
	result = diplodoc_set_editions(
	    session->engine, paths, inputs->count, &error);
	free(paths);
	if (result != DIPLODOC_OK)
		dd_console_fail(session->console, result, error.text);
	return result == DIPLODOC_OK;
}
