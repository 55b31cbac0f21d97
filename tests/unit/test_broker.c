/* SPDX-License-Identifier: MIT */
/* What a worker gets that asks for files, and what it does not. */
#include "folder.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include "base/files.h"
#include "diplodoc.h"
#include "run/broker.h"
#include "run/broker_named.h"
#include "run/broker_wire.h"
#include "run/editions.h"
#include "run/engine.h"
#include "run/sandbox.h"

static const char DOCUMENT[] =
    "<m a='photo.png' b=\"notes.png\" c='other.html' d='secret.html' "
    "e='pipe.png' f='a&amp;b.png' g='gone.png' h='../out.png'/>";
static const char HOUSE[] =
    "<house xmlns='urn:diplodoc:house:1' id='h'><rules href='rules.sch'/>"
    "<rules href='link.sch'/></house>";
static const char RULES[] = "<schema><include href='part.sch'/></schema>";

static void
write_text(const char *path, const char *text)
{
	assert_int_equal(dd_file_write(path, text, strlen(text), NULL), DD_OK);
}

static int
fill_folder(void **state)
{
	if (enter_folder(state) != 0 || mkdir("in", 0700) != 0 ||
	    mkfifo("in/pipe.png", 0600) != 0 ||
	    symlink("../out.sch", "in/link.sch") != 0)
		return -1;
	write_text("in/document.xml", DOCUMENT);
	write_text("in/diplodoc-house.xml", HOUSE);
	write_text("in/rules.sch", RULES);
	write_text("in/part.sch", "<pattern/>");
	write_text("in/unnamed.sch", "<pattern/>");
	write_text("in/photo.png", "\x89PNG\r\n\x1a\n and more");
	write_text("in/a&b.png", "\x89PNG\r\n\x1a\n and more");
	write_text("in/unnamed.png", "\x89PNG\r\n\x1a\n and more");
	write_text("in/notes.png", "some notes");
	write_text("in/other.xml", "<other/>");
	write_text("in/secret.xml", "-----BEGIN KEY-----");
	write_text("out.png", "\x89PNG\r\n\x1a\n and more");
	write_text("out.sch", "<schema/>");
	return 0;
}

#define IN_FILLED(test)                                                        \
	cmocka_unit_test_setup_teardown(test, fill_folder, leave_folder)

/* A parent, the connection to a worker, and what that has in hand. */
struct scene {
	struct dd_engine engine;
	struct dd_broker broker;
	int ends[2];
};

static bool
get_document(
    void *context, size_t index, struct dd_broker_document *ret_document)
{
	(void)context;
	*ret_document = (struct dd_broker_document){index + 1,
	    index == 0 ? NULL : "in/document.xml", DOCUMENT, strlen(DOCUMENT)};
	return index < 2;
}

static bool
answer(struct scene *scene, const char *request, size_t len)
{
	const struct dd_broker_hand hand = {get_document, NULL};

	return dd_broker_answer(
	    &scene->broker, scene->ends[0], request, len, &hand);
}

/* The file that a request gets, which is open no more, or -1 as its number. */
static struct dd_file
ask(struct scene *scene, enum dd_file_kind kind, const char *from,
    const char *name)
{
	const struct dd_file_request request = {
	    .kind = kind, .from = from, .name = name};
	char bytes[2 * DD_FILE_PATH];
	size_t len = dd_broker_put_request(&request, bytes, sizeof bytes);
	struct dd_file file = {.fd = -1};

	assert_true(answer(scene, bytes, len));
	assert_true(dd_broker_receive_file(scene->ends[1], &file));
	if (file.fd >= 0) {
		assert_int_equal(fcntl(file.fd, F_GETFL) & O_ACCMODE, O_RDONLY);
		close(file.fd);
	}
	return file;
}

static void
open_scene(struct scene *scene)
{
	dd_engine_init(&scene->engine);
	dd_broker_init(&scene->broker, &scene->engine);
	assert_int_equal(
	    socketpair(AF_UNIX, SOCK_SEQPACKET, 0, scene->ends), 0);
}

