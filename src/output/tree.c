/* SPDX-License-Identifier: MIT */
/* What every writer asks of a result tree. It writes nothing itself. */
#include "output/tree.h"
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "xml/node.h"

int
dd_tree_check_depth(int depth, struct dd_error *error)
{
	if (depth <= DD_TREE_DEPTH_MAX)
		return 0;
	return dd_error_set(error, DD_E_ENGINE,
	    "The stylesheet nests more than %d elements in each other; a page "
	    "that people can read needs far fewer.",
	    DD_TREE_DEPTH_MAX);
}

bool
dd_tree_is_element(const xmlNode *node)
{
	return node && node->type == XML_ELEMENT_NODE;
}

bool
dd_tree_in(const xmlNode *node, const char *namespace)
{
	return dd_tree_is_element(node) && dd_ns_is(node->ns, namespace);
}

bool
dd_tree_is(const xmlNode *node, const char *namespace, const char *name)
{
	return dd_tree_in(node, namespace) &&
	    strcmp((const char *)node->name, name) == 0;
}

bool
dd_tree_is_text(const xmlNode *node)
{
	return node &&
	    (node->type == XML_TEXT_NODE ||
		node->type == XML_CDATA_SECTION_NODE);
}

bool
dd_tree_is_blank(const xmlNode *node)
{
	if (!dd_tree_is_text(node))
		return false;
	if (!node->content)
		return true;
	return node->content[strspn(
		   (const char *)node->content, DD_ASCII_SPACES)] == '\0';
}

bool
dd_tree_is_silent(const xmlNode *node)
{
	return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE ||
	    node->type == XML_DTD_NODE;
}

const char *
dd_tree_attr_text(const xmlAttr *attr)
{
	const xmlNode *text = attr->children;

	if (!text)
		return "";
	if (text->next || text->type != XML_TEXT_NODE)
		return NULL;
	return text->content ? (const char *)text->content : "";
}

const xmlNode *
dd_tree_only_element(const xmlNode *node)
{
	const xmlNode *only = NULL;

	for (; node; node = node->next) {
		if (dd_tree_is_silent(node) || dd_tree_is_blank(node))
			continue;
		if (only || !dd_tree_is_element(node))
			return NULL;
		only = node;
	}
	return only;
}
