/* SPDX-License-Identifier: MIT */
/* `diplodoc check`: what must not be published. */
#include <string.h>
#include "cli/across.h"
#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/editions.h"
#include "cli/known.h"
#include "cli/mend.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/severities.h"
#include "cli/since.h"
#include "cli/timing.h"
#include "cli/today.h"

/* What the library is asked or tells on the way. */
struct hooks {
	struct dd_known known;
	struct dd_since since;
	bool has_known, has_since;
	struct dd_timing timing;
};

/* Both are asked: what stands in the baseline is not new either. */
static bool
is_known(void *context, const char *id, const char *key)
{
	struct hooks *hooks = context;
	bool known = hooks->has_known && dd_known_ask(&hooks->known, id, key);
	bool old = hooks->has_since && dd_since_ask(&hooks->since, id, key);

	return known || old;
}

static void
add_cost(void *context, const char *part, uint64_t cost)
{
	struct hooks *hooks = context;

	dd_timing_add(&hooks->timing, part, cost);
}

static void
run_batch(struct dd_session *session)
{
	dd_batch_run(session, DD_VERB_CHECK,
	    session->set->baseline ? "check --baseline" : "check",
	    session->check->today);
}

/* Runs the check on all inputs, with a baseline where one is asked for. */
static void
run_with_baseline(struct dd_session *session, struct hooks *hooks)
{
	if (dd_known_open(&hooks->known, session->console, session->set) ==
	    DIPLODOC_OK) {
		session->known = &hooks->known;
		run_batch(session);
		dd_known_save(&hooks->known, session->console, session->set);
	}
	dd_known_release(&hooks->known);
}

/* The same, after old findings are made known where that is asked for. */
static void
run_with_history(struct dd_session *session, struct hooks *hooks)
{
	int result = DIPLODOC_OK;

	if (hooks->has_since) {
		session->since = &hooks->since;
		result = dd_since_open(&hooks->since, session);
	}
	if (result == DIPLODOC_OK && hooks->has_known)
		run_with_baseline(session, hooks);
	else if (result == DIPLODOC_OK)
		run_batch(session);
	if (hooks->has_since)
		dd_since_release(&hooks->since);
}

static void
run(struct dd_session *session, struct diplodoc_check_options *options)
{
	struct hooks hooks = {
	    .timing = {.count = 0},
	    .has_known = dd_known_is_asked(session->set),
	    .has_since = session->set->new_since != NULL,
	};
	struct diplodoc_archive *archive;
	uint64_t before = dd_timing_clock();

	archive = dd_across_read(session, options);
	if (archive && session->set->timing)
		dd_timing_add(&hooks.timing, "other documents",
		    dd_timing_clock() - before);
	session->check = options;
	options->context = &hooks;
	options->archive = archive;
	options->editions = session->set->edition || !session->set->no_across;
	if (session->set->timing) {
		options->spent = add_cost;
		options->clock = dd_timing_clock;
	}
	if (hooks.has_known || hooks.has_since)
		options->is_known = is_known;
	run_with_history(session, &hooks);
	if (session->set->timing)
		dd_timing_print(&hooks.timing, session->console);
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

int
dd_cmd_check(struct dd_console *console, const struct dd_call *call)
{
	struct diplodoc_check_options options = {.stage = call->set.stage};
	struct dd_severities severities = {.count = 0};
	struct dd_session session;
	char room[DD_TODAY_SIZE];

	options.today = dd_today(console, &call->set, room);
	dd_mend_check(console, &call->set, call->operands, call->count);
	if (dd_session_open(&session, console, call) == DIPLODOC_OK &&
	    dd_editions_prepare(&session) && read_rules(&session)) {
		dd_severities_read(&severities, &session);
		options.severities = severities.items;
		options.severity_count = severities.count;
		if (console->status == DD_EXIT_CLEAN)
			run(&session, &options);
	}
	dd_session_close(&session);
	dd_severities_release(&severities);
	return console->status;
}
