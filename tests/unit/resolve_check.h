/* SPDX-License-Identifier: MIT */
/* Shared by the tests of resolve: a small document and house as text, and
 * what is printed of them. The states XA to XD are invented. */
#ifndef DD_TESTS_RESOLVE_CHECK_H
#define DD_TESTS_RESOLVE_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include "base/buffer.h"
#include "base/error.h"
#include "model/house.h"
#include "model/resolve.h"
#include "run/document.h"
#include "run/engine.h"
#include "xml/node.h"

/* What a test says of a document; NULL takes the part below. */
struct paper {
	const char *lang;    /* en */
	const char *head;    /* issued on 4 May 2025 */
	const char *kind;    /* attributes of meeting: ministers in person */
	const char *facts;   /* what stands in meeting before the parties */
	const char *parties; /* Ms. Ora of Asteria and Mr. Rask of Borea */
	const char *lead;    /* what stands between meeting and body */
	const char *body;    /* one paragraph */
	const char *tail;    /* what stands behind the body */
	const char *house;   /* all of a house file, else HOUSE("") */
	bool force;	     /* the document need not be valid */
};

#define HOUSE_FILE(content)                                                    \
	"<house xmlns='urn:diplodoc:house:1' id='h'>" content "</house>"

#define HOUSE_COUNTRIES                                                        \
	"<country code='XA'><name xml:lang='en' long='the Republic of "        \
	"Asteria' short='Asteria'/><name xml:lang='fr' long='la République "  \
	"d’Astérie' short='Astérie' of='de la République d’Astérie'/>" \
	"</country><country code='XB'><name xml:lang='en' long='the Kingdom "  \
	"of Borea' short='Borea'/><name xml:lang='fr' long='le Royaume de "    \
	"Borée' short='Borée' of='du Royaume de Borée'/></country>"

/* The house of Asteria, home in the zone of Oslo, with styles of its own. */
#define HOUSE(styles)                                                          \
	HOUSE_FILE(                                                            \
	    "<home country='XA' zone='Europe/Oslo'/>" styles HOUSE_COUNTRIES)

#define STYLE(lang, content) "<style xml:lang='" lang "'>" content "</style>"

#define ORA                                                                    \
	"<party id='a' country='XA' role='own'><principal id='ora'>"           \
	"<courtesy>Ms.</courtesy><name><given>Lin</given><family>Ora"          \
	"</family></name><pronoun>she</pronoun><office>Minister of Foreign "   \
	"Affairs</office></principal></party>"
#define RASK                                                                   \
	"<party id='b' country='XB' role='counterpart'><principal id='rask'>"  \
	"<courtesy>Mr.</courtesy><name><given>Ove</given><family>Rask"         \
	"</family></name><pronoun>he</pronoun><office>Minister of Foreign "    \
	"Affairs</office></principal></party>"

/* The two as a lead names them; who speaks is followed by a comma. */
#define A "Ms. Lin Ora, Minister of Foreign Affairs of the Republic of Asteria,"
#define B "Mr. Ove Rask, Minister of Foreign Affairs of the Kingdom of Borea"

/* One document on its way; all tests of a program share the engine. */
struct resolved {
	struct dd_engine *engine;
	struct dd_house house;
	struct dd_document document;
	struct dd_error error;
	xmlXPathContext *xpath; /* NULL: nothing is open */
};

static inline int
set_up_engine(void **state)
{
	static struct dd_engine engine;
	static struct resolved resolved;
	const struct dd_house *neutral;

	dd_engine_init(&engine);
	resolved.engine = &engine;
	assert_int_equal(
	    dd_engine_house(&engine, NULL, &neutral, &resolved.error), 0);
	*state = &resolved;
	return 0;
}

static inline int
tear_down_engine(void **state)
{
	struct resolved *r = *state;

	dd_engine_release(r->engine);
	return 0;
}

static inline const char *
choose(const char *own, const char *other)
{
	return own ? own : other;
}

