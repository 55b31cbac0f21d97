/* SPDX-License-Identifier: MIT */
/*
 * Converts what is valid to every format, and what is not by force. A page is
 * read again without a script, a handler or an address that a browser would
 * run; JSON and Markdown come back as the same document; every letter of the body
 * is in the page and in the text.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include <libxml/HTMLparser.h>
#include "diplodoc_private.h"
#include "lib/fuzz.h"
#include "lib/words.h"
#include "xml/compat.h"
#include "xml/node.h"

/* NULL where a document that is not valid cannot be converted; the caller
 * frees. */
static char *
convert(struct diplodoc_document *document, const char *format, size_t *ret_len)
{
	const struct diplodoc_convert_options options = {.force = true};
	bool valid = diplodoc_verdict(document) == DIPLODOC_PASS;
	struct diplodoc_error error = {0};
	char *text = NULL;
	int result = diplodoc_convert(
	    document, format, &options, &text, ret_len, &error);

	if (result != DIPLODOC_OK && valid && result != DIPLODOC_E_USAGE)
		fuzz_fail("to %s: %s", format, error.text);
	if (result != DIPLODOC_OK)
		fuzz_sentence(error.text);
	else if (strlen(text) != *ret_len)
		fuzz_fail("%s has a NUL in it", format);
	return text;
}

/* --- pages ----------------------------------------------------------------- */

/* Whether a browser that reads this address runs nothing: it looks for a scheme
 * behind spaces and controls, and does not see tabs and line ends. */
static bool
is_safe(const char *address)
{
	static const char *const safe[] = {"http", "https", "mailto", "tel"};
	char scheme[16] = "";
	size_t len = 0;

	while (*address && (unsigned char)*address <= ' ')
		address++;
	for (; *address && !strchr(":/?#", *address); address++)
		if (!strchr("\t\r\n", *address) && len + 1 < sizeof scheme)
			scheme[len++] = (char)tolower(*address);
	for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
		if (*address != ':' || strcmp(scheme, safe[i]) == 0)
			return true;
	return false;
}

static void
check_attribute(const xmlAttr *attr)
{
	static const char *const addresses[] = {
	    "href", "src", "cite", "action", "formaction", "data", "poster"};
	const char *name = (const char *)attr->name;

	if (strncmp(name, "on", 2) == 0 || strcmp(name, "style") == 0)
		fuzz_fail("a page has the attribute `%s`", name);
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
		if (strcmp(name, addresses[i]) == 0 &&
		    !is_safe(dd_attr_text(attr)))
			fuzz_fail("a page leads to %s", dd_attr_text(attr));
}

static void
check_element(const xmlNode *node)
{
	static const char *const refused[] = {"iframe", "object", "embed",
	    "form", "base", "svg", "math", "template", "frame"};
	const char *type = dd_node_value(node, "type");

	if (dd_node_is(node, "script") &&
	    (!type || strcmp(type, "application/ld+json") != 0))
		fuzz_fail("a page has a script");
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (dd_node_is(node, refused[i]))
			fuzz_fail("a page has <%s>", refused[i]);
	for (const xmlAttr *a = node->properties; a; a = a->next)
		check_attribute(a);
}

/* Its tree, for the caller to free. */
static xmlDoc *
read_page(const char *page, size_t len)
{
	struct dd_xml_guard guard;
	xmlDoc *doc;

	dd_xml_guard_enter(&guard, NULL);
	doc = htmlReadMemory(page, (int)len, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
		HTML_PARSE_NONET);
	dd_xml_guard_leave(&guard);
	if (!doc || !xmlDocGetRootElement(doc))
		fuzz_fail("a page cannot be read again");
	for (const xmlNode *n = xmlDocGetRootElement(doc); n;
	     n = dd_node_after(n))
		if (n->type == XML_ELEMENT_NODE)
			check_element(n);
	return doc;
}

/* --- letters --------------------------------------------------------------- */

static void
take_letters(struct fuzz_words *words, const xmlNode *top)
{
	for (const xmlNode *n = top; n; n = dd_node_step(n, top))
		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE)
			fuzz_letters_add(words, (const char *)n->content,
			    strlen((const char *)n->content), -1);
}

