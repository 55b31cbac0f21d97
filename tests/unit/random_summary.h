/* SPDX-License-Identifier: MIT */
/*
 * Random summaries by the schema: every element and attribute in every place
 * where it may stand, with comments, instructions and white space between. They
 * have the form of a summary; what they say is nonsense. For one test program,
 * which includes this once.
 */
#ifndef DD_TESTS_RANDOM_SUMMARY_H
#define DD_TESTS_RANDOM_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include "base/buffer.h"
#include "xml/node.h"
#include "xml/schema_grammar.h"

struct random_summary {
	const struct dd_grammar *grammar;
	uint32_t state;
	size_t left; /* elements that may still be made */
	struct dd_buffer text;
};

/* A number below `limit` (xorshift). */
static uint32_t
draw(struct random_summary *r, uint32_t limit)
{
	r->state ^= r->state << 13;
	r->state ^= r->state >> 17;
	r->state ^= r->state << 5;
	return r->state % limit;
}

#define DRAW_OF(r, list) ((list)[draw((r), sizeof(list) / sizeof *(list))])

/* --- between the words ------------------------------------------------------ */

static void
put_node(struct random_summary *r)
{
	static const char *const nodes[] = {"<!---->", "<!-- a b -->",
	    "<!--漢 & <字>-->", "<?diplodoc ignore text reason=\"x\"?>",
	    "<?p?>"};

	dd_buffer_puts(&r->text, DRAW_OF(r, nodes));
}

/* Between elements, where white space has no meaning. */
static void
put_between(struct random_summary *r)
{
	if (draw(r, 12) == 0)
		put_node(r);
}

static void
put_words(struct random_summary *r)
{
	static const char *const words[] = {" ", "a", " b ", "  ", "\n   c",
	    "&#13;", "\t", "漢字", "&#x1F600;", "&amp;", "&lt;x&gt;", "\"",
	    "<![CDATA[ ]]>", "<![CDATA[<&]]>", "\xC2\xA0", ". ", "\n"};

	for (uint32_t left = draw(r, 6); left > 0; left--) {
		if (draw(r, 8) == 0)
			put_node(r);
		else
			dd_buffer_puts(&r->text, DRAW_OF(r, words));
	}
}

/* --- values ----------------------------------------------------------------- */

static void
put_listed(struct random_summary *r, const struct dd_words_list *list)
{
	dd_buffer_puts(&r->text, list->word[draw(r, (uint32_t)list->count)]);
}

static void
put_value(struct random_summary *r, const char *type)
{
	static const char *const numbers[] = {"1", "45", "1.50", "+7", "007",
	    "0.5", "123456789012345", "1234567890123456789", "12.000001",
	    "0.00000012", "2500000000", ".5", "5."};
	static const char *const truths[] = {"true", "false", "1", "0"};
	static const char *const texts[] = {"x", "a b", "漢字", "&lt;&amp;",
	    "&quot;q&quot;", "2023-07-13", "PT45M", "a/b~c"};
	static const char *const lists[] = {"a", "a b", "a b c"};
	const char *base = dd_grammar_base(r->grammar, type);
	struct dd_words_list list = {.count = 0};

	dd_grammar_values(r->grammar, type, &list);
	if (list.count > 0)
		put_listed(r, &list);
	else if (base && strcmp(base, "xs:boolean") == 0)
		dd_buffer_puts(&r->text, DRAW_OF(r, truths));
	else if (base && strcmp(base, "xs:IDREFS") == 0)
		dd_buffer_puts(&r->text, DRAW_OF(r, lists));
	else if (base &&
	    (strcmp(base, "xs:decimal") == 0 ||
		strcmp(base, "xs:positiveInteger") == 0))
		dd_buffer_puts(&r->text, DRAW_OF(r, numbers));
	else
		dd_buffer_puts(&r->text, DRAW_OF(r, texts));
}

