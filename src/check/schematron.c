/* SPDX-License-Identifier: MIT */
/* Owns: the life of one file of rules. */
#include "check/schematron.h"
#include <stdlib.h>
#include "base/files.h"
#include "base/memory.h"
#include "check/schematron_function.h"
#include "check/schematron_internal.h"

struct dd_schematron *
dd_schematron_read(const char *path, struct dd_file *file,
    const struct dd_files *files, const char *phase, struct dd_zone_db *zones,
    struct dd_error *error)
{
	struct dd_schematron *schematron = dd_calloc(1, sizeof *schematron);
	struct dd_sch_reader reader = {
	    .schematron = schematron,
	    .error = error,
	    .files = files,
	    .phase = phase,
	};
	int result;

	dd_arena_init(&schematron->arena);
	dd_table_init(&schematron->names);
	dd_table_init(&reader.diagnostics);
	schematron->path = dd_arena_dup(&schematron->arena, path);
	schematron->functions = dd_functions_new(zones);
	schematron->engine = dd_xpath_engine_new(
	    DD_NS_FUNCTIONS, dd_functions, schematron->functions);
	result = dd_sch_file_read(&reader, path, file, NULL, &reader.root);
	if (result == 0)
		result = dd_sch_schema_read(&reader);
	dd_table_release(&reader.diagnostics);
	if (result == 0)
		return schematron;
	dd_schematron_free(schematron);
	return NULL;
}

struct dd_schematron *
dd_schematron_new(const char *path, const char *phase, struct dd_zone_db *zones,
    struct dd_error *error)
{
	const struct dd_file_request request = {DD_FILE_RUN, .name = path};
	struct dd_file file;

	dd_file_open(NULL, &request, &file);
	return dd_schematron_read(path, &file, NULL, phase, zones, error);
}

void
dd_schematron_free(struct dd_schematron *schematron)
{
	if (!schematron)
		return;
	dd_xpath_engine_free(schematron->engine);
	dd_functions_free(schematron->functions);
	for (struct dd_sch_file *f = schematron->files; f; f = f->next) {
		dd_tree_release(&f->tree);
		dd_source_release(&f->source);
		dd_sink_release(&f->sink);
	}
	dd_table_release(&schematron->names);
	dd_arena_release(&schematron->arena);
	free(schematron);
}

size_t
dd_schematron_count(const struct dd_schematron *schematron)
{
	return schematron->names.count;
}

const char *
dd_schematron_name(const struct dd_schematron *schematron, size_t index)
{
	return index < schematron->names.count
	    ? schematron->names.entries[index].key
	    : NULL;
}

bool
dd_schematron_has(const struct dd_schematron *schematron, const char *name)
{
	return dd_table_find(&schematron->names, name) != NULL;
}
