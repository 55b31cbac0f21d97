/* SPDX-License-Identifier: MIT */
/* Owns: how entries of term lists are kept, and what a word is to them. */
#include "model/term_list.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/pattern.h"
#include "base/utf8.h"
#include "diag/catalog.h"
#include "model/letter.h"
#include "xml/node.h"

/* Where the next of each kind goes. */
struct reader {
	struct dd_term_lists *lists;
	struct dd_term_list **list_end;
	struct dd_term_entry **entry_end, **pattern_end;
};

/* Words of the same first word, in the order of the file. */
struct chain {
	struct dd_term_word *first, **end;
};

enum dd_term_kind
dd_term_kind_find(const char *name)
{
	static const char *const names[DD_TERM_KINDS] = {
	    "substitution", "forbidden", "consistency"};
	int kind = 0;

	while (kind < DD_TERM_KINDS && !dd_ascii_is(name, names[kind]))
		kind++;
	return (enum dd_term_kind)kind;
}

/* --- words --------------------------------------------------------------- */

/* Scripts that put no spaces between words, or join particles to them. */
static bool
stands_alone(uint32_t cp)
{
	enum dd_script script = dd_letter_script(cp);

	return script == DD_SCRIPT_IDEOGRAPHIC || script == DD_SCRIPT_HANGUL;
}

static bool
is_of_word(uint32_t cp)
{
	return dd_letter_is(cp) || (cp >= '0' && cp <= '9');
}

/* Letters and digits of ASCII, which nearly all words are made of: their
 * bytes. */
static size_t
measure_ascii(const char *text, size_t len)
{
	size_t count = 0;

	while (count < len &&
	    (dd_ascii_is_letter(text[count]) || dd_ascii_is_digit(text[count])))
		count++;
	return count;
}

static size_t
put_ascii(const char *text, size_t len, struct dd_buffer *key)
{
	size_t count = measure_ascii(text, len);
	char *room = count > 0 ? dd_buffer_room(key, count) : NULL;
	if (!room)
		return 0;
	for (size_t i = 0; i < count; i++)
		room[i] = dd_ascii_lower(text[i]);
	dd_buffer_extend(key, count);
	return count;
}

size_t
dd_term_word(const char *text, size_t len, struct dd_buffer *key)
{
	const char *end = text + len;
	size_t at, size;
	uint32_t cp;

	dd_buffer_clear(key);
	at = put_ascii(text, len, key);
	while ((size = dd_utf8_decode(text + at, end, &cp)) > 0 &&
	    is_of_word(cp)) {
		bool alone = stands_alone(cp);

		if (alone && at > 0)
			break;
		dd_buffer_put_utf8(key, dd_letter_lower(cp));
		at += size;
		if (alone)
			break;
	}
	return at;
}

/* What stands for the length of a first word. */
static uint64_t
length_bit(size_t len)
{
	return (uint64_t)1 << (len & 63);
}

/* Most words of a text begin no entry: first byte and length tell. */
static bool
may_begin_entry(const struct dd_term_lists *lists, char first, size_t len)
{
	return lists->lengths[(unsigned char)dd_ascii_lower(first)] &
	    length_bit(len);
}

size_t
dd_term_pass(const struct dd_term_lists *lists, const char *text, size_t len)
{
	size_t count = measure_ascii(text, len);

	if (count == 0 || (count < len && text[count] & 0x80) ||
	    may_begin_entry(lists, *text, count))
		return 0;
	return count;
}

const struct dd_term_word *
dd_term_first_word(
    const struct dd_term_lists *lists, const struct dd_buffer *key)
{
	const struct chain *chain;

	if (!may_begin_entry(lists, key->data[0], key->len))
		return NULL;
	chain = dd_table_find(&lists->words, key->data);
	return chain ? chain->first : NULL;
}

/* True where no letter or digit goes on behind a word that ends so; a hyphen
 * joins it to what follows. */
static bool
ends_at(uint32_t last, const char *text, const char *end)
{
	uint32_t cp = 0;
	size_t size = dd_utf8_decode(text, end, &cp);

	if (!is_of_word(last) || stands_alone(last) || size == 0)
		return true;
	if (cp == '-' || cp == 0x2010 || cp == 0x2011)
		return dd_utf8_decode(text + size, end, &cp) == 0 ||
		    !is_of_word(cp);
	return !is_of_word(cp) || stands_alone(cp);
}

size_t
dd_term_measure(const struct dd_term_word *word, const char *text, size_t len)
{
	const char *end = text + len, *form = word->text;
	const char *form_end = form + strlen(form), *p = text;
	bool exact = word->entry->exact;
	uint32_t theirs, ours = 0;

	while (form < form_end) {
		size_t size = dd_utf8_decode(p, end, &theirs);

		form += dd_utf8_decode(form, form_end, &ours);
		if (size == 0 ||
		    (theirs != ours &&
			(exact ||
			    dd_letter_lower(theirs) != dd_letter_lower(ours))))
			return 0;
		p += size;
	}
	return ends_at(ours, p, end) ? (size_t)(p - text) : 0;
}

