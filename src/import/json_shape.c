/* SPDX-License-Identifier: MIT */
/*
 * What an element looks like in JSON, by the rules of docs/json.md, asked of the
 * schema of the XML.
 */
#include <assert.h>
#include <string.h>
#include "import/json_internal.h"
#include "xml/node.h"

const struct dd_json_member *
dd_json_find_member(const struct dd_json_shape *shape, const char *name)
{
	for (size_t i = 0; i < shape->count; i++)
		if (strcmp(shape->members[i].name, name) == 0)
			return &shape->members[i];
	return NULL;
}

/* The alternatives of a choice may name the same element. */
static void
add(struct dd_json_shape *shape, const char *name, enum dd_json_kind kind,
    const xmlNode *declaration)
{
	if (dd_json_find_member(shape, name))
		return;
	assert(shape->count < sizeof shape->members / sizeof *shape->members);
	shape->members[shape->count++] =
	    (struct dd_json_member){name, kind, declaration};
}

static void
add_attributes(struct dd_json_shape *shape, const xmlNode *type)
{
	const xmlNode *a = dd_grammar_next_attribute(type, NULL);

	for (; a; a = dd_grammar_next_attribute(type, a)) {
		const char *name = dd_grammar_attribute_name(a);
		const char *colon = strchr(name, ':');

		add(shape, colon ? colon + 1 : name, DD_JSON_ATTRIBUTE, a);
	}
}

/* Elements that may follow each other as they like. */
static bool
is_free(const struct dd_grammar *grammar, const xmlNode *choice)
{
	const xmlNode *p = dd_grammar_first(grammar, choice);

	while (p && dd_node_is(p, "element"))
		p = dd_grammar_next(p);
	return dd_node_is(choice, "choice") && !p;
}

static void
add_particle(struct dd_json_shape *shape, const struct dd_grammar *grammar,
    const xmlNode *particle)
{
	const xmlNode *inner = dd_node_is(particle, "group")
	    ? dd_grammar_first(grammar, particle)
	    : particle;

	if (dd_node_is(particle, "element")) {
		add(shape, dd_node_value(particle, "name"),
		    dd_grammar_repeats(particle) ? DD_JSON_MANY : DD_JSON_ONE,
		    particle);
	} else if (is_free(grammar, inner)) {
		const char *group = dd_node_value(particle, "ref");

		add(shape, group ? group : "content", DD_JSON_ANY, particle);
	} else {
		inner = dd_grammar_first(grammar, inner);
		for (; inner; inner = dd_grammar_next(inner))
			add_particle(shape, grammar, inner);
	}
}

void
dd_json_shape(const struct dd_grammar *grammar, const xmlNode *type,
    struct dd_json_shape *out)
{
	const xmlNode *content = dd_grammar_content(type);

	out->count = 0;
	add_attributes(out, type);
	out->bare = out->count == 0;
	if (dd_node_flag(type, "mixed"))
		add(out, "content", DD_JSON_MIXED, content);
	else if (dd_grammar_takes_text(type))
		add(out, "text", DD_JSON_TEXT, type);
	else if (content)
		add_particle(out, grammar, content);
	out->bare = out->bare && out->count == 1 &&
	    out->members[0].kind >= DD_JSON_MANY;
}
