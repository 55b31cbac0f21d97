/* SPDX-License-Identifier: MIT */
/* Mending: every encoding, every byte outside of the edits, what is left out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/utf8.h"
#include "diplodoc.h"
#include "run/document.h"
#include "run/engine.h"
#include "xml/compat.h"

static const char head[] =
    "<meetingSummary xmlns=\"urn:diplodoc:meeting-summary:1\" "
    "xml:lang=\"en\" id=\"t1\" version=\"1\" status=\"final\">\r\n"
    "<head><issued date=\"2025-05-20\"/></head>\r\n"
    "<meeting kind=\"foreignMinisters\" level=\"ministers\" "
    "format=\"telephone\">\n"
    "<start when=\"2025-05-20T10:00:00+00:00\" zone=\"Etc/UTC\"/>"
    "<duration value=\"PT45M\"/>\n"
    "<party id=\"a\" country=\"XA\" role=\"own\"><principal id=\"p\">"
    "<office>Minister</office></principal></party>"
    "<party id=\"b\" country=\"XB\" role=\"counterpart\">"
    "<principal id=\"q\"><office>Minister</office></principal></party>"
    "</meeting><body><item><statement speaker=\"p q\" act=\"agree\">";
static const char tail[] = "</statement></item></body></meetingSummary>\r\n";

/* An encoding as a file has it. */
struct form {
	const char *name; /* in the declaration */
	const char *bom;
	size_t bom_len;
	int units; /* bytes of ASCII: 1, 2 (little), -2 (big endian) */
};

static const struct form forms[] = {
    {"UTF-8", "", 0, 1},
    {"UTF-8", "\xEF\xBB\xBF", 3, 1},
    {"UTF-16", "\xFF\xFE", 2, 2},
    {"UTF-16", "\xFE\xFF", 2, -2},
    {"ISO-8859-1", "", 0, 0},
    {"windows-1252", "", 0, 0},
};

static void
put_unit(struct dd_buffer *out, int units, uint32_t unit)
{
	dd_buffer_putc(out, (char)(units > 0 ? unit & 0xFF : unit >> 8));
	dd_buffer_putc(out, (char)(units > 0 ? unit >> 8 : unit & 0xFF));
}

/* Appends UTF-8 text in the form's encoding. */
static void
encode(struct dd_buffer *out, const struct form *form, const char *text)
{
	const char *end = text + strlen(text);
	uint32_t cp = 0;

	while (text < end) {
		text += dd_utf8_decode(text, end, &cp);
		if (form->units == 1)
			dd_buffer_put_utf8(out, cp);
		else if (form->units == 0)
			dd_buffer_putc(out, (char)cp);
		else if (cp > 0xFFFF) {
			put_unit(
			    out, form->units, 0xD800 + ((cp - 0x10000) >> 10));
			put_unit(out, form->units,
			    0xDC00 + ((cp - 0x10000) & 0x3FF));
		} else
			put_unit(out, form->units, cp);
	}
}

static void
begin(struct dd_buffer *out, const struct form *form)
{
	char declaration[80];

	snprintf(declaration, sizeof declaration,
	    "<?xml version=\"1.0\" encoding=\"%s\"?>\r\n", form->name);
	dd_buffer_init(out, 0);
	dd_buffer_add(out, form->bom, form->bom_len);
	encode(out, form, declaration);
	encode(out, form, head);
}

/* Pieces with something of every kind between the spaces: what takes one
 * byte and what takes more, references, comments, line ends. */
static const char *
choose_piece(const struct form *form, unsigned number)
{
	static const char *const pieces[] = {"They", "agreed", "caf\xC3\xA9",
	    "a&amp;b", "&#x20AC;5", "x<!--  two  -->y", "one\r\ntwo", "o\rp",
	    "\xC3\xBC"
	    "ber",
	    "<![CDATA[z]]>", "\xE6\x97\xA5\xE6\x9C\xAC", "\xF0\x9F\x95\x8A"};
	size_t count = form->units == 0 ? 10 : 12;

	return pieces[number % count];
}

/* Random sentences, mended, are what one gets from single spaces. */
static void
nothing_else_changes(void **state)
{
	struct diplodoc *context = diplodoc_new();
	unsigned seed = 42;

	(void)state;
	for (int round = 0; round < 120; round++) {
		const struct form *form = &forms[round % 6];
		struct dd_buffer given, wanted;
		struct diplodoc_document *document;
		size_t expected = 0, count, len = 0;
		char *data = NULL;

		begin(&given, form);
		begin(&wanted, form);
		for (int i = 0; i < 12; i++) {
			size_t spaces = (seed >> 16) % 4 + 1;

			seed = seed * 1103515245 + 12345;
			encode(&given, form, choose_piece(form, seed >> 16));
			encode(&wanted, form, choose_piece(form, seed >> 16));
			for (size_t s = 0; i < 11 && s < spaces; s++)
				encode(&given, form, " ");
			encode(&wanted, form, i < 11 ? " " : "");
			expected += i < 11 && spaces > 1;
			seed = seed * 1103515245 + 12345;
		}
		encode(&given, form, tail);
		encode(&wanted, form, tail);
		document = diplodoc_open(
		    context, "a.xml", NULL, given.data, given.len);
		assert_int_equal(diplodoc_check(document, NULL, NULL), 0);
		assert_int_equal(diplodoc_fix(document, false, given.data,
				     given.len, &data, &len, &count, NULL),
		    0);
		assert_int_equal(count, expected);
		if (count > 0) {
			assert_int_equal(len, wanted.len);
			assert_memory_equal(data, wanted.data, len);
		}
		free(data);
		diplodoc_close(document);
		dd_buffer_release(&given);
		dd_buffer_release(&wanted);
	}
	diplodoc_free(context);
}

