/* SPDX-License-Identifier: MIT */
/*
 * The document's own sentences: what their inline elements leave to be
 * computed, and the marks around quoted words.
 */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "model/read.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

/* Where in a sentence the walk is. */
struct flow {
	struct dd_resolver *resolver;
	bool starts; /* the next word begins a sentence */
	bool marked; /* not all that is printed stands in its text */
};

/* --- generated words ----------------------------------------------------- */

/* The stop of an abbreviation is that of the sentence, too. */
static const char *
merge_stop(struct dd_resolver *r, const xmlNode *node, const char *text)
{
	size_t len = strlen(text);
	bool doubled = len > 0 && text[len - 1] == '.' && node->next &&
	    node->next->type == XML_TEXT_NODE && node->next->content[0] == '.';

	return doubled ? dd_arena_ndup(&r->summary->arena, text, len - 1)
		       : text;
}

/* Fills an element that the author left empty. */
static void
generate(struct flow *flow, xmlNode *node, const char *text)
{
	if (!text)
		return;
	if (flow->starts)
		text = dd_locale_capital(&flow->resolver->locale, text);
	dd_resolve_text(node, merge_stop(flow->resolver, node, text));
	dd_resolve_mark(flow->resolver, node, "generated", "true");
}

static void
resolve_person(struct flow *flow, xmlNode *node)
{
	const struct dd_person *person = dd_table_find(
	    &flow->resolver->summary->person_by_id, dd_node_value(node, "ref"));

	if (person)
		generate(
		    flow, node, dd_resolve_short_name(flow->resolver, person));
}

static void
resolve_party(struct flow *flow, xmlNode *node)
{
	const struct dd_party *party = dd_table_find(
	    &flow->resolver->summary->party_by_id, dd_node_value(node, "ref"));
	const char *form = dd_node_value(node, "form");
	bool longer = form && strcmp(form, "long") == 0;

	if (party)
		generate(flow, node,
		    longer ? party->name.longer : party->name.shorter);
}

static void
resolve_date(struct flow *flow, xmlNode *node)
{
	struct dd_resolver *r = flow->resolver;
	const char *when = dd_node_value(node, "when");
	struct dd_date date;

	if (when && dd_date_parse(when, &date))
		generate(flow, node, dd_resolve_near_date(r, date));
}

static void
resolve_time(struct flow *flow, xmlNode *node)
{
	struct dd_resolver *r = flow->resolver;
	const char *when = dd_node_value(node, "when");
	struct dd_moment moment;
	xmlNode *holder;

	if (!when || !dd_moment_parse(when, &moment))
		return;
	holder = dd_resolve_holder(r);
	dd_resolve_clock(r, &moment, NULL, holder);
	generate(flow, node, dd_node_text(holder, &r->summary->arena));
}

/* The sign of a power of ten thousand, of signs between spaces. */
static const char *
get_myriad(struct dd_arena *arena, const char *signs, size_t power)
{
	while (--power > 0)
		signs += strcspn(signs, " ") + 1;
	return dd_arena_ndup(arena, signs, strcspn(signs, " "));
}

/* A number that counts in ten thousands, "1,250万", where the language does so
 * and nothing is left over; else as it is. */
static const char *
print_number(struct dd_resolver *r, const char *decimal)
{
	struct dd_arena *arena = &r->summary->arena;
	size_t len = strlen(decimal);
	const char *signs = "", *between = "", *text = "";

	if (dd_word_has(r->words, "number.myriads")) {
		signs = dd_word_format(r->words, "number.myriads");
		between = dd_word_format(r->words, "number.between");
	}
	if (!*signs || len < 5 || len > 16 ||
	    strspn(decimal, "0123456789") != len ||
	    strcmp(decimal + len - 4, "0000") != 0)
		return dd_locale_number(&r->locale, decimal);
	for (const char *p = decimal; len > 4; len = (len - 1) / 4 * 4) {
		size_t first = (len - 1) % 4 + 1;
		const char *group = dd_arena_ndup(arena, p, first);

		if (atoi(group) > 0)
			text = dd_arena_printf(arena, "%s%s%s%s", text,
			    *text ? between : "",
			    dd_locale_number(&r->locale, group),
			    get_myriad(arena, signs, (len - 1) / 4));
		p += first;
	}
	return *text ? text : dd_locale_number(&r->locale, decimal);
}

