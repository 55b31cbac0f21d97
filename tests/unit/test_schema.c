/* SPDX-License-Identifier: MIT */
/*
 * The schemas in words: tests/schema-cases/cases.tsv holds every finding of
 * every case, and the samples have none.
 */
#include "schema_check.h"
#include <glob.h>
#include "base/file.h"

#define CASES "tests/schema-cases/"

static struct dd_schema *summary_schema, *house_schema;

static int
compile_all(void **state)
{
	(void)state;
	summary_schema = compile_built_in("schemas/meeting-summary.xsd");
	house_schema = compile_built_in("schemas/house.xsd");
	return 0;
}

static int
free_all(void **state)
{
	(void)state;
	dd_schema_free(summary_schema);
	dd_schema_free(house_schema);
	return 0;
}

static void
check_file(struct checked *c, const char *path, const struct dd_schema *schema)
{
	struct dd_error error = {0};

	dd_buffer_init(&c->bytes, 0);
	if (dd_file_read(path, DD_LIMIT_INPUT, &c->bytes, &error) != DD_OK)
		fail_msg("%s", error.text);
	check_bytes(c, schema);
}

/* "id<TAB>line<TAB>column<TAB>message" a line; remarks of the parser, which
 * are no errors, are left out. */
static void
print_findings(struct checked *c, struct dd_buffer *out)
{
	const struct dd_diagnostic *d;
	struct dd_place place;

	for (d = c->sink.first; d; d = d->next) {
		if (d->level != DD_ERROR)
			continue;
		dd_source_place(&c->source, d->range, &place);
		dd_buffer_printf(out, "%s\t%zu\t%zu\t%s\n",
		    dd_catalog(d->id)->slug, place.line, place.column,
		    d->message);
	}
}

/* --- the cases ----------------------------------------------------------- */

/* Compares the findings of one file with what cases.tsv says of it. */
static bool
check_case(const char *name, const char *expected)
{
	struct dd_buffer path, got;
	struct checked c;
	bool same;

	dd_buffer_init(&path, 0);
	dd_buffer_init(&got, 0);
	dd_buffer_printf(&path, CASES "%s.xml", name);
	check_file(&c, path.data,
	    strncmp(name, "house-", 6) == 0 ? house_schema : summary_schema);
	print_findings(&c, &got);
	same = c.result == DD_OK && strcmp(got.data, expected) == 0;
	if (!same)
		print_message("# %s\n# wanted:\n%s# got (%d):\n%s", path.data,
		    expected, c.result, got.data);
	release(&c);
	dd_buffer_release(&path);
	dd_buffer_release(&got);
	return same;
}

/* Splits "file id line column verdict message" and adds all but the file and
 * the verdict to `out`. */
static void
add_row(char *row, struct dd_buffer *out)
{
	char *field[6] = {row};
	size_t i;

	for (i = 1; i < 6; i++) {
		field[i] = strchr(field[i - 1], '\t');
		assert_non_null(field[i]);
		*field[i]++ = '\0';
	}
	dd_buffer_printf(
	    out, "%s\t%s\t%s\t%s\n", field[1], field[2], field[3], field[5]);
}

static void
test_cases(void **state)
{
	struct dd_buffer table, expected;
	struct dd_error error = {0};
	size_t cases = 0, wrong = 0;
	char *line, *rest = NULL, *name = NULL;

	(void)state;
	dd_buffer_init(&table, 0);
	dd_buffer_init(&expected, 0);
	assert_int_equal(
	    dd_file_read(CASES "cases.tsv", 1 << 20, &table, &error), DD_OK);
	for (line = strtok_r(table.data, "\n", &rest); line;
	     line = strtok_r(NULL, "\n", &rest)) {
		if (*line == '#')
			continue;
		add_row(line, &expected);
		name = line;
		/* The last row of a file: the next one names another. */
		if (rest && strncmp(rest, name, strlen(name)) == 0 &&
		    rest[strlen(name)] == '\t')
			continue;
		wrong += !check_case(name, expected.data);
		cases++;
		expected.len = 0;
		expected.data[0] = '\0';
	}
	dd_buffer_release(&expected);
	dd_buffer_release(&table);
	assert_true(cases > 150);
	assert_int_equal(wrong, 0);
}

/* Every file of the folder has its rows. */
static void
test_no_case_is_forgotten(void **state)
{
	struct dd_buffer table, row;
	struct dd_error error = {0};
	glob_t files;
	size_t i;

	(void)state;
	dd_buffer_init(&table, 0);
	dd_buffer_init(&row, 0);
	assert_int_equal(
	    dd_file_read(CASES "cases.tsv", 1 << 20, &table, &error), DD_OK);
	assert_int_equal(glob(CASES "*.xml", 0, NULL, &files), 0);
	for (i = 0; i < files.gl_pathc; i++) {
		const char *name = files.gl_pathv[i] + strlen(CASES);

		row.len = 0;
		dd_buffer_printf(
		    &row, "\n%.*s\t", (int)(strlen(name) - 4), name);
		if (!strstr(table.data, row.data))
			fail_msg("%s has no row in cases.tsv", name);
	}
	globfree(&files);
	dd_buffer_release(&row);
	dd_buffer_release(&table);
}

static void
test_samples_are_valid(void **state)
{
	struct dd_buffer got;
	struct checked c;
	glob_t files;
	size_t i;

	(void)state;
	dd_buffer_init(&got, 0);
	assert_int_equal(glob("samples/*.xml", 0, NULL, &files), 0);
	assert_int_equal(
	    glob("samples/house/*.xml", GLOB_APPEND, NULL, &files), 0);
	for (i = 0; i < files.gl_pathc; i++) {
		const char *path = files.gl_pathv[i];

		check_file(&c, path,
		    strstr(path, "/house/") ? house_schema : summary_schema);
		print_findings(&c, &got);
		if (c.result != DD_OK || c.sink.total > 0)
			fail_msg("%s: %zu findings\n%s", path, c.sink.total,
			    got.data);
		release(&c);
	}
	globfree(&files);
	dd_buffer_release(&got);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_no_case_is_forgotten),
	    cmocka_unit_test(test_samples_are_valid),
	};

	return cmocka_run_group_tests(tests, compile_all, free_all);
}
