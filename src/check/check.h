/* SPDX-License-Identifier: MIT */
/*
 * Editorial rules: what a valid document says that must not be published. They
 * run over the facts and the texts of one document, each text once.
 */
#ifndef DD_CHECK_CHECK_H
#define DD_CHECK_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "diag/catalog.h"

struct dd_archive;
struct dd_arena;
struct dd_edition_shelf;
struct dd_error;
struct dd_schematron;
struct dd_sink;
struct dd_speller_db;
struct dd_summary;
struct dd_tree;
struct dd_zone_db;

/* The level of every id; set up by dd_check_levels. */
struct dd_check_levels {
	enum dd_level of[DD_ID_COUNT];
};

/* A rule, or an area for all its rules, and the name of a level; NULL: the level
 * that the file of a house's own rule gives it. */
struct dd_severity {
	const char *rule, *level;
};

/* What the caller decides; all of it borrowed. */
struct dd_check_options {
	enum dd_stage stage;
	const char *today; /* "2026-11-26"; NULL: no suppression has ended */
	const struct dd_severity *severities; /* in order, over the house's */
	size_t severity_count;
	/* Whether a baseline has the finding of this key; NULL: it has none. */
	bool (*is_known)(void *context, const char *id, const char *key);
	/* Told what a part of the work took, in units of `clock`; or NULL.
	 * The name of a part is gone when this returns. */
	void (*spent)(void *context, const char *part, uint64_t cost);
	uint64_t (*clock)(void);	  /* for `spent` */
	void *context;			  /* of all three */
	const struct dd_archive *archive; /* of other documents; or NULL */
	bool editions; /* those of other languages are read and compared */
};

struct dd_check_input {
	const struct dd_check_options *options;
	const struct dd_summary *summary;
	const struct dd_tree *tree;
	struct dd_zone_db *zones;
	struct dd_speller_db *spellers;
	const char *name; /* of the document, as in the archive */
	const char *path; /* of the document, or NULL; where files are sought */
	const struct dd_files *files; /* who opens them; NULL: this process */
	const struct dd_edition_shelf
	    *editions; /* in other languages; or NULL */
	struct dd_schematron *const
	    *rules; /* of the house's own; may be none */
	size_t rule_count;
};

/* Tells `options` (may be NULL) what a part took that began at `since`, and
 * returns the time now; 0 where nobody asks. `part` NULL: nothing to tell. */
uint64_t dd_check_spend(
    const struct dd_check_options *options, const char *part, uint64_t since);

/* The levels of a stage: the catalogue's, then the house's, then those of the
 * options. */
void dd_check_levels(
    struct dd_check_levels *ret_levels, const struct dd_check_input *input);

/* What a house and the options choose for rules that the house wrote itself, such
 * as "house/no-slang": the house first, the later one wins. */
struct dd_named_levels {
	struct dd_severity *choices;
	size_t count, house_count;
};

/* Reads the choices into the arena. Cost: the number of all of them. */
void dd_check_named_levels(struct dd_named_levels *ret_named,
    const struct dd_check_input *input, struct dd_arena *arena);
/* The level of a rule whose file gives it `own`. Cost: the choices kept. */
enum dd_level dd_check_named_level(
    const struct dd_named_levels *named, const char *name, enum dd_level own);

/* The level of rule `id` where the house gives it `own` in one place, as a term
 * list does: what its severities and then the options make of it. Cost: the
 * number of both. */
enum dd_level dd_check_own_level(
    const struct dd_check_input *input, enum dd_id id, enum dd_level own);

/* True where a rule that needs the archive may count: one that the options leave
 * on, whatever a house says. */
bool dd_check_needs_archive(const struct dd_check_options *options);

/* Runs all rules into the sink, whose levels say which count. Returns 0, or
 * DD_E_ENGINE where a rule could not run: the document is then not checked. */
int dd_check(const struct dd_check_input *input, struct dd_sink *sink,
    struct dd_error *error);

#endif
