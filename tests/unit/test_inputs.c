/* SPDX-License-Identifier: MIT */
/* Inputs: from where they come, in which order, and how many are kept. */
#include "folder.h"
#include <string.h>
#include <sys/stat.h>
#include "base/lines.h"
#include "base/seen.h"
#include "cli/console.h"
#include "cli/inputs.h"

static void
write_text(const char *path, const char *text, size_t len)
{
	assert_int_equal(dd_file_write(path, text, len, NULL), DD_OK);
}

/* Opens them, with standard error put aside. */
static int
open_inputs(struct dd_inputs *inputs, struct dd_console *console,
    const struct dd_origin *origin)
{
	dd_console_init(console);
	assert_non_null(freopen("said", "a", stderr));
	return dd_inputs_open(inputs, console, origin);
}

static void
expect_paths(const struct dd_origin *origin, const char *const *paths)
{
	struct dd_console console;
	struct dd_inputs inputs;
	size_t i;

	assert_int_equal(open_inputs(&inputs, &console, origin), DD_OK);
	for (i = 0; dd_inputs_has(&inputs, i); i++) {
		assert_non_null(paths[2 * i]);
		assert_string_equal(
		    dd_inputs_at(&inputs, i)->path, paths[2 * i]);
		assert_string_equal(
		    dd_inputs_at(&inputs, i)->below, paths[2 * i + 1]);
	}
	assert_null(paths[2 * i]);
	dd_inputs_release(&inputs);
	dd_console_release(&console);
}

static void
make_tree(void)
{
	mkdir("in", 0777);
	mkdir("in/b", 0777);
	mkdir("in/.git", 0777);
	write_text("in/c.xml", "", 0);
	write_text("in/a.xml", "", 0);
	write_text("in/b/d.xml", "", 0);
	write_text("in/b/e.txt", "", 0);
	write_text("in/b/diplodoc-house.xml", "", 0);
	write_text("in/.git/f.xml", "", 0);
	assert_int_equal(symlink("..", "in/b/circle"), 0);
	assert_int_equal(symlink("nowhere", "in/b/gone.xml"), 0);
	assert_int_equal(symlink("../c.xml", "in/b/z.xml"), 0);
}

/* A link to a file is taken, also where it leads to nothing, which is said by who
 * reads it; another here leads to one that comes later. */
static void
test_folders_in_order(void **state)
{
	const char *operands[] = {"in", "./in/a.xml", "in/b/e.txt"};
	const char *const paths[] = {"in/a.xml", "a.xml", "in/b/d.xml",
	    "b/d.xml", "in/b/gone.xml", "b/gone.xml", "in/b/z.xml", "b/z.xml",
	    "in/b/e.txt", "e.txt", NULL};
	struct dd_origin origin = {operands, 3, NULL, NULL};

	(void)state;
	make_tree();
	expect_paths(&origin, paths);
}

static void
test_names_that_end_in_nul(void **state)
{
	static const char list[] = "in/b\0a\nb \"'.xml\0-x.xml\0\xff.xml\0"
				   "/tmp/../q.xml\0./in/a.xml";
	const char *const paths[] = {"in/b/d.xml", "in/b/d.xml",
	    "in/b/gone.xml", "in/b/gone.xml", "in/b/z.xml", "in/b/z.xml",
	    "a\nb \"'.xml", "a\nb \"'.xml", "-x.xml", "-x.xml", "\xff.xml",
	    "\xff.xml", "/tmp/../q.xml", "tmp/../q.xml", "./in/a.xml",
	    "in/a.xml", NULL};
	struct dd_origin origin = {NULL, 0, "list", NULL};

	(void)state;
	make_tree();
	write_text("list", list, sizeof list - 1);
	expect_paths(&origin, paths);
}

static void
test_an_empty_name_is_said(void **state)
{
	struct dd_origin origin = {NULL, 0, "list", NULL};
	struct dd_console console;
	struct dd_inputs inputs;

	(void)state;
	write_text("list", "a\0\0b\0", 5);
	assert_int_equal(open_inputs(&inputs, &console, &origin), DD_OK);
	assert_int_equal(dd_inputs_all(&inputs), 2);
	assert_int_equal(console.status, DD_EXIT_INPUT);
	dd_inputs_release(&inputs);
	write_text("list", "", 0);
	dd_console_init(&console);
	assert_int_equal(
	    dd_inputs_open(&inputs, &console, &origin), DD_E_USAGE);
	dd_inputs_release(&inputs);
}

