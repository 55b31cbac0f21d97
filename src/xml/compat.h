/* SPDX-License-Identifier: MIT */
/*
 * The one place that knows libxml2's versions (2.9.14 to 2.15): the type of
 * an error, the safe options, per-context handlers, the test of form. And the
 * process-wide settings, which are set once (memory, catalogs) or only around
 * our own calls (loader, error function) and put back afterwards.
 */
#ifndef DD_XML_COMPAT_H
#define DD_XML_COMPAT_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

/* What an error callback is given: `void f(void *data, DD_XML_ERROR *e)`. */
#if LIBXML_VERSION >= 21200
#define DD_XML_ERROR const xmlError
#else
#define DD_XML_ERROR xmlError
#endif

/* The only parser options in the program. Nothing is fetched, substituted,
 * recovered or included. Documents have places of their own; where libxml2 is
 * asked for lines, DD_XML_LINES makes them count past 65,535, for which texts
 * bear theirs in `psvi`. */
enum {
	DD_XML_LINES = XML_PARSE_BIG_LINES,
	DD_XML_OPTIONS = XML_PARSE_NONET
#if LIBXML_VERSION >= 21300
	    | XML_PARSE_NO_XXE
#endif
#if LIBXML_VERSION >= 21400
	    | XML_PARSE_NO_SYS_CATALOG
#endif
};

/* Must precede every other use of libxml2 or libxslt in the process: all
 * their memory comes from base/memory (so a failed allocation ends the
 * process), the parser is initialised and catalogs are off. Calling it again
 * changes nothing. */
void dd_xml_init(void);

/* Process-wide handlers as they were before dd_xml_guard_enter. */
struct dd_xml_guard {
	xmlExternalEntityLoader loader;
	xmlStructuredErrorFunc report;
	void *report_data;
	size_t strays; /* messages that no per-context handler caught */
};

/* Around calls into libxml2 and libxslt. `loader` answers whoever asks for an
 * external resource; NULL refuses them all. Messages that reach the global
 * error function are counted in `strays` and go nowhere. Guards nest. */
void
dd_xml_guard_enter(struct dd_xml_guard *guard, xmlExternalEntityLoader loader);
void dd_xml_guard_leave(struct dd_xml_guard *guard);

/* Sends the messages of one parser to `handler`, whose first argument is the
 * parser context in every version; `data` is found in its `_private`. */
void
dd_xml_watch(xmlParserCtxtPtr ctxt, xmlStructuredErrorFunc handler, void *data);

/* True where the parser that made `doc` (may be NULL) found it well-formed,
 * namespaces too. */
bool dd_xml_well_formed(xmlParserCtxtPtr ctxt, const xmlDoc *doc);

/* Bytes of the text that the parser has read; 0 where it has no input. */
size_t dd_xml_offset(const xmlParserCtxt *ctxt);

#endif
