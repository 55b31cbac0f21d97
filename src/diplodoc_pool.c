/* SPDX-License-Identifier: MIT */
/* The public interface: many documents beside each other, each contained. */
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "diplodoc_private.h"
#include "output/format.h"
#include "run/broker.h"
#include "run/pool.h"
#include "xml/limits.h"
#include "xml/region.h"

enum {
	READABLE_MAX = 2 * DD_DICTIONARIES + 1, /* files, and the resources */
	ANSWER_MAX = 8 * DD_LIMIT_OUTPUT,	/* bytes: all formats of one */
	GRACE = 4, /* seconds over those of the sandbox */
};

struct diplodoc_pool {
	struct dd_pool *pool;
	struct diplodoc_pool_options options;
	struct dd_sandbox_options sandbox;
	const char *readable[READABLE_MAX]; /* by workers themselves */
	struct dd_arena arena;		    /* of its paths */
	struct dd_broker broker;
	int connection; /* in a worker: by which it asks for files */
	const struct dd_messages *messages;
	iconv_t tables[2]; /* kept open, see hold_tables */
	bool held;
};

/* In the worker. */
static void
work(void *context, const char *task, size_t len, struct dd_buffer *answer)
{
	const struct diplodoc_pool *pool = context;
	char *data = NULL;
	size_t size = 0;

	if (pool->options.forgets)
		dd_region_begin();
	pool->options.work(pool->options.context, task, len, &data, &size);
	dd_region_end();
	dd_buffer_add(answer, data, size);
	free(data);
}

/* What fails here fails again for the first document, where it is told. */
static void
prepare(struct dd_engine *engine, const struct diplodoc_pool_options *options)
{
	const struct dd_stylesheet *stylesheet;
	const struct dd_format *format;
	const struct dd_schema *schema;
	const struct dd_rule_set *rules;
	const struct dd_house *house;

	dd_engine_schema(engine, &schema, NULL);
	if (dd_engine_house(engine, options->path, &house, NULL) == DD_OK &&
	    options->check)
		dd_engine_rules(engine, house, &rules, NULL);
	for (size_t i = 0; i < options->format_count; i++) {
		format = dd_format_find(options->formats[i]);
		if (format && format->stylesheet)
			dd_engine_stylesheet(
			    engine, format->stylesheet, &stylesheet, NULL);
	}
}

/* In the worker: what it may not open itself it asks for. */
static void
connect_files(void *context, int fd)
{
	struct diplodoc_pool *pool = context;

	pool->connection = fd;
	dd_broker_connect(&pool->broker.engine->files, &pool->connection);
	/* A page that two processes use costs twice. */
	if (pool->options.single)
		prepare(pool->broker.engine, &pool->options);
}

/* What a worker has in hand, while it is asked for. */
struct hand {
	const struct diplodoc_pool_options *options;
	const struct dd_pool_hand *tasks;
};

static bool
get_document(
    void *context, size_t index, struct dd_broker_document *ret_document)
{
	const struct hand *hand = context;
	const struct diplodoc_pool_options *options = hand->options;
	struct diplodoc_pool_document document = {NULL, NULL, 0};

	if (index >= hand->tasks->count)
		return false;
	if (options->document)
		options->document(options->context,
		    hand->tasks->tasks[index].bytes,
		    hand->tasks->tasks[index].len, &document);
	*ret_document =
	    (struct dd_broker_document){hand->tasks->tasks[index].number,
		document.path, document.bytes, document.len};
	return true;
}

static bool
answer(void *context, int fd, const char *request, size_t len,
    const struct dd_pool_hand *tasks)
{
	struct diplodoc_pool *pool = context;
	struct hand hand = {&pool->options, tasks};
	const struct dd_broker_hand documents = {get_document, &hand};

	return dd_broker_answer(&pool->broker, fd, request, len, &documents);
}

/* Hunspell reads its dictionaries by their names, when a word is first asked
 * for. */
static void
list_readable(struct diplodoc_pool *pool)
{
	const struct dd_engine *engine = pool->broker.engine;
	struct dd_sandbox_options *sandbox = &pool->sandbox;
	char path[DD_FILE_PATH];

	for (size_t i = 0; pool->options.check &&
	     dd_speller_file(&engine->spellers, i, path, sizeof path);
	     i++)
		pool->readable[sandbox->readable_count++] =
		    dd_arena_dup(&pool->arena, path);
	if (engine->resources.directory)
		pool->readable[sandbox->readable_count++] =
		    engine->resources.directory;
	sandbox->readable = pool->readable;
}

