/* SPDX-License-Identifier: MIT */
/* Memory that cannot be had ends the process, so nothing fails here. */
#include "import/tree.h"

xmlNode *
dd_tree_add(xmlNode *parent, const char *name)
{
	return xmlNewChild(parent, NULL, (const xmlChar *)name, NULL);
}

xmlNode *
dd_tree_add_text(xmlNode *parent, const char *name, const char *text)
{
	xmlNode *node;

	if (!text || !*text)
		return NULL;
	node = dd_tree_add(parent, name);
	xmlNodeAddContent(node, (const xmlChar *)text);
	return node;
}

void
dd_tree_set(xmlNode *node, const char *name, const char *value)
{
	if (value)
		xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

void
dd_tree_text(xmlNode *node, const char *text, size_t len)
{
	if (len > 0)
		xmlNodeAddContentLen(node, (const xmlChar *)text, (int)len);
}
