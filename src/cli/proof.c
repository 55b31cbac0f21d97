/* SPDX-License-Identifier: MIT */
/* Owns: what is missing, double and foreign. */
#include "cli/proof.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"

static int
check_head(const struct dd_proof *proof, size_t index, struct dd_error *error)
{
	const struct dd_journal *first = &proof->journals[0];
	const struct dd_journal *one = &proof->journals[index];

	if (strcmp(first->head.command, one->head.command) == 0 &&
	    strcmp(first->head.key, one->head.key) == 0)
		return DD_OK;
	return dd_error_set(error, DD_E_USAGE,
	    "`%s` and `%s` are of runs with other options, versions, days or "
	    "inputs, so they cannot be merged.",
	    first->path, one->path);
}

int
dd_proof_open(struct dd_proof *proof, struct dd_session *session,
    const struct dd_list *paths)
{
	struct dd_error error = {.messages = &session->console->messages};
	int result = DD_OK;
	bool other;

	*proof = (struct dd_proof){.count = 0};
	dd_arena_init(&proof->arena);
	dd_table_init(&proof->names);
	proof->journals = dd_calloc(paths->count + 1, sizeof(*proof->journals));
	if (paths->count == 0)
		result = dd_error_set(&error, DD_E_USAGE,
		    "no journal is named; write `--journal FILE` for each.");
	while (result == DD_OK && proof->count < paths->count) {
		size_t i = proof->count++;

		result = dd_journal_open(&proof->journals[i], paths->items[i],
		    DD_JOURNAL_READ, NULL, &other, &error);
		if (result == DD_OK)
			result = check_head(proof, i, &error);
	}
	if (result != DD_OK)
		dd_console_fail(session->console, result, error.text);
	return result;
}

void
dd_proof_close(struct dd_proof *proof)
{
	for (size_t i = 0; i < proof->count; i++)
		dd_journal_close(&proof->journals[i], NULL);
	free(proof->journals);
	dd_table_release(&proof->names);
	dd_arena_release(&proof->arena);
}

/* The input that a journal has is no longer what it was. */
static bool
has_changed(struct dd_session *session, size_t index,
    const struct dd_journal *journal, const char *name)
{
	char digest[DD_DIGEST_SIZE] = "";
	struct dd_arena arena;
	struct dd_buffer bytes;
	struct dd_entry entry;
	bool changed;

	dd_arena_init(&arena);
	dd_buffer_init(&bytes, 0);
	if (dd_session_load(session, index, &bytes, NULL) == DD_OK)
		dd_digest_of(bytes.data, bytes.len, digest);
	changed = !dd_journal_find(journal, name, &arena, &entry) ||
	    strcmp(entry.digest, digest) != 0;
	dd_session_keep(session, index, &bytes);
	dd_arena_release(&arena);
	return changed;
}

/* How many journals have the name; *ret_first and *ret_other are two of them. */
static size_t
count_journals(const struct dd_proof *proof, const char *name,
    const struct dd_journal **ret_first, const struct dd_journal **ret_other)
{
	size_t found = 0;

	for (size_t i = 0; i < proof->count; i++)
		if (dd_table_find(&proof->journals[i].entries, name)) {
			*(found == 0 ? ret_first : ret_other) =
			    &proof->journals[i];
			found++;
		}
	return found;
}

/* False after a sentence. */
static bool
check_input(struct dd_proof *proof, struct dd_session *session, size_t index)
{
	const char *name = dd_session_key(session, index);
	const struct dd_journal *first = NULL, *other = NULL;
	struct dd_console *console = session->console;
	size_t found = count_journals(proof, name, &first, &other);

	if (!dd_table_add(&proof->names, dd_arena_dup(&proof->arena, name),
		(void *)first))
		dd_console_say(console, "%s: is named twice.", name);
	else if (found == 0)
		dd_console_say(console, "%s: is in no journal.", name);
	else if (found > 1)
		dd_console_say(console, "%s: is in `%s` and in `%s`.", name,
		    first->path, other->path);
	else if (has_changed(session, index, first, name))
		dd_console_say(console, "%s: has changed since `%s` had it.",
		    name, first->path);
	else
		return true;
	return false;
}

/* Entries that are of no input. */
static bool
check_foreign(const struct dd_proof *proof, struct dd_session *session)
{
	bool good = true;

	for (size_t i = 0; i < proof->count; i++) {
		const struct dd_table *entries = &proof->journals[i].entries;

		for (size_t j = 0; j < entries->count; j++) {
			const char *name = entries->entries[j].key;

			if (dd_table_find(&proof->names, name))
				continue;
			dd_console_say(session->console,
			    "%s: is in `%s`, but is none of the inputs.", name,
			    proof->journals[i].path);
			good = false;
		}
	}
	return good;
}

bool
dd_proof_holds(struct dd_proof *proof, struct dd_session *session)
{
	bool good = true;

	for (size_t i = 0; dd_inputs_has(&session->inputs, i); i++)
		good &= check_input(proof, session, i);
	good &= check_foreign(proof, session);
	if (!good)
		dd_console_note(session->console, DD_EXIT_NOT_CHECKED);
	return good;
}

bool
dd_proof_find(const struct dd_proof *proof, const char *name,
    struct dd_arena *arena, struct dd_entry *ret_entry)
{
	const struct dd_journal *journal = dd_table_find(&proof->names, name);

	return journal && dd_journal_find(journal, name, arena, ret_entry);
}
