/* SPDX-License-Identifier: MIT */
/* Looks for files, and remembers what was found. */
#include "check/beside.h"
#include "base/files.h"

/* What an address leads to. */
struct dd_beside_place {
	enum dd_beside state;
	const char *path;
	enum { NOT_ASKED, NO_SOURCE, SOURCE } source;
};

static struct dd_beside_place
look(struct dd_checker *checker, const char *address)
{
	const struct dd_check_input *input = checker->input;
	const struct dd_file_request request = {
	    DD_FILE_LINKED, .from = input->path, .name = address};
	struct dd_file file;

	dd_file_open(input->files, &request, &file);
	dd_file_close(&file);
	if (!file.path[0])
		return (struct dd_beside_place){.state = DD_BESIDE_UNKNOWN};
	return (struct dd_beside_place){
	    .state = file.error ? DD_BESIDE_MISSING : DD_BESIDE_THERE,
	    .path = dd_arena_dup(&checker->arena, file.path)};
}

static struct dd_beside_place *
find_place(struct dd_checker *checker, const char *address)
{
	struct dd_beside_place *place =
	    dd_table_find(&checker->beside, address);

	if (place)
		return place;
	place = dd_arena_alloc(&checker->arena, sizeof *place);
	*place = look(checker, address);
	dd_table_add(
	    &checker->beside, dd_arena_dup(&checker->arena, address), place);
	return place;
}

enum dd_beside
dd_beside_find(
    struct dd_checker *checker, const char *address, const char **ret_path)
{
	const struct dd_beside_place *place;

	*ret_path = NULL;
	if (!checker->input->path || !address)
		return DD_BESIDE_UNKNOWN;
	place = find_place(checker, address);
	*ret_path = place->path;
	return place->state;
}

static bool
has_source(struct dd_checker *checker, const char *address)
{
	const struct dd_check_input *input = checker->input;
	const struct dd_file_request request = {
	    DD_FILE_EDITION, .from = input->path, .name = address};
	struct dd_file file;

	dd_file_open(input->files, &request, &file);
	dd_file_close(&file);
	return S_ISREG(file.status.st_mode);
}

bool
dd_beside_has_source(struct dd_checker *checker, const char *address)
{
	struct dd_beside_place *place = find_place(checker, address);

	if (place->source == NOT_ASKED)
		place->source =
		    has_source(checker, address) ? SOURCE : NO_SOURCE;
	return place->source == SOURCE;
}
