/* SPDX-License-Identifier: MIT */
/*
 * Imports damaged texts, for libFuzzer: each gives a valid summary, or is refused.
 * No word of a text is lost, in ASCII, and the same text gives the same summary.
 * DIPLODOC_FUZZ_FORMAT is "text" or "html", DIPLODOC_FUZZ_HOUSE a house file.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "diplodoc.h"

enum { WORDS = 1 << 16 };

static struct diplodoc *context;
static const char *format;

static void
fail(const char *what)
{
	fprintf(stderr, "fuzz_import: %s\n", what);
	abort();
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct diplodoc_error error = {0};
	const char *house = getenv("DIPLODOC_FUZZ_HOUSE");

	(void)argc;
	(void)argv;
	format = getenv("DIPLODOC_FUZZ_FORMAT");
	context = diplodoc_new();
	if (!format || !house || diplodoc_set_house(context, house, &error) < 0)
		fail("DIPLODOC_FUZZ_FORMAT and DIPLODOC_FUZZ_HOUSE are needed");
	return 0;
}

/* --- words --------------------------------------------------------------- */

/* How often each word of ASCII letters is there, by the hash of it. Two words of
 * one hash are counted together, which hides a fault but makes none. */
struct words {
	int count[WORDS];
};

static void
count_words(struct words *words, const char *text, size_t len, int by)
{
	uint32_t hash = 2166136261U;
	bool open = false;

	for (size_t i = 0; i <= len; i++) {
		if (i < len && isalpha((unsigned char)text[i])) {
			hash = (hash ^ (uint32_t)tolower(text[i])) * 16777619U;
			open = true;
			continue;
		}
		if (open)
			words->count[(hash ^ hash >> 16) % WORDS] += by;
		hash = 2166136261U;
		open = false;
	}
}

/* The text of a document between its tags, in place of which stand spaces. */
static char *
strip_tags(const char *xml, size_t len)
{
	char *text = malloc(len + 1);
	bool tag = false;

	for (size_t i = 0; i < len; i++) {
		tag = tag || xml[i] == '<';
		text[i] = tag ? ' ' : xml[i];
		tag = tag && xml[i] != '>';
	}
	text[len] = '\0';
	return text;
}

/* Every word of the text is in the summary, in a value that was read, or among
 * what was left out. */
static void
check_conserved(const char *data, size_t size, const char *xml, size_t len,
    const struct diplodoc_imported *imported)
{
	static struct words words;
	const struct diplodoc_evidence *drop;
	char *text = strip_tags(xml, len);

	memset(&words, 0, sizeof words);
	count_words(&words, text, len, 1);
	free(text);
	for (size_t i = 0; (drop = diplodoc_imported_evidence(
				imported, DIPLODOC_DROP, i)) != NULL;
	     i++)
		count_words(&words, drop->value, strlen(drop->value), 1);
	count_words(&words, data, size, -1);
	for (size_t i = 0; i < WORDS; i++)
		if (words.count[i] < 0)
			fail("a word is lost");
}

/* --- one text ------------------------------------------------------------ */

static void
check_valid(const char *xml, size_t len)
{
	struct diplodoc_error error = {0};
	struct diplodoc_document *document =
	    diplodoc_open(context, "the summary", NULL, xml, len);

	if (diplodoc_validate(document, &error) != DIPLODOC_OK ||
	    diplodoc_verdict(document) != DIPLODOC_PASS)
		fail("the summary is not valid");
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

	if (diplodoc_import(context, "input", NULL, data, size, options, &again,
		&error) != DIPLODOC_OK)
		fail("a second import is refused");
	other = diplodoc_imported_xml(again, &other_len);
	if (other_len != len || memcmp(other, xml, len) != 0)
		fail("a second import gives another summary");
	diplodoc_imported_free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct diplodoc_import_options options = {.format = format};
	struct diplodoc_imported *imported;
	struct diplodoc_error error = {0};
	int result = diplodoc_import(
	    context, "input", NULL, data, size, &options, &imported, &error);
	const char *xml;
	size_t len;

	if (result != DIPLODOC_OK && result != DIPLODOC_E_INPUT)
		fail(error.text);
	if (result == DIPLODOC_OK) {
		xml = diplodoc_imported_xml(imported, &len);
		check_valid(xml, len);
		check_same(data, size, xml, len, &options);
		/* What a page shows is not what its bytes are. */
		if (strcmp(format, "text") == 0)
			check_conserved(
			    (const char *)data, size, xml, len, imported);
	}
	diplodoc_imported_free(imported);
	return 0;
}
