/* SPDX-License-Identifier: MIT */
/* Owns: what the rules of a run are given. Leaves what is done with findings to
 * the commands. */
#include "cli/editor.h"
#include <string.h>
#include "cli/across.h"
#include "cli/console.h"
#include "cli/editions.h"
#include "cli/options.h"
#include "cli/session.h"

/* What is called when all that it needs is there. */
struct errand {
	void (*run)(void *data);
	void *data;
};

/* Both are asked: what stands in the baseline is not new either. */
static bool
is_known(void *context, const char *id, const char *key)
{
	struct dd_editor *editor = context;
	bool known = editor->has_known && dd_known_ask(&editor->known, id, key);
	bool old = editor->has_since && dd_since_ask(&editor->since, id, key);

	return known || old;
}

static void
add_cost(void *context, const char *part, uint64_t cost)
{
	struct dd_editor *editor = context;

	dd_timing_add(&editor->spent, part, cost);
}

/* Runs the check on all inputs, with a baseline where one is asked for. */
static void
run_with_baseline(struct dd_editor *editor, struct dd_session *session,
    const struct errand *errand)
{
	if (dd_known_open(&editor->known, session->console, session->set) ==
	    DIPLODOC_OK) {
		session->known = &editor->known;
		errand->run(errand->data);
		dd_known_save(&editor->known, session->console, session->set);
	}
	dd_known_release(&editor->known);
}

/* The same, after old findings are made known where that is asked for. */
static void
run_with_history(struct dd_editor *editor, struct dd_session *session,
    const struct errand *errand)
{
	int result = DIPLODOC_OK;

	if (editor->has_since) {
		session->since = &editor->since;
		result = dd_since_open(&editor->since, session);
	}
	if (result == DIPLODOC_OK && editor->has_known)
		run_with_baseline(editor, session, errand);
	else if (result == DIPLODOC_OK)
		errand->run(errand->data);
	if (editor->has_since)
		dd_since_release(&editor->since);
}

void
dd_editor_run(struct dd_editor *editor, struct dd_session *session,
    void (*run)(void *data), void *data)
{
	const struct dd_settings *set = session->set;
	struct diplodoc_check_options *options = &editor->options;
	const struct errand errand = {run, data};
	struct diplodoc_archive *archive;

	editor->has_known = dd_known_is_asked(set);
	editor->has_since = set->new_since != NULL;
	session->timing = set->timing ? &editor->timing : NULL;
	archive = dd_across_read(session, options);
	session->check = options;
	options->context = editor;
	options->archive = archive;
	options->editions = set->edition || !set->no_across;
	if (set->timing) {
		session->spent = &editor->spent;
		options->spent = add_cost;
		options->clock = dd_timing_clock;
	}
	if (editor->has_known || editor->has_since)
		options->is_known = is_known;
	if (session->console->status < DD_EXIT_MAX) /* not interrupted */
		run_with_history(editor, session, &errand);
	if (set->timing)
		dd_timing_print(&editor->timing, session->console);
	diplodoc_archive_free(archive);
}

/* True where any word of a list names a rule that a house may have written. */
static bool
names_house(const struct dd_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (strncmp(list->items[i], "house/", 6) == 0)
			return true;
	return false;
}

/* Reads the rules of --rules and, where an option names one of them, those of
 * the houses of all inputs. False after a sentence. */
static bool
read_rules(struct dd_session *session)
{
	const struct dd_settings *set = session->set;
	struct diplodoc_error error = {0};
	bool named = names_house(&set->select) || names_house(&set->ignore) ||
	    names_house(&set->severity);
	int result = DIPLODOC_OK;

	diplodoc_set_phase(session->engine, set->phase);
	for (size_t i = 0; i < set->rules.count && result == DIPLODOC_OK; i++)
		result = diplodoc_add_rules(
		    session->engine, set->rules.items[i], &error);
	for (size_t i = 0; named && result == DIPLODOC_OK &&
	     dd_inputs_has(&session->inputs, i);
	     i++)
		result = diplodoc_prepare_rules(
		    session->engine, dd_session_path(session, i), &error);
	if (result != DIPLODOC_OK)
		dd_console_fail(session->console, result, error.text);
	return result == DIPLODOC_OK;
}

bool
dd_editor_open(struct dd_editor *editor, struct dd_session *session)
{
	struct dd_console *console = session->console;
	struct diplodoc_check_options *options = &editor->options;

	options->stage = session->set->stage;
	options->today = dd_today(console, session->set, editor->room);
	if (!dd_editions_prepare(session) || !read_rules(session))
		return false;
	dd_severities_read(&editor->severities, session);
	options->severities = editor->severities.items;
	options->severity_count = editor->severities.count;
	return console->status == DD_EXIT_CLEAN;
}

void
dd_editor_release(struct dd_editor *editor)
{
	dd_severities_release(&editor->severities);
}
