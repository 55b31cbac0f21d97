/* SPDX-License-Identifier: MIT */
/*
 * Editorial rules: what a valid document says that must not be published. They
 * run over the facts and the texts of one document, each text once.
 */
#ifndef DD_CHECK_CHECK_H
#define DD_CHECK_CHECK_H

#include "diag/catalog.h"

struct dd_error;
struct dd_sink;
struct dd_summary;
struct dd_tree;
struct dd_zone_db;

/* The level of every id; set up by dd_check_levels. */
struct dd_check_levels {
	enum dd_level of[DD_ID_COUNT];
};

struct dd_check_input {
	const struct dd_summary *summary;
	const struct dd_tree *tree;
	struct dd_zone_db *zones;
	const char *path; /* of the document, or NULL; where files are sought */
};

/* The levels of a stage: the catalogue's, then the house's. */
void dd_check_levels(struct dd_check_levels *ret_levels, enum dd_stage stage,
    const struct dd_summary *summary);

/* Runs all rules into the sink, whose levels say which count. Returns 0, or
 * DD_E_ENGINE where a rule could not run: the document is then not checked. */
int dd_check(const struct dd_check_input *input, struct dd_sink *sink,
    struct dd_error *error);

#endif
