/* SPDX-License-Identifier: MIT */
/*
 * The facts of the first paragraph. Its parts stand in any order, so each is
 * sought by itself; what no part accounts for is known at the end.
 */
#ifndef DD_IMPORT_LEAD_H
#define DD_IMPORT_LEAD_H

#include <stdbool.h>
#include "import/evidence.h"
#include "import/finder.h"
#include "import/names.h"
#include "import/zone_label.h"
#include "model/clock.h"

struct dd_house;
struct dd_typed;
struct dd_line;

struct dd_found_office {
	const char *title; /* without the state */
	bool acting;
	enum dd_confidence confidence;
	struct dd_extent at;
	struct dd_found_office *next;
};

/* Someone whom the lead names. NULL: not said. */
struct dd_found_person {
	const char *id;
	const char *official; /* id in the house */
	const char *style, *courtesy, *rank, *academic, *post_nominal;
	const char *given, *other, *family, *order;
	const char *pronoun;
	enum dd_confidence order_confidence;
	const char *reference; /* how the text goes on: "Minister Park" */
	struct dd_found_office *offices;
	bool attendee, remote;
	struct dd_extent at, name; /* bytes of the lead */
	struct dd_found_person *next;
};

struct dd_found_party {
	const char *id;
	const char *country, *organisation;
	const char *name;	      /* as the text has it */
	const char *longer, *shorter; /* where the house does not have it */
	bool own, host, others, of_house;
	struct dd_found_person *persons;
	struct dd_found_party *next;
};

struct dd_found_occasion {
	const char *relation, *text;
	const char *party; /* id of a party or person, or NULL */
	struct dd_extent at;
	struct dd_found_occasion *next;
};

struct dd_found_clock {
	bool known;
	int hour, minute; /* of 24 */
	bool has_minute;
	int period;	   /* enum dd_typed_period */
	bool odd;	   /* written 0:30 p.m., 12 a.m. or 13:00 p.m. */
	bool local;	   /* labelled so */
	const char *zones; /* that its label names, between spaces, or NULL */
	const struct dd_zone_label *label; /* "KST", or NULL */
	const char *hedge;		   /* "about", "after", or NULL */
	struct dd_date date;
	struct dd_extent at;
};

/* Which meeting of a row it was. */
struct dd_found_ordinal {
	long number;
	const char *of; /* "series", "year", "counterpart" */
	struct dd_found_ordinal *next;
};

/* A part with a length or a form of its own. */
struct dd_found_session {
	const char *kind;
	const char *title;	     /* of a kind that says nothing, or NULL */
	int64_t minutes;	     /* 0: not said */
	const char *hedge;	     /* of the length, or NULL */
	struct dd_found_clock start; /* of its own, on the day of the meeting */
	struct dd_found_session *next;
};

/* A match that was found ahead of where it is needed. */
struct dd_ahead {
	bool sought;
	struct dd_extent at;
};

struct dd_mention;
struct dd_lead;

/* How a lead is read in one language. See person.h for the first three. */
struct dd_lead_reader {
	const char *lang;
	bool (*next_person)(struct dd_lead *lead, size_t from, size_t to,
	    struct dd_mention *ret_mention);
	bool (*unnamed_person)(
	    struct dd_lead *lead, size_t from, struct dd_mention *ret_mention);
	void (*know_person)(struct dd_lead *lead, struct dd_mention *mention);
	void (*order_names)(
	    struct dd_lead *lead, struct dd_mention *mention, const char *body);
	const char
	    *topic; /* a pattern: before it stands who met, behind it whom */
	const char *attended; /* a pattern: who else was there */
	/* The side that was named last before someone, or NULL. */
	const struct dd_party_name *(*find_side)(
	    struct dd_lead *lead, struct dd_extent at);
	void (*read_sides)(struct dd_lead *lead);
	void (*read_occasion)(struct dd_lead *lead); /* and the place */
	void (*use_form)(struct dd_lead *lead);
	bool (*is_whole)(struct dd_lead *lead);
};

/* The last one, English, reads all languages that no other does. */
const struct dd_lead_reader *dd_lead_reader(const char *lang);

struct dd_lead {
	const struct dd_lead_reader *reader;
	struct dd_arena *arena; /* borrowed, as all below */
	struct dd_finder *finder;
	struct dd_ledger *ledger;
	const struct dd_names *names;
	const struct dd_house *house;
	const char *lang;
	const char *text; /* of the lead */
	size_t len;
	const struct dd_block *block;
	char *used; /* a byte a byte: whether a fact accounts for it */

