/* SPDX-License-Identifier: MIT */
/* Shared by the skeleton*.c files only. */
#ifndef DD_OUTPUT_SKELETON_INTERNAL_H
#define DD_OUTPUT_SKELETON_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "output/skeleton.h"

enum part {
	GUESSED = 1 << 0,  /* the kind does not say at which level */
	ROUND = 1 << 1,	   /* one of a row */
	TWO_EACH = 1 << 2, /* two ministers of each side */
	THREE = 1 << 3,	   /* parties */
	RECEIVED = 1 << 4, /* one side called on the other */
	SESSIONS = 1 << 5
};

struct kind {
	const char *name, *level;
	unsigned parts;
};

enum { PARTIES_MAX = 26 };

struct draft {
	const struct dd_skeleton *skeleton;
	const struct kind *kind;
	struct dd_arena arena;
	struct dd_error *error;
	xmlNs *ns;
	const char *lang, *when;	      /* as far as anybody said */
	const xmlNode *given, *given_meeting; /* of the facts, or NULL */
	size_t party_count;
	struct {
		const char *name; /* "JP", "eu" */
		const char *id;
		bool known; /* named by the caller or the house */
	} parties[PARTIES_MAX];
};

/* A new child; `text` may be NULL. */
xmlNode *dd_skeleton_add(
    struct draft *d, xmlNode *parent, const char *name, const char *text);
/* An attribute, unless it is there already or `value` is NULL. */
void dd_skeleton_set(xmlNode *node, const char *name, const char *value);
/* Finds the parties. Returns 0 or DD_E_USAGE. */
int dd_skeleton_choose_parties(struct draft *d);
/* The ids of all parties, each behind `separator`. */
const char *dd_skeleton_join_ids(struct draft *d, char separator);
/* The attributes of <meeting> that the facts do not have. */
void dd_skeleton_put_facts(struct draft *d, xmlNode *meeting);
/* What stands for the children `name` of an element where the facts have none,
 * if anything does. */
void dd_skeleton_fill_gap(struct draft *d, xmlNode *parent, const char *name);

#endif
