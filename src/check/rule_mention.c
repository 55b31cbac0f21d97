/* SPDX-License-Identifier: MIT */
/* Rules about mentions: the words inside `<person>` and `<party>`, against
 * whom they refer to. */
#include "check/name_reading.h"
#include <string.h>
#include "base/nearest.h"
#include "check/names.h"

/* One mention with words of its own. */
struct mention {
	const struct dd_prose *prose;
	const xmlNode *element;
	size_t from, to; /* bytes of the text, without spaces around */
	const char *words;
	struct dd_tokens tokens;
};

/* False for an empty element and for one with nothing but spaces. */
static bool
read_mention(struct mention *mention, const struct dd_prose *prose,
    const struct dd_prose_run *run, struct dd_arena *arena)
{
	size_t from = run->start, to = run->end;

	while (from < to && strchr(" \t\r\n", prose->text[from]))
		from++;
	while (to > from && strchr(" \t\r\n", prose->text[to - 1]))
		to--;
	if (!run->node || from == to)
		return false;
	*mention = (struct mention){
	    .prose = prose,
	    .element = run->element,
	    .from = from,
	    .to = to,
	    .words = dd_arena_ndup(arena, prose->text + from, to - from),
	};
	mention->tokens = dd_tokens_of(arena, mention->words);
	return true;
}

static void
report_mention(const struct dd_name_reading *m, const struct mention *mention,
    enum dd_id id, const xmlNode *meant, const char *message)
{
	const xmlAttr *ref = dd_node_attr(mention->element, "ref");
	struct dd_diagnostic *found = dd_check_report(m->checker, id,
	    mention->prose, mention->from, mention->to, "%s", message);

	if (ref)
		dd_report_related(m->checker->sink, found,
		    dd_locate_value(m->checker->tree, ref),
		    "the reference stands here");
	dd_report_related(m->checker->sink, found,
	    dd_locate_name(m->checker->tree, meant), "`%s` is recorded here",
	    dd_node_value(mention->element, "ref"));
}

/* --- people -------------------------------------------------------------- */

/* "Minister Orell’s guest" is not Minister Orell. */
static bool
is_possessive(const struct dd_tokens *tokens, size_t at)
{
	const char *behind = tokens->text + tokens->at[at].to;

	return *behind == '\'' || strncmp(behind, "’", 3) == 0;
}

/* A word of the name of another person, where the person's own is missing. */
static const struct dd_name_word *
find_other_name(const struct dd_name_reading *m, const struct mention *mention,
    const struct dd_person *person)
{
	const struct dd_name_word *other = NULL;

	for (size_t i = 0; i < mention->tokens.count; i++) {
		const char *folded = mention->tokens.at[i].folded;

		if (dd_name_has(m->index, folded, person))
			return NULL;
		if (!other && mention->tokens.at[i].capital &&
		    !is_possessive(&mention->tokens, i))
			other = dd_name_find(m->index, folded);
	}
	return other;
}

/* A word that stands behind a title and is no name that is known here: the
 * last one of "Minister Haugen". */
static const struct dd_token *
find_stranger(const struct dd_name_reading *m, const struct mention *mention,
    const struct dd_person *person)
{
	const struct dd_tokens *t = &mention->tokens;
	const struct dd_token *last =
	    t->count > 1 ? &t->at[t->count - 1] : NULL;

	if (!person->family || !last || !last->capital ||
	    !dd_tokens_adjoin(t, t->count - 2) ||
	    !dd_name_is_title(m->index, t->at[t->count - 2].folded) ||
	    dd_name_is_title(m->index, last->folded) ||
	    dd_name_find(m->index, last->folded) ||
	    dd_name_nearest(m->index, last->folded) ||
	    dd_name_is_known(m->index, last->folded))
		return NULL;
	return last;
}

/* Somebody else whose office the words name, where they name no part of this
 * person. */
static const struct dd_person *
find_other_office(const struct dd_name_reading *m,
    const struct mention *mention, const struct dd_person *person)
{
	const struct dd_person *holder = NULL;

	for (size_t i = 0; i < mention->tokens.count && !holder; i++)
		if (mention->tokens.at[i].capital)
			holder = dd_name_title_holder(
			    m->index, mention->tokens.at[i].folded);
	if (!holder || !person->offices ||
	    dd_name_may_mean(person, mention->words, &m->checker->arena))
		return NULL;
	return holder;
}

