/* SPDX-License-Identifier: MIT */
/* Owns: asserts and reports, and the sentences in them. */
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "check/schematron_internal.h"

/* --- sentences ----------------------------------------------------------- */

/* A sentence on its way; parts are added at `last`. */
struct sentence {
	struct dd_sch_reader *reader;
	struct dd_sch_part **last;
};

static struct dd_sch_part *
add_part(struct sentence *sentence)
{
	struct dd_sch_part *part =
	    dd_arena_alloc(&sentence->reader->schematron->arena, sizeof *part);

	*sentence->last = part;
	sentence->last = &part->next;
	return part;
}

/* <name/> and <name path="..."/> */
static const struct dd_xpath *
read_name(struct dd_sch_reader *reader, const xmlNode *node)
{
	struct dd_xpath_fault fault;
	struct dd_xpath *path;

	if (!dd_node_attr(node, "path"))
		return dd_xpath_compile(
		    reader->schematron->engine, "name()", NULL, &fault);
	path = dd_sch_expression(reader, node, "path");
	if (!path)
		return NULL;
	return dd_xpath_compile(reader->schematron->engine,
	    dd_arena_printf(&reader->schematron->arena, "name(%s)",
		dd_sch_value(reader, node, "path")),
	    reader->scope, &fault);
}

static int read_words(struct sentence *sentence, const xmlNode *node);

static int
read_word(struct sentence *sentence, const xmlNode *node)
{
	struct dd_sch_reader *reader = sentence->reader;
	const struct dd_xpath *xpath;

	if (node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE) {
		add_part(sentence)->text = (const char *)node->content;
		return 0;
	}
	if (dd_sch_is(node, "emph") || dd_sch_is(node, "span") ||
	    dd_sch_is(node, "dir"))
		return read_words(sentence, node);
	if (!dd_sch_is(node, "value-of") && !dd_sch_is(node, "name"))
		return dd_sch_refuse(reader, node);
	xpath = dd_sch_is(node, "name")
	    ? read_name(reader, node)
	    : dd_sch_expression(reader, node, "select");
	if (!xpath || dd_sch_count(reader, node) < 0)
		return DD_E_USAGE;
	add_part(sentence)->xpath = xpath;
	return 0;
}

static int
read_words(struct sentence *sentence, const xmlNode *node)
{
	int result = 0;

	for (const xmlNode *n = node->children; n && result == 0; n = n->next)
		result = read_word(sentence, n);
	return result;
}

static int
read_sentence(struct dd_sch_reader *reader, const xmlNode *node,
    const struct dd_sch_part **ret_parts)
{
	struct dd_sch_part *parts = NULL;
	struct sentence sentence = {reader, &parts};
	int result = read_words(&sentence, node);

	*ret_parts = parts;
	return result;
}

/* The diagnostics that a check lists by id become notes behind its message. */
static int
read_notes(struct dd_sch_reader *reader, const xmlNode *node,
    struct dd_sch_check *check)
{
	struct dd_arena *arena = &reader->schematron->arena;
	const char *ids = dd_sch_value(reader, node, "diagnostics");
	struct dd_sch_note **last = &check->notes;

	while (ids && *(ids += strspn(ids, DD_ASCII_SPACES))) {
		size_t len = strcspn(ids, DD_ASCII_SPACES);
		const char *id = dd_arena_ndup(arena, ids, len);
		const xmlNode *found = dd_table_find(&reader->diagnostics, id);

		if (!found)
			return dd_sch_fail(reader, node,
			    dd_node_attr(node, "diagnostics"), 0,
			    "there is no diagnostic `%s`", id);
		*last = dd_arena_alloc(arena, sizeof **last);
		if (dd_sch_count(reader, node) < 0 ||
		    read_sentence(reader, found, &(*last)->parts) < 0)
			return DD_E_USAGE;
		last = &(*last)->next;
		ids += len;
	}
	return 0;
}

/* --- levels and names ---------------------------------------------------- */

/* By the role of the check, else of its rule, else of its pattern. */
static enum dd_level
read_level(const struct dd_sch_reader *reader, const xmlNode *node)
{
	static const struct {
		const char *role;
		enum dd_level level;
	} roles[] = {
	    {"warning", DD_WARNING},
	    {"warn", DD_WARNING},
	    {"caution", DD_WARNING},
	    {"info", DD_ADVICE},
	    {"information", DD_ADVICE},
	    {"advice", DD_ADVICE},
	    {"hint", DD_ADVICE},
	};
	const char *role = dd_node_value(node, "role");

	if (!role)
		role = reader->rule_role ? reader->rule_role
					 : reader->pattern_role;

	for (size_t i = 0; role && i < sizeof roles / sizeof *roles; i++)
		if (dd_ascii_equal(role, roles[i].role))
			return roles[i].level;
	return DD_ERROR;
}

static bool
is_name(const char *id)
{
	return *id &&
	    id[strspn(id,
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789-_.")] == '\0';
}

static bool
is_taken(const char *name)
{
	for (int i = 0; i < DD_ID_COUNT; i++)
		if (strcmp(dd_catalog((enum dd_id)i)->slug, name) == 0)
			return true;
	return false;
}

/* An abstract pattern that is filled in twice has the same check twice. */
const char *
dd_sch_check_name(
    struct dd_sch_reader *reader, const xmlNode *node, const char *base)
{
	struct dd_schematron *schematron = reader->schematron;
	const char *id = dd_node_value(node, "id"), *name;
	const xmlAttr *attr = dd_node_attr(node, "id");
	const xmlNode *old;

	if (dd_sch_count(reader, node) < 0)
		return NULL;
	if (id && !is_name(id)) {
		dd_sch_fail(reader, node, attr, 0,
		    "an id is made of letters and digits of English, `-`, `_` "
		    "and `.`");
		return NULL;
	}
	name = dd_arena_printf(&schematron->arena, "house/%s", id ? id : base);
	old = dd_table_find(&schematron->names, name);
	if (is_taken(name))
		dd_sch_fail(reader, node, attr, 0,
		    "`%s` is a rule of diplodoc itself; choose another id",
		    name);
	else if (old && old != node)
		dd_sch_fail(reader, node, attr, 0,
		    "`%s` is also the name of the check at %s", name,
		    dd_sch_place(reader, old, NULL, 0));
	else {
		dd_table_add(&schematron->names, name, (xmlNode *)node);
		return name;
	}
	return NULL;
}

int
dd_sch_check_read(struct dd_sch_reader *reader, const xmlNode *node,
    struct dd_sch_rule *rule, const char *base)
{
	struct dd_arena *arena = &reader->schematron->arena;
	struct dd_sch_check *check = dd_arena_alloc(arena, sizeof *check);

	check->index = reader->schematron->check_count++;
	check->report = dd_sch_is(node, "report");
	check->place = dd_sch_place(reader, node, NULL, 0);
	check->level = read_level(reader, node);
	check->name = dd_sch_check_name(reader, node, base);
	check->test =
	    check->name ? dd_sch_expression(reader, node, "test") : NULL;
	if (!check->test)
		return DD_E_USAGE;
	if (dd_node_attr(node, "subject")) {
		check->subject = dd_sch_expression(reader, node, "subject");
		if (!check->subject)
			return DD_E_USAGE;
	}
	if (read_sentence(reader, node, &check->message) < 0 ||
	    read_notes(reader, node, check) < 0)
		return DD_E_USAGE;
	*rule->last_check = check;
	rule->last_check = &check->next;
	return 0;
}
