/* SPDX-License-Identifier: MIT */
/* The public interface to what is still to be written; see diplodoc.h. */
#include "base/buffer.h"
#include "diplodoc_private.h"
#include "output/skeleton.h"
#include "run/draft.h"

const char *
diplodoc_kind(size_t index)
{
	return dd_skeleton_kind(index);
}

int
diplodoc_draft(struct diplodoc *context,
    const struct diplodoc_draft_options *options, char **ret_data,
    size_t *ret_len, struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &context->engine.messages};
	struct dd_skeleton skeleton = {
	    .kind = options->kind,
	    .level = options->level,
	    .format = options->format,
	    .lang = options->lang,
	    .when = options->when,
	    .zone = options->zone,
	    .place = options->place,
	    .today = options->today,
	    .address = options->schema,
	    .parties = options->parties,
	    .party_count = options->party_count,
	};
	struct dd_draft_facts facts = {
	    options->facts_name, options->facts, options->facts_len};
	struct dd_buffer out;
	int result;

	dd_buffer_init(&out, 0);
	result = dd_draft(
	    &context->engine, options->path, &facts, &skeleton, &out, &inner);
	if (result == DD_OK)
		*ret_data = dd_buffer_take(&out, ret_len);
	dd_buffer_release(&out);
	return dd_pass_error(result, &inner, error);
}
