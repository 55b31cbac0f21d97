/* SPDX-License-Identifier: MIT */
/* A file that was saved anew between check and mending is left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/console.h"
#include "cli/crew.h"
#include "cli/mend.h"
#include "cli/options.h"
#include "cli/session.h"

#define SUMMARY(text)                                                          \
	"<meetingSummary xmlns='urn:diplodoc:meeting-summary:1' "              \
	"xml:lang='en' id='a'><body><item><narrative>" text                    \
	"</narrative></item></body></meetingSummary>\n"

static const char found[] = SUMMARY("They met  again.");
static const char mended[] = SUMMARY("They met again.");
static const char shorter[] = SUMMARY("They met.");
static const char as_long[] = SUMMARY("They ate  again.");
static const char longer[] = SUMMARY("They met  again.") "\n";

/* Checks `found` while the file holds `saved`, and mends it. */
static struct dd_console
mend(const char *path, const char *saved)
{
	struct dd_settings set = {.fix = true};
	struct diplodoc_check_options options = {.stage = "publish"};
	struct dd_console console = {.status = 0};
	struct dd_session session = {
	    .console = &console, .set = &set, .check = &options};
	const struct dd_work nothing = {.data = NULL};
	struct dd_crew crew = {.session = &session, .work = &nothing};
	struct diplodoc_document *document;
	struct diplodoc_error error = {0};
	struct dd_buffer bytes;

	assert_int_equal(
	    dd_file_write(path, saved, strlen(saved), &(struct dd_error){0}),
	    DD_OK);
	dd_buffer_init(&bytes, 0);
	dd_buffer_add(&bytes, found, strlen(found));
	session.engine = diplodoc_new();
	assert_int_equal(dd_inputs_open(&session.inputs, &console,
			     &(struct dd_origin){&path, 1, NULL, NULL}),
	    DD_OK);
	session.crew = &crew;
	dd_crew_work(&crew, 0, &bytes);
	assert_int_equal(
	    dd_crew_document(&crew, 0, &bytes, &document, &error), DIPLODOC_OK);
	dd_mend(&session, 0, &document, &bytes);
	dd_arena_release(&crew.arena);
	dd_buffer_release(&crew.own);
	diplodoc_close(document);
	dd_inputs_release(&session.inputs);
	diplodoc_free(session.engine);
	dd_buffer_release(&bytes);
	return console;
}

static void
assert_file(const char *path, const char *expected)
{
	struct dd_buffer bytes;

	dd_buffer_init(&bytes, 0);
	assert_int_equal(
	    dd_file_read(path, 4096, &bytes, &(struct dd_error){0}), DD_OK);
	assert_int_equal(bytes.len, strlen(expected));
	assert_memory_equal(bytes.data, expected, bytes.len);
	dd_buffer_release(&bytes);
}

static void
leave_what_was_saved(void **state)
{
	static const char *const saved[] = {shorter, as_long, longer};
	char path[] = "/tmp/diplodoc-test-XXXXXX";
	struct dd_console console;
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	for (size_t i = 0; i < sizeof saved / sizeof *saved; i++) {
		console = mend(path, saved[i]);
		assert_int_equal(console.status, DD_EXIT_OUTPUT);
		assert_file(path, saved[i]);
	}
	console = mend(path, found);
	assert_int_equal(console.status, DD_EXIT_CLEAN);
	assert_file(path, mended);
	unlink(path);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    cmocka_unit_test(leave_what_was_saved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
