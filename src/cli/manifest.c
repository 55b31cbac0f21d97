/* SPDX-License-Identifier: MIT */
/* Owns: the lines of a manifest. */
#include "cli/manifest.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/percent.h"
#include "cli/journal.h"
#include "report/emitter.h"

int
dd_manifest_open(
    struct dd_manifest *manifest, const char *path, struct dd_error *error)
{
	int result = dd_atomic_begin(&manifest->file, -1, path, error);

	manifest->open = result == DD_OK;
	return result;
}

static void
emit_name(struct dd_emitter *to, const char *key, const char *name)
{
	struct dd_buffer text;

	dd_buffer_init(&text, 0);
	dd_percent_encode(&text, name);
	dd_emit_text(to, key, text.data);
	dd_buffer_release(&text);
}

int
dd_manifest_add(struct dd_manifest *manifest, const struct dd_entry *entry,
    struct dd_error *error)
{
	struct dd_buffer lines;
	int result;

	dd_buffer_init(&lines, 0);
	for (size_t i = 0; i < entry->product_count; i++) {
		const struct dd_product *product = &entry->products[i];
		struct dd_emitter to = {.out = &lines, .compact = true};

		dd_emit_open(&to, NULL, '{');
		emit_name(&to, "input", entry->name);
		dd_emit_text(&to, "inputSha256", entry->digest);
		dd_emit_text(&to, "format", product->format);
		emit_name(&to, "output", product->path);
		dd_emit_text(&to, "sha256", product->digest);
		dd_emit_number(&to, "bytes", product->bytes);
		dd_emit_close(&to, '}');
	}
	result = dd_atomic_add(&manifest->file, lines.data, lines.len, error);
	dd_buffer_release(&lines);
	if (result != DD_OK) {
		dd_atomic_abandon(&manifest->file);
		manifest->open = false;
	}
	return result;
}

int
dd_manifest_close(struct dd_manifest *manifest, struct dd_error *error)
{
	if (!manifest->open)
		return DD_OK;
	manifest->open = false;
	return dd_atomic_commit(&manifest->file, error);
}
