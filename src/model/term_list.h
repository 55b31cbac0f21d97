/* SPDX-License-Identifier: MIT */
/*
 * The term lists of a house, made ready once: words that are sought by their
 * first word, and patterns.
 */
#ifndef DD_MODEL_TERM_LIST_H
#define DD_MODEL_TERM_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "base/table.h"

struct dd_buffer;
struct dd_pattern;
struct dd_sink;
struct dd_tree;

enum dd_term_kind {
	DD_TERM_SUBSTITUTION,
	DD_TERM_FORBIDDEN,
	DD_TERM_CONSISTENCY,
	DD_TERM_KINDS,
};

struct dd_term_list {
	const char *id, *lang; /* lang NULL: any language */
	enum dd_term_kind kind;
	int level;    /* enum dd_level; -1: that of its rule */
	size_t index; /* from 0, in the order of the file */
	struct dd_term_list *next;
};

struct dd_term_entry {
	const struct dd_term_list *list;
	const char *message;	    /* of the house; NULL: none */
	const char *replace;	    /* of substitutions; else NULL */
	struct dd_pattern *pattern; /* NULL: the entry has words */
	bool safe, exact;
	size_t index;		    /* from 0, in the order of the file */
	size_t forms;		    /* of consistency; else 1 */
	struct dd_term_entry *next; /* of all */
	struct dd_term_entry *next_pattern; /* of those with a pattern */
};

/* What an entry seeks where it has no pattern: one form of it. */
struct dd_term_word {
	const char *text;
	const struct dd_term_entry *entry;
	size_t form;		   /* from 0 */
	struct dd_term_word *next; /* of the same first word */
};

struct dd_term_lists {
	struct dd_arena arena;
	struct dd_table words; /* first word, in small letters -> chain */
	uint64_t lengths[256]; /* of these by first byte: a bit for each */
	struct dd_term_list *lists;
	struct dd_term_entry *entries, *patterns;
	size_t list_count, entry_count;
};

/* The lists of a house that dd_term_lists_check finds nothing in; NULL where it
 * has none. Words and patterns are kept; names are borrowed from the tree. */
struct dd_term_lists *dd_term_lists_new(const xmlNode *house);
void dd_term_lists_free(struct dd_term_lists *lists);

/* Reports what no schema can say of the lists: entries that their kind does not
 * allow, patterns that cannot be compiled. The house may be invalid. */
void dd_term_lists_check(const struct dd_tree *tree, struct dd_sink *sink);

/* The kind of that name; DD_TERM_KINDS where there is none. `name` may be
 * NULL. */
enum dd_term_kind dd_term_kind_find(const char *name);

/* The bytes of a word of ASCII that begins text[0, len) and no entry; 0 where it
 * may begin one, or where no such word stands. Most words are these. */
size_t
dd_term_pass(const struct dd_term_lists *lists, const char *text, size_t len);

/* The bytes of the word that begins text[0, len), and the word in small letters
 * in `key`; 0 where none begins. A character of Chinese, Japanese or Korean is
 * a word of its own. */
size_t dd_term_word(const char *text, size_t len, struct dd_buffer *key);

/* The words that begin with that word; NULL: none. */
const struct dd_term_word *dd_term_first_word(
    const struct dd_term_lists *lists, const struct dd_buffer *key);

/* The bytes at the start of text[0, len) that are the word's text, each space
 * of it one space, whatever the capitals unless its entry is exact; 0 where
 * they are another. */
size_t
dd_term_measure(const struct dd_term_word *word, const char *text, size_t len);

#endif
