/* SPDX-License-Identifier: MIT */
/*
 * Owns: compiling a schema from memory, and the rounds of a validation.
 * libxml2 stops looking at the children of an element at the first wrong one,
 * so wrong children are worded, the tree is repaired for a moment, and
 * validation runs again, until what is left are faults that hide nothing.
 * Leaves the words to schema_words.c and its neighbours, and everything about
 * ids and keys to schema_ids.c.
 */
#include "xml/schema.h"
#include <stdlib.h>
#include <string.h>
#include <libxml/xmlschemas.h>
#include "base/error.h"
#include "base/memory.h"
#include "xml/compat.h"
#include "xml/limits.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/schema_internal.h"
#include "xml/trusted.h"

enum {
	MAX_ROUNDS = 12, /* wrong children inside wrong children */
	MAX_FAULTS = 2 * DD_LIMIT_FINDINGS, /* kept in one round */
};

/* A list of ids, among the types that the engine is given. */
#define NAMES_TYPE "diplodocNames"

struct dd_schema {
	xmlSchemaPtr compiled;
	xmlDocPtr doc; /* what `compiled` and the words are drawn from */
	struct dd_grammar grammar;
};

/* What a compile may load. libxml2's loader hook has no argument for it, so
 * it stands here for as long as a compile runs. */
struct bundle {
	const struct dd_schema_file *files;
	size_t count;
	struct dd_error *error;
	int result;
};
static _Thread_local struct bundle *current_bundle;

static xmlParserInputPtr
load_from_bundle(const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
	struct bundle *bundle = current_bundle;
	size_t i;

	(void)id;
	for (i = 1; url && i < bundle->count; i++) {
		const struct dd_schema_file *file = &bundle->files[i];
		xmlParserInputBufferPtr buffer;

		if (strcmp(url, file->name) != 0)
			continue;
		buffer = xmlParserInputBufferCreateMem(
		    file->data, (int)file->len, XML_CHAR_ENCODING_NONE);
		return xmlNewIOInputStream(
		    ctxt, buffer, XML_CHAR_ENCODING_NONE);
	}
	bundle->result = dd_error_set(bundle->error, DD_E_USAGE,
	    "The schema `%s` asks for `%s`, which is not part of it.",
	    bundle->files[0].name, url ? url : "");
	return NULL;
}

static void
note_compile_error(void *data, DD_XML_ERROR *e)
{
	struct bundle *bundle = data;
	int len = e->message ? (int)strcspn(e->message, "\n") : 0;

	if (e->level < XML_ERR_ERROR)
		return;
	bundle->result = dd_error_set(bundle->error, DD_E_USAGE,
	    "The schema `%s` cannot be used (line %d): %.*s",
	    bundle->files[0].name, e->line, len, e->message ? e->message : "");
}

/* --- what the engine is given -------------------------------------------- */

/* Identity is checked by schema_ids.c, which knows both places. libxml2 would
 * write into the document for it, and take long over many references. The
 * words are drawn from the same tree, so the type as written is kept. */
static void
drop_identity_type(xmlNode *attribute, xmlNs *kept)
{
	const char *type = dd_node_value(attribute, "type");
	const char *plain = NULL;

	if (!type)
		return;
	if (strcmp(type, "xs:ID") == 0 || strcmp(type, "xs:IDREF") == 0)
		plain = "xs:NCName";
	else if (strcmp(type, "xs:IDREFS") == 0)
		plain = NAMES_TYPE;
	if (!plain)
		return;
	xmlNewNsProp(
	    attribute, kept, (const xmlChar *)"type", (const xmlChar *)type);
	xmlSetProp(attribute, (const xmlChar *)"type", (const xmlChar *)plain);
}

/* Of the children: what the engine has no use for, and then theirs. */
static void
simplify(xmlNode *parent, xmlNs *kept)
{
	xmlNode *child = dd_node_child(parent, NULL), *next;

	for (; child; child = next) {
		next = dd_node_next(child, NULL);
		if (dd_node_is(child, "unique") || dd_node_is(child, "key") ||
		    dd_node_is(child, "keyref") ||
		    dd_node_is(child, "annotation")) {
			xmlUnlinkNode(child);
			xmlFreeNode(child);
			continue;
		}
		if (dd_node_is(child, "attribute"))
			drop_identity_type(child, kept);
		simplify(child, kept);
	}
}