static void
put_attributes(struct random_summary *r, const xmlNode *type)
{
	const xmlNode *a = dd_grammar_next_attribute(type, NULL);

	for (; a; a = dd_grammar_next_attribute(type, a)) {
		const char *name = dd_grammar_attribute_name(a);

		if (draw(r, 3) == 0 && !dd_grammar_is_required(a))
			continue;
		dd_buffer_printf(&r->text, " %s=\"", name);
		/* There are words of English, and resolve wants some. */
		if (strcmp(name, "xml:lang") == 0)
			dd_buffer_puts(&r->text, "en");
		else
			put_value(r, dd_grammar_attribute_type(a));
		dd_buffer_putc(&r->text, '"');
	}
}

/* --- elements --------------------------------------------------------------- */

static void put_element(struct random_summary *r, const xmlNode *declaration);

static uint32_t
draw_times(struct random_summary *r, const xmlNode *particle)
{
	const char *least = dd_node_value(particle, "minOccurs");
	bool optional = least && strcmp(least, "0") == 0;

	if (!dd_grammar_repeats(particle))
		return optional ? draw(r, 2) : 1;
	return draw(r, r->left > 0 ? 4 : 1) + !optional;
}

static void
put_particle(struct random_summary *r, const xmlNode *particle)
{
	const xmlNode *p;
	uint32_t number = 0;

	for (uint32_t times = draw_times(r, particle); times > 0; times--) {
		if (dd_node_is(particle, "element")) {
			put_between(r);
			put_element(r, particle);
			continue;
		}
		p = dd_grammar_first(r->grammar, particle);
		for (number = 0; p; p = dd_grammar_next(p), number++)
			if (!dd_node_is(particle, "choice"))
				put_particle(r, p);
		if (!dd_node_is(particle, "choice"))
			continue;
		p = dd_grammar_first(r->grammar, particle);
		/* The first one always comes to an end. */
		number = r->left > 0 ? draw(r, number) : 0;
		for (; number > 0; number--)
			p = dd_grammar_next(p);
		put_particle(r, p);
	}
	put_between(r);
}

static void
put_mixed(struct random_summary *r, const xmlNode *type)
{
	struct dd_words_list names = {.count = 0};

	dd_grammar_children(r->grammar, type, &names);
	put_words(r);
	for (uint32_t left = draw(r, 4); left > 0 && names.count > 0; left--) {
		put_element(r,
		    dd_grammar_child(r->grammar, type,
			names.word[draw(r, (uint32_t)names.count)]));
		put_words(r);
	}
}

static void
put_content(struct random_summary *r, const xmlNode *type)
{
	const xmlNode *content = dd_grammar_content(type);

	if (dd_node_flag(type, "mixed"))
		put_mixed(r, type);
	else if (content)
		put_particle(r, content);
	else if (dd_grammar_takes_text(type))
		put_words(r);
	else
		put_between(r);
}

static void
put_element(struct random_summary *r, const xmlNode *declaration)
{
	const xmlNode *type = dd_grammar_declared_type(r->grammar, declaration);
	const char *name = dd_node_value(declaration, "name");

	r->left -= r->left > 0;
	dd_buffer_printf(&r->text, "<%s", name);
	if (declaration == r->grammar->root)
		dd_buffer_printf(&r->text, " xmlns=\"%s\"", r->grammar->target);
	if (type && dd_node_is(type, "complexType"))
		put_attributes(r, type);
	dd_buffer_putc(&r->text, '>');
	if (type && dd_node_is(type, "complexType"))
		put_content(r, type);
	else
		put_words(r);
	dd_buffer_printf(&r->text, "</%s>", name);
}

/* Writes another document to `text`. */
static void
make_summary(struct random_summary *r, uint32_t seed)
{
	dd_buffer_clear(&r->text);
	r->state = seed * 2654435761u + 1;
	r->left = 200;
	dd_buffer_puts(
	    &r->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	put_between(r);
	put_element(r, r->grammar->root);
	put_between(r);
}

#endif
