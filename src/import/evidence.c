/* SPDX-License-Identifier: MIT */
#include "import/evidence.h"

static void
add(struct dd_ledger *ledger, struct dd_evidence_list *list,
    struct dd_evidence evidence)
{
	struct dd_evidence *copy = dd_arena_alloc(ledger->arena, sizeof *copy);

	evidence.value = dd_arena_dup(ledger->arena, evidence.value);
	*copy = evidence;
	if (list->last)
		list->last->next = copy;
	else
		list->first = copy;
	list->last = copy;
	list->count++;
}

void
dd_ledger_fact(struct dd_ledger *ledger, const char *name, const char *value,
    enum dd_confidence confidence, const char *rule, struct dd_extent extent)
{
	add(ledger, &ledger->facts,
	    (struct dd_evidence){
		.name = name,
		.value = value,
		.confidence = confidence,
		.rule = rule,
		.extent = extent,
	    });
}

void
dd_ledger_ask(struct dd_ledger *ledger, const char *text, const char *reason,
    struct dd_extent extent)
{
	add(ledger, &ledger->questions,
	    (struct dd_evidence){
		.value = text, .reason = reason, .extent = extent});
}

void
dd_ledger_drop(struct dd_ledger *ledger, const char *text, const char *reason,
    struct dd_extent extent)
{
	add(ledger, &ledger->drops,
	    (struct dd_evidence){
		.value = text, .reason = reason, .extent = extent});
}

const char *
dd_confidence_name(enum dd_confidence confidence)
{
	static const char *const names[] = {
	    [DD_CERTAIN] = "certain",
	    [DD_LIKELY] = "likely",
	    [DD_GUESS] = "guess",
	};

	return names[confidence];
}
