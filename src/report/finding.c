/* SPDX-License-Identifier: MIT */
/* Owns: levels, names and identity of findings as services want them. */
#include "report/finding.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "report/report.h"

bool
dd_finding_counts(const struct diplodoc_diagnostic *finding)
{
	return !finding->reason && !finding->known;
}

const char *
dd_finding_word(const struct diplodoc_diagnostic *finding, const char *error,
    const char *warning, const char *advice)
{
	return strcmp(finding->level, "error") == 0  ? error
	    : strcmp(finding->level, "warning") == 0 ? warning
						     : advice;
}

/* 3 for an error, 1 for advice. */
static int
rank(const char *level)
{
	return strcmp(level, "error") == 0  ? 3
	    : strcmp(level, "warning") == 0 ? 2
					    : 1;
}

bool
dd_finding_fails(
    const struct dd_report *report, const struct diplodoc_diagnostic *finding)
{
	const char *least = report->fail_on ? report->fail_on : "error";

	return dd_finding_counts(finding) &&
	    rank(finding->level) >= rank(least);
}

bool
dd_finding_rule(const char *id, struct diplodoc_rule *ret_rule)
{
	struct diplodoc_rule rule;

	for (size_t i = 0; diplodoc_rule(i, &rule); i++)
		if (strcmp(rule.id, id) == 0) {
			*ret_rule = rule;
			return true;
		}
	return false;
}

size_t
dd_outcome_count(const struct dd_outcome *outcome)
{
	return outcome->document ? diplodoc_diagnostic_count(outcome->document)
				 : 0;
}

size_t
dd_outcome_hidden(const struct dd_outcome *outcome)
{
	return outcome->document
	    ? diplodoc_diagnostic_total(outcome->document) -
		diplodoc_diagnostic_count(outcome->document)
	    : 0;
}

char *
dd_outcome_more(
    const struct dd_report *report, const struct dd_outcome *outcome)
{
	size_t hidden = dd_outcome_hidden(outcome);
	struct dd_buffer sentence;

	if (hidden == 0)
		return NULL;
	dd_buffer_init(&sentence, 0);
	dd_buffer_printf(&sentence,
	    dd_message(report->messages, "%zu more findings are not shown."),
	    hidden);
	return dd_buffer_take(&sentence, NULL);
}

const char *
dd_report_path(const char *file)
{
	while (file[0] == '.' && file[1] == '/' && file[2])
		file += 2 + strspn(file + 2, "/");
	return file;
}

void
dd_report_uri(struct dd_buffer *out, const char *file)
{
	const char *path = dd_report_path(file);

	if (*path == '/')
		dd_buffer_puts(out, "file://");
	for (; *path; path++)
		if (dd_ascii_is_letter(*path) || dd_ascii_is_digit(*path) ||
		    strchr("-._~/", *path))
			dd_buffer_putc(out, *path);
		else
			dd_buffer_printf(out, "%%%02X", (unsigned char)*path);
}

void
dd_fingerprints_init(struct dd_fingerprints *prints)
{
	dd_arena_init(&prints->arena);
	dd_table_init(&prints->seen);
}

void
dd_fingerprints_release(struct dd_fingerprints *prints)
{
	dd_table_release(&prints->seen);
	dd_arena_release(&prints->arena);
}

/* How often this key of this file was asked for before. */
static size_t
count_before(struct dd_fingerprints *prints, const char *name)
{
	size_t *count = dd_table_find(&prints->seen, name);

	if (!count) {
		count = dd_arena_alloc(&prints->arena, sizeof *count);
		*count = 0;
		dd_table_add(
		    &prints->seen, dd_arena_dup(&prints->arena, name), count);
	}
	return (*count)++;
}

/* FNV-1a, as the keys are made. */
static uint64_t
hash_text(const char *text)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
	return hash;
}

void
dd_fingerprint(struct dd_fingerprints *prints, const char *file,
    const struct diplodoc_diagnostic *finding, char out[DD_FINGERPRINT_SIZE])
{
	struct dd_buffer name;

	/* A note on a file as a whole has no key, and is one of its kind. */
	dd_buffer_init(&name, 0);
	dd_buffer_printf(&name, "%s %s",
	    *finding->key ? finding->key : finding->id, dd_report_path(file));
	dd_buffer_printf(&name, " %zu", count_before(prints, name.data));
	snprintf(out, DD_FINGERPRINT_SIZE, "%016" PRIx64, hash_text(name.data));
	dd_buffer_release(&name);
}
