/* SPDX-License-Identifier: MIT */
/* Joins the parser, the schema and the writer of the canonical form. */
#include "run/canonical.h"
#include "base/buffer.h"
#include "base/error.h"
#include "output/canonical.h"
#include "run/document.h"
#include "run/engine.h"
#include "xml/limits.h"
#include "xml/node.h"

static int
write_tree(const struct dd_document *document, const struct dd_tree *tree,
    struct dd_canonical_options *options, struct dd_buffer *out,
    struct dd_error *error)
{
	const xmlNode *root = xmlDocGetRootElement(tree->doc);
	int result = dd_ns_is(root->ns, DD_NS_HOUSE)
	    ? dd_engine_house_schema(document->engine, &options->schema, error)
	    : dd_engine_schema(document->engine, &options->schema, error);

	if (result == DD_OK)
		result = dd_canonical_write(tree->doc, options, out, error);
	return result;
}

/* The document's own tree may hold computed facts by now, so the text is parsed
 * anew. What the parser finds has been said, or will be, elsewhere. */
int
dd_document_canonical(const struct dd_document *document, bool nfc,
    struct dd_buffer *out, struct dd_error *error)
{
	struct dd_canonical_options options = {.nfc = nfc};
	struct dd_tree tree = {.doc = NULL};
	struct dd_sink sink;
	int result;

	dd_sink_init(&sink, DD_LIMIT_FINDINGS);
	if (document->admitted && dd_parse(&document->source, &sink, &tree))
		result = write_tree(document, &tree, &options, out, error);
	else
		result = dd_error_set(
		    error, DD_E_INPUT, "It is not well-formed XML.");
	if (result == DD_OK && out->failed)
		result = dd_error_set(error, DD_E_ENGINE,
		    "It would be larger than %d bytes.", DD_LIMIT_INPUT);
	dd_tree_release(&tree);
	dd_sink_release(&sink);
	return result;
}
