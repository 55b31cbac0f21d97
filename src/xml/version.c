/* SPDX-License-Identifier: MIT */
/* Asks libxml2 and libxslt for their versions. */
#include "xml/version.h"
#include <stdlib.h>
#include <libxml/parser.h>
#include <libxslt/xslt.h>

int
dd_libxml_version(void)
{
	/* "20914", and words behind it where it was built by others. */
	return atoi(xmlParserVersion);
}

int
dd_libxslt_version(void)
{
	return xsltLibxsltVersion;
}
