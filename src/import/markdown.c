/* SPDX-License-Identifier: MIT */
/* Finds the facts in front and the body in the text, and joins them. */
#include "import/markdown.h"
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "import/block.h"
#include "import/json_internal.h"
#include "import/markdown_internal.h"

static const char FACTS[] = "facts: ";

/* What stands behind `facts: ` in the front matter, up to the end of its line;
 * NULL where there is no such line. */
static const char *
find_facts(const struct dd_markdown *markdown)
{
	const char *line = markdown->front;

	while (line && strncmp(line, FACTS, strlen(FACTS)) != 0) {
		line = strchr(line, '\n');
		line = line ? line + 1 : NULL;
	}
	return line ? line + strlen(FACTS) : NULL;
}

static json_t *
read_facts(const char *line, const char *name, struct dd_error *error)
{
	struct dd_buffer shown;
	json_t *facts;

	dd_buffer_init(&shown, 0);
	dd_buffer_printf(&shown, "%s, facts", name);
	facts = dd_json_read(shown.data, line, strcspn(line, "\n"), error);
	dd_buffer_release(&shown);
	return facts;
}

/* What stands from `first` to `last` is the body. */
struct part {
	size_t first, last;
};

static bool
is_block(const struct dd_markdown_block *block, enum dd_markdown_kind kind,
    const char *text)
{
	const struct dd_markdown_origin origin = {
	    .kind = kind, .label = "", .text = text};

	return dd_markdown_is_same(&origin, block);
}

static int
find_body(const struct dd_markdown *markdown, const json_t *facts,
    const char *name, struct part *ret_part, struct dd_error *error)
{
	const json_t *computed = json_object_get(facts, "computed");
	const char *lead = json_string_value(json_object_get(computed, "lead"));
	const char *tail = json_string_value(json_object_get(computed, "tail"));
	json_int_t behind =
	    json_integer_value(json_object_get(computed, "behind"));
	size_t first = 0, last;

	while (lead && first < markdown->count &&
	    !is_block(&markdown->blocks[first], DD_MARKDOWN_PARAGRAPH, lead))
		first++;
	if (!lead || first == markdown->count)
		return dd_error_set(error, DD_E_INPUT,
		    "The paragraph before what was said is not found in `%s`; "
		    "it must read `%.*s`.",
		    name, DD_UTF8_SHOW(lead ? lead : "", 300));
	last = ++first;
	while (tail && last < markdown->count &&
	    !is_block(&markdown->blocks[last], DD_MARKDOWN_HEADING, tail))
		last++;
	if (!tail || last == markdown->count || behind < 0 ||
	    (size_t)behind > last - first)
		return dd_error_set(error, DD_E_INPUT,
		    "The end of what was said is not found in `%s`; the "
		    "heading `%.*s` must follow it.",
		    name, DD_UTF8_SHOW(tail ? tail : "", 300));
	*ret_part = (struct part){first, last - (size_t)behind};
	return 0;
}

static bool
is_unchanged(const struct dd_markdown_body *was,
    const struct dd_markdown_block *blocks, size_t count)
{
	size_t i = 0;

	if (was->count != count)
		return false;
	while (i < count && dd_markdown_is_same(&was->origins[i], &blocks[i]))
		i++;
	return i == count;
}

/* Places in a body that was changed are those of other words by now. */
static void
drop_markup(json_t *facts)
{
	static const char body[] = "/meetingSummary[1]/body[1]/";
	json_t *markup = json_object_get(facts, "markup");

	for (size_t i = json_array_size(markup); i > 0; i--) {
		const json_t *record = json_array_get(markup, i - 1);
		const char *in =
		    json_string_value(json_object_get(record, "in"));

		if (in && strncmp(in, body, strlen(body)) == 0)
			json_array_remove(markup, i - 1);
	}
}

static int
join(const struct dd_grammar *grammar, const struct dd_markdown *markdown,
    const char *name, json_t *facts, xmlDoc **ret_doc, struct dd_error *error)
{
	struct dd_markdown_body was;
	const struct dd_markdown_block *blocks;
	struct part part = {0, 0};
	size_t count;
	int rc = find_body(markdown, facts, name, &part, error);

	if (rc < 0)
		return rc;
	blocks = markdown->blocks + part.first;
	count = part.last - part.first;
	dd_markdown_body_init(&was, json_object_get(facts, "body"));
	if (!is_unchanged(&was, blocks, count)) {
		drop_markup(facts);
		json_object_set_new(
		    facts, "body", dd_markdown_change(&was, blocks, count));
	}
	dd_markdown_body_release(&was);
	return dd_json_build(grammar, facts, ret_doc, error);
}

int
dd_import_markdown(const struct dd_grammar *grammar, const char *name,
    const void *bytes, size_t len, xmlDoc **ret_doc, struct dd_error *error)
{
	struct dd_markdown markdown;
	const char *line;
	json_t *facts = NULL;
	int rc = dd_markdown_read(&markdown, name, bytes, len, error);

	*ret_doc = NULL;
	line = find_facts(&markdown);
	if (rc == 0 && !line) {
		rc = 1;
	} else if (rc == 0) {
		facts = read_facts(line, name, error);
		rc = facts
		    ? join(grammar, &markdown, name, facts, ret_doc, error)
		    : DD_E_INPUT;
	}
	json_decref(facts);
	dd_markdown_release(&markdown);
	return rc;
}

/* --- any Markdown ------------------------------------------------------------ */

/* The byte at which a line begins; lines are asked for in their order. */
struct lines {
	const char *text;
	size_t len, at, line;
};

static size_t
find_line(struct lines *lines, size_t line)
{
	while (lines->line < line && lines->at < lines->len)
		lines->line += lines->text[lines->at++] == '\n';
	return lines->at;
}

int
dd_blocks_of_markdown(struct dd_blocks *blocks, const char *text, size_t len,
    struct dd_error *error)
{
	struct dd_block_writer writer = {.arena = blocks->arena};
	struct lines lines = {.text = text, .len = len, .line = 1};
	struct dd_markdown markdown;
	int rc = dd_markdown_read(&markdown, "the text", text, len, error);

	for (size_t i = 0; i < markdown.count; i++) {
		const struct dd_markdown_block *from = &markdown.blocks[i];
		size_t place = find_line(&lines, from->line);
		struct dd_block *block;

		dd_block_write_as(&writer, from->text, strlen(from->text),
		    place,
		    i + 1 < markdown.count ? find_line(&lines, from[1].line)
					   : len);
		block = dd_block_finish(&writer, blocks);
		if (!block)
			continue;
		block->level = from->depth;
		block->after_gap = true;
		if (from->kind == DD_MARKDOWN_HEADING)
			block->kind = DD_BLOCK_HEADING;
		if (from->kind != DD_MARKDOWN_IMAGE)
			continue;
		block->kind = DD_BLOCK_CAPTION;
		block->src = dd_arena_dup(blocks->arena, from->address);
	}
	dd_markdown_release(&markdown);
	return rc;
}
