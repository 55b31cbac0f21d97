/* SPDX-License-Identifier: MIT */
/*
 * What an import knows and why: every fact with its source, what could not be
 * placed, and what was left out.
 */
#ifndef DD_IMPORT_EVIDENCE_H
#define DD_IMPORT_EVIDENCE_H

#include <stddef.h>
#include "base/arena.h"
#include "import/block.h"

enum dd_confidence {
	DD_CERTAIN, /* the source says it */
	DD_LIKELY,  /* it follows, by what is usual */
	DD_GUESS,   /* an editor must look */
};

/* One fact, one drop or one open question, in the order of the source. */
struct dd_evidence {
	const char *name;  /* of a fact: where it stands, "meeting/start" */
	const char *value; /* of a fact: as it stands there; else the text */
	enum dd_confidence confidence;
	const char *rule;   /* of a fact, what found it: "lead/clock" */
	const char *reason; /* of a drop or question; a clause */
	struct dd_extent extent;
	struct dd_evidence *next;
};

struct dd_evidence_list {
	struct dd_evidence *first, *last;
	size_t count;
};

struct dd_ledger {
	struct dd_arena *arena; /* borrowed; owns all of it */
	struct dd_evidence_list facts, questions, drops;
};

/* Texts are copied, `name`, `rule` and `reason` are literals or of the arena. */
void
dd_ledger_fact(struct dd_ledger *ledger, const char *name, const char *value,
    enum dd_confidence confidence, const char *rule, struct dd_extent extent);

/* What an editor must decide; `text` may be empty where something is missing. */
void dd_ledger_ask(struct dd_ledger *ledger, const char *text,
    const char *reason, struct dd_extent extent);

/* What is left out of the document: the words of the source, and why. */
void dd_ledger_drop(struct dd_ledger *ledger, const char *text,
    const char *reason, struct dd_extent extent);

/* "certain", "likely", "guess" */
const char *dd_confidence_name(enum dd_confidence confidence);

#endif
