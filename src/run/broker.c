/* SPDX-License-Identifier: MIT */
/*
 * Owns: what a worker may ask for. Leaves how a file is found and opened to
 * base/files.c, which does the same where a document is read in the process
 * itself.
 */
#include "run/broker.h"
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/files.h"
#include "check/image.h"
#include "run/broker_wire.h"
#include "run/editions.h"
#include "run/engine.h"
#include "xml/limits.h"

/* --- in the worker --------------------------------------------------------- */

static void
ask(void *context, const struct dd_file_request *request,
    struct dd_file *ret_file)
{
	char bytes[2 * DD_FILE_PATH];
	size_t len = dd_broker_put_request(request, bytes, sizeof bytes);
	const int *fd = context;

	if (len == 0)
		ret_file->error = ENAMETOOLONG;
	else if (write(*fd, bytes, len) != (ssize_t)len ||
	    !dd_broker_receive_file(*fd, ret_file))
		_exit(1); /* the parent is gone, or will not hear */
}

void
dd_broker_connect(struct dd_files *files, const int *fd)
{
	files->open = ask;
	files->context = (void *)fd;
}

/* --- in the parent --------------------------------------------------------- */

/* A house or rules that a worker has; what it names may be asked for. */
struct grant {
	const char *inside; /* of what it includes; NULL: it is a house */
};

/* One request on its way. */
struct errand {
	struct dd_broker *broker;
	struct dd_file_request request;
	const struct dd_broker_hand *hand;
};

void
dd_broker_init(struct dd_broker *broker, struct dd_engine *engine)
{
	*broker = (struct dd_broker){.engine = engine};
	dd_table_init(&broker->granted);
	dd_arena_init(&broker->arena);
}

void
dd_broker_release(struct dd_broker *broker)
{
	dd_table_release(&broker->granted);
	dd_arena_release(&broker->arena);
	dd_broker_names_release(&broker->names);
}

static void
grant(struct dd_broker *broker, const char *path, const char *inside)
{
	struct grant *grant;

	if (dd_table_find(&broker->granted, path))
		return;
	grant = dd_arena_alloc(&broker->arena, sizeof *grant);
	*grant = (struct grant){dd_arena_dup(&broker->arena, inside)};
	dd_table_add(
	    &broker->granted, dd_arena_dup(&broker->arena, path), grant);
}

/* The document that is asked from. */
static bool
find_document(
    const struct errand *errand, struct dd_broker_document *ret_document)
{
	const struct dd_broker_hand *hand = errand->hand;
	const char *from = errand->request.from;

	for (size_t i = 0; from && hand->get(hand->context, i, ret_document);
	     i++)
		if (ret_document->path && strcmp(ret_document->path, from) == 0)
			return true;
	return false;
}

/* What a document names, and a house or rules do. */
static bool
is_in_document(struct errand *errand)
{
	struct dd_broker_document document;

	return errand->request.name && find_document(errand, &document) &&
	    dd_broker_names_have(&errand->broker->names, document.number,
		document.bytes, document.len, errand->request.name);
}

static bool
is_in_file(const char *path, const char *name)
{
	const struct dd_file_request request = {DD_FILE_RUN, .name = path};
	struct dd_broker_names names = {.number = 0};
	struct dd_buffer bytes;
	struct dd_file file;
	bool found;

	dd_buffer_init(&bytes, 0);
	dd_file_open(NULL, &request, &file);
	found =
	    dd_file_take(&file, path, DD_LIMIT_INPUT, &bytes, NULL) == DD_OK &&
	    dd_broker_names_have(&names, 1, bytes.data, bytes.len, name);
	dd_broker_names_release(&names);
	dd_buffer_release(&bytes);
	return found;
}

/* --- one function for each kind, true where it may be had ------------------ */

typedef bool may_have(struct errand *errand);

