/* SPDX-License-Identifier: MIT */
/*
 * The offsets of time zones from the system's zone data (TZif files, RFC 9636,
 * with the POSIX TZ rule of their footer). Never from the environment, never
 * from ICU, whose data is older. A file that is not whole, or contradicts
 * itself, is refused: a wrong time is never given.
 */
#ifndef DD_MODEL_ZONE_H
#define DD_MODEL_ZONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/table.h"
#include "model/clock.h"

struct dd_error;
struct dd_files;
struct dd_zone; /* owned by its database */

/* Reads each zone once, when it is first asked for. */
struct dd_zone_db {
	const char *directory;	      /* borrowed */
	const struct dd_files *files; /* who opens what is there; or NULL */
	struct dd_table zones;	      /* name -> struct dd_zone */
	struct dd_arena arena;	      /* owns the zones */
};

/* `directory` NULL means /usr/share/zoneinfo. Reads nothing yet. */
void dd_zone_db_init(struct dd_zone_db *db, const char *directory);
void dd_zone_db_release(struct dd_zone_db *db);

/* The zone of an IANA name such as "Asia/Jakarta"; it lives as long as the
 * database. Returns 0; 1 where there is no such zone (also for names with
 * `.`, an empty part or anything else that no zone has); DD_E_ENGINE where
 * there is no zone data at all, or the file is unreadable or corrupt. */
int dd_zone_find(struct dd_zone_db *db, const char *name,
    const struct dd_zone **ret_zone, struct dd_error *error);

/* True for a name as zones have it: keeps out every path trick, and right/,
 * posix/, localtime and the lists as well. */
bool dd_zone_may_exist(const char *name);

/* The name that it was found by. */
const char *dd_zone_name(const struct dd_zone *zone);

/* Seconds east of UTC at an instant; logarithmic in the zone's changes. */
int dd_zone_offset(const struct dd_zone *zone, int64_t utc);

/* True where that is the zone's offset at that instant, to the second. */
bool dd_zone_has_offset(const struct dd_zone *zone, int64_t utc, int offset);

/* The offsets at which clocks of the zone showed this date and time: 0 where
 * they skipped it, 2 where they showed it twice, earlier instant first. */
size_t dd_zone_local(const struct dd_zone *zone, struct dd_date date,
    struct dd_time time, int ret_offsets[2]);

/* A name that was perhaps meant: the one of the same city, the present name of
 * a zone that is not installed under its old one, or the closest spelling.
 * False where there is none, or no list of names (tzdata.zi). Reads the whole
 * list: only for error messages. */
bool dd_zone_nearest(
    struct dd_zone_db *db, const char *name, char *ret_name, size_t size);

#endif
