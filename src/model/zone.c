/* SPDX-License-Identifier: MIT */
/*
 * Owns: which zones there are, and what is asked of one. Leaves the bytes of
 * zone files to zone_file.c and their yearly rules to zone_rule.c.
 */
#include "model/zone.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/files.h"
#include "base/messages.h"
#include "base/nearest.h"
#include "model/zone_internal.h"

enum {
	MAX_NAME = 64,	       /* bytes; the longest name has 32 */
	MAX_FILE = 256 * 1024, /* bytes; the longest file has 4 KiB */
	MAX_LIST = 4 * 1024 * 1024,
	LIST_FIELDS = 3,
};

static const char LIST[] = "tzdata.zi";

void
dd_zone_db_init(struct dd_zone_db *db, const char *directory)
{
	db->directory = directory ? directory : "/usr/share/zoneinfo";
	db->files = NULL;
	dd_table_init(&db->zones);
	dd_arena_init(&db->arena);
}

void
dd_zone_db_release(struct dd_zone_db *db)
{
	if (!db)
		return;
	dd_table_release(&db->zones);
	dd_arena_release(&db->arena);
}

/* Letters, digits, _ + - in parts between slashes, a capital first. */
bool
dd_zone_may_exist(const char *name)
{
	size_t len = strlen(name);

	if (len > MAX_NAME || name[0] < 'A' || name[0] > 'Z' ||
	    name[len - 1] == '/' || strstr(name, "//"))
		return false;
	return strspn(name,
		   "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		   "0123456789_+-/") == len;
}

static const char *
join_path(struct dd_zone_db *db, const char *name)
{
	return dd_arena_printf(&db->arena, "%s/%s", db->directory, name);
}

/* 1: a file, which is to be closed; 0: nothing of that name, or a directory;
 * below 0: unknown, for the reason of that errno. */
static int
open_file(const struct dd_zone_db *db, const char *name, struct dd_file *file)
{
	const struct dd_file_request request = {
	    DD_FILE_ZONE, .from = db->directory, .name = name};

	dd_file_open(db->files, &request, file);
	if (file->status.st_mode)
		return !S_ISDIR(file->status.st_mode);
	return file->error == ENOENT || file->error == ENOTDIR ? 0
							       : -file->error;
}

static bool
has_file(const struct dd_zone_db *db, const char *name)
{
	struct dd_file file;
	int result = open_file(db, name, &file);

	dd_file_close(&file);
	return result > 0;
}

/* Zones that every installation has tell "no such zone" from "no zones". */
static int
report_absence(struct dd_zone_db *db, struct dd_error *error)
{
	static const char *const witnesses[] = {
	    LIST, "Etc/UTC", "UTC", "Europe/London"};

	for (size_t i = 0; i < sizeof witnesses / sizeof *witnesses; i++)
		if (has_file(db, witnesses[i]))
			return 1;
	return dd_error_set(error, DD_E_ENGINE,
	    "There is no time zone data in `%s`; install it (the Debian "
	    "package is `tzdata`).",
	    db->directory);
}

/* Reads and closes the file. */
static int
load_zone(struct dd_zone_db *db, const char *name, struct dd_file *file,
    struct dd_zone **ret_zone, struct dd_error *error)
{
	struct dd_zone *zone = dd_arena_alloc(&db->arena, sizeof *zone);
	const char *path = join_path(db, name), *fault;
	struct dd_error cause = dd_error_like(error);
	struct dd_buffer bytes;

	dd_buffer_init(&bytes, 0);
	if (dd_file_take(file, path, MAX_FILE, &bytes, &cause) != DD_OK) {
		dd_buffer_release(&bytes);
		return dd_error_set(error, DD_E_ENGINE, "%s", cause.text);
	}
	zone->name = dd_arena_dup(&db->arena, name);
	fault = bytes.len > MAX_FILE
	    ? N_("is too long for a time zone")
	    : dd_zone_decode(zone, &db->arena, bytes.data, bytes.len);
	dd_buffer_release(&bytes);
	if (fault)
		return dd_error_set(error, DD_E_ENGINE,
		    "The time zone file `%s` %s; install it anew (the Debian "
		    "package is `tzdata`).",
		    path, dd_error_say(error, fault));
	*ret_zone = zone;
	return DD_OK;
}

int
dd_zone_find(struct dd_zone_db *db, const char *name,
    const struct dd_zone **ret_zone, struct dd_error *error)
{
	struct dd_zone *zone = dd_table_find(&db->zones, name);
	struct dd_file file;
	int result;

	if (!zone) {
		if (!dd_zone_may_exist(name) ||
		    (result = open_file(db, name, &file)) == 0)
			return report_absence(db, error);
		if (result < 0)
			return dd_error_set(error, DD_E_ENGINE,
			    "The time zone file `%s` cannot be read: %s.",
			    join_path(db, name), strerror(-result));
		result = load_zone(db, name, &file, &zone, error);
		if (result != DD_OK)
			return result;
		dd_table_add(&db->zones, zone->name, zone);
	}
	*ret_zone = zone;
	return DD_OK;
}

const char *
dd_zone_name(const struct dd_zone *zone)
{
	return zone->name;
}

int
dd_zone_offset(const struct dd_zone *zone, int64_t utc)
{
	size_t low = 0, high = zone->count; /* at[low - 1] <= utc < at[high] */

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (zone->at[middle] <= utc)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == zone->count && zone->has_rule)
		return dd_zone_rule_offset(&zone->rule, utc);
	return low > 0 ? zone->after[low - 1] : zone->before;
}