static void
close_scene(struct scene *scene)
{
	close(scene->ends[0]);
	close(scene->ends[1]);
	dd_broker_release(&scene->broker);
	dd_engine_release(&scene->engine);
}

enum outcome { GIVEN, KEPT, REFUSED, MISSING, OUTSIDE, NOWHERE };

/* KEPT: that it is there is told, and no more. */
static enum outcome
judge(const struct dd_file *file)
{
	if (file->fd >= 0)
		return GIVEN;
	if (file->error == EACCES) {
		assert_string_equal(file->path, "");
		assert_int_equal(file->status.st_mode, 0);
	}
	return file->error == 0	    ? KEPT
	    : file->error == ENOENT ? MISSING
	    : file->error == EXDEV  ? OUTSIDE
	    : file->error == EINVAL ? NOWHERE
				    : REFUSED;
}

struct row {
	enum dd_file_kind kind;
	const char *from, *name;
	enum outcome outcome;
};

static void
expect_rows(struct scene *scene, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct row *row = &rows[i];
		struct dd_file file =
		    ask(scene, row->kind, row->from, row->name);

		if (judge(&file) != row->outcome)
			print_message("# kind %d, from %s, name %s\n",
			    (int)row->kind, row->from, row->name);
		assert_int_equal(judge(&file), row->outcome);
	}
}

#define EXPECT_ROWS(scene, rows)                                               \
	expect_rows((scene), (rows), sizeof(rows) / sizeof *(rows))

static const char FROM[] = "in/document.xml";

static void
test_document_gets_what_it_names(void **state)
{
	static const struct row rows[] = {
	    {DD_FILE_LINKED, FROM, "photo.png", KEPT},
	    {DD_FILE_LINKED, FROM, "gone.png", MISSING},
	    {DD_FILE_LINKED, FROM, "../out.png", NOWHERE},
	    {DD_FILE_LINKED, FROM, "unnamed.png", REFUSED},
	    {DD_FILE_PICTURE, FROM, "photo.png", GIVEN},
	    {DD_FILE_PICTURE, FROM, "a&b.png", GIVEN},
	    {DD_FILE_PICTURE, FROM, "../out.png", NOWHERE},
	    {DD_FILE_PICTURE, FROM, "unnamed.png", REFUSED},
	    {DD_FILE_PICTURE, FROM, "/etc/passwd", REFUSED},
	    {DD_FILE_PICTURE, FROM, "document.xml", REFUSED},
	    {DD_FILE_PICTURE, "in/other.xml", "photo.png", REFUSED},
	    {DD_FILE_PICTURE, NULL, "photo.png", REFUSED},
	    {DD_FILE_PICTURE, FROM, NULL, REFUSED},
	    {DD_FILE_PICTURE, FROM, "", REFUSED},
	    {DD_FILE_EDITION, FROM, "other.html", GIVEN},
	    {DD_FILE_EDITION, FROM, "other.xml", REFUSED},
	};
	struct scene scene;

	(void)state;
	open_scene(&scene);
	EXPECT_ROWS(&scene, rows);
	close_scene(&scene);
}

/* And nobody waits for the writer of a pipe. */
static void
test_only_pictures_and_documents_are_given(void **state)
{
	static const struct row rows[] = {
	    {DD_FILE_PICTURE, FROM, "notes.png", KEPT},
	    {DD_FILE_PICTURE, FROM, "pipe.png", KEPT},
	    {DD_FILE_EDITION, FROM, "secret.html", KEPT},
	};
	struct scene scene;

	(void)state;
	open_scene(&scene);
	EXPECT_ROWS(&scene, rows);
	close_scene(&scene);
}

