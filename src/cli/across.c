/* SPDX-License-Identifier: MIT */
#include "cli/across.h"
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/options.h"

static void
add_input(
    struct dd_session *session, struct diplodoc_archive *archive, size_t index)
{
	const char *path = session->inputs.paths[index];
	struct dd_buffer bytes;

	dd_buffer_init(&bytes, 0);
	if (dd_file_read(path, dd_session_limit(), &bytes, NULL) == DD_OK)
		diplodoc_archive_add(archive, session->engine,
		    dd_session_name(session, index), path, bytes.data,
		    bytes.len);
	dd_buffer_release(&bytes);
}

struct diplodoc_archive *
dd_across_read(struct dd_session *session)
{
	struct diplodoc_archive *archive;

	if (session->set->no_across || session->inputs.count < 2)
		return NULL;
	archive = diplodoc_archive_new();
	for (size_t i = 0; i < session->inputs.count; i++)
		if (strcmp(session->inputs.paths[i], "-") != 0)
			add_input(session, archive, i);
	diplodoc_archive_judge(archive);
	return archive;
}