static void
check_person(const struct dd_name_reading *m, const struct mention *mention)
{
	const char *ref = dd_node_value(mention->element, "ref");
	const struct dd_person *person =
	    dd_table_find(&m->checker->summary->person_by_id, ref);
	const struct dd_name_word *other;
	const struct dd_token *stranger;
	const struct dd_person *holder;
	const char *message = NULL;

	if (!person)
		return;
	if ((other = find_other_name(m, mention, person)))
		message = dd_check_say(m->checker,
		    "`%s` names `%s`, and the reference is to `%s`; correct "
		    "one of them.",
		    mention->words, other->shown, ref);
	else if ((stranger = find_stranger(m, mention, person)))
		message = dd_check_say(m->checker,
		    "`%s` is no part of the name of `%s`, which the reference "
		    "is to; correct one of them.",
		    mention->words + stranger->from, ref);
	else if ((holder = find_other_office(m, mention, person)))
		message = dd_check_say(m->checker,
		    "`%s` is the office of another person here, `%s`, and the "
		    "reference is to `%s`; correct one of them.",
		    mention->words, holder->id ? holder->id : "", ref);
	if (message)
		report_mention(
		    m, mention, DD_ID_NAME_TYPED, person->node, message);
}

/* --- parties ------------------------------------------------------------- */

/* A word one letter away from one of the name; an adjective such as
 * "Asterian" is not meant. */
static bool
is_misspelt(
    const struct mention *mention, const char *name, struct dd_arena *arena)
{
	struct dd_tokens words = dd_tokens_of(arena, name);

	for (size_t i = 0; i < mention->tokens.count; i++)
		for (size_t k = 0; k < words.count; k++) {
			const char *typed = mention->tokens.at[i].folded;
			const char *known = words.at[k].folded;
			size_t len = strlen(known);

			if (len > 4 && mention->tokens.at[i].capital &&
			    strncmp(typed, known, len) != 0 &&
			    dd_nearest_distance(typed, known) == 1)
				return true;
		}
	return false;
}

/* The name of another country in the words, or NULL. */
static const char *
find_other_country(const struct dd_name_reading *m,
    const struct mention *mention, const struct dd_party *party)
{
	const char *other = NULL;

	if (!m->countries->arena)
		dd_countries_init(
		    m->countries, m->checker->summary, &m->checker->arena);
	for (size_t i = 0, count; i < mention->tokens.count && !other;
	     i += count) {
		const struct dd_token *first = &mention->tokens.at[i];
		const char *code = dd_countries_find(
		    m->countries, &mention->tokens, i, &count);

		if (!code)
			count = 1;
		else if (!party->country || strcmp(code, party->country) != 0)
			other = dd_arena_ndup(&m->checker->arena,
			    mention->words + first->from,
			    first[count - 1].to - first->from);
	}
	return other;
}

static void
check_party(const struct dd_name_reading *m, const struct mention *mention)
{
	const char *ref = dd_node_value(mention->element, "ref"), *other;
	const struct dd_party *party =
	    dd_table_find(&m->checker->summary->party_by_id, ref);
	struct dd_arena *arena = &m->checker->arena;
	const char *message = NULL;

	if (!party || !party->name.shorter)
		return;
	if (is_misspelt(mention, party->name.shorter, arena))
		message = dd_check_say(m->checker,
		    "`%s` is not how the name `%s` is spelt.", mention->words,
		    party->name.shorter);
	else if (!dd_countries_hint(&party->name, &mention->tokens, arena) &&
	    (other = find_other_country(m, mention, party)))
		message = dd_check_say(m->checker,
		    "`%s` is another country than `%s`, which the reference "
		    "is to; correct one of them.",
		    other, party->name.shorter);
	if (message)
		report_mention(
		    m, mention, DD_ID_PARTY_TYPED, party->node, message);
}

/* --- all of them --------------------------------------------------------- */

void
dd_check_mentions_in(const struct dd_name_reading *m)
{
	const struct dd_prose *prose = m->prose;

	for (size_t i = 0; i < prose->run_count; i++) {
		const struct dd_prose_run *run = &prose->runs[i];
		bool person = dd_node_is(run->element, "person");
		struct mention mention;

		if ((!person && !dd_node_is(run->element, "party")) ||
		    !read_mention(&mention, prose, run, &m->checker->arena))
			continue;
		if (person)
			check_person(m, &mention);
		else
			check_party(m, &mention);
	}
}
