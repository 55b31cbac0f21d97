/* SPDX-License-Identifier: MIT */
/* Markdown as a row of blocks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "import/block.h"
#include "import/markdown.h"
#include "import/markdown_blocks.h"

/* All blocks, one a line: "depth kind number text". */
static void
expect_blocks(const char *text, const char *wanted)
{
	static const char *const kinds[] = {"h", "p", "i"};
	struct dd_error error = {0};
	struct dd_markdown markdown;
	struct dd_buffer got;

	dd_buffer_init(&got, 0);
	assert_int_equal(
	    dd_markdown_read(&markdown, "t.md", text, strlen(text), &error), 0);
	for (size_t i = 0; i < markdown.count; i++) {
		const struct dd_markdown_block *b = &markdown.blocks[i];

		dd_buffer_printf(
		    &got, "%zu:%zu %s", b->line, b->depth, kinds[b->kind]);
		if (b->level > 0)
			dd_buffer_printf(&got, "%d", b->level);
		if (b->opens)
			dd_buffer_printf(&got, " *");
		if (b->number > 0)
			dd_buffer_printf(&got, "%d%c", b->number, b->delimiter);
		dd_buffer_printf(&got, " %s", b->text);
		if (b->address)
			dd_buffer_printf(&got, " <%s>", b->address);
		dd_buffer_putc(&got, '\n');
	}
	assert_string_equal(got.data ? got.data : "", wanted);
	dd_buffer_release(&got);
	dd_markdown_release(&markdown);
}

static void
test_blocks_stand_in_order(void **state)
{
	(void)state;
	expect_blocks("", "");
	expect_blocks("# One\n\nTwo\n  *three* [four](x) `five`\n",
	    "1:0 h1 One\n3:0 p Two three four five\n");
	expect_blocks("---\na: b\n---\n\n## One &amp; \\*two\\*\n",
	    "5:0 h2 One & *two*\n");
	expect_blocks("![a *b*](c.png)\n\n![a](b) c\n\n<!-- d -->\n",
	    "1:0 i a b <c.png>\n3:0 p a c\n");
	expect_blocks("> One\n\n    two\n", "1:0 p One\n3:0 p two\n");
	expect_blocks("3. One\n\n   ## Two\n\n   - three\n   - four\n\n"
		      "     five\n\n4. six\n",
	    "1:1 p *3. One\n3:1 h2 Two\n5:2 p * three\n6:2 p * four\n"
	    "8:2 p five\n10:1 p *4. six\n");
	expect_blocks(
	    "1) One\n\n<!-- -->\n\n1) Two\n", "1:1 p *1) One\n5:1 p *1) Two\n");
	expect_blocks("- 1. One\n- \n\nTwo\n", "1:2 p *1. One\n4:0 p Two\n");
}

static void
test_front_matter_stands_apart(void **state)
{
	static const char text[] = "---\na: b\nc: \"d\"\n---\ne\n";
	struct dd_markdown markdown;

	(void)state;
	assert_int_equal(
	    dd_markdown_read(&markdown, "t.md", text, strlen(text), NULL), 0);
	assert_string_equal(markdown.front, "a: b\nc: \"d\"\n");
	dd_markdown_release(&markdown);
	assert_int_equal(
	    dd_markdown_read(&markdown, "t.md", text, 10, NULL), 0);
	assert_null(markdown.front);
	dd_markdown_release(&markdown);
}

static void
expect_refusal(const char *text, size_t len, const char *wanted)
{
	struct dd_error error = {0};
	struct dd_markdown markdown;

	assert_int_equal(
	    dd_markdown_read(&markdown, "t.md", text, len, &error), DD_E_INPUT);
	assert_string_equal(error.text, wanted);
	dd_markdown_release(&markdown);
}

static void
test_what_is_no_text_is_refused(void **state)
{
	(void)state;
	expect_refusal("a\n\xFF", 3,
	    "The Markdown cannot be read at t.md:2: a byte there is no text "
	    "in UTF-8.");
	expect_refusal("a\0b", 3,
	    "The Markdown cannot be read at t.md:1: a byte there is no text "
	    "in UTF-8.");
}

/* Neither depth nor length costs more than it must. */
static void
test_hostile_text_is_read(void **state)
{
	struct dd_markdown markdown;
	struct dd_buffer text;

	(void)state;
	dd_buffer_init(&text, 0);
	for (int i = 0; i < 50000; i++)
		dd_buffer_puts(&text, "> ");
	dd_buffer_puts(&text, "a\n\n");
	for (int i = 0; i < 50000; i++)
		dd_buffer_puts(&text, "1. a\n");
	assert_int_equal(
	    dd_markdown_read(&markdown, "t.md", text.data, text.len, NULL), 0);
	assert_int_equal(markdown.count, 50001);
	assert_int_equal(markdown.blocks[50000].number, 50000);
	dd_markdown_release(&markdown);
	dd_buffer_release(&text);
}

/* For the reader of texts: words, and where they stand in the source. */
static void
test_blocks_are_those_of_a_text(void **state)
{
	static const char text[] =
	    "# One\n\n- two\n  *three*\n\n![four](five.png)\n";
	struct dd_arena arena = {0};
	struct dd_blocks blocks = {.arena = &arena};
	const struct dd_block *block;

	(void)state;
	assert_int_equal(
	    dd_blocks_of_markdown(&blocks, text, strlen(text), NULL), 0);
	assert_int_equal(blocks.count, 3);
	block = blocks.first;
	assert_int_equal(block->kind, DD_BLOCK_HEADING);
	assert_string_equal(block->text, "One");
	assert_int_equal(block->level, 0);
	assert_int_equal(block->places[0], 0);
	block = block->next;
	assert_int_equal(block->kind, DD_BLOCK_TEXT);
	assert_string_equal(block->text, "two three");
	assert_int_equal(block->level, 1);
	assert_int_equal(block->places[0], 7);
	assert_int_equal(block->places[block->len], 24);
	block = block->next;
	assert_int_equal(block->kind, DD_BLOCK_CAPTION);
	assert_string_equal(block->text, "four");
	assert_string_equal(block->src, "five.png");
	assert_int_equal(block->level, 0);
	dd_arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_blocks_stand_in_order),
	    cmocka_unit_test(test_front_matter_stands_apart),
	    cmocka_unit_test(test_what_is_no_text_is_refused),
	    cmocka_unit_test(test_hostile_text_is_read),
	    cmocka_unit_test(test_blocks_are_those_of_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
