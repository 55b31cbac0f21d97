/* SPDX-License-Identifier: MIT */
/* Builds the index of names, with the neighbours of each word: a word and a
 * misspelt form of it are equal when each has lost at most one letter. */
#include "check/name_index.h"
#include <string.h>
#include "base/ascii.h"
#include "base/nearest.h"
#include "model/house.h"
#include "model/model.h"
#include "xml/node.h"

enum { NEAR_MIN = 4, NEAR_MAX = 24 };

/* True for words that can be compared letter by letter. */
static bool
has_neighbours(const char *folded, size_t least)
{
	size_t len = strlen(folded);

	if (len < least || len > NEAR_MAX)
		return false;
	for (size_t i = 0; i < len; i++)
		if (!dd_ascii_is_letter(folded[i]))
			return false;
	return true;
}

/* Adds a copy of `word` in front of what the key has. */
static void
add_word(struct dd_name_index *index, struct dd_table *table, const char *key,
    const struct dd_name_word *word)
{
	struct dd_name_word *copy = dd_arena_alloc(index->arena, sizeof *copy);
	struct dd_name_word *first = dd_table_find(table, key);

	*copy = *word;
	copy->next = NULL;
	if (!first) {
		dd_table_add(table, dd_arena_dup(index->arena, key), copy);
		return;
	}
	copy->next = first->next;
	first->next = copy;
}

/* `word` without the letter `at`. */
static void
cut_letter(char *out, const char *word, size_t at)
{
	memcpy(out, word, at);
	strcpy(out + at, word + at + 1);
}

static struct dd_name_shape
read_shape(const char *folded)
{
	struct dd_name_shape shape = {.len = strlen(folded)};

	for (size_t i = 0; i < shape.len; i++)
		shape.letters |= 1u << (folded[i] - 'a');
	return shape;
}

static void
add_shape(struct dd_name_index *index, const struct dd_name_word *word)
{
	struct dd_name_shape *shape;

	if (!has_neighbours(word->folded, NEAR_MIN))
		return;
	shape = dd_arena_alloc(index->arena, sizeof *shape);
	*shape = read_shape(word->folded);
	shape->word = *word;
	*index->shapes_end = shape;
	index->shapes_end = &shape->next;
}

/* False where no word has about these letters: a slip changes two at most. */
static bool
may_be_near(const struct dd_name_index *index, const char *folded)
{
	struct dd_name_shape own = read_shape(folded);

	for (const struct dd_name_shape *s = index->shapes; s; s = s->next)
		if (s->len + 1 >= own.len && s->len <= own.len + 1 &&
		    __builtin_popcount(s->letters ^ own.letters) <= 2)
			return true;
	return false;
}

static void
add_neighbours(struct dd_name_index *index, const struct dd_name_word *word)
{
	char shorter[NEAR_MAX + 1];

	add_word(index, &index->near, word->folded, word);
	for (size_t i = 0; word->folded[i]; i++) {
		cut_letter(shorter, word->folded, i);
		add_word(index, &index->near, shorter, word);
	}
}

/* The neighbours of all names; made for the first word that may be near one. */
static void
fill_neighbours(struct dd_name_index *index)
{
	for (const struct dd_name_shape *s = index->shapes; s; s = s->next)
		add_neighbours(index, &s->word);
}

static void
add_name(struct dd_name_index *index, const struct dd_name_person *owner,
    const struct dd_tokens *tokens, bool family)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct dd_token *t = &tokens->at[i];
		struct dd_name_word word = {
		    .owner = owner,
		    .folded = t->folded,
		    .shown = dd_arena_ndup(
			index->arena, tokens->text + t->from, t->to - t->from),
		    .family = family,
		};

		add_word(index, &index->words, t->folded, &word);
		add_shape(index, &word);
	}
}

/* Words of more than two letters; "of" stands before all sorts of things. */
static void
add_all(struct dd_arena *arena, struct dd_table *table, const char *text,
    const void *value)
{
	struct dd_tokens tokens = dd_tokens_of(arena, text);

	for (size_t i = 0; i < tokens.count; i++)
		if (tokens.at[i].to - tokens.at[i].from > 2)
			dd_table_add(table, tokens.at[i].folded, (void *)value);
}

static void
add_titles(struct dd_name_index *index, const struct dd_person *person)
{
	add_all(index->arena, &index->titles, person->rank, person);
	for (const struct dd_office *o = person->offices; o; o = o->next) {
		add_all(index->arena, &index->titles, o->title, person);
		add_all(index->arena, &index->titles, o->shorter, person);
	}
}

static void
add_person(struct dd_name_index *index, const struct dd_person *person)
{
	struct dd_name_person *name =
	    dd_arena_alloc(index->arena, sizeof *name);

	*name = (struct dd_name_person){
	    .person = person,
	    .given = dd_tokens_of(index->arena, person->given),
	    .other = dd_tokens_of(index->arena, person->other),
	    .family = dd_tokens_of(index->arena, person->family),
	};
	add_name(index, name, &name->family, true);
	add_name(index, name, &name->given, false);
	add_name(index, name, &name->other, false);
	add_titles(index, person);
}

void
dd_name_index_init(struct dd_name_index *index,
    const struct dd_summary *summary, struct dd_arena *arena)
{
	*index = (struct dd_name_index){.summary = summary, .arena = arena};
	index->shapes_end = &index->shapes;
	dd_table_init(&index->words);
	dd_table_init(&index->near);
	dd_table_init(&index->titles);
	dd_table_init(&index->known);
	for (const struct dd_party *p = summary->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next)
			add_person(index, q);
}

