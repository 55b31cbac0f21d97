/* SPDX-License-Identifier: MIT */
/*
 * Imports damaged texts, for libFuzzer: each gives a valid summary, or is refused.
 * No word of a text is lost, in ASCII, and the same text gives the same summary.
 * DIPLODOC_FUZZ_FORMAT is "text" or "html", DIPLODOC_FUZZ_HOUSE a house file.
 */
#include <stdlib.h>
#include <string.h>
#include "lib/fuzz.h"
#include "lib/words.h"

/* Every word of the text is in the summary, in a value that was read, or among
 * what was left out. */
static void
check_conserved(const char *data, size_t size, const char *xml, size_t len,
    const struct diplodoc_imported *imported)
{
	static struct fuzz_words words;
	const struct diplodoc_evidence *drop;

	memset(&words, 0, sizeof words);
	fuzz_words_add_markup(&words, xml, len, 1);
	for (size_t i = 0; (drop = diplodoc_imported_evidence(
				imported, DIPLODOC_DROP, i)) != NULL;
	     i++)
		fuzz_words_add(&words, drop->value, strlen(drop->value), 1);
	fuzz_words_add(&words, data, size, -1);
	fuzz_words_check(&words, "the summary");
}

static void
check_valid(const char *xml, size_t len)
{
	struct diplodoc_document *document = fuzz_validate(xml, len);

	if (diplodoc_verdict(document) != DIPLODOC_PASS)
		fuzz_fail("the summary is not valid");
	diplodoc_close(document);
}

static void
check_same(const uint8_t *data, size_t size, const char *xml, size_t len,
    const struct diplodoc_import_options *options)
{
	struct diplodoc_imported *again;
	struct diplodoc_error error = {0};
	size_t other_len;
	const char *other;

	if (diplodoc_import(fuzz_context(), "input", NULL, data, size, options,
		&again, &error) != DIPLODOC_OK)
		fuzz_fail("a second import is refused");
	other = diplodoc_imported_xml(again, &other_len);
	if (other_len != len || memcmp(other, xml, len) != 0)
		fuzz_fail("a second import gives another summary");
	diplodoc_imported_free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct diplodoc_import_options options = {
	    .format = getenv("DIPLODOC_FUZZ_FORMAT")};
	struct diplodoc_imported *imported;
	struct diplodoc_error error = {0};
	int result = diplodoc_import(fuzz_context(), "input", NULL, data, size,
	    &options, &imported, &error);
	const char *xml;
	size_t len;

	if (result != DIPLODOC_OK && result != DIPLODOC_E_INPUT)
		fuzz_fail("%s", error.text);
	if (result == DIPLODOC_OK) {
		xml = diplodoc_imported_xml(imported, &len);
		check_valid(xml, len);
		check_same(data, size, xml, len, &options);
		/* What a page shows is not what its bytes are. */
		if (strcmp(options.format, "text") == 0)
			check_conserved(
			    (const char *)data, size, xml, len, imported);
	}
	diplodoc_imported_free(imported);
	return 0;
}
