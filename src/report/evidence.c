/* SPDX-License-Identifier: MIT */
#include "report/evidence.h"
#include <string.h>
#include "base/buffer.h"
#include "report/emitter.h"
#include "report/evidence_text.h"

static const struct {
	enum diplodoc_evidence_kind kind;
	const char *key;
} lists[] = {
    {DIPLODOC_QUESTION, "questions"},
    {DIPLODOC_FACT, "facts"},
    {DIPLODOC_DROP, "drops"},
};

static void
emit_evidence(struct dd_emitter *to, const struct diplodoc_evidence *evidence)
{
	dd_emit_open(to, NULL, '{');
	if (evidence->name)
		dd_emit_text(to, "name", evidence->name);
	dd_emit_text(to, evidence->name ? "value" : "text", evidence->value);
	if (evidence->confidence)
		dd_emit_text(to, "confidence", evidence->confidence);
	if (evidence->rule)
		dd_emit_text(to, "rule", evidence->rule);
	if (evidence->reason)
		dd_emit_text(to, "reason", evidence->reason);
	dd_emit_open(to, "place", '{');
	dd_emit_number(to, "line", evidence->place.line);
	dd_emit_number(to, "column", evidence->place.column);
	dd_emit_number(to, "endLine", evidence->place.end_line);
	dd_emit_number(to, "endColumn", evidence->place.end_column);
	dd_emit_close(to, '}');
	dd_emit_close(to, '}');
}

static void
print_json(struct dd_buffer *out, const char *name,
    const struct diplodoc_imported *imported)
{
	struct dd_emitter to = {.out = out};

	dd_emit_open(&to, NULL, '{');
	dd_emit_text(&to, "$schema", "urn:diplodoc:import:1");
	dd_emit_program(&to);
	dd_emit_text(&to, "file", name);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const struct diplodoc_evidence *evidence;

		dd_emit_open(&to, lists[i].key, '[');
		for (size_t n = 0; (evidence = diplodoc_imported_evidence(
					imported, lists[i].kind, n)) != NULL;
		     n++)
			emit_evidence(&to, evidence);
		dd_emit_close(&to, ']');
	}
	dd_emit_close(&to, '}');
	dd_buffer_putc(out, '\n');
}

void
dd_evidence_print(struct dd_buffer *out, const char *path, const char *name,
    const struct diplodoc_imported *imported)
{
	const char *dot = strrchr(path, '.');

	if (dot && strcmp(dot, ".json") == 0)
		print_json(out, name, imported);
	else
		dd_evidence_text(out, name, imported);
}
