/* SPDX-License-Identifier: MIT */
/*
 * Owns: reading a row of children along a content model, and what could have
 * stood where the row stops to fit. XSD demands that the next name alone
 * decides which particle it belongs to, so nothing is ever tried twice.
 * Leaves the words to schema_content.c.
 */
#include "xml/schema_internal.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "xml/node.h"

struct walk {
	const struct dd_grammar *grammar;
	const char *const *names;
	size_t count;
	struct dd_match *match;
};

static size_t
get_least(const xmlNode *particle)
{
	const char *least = dd_node_value(particle, "minOccurs");

	return least ? strtoul(least, NULL, 10) : 1;
}

static size_t
get_most(const xmlNode *particle)
{
	const char *most = dd_node_value(particle, "maxOccurs");

	if (!most)
		return 1;
	return strcmp(most, "unbounded") == 0 ? SIZE_MAX
					      : strtoul(most, NULL, 10);
}

/* A group holds one choice or sequence, and behaves like a sequence of it. */
static bool
is_choice(const xmlNode *particle)
{
	return dd_node_is(particle, "choice");
}

static bool
may_be_empty(const struct walk *walk, const xmlNode *particle)
{
	const xmlNode *child;
	bool choice = is_choice(particle);

	if (get_least(particle) == 0)
		return true;
	if (dd_node_is(particle, "element"))
		return false;
	child = dd_grammar_first(walk->grammar, particle);
	for (; child; child = dd_grammar_next(child))
		if (may_be_empty(walk, child) == choice)
			return choice;
	return !choice;
}

/* Adds the names that a particle can begin with to `out` (may be NULL) and
 * says whether `name` (may be NULL) is one of them. */
static bool
begins_with(const struct walk *walk, const xmlNode *particle, const char *name,
    struct dd_words_list *out)
{
	const xmlNode *child;
	bool found = false;

	if (dd_node_is(particle, "element")) {
		const char *own = dd_node_value(particle, "name");

		if (out)
			dd_words_list_add(out, own);
		return name && strcmp(own, name) == 0;
	}
	child = dd_grammar_first(walk->grammar, particle);
	for (; child; child = dd_grammar_next(child)) {
		found |= begins_with(walk, child, name, out);
		if (!is_choice(particle) && !may_be_empty(walk, child))
			break;
	}
	return found;
}

/* Adds the names that a particle cannot do without: one of them must come. */
static void
add_required(
    const struct walk *walk, const xmlNode *particle, struct dd_words_list *out)
{
	const xmlNode *child;

	if (dd_node_is(particle, "element")) {
		dd_words_list_add(out, dd_node_value(particle, "name"));
		return;
	}
	child = dd_grammar_first(walk->grammar, particle);
	for (; child; child = dd_grammar_next(child)) {
		if (may_be_empty(walk, child))
			continue;
		add_required(walk, child, out);
		if (!is_choice(particle))
			return;
	}
}

static bool
begins_here(const struct walk *walk, const xmlNode *particle)
{
	size_t at = walk->match->matched;

	return at < walk->count &&
	    begins_with(walk, particle, walk->names[at], NULL);
}

static bool walk_particle(struct walk *walk, const xmlNode *particle);

/* One occurrence of a particle that the next name begins, or that may be
 * empty. */
static bool
walk_once(struct walk *walk, const xmlNode *particle)
{
	const xmlNode *child;

	if (dd_node_is(particle, "element")) {
		walk->match->matched++;
		walk->match->expected.count = 0;
		return true;
	}
	child = dd_grammar_first(walk->grammar, particle);
	for (; child; child = dd_grammar_next(child)) {
		if (is_choice(particle)) {
			if (begins_here(walk, child))
				return walk_particle(walk, child);
		} else if (!walk_particle(walk, child)) {
			return false;
		}
	}
	return true;
}

static bool
walk_particle(struct walk *walk, const xmlNode *particle)
{
	size_t least = get_least(particle), most = get_most(particle), n;

	for (n = 0; n < most; n++) {
		if (begins_here(walk, particle)) {
			if (!walk_once(walk, particle))
				return false;
			continue;
		}
		begins_with(walk, particle, NULL, &walk->match->expected);
		if (n >= least || may_be_empty(walk, particle))
			return true;
		add_required(walk, particle, &walk->match->required);
		return false;
	}
	return true;
}

void
dd_grammar_match(const struct dd_grammar *grammar, const xmlNode *type,
    const char *const *names, size_t count, struct dd_match *ret_match)
{
	struct walk walk = {grammar, names, count, ret_match};
	const xmlNode *content = dd_grammar_content(type);
	bool fits;

	ret_match->matched = 0;
	ret_match->expected.count = 0;
	ret_match->required.count = 0;
	fits = !content || walk_particle(&walk, content);
	ret_match->complete = fits && ret_match->matched == count;
}
