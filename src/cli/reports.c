/* SPDX-License-Identifier: MIT */
/* Owns: where reports go. Leaves their look to src/report. */
#include "cli/reports.h"
#include <string.h>
#include "base/error.h"
#include "base/file.h"
#include "cli/console.h"
#include "cli/guard.h"
#include "cli/session.h"
#include "report/answer.h"

/* NULL for standard output, which `-` is another name of. */
static const char *
get_path(const struct dd_target *target)
{
	return target->file && strcmp(target->file, "-") == 0 ? NULL
							      : target->file;
}

/* True where a conversion prints what it makes. */
static bool
takes_output(const struct dd_settings *set)
{
	return set->to.count > 0 && !set->out_dir && !set->jsonl &&
	    (!set->output || strcmp(set->output, "-") == 0);
}

/* Refuses the place of the report number `index` where it is taken. */
static int
check_place(struct dd_session *session, size_t index, struct dd_error *error)
{
	const struct dd_target *targets = session->set->reports.items;
	const char *path = get_path(&targets[index]);

	for (size_t i = 0; i < index; i++) {
		const char *other = get_path(&targets[i]);

		if (!path && !other)
			return dd_error_set(error, DD_E_USAGE,
			    "two reports do not fit on standard output; write "
			    "`--format %s=FILE`.",
			    targets[i].name);
		if (path && other && strcmp(path, other) == 0)
			return dd_error_set(error, DD_E_USAGE,
			    "two reports would be written to `%s`; choose "
			    "another place for one.",
			    path);
	}
	if (!path && session->set->diff)
		return dd_error_set(error, DD_E_USAGE,
		    "`--diff` prints changes and no findings; give `--format` "
		    "a file, or leave it out.");
	if (!path && takes_output(session->set))
		return dd_error_set(error, DD_E_USAGE,
		    "what is made goes to standard output; give `--format` a "
		    "file, or leave it out.");
	if (!path && session->set->jsonl)
		return dd_error_set(error, DD_E_USAGE,
		    "`--jsonl` prints its answers on standard output; give "
		    "`--format` a file, or leave it out.");
	return path ? dd_guard_one(session, path, error) : DD_OK;
}

/* Begins a report where `path` is NULL on `out`, or else in memory. */
static void
begin(struct dd_reports *reports, struct dd_report report,
    const struct dd_printer *printer, const char *path)
{
	size_t at = reports->count++;
	struct dd_report *item = &reports->items[at];

	reports->paths[at] = path;
	dd_buffer_init(&reports->bytes[at], 0);
	*item = report;
	item->tally = &reports->tally;
	if (path) {
		item->out = &reports->bytes[at];
		item->color = item->excerpt = false;
		item->width = 0;
	}
	dd_report_begin(item, printer);
}

/* Where known findings are known from. */
static const char *
name_known(const struct dd_settings *set)
{
	if (!set->new_since)
		return N_("in the baseline");
	return set->baseline ? N_("in the baseline or not new") : N_("not new");
}

void
dd_reports_begin_aside(struct dd_reports *reports,
    const struct dd_session *session, struct dd_buffer *out)
{
	const struct dd_console *console = session->console;
	struct dd_report report = {
	    .out = out,
	    .color = console->err_color,
	    .excerpt = console->err_terminal,
	    .verbose = session->set->verbose,
	    .width = console->width,
	    .messages = &console->messages,
	};

	*reports = (struct dd_reports){
	    .tally.known_where = name_known(session->set),
	};
	begin(reports, report, dd_printer(0), NULL);
}

int
dd_reports_open(struct dd_reports *reports, struct dd_session *session,
    struct dd_error *error)
{
	const struct dd_settings *set = session->set;
	struct dd_console *console = session->console;
	const struct dd_report report = {
	    .out = &console->out,
	    .color = console->out_color,
	    .excerpt = console->out_terminal,
	    .verbose = set->verbose,
	    .width = console->width,
	    .messages = &console->messages,
	    .fail_on = set->fail_on,
	    .compared = set->baseline || set->write_baseline || set->new_since,
	};
	int result = DD_OK;

	for (size_t i = 0; i < set->reports.count && result == DD_OK; i++)
		result = check_place(session, i, error);
	*reports = (struct dd_reports){
	    .tally.planned = set->diff,
	    .tally.known_where = name_known(set),
	};
	for (size_t i = 0; result == DD_OK && i < set->reports.count; i++)
		begin(reports, report,
		    dd_printer_find(set->reports.items[i].name),
		    get_path(&set->reports.items[i]));
	if (set->jsonl)
		begin(reports, report, &dd_printer_answers, NULL);
	else if (set->reports.count == 0 && !set->diff)
		begin(reports, report, dd_printer(0), NULL);
	return result;
}

void
dd_reports_add(struct dd_reports *reports, const struct dd_outcome *outcome)
{
	dd_tally_add(&reports->tally, outcome);
	for (size_t i = 0; i < reports->count; i++)
		dd_report_add(&reports->items[i], outcome);
}

void
dd_reports_end(struct dd_reports *reports, struct dd_console *console)
{
	for (size_t i = 0; i < reports->count; i++) {
		const struct dd_buffer *bytes = &reports->bytes[i];
		struct dd_error error = {.messages = &console->messages};

		dd_report_end(&reports->items[i]);
		if (reports->paths[i] &&
		    dd_file_write(reports->paths[i], bytes->data, bytes->len,
			&error) != DD_OK)
			dd_console_fail(console, error.code, error.text);
	}
}

void
dd_reports_release(struct dd_reports *reports)
{
	for (size_t i = 0; reports && i < reports->count; i++)
		dd_buffer_release(&reports->bytes[i]);
}