static void
test_house_gets_its_rules(void **state)
{
	char folder[DD_FILE_PATH], house[DD_FILE_PATH + 32];
	char rules[DD_FILE_PATH + 32];
	const struct row before[] = {
	    {DD_FILE_RULES, house, "rules.sch", REFUSED},
	    {DD_FILE_HOUSE, "in/other.xml", NULL, REFUSED},
	    {DD_FILE_HOUSE, NULL, NULL, REFUSED},
	    {DD_FILE_HOUSE, FROM, NULL, GIVEN},
	    {DD_FILE_RULES, rules, "part.sch", REFUSED},
	    {DD_FILE_RULES, house, "unnamed.sch", REFUSED},
	    {DD_FILE_RULES, house, NULL, REFUSED},
	    {DD_FILE_RULES, NULL, "rules.sch", REFUSED},
	    {DD_FILE_RULES, house, "link.sch", OUTSIDE},
	    {DD_FILE_RULES, house, "rules.sch", GIVEN},
	    {DD_FILE_RULES, rules, "part.sch", GIVEN},
	    {DD_FILE_RULES, rules, "unnamed.sch", REFUSED},
	};
	struct scene scene;

	(void)state;
	assert_non_null(getcwd(folder, sizeof folder));
	snprintf(house, sizeof house, "%s/in/diplodoc-house.xml", folder);
	snprintf(rules, sizeof rules, "%s/in/rules.sch", folder);
	open_scene(&scene);
	EXPECT_ROWS(&scene, before);
	close_scene(&scene);
}

static void
test_run_gives_what_it_names(void **state)
{
	static const char *const editions[] = {
	    "in/document.xml", "in/other.xml"};
	static const struct row rows[] = {
	    {DD_FILE_RUN, NULL, "in/other.xml", GIVEN},
	    {DD_FILE_RUN, NULL, "in/secret.xml", REFUSED},
	    {DD_FILE_RUN, NULL, "/etc/passwd", REFUSED},
	    {DD_FILE_RUN, NULL, NULL, REFUSED},
	    {DD_FILE_ZONE, "/", "Asia/Tokyo", GIVEN},
	    {DD_FILE_ZONE, "/", "tzdata.zi", GIVEN},
	    {DD_FILE_ZONE, "/", "etc/passwd", REFUSED},
	    {DD_FILE_ZONE, "/", "../../../etc/passwd", REFUSED},
	    {DD_FILE_ZONE, "/", NULL, REFUSED},
	};
	struct scene scene;

	(void)state;
	open_scene(&scene);
	assert_int_equal(
	    dd_editions_name(&scene.engine, editions, 2, NULL), DD_OK);
	EXPECT_ROWS(&scene, rows);
	close_scene(&scene);
}

static void
test_rubbish_is_no_request(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
	} rows[] = {
	    {"", 0},
	    {"\x09", 1},
	    {"\x02", 1},
	    {"\x02\x01", 2},
	    {"\x02\x01"
	     "abc\0\1abc",
		9},
	    {"\x02\x01"
	     "a\0\1b\0x",
		8},
	};
	struct scene scene;

	(void)state;
	open_scene(&scene);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_false(answer(&scene, rows[i].bytes, rows[i].len));
	close_scene(&scene);
}

/* A worker that asks and never listens must not hold its parent up. */
static void
test_nobody_waits_for_a_deaf_worker(void **state)
{
	static const char request[] = "\x06\0\1Asia/Tokyo";
	struct scene scene;
	size_t count = 0;

	(void)state;
	open_scene(&scene);
	while (count < 100000 && answer(&scene, request, sizeof request))
		count++;
	assert_in_range(count, 1, 99999);
	close_scene(&scene);
}

/* At first glance, and once all of it was read. */
static void
expect_named_in(const char *text, size_t len, const char *value, bool named)
{
	struct dd_broker_names names = {.number = 0};

	assert_int_equal(
	    dd_broker_names_have(&names, 1, text, len, value), named);
	assert_false(dd_broker_names_have(&names, 1, text, len, "nowhere"));
	assert_int_equal(names.number, 1);
	assert_int_equal(
	    dd_broker_names_have(&names, 1, text, len, value), named);
	assert_false(dd_broker_names_have(&names, 2, "<a/>", 4, value));
	dd_broker_names_release(&names);
}

