/* SPDX-License-Identifier: MIT */
#include "output/address.h"
#include "base/arena.h"

void
dd_address_add(xmlDoc *doc, const char *address)
{
	struct dd_arena arena = {0};
	const char *text = dd_arena_printf(&arena,
	    "href=\"%s\" type=\"application/xml\" "
	    "schematypens=\"http://www.w3.org/2001/XMLSchema\"",
	    address);
	xmlNode *hint = xmlNewDocPI(
	    doc, (const xmlChar *)"xml-model", (const xmlChar *)text);
	xmlNode *root = xmlDocGetRootElement(doc);

	if (root)
		xmlAddPrevSibling(root, hint);
	else
		xmlAddChild((xmlNode *)doc, hint);
	dd_arena_release(&arena);
}
