/* SPDX-License-Identifier: MIT */
/* Owns: scopes, and the values of variables, each computed when it is asked
 * for first. */
#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>
#include "base/memory.h"
#include "xml/xpath_internal.h"

static const struct dd_xpath_let *
find_let(const struct dd_xpath_let *lets, const char *name)
{
	while (lets && strcmp(lets->name, name) != 0)
		lets = lets->next;
	return lets;
}

struct dd_xpath_place
dd_xpath_save(const struct dd_xpath_engine *engine)
{
	const xmlXPathContext *c = engine->context;

	return (struct dd_xpath_place){c->node, c->doc, c->contextSize,
	    c->proximityPosition, engine->frame, engine->lets};
}

void
dd_xpath_restore(
    struct dd_xpath_engine *engine, const struct dd_xpath_place *place)
{
	engine->context->node = place->node;
	engine->context->doc = place->doc;
	engine->context->contextSize = place->size;
	engine->context->proximityPosition = place->position;
	engine->frame = place->frame;
	engine->lets = place->lets;
}

/* A value is computed as if its `let` were read where it stands. */
static xmlXPathObject *
compute(struct dd_xpath_engine *engine, const struct dd_xpath_frame *frame,
    const struct dd_xpath_let *let)
{
	const struct dd_xpath_place place = dd_xpath_save(engine);
	xmlXPathObject *value;

	engine->frame = frame;
	engine->lets = let->next;
	value = dd_xpath_evaluate(engine, let->value, frame->node);
	dd_xpath_restore(engine, &place);
	if (!value || dd_xpath_hold(engine, dd_xpath_measure(value)))
		return value;
	engine->held -= dd_xpath_measure(value);
	xmlXPathFreeObject(value);
	return NULL;
}

/* The variable that can be seen, and the frame that it stands in. */
static const struct dd_xpath_let *
look_up(const struct dd_xpath_engine *engine, const char *name,
    const struct dd_xpath_frame **ret_frame)
{
	const struct dd_xpath_frame *frame = engine->frame;
	const struct dd_xpath_let *let = find_let(engine->lets, name);

	while (!let && frame && frame->outer) {
		frame = frame->outer;
		let = find_let(frame->scope->lets, name);
	}
	*ret_frame = frame;
	return let;
}

/* Each use has a copy, which costs as much as the value is large. */
xmlXPathObject *
dd_xpath_variable(void *data, const xmlChar *name, const xmlChar *uri)
{
	struct dd_xpath_engine *engine = data;
	const struct dd_xpath_frame *frame;
	const struct dd_xpath_let *let =
	    look_up(engine, (const char *)name, &frame);
	xmlXPathObject *value;

	(void)uri;
	if (!let)
		return NULL;
	if (!frame->values[let->index])
		frame->values[let->index] = compute(engine, frame, let);
	value = frame->values[let->index];
	return value &&
		dd_xpath_charge(engine,
		    dd_xpath_measure(value) / sizeof(xmlNode *) + let->index)
	    ? xmlXPathObjectCopy(value)
	    : NULL;
}

bool
dd_xpath_sees(const struct dd_xpath_scope *scope, const char *name)
{
	while (scope && !find_let(scope->lets, name))
		scope = scope->outer;
	return scope != NULL;
}

static size_t
count_lets(const struct dd_xpath_scope *scope)
{
	return scope->lets ? scope->lets->index + 1 : 0;
}

void
dd_xpath_enter(struct dd_xpath_engine *engine, struct dd_xpath_frame *frame,
    const struct dd_xpath_scope *scope, const xmlNode *node)
{
	size_t count = count_lets(scope);

	*frame = (struct dd_xpath_frame){
	    .scope = scope, .node = node, .outer = engine->frame};
	if (count > 0) {
		frame->values = dd_calloc(count, sizeof *frame->values);
		dd_xpath_charge(engine, count);
	}
	engine->frame = frame;
	engine->lets = scope->lets;
}

void
dd_xpath_leave(struct dd_xpath_engine *engine)
{
	const struct dd_xpath_frame *frame = engine->frame;

	for (size_t i = 0; i < count_lets(frame->scope); i++) {
		if (frame->values[i])
			engine->held -= dd_xpath_measure(frame->values[i]);
		xmlXPathFreeObject(frame->values[i]);
	}
	free(frame->values);
	engine->frame = frame->outer;
	engine->lets = engine->frame ? engine->frame->scope->lets : NULL;
}
