/* SPDX-License-Identifier: MIT */
/* Whatever has the form of a summary comes back from its JSON in canonical form,
 * byte for byte. DIPLODOC_RANDOM=100000 makes so many documents. */
#include "json_import.h"
#include <stdlib.h>
#include "random_summary.h"

enum { COUNT = 100 };

/* The canonical form of the document, and its JSON. */
static void
convert(struct dd_engine *engine, const struct random_summary *made,
    uint32_t seed, struct dd_buffer *canonical, struct dd_buffer *json)
{
	struct dd_convert_options options = {.generator = "t", .force = true};
	struct dd_document document;
	struct dd_error error = {0};

	dd_document_open(
	    &document, engine, "t.xml", NULL, made->text.data, made->text.len);
	assert_int_equal(dd_document_validate(&document, &error), DD_OK);
	if (!document.parsed)
		fail_msg("document %u: %s", seed, document.sink.first->message);
	put_canonical(engine, document.tree.doc, "t.xml", canonical);
	if (dd_document_convert(&document, "json", &options, json, &error) < 0)
		fail_msg("document %u: %s", seed, error.text);
	dd_document_close(&document);
}

static void
expect_back(
    struct dd_engine *engine, const struct random_summary *made, uint32_t seed)
{
	struct dd_buffer wanted, json, got;
	struct dd_error error = {0};
	xmlDoc *doc;

	dd_buffer_init(&wanted, 0);
	dd_buffer_init(&json, 0);
	dd_buffer_init(&got, 0);
	convert(engine, made, seed, &wanted, &json);
	if (dd_import_json(get_grammar(engine), "t.json", json.data, json.len,
		&doc, &error) < 0)
		fail_msg("document %u: %s", seed, error.text);
	put_canonical(engine, doc, "t.json", &got);
	if (strcmp(got.data, wanted.data) != 0) {
		print_message("document %u\n", seed);
		assert_string_equal(got.data, wanted.data);
	}
	xmlFreeDoc(doc);
	dd_buffer_release(&got);
	dd_buffer_release(&json);
	dd_buffer_release(&wanted);
}

static void
test_random_documents_come_back(void **state)
{
	const char *count = getenv("DIPLODOC_RANDOM");
	uint32_t last = count ? (uint32_t)strtoul(count, NULL, 10) : COUNT;
	struct random_summary made = {.state = 1};
	struct dd_engine engine;

	(void)state;
	dd_engine_init(&engine);
	made.grammar = get_grammar(&engine);
	dd_buffer_init(&made.text, 0);
	for (uint32_t seed = 1; seed <= last; seed++) {
		make_summary(&made, seed);
		expect_back(&engine, &made, seed);
	}
	dd_buffer_release(&made.text);
	dd_engine_release(&engine);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random_documents_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