static void
test_lines_of_json(void **state)
{
	static const char lines[] =
	    "{\"id\": \"1\", \"path\": \"a.xml\"}\n"
	    "{\"xml\": \"<a/>\", \"id\": \"two\", \"more\": 1}\n"
	    "no json\n"
	    "\n"
	    "{\"id\": \"5\"}\n"
	    "{\"id\": 6, \"path\": \"a\"}\n"
	    "{\"id\": \"7\", \"path\": \"a\", \"xml\": \"\"}\n"
	    "{\"id\": \"8\", \"path\": \"\"}\n"
	    "{\"id\": \"1\", \"path\": \"a.xml\"}";
	static const char *const ids[] = {
	    "1", "two", NULL, NULL, "5", NULL, "7", "8", "1"};
	struct dd_origin origin = {NULL, 0, NULL, "lines"};
	struct dd_console console;
	struct dd_inputs inputs;

	(void)state;
	write_text("lines", lines, sizeof lines - 1);
	assert_int_equal(open_inputs(&inputs, &console, &origin), DD_OK);
	assert_int_equal(dd_inputs_all(&inputs), 9);
	for (size_t i = 0; i < 9; i++) {
		const struct dd_input *input = dd_inputs_at(&inputs, i);
		bool good = i < 2 || i == 8;

		assert_int_equal(input->line, i + 1);
		assert_int_equal(input->fault == NULL, good);
		assert_int_equal(input->path || input->data, good);
		if (ids[i])
			assert_string_equal(input->id, ids[i]);
		else
			assert_null(input->id);
	}
	assert_string_equal(dd_inputs_at(&inputs, 1)->data, "<a/>");
	assert_string_equal(dd_inputs_at(&inputs, 2)->name, "lines:3");
	assert_int_equal(console.status, DD_EXIT_CLEAN);
	dd_inputs_release(&inputs);
}

static void
test_two_origins_are_refused(void **state)
{
	const char *operands[] = {"list"};
	const struct dd_origin origins[] = {
	    {operands, 1, "list", NULL},
	    {operands, 1, NULL, "list"},
	    {NULL, 0, "list", "list"},
	    {NULL, 0, NULL, NULL},
	};
	struct dd_console console;
	struct dd_inputs inputs;

	(void)state;
	write_text("list", "list", 5);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(
		    open_inputs(&inputs, &console, &origins[i]), DD_E_USAGE);
		dd_inputs_release(&inputs);
	}
}

/* However many there are, no more are kept than the work asks for. */
static void
test_memory_stays(void **state)
{
	struct dd_origin origin = {NULL, 0, NULL, "lines"};
	struct dd_console console;
	struct dd_inputs inputs;
	struct dd_buffer text;

	(void)state;
	dd_buffer_init(&text, 0);
	for (int i = 0; i < 10000; i++)
		dd_buffer_printf(
		    &text, "{\"id\": \"%d\", \"xml\": \"x\"}\n", i);
	write_text("lines", text.data, text.len);
	dd_buffer_release(&text);
	assert_int_equal(open_inputs(&inputs, &console, &origin), DD_OK);
	for (size_t i = 0; dd_inputs_has(&inputs, i); i++) {
		assert_int_equal(atoi(dd_inputs_at(&inputs, i)->id), (int)i);
		dd_inputs_drop(&inputs, i);
	}
	assert_int_equal(inputs.count, 10000);
	assert_true(inputs.cap <= 16);
	dd_inputs_release(&inputs);
}

static void
test_pieces(void **state)
{
	static const char *const pieces[] = {"ab", "", "abc", "x"};
	struct dd_lines lines;
	struct dd_buffer piece;
	bool cut;

	(void)state;
	write_text("text", "ab\n\nabcdef\nx", 12);
	assert_int_equal(dd_lines_open(&lines, "text", '\n', 3, NULL), DD_OK);
	dd_buffer_init(&piece, 0);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(dd_lines_next(&lines, &piece, &cut, NULL), 1);
		assert_string_equal(piece.data, pieces[i]);
		assert_int_equal(cut, i == 2);
		assert_int_equal(lines.number, i + 1);
	}
	assert_int_equal(dd_lines_next(&lines, &piece, &cut, NULL), 0);
	dd_lines_release(&lines);
	assert_int_equal(
	    dd_lines_open(&lines, "none", '\n', 3, NULL), DD_E_INPUT);
	dd_lines_release(&lines);
	assert_int_equal(dd_lines_open(&lines, ".", '\n', 3, NULL), DD_OK);
	assert_int_equal(dd_lines_next(&lines, &piece, &cut, NULL), DD_E_INPUT);
	dd_lines_release(&lines);
	dd_buffer_release(&piece);
}

static void
test_seen(void **state)
{
	struct dd_seen seen;
	char text[16];

	(void)state;
	dd_seen_init(&seen);
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 1000; i++) {
			snprintf(text, sizeof text, "%d", i);
			assert_int_equal(dd_seen_add(&seen, text), round == 0);
		}
	assert_int_equal(seen.count, 1000);
	dd_seen_release(&seen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_FOLDER(test_folders_in_order),
	    IN_FOLDER(test_names_that_end_in_nul),
	    IN_FOLDER(test_an_empty_name_is_said),
	    IN_FOLDER(test_lines_of_json),
	    IN_FOLDER(test_two_origins_are_refused),
	    IN_FOLDER(test_memory_stays),
	    IN_FOLDER(test_pieces),
	    IN_FOLDER(test_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
