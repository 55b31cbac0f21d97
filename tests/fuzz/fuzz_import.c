/* SPDX-License-Identifier: MIT */
/*
 * Imports texts that are cut, joined and damaged at random, from the same seed
 * always the same ones: each gives a valid summary or is refused. For a build
 * with sanitizers: fuzz_import SECONDS SEED HOUSE FILE...
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "diplodoc.h"

enum { FILES = 256, SIZE = 65536 };

struct text {
	char *data;
	size_t len;
};

struct fuzz {
	uint64_t state; /* of the random numbers */
	struct text files[FILES];
	size_t count;
	char data[SIZE];
	size_t len;
};

static size_t
draw(struct fuzz *fuzz, size_t below)
{
	fuzz->state ^= fuzz->state << 13;
	fuzz->state ^= fuzz->state >> 7;
	fuzz->state ^= fuzz->state << 17;
	return below > 0 ? (size_t)(fuzz->state >> 11) % below : 0;
}

static struct text
read_file(const char *path)
{
	struct text text = {.data = malloc(SIZE)};
	FILE *in = fopen(path, "rb");

	if (!in || !text.data) {
		perror(path);
		exit(2);
	}
	text.len = fread(text.data, 1, SIZE, in);
	fclose(in);
	return text;
}

static void
append(struct fuzz *fuzz, const char *data, size_t len)
{
	if (len > SIZE - fuzz->len)
		len = SIZE - fuzz->len;
	memcpy(fuzz->data + fuzz->len, data, len);
	fuzz->len += len;
}

/* A stretch of one of the files. */
static void
append_piece(struct fuzz *fuzz)
{
	const struct text *text = &fuzz->files[draw(fuzz, fuzz->count)];
	size_t from = draw(fuzz, 2) ? 0 : draw(fuzz, text->len);
	size_t rest = text->len - from;

	append(
	    fuzz, text->data + from, draw(fuzz, 2) ? rest : draw(fuzz, rest));
}

/* One change: a byte, a word that means something, or a stretch twice. */
static void
damage(struct fuzz *fuzz)
{
	static const char *const words[] = {"<ol>", "</ol>", "<li>", "<p>",
	    "<!--", "-->", "<h1>", "<br>", "<figure>", "<img src=a alt=b>",
	    "</main>", "<main>", "&#146;", "&amp;", "\n\n", "\r", "1. ", "(1) ",
	    "(", ")", "- ", "Mr. ", ", ", ". ", "March 5, 2024\n", "3:30 p.m. ",
	    "\xE3\x80\x82", "\xC2\xA0", "Minister ", " agreed ", "\f"};
	size_t at = draw(fuzz, fuzz->len), len;
	const char *word;

	switch (draw(fuzz, 4)) {
	case 0:
		if (fuzz->len > 0)
			fuzz->data[at] = (char)draw(fuzz, 256);
		return;
	case 1:
		word = words[draw(fuzz, sizeof words / sizeof *words)];
		len = strlen(word);
		if (len > fuzz->len - at)
			return;
		memcpy(fuzz->data + at, word, len);
		return;
	case 2:
		len = draw(fuzz, fuzz->len - at);
		memmove(fuzz->data + at, fuzz->data + at + len,
		    fuzz->len - at - len);
		fuzz->len -= len;
		return;
	default:
		append_piece(fuzz);
	}
}

static void
make_input(struct fuzz *fuzz)
{
	fuzz->len = 0;
	append_piece(fuzz);
	for (size_t i = draw(fuzz, 6); i > 0; i--)
		damage(fuzz);
}

/* A page that has its facts beside its words says what they are; damaged, they need
 * not make a valid summary. */
static bool
has_own_facts(const struct fuzz *fuzz)
{
	return memmem(fuzz->data, fuzz->len, "data-facts=", 11) != NULL;
}

/* False where it neither gives a summary nor is refused. */
static bool
try_input(struct fuzz *fuzz, struct diplodoc *context, size_t number)
{
	static const char *const formats[] = {"text", "html"};
	const struct diplodoc_import_options options = {
	    .format = formats[draw(fuzz, 2)]};
	struct diplodoc_imported *imported;
	struct diplodoc_error error = {0};
	int result = diplodoc_import(context, "input", NULL, fuzz->data,
	    fuzz->len, &options, &imported, &error);
	FILE *out;

	diplodoc_imported_free(imported);
	if (result == DIPLODOC_OK || result == DIPLODOC_E_INPUT ||
	    (result == DIPLODOC_E_ENGINE && has_own_facts(fuzz) &&
		strstr(error.text, "would not be a valid summary")))
		return true;
	fprintf(stderr, "input %zu as %s: %s\n", number, options.format,
	    error.text);
	out = fopen("fuzz-input", "wb");
	if (out) {
		fwrite(fuzz->data, 1, fuzz->len, out);
		fclose(out);
	}
	return false;
}

int
main(int argc, char **argv)
{
	static struct fuzz fuzz;
	struct diplodoc_error error = {0};
	struct diplodoc *context;
	time_t end;
	size_t number = 0;
	bool good = true;

	if (argc < 5)
		return 2;
	end = time(NULL) + atoi(argv[1]);
	fuzz.state = strtoull(argv[2], NULL, 10) * 2654435761U + 1;
	for (int i = 4; i < argc && fuzz.count < FILES; i++)
		fuzz.files[fuzz.count++] = read_file(argv[i]);
	context = diplodoc_new();
	if (diplodoc_set_house(context, argv[3], &error) < 0) {
		fprintf(stderr, "%s\n", error.text);
		return 2;
	}
	for (; good && time(NULL) < end; number++) {
		make_input(&fuzz);
		good = try_input(&fuzz, context, number);
	}
	printf("%zu texts\n", number);
	diplodoc_free(context);
	for (size_t i = 0; i < fuzz.count; i++)
		free(fuzz.files[i].data);
	return good ? 0 : 1;
}
