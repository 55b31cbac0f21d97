/* SPDX-License-Identifier: MIT */
/* Findings as bytes and back: nothing is lost, and no bytes do harm. */
#include "folder.h"
#include <string.h>
#include "base/arena.h"
#include "base/error.h"
#include "base/wire.h"
#include "diplodoc.h"
#include "xml/limits.h"

static const char document[] =
    "<?xml version=\"1.0\"?>\n"
    "<meetingSummary xmlns=\"urn:diplodoc:meeting-summary:1\" "
    "xml:lang=\"en\" id=\"a\" version=\"x\" status=\"final\">\n"
    "  <head><issued date=\"2025-13-01\"/></head>\n"
    "  <meeting kind=\"summits\"><place country=\"XX\"/></meeting>\n"
    "  <body/>\n"
    "</meetingSummary>\n";

static void
expect_same_text(const char *a, const char *b)
{
	assert_int_equal(a == NULL, b == NULL);
	if (a)
		assert_string_equal(a, b);
}

static void
expect_same(
    const struct diplodoc_diagnostic *a, const struct diplodoc_diagnostic *b)
{
	assert_string_equal(a->id, b->id);
	assert_string_equal(a->level, b->level);
	assert_string_equal(a->message, b->message);
	assert_string_equal(a->key, b->key);
	assert_string_equal(a->fix, b->fix);
	expect_same_text(a->detail, b->detail);
	expect_same_text(a->reason, b->reason);
	assert_memory_equal(&a->place, &b->place, sizeof a->place);
	assert_int_equal(a->related_count, b->related_count);
	for (size_t i = 0; i < a->related_count; i++)
		assert_string_equal(a->related[i].text, b->related[i].text);
	assert_int_equal(a->edit_count, b->edit_count);
	for (size_t i = 0; i < a->edit_count; i++)
		assert_string_equal(
		    a->edits[i].replacement, b->edits[i].replacement);
}

static void
test_there_and_back(void **state)
{
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *one = diplodoc_open(
	    context, "a.xml", NULL, document, sizeof document - 1);
	struct diplodoc_document *two;
	size_t len;
	char *record;

	(void)state;
	assert_int_equal(diplodoc_validate(one, NULL), DIPLODOC_OK);
	assert_true(diplodoc_diagnostic_count(one) > 3);
	record = diplodoc_record(one, &len);
	two = diplodoc_replay(
	    context, "a.xml", NULL, document, sizeof document - 1, record, len);
	assert_non_null(two);
	assert_int_equal(diplodoc_verdict(two), DIPLODOC_FAIL);
	assert_int_equal(
	    diplodoc_diagnostic_count(two), diplodoc_diagnostic_count(one));
	assert_int_equal(
	    diplodoc_diagnostic_total(two), diplodoc_diagnostic_total(one));
	for (size_t i = 0; i < diplodoc_diagnostic_count(one); i++)
		expect_same(
		    diplodoc_diagnostic(one, i), diplodoc_diagnostic(two, i));
	diplodoc_close(two);
	/* Cut anywhere, or with one byte changed, it is refused or harmless. */
	for (size_t cut = 0; cut < len; cut++)
		assert_null(diplodoc_replay(
		    context, "a.xml", NULL, "", 0, record, cut));
	for (size_t at = 0; at < len; at++) {
		record[at] ^= 0x11;
		diplodoc_close(diplodoc_replay(
		    context, "a.xml", NULL, "", 0, record, len));
		record[at] ^= 0x11;
	}
	diplodoc_close(one);
	free(record);
	diplodoc_free(context);
}

/* The text is that of the document itself, however little of it is read. */
static void
test_text(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
	} files[] = {
	    {document, sizeof document - 1},
	    {"\xEF\xBB\xBF<a>\xC3\xA9</a>", 12},
	    {"\xFE\xFF\0<\0a\0/\0>", 10},
	    {"<a>\xE9</a>", 8}, /* up to what is no UTF-8 */
	    {"<?xml version=\"1.1\"?><a>\xE9</a>", 29},
	    {"<?xml version=\"1.0\" encoding=\"koi8\"?><a/>", 42},
	    {"<!DOCTYPE a><a/>", 16},
	    {"%PDF-1.4", 8},
	    {"", 0},
	};
	struct diplodoc *context = diplodoc_new();

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct diplodoc_document *one = diplodoc_open(
		    context, "a", NULL, files[i].bytes, files[i].len);
		struct diplodoc_document *two = diplodoc_replay(context, "a",
		    NULL, files[i].bytes, files[i].len, "1,0,0,0,", 8);
		size_t len[2];
		const char *text = diplodoc_text(one, &len[0]);

		assert_non_null(two);
		expect_same_text(text, diplodoc_text(two, &len[1]));
		assert_int_equal(len[0], len[1]);
		assert_int_equal(diplodoc_diagnostic_count(two), 0);
		diplodoc_close(one);
		diplodoc_close(two);
	}
	diplodoc_free(context);
}

/* Whether a record with so many findings, as short as they can be, is one. */
static bool
is_record(struct diplodoc *context, size_t count)
{
	struct diplodoc_document *replayed;
	struct dd_buffer record;
	bool whole;

	dd_buffer_init(&record, 0);
	dd_buffer_printf(&record, "0,0,%zu,%zu,", count, count);
	for (size_t i = 0; i < count; i++)
		dd_buffer_puts(&record, "0:0:0::1,1,1,1,0,0,0,0:0,0::::0,");
	replayed = diplodoc_replay(
	    context, "a.xml", NULL, "", 0, record.data, record.len);
	dd_buffer_release(&record);
	whole = replayed != NULL;
	diplodoc_close(replayed);
	return whole;
}

