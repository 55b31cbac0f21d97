/* SPDX-License-Identifier: MIT */
/*
 * Runs the parser under the options of compat.h and decides whether its tree
 * can be used. Leaves places to index, words about faults to fault, and notes
 * on what a document asks to be loaded to reference.
 */
#include "xml/parse.h"

#include <assert.h>
#include <limits.h>
#include <string.h>
#include <libxml/SAX2.h>
#include "xml/compat.h"
#include "xml/fault.h"
#include "xml/index.h"
#include "xml/reference.h"
#include "xml/region.h"
#include "xml/source.h"

/* What the parser said first, and how far the index came. */
struct run {
	struct dd_arena arena; /* owns the message */
	const char *message;   /* NULL where it said nothing that counts */
	size_t offset;	       /* where it stood */
	struct dd_index index;
};

/* Remarks on forms that are legal XML, or that the schema says better. */
static bool
is_remark(int code)
{
	switch (code) {
	case XML_WAR_LANG_VALUE:
	case XML_WAR_SPACE_VALUE:
	case XML_DTD_XMLID_VALUE:
	case XML_DTD_ID_REDEFINED:
		return true;
	default:
		return false;
	}
}

static void
note_message(void *data, DD_XML_ERROR *error)
{
	xmlParserCtxtPtr ctxt = data;
	struct run *run = ctxt->_private;
	size_t len;

	if (run->message || is_remark(error->code))
		return;
	/* A warning for `<?xml-anything?>`; the same code is an error else. */
	if (error->code == XML_ERR_RESERVED_XML_NAME &&
	    error->level == XML_ERR_WARNING)
		return;
	len = error->message ? strcspn(error->message, "\n") : 0;
	run->message =
	    dd_arena_ndup(&run->arena, len ? error->message : "", len);
	run->offset = dd_xml_offset(ctxt);
}

/* True for a tree as the gate has promised it: no DTD, so no entities. */
static bool
is_plain(const xmlDoc *doc)
{
	return !doc->intSubset && !doc->extSubset &&
	    (!doc->version || strcmp((const char *)doc->version, "1.0") == 0);
}

static void
report_fault(
    const struct dd_source *source, const struct run *run, struct dd_sink *sink)
{
	struct dd_diagnostic *diagnostic = dd_fault_report(source, sink);
	size_t at = run->offset < source->len ? run->offset : source->len;

	if (!diagnostic)
		diagnostic = dd_report(sink, DD_ID_XML_NOT_WELL_FORMED,
		    (struct dd_range){at, at},
		    N_("The document cannot be read as XML from here on."));
	if (run->message && *run->message)
		dd_report_detail(sink, diagnostic, run->message);
}

static void
on_start(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
    int attribute_count, int default_count, const xmlChar **attributes)
{
	xmlParserCtxtPtr ctxt = data;
	struct run *run = ctxt->_private;

	xmlSAX2StartElementNs(data, name, prefix, uri, namespace_count,
	    namespaces, attribute_count, default_count, attributes);
	dd_index_start(&run->index, ctxt->myDoc);
}

static void
on_end(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	xmlParserCtxtPtr ctxt = data;
	struct run *run = ctxt->_private;

	dd_index_end(&run->index, ctxt->myDoc);
	xmlSAX2EndElementNs(data, name, prefix, uri);
}

/* True where the tree can be used. */
static bool
run_parser(struct dd_tree *tree, struct run *run)
{
	const struct dd_source *source = tree->source;
	struct dd_xml_guard guard;
	xmlParserCtxtPtr ctxt;
	bool formed;

	assert(source->len <= INT_MAX);
	dd_xml_init();
	dd_xml_guard_enter(&guard, NULL);
	ctxt = xmlNewParserCtxt();
	ctxt->sax->startElementNs = on_start;
	ctxt->sax->endElementNs = on_end;
	dd_xml_watch(ctxt, note_message, run);
	tree->doc = xmlCtxtReadMemory(ctxt, source->text, (int)source->len,
	    NULL, "UTF-8", DD_XML_OPTIONS);
	formed = dd_xml_well_formed(ctxt, tree->doc) && is_plain(tree->doc) &&
	    dd_index_finish(&run->index, tree->doc);
	xmlFreeParserCtxt(ctxt);
	dd_xml_guard_leave(&guard);
	return formed;
}

bool
dd_parse(const struct dd_source *source, struct dd_sink *sink,
    struct dd_tree *ret_tree)
{
	struct run run = {.index = {.source = source}};
	bool formed;

	*ret_tree = (struct dd_tree){.source = source};
	dd_arena_init(&ret_tree->arena);
	dd_arena_init(&run.arena);
	run.index.arena = &ret_tree->arena;
	formed = !source->malformed && run_parser(ret_tree, &run);
	if (!formed || run.message || run.index.signs.relative)
		report_fault(source, &run, sink);
	dd_arena_release(&run.arena);
	if (!formed)
		dd_tree_release(ret_tree);
	else if (run.index.signs.notable)
		dd_reference_report(ret_tree, sink);
	return formed;
}

void
dd_tree_release(struct dd_tree *tree)
{
	if (!tree)
		return;
	if (tree->doc && !dd_region_holds(tree->doc))
		xmlFreeDoc(tree->doc);
	tree->doc = NULL;
	dd_arena_release(&tree->arena);
}
