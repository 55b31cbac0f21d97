/* SPDX-License-Identifier: MIT */
/*
 * Houses: one is refused with its place, or the document that
 * DIPLODOC_FUZZ_DOCUMENT names is checked and printed under it. The canonical
 * form of a house is a house too.
 */
#include <stdlib.h>
#include <string.h>
#include "diplodoc_private.h"
#include "lib/fuzz.h"
#include "model/house.h"

static const char name[] = "diplodoc-house.xml";

/* True where it is one; a house that was refused is released like any other. */
static bool
read_house(struct dd_house *house, const void *data, size_t size)
{
	static const char prefix[] =
	    "The house file is not valid: diplodoc-house.xml:";
	const struct dd_schema *schema;
	struct dd_error error = {0};

	if (dd_engine_house_schema(&fuzz_context()->engine, &schema, &error) <
	    0)
		fuzz_fail("%s", error.text);
	if (dd_house_read(house, schema, name, data, size, &error) == DD_OK)
		return true;
	fuzz_sentence(error.text);
	if (error.code != DD_E_USAGE ||
	    strncmp(error.text, prefix, strlen(prefix)) != 0)
		fuzz_fail("%d: %s", error.code, error.text);
	return false;
}

static void
print(struct diplodoc_document *document, const char *format)
{
	static const struct diplodoc_convert_options options = {.force = true};
	struct diplodoc_error error = {0};
	size_t len;
	char *text = NULL;
	int result =
	    diplodoc_convert(document, format, &options, &text, &len, &error);

	if (result != DIPLODOC_OK &&
	    diplodoc_verdict(document) == DIPLODOC_PASS)
		fuzz_fail("to %s: %s", format, error.text);
	free(text);
}

/* Rules that the house names are files, and there are none. */
static void
use_house(void)
{
	size_t len;
	const char *bytes = fuzz_file("DIPLODOC_FUZZ_DOCUMENT", &len);
	struct diplodoc_document *document =
	    diplodoc_open(fuzz_context(), "document", NULL, bytes, len);
	struct diplodoc_error error = {0};
	int result = diplodoc_check(document, NULL, &error);

	if (result != DIPLODOC_OK && result != DIPLODOC_E_USAGE)
		fuzz_fail("%s", error.text);
	fuzz_diagnostics(document, len);
	if (result == DIPLODOC_OK) {
		print(document, "html");
		print(document, "text");
		print(document, "json");
	}
	diplodoc_close(document);
}

static void
check_canonical(const void *data, size_t size)
{
	struct diplodoc_document *document = fuzz_validate(data, size);
	struct diplodoc_error error = {0};
	struct dd_house house;
	size_t len;
	char *text;

	if (diplodoc_verdict(document) != DIPLODOC_PASS)
		fuzz_fail("what is a house is no valid document");
	if (diplodoc_canonical(document, false, &text, &len, &error) !=
	    DIPLODOC_OK)
		fuzz_fail("%s", error.text);
	if (!read_house(&house, text, len))
		fuzz_fail("the canonical form of a house is none");
	dd_house_release(&house);
	diplodoc_close(document);
	free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dd_engine *engine = &fuzz_context()->engine;
	struct dd_house *before = engine->forced, house;

	if (read_house(&house, data, size)) {
		engine->forced = &house;
		use_house();
		engine->forced = before;
		/* They are kept by the name of the house. */
		dd_table_release(&engine->rule_sets);
		dd_table_init(&engine->rule_sets);
		check_canonical(data, size);
	}
	dd_house_release(&house);
	return 0;
}