static void
test_as_many_as_are_kept(void **state)
{
	struct diplodoc *context = diplodoc_new();

	(void)state;
	assert_true(is_record(context, 1));
	assert_true(is_record(context, DD_LIMIT_FINDINGS));
	assert_false(is_record(context, DD_LIMIT_FINDINGS + 1));
	diplodoc_free(context);
}

/* Places in two lines, of which reports take the text, and names, which they
 * print. */
static void
test_places_and_names(void **state)
{
	static const struct {
		const char *names, *place;
		bool good;
	} rows[] = {
	    {"0:0:", "1,1,2,5,0,8,", true},
	    {"0:0:", "2,5,2,5,8,8,", true},
	    {"0:0:", "0,1,1,1,0,0,", false},
	    {"0:0:", "1,0,1,1,0,0,", false},
	    {"0:0:", "2,1,1,9,0,0,", false},
	    {"0:0:", "1,2,1,1,0,0,", false},
	    {"0:0:", "1,1,3,1,0,0,", false},
	    {"0:0:", "1,1,1,1,2,1,", false},
	    {"9:house/a_B5:error", "1,1,1,1,0,0,", true},
	    {"3:a<b0:", "1,1,1,1,0,0,", false},
	    {"0:6:erro\xC3\xA9", "1,1,1,1,0,0,", false},
	};
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *replayed;
	char record[64];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		snprintf(record, sizeof record, "0,0,1,1,%s0::%s0,0:0,0::::0,",
		    rows[i].names, rows[i].place);
		replayed = diplodoc_replay(context, "a.xml", NULL, "<a>\n</a>",
		    8, record, strlen(record));
		assert_int_equal(replayed != NULL, rows[i].good);
		diplodoc_close(replayed);
	}
	diplodoc_free(context);
}

static void
test_surroundings(void **state)
{
	static const char house[] =
	    "<house xmlns=\"urn:diplodoc:house:1\" id=\"h\" xml:lang=\"en\">"
	    "<ministry><name xml:lang=\"en\">Ministry</name></ministry>"
	    "<home country=\"JP\" zone=\"Asia/Tokyo\"/></house>";
	struct diplodoc *context = diplodoc_new();
	char one[65], two[65], three[65];

	(void)state;
	assert_int_equal(
	    diplodoc_surroundings(context, NULL, true, one, NULL), 0);
	assert_int_equal(
	    diplodoc_surroundings(context, NULL, false, two, NULL), 0);
	assert_string_equal(one, two);
	dd_file_write("diplodoc-house.xml", house, sizeof house - 1, NULL);
	assert_int_equal(
	    diplodoc_surroundings(context, "a.xml", true, three, NULL), 0);
	assert_string_not_equal(one, three);
	diplodoc_free(context);
}

static void
test_wire(void **state)
{
	struct dd_arena arena;
	struct dd_buffer out;
	struct dd_wire wire;

	(void)state;
	dd_arena_init(&arena);
	dd_buffer_init(&out, 0);
	dd_wire_put_number(&out, 12);
	dd_wire_put_text(&out, NULL);
	dd_wire_put_text(&out, "");
	dd_wire_put_text(&out, "a\n:1,");
	wire = (struct dd_wire){out.data, out.len, &arena, false};
	assert_int_equal(dd_wire_number(&wire), 12);
	assert_null(dd_wire_text(&wire));
	assert_string_equal(dd_wire_text(&wire), "");
	assert_string_equal(dd_wire_text(&wire), "a\n:1,");
	assert_false(wire.failed);
	assert_int_equal(dd_wire_number(&wire), 0);
	assert_true(wire.failed);
	wire = (struct dd_wire){"9007199254740992,", 17, &arena, false};
	assert_int_equal(dd_wire_number(&wire), (size_t)1 << 53);
	wire = (struct dd_wire){"9007199254740993,", 17, &arena, false};
	dd_wire_number(&wire);
	assert_true(wire.failed);
	wire = (struct dd_wire){"99999999999999999999,", 21, &arena, false};
	dd_wire_number(&wire);
	assert_true(wire.failed);
	wire = (struct dd_wire){"4,6,", 4, &arena, false};
	assert_int_equal(dd_wire_code(&wire), DD_E_ENGINE);
	assert_int_equal(dd_wire_code(&wire), DD_OK);
	assert_true(wire.failed);
	wire = (struct dd_wire){"2147483648,", 11, &arena, false};
	dd_wire_code(&wire);
	assert_true(wire.failed);
	wire = (struct dd_wire){"5:abc", 5, &arena, false};
	assert_null(dd_wire_text(&wire));
	assert_true(wire.failed);
	wire = (struct dd_wire){"1000000,x", 9, &arena, false};
	assert_int_equal(dd_wire_count(&wire, 1), 0);
	assert_true(wire.failed);
	wire = (struct dd_wire){"2,12345", 7, &arena, false};
	assert_int_equal(dd_wire_count(&wire, 2), 2);
	wire = (struct dd_wire){"2,12345", 7, &arena, false};
	assert_int_equal(dd_wire_count(&wire, 3), 0);
	assert_true(wire.failed);
	dd_buffer_release(&out);
	dd_arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_FOLDER(test_there_and_back),
	    IN_FOLDER(test_text),
	    IN_FOLDER(test_as_many_as_are_kept),
	    IN_FOLDER(test_places_and_names),
	    IN_FOLDER(test_surroundings),
	    IN_FOLDER(test_wire),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
