/* SPDX-License-Identifier: MIT */
/* Owns: when a document counts as finished. Leaves the files to journal.c and
 * manifest.c. */
#include "cli/ledger.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/guard.h"
#include "cli/options.h"
#include "cli/run_key.h"
#include "cli/session.h"

bool
dd_ledger_is_asked(const struct dd_session *session)
{
	return session->set->journal || session->set->manifest ||
	    session->set->resume;
}

/* What cannot be repeated from a journal. */
static int
check_options(struct dd_session *session, unsigned verb, struct dd_error *error)
{
	const struct dd_settings *set = session->set;
	const char *clash = set->write_baseline ? "write-baseline"
	    : set->prune_baseline		? "prune-baseline"
	    : set->new_since			? "new-since"
	    : set->fix				? "fix"
	    : set->fix_unsafe			? "fix-unsafe"
	    : set->diff				? "diff"
						: NULL;

	if (set->resume && !set->journal)
		return dd_error_set(
		    error, DD_E_USAGE, "`--resume` needs `--journal FILE`.");
	if (set->journal && clash)
		return dd_error_set(error, DD_E_USAGE,
		    "`--%s` and `--%s` exclude each other.", "journal", clash);
	if (set->journal && set->jsonl && verb == DD_VERB_CONVERT)
		return dd_error_set(error, DD_E_USAGE,
		    "`--%s` and `--%s` exclude each other.", "journal",
		    "jsonl");
	if (set->journal && verb == DD_VERB_CONVERT && !set->out_dir)
		return dd_error_set(error, DD_E_USAGE,
		    "`--journal` needs `--out-dir DIR`: what goes to standard "
		    "output cannot be found again.");
	return DD_OK;
}

static int
open_journal(struct dd_ledger *ledger, struct dd_session *session,
    const char *command, struct dd_error *error)
{
	const struct dd_settings *set = session->set;
	const struct dd_journal_head head = {command, ledger->key};
	bool other = false;
	int result = dd_guard_one(session, set->journal, error);

	if (result == DD_OK)
		result = dd_journal_open(&ledger->journal, set->journal,
		    set->resume ? DD_JOURNAL_RESUME : DD_JOURNAL_RENEW, &head,
		    &other, error);
	ledger->journaled = result == DD_OK;
	if (result == DD_OK && other)
		dd_console_say(session->console,
		    "`%s` is of a run with other options, another version or "
		    "another day; every document is done again.",
		    set->journal);
	else if (result == DD_OK && set->resume && ledger->journal.cut > 0)
		dd_console_say(session->console,
		    "`%s` ended in the middle of a line, which does not count.",
		    set->journal);
	return result;
}

int
dd_ledger_open(struct dd_ledger *ledger, struct dd_session *session,
    unsigned verb, const char *command)
{
	const struct dd_settings *set = session->set;
	struct dd_error error = {.messages = &session->console->messages};
	int result = check_options(session, verb, &error);

	*ledger = (struct dd_ledger){
	    .journal.fd = -1, .rules = session->check != NULL};
	dd_arena_init(&ledger->arena);
	if (result == DD_OK && set->journal) {
		dd_run_key(session, verb, ledger->key);
		result = open_journal(ledger, session, command, &error);
	}
	if (result == DD_OK && set->manifest)
		result = dd_guard_one(session, set->manifest, &error);
	if (result == DD_OK && set->manifest)
		result =
		    dd_manifest_open(&ledger->manifest, set->manifest, &error);
	if (result == DD_OK)
		session->ledger = ledger;
	else
		dd_console_fail(session->console, result, error.text);
	return result;
}

/* --- one document ---------------------------------------------------------- */

static void
forget(struct dd_ledger *ledger)
{
	free(ledger->products);
	free(ledger->said);
	ledger->products = NULL;
	ledger->said = NULL;
	dd_arena_release(&ledger->arena);
	dd_arena_init(&ledger->arena);
}

/* Every output is where it was, as it was. */
static bool
has_products(const struct dd_entry *entry)
{
	char digest[DD_DIGEST_SIZE];

	for (size_t i = 0; i < entry->product_count; i++)
		if (dd_digest_file(entry->products[i].path, digest, NULL) !=
			DD_OK ||
		    strcmp(digest, entry->products[i].digest) != 0)
			return false;
	return true;
}