/* Every letter of the body stands in `text`. */
static void
check_letters(const struct diplodoc_document *document, const char *format,
    const char *text, size_t len)
{
	static struct fuzz_words words;

	memset(&words, 0, sizeof words);
	fuzz_letters_add(&words, text, len, 1);
	take_letters(&words, document->document.summary.body);
	fuzz_words_check(&words, format);
}

static void
check_page(struct diplodoc_document *document, const char *format)
{
	bool valid = diplodoc_verdict(document) == DIPLODOC_PASS;
	size_t len;
	char *page = convert(document, format, &len);
	xmlDoc *doc;
	xmlChar *text;

	if (!page)
		return;
	doc = read_page(page, len);
	text = xmlNodeGetContent(xmlDocGetRootElement(doc));
	if (valid)
		check_letters(document, format, (const char *)text,
		    strlen((const char *)text));
	xmlFree(text);
	xmlFreeDoc(doc);
	free(page);
}

static void
check_text(struct diplodoc_document *document)
{
	size_t len;
	char *text = convert(document, "text", &len);

	if (text && diplodoc_verdict(document) == DIPLODOC_PASS)
		check_letters(document, "text", text, len);
	free(text);
}

/* --- there and back -------------------------------------------------------- */

static void
check_json(const char *text, size_t len)
{
	json_error_t error;
	json_t *value = json_loadb(text, len, JSON_REJECT_DUPLICATES, &error);

	if (!value)
		fuzz_fail("JSON: %s", error.text);
	json_decref(value);
}

/* Values have no white space around them, and one space between the parts of a
 * list, so that is no difference. Returns the new length. */
static size_t
settle_spaces(const char *text, size_t len, char *out)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		bool space =
		    text[i] == ' ' || text[i] == '\n' || text[i] == '\t';

		if (space && count > 0 &&
		    (out[count - 1] == ' ' || out[count - 1] == '"'))
			continue;
		if (text[i] == '"' && count > 0 && out[count - 1] == ' ')
			count--;
		out[count++] = space ? ' ' : text[i];
	}
	return count;
}

static bool
is_same(const char *a, size_t a_len, const char *b, size_t b_len)
{
	char *settled = malloc(a_len + b_len + 1);
	size_t len = settle_spaces(a, a_len, settled);
	size_t other = settle_spaces(b, b_len, settled + len);
	bool same = len == other && memcmp(settled, settled + len, len) == 0;

	free(settled);
	return same;
}

static void
check_back(struct diplodoc_document *document, const char *format,
    const char *text, size_t len)
{
	const struct diplodoc_import_options options = {.format = format};
	struct diplodoc_imported *imported;
	struct diplodoc_error error = {0};
	size_t wanted_len, got_len;
	const char *got;
	char *wanted;

	if (diplodoc_canonical(document, false, &wanted, &wanted_len, &error) !=
		DIPLODOC_OK ||
	    diplodoc_import(fuzz_context(), "back", NULL, text, len, &options,
		&imported, &error) != DIPLODOC_OK)
		fuzz_fail("from %s: %s", format, error.text);
	got = diplodoc_imported_xml(imported, &got_len);
	if (!is_same(got, got_len, wanted, wanted_len))
		fuzz_fail("%s comes back as another document", format);
	diplodoc_imported_free(imported);
	free(wanted);
}

static void
check_return(struct diplodoc_document *document, const char *format)
{
	size_t len;
	char *text = convert(document, format, &len);

	if (text && strcmp(format, "json") == 0)
		check_json(text, len);
	if (text && diplodoc_verdict(document) == DIPLODOC_PASS)
		check_back(document, format, text, len);
	free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diplodoc_document *document = fuzz_validate(data, size);

	if (document->document.read) {
		check_page(document, "html");
		check_page(document, "html-fragment");
		check_text(document);
		check_return(document, "json");
		check_return(document, "markdown");
	}
	diplodoc_close(document);
	return 0;
}
