/* SPDX-License-Identifier: MIT */
#include "cli/across.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/wire.h"
#include "cli/crew.h"
#include "cli/examine.h"
#include "cli/options.h"
#include "cli/timing.h"

/* The `serve` of a dd_work: what it took, a code and a sentence, and the facts. */
static void
put_facts(void *data, const struct dd_exam *exam, struct dd_buffer *answer)
{
	const struct dd_session *session = data;
	uint64_t before = dd_timing_clock();
	struct diplodoc_error error = {0};
	char *facts;
	size_t len;
	int result = diplodoc_facts(session->engine, exam->name, exam->path,
	    exam->bytes, exam->len, &facts, &len, &error);

	dd_wire_put_number(answer, dd_timing_clock() - before);
	dd_wire_put_number(answer, (size_t)-result);
	dd_wire_put_text(answer, error.text);
	dd_buffer_add(answer, facts, len);
	free(facts);
}

/* Adds what a worker sent. Returns 0; or a code and `error`. */
static int
take_facts(struct diplodoc_archive *archive, struct dd_session *session,
    size_t index, struct dd_crew *crew, struct diplodoc_error *error)
{
	struct dd_wire *wire = &crew->answer;
	uint64_t cost = dd_wire_number(wire);
	size_t code = dd_wire_number(wire);
	const char *sentence = dd_wire_word(wire);

	if (wire->failed || code > (size_t)-DIPLODOC_E_OUTPUT)
		return dd_crew_refuse(crew, error);
	if (session->timing)
		dd_timing_add(session->timing, "other documents", cost);
	if (code == 0)
		diplodoc_archive_add(archive, dd_session_name(session, index),
		    wire->data, wire->len);
	memccpy(error->text, sentence, 0, sizeof(error->text) - 1);
	return -(int)code;
}

/* False where the run is interrupted. */
static bool
add_input(struct diplodoc_archive *archive, struct dd_session *session,
    size_t index, struct dd_crew *crew)
{
	struct diplodoc_error error = {0};
	struct dd_buffer bytes;
	int result;

	dd_buffer_init(&bytes, 0);
	result = dd_crew_await(crew, index, &bytes, &error);
	dd_buffer_release(&bytes);
	if (dd_crew_is_stopped(crew))
		return false;
	if (result == DIPLODOC_OK)
		result = take_facts(archive, session, index, crew, &error);
	else if (result == DIPLODOC_E_ENGINE)
		return true; /* its check will end like this, and say so */
	if (result != DIPLODOC_OK)
		dd_inputs_refuse(&session->inputs, index, result, error.text);
	return true;
}

struct diplodoc_archive *
dd_across_read(
    struct dd_session *session, const struct diplodoc_check_options *options)
{
	const struct dd_work work = {
	    .serve = put_facts, .data = session, .all = true};
	struct diplodoc_archive *archive;
	struct dd_crew crew;
	size_t i = 0;

	if (session->set->no_across || !dd_inputs_has(&session->inputs, 1) ||
	    !diplodoc_archive_is_needed(options))
		return NULL;
	archive = diplodoc_archive_new();
	dd_crew_open(&crew, session, &work);
	while (dd_inputs_has(&session->inputs, i) &&
	    add_input(archive, session, i, &crew))
		i++;
	dd_crew_close(&crew, i);
	diplodoc_archive_judge(archive);
	return archive;
}
