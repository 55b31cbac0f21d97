/* SPDX-License-Identifier: MIT */
/* Owns: one finding as a result of SARIF 2.1.0, section 3.27. */
#include <stdint.h>
#include <string.h>
#include "base/escape.h"
#include "base/messages.h"
#include "report/sarif.h"

const char *
dd_sarif_level(const char *level)
{
	return strcmp(level, "advice") == 0 ? "note" : level;
}

/* Braces are placeholders in a message of SARIF, so they are doubled (3.11.5).
 * "](" makes a link (3.11.6), and the words of a document make none. */
void
dd_sarif_emit_message(struct dd_emitter *to, const char *text)
{
	struct dd_buffer shown, message;

	dd_buffer_init(&shown, 0);
	dd_buffer_init(&message, 0);
	dd_escape_terminal(&shown, text, strlen(text));
	for (const char *at = shown.data; *at; at++) {
		if (*at == '{' || *at == '}')
			dd_buffer_putc(&message, *at);
		dd_buffer_putc(&message, *at);
		if (at[0] == ']' && at[1] == '(')
			dd_buffer_putc(&message, ' ');
	}
	dd_emit_open(to, "message", '{');
	dd_emit_text(to, "text", message.data);
	dd_emit_close(to, '}');
	dd_buffer_release(&message);
	dd_buffer_release(&shown);
}

static void
emit_artifact(struct dd_emitter *to, const char *file)
{
	struct dd_buffer uri;

	dd_buffer_init(&uri, 0);
	dd_report_uri(&uri, file);
	dd_emit_open(to, "artifactLocation", '{');
	dd_emit_text(to, "uri", uri.data);
	dd_emit_close(to, '}');
	dd_buffer_release(&uri);
}

static void
emit_region(
    struct dd_emitter *to, const char *key, const struct diplodoc_place *place)
{
	dd_emit_open(to, key, '{');
	dd_emit_number(to, "startLine", place->line);
	dd_emit_number(to, "startColumn", place->column);
	dd_emit_number(to, "endLine", place->end_line);
	dd_emit_number(to, "endColumn", place->end_column);
	dd_emit_close(to, '}');
}

void
dd_sarif_emit_location(
    struct dd_emitter *to, const char *file, const struct diplodoc_place *place)
{
	dd_emit_open(to, "physicalLocation", '{');
	emit_artifact(to, file);
	if (place)
		emit_region(to, "region", place);
	dd_emit_close(to, '}');
}

static void
emit_related(struct dd_emitter *to, const char *file,
    const struct diplodoc_diagnostic *finding)
{
	if (finding->related_count == 0)
		return;
	dd_emit_open(to, "relatedLocations", '[');
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct diplodoc_related *related = &finding->related[i];

		dd_emit_open(to, NULL, '{');
		dd_emit_number(to, "id", i + 1);
		dd_sarif_emit_location(
		    to, related->file ? related->file : file, &related->place);
		dd_sarif_emit_message(to, related->text);
		dd_emit_close(to, '}');
	}
	dd_emit_close(to, ']');
}

static void
emit_fix(struct dd_sarif *sarif, const char *file,
    const struct diplodoc_diagnostic *finding)
{
	struct dd_emitter *to = &sarif->to;

	if (finding->edit_count == 0)
		return;
	dd_emit_open(to, "fixes", '[');
	dd_emit_open(to, NULL, '{');
	dd_emit_open(to, "description", '{');
	dd_emit_text(to, "text",
	    dd_message(sarif->messages,
		strcmp(finding->fix, "safe") == 0
		    ? N_("Mends the form and nothing else.")
		    : N_("May change the sense; read the result.")));
	dd_emit_close(to, '}');
	dd_emit_open(to, "artifactChanges", '[');
	dd_emit_open(to, NULL, '{');
	emit_artifact(to, file);
	dd_emit_open(to, "replacements", '[');
	for (size_t i = 0; i < finding->edit_count; i++) {
		dd_emit_open(to, NULL, '{');
		emit_region(to, "deletedRegion", &finding->edits[i].place);
		dd_emit_open(to, "insertedContent", '{');
		dd_emit_text(to, "text", finding->edits[i].replacement);
		dd_emit_close(to, '}');
		dd_emit_close(to, '}');
	}
	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
}

/* Results that do not count are marked and not left out: a service would close
 * their alerts, and open them again the next day. */
static void
emit_state(struct dd_sarif *sarif, const struct diplodoc_diagnostic *finding)
{
	struct dd_emitter *to = &sarif->to;

	if (sarif->compared)
		dd_emit_text(
		    to, "baselineState", finding->known ? "unchanged" : "new");
	if (!finding->reason)
		return;
	dd_emit_open(to, "suppressions", '[');
	dd_emit_open(to, NULL, '{');
	dd_emit_text(to, "kind", "inSource");
	dd_emit_text(to, "status", "accepted");
	dd_emit_shown(to, "justification", finding->reason);
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
}

/* The index of a rule among those of the run. */
static size_t
find_index(struct dd_sarif *sarif, const char *id)
{
	void *found = dd_table_find(&sarif->rules, id);

	if (!found) {
		found = (void *)(uintptr_t)(sarif->rules.count + 1);
		dd_table_add(
		    &sarif->rules, dd_arena_dup(&sarif->arena, id), found);
	}
	return (size_t)(uintptr_t)found - 1;
}

void
dd_sarif_emit_result(struct dd_sarif *sarif, const char *file,
    const struct diplodoc_diagnostic *finding)
{
	struct dd_emitter *to = &sarif->to;
	char print[DD_FINGERPRINT_SIZE];

	dd_fingerprint(&sarif->prints, file, finding, print);
	dd_emit_open(to, NULL, '{');
	dd_emit_text(to, "ruleId", finding->id);
	dd_emit_number(to, "ruleIndex", find_index(sarif, finding->id));
	dd_emit_text(to, "level", dd_sarif_level(finding->level));
	dd_sarif_emit_message(to, finding->message);
	dd_emit_open(to, "locations", '[');
	dd_emit_open(to, NULL, '{');
	dd_sarif_emit_location(to, file, &finding->place);
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
	emit_related(to, file, finding);
	dd_emit_open(to, "partialFingerprints", '{');
	dd_emit_text(to, "diplodoc/v1", print);
	dd_emit_close(to, '}');
	emit_fix(sarif, file, finding);
	emit_state(sarif, finding);
	dd_emit_close(to, '}');
}