static inline void
write_paper(const struct paper *p, struct dd_buffer *out)
{
	dd_buffer_printf(out,
	    "<meetingSummary xmlns='urn:diplodoc:meeting-summary:1' "
	    "xml:lang='%s' id='doc'><head>%s</head><meeting %s>%s%s</meeting>"
	    "%s<body>%s</body>%s</meetingSummary>",
	    choose(p->lang, "en"),
	    choose(p->head, "<issued date='2025-05-04'/>"),
	    choose(p->kind,
		"kind='foreignMinisters' level='ministers' "
		"format='inPerson'"),
	    choose(p->facts, ""), choose(p->parties, ORA RASK),
	    choose(p->lead, ""),
	    choose(p->body, "<paragraph><narrative>X.</narrative></paragraph>"),
	    choose(p->tail, ""));
}

static inline void
close_paper(struct resolved *r)
{
	xmlXPathFreeContext(r->xpath);
	r->xpath = NULL;
	dd_document_close(&r->document);
	dd_house_release(&r->house);
}

static inline void
open_xpath(struct resolved *r)
{
	r->xpath = xmlXPathNewContext(r->document.tree.doc);
	xmlXPathRegisterNs(
	    r->xpath, (const xmlChar *)"m", (const xmlChar *)DD_NS_SUMMARY);
	xmlXPathRegisterNs(
	    r->xpath, (const xmlChar *)"r", (const xmlChar *)DD_NS_RESOLVED);
}

/* Reads, checks and resolves the bytes; the caller closes. */
static inline void
open_bytes(struct resolved *r, const char *house, bool force, const char *bytes,
    size_t len)
{
	const struct dd_resolve_options options = {!force, "test"};
	const struct dd_words *words;

	assert_int_equal(dd_house_read(&r->house, r->engine->house_schema,
			     "h.xml", house, strlen(house), &r->error),
	    0);
	r->engine->forced = &r->house;
	dd_document_open(&r->document, r->engine, "t.xml", NULL, bytes, len);
	assert_int_equal(dd_document_validate(&r->document, &r->error), 0);
	r->engine->forced = NULL;
	if (!force && r->document.sink.first)
		fail_msg("not valid: %s", r->document.sink.first->message);
	if (!r->document.read)
		return;
	assert_int_equal(dd_engine_words(r->engine, r->document.summary.lang,
			     &words, &r->error),
	    0);
	assert_int_equal(dd_resolve(&r->document.summary, words,
			     &r->engine->zones, &options, &r->error),
	    0);
	open_xpath(r);
}

static inline void
open_paper(struct resolved *r, const struct paper *paper)
{
	struct dd_buffer bytes;

	dd_buffer_init(&bytes, 0);
	write_paper(paper, &bytes);
	open_bytes(r, choose(paper->house, HOUSE("")), paper->force, bytes.data,
	    bytes.len);
	dd_buffer_release(&bytes);
}

/* The text of all nodes that the path finds, with `|` between them. */
static inline void
expect_path(struct resolved *r, const char *path, const char *wanted)
{
	xmlXPathObject *found = xmlXPathEval((const xmlChar *)path, r->xpath);
	struct dd_buffer text;

	assert_non_null(found);
	dd_buffer_init(&text, 0);
	dd_buffer_puts(&text, "");
	for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr;
	     i++) {
		xmlChar *content =
		    xmlNodeGetContent(found->nodesetval->nodeTab[i]);
		dd_buffer_printf(
		    &text, "%s%s", i > 0 ? "|" : "", (const char *)content);
		xmlFree(content);
	}
	assert_string_equal(text.data ? text.data : "", wanted);
	dd_buffer_release(&text);
	xmlXPathFreeObject(found);
}

/* One document, one question. */
static inline void
expect_paper(struct resolved *r, const struct paper *paper, const char *path,
    const char *wanted)
{
	open_paper(r, paper);
	expect_path(r, path, wanted);
	close_paper(r);
}

#endif
