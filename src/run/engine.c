/* SPDX-License-Identifier: MIT */
/* Makes and keeps what all documents share, outside of the region of any. */
#include "run/engine.h"
#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/files.h"
#include "base/memory.h"
#include "model/house.h"
#include "model/words.h"
#include "run/editions.h"
#include "run/engine_rules.h"
#include "xml/limits.h"
#include "xml/region.h"
#include "xml/schema.h"
#include "xml/transform.h"

static const char NEUTRAL_HOUSE[] = "xslt/house.xml";

void
dd_engine_init(struct dd_engine *engine)
{
	*engine = (struct dd_engine){0};
	dd_resource_set_init(&engine->resources);
	dd_zone_db_init(&engine->zones, NULL);
	engine->zones.files = &engine->files;
	dd_speller_db_init(&engine->spellers, NULL);
	dd_names_set_init(&engine->names);
	dd_html5_sheet_init(&engine->sheet);
}

void
dd_engine_release(struct dd_engine *engine)
{
	for (size_t i = 0; i < engine->houses.count; i++)
		dd_house_release(engine->houses.entries[i].value);
	for (size_t i = 0; i < engine->stylesheets.count; i++)
		dd_stylesheet_free(engine->stylesheets.entries[i].value);
	for (size_t i = 0; i < engine->words.count; i++)
		dd_words_release(engine->words.entries[i].value);
	dd_stylesheet_free(engine->user.stylesheet);
	free(engine->user.text);
	dd_html5_sheet_release(&engine->sheet);
	dd_engine_release_rules(engine);
	dd_editions_release(engine);
	dd_table_release(&engine->words);
	dd_table_release(&engine->houses);
	dd_table_release(&engine->folders);
	dd_table_release(&engine->stylesheets);
	dd_schema_free(engine->summary_schema);
	dd_schema_free(engine->house_schema);
	dd_zone_db_release(&engine->zones);
	dd_speller_db_release(&engine->spellers);
	dd_names_set_release(&engine->names);
	dd_resource_set_release(&engine->resources);
	dd_arena_release(&engine->arena);
}

static int
compile_schema(struct dd_engine *engine, const char *name,
    struct dd_schema **schema, struct dd_error *error)
{
	struct dd_resource main, imported;
	struct dd_schema_file bundle[2];
	bool active;
	int result;

	if (*schema)
		return 0;
	result = dd_resource_get(&engine->resources, name, &main, error);
	if (result == 0)
		result = dd_resource_get(
		    &engine->resources, "schemas/xml.xsd", &imported, error);
	if (result < 0)
		return result;
	bundle[0] = (struct dd_schema_file){name, main.data, main.len};
	bundle[1] =
	    (struct dd_schema_file){"xml.xsd", imported.data, imported.len};
	active = dd_region_pause();
	*schema = dd_schema_new(bundle, 2, error);
	dd_region_resume(active);
	return *schema ? 0 : DD_E_ENGINE;
}

int
dd_engine_schema(struct dd_engine *engine, const struct dd_schema **ret_schema,
    struct dd_error *error)
{
	int result = compile_schema(engine, "schemas/meeting-summary.xsd",
	    &engine->summary_schema, error);

	*ret_schema = engine->summary_schema;
	return result;
}

int
dd_engine_house_schema(struct dd_engine *engine,
    const struct dd_schema **ret_schema, struct dd_error *error)
{
	int result = compile_schema(
	    engine, "schemas/house.xsd", &engine->house_schema, error);

	*ret_schema = engine->house_schema;
	return result;
}

/* Adds a house under a name that lives as long as the engine. The built-in one
 * is known to be valid, and saves the work of compiling a schema. */
static int
add_house(struct dd_engine *engine, const char *name, const char *data,
    size_t len, struct dd_house **ret_house, struct dd_error *error)
{
	struct dd_house *house = dd_arena_alloc(&engine->arena, sizeof *house);
	bool known = name == NEUTRAL_HOUSE && !engine->resources.directory;
	const struct dd_schema *schema = NULL;
	int result = 0;
	bool active;

	if (!known)
		result = dd_engine_house_schema(engine, &schema, error);
	if (result < 0)
		return result;
	active = dd_region_pause();
	result = dd_house_read(house, schema, name, data, len, error);
	dd_region_resume(active);
	if (result < 0) {
		dd_house_release(house);
		return result;
	}
	dd_table_add(&engine->houses, name, house);
	*ret_house = house;
	return 0;
}

/* Reads and closes the file that people call `path`. */
static int
read_house(struct dd_engine *engine, const char *path, struct dd_file *file,
    struct dd_house **ret_house, struct dd_error *error)
{
	struct dd_error cause = dd_error_like(error);
	struct dd_buffer bytes;
	int result;

