/* SPDX-License-Identifier: MIT */
/* Findings about one document, and the sink that collects them. */
#ifndef DD_DIAG_DIAGNOSTIC_H
#define DD_DIAG_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/messages.h"
#include "diag/catalog.h"

/* A range of the document's text (UTF-8, after transcoding, without BOM). */
struct dd_range {
	size_t start; /* byte offset */
	size_t end;   /* byte offset behind the last byte; >= start */
};

/* A place as people count. */
struct dd_place {
	size_t line, column;	     /* of the range's start; from 1 */
	size_t end_line, end_column; /* just behind its last character */
	size_t byte, end_byte;	     /* offsets in the file as it was given */
};

/* A place in another document. */
struct dd_elsewhere {
	const char *file; /* its name as shown to people */
	struct dd_place place;
};

/* Another place that a diagnostic is about: the first of two duplicates. */
struct dd_related {
	const struct dd_elsewhere *elsewhere; /* NULL: in this document, */
	struct dd_range range;		      /* here */
	const char *text; /* what stands there; one clause */
	struct dd_related *next;
};

/* One change of the text that mends what a diagnostic says. */
struct dd_edit {
	struct dd_range range;
	const char *replacement; /* source text, markup and all; UTF-8 */
	struct dd_edit *next;
};

/* Why a finding does not count, as an author has written it. */
struct dd_excuse {
	const char *reason;
	const char *until, *by; /* or NULL */
};

struct dd_diagnostic {
	enum dd_id id;
	const char
	    *name; /* "house/no-slang": of a rule of the house; or NULL */
	enum dd_level level;
	struct dd_range range;
	const char *message; /* one sentence, raw: printers escape it */
	const char *detail;  /* the engine's own words, or NULL; --verbose */
	struct dd_related *related;
	struct dd_edit *edits;		/* all of them mend it, or none */
	bool safe;			/* they are, whatever its id says */
	const struct dd_excuse *excuse; /* suppressed; borrowed, or NULL */
	bool known;			/* a baseline has it */
	struct dd_diagnostic *next;
	size_t serial; /* order of reporting, for a stable sort */
};

/* Collects at most `max` diagnostics of one document, and counts the rest. */
struct dd_sink {
	struct dd_arena arena; /* owns all texts */
	struct dd_diagnostic *first, *last;
	size_t count; /* kept */
	size_t total; /* reported, kept or not */
	size_t max;
	size_t errors;		     /* of `total`, those that count */
	const enum dd_level *levels; /* by id; NULL: those of the catalogue */
	const struct dd_messages *messages; /* borrowed; NULL: English */
	struct dd_diagnostic scratch; /* handed out where the sink is full */
};

void dd_sink_init(struct dd_sink *sink, size_t max);
void dd_sink_release(struct dd_sink *sink);

/* How much a finding of that id matters to this sink. */
enum dd_level dd_sink_level(const struct dd_sink *sink, enum dd_id id);

/* The text in the language of this sink; for what is not reported as it is. */
const char *dd_sink_say(const struct dd_sink *sink, const char *text)
    __attribute__((format_arg(2)));

/* The only way in. The message is translated and then formatted into the sink's
 * arena; words among the arguments are translated before. Returns
 * the diagnostic, so that detail and related places can be added, or a
 * scratch one (never NULL) where the sink is full or the id is off. */
struct dd_diagnostic *
dd_report(struct dd_sink *sink, enum dd_id id, struct dd_range range,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* The same for a finding with a name and a level of its own; the name must live
 * as long as the sink. The level of the id does not count. */
struct dd_diagnostic *dd_report_named(struct dd_sink *sink, enum dd_id id,
    const char *name, enum dd_level level, struct dd_range range,
    const char *format, ...) __attribute__((format(printf, 6, 7)));

/* Adds a related place to a diagnostic of this sink. */
void dd_report_related(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    struct dd_range range, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same for a place in another document; all of it is copied. */
void dd_report_elsewhere(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    const struct dd_elsewhere *place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void dd_report_detail(
    struct dd_sink *sink, struct dd_diagnostic *diagnostic, const char *detail);

/* Adds an edit to the mending of a diagnostic, whose id says whether that is
 * safe. The replacement is copied; it must leave a well-formed document. */
void dd_report_fix(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    struct dd_range range, const char *replacement);

/* What the finding is called: its name, or the slug of its id. */
const char *dd_diagnostic_slug(const struct dd_diagnostic *diagnostic);

/* Whether a program may make its edits. */
enum dd_fixable dd_diagnostic_fix(const struct dd_diagnostic *diagnostic);

/* True unless the finding is suppressed or known. */
bool dd_diagnostic_counts(const struct dd_diagnostic *diagnostic);

/* Takes a kept finding out of what counts: suppressed with that excuse, which
 * must live as long as the sink, or known (NULL). */
void dd_sink_excuse(struct dd_sink *sink, struct dd_diagnostic *diagnostic,
    const struct dd_excuse *excuse);

/* Takes out findings that were reported when there were `before` others
 * already (sink->total), and that begin in a value which one of those calls
 * wrong or empty: one fault, one finding. Cost: the product of both. */
void dd_sink_drop_echoes(struct dd_sink *sink, size_t before);

/* Sorts by start, then id, then order of reporting. */
void dd_sink_sort(struct dd_sink *sink);

#endif
