/* SPDX-License-Identifier: MIT */
/*
 * The gate against libxml2: what it lets in is UTF-8 without a document type,
 * and libxml2 reads the same document from the gate's text as from the bytes,
 * whose encoding it finds out by itself. What the gate calls malformed,
 * libxml2 refuses.
 */
#include <string.h>
#include <libxml/parser.h>
#include "base/utf8.h"
#include "lib/fuzz.h"
#include "xml/compat.h"
#include "xml/gate.h"
#include "xml/source.h"

/* NULL unless it is well-formed; the caller frees. `encoding` NULL: as libxml2
 * finds. */
static xmlDoc *
parse(const char *bytes, size_t len, const char *encoding)
{
	struct dd_xml_guard guard;
	xmlParserCtxt *ctxt;
	xmlDoc *doc;

	dd_xml_guard_enter(&guard, NULL);
	ctxt = xmlNewParserCtxt();
	doc = xmlCtxtReadMemory(
	    ctxt, bytes, (int)len, NULL, encoding, DD_XML_OPTIONS);
	if (doc && !dd_xml_well_formed(ctxt, doc)) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	xmlFreeParserCtxt(ctxt);
	dd_xml_guard_leave(&guard);
	return doc;
}

static void
check_text(const struct dd_source *source)
{
	const char *at = source->text, *end = at + source->len;
	uint32_t cp;

	while (at < end) {
		size_t len = dd_utf8_decode(at, end, &cp);

		if (len == 0 || !dd_utf8_is_xml_char(cp))
			fuzz_fail("byte %zu of what was let in is no character",
			    (size_t)(at - source->text));
		at += len;
	}
}

/* Both say the same, whatever the bytes were. */
static void
compare(xmlDoc *ours, xmlDoc *theirs)
{
	xmlChar *a, *b;
	int a_len, b_len;

	xmlDocDumpMemoryEnc(ours, &a, &a_len, "UTF-8");
	xmlDocDumpMemoryEnc(theirs, &b, &b_len, "UTF-8");
	if (a_len != b_len || memcmp(a, b, (size_t)a_len) != 0)
		fuzz_fail("libxml2 reads another document from the bytes");
	xmlFree(a);
	xmlFree(b);
}

static void
check_admitted(const struct dd_source *source, const char *bytes, size_t len)
{
	xmlDoc *ours = NULL, *theirs;

	check_text(source);
	if (!source->malformed)
		ours = parse(source->text, source->len, "UTF-8");
	if (ours && (ours->intSubset || ours->extSubset))
		fuzz_fail("a document type was let in");
	theirs = parse(bytes, len, NULL);
	if (ours && theirs)
		compare(ours, theirs);
	else if (ours && source->encoding == DD_UTF_8)
		fuzz_fail("libxml2 refuses the bytes and accepts the text");
	else if (theirs && !ours)
		fuzz_fail("libxml2 accepts the bytes and not the text");
	xmlFreeDoc(ours);
	xmlFreeDoc(theirs);
}

/* No fault of characters where libxml2 sees none; a NUL ends the text for it. */
static void
check_refused(const struct dd_sink *sink, const char *bytes, size_t len)
{
	xmlDoc *theirs;

	if (sink->total != 1)
		fuzz_fail("%zu reasons to refuse", sink->total);
	if (sink->first->id != DD_ID_INPUT_BAD_CHARACTER ||
	    strstr(sink->first->message, "U+0000"))
		return;
	theirs = parse(bytes, len, NULL);
	if (theirs)
		fuzz_fail("libxml2 accepts: %s", sink->first->message);
	xmlFreeDoc(theirs);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dd_source source;
	struct dd_sink sink;

	dd_xml_init();
	dd_sink_init(&sink, 10);
	if (dd_gate("input", data, size, &source, &sink))
		check_admitted(&source, (const char *)data, size);
	else
		check_refused(&sink, (const char *)data, size);
	fuzz_findings(&source, &sink);
	dd_sink_release(&sink);
	dd_source_release(&source);
	return 0;
}