void
dd_name_index_release(struct dd_name_index *index)
{
	dd_table_release(&index->words);
	dd_table_release(&index->near);
	dd_table_release(&index->titles);
	dd_table_release(&index->known);
}

/* --- questions ----------------------------------------------------------- */

const struct dd_name_word *
dd_name_find(const struct dd_name_index *index, const char *folded)
{
	return dd_table_find(&index->words, folded);
}

const struct dd_name_person *
dd_name_only(const struct dd_name_index *index, const char *folded)
{
	const struct dd_name_word *word = dd_name_find(index, folded);

	for (const struct dd_name_word *w = word; w; w = w->next)
		if (w->owner != word->owner)
			return NULL;
	return word ? word->owner : NULL;
}

bool
dd_name_has(const struct dd_name_index *index, const char *folded,
    const struct dd_person *person)
{
	for (const struct dd_name_word *w = dd_name_find(index, folded); w;
	     w = w->next)
		if (w->owner->person == person)
			return true;
	return false;
}

const struct dd_person *
dd_name_title_holder(const struct dd_name_index *index, const char *folded)
{
	return dd_table_find(&index->titles, folded);
}

bool
dd_name_is_title(const struct dd_name_index *index, const char *folded)
{
	static const char *const titles[] = {"mr", "mrs", "ms", "miss", "mme",
	    "mlle", "dr", "prof", "professor", "minister", "ministre",
	    "president", "ambassador", "secretary", "director", "chancellor",
	    "general", "admiral", "premier"};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (strcmp(titles[i], folded) == 0)
			return true;
	if (strcmp(folded, "m") == 0) /* an initial, but in French */
		return index->summary->lang &&
		    strncmp(index->summary->lang, "fr", 2) == 0;
	return dd_name_title_holder(index, folded) != NULL;
}

/* Every word of the house is right. */
static void
learn_house(struct dd_house_words *words, const xmlNode *parent)
{
	for (const xmlNode *n = parent->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE)
			add_all(&words->arena, &words->table,
			    (const char *)n->content, parent);
		if (n->type != XML_ELEMENT_NODE)
			continue;
		for (const xmlAttr *a = n->properties; a; a = a->next)
			if (a->children)
				add_all(&words->arena, &words->table,
				    (const char *)a->children->content, parent);
		learn_house(words, n);
	}
}

static void
learn_document(struct dd_name_index *index, const xmlNode *parent)
{
	static const char *const names[] = {"city", "venue", "longName",
	    "shortName", "office", "postNominal", "rank", "short", "expansion"};

	for (const xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL)) {
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (dd_node_is(n, names[i]))
				add_all(index->arena, &index->known,
				    dd_node_text(n, index->arena), parent);
		learn_document(index, n);
	}
}

/* The house is read for the first document with a word that is in doubt. */
bool
dd_name_is_known(struct dd_name_index *index, const char *folded)
{
	const struct dd_summary *s = index->summary;
	struct dd_house_words *words = s->house->words;

	if (words->table.count == 0) {
		const xmlNode *first = dd_house_first(s->house, NULL);

		if (first)
			learn_house(words, first->parent);
	}
	if (index->known.count == 0)
		learn_document(index, s->root);
	return dd_table_find(&words->table, folded) ||
	    dd_table_find(&index->known, folded);
}

static const struct dd_name_word *
find_near(const struct dd_name_index *index, const char *key, const char *word)
{
	for (const struct dd_name_word *w = dd_table_find(&index->near, key); w;
	     w = w->next)
		if (dd_nearest_distance(w->folded, word) == 1)
			return w;
	return NULL;
}

const struct dd_name_word *
dd_name_nearest(struct dd_name_index *index, const char *folded)
{
	const struct dd_name_word *found;
	char shorter[NEAR_MAX + 1];

	if (!has_neighbours(folded, NEAR_MIN - 1) ||
	    !may_be_near(index, folded) || dd_name_find(index, folded))
		return NULL;
	if (index->near.count == 0)
		fill_neighbours(index);
	found = find_near(index, folded, folded);
	for (size_t i = 0; folded[i] && !found; i++) {
		cut_letter(shorter, folded, i);
		found = find_near(index, shorter, folded);
	}
	return found && !dd_name_is_known(index, folded) ? found : NULL;
}

/* --- full names ---------------------------------------------------------- */

/* Matches `part` behind `done` words that stand already; keeps the count
 * where the part is empty or, if it may be left out, not there. */
static bool
match_part(const struct dd_tokens *tokens, size_t at, size_t *done,
    const struct dd_tokens *part, bool optional)
{
	size_t count;

	if (part->count == 0)
		return true;
	if (*done > 0 && !dd_tokens_adjoin(tokens, at + *done - 1))
		return optional;
	count = dd_tokens_match(tokens, at + *done, part);
	*done += count;
	return count > 0 || optional;
}

size_t
dd_name_match(const struct dd_name_person *name, const struct dd_tokens *tokens,
    size_t at, enum dd_name_order *ret_order)
{
	size_t done = 0;

	if (name->given.count == 0 || name->family.count == 0)
		return 0;
	*ret_order = DD_GIVEN_FIRST;
	if (match_part(tokens, at, &done, &name->given, false) &&
	    match_part(tokens, at, &done, &name->other, true) &&
	    match_part(tokens, at, &done, &name->family, false))
		return done;
	done = 0;
	*ret_order = DD_FAMILY_FIRST;
	if (match_part(tokens, at, &done, &name->family, false) &&
	    match_part(tokens, at, &done, &name->given, false) &&
	    match_part(tokens, at, &done, &name->other, true))
		return done;
	return 0;
}
