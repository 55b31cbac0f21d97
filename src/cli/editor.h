/* SPDX-License-Identifier: MIT */
/* The editorial rules of a run, as its options have them: for `check`, and for
 * `convert --check`. */
#ifndef DD_CLI_EDITOR_H
#define DD_CLI_EDITOR_H

#include <stdbool.h>
#include "cli/known.h"
#include "cli/severities.h"
#include "cli/since.h"
#include "cli/timing.h"
#include "cli/today.h"
#include "diplodoc.h"

struct dd_session;

/* Zero-initialise. */
struct dd_editor {
	struct diplodoc_check_options options; /* of every check */
	struct dd_severities severities;
	char room[DD_TODAY_SIZE]; /* of the day it is */
	/* What the library is asked or tells on the way. */
	struct dd_known known;
	struct dd_since since;
	bool has_known, has_since;
	struct dd_timing timing, spent; /* of all inputs, and of one */
};

/* Reads the options that the rules have, with the files that they name, of a
 * session that is open. False after sentences, with the status that they lead
 * to. Release in both cases. */
bool dd_editor_open(struct dd_editor *editor, struct dd_session *session);
void dd_editor_release(struct dd_editor *editor);

/* Calls `run`, which checks the inputs of the session by these rules: against
 * each other, with a baseline, with what is new, as options say. Says how long it
 * took where that is asked for. Nothing is run where a file of these cannot be
 * used, which is said. */
void dd_editor_run(struct dd_editor *editor, struct dd_session *session,
    void (*run)(void *data), void *data);

#endif
