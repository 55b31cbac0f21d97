/* SPDX-License-Identifier: MIT */
/*
 * The words of one language (xslt/words/<lang>.xml): labels for the
 * stylesheets, formats for ICU, and patterns with slots from which sentences
 * are generated. Word order is data; no language is built into C.
 *
 * A pattern is text with elements in it:
 *   <slot name="x"/>      the value of slot x; without one the part fails
 *   <opt>…</opt>          prints nothing where a slot inside it fails
 *   <opt if="x">…</opt>   the same, and only where slot x is set
 *   <opt unless="x">…     the same, and only where slot x is not set
 *   <first>…</first>      the first <opt> inside it that prints something
 *   <slot … after="p"/>    the particle p and the value, joined as it says
 *   <ending closed="" open=""/>  one of both, by whether a consonant or a vowel
 *                         ends what has been printed before it
 * White space with a line break in it does not count.
 */
#ifndef DD_MODEL_WORDS_H
#define DD_MODEL_WORDS_H

#include <stdbool.h>
#include <libxml/tree.h>
#include "base/resource.h"
#include "base/table.h"

struct dd_error;
struct dd_formatters;

struct dd_words {
	xmlDoc *doc;			  /* owned */
	struct dd_formatters *formatters; /* owned; of the same language */
	struct dd_table words, formats, patterns, particles;
};

/* Loads the words of `lang` (its primary subtag counts). DD_E_USAGE where
 * there are none for it; the sentence lists the languages there are. */
int dd_words_load(struct dd_words *words, struct dd_resource_set *resources,
    const char *lang, struct dd_error *error);
void dd_words_release(struct dd_words *words);

/* A label or a format. It must exist: a missing one is a broken words file,
 * and shows as its key. */
const char *dd_word(const struct dd_words *words, const char *key);
const char *dd_word_format(const struct dd_words *words, const char *key);
/* True where the language has that format. */
bool dd_word_has(const struct dd_words *words, const char *format);

/* Values for the slots of a pattern. Holders belong to `scratch`, an element
 * that the caller frees with everything below it. */
enum { DD_SLOTS_MAX = 40 };

struct dd_slot {
	const char *name; /* a literal */
	xmlNode *value;	  /* its children are the value; NULL: the text is */
	const char *text; /* borrowed until the slots are printed */
};

struct dd_slots {
	xmlNode *scratch;
	size_t count;
	struct dd_slot slot[DD_SLOTS_MAX];
};

void dd_slots_init(struct dd_slots *slots, xmlNode *scratch);
/* Sets a slot to a text, borrowed; NULL or empty leaves it unset. */
void dd_slots_text(struct dd_slots *slots, const char *name, const char *text);
/* Sets a slot to a new empty holder and returns it, to be filled. */
xmlNode *dd_slots_holder(struct dd_slots *slots, const char *name);
/* Sets a slot to a filled holder; an empty one leaves it unset. */
void dd_slots_node(struct dd_slots *slots, const char *name, xmlNode *holder);
/* Sets a slot that only `if` asks for. */
void dd_slots_flag(struct dd_slots *slots, const char *name, bool on);

/* Prints the first pattern there is of `base.a.b`, `base.a`, `base.b`,
 * `base` (a and b may be NULL) at the end of `parent`. Returns false and
 * adds nothing where there is none or a slot fails. */
bool
dd_words_print(const struct dd_words *words, const char *base, const char *a,
    const char *b, const struct dd_slots *slots, xmlNode *parent);

#endif
