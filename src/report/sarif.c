/* SPDX-License-Identifier: MIT */
/*
 * Owns: findings as SARIF 2.1.0 (OASIS, 2020): the log of one run. Results are
 * written while it runs; the rules that they name follow, as what was not seen
 * need not be described. Leaves a single result to sarif_result.c.
 */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "report/report.h"
#include "report/sarif.h"

static void
begin(struct dd_report *report)
{
	struct dd_sarif *sarif = dd_calloc(1, sizeof *sarif);
	struct dd_emitter *to = &sarif->to;

	report->state = sarif;
	sarif->compared = report->compared;
	sarif->messages = report->messages;
	dd_fingerprints_init(&sarif->prints);
	dd_table_init(&sarif->rules);
	dd_arena_init(&sarif->arena);
	dd_buffer_init(&sarif->notes, 0);
	to->out = report->out;
	dd_emit_open(to, NULL, '{');
	dd_emit_text(
	    to, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	dd_emit_text(to, "version", "2.1.0");
	dd_emit_open(to, "runs", '[');
	dd_emit_open(to, NULL, '{');
	dd_emit_text(to, "columnKind", "unicodeCodePoints");
	dd_emit_language(to, sarif->messages);
	dd_emit_open(to, "results", '[');
	sarif->note_to = (struct dd_emitter){
	    .out = &sarif->notes,
	    .depth = to->depth + 2, /* runs/invocations/notifications */
	};
}

static void
emit_note(struct dd_sarif *sarif, const char *level, const char *file,
    const char *message)
{
	struct dd_emitter *to = &sarif->note_to;

	dd_emit_open(to, NULL, '{');
	dd_emit_text(to, "level", level);
	dd_sarif_emit_message(to, message);
	dd_emit_open(to, "locations", '[');
	dd_emit_open(to, NULL, '{');
	dd_sarif_emit_location(to, file, NULL);
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct dd_sarif *sarif = report->state;
	size_t count = dd_outcome_count(outcome);
	char *more = dd_outcome_more(report, outcome);

	for (size_t i = 0; i < count; i++)
		dd_sarif_emit_result(sarif, outcome->file,
		    diplodoc_diagnostic(outcome->document, i));
	if (outcome->failure)
		emit_note(
		    sarif, "error", outcome->file, outcome->failure->text);
	if (more)
		emit_note(sarif, "warning", outcome->file, more);
	free(more);
}

static void
emit_words(struct dd_emitter *to, const char *key, const char *text)
{
	dd_emit_open(to, key, '{');
	dd_emit_text(to, "text", text);
	dd_emit_close(to, '}');
}

/* What a service shows beside a result; GitHub wants it of every rule. */
static void
emit_help(struct dd_sarif *sarif, const struct diplodoc_rule *rule)
{
	struct dd_emitter *to = &sarif->to;
	const char *why = rule->why
	    ? dd_message(sarif->messages, rule->why)
	    : dd_message(sarif->messages, rule->meaning);
	const char *wrong = dd_message(sarif->messages, "Wrong");
	const char *right = dd_message(sarif->messages, "Right");
	struct dd_buffer text;

	emit_words(to, "fullDescription", why);
	if (!rule->why) {
		emit_words(to, "help", why);
		return;
	}
	dd_buffer_init(&text, 0);
	dd_buffer_printf(&text, "%s\n\n%s: %s\n%s: %s", why, wrong, rule->wrong,
	    right, rule->right);
	dd_emit_open(to, "help", '{');
	dd_emit_text(to, "text", text.data);
	dd_buffer_clear(&text);
	dd_buffer_printf(&text, "%s\n\n**%s**\n\n    %s\n\n**%s**\n\n    %s\n",
	    why, wrong, rule->wrong, right, rule->right);
	dd_emit_text(to, "markdown", text.data);
	dd_emit_close(to, '}');
	dd_buffer_release(&text);
}

static void
emit_rule(struct dd_sarif *sarif, const char *id)
{
	struct dd_emitter *to = &sarif->to;
	struct diplodoc_rule rule = {.meaning = N_("A rule of the house.")};
	bool found = dd_finding_rule(id, &rule);

	dd_emit_open(to, NULL, '{');
	dd_emit_text(to, "id", id);
	emit_words(
	    to, "shortDescription", dd_message(sarif->messages, rule.meaning));
	emit_help(sarif, &rule);
	if (found) {
		dd_emit_open(to, "defaultConfiguration", '{');
		dd_emit_text(to, "level", dd_sarif_level(rule.level));
		dd_emit_close(to, '}');
	}
	dd_emit_open(to, "properties", '{');
	dd_emit_open(to, "tags", '[');
	dd_emit_text(
	    to, NULL, dd_arena_ndup(&sarif->arena, id, strcspn(id, "/")));
	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
	dd_emit_close(to, '}');
}

static void
emit_tool(struct dd_sarif *sarif)
{
	struct dd_emitter *to = &sarif->to;

	dd_emit_open(to, "tool", '{');
	dd_emit_open(to, "driver", '{');
	dd_emit_text(to, "name", "diplodoc");
	dd_emit_text(to, "version", DIPLODOC_VERSION);
	dd_emit_text(to, "semanticVersion", DIPLODOC_VERSION);
	dd_emit_open(to, "rules", '[');
	for (size_t i = 0; i < sarif->rules.count; i++)
		emit_rule(sarif, sarif->rules.entries[i].key);
	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
	dd_emit_close(to, '}');
}

/* The run was a success where every input has a verdict. */
static void
emit_invocation(struct dd_sarif *sarif, const struct dd_tally *tally)
{
	struct dd_emitter *to = &sarif->to;

	dd_emit_open(to, "invocations", '[');
	dd_emit_open(to, NULL, '{');
	dd_emit_bool(
	    to, "executionSuccessful", tally->not_checked + tally->unread == 0);
	dd_emit_open(to, "toolExecutionNotifications", '[');
	dd_buffer_add(to->out, sarif->notes.data, sarif->notes.len);
	to->filled = sarif->notes.len > 0;
	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
}

static void
end(struct dd_report *report)
{
	struct dd_sarif *sarif = report->state;
	struct dd_emitter *to = &sarif->to;

	dd_emit_close(to, ']');
	emit_tool(sarif);
	emit_invocation(sarif, report->tally);
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
	dd_buffer_release(&sarif->notes);
	dd_fingerprints_release(&sarif->prints);
	dd_table_release(&sarif->rules);
	dd_arena_release(&sarif->arena);
	free(sarif);
}

const struct dd_printer dd_printer_sarif = {
    .name = "sarif",
    .summary = "SARIF 2.1.0, for code scanning",
    .begin = begin,
    .add = add,
    .end = end,
};