/* An amount with its unit by the pattern `base`, behind its hedge. */
static const char *
print_amount(struct dd_resolver *r, const xmlNode *node, const char *base,
    const char *amount, const char *unit_slot, const char *unit)
{
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "amount", print_number(r, amount));
	dd_slots_text(&slots, unit_slot, unit);
	return dd_resolve_hedge(r, dd_node_value(node, "hedge"),
	    dd_resolve_print(r, base, NULL, NULL, &slots));
}

static void
resolve_money(struct flow *flow, xmlNode *node)
{
	struct dd_resolver *r = flow->resolver;
	const char *amount = dd_node_value(node, "amount");
	const char *code = dd_node_value(node, "currency");

	if (amount && code)
		generate(flow, node,
		    print_amount(r, node, "money", amount, "currency",
			dd_locale_currency(&r->locale, code, amount)));
}

static void
resolve_quantity(struct flow *flow, xmlNode *node)
{
	const char *value = dd_node_value(node, "value");

	if (value)
		generate(flow, node,
		    print_amount(flow->resolver, node, "quantity", value,
			"unit", dd_node_value(node, "unit")));
}

/* --- terms --------------------------------------------------------------- */

static void
put_abbreviation(
    struct dd_resolver *r, xmlNode *node, const struct dd_term *term)
{
	xmlNode *abbr = dd_resolve_add_text(r, node, "abbr", term->shorter);

	dd_resolve_set(abbr, "title", term->expansion);
}

/* Expanded where it is first used, short afterwards. */
static void
put_term(struct flow *flow, xmlNode *node, const struct dd_term *term)
{
	struct dd_resolver *r = flow->resolver;
	const char *expansion = term->expansion;

	if (!expansion || (term->shorter && (term->known || term->used))) {
		put_abbreviation(r, node, term);
		return;
	}
	if (flow->starts)
		expansion = dd_locale_capital(&r->locale, expansion);
	dd_resolve_text(node, expansion);
	if (!term->shorter)
		return;
	dd_resolve_text(node, dd_word(r->words, "abbreviation.open"));
	put_abbreviation(r, node, term);
	dd_resolve_text(node, dd_word(r->words, "abbreviation.close"));
}

static void
resolve_term(struct flow *flow, xmlNode *node)
{
	struct dd_resolver *r = flow->resolver;
	struct dd_term *term =
	    dd_summary_term(r->summary, dd_node_value(node, "ref"));

	if (!term)
		return;
	if (!node->children) {
		put_term(flow, node, term);
		dd_resolve_mark(r, node, "generated", "true");
		if (!term->used && !term->known)
			dd_resolve_mark(r, node, "first", "true");
		term->told |= !term->used && !term->known;
		term->used = true;
	}
	if (!term->slogan)
		return;
	dd_resolve_enclose(r, node, "slogan");
	term->told = true;
	flow->marked = true;
}

static void
resolve_quote(struct flow *flow, xmlNode *node)
{
	dd_resolve_enclose(flow->resolver, node, "quote");
	flow->marked = true;
}

static void
resolve_foreign(struct flow *flow, xmlNode *node)
{
	dd_resolve_language(flow->resolver, node);
}

static void
resolve_ref(struct flow *flow, xmlNode *node)
{
	dd_resolve_day(flow->resolver, node);
	flow->marked = true;
}

/* --- the walk ------------------------------------------------------------ */

static const struct {
	const char *name;
	void (*resolve)(struct flow *flow, xmlNode *node);
	bool fills; /* does nothing where the author wrote the words */
} inlines[] = {
    {"person", resolve_person, true},
    {"party", resolve_party, true},
    {"date", resolve_date, true},
    {"time", resolve_time, true},
    {"money", resolve_money, true},
    {"quantity", resolve_quantity, true},
    {"term", resolve_term, false},
    {"quote", resolve_quote, false},
    {"foreign", resolve_foreign, false},
    {"ref", resolve_ref, false},
};

