/* SPDX-License-Identifier: MIT */
/* What names are written in. */
#include <string.h>
#include "base/utf8.h"
#include "model/resolve_internal.h"

void
dd_resolve_set_script(const char *family, struct dd_slots *slots)
{
	const char *end = family + strlen(family);
	bool ideographs = true;
	size_t count = 0, len;
	uint32_t cp;

	for (; (len = dd_utf8_decode(family, end, &cp)) > 0; family += len) {
		ideographs = ideographs &&
		    ((cp >= 0x3400 && cp <= 0x9FFF) || cp == 0x3005);
		count++;
	}
	dd_slots_flag(slots, "ideographs", ideographs);
	dd_slots_flag(slots, "single", count == 1);
}
