/* SPDX-License-Identifier: MIT */
/* Owns: which files are read, and how a fault in one is told. */
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/memory.h"
#include "check/schematron_internal.h"
#include "xml/gate.h"
#include "xml/limits.h"
#include "xml/locate.h"

bool
dd_sch_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	    dd_ns_is(node->ns, DD_NS_SCHEMATRON) &&
	    (!name || strcmp((const char *)node->name, name) == 0);
}

static struct dd_sch_file *
find_file(const struct dd_sch_reader *reader, const xmlNode *node)
{
	struct dd_sch_file *file = reader->schematron->files;

	while (file->tree.doc != node->doc)
		file = file->next;
	return file;
}

const char *
dd_sch_place(struct dd_sch_reader *reader, const xmlNode *node,
    const xmlAttr *attr, size_t at)
{
	struct dd_sch_file *file = find_file(reader, node);
	struct dd_place place;
	struct dd_range range = attr
	    ? dd_locate_in_value(&file->tree, attr, at, at + 1)
	    : node->type == XML_ELEMENT_NODE
	    ? dd_locate_tag(&file->tree, node)
	    : dd_locate_text(&file->tree, node, at, at + 1);

	dd_source_place(&file->source, range, &place);
	return dd_arena_printf(&reader->schematron->arena, "%s:%zu:%zu",
	    file->path, place.line, place.column);
}

int
dd_sch_fail(struct dd_sch_reader *reader, const xmlNode *node,
    const xmlAttr *attr, size_t at, const char *format, ...)
{
	char text[512];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, dd_error_say(reader->error, format), args);
	va_end(args);
	return dd_error_set(reader->error, DD_E_USAGE,
	    "The rules cannot be used: %s: %s.",
	    dd_sch_place(reader, node, attr, at), text);
}

int
dd_sch_count(struct dd_sch_reader *reader, const xmlNode *node)
{
	if (++reader->schematron->part_count <= DD_LIMIT_HOUSE_PARTS)
		return 0;
	return dd_sch_fail(reader, node, NULL, 0,
	    "there are more than %d patterns, rules, checks, variables and "
	    "expressions",
	    DD_LIMIT_HOUSE_PARTS);
}

int
dd_sch_refuse(struct dd_sch_reader *reader, const xmlNode *node)
{
	if (dd_sch_is(node, NULL))
		return dd_sch_fail(reader, node, NULL, 0,
		    "`<%s>` has no place here", (const char *)node->name);
	if (node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE) {
		const char *text = (const char *)node->content;
		size_t at = strspn(text, DD_ASCII_SPACES);

		if (text[at])
			return dd_sch_fail(
			    reader, node, NULL, at, "no text may stand here");
	}
	return 0;
}

static const xmlNode *
get_root(const struct dd_sch_file *file)
{
	return dd_node_child((xmlNode *)file->tree.doc, NULL);
}

static int
fail_file(struct dd_sch_reader *reader, struct dd_sch_file *file)
{
	const struct dd_diagnostic *first;
	struct dd_place place;

	dd_sink_sort(&file->sink);
	first = file->sink.first;
	dd_source_place(&file->source, first->range, &place);
	return dd_error_set(reader->error, DD_E_USAGE,
	    "The rules cannot be used: %s:%zu:%zu: %s", file->path, place.line,
	    place.column, first->message);
}

int
dd_sch_file_read(struct dd_sch_reader *reader, const char *path,
    struct dd_file *opened, const xmlNode *includer, const xmlNode **ret_root)
{
	struct dd_schematron *schematron = reader->schematron;
	struct dd_sch_file *file =
	    dd_arena_alloc(&schematron->arena, sizeof *file);
	struct dd_error cause = dd_error_like(reader->error);
	struct dd_buffer bytes;
	int result;

	file->path = dd_arena_dup(&schematron->arena, path);
	file->real = dd_arena_dup(
	    &schematron->arena, opened->real[0] ? opened->real : path);
	file->includer = includer;
	file->next = schematron->files;
	schematron->files = file;
	dd_sink_init(&file->sink, 1);
	file->sink.messages = cause.messages;
	dd_buffer_init(&bytes, 0);
	/* What is included is called by where it was found to lie. */
	result = dd_file_take(opened, includer ? file->real : path,
	    DD_LIMIT_INPUT, &bytes, &cause);
	if (result < 0)
		result =
		    dd_error_set(reader->error, DD_E_USAGE, "%s", cause.text);
	else if (!dd_gate(file->path, bytes.data, bytes.len, &file->source,
		     &file->sink) ||
	    !dd_parse(&file->source, &file->sink, &file->tree))
		result = fail_file(reader, file);
	else
		*ret_root = get_root(file);
	dd_buffer_release(&bytes);
	return result;
}

void
dd_schematron_digest(
    const struct dd_schematron *schematron, struct dd_digest *digest)
{
	for (const struct dd_sch_file *f = schematron->files; f; f = f->next)
		dd_digest_add(digest, f->source.text, f->source.len);
}

static size_t
count_files(const struct dd_sch_file *file)
{
	size_t count = 0;

	for (; file; file = file->next)
		count++;
	return count;
}

/* True where the file that an include stands in, or one that it stands in by
 * inclusion, is the one at that real path. */
static bool
is_loop(
    const struct dd_sch_reader *reader, const xmlNode *node, const char *real)
{
	while (node) {
		const struct dd_sch_file *file = find_file(reader, node);

		if (strcmp(file->real, real) == 0)
			return true;
		node = file->includer;
	}
	return false;
}

static const xmlNode *
read_included(struct dd_sch_reader *reader, const xmlNode *node,
    const xmlAttr *attr, const struct dd_sch_file *in)
{
	const struct dd_file_request request = {DD_FILE_RULES, .from = in->path,
	    .name = dd_attr_text(attr), .inside = reader->schematron->path};
	const struct dd_sch_file *file = reader->schematron->files;
	const xmlNode *root = NULL;
	struct dd_file opened;

	dd_file_open(reader->files, &request, &opened);
	if (!opened.real[0] || opened.error == EXDEV)
		dd_sch_fail(reader, node, attr, 0,
		    opened.real[0]
			? N_("`%s` leads out of the folder of the rules")
			: N_("there is no file `%s`"),
		    dd_attr_text(attr));
	else if (is_loop(reader, node, opened.real))
		dd_sch_fail(reader, node, attr, 0, "`%s` includes itself",
		    dd_attr_text(attr));
	else if (count_files(file) >= DD_LIMIT_HOUSE_FILES)
		dd_sch_fail(reader, node, attr, 0,
		    "there are more than %d files", DD_LIMIT_HOUSE_FILES);
	else
		dd_sch_file_read(reader, opened.path, &opened, node, &root);
	dd_file_close(&opened);
	return root;
}

const xmlNode *
dd_sch_resolve(struct dd_sch_reader *reader, const xmlNode *node)
{
	const xmlAttr *attr;
	const struct dd_sch_file *file;

	if (!dd_sch_is(node, "include"))
		return node;
	for (file = reader->schematron->files; file; file = file->next)
		if (file->includer == node)
			return get_root(file);
	attr = dd_node_attr(node, "href");
	if (!attr || !dd_folder_takes(dd_attr_text(attr))) {
		dd_sch_fail(reader, node, attr, 0,
		    "`href` of an `include` is a path from the file's own "
		    "folder");
		return NULL;
	}
	return read_included(reader, node, attr, find_file(reader, node));
}
