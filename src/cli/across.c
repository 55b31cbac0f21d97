/* SPDX-License-Identifier: MIT */
#include "cli/across.h"
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "cli/console.h"
#include "cli/options.h"

static void
add_input(
    struct dd_session *session, struct diplodoc_archive *archive, size_t index)
{
	struct dd_error error = {.messages = &session->console->messages};
	struct diplodoc_error failure = {0};
	struct dd_buffer bytes;
	int result;

	dd_buffer_init(&bytes, 0);
	result = dd_session_load(session, index, &bytes, &error);
	memcpy(failure.text, error.text, sizeof(failure.text));
	if (result == DD_OK)
		result = diplodoc_archive_add(archive, session->engine,
		    dd_session_name(session, index),
		    dd_session_path(session, index), bytes.data, bytes.len,
		    &failure);
	dd_session_keep(session, index, &bytes);
	if (result != DD_OK)
		dd_inputs_refuse(&session->inputs, index, result, failure.text);
}

struct diplodoc_archive *
dd_across_read(
    struct dd_session *session, const struct diplodoc_check_options *options)
{
	struct diplodoc_archive *archive;

	if (session->set->no_across || !dd_inputs_has(&session->inputs, 1) ||
	    !diplodoc_archive_is_needed(options))
		return NULL;
	archive = diplodoc_archive_new();
	for (size_t i = 0; dd_inputs_has(&session->inputs, i); i++)
		add_input(session, archive, i);
	diplodoc_archive_judge(archive);
	return archive;
}