	const char *own_country; /* of the house's own, the one it speaks for */
	struct dd_date issued;	 /* of the text; year 0: not said */
	const char *issued_city; /* of a dateline in front of it, or NULL */
	struct dd_extent dateline; /* empty: there is none */
	/* Of names that can have either; NULL: nothing has told it yet. */
	const char *either_order;
	bool elsewhere;	     /* someone visits a place that no table has */
	struct dd_date date; /* of the meeting; year 0: not said */
	bool asked;	     /* a clock was asked about */
	bool doubted; /* the words say more than the facts: they must stay */
	struct dd_found_clock start, home, end;
	int64_t minutes; /* of its length; 0: not said */
	const char *length_hedge;
	bool total;
	const char *country, *city, *venue, *zone;
	const char *kind, *level, *format, *received, *initiative;
	const char *interpretation;
	struct dd_found_ordinal *ordinals;
	struct dd_found_session *sessions;
	struct dd_found_occasion *occasions;
	struct dd_found_party *parties;
	/* The next ones found ahead, by how they are written. */
	struct dd_ahead officed, stated, bare;
	struct dd_extent verb; /* of the sentence that says who met whom */
};

/* `line` is the lead, from byte `from` on; `body` the rest of the text, where people are referred to;
 * `issued` lends its year. */
void dd_lead_read(struct dd_lead *lead, const struct dd_line *line, size_t from,
    const char *title, struct dd_date issued, const char *body);

/* Marks bytes of the lead as accounted for. */
void dd_lead_use(struct dd_lead *lead, size_t from, size_t to);
/* True where all words are accounted for, those of the form included. */
bool dd_lead_is_whole(struct dd_lead *lead);
/* Adds one in the order of the text. */
struct dd_found_occasion *dd_lead_add_occasion(struct dd_lead *lead,
    const char *relation, struct dd_extent words, struct dd_extent match);
/* A fact of the lead, for the ledger. */
void dd_lead_fact(struct dd_lead *lead, const char *name, const char *value,
    enum dd_confidence confidence, const char *rule, struct dd_extent at);
/* What an editor must decide about bytes of the lead. */
void dd_lead_ask(struct dd_lead *lead, struct dd_extent at, const char *reason);
/* A copy of bytes of the lead. */
const char *dd_lead_copy(const struct dd_lead *lead, struct dd_extent at);

/* The party that words such as "the Asterian side" mean, or NULL. */
const struct dd_found_party *
dd_lead_party_of(const struct dd_lead *lead, const char *text, size_t len);
/* True for someone who is named among those who attended as well. */
bool dd_lead_is_attending(struct dd_lead *lead, struct dd_extent at);
/* The side that was named last before someone, or NULL. */
const struct dd_party_name *
dd_lead_find_side(struct dd_lead *lead, struct dd_extent at);

/* The side that someone led: "The Orisian side was led by Mr. Orell", "Mr. Orell
 * led the Orisian delegation"; or NULL. */
const struct dd_party_name *
dd_lead_find_led(struct dd_lead *lead, struct dd_extent at);

/* True for someone who is only talked about: "to discuss the plans of Mr. Falk",
 * "at the residence of Ambassador Falk". */
bool dd_lead_is_aside(struct dd_lead *lead, struct dd_extent at);

/* The country and the city that bytes of the lead name, where none is known.
 * False where several are called so, which is asked then. */
bool dd_lead_set_place(struct dd_lead *lead, struct dd_extent at,
    const char *rule, enum dd_confidence confidence);
/* Makes a place longer by the state behind its comma. */
void dd_lead_extend_place(struct dd_lead *lead, struct dd_extent *place);

/* The parts, each in a file of its own. */
void dd_lead_read_place(struct dd_lead *lead);
void dd_lead_read_sides(struct dd_lead *lead);
/* Asks for the other side where only one is found. */
void dd_lead_ask_sides(struct dd_lead *lead);
void dd_lead_read_times(struct dd_lead *lead, struct dd_date issued);
void dd_lead_read_people(struct dd_lead *lead, const char *body);
void dd_lead_read_occasion(struct dd_lead *lead);
void dd_lead_read_kind(struct dd_lead *lead, const char *title);
/* A dateline in front of the first sentence; `first` is the first time of it. */
void dd_lead_read_dateline(struct dd_lead *lead, struct dd_typed *first);
/* A clock of the text, as start, end, or clock at home. */
void dd_lead_read_clock(
    struct dd_lead *lead, const struct dd_typed *clock, struct dd_date issued);
/* The year that a date without one has, by the day of issue. */
struct dd_date dd_lead_complete(struct dd_date date, struct dd_date issued);
/* The same into `to`, whatever else is known; nothing where it is asked about. */
void dd_lead_take_clock(struct dd_lead *lead, struct dd_found_clock *to,
    const struct dd_typed *clock);
/* Sessions are read before the other times, whose lengths are theirs. */
void dd_lead_read_sessions(struct dd_lead *lead, const struct dd_typed *times);
/* Number in its row, who asked for it, how it was interpreted. */
void dd_lead_read_facts(struct dd_lead *lead, const char *title);
/* The words that say nothing but what kind of meeting it was. */
void dd_lead_use_form(struct dd_lead *lead);
/* Sets *first, the date that is read, to the first of several days, and asks. */
void dd_lead_read_days(
    struct dd_lead *lead, const struct dd_typed *date, struct dd_date *first);
/* The number in bytes of the lead, in digits of either width. */
int dd_lead_number(const struct dd_lead *lead, struct dd_extent at);
/* "about", "after" or "over" in front of bytes of the lead, or NULL. */
const char *dd_lead_hedge(struct dd_lead *lead, size_t at);

#endif
