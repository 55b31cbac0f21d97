/* SPDX-License-Identifier: MIT */
/* Where lines of wire text break: where ICU breaks the whole text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include "base/buffer.h"
#include "output/text_fill.h"

/* The numbers of Park and Miller, so that every machine has the same texts. */
static uint32_t
draw(uint32_t *state, uint32_t below)
{
	*state = (uint32_t)((uint64_t)*state * 48271 % 2147483647);
	return *state % below;
}

static void
make_text(uint32_t *state, struct dd_buffer *text)
{
	static const char *const pieces[] = {"a", "B", "xyz", "3", "45", " ",
	    " ", " ", ".", ",", ";", ":", "-", "/", "\"", "'", "(", ")", "%",
	    "$", "!", "?", "@", "+", "’", "“", "”", "é", "–", "中", "。", "«",
	    "»"};

	dd_buffer_clear(text);
	for (uint32_t i = 0, count = 1 + draw(state, 30); i < count; i++)
		dd_buffer_puts(
		    text, pieces[draw(state, sizeof pieces / sizeof *pieces)]);
}

/* In one column each word stands alone: a line begins at each of ICU's breaks. */
static void
check_breaks(UBreakIterator *icu, struct dd_text_filler *filler,
    const struct dd_buffer *text, const struct dd_buffer *glue)
{
	UErrorCode status = U_ZERO_ERROR;
	UText view = UTEXT_INITIALIZER;
	struct dd_text_lines lines = {0};
	size_t count = 0;

	assert_int_equal(
	    dd_text_fill(filler, text, glue, 1, 1, &lines, NULL), 0);
	utext_openUTF8(&view, text->data, (int64_t)text->len, &status);
	ubrk_setUText(icu, &view, &status);
	assert_int_equal(status, U_ZERO_ERROR);
	for (int32_t at = ubrk_first(icu); (size_t)at < text->len;
	     at = ubrk_next(icu), count++) {
		if (count >= lines.count ||
		    lines.lines[count].start != (size_t)at)
			fail_msg("\"%s\": break %d", text->data, (int)at);
	}
	assert_int_equal(lines.count, count);
	utext_close(&view);
	dd_text_lines_release(&lines);
}

static void
test_breaks_as_icu(void **test_state)
{
	static const char *const langs[] = {"en", "fr", "de", "ja", "zh"};
	struct dd_buffer text, glue;

	(void)test_state;
	dd_buffer_init(&text, 0);
	dd_buffer_init(&glue, 0);
	dd_buffer_repeat(&glue, '\0', 256);
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
		UErrorCode status = U_ZERO_ERROR;
		UBreakIterator *icu =
		    ubrk_open(UBRK_LINE, langs[i], NULL, 0, &status);
		struct dd_text_filler filler;
		uint32_t state = 20230713;

		assert_int_equal(status > U_ZERO_ERROR, 0);
		dd_text_filler_init(&filler, langs[i]);
		for (int n = 0; n < 2000; n++) {
			make_text(&state, &text);
			check_breaks(icu, &filler, &text, &glue);
		}
		dd_text_filler_release(&filler);
		ubrk_close(icu);
	}
	dd_buffer_release(&glue);
	dd_buffer_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_breaks_as_icu),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
