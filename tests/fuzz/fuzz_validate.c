/* SPDX-License-Identifier: MIT */
/*
 * Validates: only what libxml2 calls well-formed and valid, by itself, is valid,
 * and what it calls valid has no fault of form but those that no schema can tell.
 * The canonical form of a valid document is valid, and any is its own canonical
 * form.
 */
#include <stdlib.h>
#include <string.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include "lib/fuzz.h"
#include "xml/compat.h"
#include "xml/node.h"

/* --- libxml2 alone --------------------------------------------------------- */

static void
say_nothing(void *context, const char *format, ...)
{
	(void)context;
	(void)format;
}

static xmlSchema *
compile(void)
{
	xmlSchemaParserCtxt *ctxt =
	    xmlSchemaNewParserCtxt("schemas/meeting-summary.xsd");
	xmlSchema *schema = xmlSchemaParse(ctxt);

	if (!schema)
		fuzz_fail("schemas/meeting-summary.xsd cannot be read");
	xmlSchemaFreeParserCtxt(ctxt);
	return schema;
}

static bool
is_valid(xmlDoc *doc)
{
	static xmlSchema *schema;
	xmlSchemaValidCtxt *ctxt;
	int result;

	if (!schema)
		schema = compile();
	ctxt = xmlSchemaNewValidCtxt(schema);
	xmlSchemaSetValidErrors(ctxt, say_nothing, say_nothing, NULL);
	result = xmlSchemaValidateDoc(ctxt, doc);
	xmlSchemaFreeValidCtxt(ctxt);
	return result == 0;
}

/* --- both ------------------------------------------------------------------ */

/* Faults that libxml2 must have seen: it takes lists of ids without any, or with
 * one of nothing, does not ask what a reference leads to, and takes attributes of
 * schema instances, which have no place in a summary. */
static bool
has_fault_of_schema(const struct diplodoc_document *document)
{
	static const char *const own[] = {
	    "schema/empty", "schema/unknown-id", "schema/wrong-target"};
	const struct diplodoc_diagnostic *d;
	size_t len;
	bool is_own;

	if (strstr(diplodoc_text(document, &len), DD_NS_XSI))
		return false;
	for (size_t i = 0; (d = diplodoc_diagnostic(document, i)); i++) {
		is_own = strncmp(d->id, "schema/", 7) != 0;
		for (size_t n = 0; n < sizeof own / sizeof *own; n++)
			is_own |= strcmp(d->id, own[n]) == 0;
		if (!is_own)
			return true;
	}
	return false;
}

static void
compare(const struct diplodoc_document *document)
{
	bool passes = diplodoc_verdict(document) == DIPLODOC_PASS;
	xmlDoc *doc;
	size_t len;
	const char *text = diplodoc_text(document, &len);
	struct dd_xml_guard guard;

	dd_xml_guard_enter(&guard, NULL);
	doc = xmlReadMemory(
	    text, (int)len, NULL, "UTF-8", DD_XML_OPTIONS | XML_PARSE_NOERROR);
	dd_xml_guard_leave(&guard);
	if (passes && !doc)
		fuzz_fail("what is not well-formed is called valid");
	if (passes && !is_valid(doc) &&
	    strcmp((const char *)xmlDocGetRootElement(doc)->name, "house") != 0)
		fuzz_fail("libxml2 calls it invalid");
	if (doc && !passes && has_fault_of_schema(document) && is_valid(doc))
		fuzz_fail("libxml2 calls it valid");
	xmlFreeDoc(doc);
}

/* --- canonical form -------------------------------------------------------- */

/* NULL where the document has none. */
static char *
format(struct diplodoc_document *document, size_t *ret_len)
{
	struct diplodoc_error error = {0};
	char *text = NULL;
	int result =
	    diplodoc_canonical(document, false, &text, ret_len, &error);

	if (result != DIPLODOC_OK && result != DIPLODOC_E_INPUT)
		fuzz_fail("%s", error.text);
	if (result != DIPLODOC_OK)
		fuzz_sentence(error.text);
	return text;
}

static void
check_canonical(struct diplodoc_document *document)
{
	size_t len, again_len;
	char *text = format(document, &len), *again;
	struct diplodoc_document *canonical;

	if (!text && diplodoc_verdict(document) == DIPLODOC_PASS)
		fuzz_fail("a valid document has no canonical form");
	if (!text)
		return;
	canonical = fuzz_validate_again(document, text, len);
	again = format(canonical, &again_len);
	if (!again || len != again_len || memcmp(text, again, len) != 0)
		fuzz_fail("the canonical form is not its own");
	diplodoc_close(canonical);
	free(again);
	free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diplodoc_document *document = fuzz_validate(data, size);

	fuzz_diagnostics(document, size);
	compare(document);
	check_canonical(document);
	diplodoc_close(document);
	return 0;
}