static bool
is_done(const struct dd_ledger *ledger, const struct dd_entry *entry)
{
	return entry->status <= DD_EXIT_FINDINGS && entry->record &&
	    *entry->digest &&
	    strcmp(entry->digest, ledger->entry.digest) == 0 &&
	    *entry->surroundings &&
	    strcmp(entry->surroundings, ledger->entry.surroundings) == 0 &&
	    has_products(entry);
}

const struct dd_entry *
dd_ledger_begin(struct dd_ledger *ledger, struct dd_session *session,
    size_t index, const struct dd_buffer *bytes)
{
	struct dd_entry *found;

	forget(ledger);
	ledger->entry =
	    (struct dd_entry){.name = dd_session_key(session, index)};
	if (!bytes)
		return NULL;
	dd_digest_of(bytes->data, bytes->len, ledger->entry.digest);
	if (!ledger->journaled)
		return NULL;
	/* What is wrong with a house is told by the document. */
	if (diplodoc_surroundings(session->engine,
		dd_session_path(session, index), ledger->rules,
		ledger->entry.surroundings, NULL) != DIPLODOC_OK)
		*ledger->entry.surroundings = 0;
	found = dd_arena_alloc(&ledger->arena, sizeof(*found));
	return session->set->resume &&
		dd_journal_find(&ledger->journal, ledger->entry.name,
		    &ledger->arena, found) &&
		is_done(ledger, found)
	    ? found
	    : NULL;
}

void
dd_ledger_product(struct dd_ledger *ledger, const char *format,
    const char *path, const char *data, size_t len)
{
	size_t count = ++ledger->entry.product_count;
	struct dd_product *product;

	ledger->products =
	    dd_realloc(ledger->products, count * sizeof(*ledger->products));
	ledger->entry.products = ledger->products;
	product = &ledger->products[count - 1];
	*product = (struct dd_product){
	    .format = format,
	    .path = dd_arena_dup(&ledger->arena, path),
	    .bytes = len,
	};
	dd_digest_of(data, len, product->digest);
}

void
dd_ledger_said(struct dd_ledger *ledger, const char *sentence)
{
	size_t count = ++ledger->entry.said_count;

	ledger->said = dd_realloc(ledger->said, count * sizeof(*ledger->said));
	ledger->entry.said = ledger->said;
	ledger->said[count - 1] = dd_arena_dup(&ledger->arena, sentence);
}

static void
add_to_manifest(struct dd_ledger *ledger, struct dd_session *session,
    const struct dd_entry *entry)
{
	struct dd_error error = {.messages = &session->console->messages};

	if (ledger->manifest.open &&
	    dd_manifest_add(&ledger->manifest, entry, &error) != DD_OK)
		dd_console_fail(session->console, error.code, error.text);
}

void
dd_ledger_end(struct dd_ledger *ledger, struct dd_session *session,
    const struct dd_outcome *outcome, int status)
{
	struct dd_error error = {.messages = &session->console->messages};
	struct dd_entry *entry = &ledger->entry;
	char *record = NULL;

	entry->status = status;
	if (outcome->document)
		record = diplodoc_record(outcome->document, &entry->record_len);
	entry->record = record;
	if (outcome->failure) {
		entry->failure_code = outcome->failure->code;
		entry->failure = outcome->failure->text;
	}
	if (ledger->journaled &&
	    dd_journal_add(&ledger->journal, entry, &error) != DD_OK) {
		dd_console_fail(session->console, error.code, error.text);
		ledger->journaled = false;
	}
	add_to_manifest(ledger, session, entry);
	free(record);
}

void
dd_ledger_repeat(struct dd_ledger *ledger, struct dd_session *session,
    const struct dd_entry *entry)
{
	ledger->skipped++;
	add_to_manifest(ledger, session, entry);
}

void
dd_ledger_close(struct dd_ledger *ledger, struct dd_session *session)
{
	struct dd_console *console = session->console;
	struct dd_error error = {.messages = &console->messages};

	if (dd_manifest_close(&ledger->manifest, &error) != DD_OK)
		dd_console_fail(console, error.code, error.text);
	error.code = DD_OK;
	if (dd_journal_close(&ledger->journal, &error) != DD_OK)
		dd_console_fail(console, error.code, error.text);
	if (session->set->resume && ledger->journaled)
		dd_console_say(console,
		    ledger->skipped == 1
			? N_("%zu document was not done again.")
			: N_("%zu documents were not done again."),
		    ledger->skipped);
	forget(ledger);
	dd_arena_release(&ledger->arena);
	session->ledger = NULL;
}
