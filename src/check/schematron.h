/* SPDX-License-Identifier: MIT */
/*
 * Rules that a house writes itself, in ISO Schematron with XPath 1.0. A file is
 * read and compiled once and run over any number of documents.
 */
#ifndef DD_CHECK_SCHEMATRON_H
#define DD_CHECK_SCHEMATRON_H

#include <stdbool.h>
#include <stddef.h>

struct dd_check_input;
struct dd_digest;
struct dd_error;
struct dd_file;
struct dd_files;
struct dd_schematron;
struct dd_sink;
struct dd_zone_db;

/* Reads the file at `path` and what it includes from its folder. `phase` NULL:
 * that of the file, else all. `zones` is borrowed. NULL with DD_E_USAGE where
 * it cannot be read or used; the sentence says where the fault stands. */
struct dd_schematron *dd_schematron_new(const char *path, const char *phase,
    struct dd_zone_db *zones, struct dd_error *error);
/* The same of an open file, which is closed; `files` (may be NULL) opens what it
 * includes. */
struct dd_schematron *dd_schematron_read(const char *path, struct dd_file *file,
    const struct dd_files *files, const char *phase, struct dd_zone_db *zones,
    struct dd_error *error);
void dd_schematron_free(struct dd_schematron *schematron);

/* Adds the text of all its files. */
void dd_schematron_digest(
    const struct dd_schematron *schematron, struct dd_digest *digest);

size_t dd_schematron_count(const struct dd_schematron *schematron);
/* The name of its finding number `index`, "house/no-slang"; NULL behind the
 * last. */
const char *
dd_schematron_name(const struct dd_schematron *schematron, size_t index);
bool
dd_schematron_has(const struct dd_schematron *schematron, const char *name);

/* Runs it over a document into the sink. Returns 0, or DD_E_ENGINE where a
 * limit or a function stopped it. */
int dd_schematron_run(struct dd_schematron *schematron,
    const struct dd_check_input *input, struct dd_sink *sink,
    struct dd_error *error);

#endif
