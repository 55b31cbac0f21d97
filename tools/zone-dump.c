/* SPDX-License-Identifier: MIT */
/*
 * Prints what the zone reader says, for tests that compare it with another
 * program:
 *
 *   zone-dump DIRECTORY FROM TO ZONE...
 *
 * For every zone one line "zone instant offset" for FROM, and one for every
 * instant before TO at which its offset changes; instants in seconds since
 * 1970 UTC, offsets in seconds east. The zone is asked twice a day, so only a
 * change taken back within half a day could hide. Ends with 1 at the first
 * zone that cannot be read, or whose local times do not lead back to itself.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include "base/error.h"
#include "model/zone.h"

enum { STEP = 12 * 3600 }; /* seconds */

/* The first instant in (low, high] without the offset `old` of `low`. */
static int64_t
find_change(const struct dd_zone *zone, int64_t low, int64_t high, int old)
{
	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;

		if (dd_zone_has_offset(zone, middle, old))
			low = middle;
		else
			high = middle;
	}
	return high;
}

/* What a clock shows at `utc` must name the offset of `utc` again. */
static int
prove_local(const struct dd_zone *zone, int64_t utc)
{
	struct dd_moment m = dd_moment_at(utc, dd_zone_offset(zone, utc));
	int offsets[2];
	size_t count = dd_zone_local(zone, m.date, m.time, offsets);

	for (size_t i = 0; i < count; i++)
		if (offsets[i] == m.offset)
			return 0;
	fprintf(stderr, "%s: no way back from %" PRId64 "\n",
	    dd_zone_name(zone), utc);
	return 1;
}

static int
dump_zone(const struct dd_zone *zone, int64_t from, int64_t to)
{
	int offset = dd_zone_offset(zone, from);

	printf("%s %" PRId64 " %d\n", dd_zone_name(zone), from, offset);
	for (int64_t t = from; t < to - 1;) {
		int64_t end = t + STEP < to ? t + STEP : to - 1, change;

		if (!dd_zone_has_offset(zone, end, offset)) {
			change = find_change(zone, t, end, offset);
			offset = dd_zone_offset(zone, change);
			printf("%s %" PRId64 " %d\n", dd_zone_name(zone),
			    change, offset);
			if (prove_local(zone, change - 1) ||
			    prove_local(zone, change))
				return 1;
			end = change;
		}
		t = end;
	}
	return 0;
}

int
main(int argc, char **argv)
{
	struct dd_zone_db db;
	struct dd_error error = {0};
	int status = 0;

	if (argc < 5) {
		fputs("usage: zone-dump DIRECTORY FROM TO ZONE...\n", stderr);
		return 2;
	}
	dd_zone_db_init(&db, argv[1]);
	for (int i = 4; i < argc && status == 0; i++) {
		const struct dd_zone *zone;

		status = dd_zone_find(&db, argv[i], &zone, &error);
		if (status == 0)
			status = dump_zone(zone, strtoll(argv[2], NULL, 10),
			    strtoll(argv[3], NULL, 10));
		else
			fprintf(stderr, "%s: %s\n", argv[i], error.text);
	}
	dd_zone_db_release(&db);
	return status != 0;
}
