/* SPDX-License-Identifier: MIT */
/*
 * Rules of a house: a file of them is refused with its place, or runs over the
 * document that DIPLODOC_FUZZ_DOCUMENT names, whose findings are the same when
 * it runs again. It is written to DIPLODOC_FUZZ_FILE, since rules have a path.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "check/check.h"
#include "check/schematron.h"
#include "diplodoc_private.h"
#include "lib/fuzz.h"
#include "xml/limits.h"

static const struct dd_document *
get_document(void)
{
	static struct diplodoc_document *document;
	const char *bytes;
	size_t len;

	if (!document) {
		bytes = fuzz_file("DIPLODOC_FUZZ_DOCUMENT", &len);
		document = fuzz_validate(bytes, len);
	}
	return &document->document;
}

static const char *
write_rules(const void *data, size_t size)
{
	const char *path = getenv("DIPLODOC_FUZZ_FILE");
	FILE *file = path ? fopen(path, "wb") : NULL;

	if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
		fuzz_fail("DIPLODOC_FUZZ_FILE cannot be written");
	return path;
}

/* Whether all rules ran; their findings are in the sink. */
static bool
run(struct dd_schematron *rules, struct dd_sink *sink)
{
	static const struct dd_check_options options = {.stage = DD_PUBLISH};
	const struct dd_document *document = get_document();
	const struct dd_check_input input = {
	    .options = &options,
	    .summary = &document->summary,
	    .tree = &document->tree,
	    .zones = &document->engine->zones,
	    .spellers = &document->engine->spellers,
	    .name = document->name,
	    .rules = &rules,
	    .rule_count = 1,
	};
	struct dd_error error = {0};
	int result;

	dd_sink_init(sink, DD_LIMIT_FINDINGS);
	result = dd_schematron_run(rules, &input, sink, &error);
	if (result != DD_OK && result != DD_E_ENGINE)
		fuzz_fail("%d: %s", result, error.text);
	if (result != DD_OK)
		fuzz_sentence(error.text);
	fuzz_findings(&document->source, sink);
	return result == DD_OK;
}

static void
compare(const struct dd_sink *once, const struct dd_sink *twice)
{
	const struct dd_diagnostic *a = once->first, *b = twice->first;

	if (once->total != twice->total)
		fuzz_fail("%zu findings, then %zu", once->total, twice->total);
	for (; a; a = a->next, b = b->next)
		if (strcmp(a->message, b->message) != 0 ||
		    a->range.start != b->range.start)
			fuzz_fail("%s, then %s", a->message, b->message);
}

static void
check_names(const struct dd_schematron *rules)
{
	for (size_t i = 0; i < dd_schematron_count(rules); i++)
		if (!dd_schematron_has(rules, dd_schematron_name(rules, i)))
			fuzz_fail("there is no rule number %zu", i);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *path = write_rules(data, size);
	struct dd_error error = {0};
	struct dd_zone_db *zones =
	    (struct dd_zone_db *)&get_document()->engine->zones;
	struct dd_schematron *rules =
	    dd_schematron_new(path, NULL, zones, &error);
	struct dd_sink once, twice;

	if (!rules) {
		fuzz_sentence(error.text);
		return 0;
	}
	check_names(rules);
	if (run(rules, &once)) {
		if (!run(rules, &twice))
			fuzz_fail("rules run once and not twice");
		compare(&once, &twice);
		dd_sink_release(&twice);
	}
	dd_sink_release(&once);
	dd_schematron_free(rules);
	return 0;
}
