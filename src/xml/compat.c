/* SPDX-License-Identifier: MIT */
/* libxml2's differences between versions and its process-wide settings. */
#include "xml/compat.h"

#include <stdlib.h>
#include <libxml/catalog.h>
#include <libxml/globals.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlmemory.h>
#include "base/memory.h"

void
dd_xml_init(void)
{
	static bool done; /* a region may have taken over from these since */

	if (done)
		return;
	done = true;
	xmlMemSetup(free, dd_malloc, dd_realloc, dd_strdup);
	xmlInitParser();
#ifdef LIBXML_CATALOG_ENABLED
	xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
#endif
}

static xmlParserInputPtr
refuse_load(const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	return NULL;
}

static void
count_stray(void *data, DD_XML_ERROR *error)
{
	struct dd_xml_guard *guard = data;

	(void)error;
	guard->strays++;
}

void
dd_xml_guard_enter(struct dd_xml_guard *guard, xmlExternalEntityLoader loader)
{
	guard->loader = xmlGetExternalEntityLoader();
	guard->report = xmlStructuredError;
	guard->report_data = xmlStructuredErrorContext;
	guard->strays = 0;
	xmlSetExternalEntityLoader(loader ? loader : refuse_load);
	xmlSetStructuredErrorFunc(guard, count_stray);
}

void
dd_xml_guard_leave(struct dd_xml_guard *guard)
{
	xmlSetExternalEntityLoader(guard->loader);
	xmlSetStructuredErrorFunc(guard->report_data, guard->report);
	xmlResetLastError();
}

void
dd_xml_watch(xmlParserCtxtPtr ctxt, xmlStructuredErrorFunc handler, void *data)
{
	ctxt->_private = data;
#if LIBXML_VERSION >= 21300
	xmlCtxtSetErrorHandler(ctxt, handler, ctxt);
#else
	ctxt->sax->serror = handler;
#endif
}

bool
dd_xml_well_formed(xmlParserCtxtPtr ctxt, const xmlDoc *doc)
{
#if LIBXML_VERSION >= 21400
	return doc && xmlCtxtGetStatus(ctxt) == 0;
#else
	return doc && ctxt->wellFormed && ctxt->nsWellFormed;
#endif
}

size_t
dd_xml_offset(const xmlParserCtxt *ctxt)
{
	const xmlParserInput *input = ctxt->input;

	if (!input || !input->cur || !input->base)
		return 0;
	return (size_t)(input->cur - input->base) + (size_t)input->consumed;
}
