// SPDX-License-Identifier: MIT
/* stages: does in one process what `convert --check` does to each document, so
 * that tools can count the instructions of each stage by the name of its
 * function.
 *
 *   stages FILE...     documents, read beside their houses
 *
 * Memory is that of a worker, see src/xml/region.h. All are done twice. The second
 * time is `do_again`: what is compiled or read once is there by then, as it is in
 * the middle of a batch. Ends with 1 where a document cannot be examined. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diplodoc.h"
#include "xml/region.h"

struct document {
	const char *path;
	char *bytes;
	size_t len;
};

static bool
read_document(struct document *document)
{
	FILE *in = fopen(document->path, "rb");
	if (!in || fseek(in, 0, SEEK_END))
		return false;
	long len = ftell(in);
	rewind(in);
	document->bytes = malloc((size_t)len + 1);
	document->len =
	    document->bytes ? fread(document->bytes, 1, (size_t)len, in) : 0;
	return !fclose(in) && document->len == (size_t)len;
}

static bool
convert(struct diplodoc_document *document, const char *format)
{
	// What rules find is no reason to stop.
	struct diplodoc_convert_options anyway = {.force = true};
	struct diplodoc_error error;
	char *data;
	size_t len;
	if (diplodoc_convert(document, format, &anyway, &data, &len, &error)) {
		fprintf(stderr, "%s\n", error.text);
		return false;
	}
	free(data);
	return true;
}

// A function for each format, as instructions are counted by function.
#define CONVERT_TO(FORMAT)                                                     \
	bool convert_to_##FORMAT(struct diplodoc_document *document);          \
	__attribute__((noinline)) bool convert_to_##FORMAT(                    \
	    struct diplodoc_document *document)                                \
	{                                                                      \
		return convert(document, #FORMAT);                             \
	}

CONVERT_TO(html)
CONVERT_TO(text)
CONVERT_TO(json)
CONVERT_TO(markdown)

static bool
do_document(struct diplodoc *context, const struct document *input)
{
	/* The names of made documents are not those that their house asks for. */
	static const struct diplodoc_severity name = {
	    "house/document-name", "warning"};
	struct diplodoc_check_options options = {
	    .stage = "publish", .severities = &name, .severity_count = 1};
	struct diplodoc_error error;
	struct diplodoc_document *document = diplodoc_open(
	    context, input->path, input->path, input->bytes, input->len);
	bool done = !diplodoc_check(document, &options, &error);
	if (!done)
		fprintf(stderr, "%s\n", error.text);
	done = done && convert_to_html(document) && convert_to_text(document) &&
	    convert_to_json(document) && convert_to_markdown(document);
	diplodoc_close(document);
	return done;
}

static bool
do_all(struct diplodoc *context, const struct document *documents, size_t count)
{
	bool done = true;
	for (size_t i = 0; done && i < count; i++) {
		dd_region_begin();
		done = do_document(context, &documents[i]);
		dd_region_end();
	}
	return done;
}

/* A function of its own, so that counting can begin with it. */
bool do_again(struct diplodoc *, const struct document *, size_t);
__attribute__((noinline)) bool
do_again(
    struct diplodoc *context, const struct document *documents, size_t count)
{
	return do_all(context, documents, count);
}

int
main(int argc, char **argv)
{
	size_t count = (size_t)argc - 1;
	struct document *documents = calloc(count + 1, sizeof(*documents));
	struct diplodoc *context = diplodoc_new();
	bool done = documents && context;
	dd_region_reserve();
	for (size_t i = 0; done && i < count; i++) {
		documents[i].path = argv[i + 1];
		done = read_document(&documents[i]);
	}
	done = done && do_all(context, documents, count) &&
	    do_again(context, documents, count);
	for (size_t i = 0; documents && i < count; i++)
		free(documents[i].bytes);
	free(documents);
	diplodoc_free(context);
	return done ? 0 : 1;
}