/* --- reading ------------------------------------------------------------- */

/* An attribute as its type has it: white space collapsed. */
static const char *
read_value(struct dd_arena *arena, const xmlNode *node, const char *name)
{
	const char *value = dd_node_value(node, name);
	char *copy = dd_arena_dup(arena, value), *to = copy;

	for (const char *p = value; p && *p; p++)
		if (!dd_ascii_is_space(*p))
			*to++ = *p;
		else if (to > copy && to[-1] != ' ')
			*to++ = ' ';
	if (copy)
		*(to > copy && to[-1] == ' ' ? to - 1 : to) = '\0';
	return copy;
}

static void
add_word(struct reader *reader, struct dd_term_entry *entry, const char *text)
{
	struct dd_term_lists *lists = reader->lists;
	struct dd_term_word *word = dd_arena_alloc(&lists->arena, sizeof *word);
	struct chain *chain;
	struct dd_buffer key;

	*word = (struct dd_term_word){
	    .text = text, .entry = entry, .form = entry->forms++};
	dd_buffer_init(&key, 0);
	dd_term_word(text, strlen(text), &key);
	chain = dd_table_find(&lists->words, key.data);
	if (!chain) {
		chain = dd_arena_alloc(&lists->arena, sizeof *chain);
		chain->end = &chain->first;
		dd_table_add(&lists->words,
		    dd_arena_ndup(&lists->arena, key.data, key.len), chain);
		lists->lengths[(unsigned char)key.data[0]] |=
		    length_bit(key.len);
	}
	dd_buffer_release(&key);
	*chain->end = word;
	chain->end = &word->next;
}

static void
add_pattern(
    struct reader *reader, struct dd_term_entry *entry, const char *source)
{
	char fault[DD_PATTERN_FAULT];
	size_t at;

	entry->forms = 1;
	entry->pattern = dd_pattern_new(source, NULL, fault, &at);
	if (!entry->pattern)
		return;
	*reader->pattern_end = entry;
	reader->pattern_end = &entry->next_pattern;
}

static void
add_entry(
    struct reader *reader, const struct dd_term_list *list, const xmlNode *node)
{
	struct dd_arena *arena = &reader->lists->arena;
	struct dd_term_entry *entry = dd_arena_alloc(arena, sizeof *entry);
	const char *match = read_value(arena, node, "match");
	const char *pattern = dd_node_value(node, "pattern");

	*entry = (struct dd_term_entry){
	    .list = list,
	    .message = read_value(arena, node, "message"),
	    .replace = read_value(arena, node, "replace"),
	    .safe = dd_node_flag(node, "safe"),
	    .exact = dd_ascii_is(dd_node_value(node, "case"), "exact"),
	    .index = reader->lists->entry_count++,
	};
	*reader->entry_end = entry;
	reader->entry_end = &entry->next;
	if (pattern)
		add_pattern(reader, entry, pattern);
	else if (match)
		add_word(reader, entry, match);
	for (const xmlNode *n = dd_node_child(node, "form"); n;
	     n = dd_node_next(n, "form"))
		add_word(reader, entry, dd_node_text(n, arena));
}

static void
add_list(struct reader *reader, const xmlNode *node)
{
	struct dd_term_lists *lists = reader->lists;
	struct dd_term_list *list = dd_arena_alloc(&lists->arena, sizeof *list);
	const char *level = dd_node_value(node, "level");

	*list = (struct dd_term_list){
	    .id = dd_node_value(node, "id"),
	    .lang = dd_node_lang(node),
	    .kind = dd_term_kind_find(dd_node_value(node, "kind")),
	    .level = level ? dd_level_find(level) : -1,
	    .index = lists->list_count++,
	};
	*reader->list_end = list;
	reader->list_end = &list->next;
	for (const xmlNode *n = dd_node_child(node, "entry"); n;
	     n = dd_node_next(n, "entry"))
		add_entry(reader, list, n);
}

struct dd_term_lists *
dd_term_lists_new(const xmlNode *house)
{
	const xmlNode *first = dd_node_child(house, "termList");
	struct reader reader;

	if (!first)
		return NULL;
	reader.lists = dd_malloc(sizeof *reader.lists);
	*reader.lists = (struct dd_term_lists){0};
	dd_table_init(&reader.lists->words);
	reader.list_end = &reader.lists->lists;
	reader.entry_end = &reader.lists->entries;
	reader.pattern_end = &reader.lists->patterns;
	for (const xmlNode *n = first; n; n = dd_node_next(n, "termList"))
		add_list(&reader, n);
	return reader.lists;
}

void
dd_term_lists_free(struct dd_term_lists *lists)
{
	if (!lists)
		return;
	for (const struct dd_term_entry *e = lists->patterns; e;
	     e = e->next_pattern)
		dd_pattern_free(e->pattern);
	dd_table_release(&lists->words);
	dd_arena_release(&lists->arena);
	free(lists);
}
