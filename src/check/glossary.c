/* SPDX-License-Identifier: MIT */
/* Keeps terms by the beginning of their forms. */
#include "check/glossary.h"
#include <string.h>
#include "base/ascii.h"
#include "model/house.h"

enum {
	KEY = 3, /* bytes by which forms are sought, at most */
	CHAIN_MAX =
	    256, /* forms of the same first bytes; more are not sought */
};

/* Forms of the same first bytes, in the order of their entries. */
struct chain {
	struct dd_form *first, **end;
	size_t count;
};

/* Two letters, or one character beyond ASCII: no shorter form is sought. */
static const char *
make_key(const char *text, char key[KEY + 1])
{
	size_t size = *text & 0x80 ? KEY : KEY - 1, i = 0;

	for (; i < size && text[i]; i++)
		key[i] = dd_ascii_lower(text[i]);
	key[i] = '\0';
	return key;
}

/* Most places in a text begin no form: two bytes tell, without the table. */
static bool
may_start(const struct dd_glossary *g, const char *text)
{
	return g->starts[(unsigned char)text[0]] >> (text[1] & 63) & 1;
}

/* A form is sought whatever its capitals. */
static void
add_start(struct dd_glossary *g, const char *form)
{
	const char lower[] = {dd_ascii_lower(form[0]), dd_ascii_lower(form[1])};
	const char upper[] = {dd_ascii_upper(form[0]), dd_ascii_upper(form[1])};
	uint64_t seconds =
	    (uint64_t)1 << (lower[1] & 63) | (uint64_t)1 << (upper[1] & 63);

	g->starts[(unsigned char)lower[0]] |= seconds;
	g->starts[(unsigned char)upper[0]] |= seconds;
}

static void
add_form(struct dd_glossary *g, struct dd_entry *entry, const char *text,
    bool forbidden)
{
	struct dd_arena *arena = &g->checker->arena;
	struct dd_form *form;
	struct chain *chain;
	char key[KEY + 1];

	if (!text || strlen(text) < KEY - 1)
		return;
	add_start(g, text);
	form = dd_arena_alloc(arena, sizeof *form);
	*form = (struct dd_form){
	    .text = text, .forbidden = forbidden, .entry = entry};
	chain = dd_table_find(&g->forms, make_key(text, key));
	if (!chain) {
		chain = dd_arena_alloc(arena, sizeof *chain);
		chain->end = &chain->first;
		dd_table_add(&g->forms, dd_arena_dup(arena, key), chain);
	}
	if (chain->count == CHAIN_MAX) {
		entry->used = true;
		return;
	}
	chain->count++;
	*chain->end = form;
	chain->end = &form->next;
}

static struct dd_entry *
add_entry(struct dd_glossary *g, const xmlNode *node)
{
	struct dd_entry *entry =
	    dd_arena_alloc(&g->checker->arena, sizeof *entry);
	const char *id = dd_node_value(node, "id");

	entry->node = node;
	entry->slogan = dd_node_flag(node, "slogan");
	entry->bare_end = &entry->bare;
	*g->end = entry;
	g->end = &entry->next;
	if (id)
		dd_table_add(&g->by_id, id, entry);
	return entry;
}

static void
add_house_term(struct dd_glossary *g, const xmlNode *term)
{
	const xmlNode *form =
	    dd_house_in_language(term, "form", g->checker->summary->lang);
	struct dd_entry *entry;

	if (!form)
		return;
	entry = add_entry(g, term);
	entry->expansion = dd_node_value(form, "expansion");
	entry->shorter = dd_node_value(form, "short");
	add_form(g, entry, entry->expansion, false);
	for (const xmlNode *n = dd_node_child(form, "forbidden"); n;
	     n = dd_node_next(n, "forbidden"))
		add_form(g, entry, dd_node_text(n, &g->checker->arena), true);
}

/* The document's own entries come first: they count where an id is of both. */
static void
add_terms(struct dd_glossary *g)
{
	const struct dd_summary *summary = g->checker->summary;
	const xmlNode *own = dd_node_child(summary->root, "glossary");

	for (const xmlNode *n = dd_node_child(own, "entry"); n;
	     n = dd_node_next(n, "entry")) {
		struct dd_entry *entry = add_entry(g, n);

		entry->expansion =
		    dd_node_child_text(n, "expansion", &g->checker->arena);
		entry->shorter =
		    dd_node_child_text(n, "short", &g->checker->arena);
		add_form(g, entry, entry->expansion, false);
		add_form(g, entry, entry->shorter, false);
	}
	if (!summary->house || !summary->lang)
		return;
	for (const xmlNode *n = dd_house_first(summary->house, "term"); n;
	     n = dd_node_next(n, "term"))
		add_house_term(g, n);
}

void
dd_glossary_init(struct dd_glossary *g, struct dd_checker *checker)
{
	*g = (struct dd_glossary){.checker = checker};
	g->end = &g->first;
	dd_table_init(&g->forms);
	dd_table_init(&g->by_id);
	add_terms(g);
}

void
dd_glossary_release(struct dd_glossary *g)
{
	dd_table_release(&g->forms);
	dd_table_release(&g->by_id);
}

/* --- forms in texts ------------------------------------------------------ */

/* Bytes of a text that are a form, over line breaks and whatever its capitals;
 * 0 where it is another. */
static size_t
measure_form(const char *text, const char *form, bool *ret_exact)
{
	size_t at = 0;

	*ret_exact = true;
	for (; *form; form++) {
		size_t blank = strspn(text + at, DD_ASCII_SPACES);

		if (*form == ' ' && blank > 0) {
			at += blank;
			continue;
		}
		if (dd_ascii_lower(text[at]) != dd_ascii_lower(*form))
			return 0;
		*ret_exact = *ret_exact && text[at] == *form;
		at++;
	}
	return at;
}

static bool
stands_alone(const struct dd_prose *prose, size_t from, size_t to)
{
	const char *text = prose->text;

	return !(from > 0 && dd_ascii_is_letter(text[from]) &&
		   dd_ascii_is_letter(text[from - 1])) &&
	    !(dd_ascii_is_letter(text[to - 1]) && dd_ascii_is_letter(text[to]));
}

static struct dd_match
find_at(const struct dd_glossary *g, const struct dd_prose *prose, size_t at)
{
	struct dd_match best = {0};
	char key[KEY + 1];
	const struct chain *chain =
	    dd_table_find(&g->forms, make_key(prose->text + at, key));
	for (const struct dd_form *form = chain ? chain->first : NULL; form;
	     form = form->next) {
		struct dd_match match = {.form = form, .from = at};
		size_t len =
		    measure_form(prose->text + at, form->text, &match.exact);

		match.to = at + len;
		if (len > 0 && match.to > best.to &&
		    stands_alone(prose, at, match.to) &&
		    (match.exact || !form->forbidden))
			best = match;
	}
	return best;
}

struct dd_match
dd_glossary_next(
    const struct dd_glossary *g, const struct dd_prose *prose, size_t at)
{
	const char *text = prose->text;
	struct dd_match match;

	for (; at < prose->len; at++) {
		if (!may_start(g, text + at) ||
		    (at > 0 && dd_ascii_is_letter(text[at]) &&
			dd_ascii_is_letter(text[at - 1])))
			continue;
		match = find_at(g, prose, at);
		if (match.form)
			return match;
	}
	return (struct dd_match){0};
}
