/* SPDX-License-Identifier: MIT */
/*
 * A summary cut off at every byte, with every byte replaced by bad ones, and
 * mutated at random (always the same): each document gets a verdict, and each
 * finding a place in it and a sentence.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "run/document.h"
#include "run/engine.h"
#include "xml/source.h"

enum { MUTATIONS = 5000 };

static const char GOOD[] =
    "<?xml version='1.0' encoding='UTF-8'?>\r\n"
    "<meetingSummary xmlns='urn:diplodoc:meeting-summary:1' xml:lang='en' "
    "id='h'>\n"
    "<head><issued date='2025-05-20'/></head>\n"
    "<meeting kind='foreignMinisters' level='ministers' format='telephone'>\n"
    "\t<start when='2025-05-20T10:00:00+00:00' zone='Etc/UTC'/>\n"
    "<duration value='PT45M'/>"
    "<party id='a' country='XA' role='own'><principal id='p'>"
    "<office>Minister</office></principal></party>\n"
    "<party id='b' country='XB' role='counterpart'><principal id='q'>"
    "<office>Minister &amp; Envoy</office></principal></party>\n"
    "</meeting><!-- \xE2\x82\xAC -->\n"
    "<body><item><statement id='s' speaker='p q' act='agree'>\xF0\x9F\x98\x80 "
    "They <![CDATA[agreed]]>.</statement><?p q?></item>"
    "<item><statement speaker='a' act='state' inReplyTo='s'><person ref='p'/> "
    "spoke &#233;.</statement></item></body>\n"
    "</meetingSummary>\n";

static void
check_finding(struct dd_document *document, size_t len,
    const struct dd_diagnostic *finding)
{
	size_t end = strlen(finding->message);
	struct dd_place place;

	assert_true(finding->range.start <= finding->range.end);
	assert_true(finding->range.end <= document->source.len);
	dd_source_place(&document->source, finding->range, &place);
	assert_true(place.line > 0 && place.column > 0);
	assert_true(place.byte <= place.end_byte && place.end_byte <= len);
	assert_true(end > 10);
	assert_null(strchr(finding->message, '\n'));
	assert_non_null(strchr(".?", finding->message[end - 1]));
	assert_int_not_equal(finding->id, DD_ID_SCHEMA_UNWORDED);
	for (const struct dd_related *r = finding->related; r; r = r->next)
		assert_true(r->range.start <= r->range.end &&
		    r->range.end <= document->source.len);
}

/* Takes the bytes all the way; true where they are a valid summary. */
static bool
check(struct dd_engine *engine, const char *bytes, size_t len)
{
	/* Of their own, so that a sanitizer sees a byte read too much. */
	char *copy = dd_malloc(len);
	struct dd_error error = {0};
	struct dd_document document;
	bool valid;

	memcpy(copy, bytes, len);
	dd_document_open(&document, engine, "t.xml", NULL, copy, len);
	free(copy);
	assert_int_equal(dd_document_validate(&document, &error), DD_OK);
	assert_int_not_equal(document.verdict, DD_NOT_CHECKED);
	valid = document.verdict == DD_PASS;
	assert_true(valid == (document.sink.errors == 0));
	for (struct dd_diagnostic *d = document.sink.first; d; d = d->next)
		check_finding(&document, len, d);
	dd_document_close(&document);
	return valid;
}

static void
test_the_summary_is_good(void **state)
{
	assert_true(check(*state, GOOD, sizeof GOOD - 1));
}

static void
test_cut_at_every_byte(void **state)
{
	/* Only the last line end is not missed. */
	for (size_t len = 0; len < sizeof GOOD - 2; len++)
		assert_false(check(*state, GOOD, len));
	assert_true(check(*state, GOOD, sizeof GOOD - 2));
}

