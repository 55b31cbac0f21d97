/* SPDX-License-Identifier: MIT */
/* The printed numbers of items: decimal, roman, letters, kana, hangul. */
#include <stdio.h>
#include <string.h>
#include "base/buffer.h"
#include "model/house.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

enum { LEVELS = 8 }; /* with a label of their own; deeper ones use the last */

static void
put_decimal(struct dd_buffer *out, int number)
{
	dd_buffer_printf(out, "%d", number);
}

static void
put_roman(struct dd_buffer *out, int number)
{
	static const struct {
		int value;
		const char *sign;
	} signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"},
	    {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
	    {5, "v"}, {4, "iv"}, {1, "i"}};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			dd_buffer_puts(out, signs[i].sign);
}

/* a … z, aa … az, ba …: letters count like digits without a zero. */
static void
put_letters(struct dd_buffer *out, int number)
{
	if (number > 26)
		put_letters(out, (number - 1) / 26);
	dd_buffer_putc(out, (char)('a' + (number - 1) % 26));
}

static void
put_full_width(struct dd_buffer *out, int number)
{
	char digits[16];

	snprintf(digits, sizeof digits, "%d", number);
	for (const char *p = digits; *p; p++)
		dd_buffer_put_utf8(out, 0xFF10u + (uint32_t)(*p - '0'));
}

/* Unicode has circles up to 50, in three runs. */
static void
put_circled(struct dd_buffer *out, int number)
{
	uint32_t base = number <= 20 ? 0x2460u - 1
	    : number <= 35	     ? 0x3251u - 21
				     : 0x32B1u - 36;

	if (number > 50)
		dd_buffer_printf(out, "(%d)", number);
	else
		dd_buffer_put_utf8(out, base + (uint32_t)number);
}

static void
put_letter_of(
    struct dd_buffer *out, const uint32_t *letters, int count, int number)
{
	if (number > count)
		put_letter_of(out, letters, count, (number - 1) / count);
	dd_buffer_put_utf8(out, letters[(number - 1) % count]);
}

static void
put_katakana(struct dd_buffer *out, int number)
{
	static const uint32_t kana[] = {0x30A2, 0x30A4, 0x30A6, 0x30A8, 0x30AA,
	    0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5, 0x30B7, 0x30B9,
	    0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8, 0x30CA,
	    0x30CB, 0x30CC, 0x30CD, 0x30CE, 0x30CF, 0x30D2, 0x30D5, 0x30D8,
	    0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4, 0x30E6,
	    0x30E8, 0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF};

	put_letter_of(out, kana, sizeof kana / sizeof *kana, number);
}

static void
put_hangul(struct dd_buffer *out, int number)
{
	static const uint32_t hangul[] = {0xAC00, 0xB098, 0xB2E4, 0xB77C,
	    0xB9C8, 0xBC14, 0xC0AC, 0xC544, 0xC790, 0xCC28, 0xCE74, 0xD0C0,
	    0xD30C, 0xD558};

	put_letter_of(out, hangul, sizeof hangul / sizeof *hangul, number);
}

/* Kinds of labels, by their name in the house file. */
static const struct label {
	const char *name, *before, *after;
	void (*put)(struct dd_buffer *out, int number);
} labels[] = {
    {"decimal", "", ".", put_decimal},
    {"parenDecimal", "(", ")", put_decimal},
    {"parenRoman", "(", ")", put_roman},
    {"alpha", "", ".", put_letters},
    {"parenAlpha", "(", ")", put_letters},
    {"fullWidth", "", "", put_full_width},
    {"fullWidthParen", "（", "）", put_full_width},
    {"circled", "", "", put_circled},
    {"katakana", "", "", put_katakana},
    {"hangul", "", ".", put_hangul},
};

static const struct label *
find_label(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (strncmp(labels[i].name, name, len) == 0 &&
		    !labels[i].name[len])
			return &labels[i];
	return &labels[0];
}

struct numbering {
	struct dd_resolver *resolver;
	const struct label *level[LEVELS];
	int levels;
};

static void
add_level(struct numbering *numbering, const char *name, size_t len)
{
	if (numbering->levels < LEVELS)
		numbering->level[numbering->levels++] = find_label(name, len);
}

