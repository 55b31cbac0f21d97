/* SPDX-License-Identifier: MIT */
/* Reads lists of ids and finds the sides that they belong to. */
#include "check/speaker.h"
#include <string.h>
#include "base/ascii.h"

/* The next id of a list, copied; NULL at the end. */
static const char *
take_id(struct dd_checker *checker, const char **list)
{
	const char *start = *list + strspn(*list, DD_ASCII_SPACES);
	size_t len = strcspn(start, DD_ASCII_SPACES);

	*list = start + len;
	return len ? dd_arena_ndup(&checker->arena, start, len) : NULL;
}

struct dd_speakers
dd_speakers_read(struct dd_checker *checker, const xmlNode *statement)
{
	const char *list = dd_node_value(statement, "speaker"), *id;
	struct dd_speakers speakers = {
	    .attr = dd_node_attr(statement, "speaker"), .unknown = !list};

	while (list && (id = take_id(checker, &list))) {
		const struct dd_party *side =
		    dd_table_find(&checker->summary->party_by_id, id);
		const struct dd_person *person =
		    dd_table_find(&checker->summary->person_by_id, id);

		speakers.whole = speakers.whole || side;
		if (!side && person)
			side = person->party;
		speakers.unknown = speakers.unknown || !side;
		if (speakers.count == 0)
			speakers.side = side;
		else if (side != speakers.side)
			speakers.several = true;
		speakers.count++;
	}
	speakers.unknown = speakers.unknown || speakers.count == 0;
	return speakers;
}

bool
dd_speakers_have(struct dd_checker *checker, const xmlNode *statement,
    const struct dd_person *person)
{
	const char *list = dd_node_value(statement, "speaker"), *id;

	while (list && (id = take_id(checker, &list)))
		if (dd_table_find(&checker->summary->person_by_id, id) ==
			person ||
		    dd_table_find(&checker->summary->party_by_id, id) ==
			person->party)
			return true;
	return false;
}

const struct dd_person *
dd_speakers_marked(struct dd_checker *checker, const struct dd_prose *prose,
    const struct dd_act_reading *reading)
{
	const struct dd_prose_run *run =
	    dd_prose_run_at(prose, reading->subject);

	if (!run || run->node || run->start != reading->subject ||
	    run->end != reading->subject_end ||
	    !dd_node_is(run->element, "person"))
		return NULL;
	return dd_table_find(&checker->summary->person_by_id,
	    dd_node_value(run->element, "ref"));
}
