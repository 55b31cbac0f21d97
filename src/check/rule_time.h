/* SPDX-License-Identifier: MIT */
/* Shared by the rules about time. */
#ifndef DD_CHECK_RULE_TIME_H
#define DD_CHECK_RULE_TIME_H

#include "language/read_time.h"
#include "check/rule.h"

/* What the house and the meeting say about clocks. */
struct dd_time_facts {
	const char *own;	    /* the country of the own side, or NULL */
	const char *home_country;   /* or NULL */
	const struct dd_zone *home; /* NULL: the house names none */
	bool abroad;		    /* held in another country than `own` */
	const char *hours;	    /* "12", "24"; NULL: the house is silent */
	const char *noon;	    /* "zero", "twelve", "word", NULL */
};

void dd_time_facts(struct dd_checker *checker, struct dd_time_facts *ret_facts);

/* One text with the times in it. */
struct dd_time_text {
	struct dd_checker *checker;
	const struct dd_time_facts *facts;
	const struct dd_prose *prose;
	const struct dd_typed *times;
};

/* The <date> or <time> around an item, or NULL. */
const xmlNode *
dd_time_mark(const struct dd_time_text *t, const struct dd_typed *item);

/* True for an item in words of another language, which are left alone. */
bool
dd_time_is_foreign(const struct dd_time_text *t, const struct dd_typed *item);

/* `moment` as a clock with that label shows it: where none is typed, as it
 * stands. False for a place that is not known. */
bool
dd_time_as_labelled(const struct dd_time_text *t, const struct dd_typed *clock,
    const struct dd_moment *moment, struct dd_moment *ret_moment);

/* True where the words can mean that time of day. */
bool dd_time_agrees(const struct dd_typed *clock, struct dd_time time);

/* The difference of the words and that time is twelve hours. */
bool dd_time_is_opposite(const struct dd_typed *clock, struct dd_time time);

/* The year that a date without one means: that nearest to the meeting. */
int dd_time_year(const struct dd_summary *summary, const struct dd_typed *date);

/* The date of a month and a day; false where a part is missing or no calendar
 * has that day. */
bool dd_time_date(const struct dd_summary *summary,
    const struct dd_typed *typed, struct dd_date *ret_date);

/* True for a day of the meeting, at its place or at home. */
bool dd_time_is_event_day(const struct dd_summary *summary,
    const struct dd_time_facts *facts, struct dd_date date);

/* The value of an attribute; where it is missing, the element's name. */
struct dd_range dd_time_locate(
    const struct dd_checker *checker, const xmlNode *node, const char *name);

/* "14:05" */
const char *dd_time_clock(struct dd_checker *checker, struct dd_time time);
/* "2025-05-20" */
const char *dd_time_iso(struct dd_checker *checker, struct dd_date date);

/* Rules on one text; each file has its own. */
void dd_time_check_forms(const struct dd_time_text *t);
void dd_time_check_days(const struct dd_time_text *t);
void dd_time_check_marks(const struct dd_time_text *t);
void dd_time_check_lead(const struct dd_time_text *t);
void dd_time_check_caption(const struct dd_time_text *t);

#endif
