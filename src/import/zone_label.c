/* SPDX-License-Identifier: MIT */
#include "import/zone_label.h"
#include <stdio.h>
#include <string.h>

static const struct dd_zone_label labels[] = {
    {"ACDT", 1, {630}, NULL},
    {"ACST", 1, {570}, NULL},
    {"ADT", 1, {-180}, NULL},
    {"AEDT", 1, {660}, NULL},
    {"AEST", 1, {600}, NULL},
    {"AST", 2, {-240, 180}, NULL},
    {"AWST", 1, {480}, NULL},
    {"BRT", 1, {-180}, NULL},
    {"BST", 3, {60, 360, 660}, NULL},
    {"CAT", 1, {120}, NULL},
    {"CDT", 2, {-300, -240}, NULL},
    {"CEST", 1, {120}, NULL},
    {"CET", 1, {60}, NULL},
    {"CST", 3, {-360, 480, -300}, NULL},
    {"EAT", 1, {180}, NULL},
    {"EDT", 1, {-240}, NULL},
    {"EEST", 1, {180}, NULL},
    {"EET", 1, {120}, NULL},
    {"EST", 2, {-300, 600}, NULL},
    {"GMT", 1, {0}, NULL},
    {"GST", 2, {240, -120}, NULL},
    {"HKT", 1, {480}, "Asia/Hong_Kong"},
    {"ICT", 1, {420}, NULL},
    {"IST", 3, {330, 120, 60}, NULL},
    {"JST", 1, {540}, "Asia/Tokyo"},
    {"KST", 1, {540}, "Asia/Seoul"},
    {"MDT", 1, {-360}, NULL},
    {"MSK", 1, {180}, "Europe/Moscow"},
    {"MST", 2, {-420, 480}, NULL},
    {"NZDT", 1, {780}, NULL},
    {"NZST", 1, {720}, NULL},
    {"PDT", 1, {-420}, NULL},
    {"PKT", 1, {300}, "Asia/Karachi"},
    {"PST", 2, {-480, 480}, NULL},
    {"SAST", 1, {120}, NULL},
    {"SGT", 1, {480}, "Asia/Singapore"},
    {"UTC", 1, {0}, NULL},
    {"WAT", 1, {60}, NULL},
    {"WEST", 1, {60}, NULL},
    {"WET", 1, {0}, NULL},
    {"WIB", 1, {420}, "Asia/Jakarta"},
    {"WIT", 1, {540}, NULL},
    {"WITA", 1, {480}, NULL},
};

/* "UTC+9", "GMT -3:30", "UTC+0530" */
static bool
read_offset(const char *text, int *ret_minutes)
{
	int hours = 0, minutes = 0, used = 0;
	char sign;

	if (strncmp(text, "UTC", 3) != 0 && strncmp(text, "GMT", 3) != 0)
		return false;
	text += 3;
	if (strncmp(text, "−", strlen("−")) == 0) {
		sign = '-';
		text += strlen("−");
	} else {
		text += strspn(text, " ");
		sign = *text ? *text++ : '\0';
	}
	if ((sign != '+' && sign != '-') ||
	    (sscanf(text, "%2d:%2d%n", &hours, &minutes, &used) != 2 &&
		sscanf(text, "%2d%2d%n", &hours, &minutes, &used) != 2 &&
		(minutes = 0, sscanf(text, "%2d%n", &hours, &used) != 1)) ||
	    text[used] || hours < 0 || hours > 14 || minutes < 0 ||
	    minutes > 59)
		return false;
	*ret_minutes = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
	return true;
}

const struct dd_zone_label *
dd_zone_label_find(const char *text, size_t len, struct dd_arena *arena)
{
	const char *name = dd_arena_ndup(arena, text, len);
	struct dd_zone_label *label;
	int minutes;

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (strcmp(labels[i].name, name) == 0)
			return &labels[i];
	if (!read_offset(name, &minutes))
		return NULL;
	label = dd_arena_alloc(arena, sizeof *label);
	*label = (struct dd_zone_label){name, 1, {minutes}, NULL};
	return label;
}

bool
dd_zone_label_fits(const struct dd_zone_label *label, int seconds)
{
	for (int i = 0; i < label->count; i++)
		if (label->minutes[i] * 60 == seconds)
			return true;
	return false;
}
