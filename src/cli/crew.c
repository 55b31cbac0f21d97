/* SPDX-License-Identifier: MIT */
/*
 * Owns: the words between a session and its workers, and what an interrupt does
 * to a run. Leaves processes to the library.
 */
#include "cli/crew.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cli/console.h"
#include "cli/examine.h"
#include "cli/known.h"
#include "cli/ledger.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/since.h"

enum { RING = 16384 }; /* more than tasks that a pool takes */

/* --- interrupts ------------------------------------------------------------ */

/* Of the run that is under way: a handler is given nothing else. */
static struct dd_crew *interrupted;

static void
count_interrupt(int signal)
{
	interrupted->signal = signal;
	interrupted->interrupts++;
}

static void
catch_interrupts(struct dd_crew *crew)
{
	struct sigaction action = {
	    .sa_handler = crew ? count_interrupt : SIG_DFL};
	static const int signals[] = {SIGINT, SIGTERM};
	struct sigaction before;

	if (crew)
		interrupted = crew;
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		/* Who starts a program so that it ignores them means it. */
		if (sigaction(signals[i], NULL, &before) == 0 &&
		    before.sa_handler != SIG_IGN)
			sigaction(signals[i], &action, NULL);
}

/* --- in a worker ----------------------------------------------------------- */

/* A task is a head, the path, and the bytes; a head is the name in messages and
 * what else is known of the input. */
static void
work(void *context, const void *task, size_t len, char **ret_answer,
    size_t *ret_len)
{
	struct dd_crew *crew = context;
	const struct dd_work *todo = crew->work;
	struct dd_wire wire = {task, len, &crew->arena, false};
	const char *text = dd_wire_word(&wire);
	struct dd_wire head = {text, strlen(text), &crew->arena, false};
	struct dd_exam exam;
	struct dd_buffer answer;

	exam.name = dd_wire_word(&head);
	exam.known = dd_wire_text(&head);
	exam.old = dd_wire_text(&head);
	exam.path = dd_wire_text(&wire);
	exam.bytes = wire.data;
	exam.len = wire.len;
	dd_buffer_init(&answer, 0);
	if (todo->serve)
		todo->serve(todo->data, &exam, &answer);
	else
		dd_examine(crew->session, todo, &exam, &answer);
	dd_arena_release(&crew->arena);
	*ret_answer = dd_buffer_take(&answer, ret_len);
}

/* --- in the session -------------------------------------------------------- */

/* Where the document of a task stands in it. */
static void
find_document(void *context, const void *task, size_t len,
    struct diplodoc_pool_document *ret_document)
{
	struct dd_crew *crew = context;
	struct dd_wire wire = {task, len, &crew->task, false};

	dd_arena_release(&crew->task);
	dd_wire_text(&wire);
	ret_document->path = dd_wire_text(&wire);
	ret_document->bytes = wire.data;
	ret_document->len = wire.len;
}

/* As dd_session_next, for the work at hand. */
static bool
find_next(const struct dd_crew *crew, size_t *index)
{
	return crew->work->all ? dd_inputs_has(&crew->session->inputs, *index)
			       : dd_session_next(crew->session, index);
}

/* False also where nobody knows yet: who writes a second line may wait for what
 * is answered to the first. */
static bool
is_single(struct dd_session *session)
{
	return !dd_inputs_waits(&session->inputs, 1) &&
	    !dd_inputs_has(&session->inputs, 1);
}

static size_t
count_workers(const struct dd_session *session, bool single)
{
	long online = sysconf(_SC_NPROCESSORS_ONLN);

	if (single)
		return 1;
	if (session->set->jobs > 0)
		return session->set->jobs;
	return online > 0 ? (size_t)online : 1;
}

void
dd_crew_open(struct dd_crew *crew, struct dd_session *session,
    const struct dd_work *todo)
{
	const struct dd_settings *set = session->set;
	struct diplodoc_pool_options options = {
	    .work = work,
	    .context = crew,
	    .document = find_document,
	    .check = session->check != NULL,
	    .formats = set->to.items,
	    .format_count = set->to.count,
	    .forgets = true,
	    .interrupts = &crew->interrupts,
	    .undone = todo->undone,
	};
	size_t first = 0;

	*crew = (struct dd_crew){.session = session, .work = todo};
	dd_buffer_init(&crew->own, 0);
	if (!find_next(crew, &first))
		return;
	options.single = is_single(session);
	options.workers = count_workers(session, options.single);
	options.path = dd_session_path(session, first);
	crew->given = dd_calloc(RING, sizeof *crew->given);
	crew->pool = diplodoc_pool_new(session->engine, &options);
	session->crew = crew;
	catch_interrupts(crew);
	dd_inputs_heed(&session->inputs, &crew->interrupts);
}