bool
dd_zone_has_offset(const struct dd_zone *zone, int64_t utc, int offset)
{
	return dd_zone_offset(zone, utc) == offset;
}

/* An offset fits where the zone has it at the very instant that it gives. */
size_t
dd_zone_local(const struct dd_zone *zone, struct dd_date date,
    struct dd_time time, int ret_offsets[2])
{
	int64_t local = dd_clock_seconds(date, time);
	size_t count = 0;

	for (size_t i = 0; i < zone->offset_count && count < 2; i++)
		if (dd_zone_has_offset(
			zone, local - zone->offsets[i], zone->offsets[i]))
			ret_offsets[count++] = zone->offsets[i];
	/* Further east is earlier. */
	if (count == 2 && ret_offsets[0] < ret_offsets[1]) {
		int later = ret_offsets[0];

		ret_offsets[0] = ret_offsets[1];
		ret_offsets[1] = later;
	}
	return count;
}

/* The names of tzdata.zi, cut out of its text. */
struct names {
	const char **names;
	const char **targets; /* of an alias: the present name; else itself */
	size_t count;
};

/* "Z name offset ..." is a zone, "L target alias" an alias. */
static void
read_line(struct names *list, char *line)
{
	char *rest = NULL, *field[LIST_FIELDS];

	for (int i = 0; i < LIST_FIELDS; i++) {
		field[i] = strtok_r(i ? NULL : line, " \t\r", &rest);
		if (!field[i])
			return;
	}
	if (strcmp(field[0], "Z") == 0) {
		list->names[list->count] = field[1];
		list->targets[list->count++] = field[1];
	} else if (strcmp(field[0], "L") == 0) {
		list->names[list->count] = field[2];
		list->targets[list->count++] = field[1];
	}
}

/* False where there is no list. `arena` owns everything. */
static bool
read_names(struct dd_zone_db *db, struct dd_arena *arena, struct names *list)
{
	struct dd_buffer text;
	struct dd_file file;
	size_t lines = 1;
	char *p;

	dd_buffer_init(&text, 0);
	if (open_file(db, LIST, &file) <= 0 ||
	    dd_file_take(&file, LIST, MAX_LIST, &text, NULL) != DD_OK ||
	    text.len > MAX_LIST) {
		dd_buffer_release(&text);
		return false;
	}
	p = dd_arena_ndup(arena, text.data, text.len);
	dd_buffer_release(&text);
	for (const char *c = p; *c; c++)
		lines += *c == '\n';
	*list = (struct names){
	    .names = dd_arena_alloc(arena, lines * sizeof *list->names),
	    .targets = dd_arena_alloc(arena, lines * sizeof *list->targets),
	};
	for (char *line; (line = strsep(&p, "\n"));)
		read_line(list, line);
	return list->count > 0;
}

static const char *
find_city(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash ? slash + 1 : name;
}

/* The same city, with spaces for underscores and in any case. */
static bool
is_same_city(const char *asked, const char *name)
{
	const char *a = find_city(asked), *b = find_city(name);

	for (; *a && *b; a++, b++) {
		char one[2] = {*a == ' ' ? '_' : *a}, other[2] = {*b};

		if (dd_nearest_distance(one, other) != 0)
			return false;
	}
	return *a == *b;
}

static size_t
find_likely(const struct names *list, const char *name)
{
	const char *nearest;

	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->names[i], name) == 0)
			return i;
	for (size_t i = 0; i < list->count; i++)
		if (is_same_city(name, list->names[i]))
			return i;
	nearest = dd_nearest(name, list->names, list->count);
	for (size_t i = 0; nearest && i < list->count; i++)
		if (list->names[i] == nearest)
			return i;
	return list->count;
}

bool
dd_zone_nearest(
    struct dd_zone_db *db, const char *name, char *ret_name, size_t size)
{
	struct dd_arena arena;
	struct names list;
	const char *found = NULL;

	dd_arena_init(&arena);
	if (strlen(name) <= MAX_NAME && read_names(db, &arena, &list)) {
		size_t i = find_likely(&list, name);

		if (i < list.count)
			found = has_file(db, list.names[i]) ? list.names[i]
							    : list.targets[i];
	}
	if (found &&
	    (strlen(found) >= size || !has_file(db, found) ||
		strcmp(found, name) == 0))
		found = NULL;
	if (found)
		snprintf(ret_name, size, "%s", found);
	dd_arena_release(&arena);
	return found != NULL;
}