/* <xs:simpleType name="..."><xs:list itemType="xs:NCName"/></xs:simpleType> */
static void
add_names_type(xmlNode *schema)
{
	xmlNode *type = xmlNewChild(
	    schema, schema->ns, (const xmlChar *)"simpleType", NULL);
	xmlNode *list =
	    xmlNewChild(type, schema->ns, (const xmlChar *)"list", NULL);

	xmlNewProp(type, (const xmlChar *)"name", (const xmlChar *)NAMES_TYPE);
	xmlNewProp(
	    list, (const xmlChar *)"itemType", (const xmlChar *)"xs:NCName");
}

static void
prepare(xmlDoc *doc)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	xmlNs *kept = xmlNewNs(root, (const xmlChar *)DD_NS_AS_WRITTEN,
	    (const xmlChar *)"written");

	simplify(root, kept);
	if (xmlSearchNs(doc, root, (const xmlChar *)"xs"))
		add_names_type(root);
}

/* --- compiling ----------------------------------------------------------- */

static int
compile(struct dd_schema *schema, struct bundle *bundle)
{
	struct dd_xml_guard guard;
	xmlSchemaParserCtxtPtr ctxt;
	const struct dd_schema_file *main_file = &bundle->files[0];

	schema->doc = dd_parse_trusted(main_file->data, main_file->len);
	if (!schema->doc || !dd_grammar_init(&schema->grammar, schema->doc))
		return dd_error_set(bundle->error, DD_E_USAGE,
		    "`%s` is not a schema with a root element.",
		    main_file->name);
	prepare(schema->doc);
	current_bundle = bundle;
	dd_xml_guard_enter(&guard, load_from_bundle);
	ctxt = xmlSchemaNewDocParserCtxt(schema->doc);
	xmlSchemaSetParserStructuredErrors(ctxt, note_compile_error, bundle);
	schema->compiled = xmlSchemaParse(ctxt);
	xmlSchemaFreeParserCtxt(ctxt);
	dd_xml_guard_leave(&guard);
	current_bundle = NULL;
	if (!schema->compiled && bundle->result == DD_OK)
		bundle->result = dd_error_set(bundle->error, DD_E_USAGE,
		    "The schema `%s` cannot be used.", main_file->name);
	return bundle->result;
}

struct dd_schema *
dd_schema_new(
    const struct dd_schema_file *bundle, size_t count, struct dd_error *error)
{
	struct bundle files = {bundle, count, error, DD_OK};
	struct dd_schema *schema = dd_calloc(1, sizeof(*schema));

	dd_xml_init();
	if (compile(schema, &files) == DD_OK)
		return schema;
	dd_schema_free(schema);
	return NULL;
}

void
dd_schema_free(struct dd_schema *schema)
{
	if (!schema)
		return;
	xmlSchemaFree(schema->compiled);
	dd_grammar_release(&schema->grammar);
	xmlFreeDoc(schema->doc);
	free(schema);
}

const struct dd_grammar *
dd_schema_grammar(const struct dd_schema *schema)
{
	return &schema->grammar;
}

/* --- one round ----------------------------------------------------------- */

struct round {
	struct dd_arena arena;
	struct dd_schema_fault *first, **end;
	size_t count;
	bool broken; /* the engine has failed, which is no verdict */
};

/* libxml2 names the attribute of a fault in its sentence only:
 * "Element '{uri}name', attribute '{uri}name': ..." */
static const char *
read_attribute(struct dd_arena *arena, const char *message)
{
	static const char mark[] = "', attribute '";
	const char *start = strstr(message, mark), *end;
	const char *element_end = strstr(message, "': ");

	if (!start || (element_end && element_end < start))
		return NULL;
	start += sizeof(mark) - 1;
	end = strstr(start, "': ");
	if (!end)
		return NULL;
	return dd_arena_ndup(arena, start, (size_t)(end - start));
}