void
dd_crew_close(struct dd_crew *crew, size_t index)
{
	struct dd_session *session = crew->session;

	if (!crew->pool)
		return;
	diplodoc_pool_free(crew->pool);
	catch_interrupts(NULL);
	dd_inputs_heed(&session->inputs, NULL);
	if (crew->interrupts > 0) {
		if (find_next(crew, &index))
			dd_console_say(session->console,
			    "interrupted; `%s` and what comes behind it were "
			    "not done.",
			    dd_session_name(session, index));
		dd_console_note(session->console, 128 + crew->signal);
	}
	free(crew->given);
	dd_arena_release(&crew->arena);
	dd_arena_release(&crew->task);
	dd_buffer_release(&crew->own);
	session->crew = NULL;
}

/* True where a journal has it already. */
static bool
is_done(struct dd_session *session, size_t index, const struct dd_buffer *bytes)
{
	return session->ledger &&
	    dd_ledger_begin(session->ledger, session, index, bytes);
}

static int
read_input(struct dd_crew *crew, size_t index, struct dd_buffer *bytes,
    struct dd_error *error)
{
	const struct dd_work *work = crew->work;

	return work->load ? work->load(work->data, index, bytes, error)
			  : dd_session_load(crew->session, index, bytes, error);
}

/* Reads one input. Nobody knows when standard input ends, so an interrupt ends
 * the program meanwhile. */
static int
load(struct dd_crew *crew, size_t index, struct dd_buffer *bytes)
{
	bool piped =
	    !crew->work->load && dd_session_is_piped(crew->session, index);
	int result;

	if (piped)
		catch_interrupts(NULL);
	result = read_input(crew, index, bytes, NULL);
	if (piped)
		catch_interrupts(crew);
	return result;
}

/* The task that an input is. */
static void
make_task(const struct dd_crew *crew, size_t index,
    const struct dd_buffer *bytes, struct dd_buffer *task)
{
	const struct dd_session *session = crew->session;
	const char *name = dd_session_name(session, index);
	char *known =
	    session->known ? dd_known_path(session->known, name) : NULL;
	struct dd_buffer head;

	dd_buffer_init(&head, 0);
	dd_wire_put_text(&head, name);
	dd_wire_put_text(&head, known);
	dd_wire_put_text(&head,
	    session->since ? dd_since_lines(session->since, index) : NULL);
	dd_buffer_init(task, 0);
	dd_wire_put_text(task, head.data);
	dd_wire_put_text(task, dd_session_path(session, index));
	dd_buffer_add(task, bytes->data, bytes->len);
	dd_buffer_release(&head);
	free(known);
}

/* Hands out one input. What cannot be read, or need not be done, is left for its
 * turn. */
static void
give(struct dd_crew *crew, size_t index)
{
	struct dd_session *session = crew->session;
	struct dd_buffer bytes, task;
	bool *given = &crew->given[index % RING];

	dd_buffer_init(&bytes, 0);
	*given = load(crew, index, &bytes) == DD_OK &&
	    !is_done(session, index, &bytes);
	if (*given) {
		make_task(crew, index, &bytes, &task);
		diplodoc_pool_put(crew->pool, task.data, task.len);
		dd_buffer_release(&task);
	}
	if (crew->work->load)
		dd_buffer_release(&bytes);
	else
		dd_session_keep(session, index, &bytes);
}

static void
look_ahead(struct dd_crew *crew, size_t index)
{
	if (crew->next < index)
		crew->next = index;
	while (crew->interrupts == 0 && crew->next < index + RING &&
	    diplodoc_pool_has_room(crew->pool) &&
	    (crew->next == index ||
		!dd_inputs_waits(&crew->session->inputs, crew->next)) &&
	    find_next(crew, &crew->next))
		give(crew, crew->next++);
}

/* The bytes of the input behind its name and path. */
static void
copy_bytes(struct dd_crew *crew, const struct diplodoc_pool_result *result,
    struct dd_buffer *bytes)
{
	struct dd_wire wire = {
	    result->task, result->task_len, &crew->arena, false};

