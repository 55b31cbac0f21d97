/* SPDX-License-Identifier: MIT */
/* Shared by the tests of XPath: an engine over a document. */
#ifndef DD_TESTS_XPATH_BENCH_H
#define DD_TESTS_XPATH_BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "xml/limits.h"
#include "xml/xpath.h"

/* twice(text), and fail() */
static inline void
call_twice(struct dd_xpath_call *call)
{
	dd_buffer_printf(&call->text, "%s%s", call->args[0], call->args[0]);
}

static inline void
call_fail(struct dd_xpath_call *call)
{
	strcpy(call->fault, "nothing will do");
}

/* pick(text ...) takes no string that is known and has an `x`. */
static inline void
call_pick(struct dd_xpath_call *call)
{
	dd_buffer_printf(&call->text, "%zu", call->count);
}

static inline bool
check_pick(const char *const *args, size_t count, size_t *ret_arg,
    struct dd_xpath_fault *fault)
{
	for (size_t i = 0; i < count && i < DD_XPATH_KNOWN_ARGS; i++)
		if (args[i] && strchr(args[i], 'x')) {
			*ret_arg = i;
			fault->at = (size_t)(strchr(args[i], 'x') - args[i]);
			strcpy(fault->text, "no x");
			return false;
		}
	return true;
}

static const struct dd_xpath_function functions[] = {
    {"fail", 0, 0, DD_XPATH_IS_BOOLEAN, call_fail, NULL},
    {"pick", 0, 9, DD_XPATH_IS_TEXT, call_pick, check_pick},
    {"twice", 1, 1, DD_XPATH_IS_TEXT, call_twice, NULL},
    {NULL, 0, 0, DD_XPATH_IS_TEXT, NULL, NULL},
};

/* An engine that runs over a document. */
struct bench {
	struct dd_xpath_engine *engine;
	xmlDoc *doc;
	struct dd_arena arena;
};

static inline void
set_up(struct bench *bench, const char *document)
{
	bench->engine = dd_xpath_engine_new("urn:f", functions, NULL);
	dd_arena_init(&bench->arena);
	assert_true(dd_xpath_engine_prefix(bench->engine, "f", "urn:f"));
	bench->doc = xmlReadDoc((const xmlChar *)document, NULL, NULL, 0);
	assert_non_null(bench->doc);
}

static inline void
tear_down(struct bench *bench)
{
	dd_xpath_engine_free(bench->engine);
	dd_arena_release(&bench->arena);
	xmlFreeDoc(bench->doc);
}

static inline struct dd_xpath *
compile(struct bench *bench, const char *text)
{
	struct dd_xpath_fault fault = {0};
	struct dd_xpath *xpath =
	    dd_xpath_compile(bench->engine, text, NULL, &fault);

	assert_string_equal(fault.text, "");
	assert_non_null(xpath);
	return xpath;
}

/* The ids of the nodes an expression gives, with a space behind each. */
static inline const char *
get_ids(struct bench *bench, const char *text)
{
	struct dd_xpath_nodes nodes;
	struct dd_buffer out;
	const char *ids;

	assert_true(dd_xpath_nodes(bench->engine, compile(bench, text),
	    (xmlNode *)bench->doc, &bench->arena, &nodes));
	dd_buffer_init(&out, 0);
	for (size_t i = 0; i < nodes.count; i++) {
		xmlChar *id = xmlGetProp(
		    (xmlNode *)nodes.items[i], (const xmlChar *)"id");

		dd_buffer_printf(&out, "%s ", id ? (const char *)id : "-");
		xmlFree(id);
	}
	ids = dd_arena_dup(&bench->arena, out.data);
	dd_buffer_release(&out);
	return ids;
}

/* The text of a value; "" and a fault where it was stopped. */
static inline const char *
get_text(struct bench *bench, const char *text)
{
	struct dd_buffer out;
	const char *value;

	dd_buffer_init(&out, 0);
	dd_xpath_text(bench->engine, compile(bench, text),
	    xmlDocGetRootElement(bench->doc), &out);
	value = dd_arena_dup(&bench->arena, out.data);
	dd_buffer_release(&out);
	return value;
}

#endif
