/* SPDX-License-Identifier: MIT */
/* Gives a skeleton what the engine has. */
#include "run/draft.h"
#include "base/error.h"
#include "import/json.h"
#include "output/skeleton.h"
#include "run/engine.h"
#include "xml/schema.h"

int
dd_draft(struct dd_engine *engine, const char *path,
    const struct dd_draft_facts *facts, struct dd_skeleton *skeleton,
    struct dd_buffer *out, struct dd_error *error)
{
	int result = dd_engine_house(engine, path, &skeleton->house, error);

	if (result == DD_OK)
		result = dd_engine_schema(engine, &skeleton->schema, error);
	if (result == DD_OK && facts->bytes)
		result = dd_import_json(dd_schema_grammar(skeleton->schema),
		    facts->name, facts->bytes, facts->len, &skeleton->facts,
		    error);
	if (result == DD_OK)
		result = dd_skeleton_write(skeleton, out, error);
	xmlFreeDoc(skeleton->facts);
	skeleton->facts = NULL;
	return result;
}
