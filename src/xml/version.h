/* SPDX-License-Identifier: MIT */
/* Versions of libxml2 and libxslt that are loaded, not the ones built with:
 * 20914 is 2.9.14; 0 where the library does not say. */
#ifndef DD_XML_VERSION_H
#define DD_XML_VERSION_H

int dd_libxml_version(void);
int dd_libxslt_version(void);

#endif
