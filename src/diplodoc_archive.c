/* SPDX-License-Identifier: MIT */
/* The public interface: what many documents say. */
#include <stdlib.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "check/archive.h"
#include "check/check.h"
#include "diplodoc_private.h"

struct diplodoc_archive *
diplodoc_archive_new(void)
{
	return dd_calloc(1, sizeof(struct dd_archive));
}

void
diplodoc_archive_free(struct diplodoc_archive *archive)
{
	if (archive)
		dd_archive_release((struct dd_archive *)archive);
	free(archive);
}

bool
diplodoc_archive_is_needed(const struct diplodoc_check_options *options)
{
	struct dd_arena arena = {0};
	int stage = options->stage ? dd_stage_find(options->stage) : DD_PUBLISH;
	const struct dd_check_options inner = {
	    .stage = stage < 0 ? DD_PUBLISH : (enum dd_stage)stage,
	    .severities = dd_copy_severities(&arena, options),
	    .severity_count = options->severity_count,
	};
	bool needed = dd_check_needs_archive(&inner);

	dd_arena_release(&arena);
	return needed;
}

int
diplodoc_facts(struct diplodoc *context, const char *name, const char *path,
    const void *bytes, size_t len, char **ret_facts, size_t *ret_len,
    struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &context->engine.messages};
	struct dd_document document;
	struct dd_buffer out;
	int result;

	dd_buffer_init(&out, 0);
	dd_document_open(&document, &context->engine, name, path, bytes, len);
	result = dd_document_facts(&document, &out, &inner);
	dd_document_close(&document);
	*ret_facts = dd_buffer_take(&out, ret_len);
	return dd_pass_error(result, &inner, error);
}

void
diplodoc_archive_add(struct diplodoc_archive *archive, const char *name,
    const void *facts, size_t len)
{
	dd_archive_add((struct dd_archive *)archive, name, facts, len);
}

void
diplodoc_archive_judge(struct diplodoc_archive *archive)
{
	dd_archive_judge((struct dd_archive *)archive);
}
