/* SPDX-License-Identifier: MIT */
/* Editions by path; a file that was changed since is read again. */
#include "run/editions.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/files.h"
#include "base/memory.h"
#include "run/document.h"
#include "run/engine.h"
#include "xml/limits.h"

enum {
	KEPT = 64,
	KEPT_BYTES = 2 * DD_LIMIT_INPUT, /* of their texts */
};

/* One that was read. */
struct slot {
	char *path; /* owned; NULL: free */
	struct stat status;
	struct dd_edition edition;
};

struct dd_editions {
	struct slot slots[KEPT];
	size_t next;	    /* the oldest one */
	const char **named; /* in the engine's arena */
	size_t named_count;
};

static struct dd_editions *
get_editions(struct dd_engine *engine)
{
	if (!engine->editions)
		engine->editions = dd_calloc(1, sizeof *engine->editions);
	return engine->editions;
}

static bool
is_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino &&
	    a->st_size == b->st_size &&
	    a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	    a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static void
empty_slot(struct slot *slot)
{
	free(slot->path);
	dd_edition_release(&slot->edition);
	*slot = (struct slot){.path = NULL};
}

/* Places are asked for where something differs, so the text stays. */
static void
take_source(struct dd_document *document, struct dd_edition *edition)
{
	edition->source = document->source;
	edition->source.name = edition->file;
	document->source = (struct dd_source){.name = document->name};
}

/* What is wrong with it is said where it is checked itself. */
static void
read_edition(struct dd_engine *engine, const char *path, struct dd_file *file,
    struct dd_edition *ret_edition)
{
	struct dd_document document;
	struct dd_buffer bytes;

	dd_buffer_init(&bytes, 0);
	if (dd_file_take(file, path, DD_LIMIT_INPUT, &bytes, NULL) == DD_OK) {
		dd_document_open(
		    &document, engine, path, NULL, bytes.data, bytes.len);
		if (document.admitted &&
		    dd_parse(&document.source, &document.sink, &document.tree))
			dd_edition_read(ret_edition, path, &document.tree);
		take_source(&document, ret_edition);
		dd_document_close(&document);
	}
	dd_buffer_release(&bytes);
}

/* Forgets the others, from the oldest one, where the texts are too long. */
static void
limit_slots(struct dd_editions *editions, const struct slot *newest)
{
	size_t len = 0;

	for (size_t i = 0; i < KEPT; i++)
		len += editions->slots[i].edition.source.len;
	for (size_t i = 0; i < KEPT && len > KEPT_BYTES; i++) {
		struct slot *slot =
		    &editions->slots[(editions->next + i) % KEPT];

		if (slot == newest)
			continue;
		len -= slot->edition.source.len;
		empty_slot(slot);
	}
}

static struct slot *
find_slot(struct dd_editions *editions, const char *path)
{
	for (size_t i = 0; i < KEPT; i++)
		if (editions->slots[i].path &&
		    strcmp(editions->slots[i].path, path) == 0)
			return &editions->slots[i];
	return NULL;
}

/* The edition in an open file, which is closed. */
static struct dd_edition *
keep_edition(struct dd_engine *engine, const char *path, struct dd_file *file)
{
	struct dd_editions *editions = get_editions(engine);
	struct slot *slot = find_slot(editions, path);

	if (slot && is_same_file(&slot->status, &file->status)) {
		dd_file_close(file);
		return &slot->edition;
	}
	if (!slot)
		slot = &editions->slots[editions->next++ % KEPT];
	empty_slot(slot);
	slot->path = dd_strdup(path);
	slot->status = file->status;
	read_edition(engine, slot->path, file, &slot->edition);
	limit_slots(editions, slot);
	return &slot->edition;
}

static struct dd_edition *
get_edition(void *context, const char *document, const char *name)
{
	struct dd_engine *engine = context;
	const struct dd_file_request request = {
	    .kind = document ? DD_FILE_EDITION : DD_FILE_RUN,
	    .from = document,
	    .name = name,
	};
	struct dd_file file;

	dd_file_open(&engine->files, &request, &file);
	if (file.fd < 0)
		return NULL;
	return keep_edition(engine, document ? file.path : name, &file);
}

void
dd_editions_find(struct dd_engine *engine, const char *path,
    struct dd_arena *arena, struct dd_edition_shelf *ret_shelf)
{
	const struct dd_editions *editions = engine->editions;
	size_t count = editions ? editions->named_count : 0;

	*ret_shelf =
	    (struct dd_edition_shelf){.get = get_edition, .context = engine};
	if (!path || count == 0)
		return;
	ret_shelf->peers = dd_arena_alloc(arena, count * sizeof(char *));
	if (strcmp(path, editions->named[0]) != 0)
		count = 1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(path, editions->named[i]) != 0)
			ret_shelf->peers[ret_shelf->peer_count++] =
			    editions->named[i];
}

/* The first of those before `index` that has the same language, or `index`. */
static size_t
find_twin(char *const *langs, size_t index)
{
	for (size_t i = 0; i < index && langs[index]; i++)
		if (langs[i] && dd_ascii_equal(langs[i], langs[index]))
			return i;
	return index;
}

int
dd_editions_name(struct dd_engine *engine, const char *const *paths,
    size_t count, struct dd_error *error)
{
	struct dd_editions *editions = get_editions(engine);
	char **langs = dd_arena_alloc(&engine->arena, count * sizeof *langs);

	if (count < 2)
		return dd_error_set(error, DD_E_USAGE,
		    "Editions are compared with each other, but there is only "
		    "one document; name two or more.");
	editions->named =
	    dd_arena_alloc(&engine->arena, count * sizeof *editions->named);
	editions->named_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct dd_edition *edition =
		    get_edition(engine, NULL, paths[i]);
		size_t twin;

		editions->named[i] = dd_arena_dup(&engine->arena, paths[i]);
		langs[i] = dd_arena_dup(
		    &engine->arena, edition ? edition->lang : NULL);
		twin = find_twin(langs, i);
		if (twin < i)
			return dd_error_set(error, DD_E_USAGE,
			    "`%s` and `%s` are both in `%s`; name one edition "
			    "in each language.",
			    paths[twin], paths[i], langs[i]);
	}
	return DD_OK;
}

bool
dd_editions_has(const struct dd_engine *engine, const char *path)
{
	const struct dd_editions *editions = engine->editions;

	for (size_t i = 0; editions && i < editions->named_count; i++)
		if (strcmp(editions->named[i], path) == 0)
			return true;
	return false;
}

void
dd_editions_release(struct dd_engine *engine)
{
	for (size_t i = 0; engine->editions && i < KEPT; i++)
		empty_slot(&engine->editions->slots[i]);
	free(engine->editions);
	engine->editions = NULL;
}