	*ret_house = dd_table_find(&engine->houses, path);
	if (*ret_house) {
		dd_file_close(file);
		return 0;
	}
	dd_buffer_init(&bytes, 0);
	result = dd_file_take(file, path, DD_LIMIT_INPUT, &bytes, &cause);
	if (result == 0)
		result = add_house(engine, dd_arena_dup(&engine->arena, path),
		    bytes.data, bytes.len, ret_house, error);
	else
		dd_error_set(error, DD_E_USAGE, "%s", cause.text);
	dd_buffer_release(&bytes);
	return result < 0 && result != DD_E_ENGINE ? DD_E_USAGE : result;
}

static int
get_neutral_house(struct dd_engine *engine, struct dd_house **ret_house,
    struct dd_error *error)
{
	struct dd_resource resource;
	int result;

	*ret_house = dd_table_find(&engine->houses, NEUTRAL_HOUSE);
	if (*ret_house)
		return 0;
	result = dd_resource_get(
	    &engine->resources, NEUTRAL_HOUSE, &resource, error);
	if (result < 0)
		return result;
	return add_house(engine, NEUTRAL_HOUSE, resource.data, resource.len,
	    ret_house, error);
}

int
dd_engine_force_house(
    struct dd_engine *engine, const char *path, struct dd_error *error)
{
	const struct dd_file_request request = {DD_FILE_RUN, .name = path};
	struct dd_file file;

	dd_file_open(&engine->files, &request, &file);
	return read_house(engine, path, &file, &engine->forced, error);
}

static int
find_house(struct dd_engine *engine, const char *path, const char *folder,
    struct dd_house **ret_house, struct dd_error *error)
{
	const struct dd_file_request request = {DD_FILE_HOUSE, .from = path};
	struct dd_file file;
	int result;

	dd_file_open(&engine->files, &request, &file);
	result = file.path[0] || file.error != ENOENT
	    ? read_house(engine, file.path[0] ? file.path : folder, &file,
		  ret_house, error)
	    : get_neutral_house(engine, ret_house, error);
	if (result == 0)
		dd_table_add(&engine->folders,
		    dd_arena_dup(&engine->arena, folder), *ret_house);
	return result;
}

int
dd_engine_house(struct dd_engine *engine, const char *path,
    const struct dd_house **ret_house, struct dd_error *error)
{
	struct dd_house *house = engine->forced;
	int result = 0;

	if (!house && !path) {
		result = get_neutral_house(engine, &house, error);
	} else if (!house) {
		char *copy = dd_strdup(path), *folder = dirname(copy);

		house = dd_table_find(&engine->folders, folder);
		if (!house)
			result =
			    find_house(engine, path, folder, &house, error);
		free(copy);
	}
	*ret_house = house;
	return result;
}

int
dd_engine_stylesheet(struct dd_engine *engine, const char *name,
    const struct dd_stylesheet **ret_stylesheet, struct dd_error *error)
{
	struct dd_stylesheet *stylesheet =
	    dd_table_find(&engine->stylesheets, name);

	if (!stylesheet) {
		bool active = dd_region_pause();

		stylesheet = dd_stylesheet_new(&engine->resources, name, error);
		dd_region_resume(active);
		if (!stylesheet)
			return DD_E_ENGINE;
		dd_table_add(&engine->stylesheets,
		    dd_arena_dup(&engine->arena, name), stylesheet);
	}
	*ret_stylesheet = stylesheet;
	return 0;
}

int
dd_engine_user_stylesheet(struct dd_engine *engine, const char *name,
    const char *text, size_t len, const struct dd_stylesheet **ret_stylesheet,
    struct dd_error *error)
{
	bool kept = engine->user.stylesheet && engine->user.len == len &&
	    memcmp(engine->user.text, text, len) == 0;

	if (!kept) {
		bool active = dd_region_pause();

		dd_stylesheet_free(engine->user.stylesheet);
		free(engine->user.text);
		engine->user.text = dd_malloc(len + 1);
		memcpy(engine->user.text, text, len);
		engine->user.len = len;
		engine->user.stylesheet = dd_stylesheet_new_from(
		    &engine->resources, name, text, len, error);
		dd_region_resume(active);
	}
	*ret_stylesheet = engine->user.stylesheet;
	return engine->user.stylesheet ? 0 : DD_E_USAGE;
}

int
dd_engine_words(struct dd_engine *engine, const char *lang,
    const struct dd_words **ret_words, struct dd_error *error)
{
	struct dd_words *words = dd_table_find(&engine->words, lang);
	int result = 0;

	if (!words) {
		bool active = dd_region_pause();

		words = dd_arena_alloc(&engine->arena, sizeof *words);
		result = dd_words_load(words, &engine->resources, lang, error);
		dd_region_resume(active);
		if (result == 0)
			dd_table_add(&engine->words,
			    dd_arena_dup(&engine->arena, lang), words);
	}
	*ret_words = words;
	return result;
}
