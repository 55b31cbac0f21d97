/* SPDX-License-Identifier: MIT */
/* Owns: which files count as surroundings. */
#include "run/surroundings.h"
#include "check/schematron.h"
#include "model/house.h"
#include "run/engine.h"

int
dd_surroundings_digest(struct dd_engine *engine, const char *path, bool rules,
    char digest[DD_DIGEST_SIZE], struct dd_error *error)
{
	const struct dd_rule_set *set = NULL;
	const struct dd_house *house;
	struct dd_digest sum;
	int result = dd_engine_house(engine, path, &house, error);

	if (result == 0 && rules)
		result = dd_engine_rules(engine, house, &set, error);
	if (result < 0)
		return result;
	dd_digest_init(&sum);
	dd_digest_add(&sum, house->source.text, house->source.len);
	for (size_t i = 0; set && i < set->count; i++)
		dd_schematron_digest(set->items[i], &sum);
	dd_digest_end(&sum, digest);
	return 0;
}