/* libxml2 looks for a converter as soon as an encoding is named. Code cannot be
 * loaded in a worker, so what it needs for windows-1252 is loaded here; it knows
 * the other encodings that the gate lets in by itself. */
static void
hold_tables(struct diplodoc_pool *pool)
{
	if (pool->held)
		return;
	pool->held = true;
	pool->tables[0] = iconv_open("UTF-8", "WINDOWS-1252");
	pool->tables[1] = iconv_open("WINDOWS-1252", "UTF-8");
}

static void
release_tables(struct diplodoc_pool *pool)
{
	for (int i = 0; pool->held && i < 2; i++)
		if (pool->tables[i] != (iconv_t)-1)
			iconv_close(pool->tables[i]);
}

struct diplodoc_pool *
diplodoc_pool_new(
    struct diplodoc *context, const struct diplodoc_pool_options *options)
{
	struct diplodoc_pool *pool = dd_calloc(1, sizeof *pool);
	struct dd_pool_options inner = {
	    .workers = options->workers,
	    .worker = {.job = work,
		.connect = connect_files,
		.context = pool,
		.sandbox = &pool->sandbox},
	    .answer = answer,
	    .answer_max = ANSWER_MAX,
	    .wall = (DD_LIMIT_WALL * DD_SANDBOX_SLOWER + GRACE) * 1000,
	    .interrupts = options->interrupts,
	};

	pool->options = *options;
	pool->messages = &context->engine.messages;
	dd_arena_init(&pool->arena);
	dd_broker_init(&pool->broker, &context->engine);
	list_readable(pool);
	pool->pool = dd_pool_new(&inner);
	if (options->forgets)
		dd_region_reserve();
	/* Else every worker would make it for itself. */
	if (!options->single)
		prepare(&context->engine, options);
	return pool;
}

void
diplodoc_pool_free(struct diplodoc_pool *pool)
{
	if (!pool)
		return;
	dd_pool_free(pool->pool);
	dd_broker_release(&pool->broker);
	dd_arena_release(&pool->arena);
	release_tables(pool);
	free(pool);
}

bool
diplodoc_pool_has_room(const struct diplodoc_pool *pool)
{
	return dd_pool_has_room(pool->pool);
}

void
diplodoc_pool_put(struct diplodoc_pool *pool, const void *task, size_t len)
{
	/* The only document, and it names no such encoding. */
	if (!pool->options.single || memmem(task, len, "1252", 4))
		hold_tables(pool);
	dd_pool_put(pool->pool, task, len);
}

/* Why there is no answer. */
static int
explain(const struct diplodoc_pool *pool, enum dd_worker_end end,
    struct diplodoc_error *error)
{
	static const char *const reasons[] = {
	    [DD_END_CRASH] = N_("the process at work on it crashed"),
	    [DD_END_MEMORY] =
		N_("it takes more memory than a document may have"),
	    [DD_END_TIME] = N_("it takes more time than a document may have"),
	    [DD_END_CALL] =
		N_("the process at work on it did what it may not do"),
	    [DD_END_LIE] = N_("what the process at work on it sent is damaged"),
	    [DD_END_FORK] = N_("no process can be started"),
	};
	const char *undone = pool->options.undone;
	struct dd_error inner = {.messages = pool->messages};

	return dd_pass_error(
	    dd_error_set(&inner, DD_E_ENGINE, "%s: %s.",
		dd_message(
		    pool->messages, undone ? undone : N_("It was not checked")),
		dd_message(pool->messages, reasons[end])),
	    &inner, error);
}

int
diplodoc_pool_take(struct diplodoc_pool *pool,
    struct diplodoc_pool_result *ret_result, struct diplodoc_error *error)
{
	struct dd_pool_result inner;

	*ret_result = (struct diplodoc_pool_result){NULL, NULL, 0, 0, false};
	if (!dd_pool_take(pool->pool, &inner))
		return 0;
	ret_result->task = inner.task;
	ret_result->task_len = inner.task_len;
	ret_result->answer = inner.answer;
	ret_result->answer_len = inner.answer_len;
	ret_result->stopped = inner.stopped;
	return inner.done || inner.stopped ? 0
					   : explain(pool, inner.end, error);
}
