/* SPDX-License-Identifier: MIT */
/*
 * Owns: the answer to a line of JSON, one line each; its shape is in
 * schemas/answer.schema.json.
 */
#include "report/answer.h"
#include "base/buffer.h"
#include "report/emitter.h"
#include "report/json.h"

static void
emit_made(struct dd_emitter *to, const struct dd_made *made)
{
	dd_emit_open(to, NULL, '{');
	dd_emit_text(to, "format", made->format);
	if (made->failure)
		dd_emit_text(to, "failure", made->failure);
	else if (made->path)
		dd_emit_text(to, "path", made->path);
	else
		dd_emit_text(to, "text", made->text);
	dd_emit_close(to, '}');
}

static void
add_answer(struct dd_report *report, const struct dd_outcome *outcome)
{
	const struct dd_answer *answer = outcome->answer;
	struct dd_emitter to = {.out = report->out, .compact = true};

	dd_emit_open(&to, NULL, '{');
	if (answer && answer->id)
		dd_emit_text(&to, "id", answer->id);
	if (answer)
		dd_emit_number(&to, "line", answer->line);
	dd_emit_outcome(&to, "document", report, outcome);
	if (answer && answer->count > 0) {
		dd_emit_open(&to, "outputs", '[');
		for (size_t i = 0; i < answer->count; i++)
			emit_made(&to, &answer->made[i]);
		dd_emit_close(&to, ']');
	}
	dd_emit_close(&to, '}');
}

const struct dd_printer dd_printer_answers = {
    .name = "answers",
    .summary = "a line of JSON for each line of JSON",
    .add = add_answer,
};