	dd_wire_text(&wire);
	dd_wire_text(&wire);
	dd_buffer_add(bytes, wire.data, wire.len);
}

bool
dd_crew_take(struct dd_crew *crew, size_t index, struct dd_buffer *bytes)
{
	struct diplodoc_pool_result result;
	struct diplodoc_error error = {0};

	look_ahead(crew, index);
	crew->present = index < crew->next && crew->given[index % RING];
	crew->stopped = !crew->present && crew->interrupts > 0;
	if (!crew->present)
		return false;
	dd_arena_release(&crew->arena);
	crew->code = diplodoc_pool_take(crew->pool, &result, &error);
	memcpy(crew->failure, error.text, sizeof(crew->failure));
	crew->stopped = result.stopped;
	crew->answer = (struct dd_wire){
	    result.answer, result.answer_len, &crew->arena, false};
	copy_bytes(crew, &result, bytes);
	return true;
}

bool
dd_crew_is_stopped(const struct dd_crew *crew)
{
	return crew->stopped;
}

int
dd_crew_refuse(struct dd_crew *crew, struct diplodoc_error *error)
{
	const struct dd_messages *messages = &crew->session->console->messages;
	const char *undone = crew->work->undone;

	error->code = DIPLODOC_E_ENGINE;
	snprintf(error->text, sizeof(error->text),
	    dd_message(messages, "%s: %s."),
	    dd_message(messages, undone ? undone : N_("It was not checked")),
	    dd_message(messages,
		N_("what the process at work on it sent is damaged")));
	return DIPLODOC_E_ENGINE;
}

void
dd_crew_tell(const struct dd_crew *crew, size_t index,
    const struct diplodoc_error *error)
{
	struct dd_session *session = crew->session;

	dd_console_say(session->console, "%s: %s",
	    dd_session_name(session, index), error->text);
	dd_console_note(session->console, DD_EXIT_NOT_CHECKED);
}

void
dd_crew_work(struct dd_crew *crew, size_t index, const struct dd_buffer *bytes)
{
	struct dd_buffer task;
	char *answer;
	size_t len;

	make_task(crew, index, bytes, &task);
	work(crew, task.data, task.len, &answer, &len);
	dd_buffer_release(&crew->own);
	dd_buffer_add(&crew->own, answer, len);
	crew->answer = (struct dd_wire){
	    crew->own.data, crew->own.len, &crew->arena, false};
	crew->code = DIPLODOC_OK;
	crew->present = true;
	dd_buffer_release(&task);
	free(answer);
}

/* The same for an input that is not read yet. */
static int
read_and_work(struct dd_crew *crew, size_t index, struct dd_buffer *bytes,
    struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &crew->session->console->messages};
	int result = read_input(crew, index, bytes, &inner);

	if (result == DD_OK)
		dd_crew_work(crew, index, bytes);
	memcpy(error->text, inner.text, sizeof(error->text));
	return result;
}

int
dd_crew_await(struct dd_crew *crew, size_t index, struct dd_buffer *bytes,
    struct diplodoc_error *error)
{
	if (dd_crew_take(crew, index, bytes)) {
		memcpy(error->text, crew->failure, sizeof(error->text));
		return crew->code;
	}
	return crew->stopped ? DIPLODOC_OK
			     : read_and_work(crew, index, bytes, error);
}

int
dd_crew_document(struct dd_crew *crew, size_t index,
    const struct dd_buffer *bytes, struct diplodoc_document **ret_document,
    struct diplodoc_error *error)
{
	static const char nothing[] = "0,0,0,0,"; /* not checked, no findings */
	struct dd_session *session = crew->session;
	const char *record = nothing, *sentence = crew->failure;
	int result = crew->code;

	if (result == DIPLODOC_OK) {
		result = dd_wire_code(&crew->answer);
		sentence = dd_wire_word(&crew->answer);
		record = dd_wire_word(&crew->answer);
	}
	*ret_document = diplodoc_replay(session->engine,
	    dd_session_name(session, index), dd_session_path(session, index),
	    bytes->data, bytes->len, record, strlen(record));
	if (crew->answer.failed || !*ret_document)
		return dd_crew_refuse(crew, error);
	error->code = result;
	if (result != DIPLODOC_OK)
		memccpy(error->text, sentence, 0, sizeof(error->text) - 1);
	return result;
}

struct dd_wire *
dd_crew_answer(struct dd_crew *crew)
{
	return crew && crew->present ? &crew->answer : NULL;
}