static void
note_fault(void *data, DD_XML_ERROR *e)
{
	struct round *round = data;
	struct dd_schema_fault *fault;

	if (e->code == XML_SCHEMAV_INTERNAL || e->domain == XML_FROM_MEMORY)
		round->broken = true;
	if (e->level < XML_ERR_ERROR || round->count == MAX_FAULTS)
		return;
	round->count++;
	fault = dd_arena_alloc(&round->arena, sizeof(*fault));
	fault->code = e->code;
	fault->node = e->node;
	fault->message =
	    dd_arena_dup(&round->arena, e->message ? e->message : "");
	fault->attribute = read_attribute(&round->arena, fault->message);
	*round->end = fault;
	round->end = &fault->next;
}

static int
run_round(
    const struct dd_schema *schema, const xmlDoc *doc, struct round *round)
{
	struct dd_xml_guard guard;
	xmlSchemaValidCtxtPtr ctxt;
	int result = -1;

	dd_xml_guard_enter(&guard, NULL);
	ctxt = xmlSchemaNewValidCtxt(schema->compiled);
	if (ctxt) {
		xmlSchemaSetValidStructuredErrors(ctxt, note_fault, round);
		result = xmlSchemaValidateDoc(ctxt, (xmlDoc *)doc);
		xmlSchemaFreeValidCtxt(ctxt);
	}
	dd_xml_guard_leave(&guard);
	return round->broken ? -1 : result;
}

/* Words the faults of one round. True where another round will see more. */
static bool
word_round(struct dd_wording *w, struct round *round, bool is_last)
{
	struct dd_schema_fault *fault;
	bool repaired = false;

	for (fault = round->first; fault; fault = fault->next)
		if (fault->code == XML_SCHEMAV_ELEMENT_CONTENT)
			repaired |= dd_word_content(w, fault);
	if (repaired && !is_last)
		return true;
	for (fault = round->first; fault; fault = fault->next)
		if (fault->code != XML_SCHEMAV_ELEMENT_CONTENT)
			dd_word_fault(w, fault);
	return false;
}

static int
run_rounds(
    const struct dd_schema *schema, struct dd_wording *w, bool *ret_valid)
{
	int result = 0, n;
	bool again = true;

	*ret_valid = true;
	for (n = 0; again && n < MAX_ROUNDS; n++) {
		struct round round = {.first = NULL};

		round.end = &round.first;
		dd_arena_init(&round.arena);
		result = run_round(schema, w->tree->doc, &round);
		again =
		    result > 0 && word_round(w, &round, n == MAX_ROUNDS - 1);
		*ret_valid = *ret_valid && result == 0;
		dd_arena_release(&round.arena);
		if (result < 0)
			break;
	}
	return result < 0 ? DD_E_ENGINE : DD_OK;
}

static bool
is_root(const struct dd_grammar *grammar, const xmlNode *root)
{
	return dd_node_is(root, grammar->name) &&
	    dd_grammar_owns(grammar, root);
}

static int
validate(const struct dd_schema *schema, struct dd_wording *w,
    struct dd_error *error)
{
	xmlNode *root = xmlDocGetRootElement(w->tree->doc);
	size_t before = w->sink->errors;
	bool valid;
	int result;

	dd_word_instance_attributes(w, root);
	result = run_rounds(schema, w, &valid);
	w->fault = NULL;
	dd_repair_undo(w);
	if (result != DD_OK)
		return dd_error_set(error, DD_E_ENGINE,
		    "The document was not checked: validation broke off.");
	dd_word_ids(w, valid);
	if (!valid && w->sink->errors == before)
		dd_report(w->sink, DD_ID_SCHEMA_UNWORDED,
		    dd_locate_name(w->tree, root),
		    "`<%s>` does not follow the schema.", root->name);
	dd_sink_sort(w->sink);
	return DD_OK;
}

int
dd_schema_validate(const struct dd_schema *schema, const struct dd_tree *tree,
    struct dd_sink *sink, struct dd_error *error)
{
	struct dd_wording w = {
	    .grammar = &schema->grammar,
	    .tree = tree,
	    .sink = sink,
	};
	xmlNode *root = xmlDocGetRootElement(tree->doc);
	int result = DD_OK;

	dd_xml_init();
	dd_arena_init(&w.arena);
	dd_table_init(&w.told);
	if (is_root(w.grammar, root))
		result = validate(schema, &w, error);
	else
		dd_word_root(&w, root);
	dd_table_release(&w.told);
	dd_arena_release(&w.arena);
	return result;
}