static void
test_bad_byte_everywhere(void **state)
{
	static const char bad[] = {'\0', '\xFF', '<', '&'};
	char copy[sizeof GOOD];

	memcpy(copy, GOOD, sizeof GOOD);
	for (size_t at = 0; at < sizeof GOOD - 1; at++) {
		for (size_t i = 0; i < sizeof bad; i++) {
			copy[at] = bad[i];
			check(*state, copy, sizeof GOOD - 1);
		}
		copy[at] = GOOD[at];
	}
}

/* --- random mutations ---------------------------------------------------- */

static uint32_t
next(uint32_t *seed, size_t below)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return below ? *seed % (uint32_t)below : 0;
}

/* The start of some tag, or of the text. */
static size_t
find_tag(const char *text, size_t from)
{
	while (from > 0 && text[from] != '<')
		from--;
	return from;
}

/* Puts `len` bytes of `what` in for [from, to). */
static void
put_in(
    struct dd_buffer *b, size_t from, size_t to, const char *what, size_t len)
{
	struct dd_buffer made;

	dd_buffer_init(&made, 0);
	dd_buffer_add(&made, b->data, from);
	dd_buffer_add(&made, what, len);
	dd_buffer_add(&made, b->data + to, b->len - to);
	dd_buffer_release(b);
	*b = made;
}

static void
mutate(struct dd_buffer *b, uint32_t *seed)
{
	static const char *const pieces[] = {"<", ">", "\"", "'", "&", "</",
	    "/>", "<!--", "-->", "--", "<![CDATA[", "]]>", "<?", "?>", "&#0;",
	    "&amp;", "&#x1F600;", "xmlns=''", "xmlns:p='u:x'",
	    "p:", "xml:lang='ja'", "xml:id='p'", "\r", "\xC3\xA9", "\xFF", "-1",
	    "T24:00:00Z", "2025-02-30", "PT", " "};
	size_t from = next(seed, b->len), to = next(seed, b->len), low, high;
	const char *piece = pieces[next(seed, sizeof pieces / sizeof *pieces)];
	char byte = (char)next(seed, 256);

	low = from < to ? from : to;
	high = from < to ? to : from;
	switch (next(seed, 5)) {
	case 0:
		put_in(b, from, from + 1, &byte, 1);
		break;
	case 1:
		put_in(b, from, from, piece, strlen(piece));
		break;
	case 2:
		put_in(b, low, low + (high - low) % 16, "", 0);
		break;
	case 3: /* a stretch of tags goes */
		low = find_tag(b->data, low);
		put_in(b, low, find_tag(b->data, high), "", 0);
		break;
	default: /* or stands twice */
		low = find_tag(b->data, low);
		high = find_tag(b->data, high);
		from = find_tag(b->data, next(seed, b->len));
		put_in(b, from, from, GOOD + low % sizeof GOOD,
		    (high - low) % (sizeof GOOD - low % sizeof GOOD));
	}
}

static void
test_random_mutations(void **state)
{
	uint32_t seed = 1;
	size_t valid = 0;

	for (size_t i = 0; i < MUTATIONS; i++) {
		struct dd_buffer b;

		dd_buffer_init(&b, 0);
		dd_buffer_add(&b, GOOD, sizeof GOOD - 1);
		for (uint32_t n = 1 + next(&seed, 4); n > 0 && b.len > 0; n--)
			mutate(&b, &seed);
		valid += check(*state, b.data, b.len);
		dd_buffer_release(&b);
	}
	/* Some do no harm; were it most, they would test nothing. */
	assert_in_range(valid, MUTATIONS / 100, MUTATIONS / 3);
}

static int
open_engine(void **state)
{
	*state = dd_calloc(1, sizeof(struct dd_engine));
	dd_engine_init(*state);
	return 0;
}

static int
close_engine(void **state)
{
	dd_engine_release(*state);
	free(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_summary_is_good),
	    cmocka_unit_test(test_cut_at_every_byte),
	    cmocka_unit_test(test_bad_byte_everywhere),
	    cmocka_unit_test(test_random_mutations),
	};

	return cmocka_run_group_tests(tests, open_engine, close_engine);
}