struct fixture {
	struct dd_engine engine;
	struct dd_document document;
	struct dd_buffer bytes, out;
	struct dd_diagnostic *first, *second; /* findings to mend */
	size_t at;			      /* of the word "abcdef" */
};

static void
set_up(struct fixture *fixture, const struct form *form)
{
	struct dd_error error = {0};

	dd_xml_init();
	dd_engine_init(&fixture->engine);
	dd_buffer_init(&fixture->out, 0);
	begin(&fixture->bytes, form);
	encode(&fixture->bytes, form, "abcdef");
	encode(&fixture->bytes, form, tail);
	dd_document_open(&fixture->document, &fixture->engine, "a.xml", NULL,
	    fixture->bytes.data, fixture->bytes.len);
	assert_int_equal(dd_document_validate(&fixture->document, &error), 0);
	fixture->at = (size_t)(strstr(fixture->document.source.text, "abcdef") -
	    fixture->document.source.text);
	for (int i = 0; i < 2; i++)
		*(i ? &fixture->second : &fixture->first) =
		    dd_report(&fixture->document.sink, DD_ID_TEXT_DOUBLE_SPACE,
			(struct dd_range){fixture->at, fixture->at + 1}, "%s",
			"a finding");
}

static void
add_fix(struct fixture *fixture, struct dd_diagnostic *finding, size_t from,
    size_t to, const char *replacement)
{
	dd_report_fix(&fixture->document.sink, finding,
	    (struct dd_range){fixture->at + from, fixture->at + to},
	    replacement);
}

/* Mends, and compares what "abcdef" has become. */
static void
expect(struct fixture *fixture, const struct form *form, size_t mended,
    const char *word)
{
	struct dd_error error = {0};
	struct dd_buffer wanted;
	size_t count = 99;

	assert_int_equal(
	    dd_document_fix(&fixture->document, false, fixture->bytes.data,
		fixture->bytes.len, &fixture->out, &count, &error),
	    0);
	assert_int_equal(count, mended);
	begin(&wanted, form);
	encode(&wanted, form, word);
	encode(&wanted, form, tail);
	if (mended > 0)
		assert_string_equal(fixture->out.data, wanted.data);
	dd_buffer_release(&wanted);
}

static void
tear_down(struct fixture *fixture)
{
	dd_document_close(&fixture->document);
	dd_engine_release(&fixture->engine);
	dd_buffer_release(&fixture->bytes);
	dd_buffer_release(&fixture->out);
}

static void
edits_of_one_finding_go_together(void **state)
{
	struct fixture f;

	(void)state;
	set_up(&f, &forms[0]);
	add_fix(&f, f.first, 4, 5, "");
	add_fix(&f, f.first, 1, 2, "BB");
	expect(&f, &forms[0], 1, "aBBcdf");
	tear_down(&f);
}

static void
the_first_of_two_that_meet_wins(void **state)
{
	struct fixture f;

	(void)state;
	set_up(&f, &forms[0]);
	add_fix(&f, f.first, 1, 3, "X");
	add_fix(&f, f.second, 5, 6, "Z");
	add_fix(&f, f.second, 3, 4, "Y");
	expect(&f, &forms[0], 1, "aXdef");
	tear_down(&f);
	set_up(&f, &forms[0]);
	add_fix(&f, f.first, 1, 3, "X");
	add_fix(&f, f.second, 4, 5, "Y");
	expect(&f, &forms[0], 2, "aXdYf");
	tear_down(&f);
}

static void
what_an_encoding_lacks_is_left(void **state)
{
	struct fixture f;

	(void)state;
	set_up(&f, &forms[4]);
	add_fix(&f, f.first, 0, 1, "\xE2\x80\x99");
	add_fix(&f, f.second, 2, 3, "\xC3\xA9");
	expect(&f, &forms[4], 1,
	    "ab\xC3\xA9"
	    "def");
	tear_down(&f);
}

static void
what_does_not_count_is_left(void **state)
{
	struct fixture f;

	(void)state;
	set_up(&f, &forms[0]);
	add_fix(&f, f.first, 0, 1, "X");
	dd_sink_excuse(&f.document.sink, f.first, NULL);
	f.second->id = DD_ID_TEXT_REPEATED_WORD; /* nothing mends that */
	add_fix(&f, f.second, 2, 3, "Y");
	expect(&f, &forms[0], 0, "abcdef");
	tear_down(&f);
}

static void
a_fix_that_breaks_the_form_is_refused(void **state)
{
	struct dd_error error = {0};
	struct fixture f;
	size_t count = 0;

	(void)state;
	set_up(&f, &forms[0]);
	add_fix(&f, f.first, 0, 1, "<");
	assert_int_equal(dd_document_fix(&f.document, false, f.bytes.data,
			     f.bytes.len, &f.out, &count, &error),
	    DD_E_ENGINE);
	assert_string_equal(
	    error.text, "A fix would break `a.xml`; nothing is changed.");
	tear_down(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_else_changes),
	    cmocka_unit_test(edits_of_one_finding_go_together),
	    cmocka_unit_test(the_first_of_two_that_meet_wins),
	    cmocka_unit_test(what_an_encoding_lacks_is_left),
	    cmocka_unit_test(what_does_not_count_is_left),
	    cmocka_unit_test(a_fix_that_breaks_the_form_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
