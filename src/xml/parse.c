/* SPDX-License-Identifier: MIT */
/*
 * Parses under the options of compat.h and records where elements stand.
 * The words for faults of form are here; positions come from the parser's
 * own byte offset, never from its line numbers.
 */
#include "xml/parse.h"
#include <string.h>
#include <libxml/SAX2.h>
#include "xml/compat.h"
#include "xml/locate.h"
#include "xml/source.h"

struct parse_state {
	struct dd_tree *tree;
	struct dd_sink *sink;
	bool reported; /* the first fault is the one worth telling */
};

static struct dd_range
get_error_range(xmlParserCtxtPtr ctxt, const struct dd_source *source)
{
	size_t at = dd_xml_offset(ctxt);

	at = at < source->len ? at : source->len;
	return (struct dd_range){at, at};
}

static void
report_fault(xmlParserCtxtPtr ctxt, struct parse_state *state, DD_XML_ERROR *e)
{
	struct dd_range at = get_error_range(ctxt, state->tree->source);
	const char *first = e->str1 ? e->str1 : "";
	struct dd_diagnostic *d;

	switch (e->code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		d = dd_report(state->sink, DD_ID_XML_TAG_MISMATCH, at,
		    "`</%s>` stands where `</%s>` was expected, for the "
		    "`<%s>` of line %d.",
		    e->str2 ? e->str2 : "", first, first, e->int1);
		break;
	case XML_ERR_ATTRIBUTE_REDEFINED:
		d = dd_report(state->sink, DD_ID_XML_ATTRIBUTE_TWICE, at,
		    "The attribute `%s` stands twice in one tag; keep one.",
		    first);
		break;
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_WAR_UNDECLARED_ENTITY:
		d = dd_report(state->sink, DD_ID_XML_UNDECLARED_ENTITY, at,
		    "`&%s;` is not known in XML; write the character itself.",
		    first);
		break;
	case XML_NS_ERR_UNDEFINED_NAMESPACE:
		d = dd_report(state->sink, DD_ID_XML_UNDECLARED_PREFIX, at,
		    "The prefix `%s` is not declared; remove it, or declare "
		    "it with `xmlns:%s`.",
		    first, first);
		break;
	case XML_WAR_NS_URI:
	case XML_WAR_NS_URI_RELATIVE:
		d = dd_report(state->sink, DD_ID_XML_RELATIVE_NAMESPACE, at,
		    "The namespace `%s` is not a full address; a summary has "
		    "`urn:diplodoc:meeting-summary:1`.",
		    first);
		break;
	default:
		d = dd_report(state->sink, DD_ID_XML_NOT_WELL_FORMED, at,
		    "The XML breaks off here: a tag, a quotation mark or a "
		    "character such as `&` or `<` is not written as XML "
		    "demands.");
	}
	dd_report_detail(state->sink, d, e->message);
}

static void
on_error(void *data, DD_XML_ERROR *e)
{
	xmlParserCtxtPtr ctxt = data;
	struct parse_state *state = ctxt->_private;

	if (state->reported)
		return;
	state->reported = true;
	report_fault(ctxt, state, e);
}

static void
on_start(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int namespaces, const xmlChar **namespace,
    int attributes, int defaulted, const xmlChar **attribute)
{
	xmlParserCtxtPtr ctxt = data;
	struct parse_state *state = ctxt->_private;
	const char *text = state->tree->source->text;
	struct dd_element_range *range;
	size_t at = dd_xml_offset(ctxt);

	xmlSAX2StartElementNs(data, name, prefix, uri, namespaces, namespace,
	    attributes, defaulted, attribute);
	range = dd_arena_alloc(&state->tree->arena, sizeof *range);
	range->start = range->tag_end = at;
	while (range->start > 0 && text[range->start] != '<')
		range->start--;
	while (text[range->tag_end] && text[range->tag_end] != '>')
		range->tag_end++;
	range->close = range->end = ++range->tag_end;
	if (ctxt->node)
		ctxt->node->_private = range;
}

static void
on_end(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	xmlParserCtxtPtr ctxt = data;
	struct parse_state *state = ctxt->_private;
	struct dd_element_range *range =
	    ctxt->node ? ctxt->node->_private : NULL;
	size_t at = dd_xml_offset(ctxt);

	if (range && at > range->tag_end) {
		range->end = range->close = at;
		while (state->tree->source->text[range->close] != '<')
			range->close--;
	}
	xmlSAX2EndElementNs(data, name, prefix, uri);
}

static bool
is_plain_tree(xmlParserCtxtPtr ctxt, const struct dd_tree *tree)
{
	return dd_xml_well_formed(ctxt, tree->doc) &&
	    !xmlGetIntSubset(tree->doc);
}

bool
dd_parse(const struct dd_source *source, struct dd_sink *sink,
    struct dd_tree *ret_tree)
{
	struct parse_state state = {ret_tree, sink, false};
	struct dd_xml_guard guard;
	xmlParserCtxtPtr ctxt;

	*ret_tree = (struct dd_tree){.source = source};
	dd_xml_init();
	dd_xml_guard_enter(&guard, NULL);
	ctxt = xmlNewParserCtxt();
	ctxt->sax->startElementNs = on_start;
	ctxt->sax->endElementNs = on_end;
	dd_xml_watch(ctxt, on_error, &state);
	ret_tree->doc = xmlCtxtReadMemory(ctxt, source->text, (int)source->len,
	    NULL, "UTF-8", DD_XML_OPTIONS);
	if (!is_plain_tree(ctxt, ret_tree)) {
		if (!state.reported)
			dd_report(sink, DD_ID_XML_NOT_WELL_FORMED,
			    get_error_range(ctxt, source),
			    "The document cannot be read as XML.");
		state.reported = true;
	}
	xmlFreeParserCtxt(ctxt);
	dd_xml_guard_leave(&guard);
	return !state.reported;
}

void
dd_tree_release(struct dd_tree *tree)
{
	if (!tree)
		return;
	xmlFreeDoc(tree->doc);
	tree->doc = NULL;
	dd_arena_release(&tree->arena);
}
