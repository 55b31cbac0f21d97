/* SPDX-License-Identifier: MIT */
/* From a clock in words to an instant: which zone its place has. */
#ifndef DD_IMPORT_WHEN_H
#define DD_IMPORT_WHEN_H

#include "import/lead.h"
#include "model/zone.h"

struct dd_found_when {
	bool known;	   /* `start` is */
	bool contradicted; /* the two clocks cannot both be right */
	bool zone_known; /* else the offset alone is, from the clock at home */
	enum dd_confidence confidence;
	struct dd_moment start, end; /* end: where the lead has one */
	const char *zone;
	const char *reason; /* where it is not known, why; a clause */
};

/* The zone is that of the city, or the only one of the country that agrees with
 * the clock at home. A telephone talk is dated by the clock at home. */
struct dd_found_when
dd_when_find(struct dd_lead *lead, struct dd_zone_db *zones);

#endif
