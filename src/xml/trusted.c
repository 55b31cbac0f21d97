/* SPDX-License-Identifier: MIT */
/* Parsing of our own resources. */
#include "xml/trusted.h"
#include "xml/compat.h"

xmlDoc *
dd_parse_trusted(const char *data, size_t len)
{
	struct dd_xml_guard guard;
	xmlDoc *doc;

	dd_xml_guard_enter(&guard, NULL);
	doc = xmlReadMemory(data, (int)len, NULL, "UTF-8",
	    DD_XML_OPTIONS | DD_XML_LINES | XML_PARSE_NOERROR |
		XML_PARSE_NOWARNING);
	dd_xml_guard_leave(&guard);
	return doc;
}
