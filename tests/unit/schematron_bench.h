/* SPDX-License-Identifier: MIT */
/* Shared by the tests of house rules: what rules find in a document, in words. */
#ifndef DD_TESTS_SCHEMATRON_BENCH_H
#define DD_TESTS_SCHEMATRON_BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "folder.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "check/check.h"
#include "check/schematron.h"
#include "diag/diagnostic.h"
#include "model/model.h"
#include "model/zone.h"
#include "xml/gate.h"
#include "xml/limits.h"
#include "xml/parse.h"
#include "xml/source.h"

/* What is given begins at line 2, column 1. */
#define SCHEMA(...)                                                            \
	"<schema xmlns='http://purl.oclc.org/dsdl/schematron' "                \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "                    \
	"defaultPhase='#ALL'>"                                                 \
	"<ns prefix=\'f\' uri=\'urn:diplodoc:functions:1\'/>\n" __VA_ARGS__    \
	"</schema>"
#define PATTERN(...) "<pattern id='p'>" __VA_ARGS__ "</pattern>"

static const char rules_path[] = "test-schematron.sch";

/* Rules from their text; NULL and the sentence where they cannot be used. */
static inline struct dd_schematron *
read_rules(const char *text, const char *phase, struct dd_zone_db *zones,
    struct dd_error *error)
{
	struct dd_schematron *rules;

	assert_int_equal(
	    dd_file_write(rules_path, text, strlen(text), NULL), 0);
	rules = dd_schematron_new(rules_path, phase, zones, error);
	unlink(rules_path);
	return rules;
}

/* Adds each finding as "text of its range|name|level|message(|note)*\n". */
static inline void
put_findings(const struct dd_sink *sink, const struct dd_source *source,
    struct dd_buffer *out)
{
	for (const struct dd_diagnostic *d = sink->first; d; d = d->next) {
		dd_buffer_add(out, source->text + d->range.start,
		    d->range.end - d->range.start);
		dd_buffer_printf(out, "|%s|%s|%s", d->name + strlen("house/"),
		    d->level == DD_ERROR	 ? "error"
			: d->level == DD_WARNING ? "warning"
						 : "advice",
		    d->message);
		for (const struct dd_related *r = d->related; r; r = r->next)
			dd_buffer_printf(out, "|%s", r->text);
		dd_buffer_putc(out, '\n');
	}
}

/* Runs rules over a document; what is found, or the sentence of a failure, is
 * appended. */
static inline void
run_rules(
    struct dd_schematron *rules, const char *document, struct dd_buffer *out)
{
	struct dd_check_options options = {0};
	struct dd_summary summary = {0};
	struct dd_source source;
	struct dd_tree tree = {0};
	struct dd_sink sink;
	struct dd_error error = {0};
	struct dd_check_input input = {
	    .options = &options, .summary = &summary, .tree = &tree};

	dd_sink_init(&sink, DD_LIMIT_FINDINGS);
	assert_true(
	    dd_gate("t.xml", document, strlen(document), &source, &sink));
	assert_true(dd_parse(&source, &sink, &tree));
	summary.root = xmlDocGetRootElement(tree.doc);
	if (dd_schematron_run(rules, &input, &sink, &error) == 0)
		put_findings(&sink, &source, out);
	else
		dd_buffer_puts(out, error.text);
	dd_sink_release(&sink);
	dd_tree_release(&tree);
	dd_source_release(&source);
}

/* What rules of that text say of a document, or what is wrong with them. */
static inline void
expect(const char *rules, const char *phase, const char *document,
    const char *findings)
{
	struct dd_zone_db zones;
	struct dd_error error = {0};
	struct dd_schematron *schematron;
	struct dd_buffer out;

	dd_zone_db_init(&zones, "/usr/share/zoneinfo");
	dd_buffer_init(&out, 0);
	dd_buffer_puts(&out, "");
	schematron = read_rules(rules, phase, &zones, &error);
	if (schematron)
		run_rules(schematron, document, &out);
	else
		dd_buffer_puts(&out, error.text);
	assert_string_equal(out.data, findings);
	dd_buffer_release(&out);
	dd_schematron_free(schematron);
	dd_zone_db_release(&zones);
}

#endif