/* The house's labels, else those of the language: names between spaces. */
static void
read_numbering(struct numbering *numbering)
{
	struct dd_resolver *r = numbering->resolver;
	const xmlNode *style =
	    dd_node_child(dd_house_style_part(
			      r->summary->house, r->summary->lang, "numbering"),
		"level");
	const char *names = style ? "" : dd_word_format(r->words, "labels");

	for (; style; style = dd_node_next(style, "level")) {
		const char *name = dd_node_value(style, "label");
		add_level(numbering, name, strlen(name));
	}
	while (*names) {
		size_t len = strcspn(names, " ");
		add_level(numbering, names, len);
		names += len + (names[len] == ' ');
	}
}

static void number_items(
    struct numbering *numbering, xmlNode *parent, const char *path, int level);

static void
number_item(struct numbering *numbering, xmlNode *item, const char *path,
    int level, int number)
{
	struct dd_resolver *r = numbering->resolver;
	int last = numbering->levels - 1;
	const struct label *label =
	    numbering->level[level < last ? level : last];
	struct dd_buffer text;
	const char *own;

	dd_buffer_init(&text, 0);
	dd_buffer_puts(&text, label->before);
	label->put(&text, number);
	dd_buffer_puts(&text, label->after);
	dd_resolve_mark(r, item, "label", text.data);
	dd_buffer_release(&text);
	own = dd_arena_printf(
	    &r->summary->arena, "%s%s%d", path, *path ? "." : "", number);
	dd_resolve_mark(r, item, "number", own);
	dd_resolve_mark(r, item, "level",
	    dd_arena_printf(&r->summary->arena, "%d", level + 1));
	number_items(numbering, item, own, level + 1);
}

static void
number_items(
    struct numbering *numbering, xmlNode *parent, const char *path, int level)
{
	int number = 0;

	for (xmlNode *n = dd_node_child(parent, "item"); n;
	     n = dd_node_next(n, "item"))
		number_item(numbering, n, path, level, ++number);
}

/* Topics do not begin anew: a number names one item of the document. */
void
dd_resolve_items(struct dd_resolver *r)
{
	struct numbering numbering = {.resolver = r};
	int number = 0;

	read_numbering(&numbering);
	for (xmlNode *n = dd_node_child(r->summary->body, NULL); n;
	     n = dd_node_next(n, NULL)) {
		if (dd_node_is(n, "item"))
			number_item(&numbering, n, "", 0, ++number);
		for (xmlNode *i = dd_node_is(n, "topic")
			 ? dd_node_child(n, "item")
			 : NULL;
		     i; i = dd_node_next(i, "item"))
			number_item(&numbering, i, "", 0, ++number);
	}
}

static void
number_each(struct dd_resolver *r, const xmlNode *parent, const char *name)
{
	int number = 0;

	for (xmlNode *n = dd_node_child(parent, name); n;
	     n = dd_node_next(n, name))
		dd_resolve_mark(r, n, "number",
		    dd_arena_printf(&r->summary->arena, "%d", ++number));
}

/* The terms that no sentence explains are listed. */
static void
mark_told_entries(struct dd_resolver *r, const xmlNode *glossary)
{
	for (xmlNode *n = dd_node_child(glossary, "entry"); n;
	     n = dd_node_next(n, "entry")) {
		const struct dd_term *term = dd_table_find(
		    &r->summary->term_by_id, dd_node_value(n, "id"));

		if (term && term->told)
			dd_resolve_mark(r, n, "told", "true");
	}
}

void
dd_resolve_numbers(struct dd_resolver *r)
{
	const xmlNode *glossary = dd_node_child(r->summary->root, "glossary");

	number_each(r, r->summary->meeting, "session");
	number_each(r, glossary, "entry");
	mark_told_entries(r, glossary);
}

static void
mark_again(struct dd_resolver *r, xmlNode *parent, struct dd_table *ids)
{
	for (xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL)) {
		const char *id = n == r->out ? NULL : dd_node_value(n, "id");

		/* Any value that is not NULL marks the id as seen. */
		if (id && !dd_table_add(ids, id, n))
			dd_resolve_mark(r, n, "again", "true");
		mark_again(r, n, ids);
	}
}

void
dd_resolve_ids(struct dd_resolver *r)
{
	struct dd_table ids;

	if (r->options->valid)
		return;
	dd_table_init(&ids);
	mark_again(r, r->summary->root->parent, &ids);
	dd_table_release(&ids);
}
