/* SPDX-License-Identifier: MIT */
/* Owns: the order of an answer. Leaves processes to crew.c. */
#include "cli/examine.h"
#include <stdlib.h>
#include "base/buffer.h"
#include "base/wire.h"
#include "cli/known.h"
#include "cli/mend.h"
#include "cli/session.h"
#include "cli/since.h"
#include "cli/timing.h"
#include "diplodoc.h"

int
dd_examine_round(struct dd_session *session, const struct dd_exam *exam,
    struct diplodoc_document *document, struct diplodoc_error *error)
{
	if (session->since)
		dd_since_enter(session->since);
	if (session->known)
		dd_known_enter(session->known, exam->known);
	return session->check ? diplodoc_check(document, session->check, error)
			      : diplodoc_validate(document, error);
}

void
dd_examine(struct dd_session *session, const struct dd_work *work,
    const struct dd_exam *exam, struct dd_buffer *answer)
{
	struct diplodoc_document *document = diplodoc_open(
	    session->engine, exam->name, exam->path, exam->bytes, exam->len);
	struct diplodoc_error error = {0};
	char *record;
	size_t len;
	int result;

	if (session->spent)
		dd_timing_clear(session->spent);
	if (session->since)
		dd_since_recall(session->since, exam->old);
	result = dd_examine_round(session, exam, document, &error);
	record = diplodoc_record(document, &len);
	dd_wire_put_number(answer, (size_t)-result);
	dd_wire_put_text(answer, error.text);
	dd_wire_put_text(answer, record);
	free(record);
	if (result == DIPLODOC_OK && dd_mend_is_asked(session->set))
		dd_mend_rounds(session, exam, &document, answer);
	if (session->spent)
		dd_timing_put(session->spent, answer);
	if (result == DIPLODOC_OK && work->answer)
		work->answer(work->data, document, exam->name, answer);
	diplodoc_close(document);
}