static bool
may_have_of_run(struct errand *errand)
{
	return errand->request.name &&
	    dd_editions_has(errand->broker->engine, errand->request.name);
}

static bool
may_have_house(struct errand *errand)
{
	struct dd_broker_document document;

	return find_document(errand, &document);
}

/* Houses that were read before the worker was forked count as handed over. */
static bool
may_have_rules(struct errand *errand)
{
	struct dd_file_request *request = &errand->request;
	const struct dd_broker *broker = errand->broker;
	const struct grant *from =
	    dd_table_find(&broker->granted, request->from);

	if (!request->name || !request->from ||
	    (!from && !dd_table_find(&broker->engine->houses, request->from)))
		return false;
	request->inside = from ? from->inside : NULL;
	return is_in_file(request->from, request->name);
}

static bool
may_have_zone(struct errand *errand)
{
	const struct dd_zone_db *zones = &errand->broker->engine->zones;

	errand->request.from = zones->directory;
	return errand->request.name &&
	    (dd_zone_may_exist(errand->request.name) ||
		strcmp(errand->request.name, "tzdata.zi") == 0);
}

static may_have *const rights[DD_FILE_KINDS] = {
    [DD_FILE_RUN] = may_have_of_run,
    [DD_FILE_HOUSE] = may_have_house,
    [DD_FILE_RULES] = may_have_rules,
    [DD_FILE_LINKED] = is_in_document,
    [DD_FILE_PICTURE] = is_in_document,
    [DD_FILE_EDITION] = is_in_document,
    [DD_FILE_ZONE] = may_have_zone,
};

/* --- what is in it --------------------------------------------------------- */

enum { LOOK = 4096 }; /* bytes, enough for each kind of image and for XML */

static bool
begins_like_xml(const unsigned char *bytes, size_t len)
{
	size_t at = 0;

	/* Marks of encodings, and the other half of characters of UTF-16. */
	while (at < len &&
	    (bytes[at] == 0 || bytes[at] >= 0xBB ||
		strchr(" \t\r\n", bytes[at])))
		at++;
	return at < len && bytes[at] == '<';
}

/* A document can name a file, but not what is in it: what is no picture, and no
 * other document, stays here. */
static void
hold_back(enum dd_file_kind kind, struct dd_file *file)
{
	unsigned char bytes[LOOK];
	ssize_t len =
	    file->fd < 0 ? 0 : pread(file->fd, bytes, sizeof bytes, 0);

	if (file->fd < 0)
		return;
	if (kind == DD_FILE_PICTURE &&
	    (len < 0 ||
		dd_image_look(bytes, (size_t)len).kind == DD_IMAGE_OTHER))
		dd_file_close(file);
	if (kind == DD_FILE_EDITION &&
	    (len < 0 || !begins_like_xml(bytes, (size_t)len)))
		dd_file_close(file);
}

/* What it names may be asked for from now on. */
static void
remember(const struct errand *errand, const struct dd_file *file)
{
	const struct dd_file_request *request = &errand->request;
	const char *inside = request->inside;

	if (file->fd < 0)
		return;
	if (request->kind == DD_FILE_HOUSE)
		grant(errand->broker, file->path, NULL);
	if (request->kind == DD_FILE_RULES)
		grant(errand->broker, file->path, inside ? inside : file->path);
}

bool
dd_broker_answer(struct dd_broker *broker, int fd, const char *request,
    size_t len, const struct dd_broker_hand *hand)
{
	struct errand errand = {.broker = broker, .hand = hand};
	struct dd_file file = {.error = EACCES, .fd = -1};
	bool sent;

	if (!dd_broker_get_request(request, len, &errand.request))
		return false;
	if (rights[errand.request.kind](&errand)) {
		dd_file_open(NULL, &errand.request, &file);
		hold_back(errand.request.kind, &file);
		remember(&errand, &file);
	}
	sent = dd_broker_send_file(fd, &file);
	dd_file_close(&file);
	return sent;
}
