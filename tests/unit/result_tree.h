/* SPDX-License-Identifier: MIT */
/* Result trees for the tests of the writers, parsed from literals. */
#ifndef DD_TESTS_RESULT_TREE_H
#define DD_TESTS_RESULT_TREE_H

#include <string.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

/* A tree the caller frees; NULL where the text is not XML. */
static inline xmlDoc *
parse_tree(const char *text)
{
	return xmlReadMemory(text, (int)strlen(text), "test.xml", NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
		XML_PARSE_HUGE);
}

#endif
