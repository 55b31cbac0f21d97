/* SPDX-License-Identifier: MIT */
/* Owns: the attributes of each element of XSLT 1.0. */
#include "xml/instruction.h"
#include <stdio.h>
#include <string.h>
#include "xml/node.h"

#define NS_XSLT "http://www.w3.org/1999/XSL/Transform"

/* Names between spaces, so that each can be found with its spaces. */
static const struct {
	const char *element, *attributes;
} instructions[] = {
    {"apply-imports", ""},
    {"apply-templates", " select mode "},
    {"attribute", " name namespace "},
    {"attribute-set", " name use-attribute-sets "},
    {"call-template", " name "},
    {"choose", ""},
    {"comment", ""},
    {"copy", " use-attribute-sets "},
    {"copy-of", " select "},
    {"decimal-format",
	" name decimal-separator grouping-separator infinity minus-sign NaN "
	"percent per-mille zero-digit digit pattern-separator "},
    {"element", " name namespace use-attribute-sets "},
    {"fallback", ""},
    {"for-each", " select "},
    {"if", " test "},
    {"import", " href "},
    {"include", " href "},
    {"key", " name match use "},
    {"message", " terminate "},
    {"namespace-alias", " stylesheet-prefix result-prefix "},
    {"number",
	" level count from value format lang letter-value "
	"grouping-separator grouping-size "},
    {"otherwise", ""},
    {"output",
	" method version encoding omit-xml-declaration standalone "
	"doctype-public doctype-system cdata-section-elements indent "
	"media-type "},
    {"param", " name select "},
    {"preserve-space", " elements "},
    {"processing-instruction", " name "},
    {"sort", " select lang data-type order case-order "},
    {"strip-space", " elements "},
    {"stylesheet",
	" id extension-element-prefixes exclude-result-prefixes version "},
    {"template", " match name priority mode "},
    {"text", " disable-output-escaping "},
    {"transform",
	" id extension-element-prefixes exclude-result-prefixes version "},
    {"value-of", " select disable-output-escaping "},
    {"variable", " name select "},
    {"when", " test "},
    {"with-param", " name select "},
};

/* The attributes of an element of XSLT between spaces; NULL where there is no
 * such element, which libxslt notices by itself. */
static const char *
find_attributes(const char *element)
{
	for (size_t i = 0; i < sizeof instructions / sizeof *instructions; i++)
		if (strcmp(instructions[i].element, element) == 0)
			return instructions[i].attributes;
	return NULL;
}

static bool
is_listed(const char *list, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = list; (at = strstr(at, name)); at += len)
		if (at[-1] == ' ' && at[len] == ' ')
			return true;
	return false;
}

/* The first attribute of that element that XSLT does not know, or NULL. */
static const xmlAttr *
find_unknown(const xmlNode *node)
{
	const char *list = dd_ns_is(node->ns, NS_XSLT)
	    ? find_attributes((const char *)node->name)
	    : NULL;

	if (list)
		for (const xmlAttr *attr = node->properties; attr;
		     attr = attr->next)
			if (!attr->ns &&
			    !is_listed(list, (const char *)attr->name))
				return attr;
	return NULL;
}

bool
dd_instructions_known(const xmlDoc *doc, char *fault, size_t size)
{
	const xmlNode *node = xmlDocGetRootElement(doc);
	const xmlAttr *attr;

	if (xmlGetIntSubset(doc)) {
		snprintf(fault, size, "it has a document type declaration");
		return false;
	}
	for (; node; node = dd_node_after(node)) {
		if (node->type != XML_ELEMENT_NODE ||
		    !(attr = find_unknown(node)))
			continue;
		snprintf(fault, size, "line %ld: xsl:%s has no attribute `%s`",
		    xmlGetLineNo(node), node->name, attr->name);
		return false;
	}
	return true;
}