static void
resolve_inline(struct flow *flow, xmlNode *node)
{
	for (size_t i = 0; i < sizeof inlines / sizeof *inlines; i++)
		if (dd_node_is(node, inlines[i].name)) {
			if (!inlines[i].fills || !node->children)
				inlines[i].resolve(flow, node);
			return;
		}
}

static bool
is_among(uint32_t cp, const uint32_t *set)
{
	while (*set && *set != cp)
		set++;
	return *set != 0;
}

/* A full stop begins a new sentence, with any marks between. */
static void
follow_text(struct flow *flow, const char *text)
{
	static const uint32_t stops[] = {
	    '.', '!', '?', 0x3002, 0xFF01, 0xFF1F, 0};
	static const uint32_t marks[] = {' ', '"', '\'', '(', ')', 0xA0, 0xAB,
	    0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x202F, 0x300C, 0x300D,
	    0xFF08, 0xFF09, 0};
	const char *end = text + strlen(text), *last = end;
	uint32_t cp = ' ';

	/* The last of them that is no mark decides. */
	while (last > text && is_among(cp, marks)) {
		do {
			last--;
		} while (last > text && ((unsigned char)*last & 0xC0) == 0x80);
		dd_utf8_decode(last, end, &cp);
	}
	if (!is_among(cp, marks))
		flow->starts = is_among(cp, stops);
}

static void
walk(struct flow *flow, xmlNode *parent)
{
	for (xmlNode *n = parent->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE) {
			follow_text(flow, (const char *)n->content);
			continue;
		}
		resolve_inline(flow, n);
		if (xmlHasNsProp(n, (const xmlChar *)"generated",
			(const xmlChar *)DD_NS_RESOLVED))
			flow->starts = false;
		else
			walk(flow, n);
	}
}

/* Marks what has quotation marks or a reference in it: the others are printed
 * as they stand. */
void
dd_resolve_sentence(struct dd_resolver *r, xmlNode *node, bool starts)
{
	struct flow flow = {.resolver = r, .starts = starts};

	walk(&flow, node);
	if (flow.marked)
		dd_resolve_mark(r, node, "marked", "true");
}

/* All sentences at any depth below: elements whose text is mixed. */
static void
resolve_below(struct dd_resolver *r, xmlNode *parent)
{
	for (xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL)) {
		const char *quoted = dd_node_value(n, "quoted");

		if (dd_node_is(n, "topic") || dd_node_is(n, "item") ||
		    dd_node_is(n, "paragraph")) {
			resolve_below(r, n);
			continue;
		}
		dd_resolve_sentence(r, n, true);
		if (dd_node_is(n, "note"))
			dd_resolve_enclose(r, n, "note");
		if (quoted && strcmp(quoted, "direct") == 0)
			dd_resolve_enclose(r, n, "quote");
	}
}

static void
resolve_each(
    struct dd_resolver *r, xmlNode *parent, const char *name, const char *part)
{
	for (xmlNode *n = dd_node_child(parent, name); n;
	     n = dd_node_next(n, name)) {
		xmlNode *text = part ? dd_node_child(n, part) : n;

		if (text)
			dd_resolve_sentence(r, text, true);
		if (text && dd_node_is(text, "note"))
			dd_resolve_enclose(r, text, "note");
	}
}

/* In the order of reading, so that a term is expanded where it is met first;
 * captions stand apart from the text and come last. */
void
dd_resolve_sentences(struct dd_resolver *r)
{
	xmlNode *root = r->summary->root;

	resolve_each(r, r->summary->head, "updated", NULL);
	resolve_each(r, root, "lead", NULL);
	if (r->summary->body)
		resolve_below(r, r->summary->body);
	resolve_each(r, root, "note", NULL);
	resolve_each(r, root, "outcome", "description");
	resolve_each(r, root, "photo", "caption");
}
