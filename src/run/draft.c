/* SPDX-License-Identifier: MIT */
/* Gives a skeleton what the engine has. */
#include "run/draft.h"
#include "base/error.h"
#include "output/skeleton.h"
#include "run/engine.h"

int
dd_draft(struct dd_engine *engine, const char *path,
    struct dd_skeleton *skeleton, struct dd_buffer *out, struct dd_error *error)
{
	int result = dd_engine_house(engine, path, &skeleton->house, error);

	if (result == DD_OK)
		result = dd_engine_schema(engine, &skeleton->schema, error);
	if (result == DD_OK)
		result = dd_skeleton_write(skeleton, out, error);
	return result;
}
