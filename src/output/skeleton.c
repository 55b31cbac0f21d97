/* SPDX-License-Identifier: MIT */
/* Owns: the kinds of meetings, and the order in which facts and what stands for
 * them are put together. Leaves the parts to skeleton_part.c. */
#include "output/skeleton.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "output/address.h"
#include "output/canonical.h"
#include "output/skeleton_internal.h"
#include "output/tree.h"
#include "xml/node.h"
#include "xml/schema_layout.h"

static const struct kind kinds[] = {
    {"foreignMinisters", "ministers", 0},
    {"summit", "leaders", 0},
    {"strategicDialogue", "ministers", ROUND},
    {"twoPlusTwo", "ministers", ROUND | TWO_EACH},
    {"viceMinisters", "viceMinisters", 0},
    {"officials", "officials", ROUND},
    {"courtesyCall", "ambassador", GUESSED | RECEIVED},
    {"informal", "ministers", GUESSED},
    {"multilateral", "ministers", GUESSED | THREE},
    {"visit", "ministers", GUESSED | RECEIVED | SESSIONS},
    {"other", "ministers", GUESSED},
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds) };

const char *
dd_skeleton_kind(size_t index)
{
	return index < KINDS ? kinds[index].name : NULL;
}

/* The day on which the meeting was, as far as an id needs it. */
static const char *
make_id(struct draft *d)
{
	const char *day = d->when ? d->when : d->skeleton->today;

	return dd_arena_printf(&d->arena, "s%.10s%s-%s", day,
	    dd_skeleton_join_ids(d, '-'), d->lang);
}

static void
copy_attributes(const xmlNode *from, xmlNode *to)
{
	for (const xmlAttr *a = from ? from->properties : NULL; a; a = a->next)
		if (!a->ns)
			dd_skeleton_set(
			    to, (const char *)a->name, dd_attr_text(a));
}

static void
copy_all(const xmlNode *first, xmlNode *parent)
{
	const char *name = (const char *)first->name;

	for (const xmlNode *n = first; n; n = dd_node_next(n, name))
		xmlAddChild(
		    parent, xmlDocCopyNode((xmlNode *)n, parent->doc, 1));
}

/* The children of an element in the order of the schema: those that the facts
 * have, and what stands for the others. */
static void
fill(struct draft *d, xmlNode *node, const xmlNode *given,
    const xmlNode *parent_declaration)
{
	const struct dd_schema *schema = d->skeleton->schema;
	const xmlNode *declaration =
	    dd_layout_declaration(schema, parent_declaration, node);
	const char *name;

	for (size_t i = 0; (name = dd_layout_child(schema, declaration, i));
	     i++) {
		const xmlNode *found =
		    given ? dd_node_child(given, name) : NULL;

		if (!parent_declaration &&
		    (strcmp(name, "head") == 0 ||
			strcmp(name, "meeting") == 0)) {
			xmlNode *child = dd_skeleton_add(d, node, name, NULL);

			copy_attributes(found, child);
			if (*name == 'm')
				dd_skeleton_put_facts(d, child);
			fill(d, child, found, declaration);
		} else if (found)
			copy_all(found, node);
		else
			dd_skeleton_fill_gap(d, node, name);
	}
}

static void
put_document(struct draft *d, xmlDoc *doc)
{
	xmlNode *root;

	if (d->skeleton->address)
		dd_address_add(doc, d->skeleton->address);
	root =
	    xmlNewDocNode(doc, NULL, (const xmlChar *)"meetingSummary", NULL);
	xmlDocSetRootElement(doc, root);
	d->ns = xmlNewNs(root, (const xmlChar *)DD_NS_SUMMARY, NULL);
	xmlSetNs(root, d->ns);
	copy_attributes(d->given, root);
	xmlNodeSetLang(root, (const xmlChar *)d->lang);
	dd_skeleton_set(root, "id", make_id(d));
	dd_skeleton_set(root, "version", "1");
	dd_skeleton_set(root, "status", "draft");
	fill(d, root, d->given, NULL);
}

static void
read_facts(struct draft *d)
{
	const struct dd_skeleton *s = d->skeleton;
	const xmlNode *start;
	const char *lang;

	d->given = s->facts ? xmlDocGetRootElement(s->facts) : NULL;
	d->given_meeting = d->given ? dd_node_child(d->given, "meeting") : NULL;
	lang = d->given ? dd_node_lang(d->given) : NULL;
	d->lang = lang ? lang : s->lang ? s->lang : "en";
	start =
	    d->given_meeting ? dd_node_child(d->given_meeting, "start") : NULL;
	d->when = start ? dd_node_value(start, "when") : s->when;
}

static int
find_kind(struct draft *d)
{
	const char *kind =
	    d->given_meeting ? dd_node_value(d->given_meeting, "kind") : NULL;

	if (!kind)
		kind = d->skeleton->kind;
	if (!kind)
		return dd_error_set(d->error, DD_E_USAGE,
		    "The facts do not say what kind of meeting it was; write "
		    "`--kind` too.");
	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].name, kind) == 0)
			d->kind = &kinds[i];
	if (d->kind)
		return DD_OK;
	return dd_error_set(
	    d->error, DD_E_USAGE, "There is no kind of meeting `%s`.", kind);
}

int
dd_skeleton_write(const struct dd_skeleton *skeleton, struct dd_buffer *out,
    struct dd_error *error)
{
	struct dd_canonical_options options = {.schema = skeleton->schema};
	struct draft d = {.skeleton = skeleton, .error = error};
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	int result;

	dd_arena_init(&d.arena);
	read_facts(&d);
	result = find_kind(&d);
	if (result == DD_OK)
		result = dd_skeleton_choose_parties(&d);
	if (result == DD_OK) {
		put_document(&d, doc);
		result = dd_canonical_write(doc, &options, out, error);
	}
	xmlFreeDoc(doc);
	dd_arena_release(&d.arena);
	return result;
}