static void
expect_named(const char *text, const char *value, bool named)
{
	expect_named_in(text, strlen(text), value, named);
}

static void
test_names_are_found_as_they_are_written(void **state)
{
	static const char utf16[] = "\xff\xfe<\0a\0 \0b\0=\0'\0c\0'\0/\0>\0";

	(void)state;
	expect_named("<a b='c.png'/>", "c.png", true);
	expect_named("<a b=\"c.png\"/>", "c.png", true);
	expect_named("<a b='c.png\"/>", "c.png", false);
	expect_named("<a b='xc.png'/>", "c.png", false);
	expect_named("<a>c.png</a>", "c.png", false);
	expect_named("<a b=''/>", "", false);
	expect_named("<a b='&#x63;&#46;png'/>", "c.png", true);
	expect_named("<a b='&lt;&gt;&quot;&apos;&amp;'/>", "<>\"'&", true);
	expect_named("<a b='c&png;'/>", "c", false);
	expect_named("<a b='c\n.png'/>", "c .png", true);
	expect_named("<?xml version='1.0' encoding='ISO-8859-1'?><a b='\xe9'/>",
	    "\xc3\xa9", true);
	expect_named("c", "'", false);
	expect_named_in(utf16, sizeof utf16 - 1, "c", true);
	expect_named_in(utf16, sizeof utf16 - 1, "d", false);
}

/* --- in a worker of the library -------------------------------------------- */

static void
find_task(void *context, const void *task, size_t len,
    struct diplodoc_pool_document *ret_document)
{
	(void)context;
	*ret_document = (struct diplodoc_pool_document){FROM, task, len};
}

/* "r" for each file that can be read, "-" for others. */
static void
try_files(void *context, const void *task, size_t len, char **ret_answer,
    size_t *ret_len)
{
	static const char *const paths[] = {"/etc/passwd", "in/photo.png",
	    "in/document.xml", "/usr/share/zoneinfo/Asia/Tokyo"};
	char *answer = strdup("----");
	struct stat status;

	(void)context;
	(void)task;
	(void)len;
	for (size_t i = 0; i < 4; i++)
		if (open(paths[i], O_RDONLY) >= 0 ||
		    stat(paths[i], &status) == 0 || access(paths[i], F_OK) == 0)
			answer[i] = 'r';
	*ret_answer = answer;
	*ret_len = 4;
}

static void
test_worker_reaches_no_file(void **state)
{
	struct diplodoc *context = diplodoc_new();
	const struct diplodoc_pool_options options = {
	    .workers = 1, .work = try_files, .document = find_task};
	struct diplodoc_pool *pool = diplodoc_pool_new(context, &options);
	struct diplodoc_pool_result result;

	(void)state;
	if (dd_sandbox_probe() & 1u << DD_LAYER_SECCOMP) {
		diplodoc_pool_put(pool, DOCUMENT, strlen(DOCUMENT));
		assert_int_equal(diplodoc_pool_take(pool, &result, NULL), 0);
		assert_memory_equal(result.answer, "----", 4);
	}
	diplodoc_pool_free(pool);
	diplodoc_free(context);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_FILLED(test_document_gets_what_it_names),
	    IN_FILLED(test_only_pictures_and_documents_are_given),
	    IN_FILLED(test_house_gets_its_rules),
	    IN_FILLED(test_run_gives_what_it_names),
	    cmocka_unit_test(test_rubbish_is_no_request),
	    cmocka_unit_test(test_nobody_waits_for_a_deaf_worker),
	    cmocka_unit_test(test_names_are_found_as_they_are_written),
	    IN_FILLED(test_worker_reaches_no_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
