/* SPDX-License-Identifier: MIT */
/* Typed titles against the parties: the countries that they name. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/countries.h"
#include "language/tokens.h"

/* One title at work. */
struct reading {
	struct dd_checker *checker;
	const struct dd_prose *prose;
	struct dd_countries countries;
	struct dd_tokens tokens;
};

/* A country in the title: words [at, at + count). */
struct country {
	const char *code; /* NULL: none */
	size_t at, count;
};

static const struct dd_party *
find_party(const struct dd_summary *s, const char *code)
{
	for (const struct dd_party *p = s->parties; p; p = p->next)
		if (dd_ascii_is(p->country, code))
			return p;
	return NULL;
}

/* Where they met may stand in the title too. */
static bool
is_place(const struct dd_summary *s, const char *code)
{
	for (const struct dd_session *e = s->sessions; e; e = e->next)
		if (dd_ascii_is(e->place.country, code))
			return true;
	return dd_ascii_is(s->place.country, code);
}

static bool
is_named(const struct reading *r, const struct dd_party *party)
{
	return !party->name.shorter ||
	    dd_countries_hint(&party->name, &r->tokens, &r->checker->arena);
}

/* True where some other side is named, or may be by letters such as "U.K.". */
static bool
names_counterpart(const struct reading *r)
{
	for (const struct dd_party *p = r->checker->summary->parties; p;
	     p = p->next)
		if (!dd_ascii_is(p->role, "own") && is_named(r, p))
			return true;
	for (size_t i = 0; i < r->tokens.count; i++)
		if (r->tokens.at[i].upper &&
		    r->tokens.at[i].to - r->tokens.at[i].from < 5)
			return true;
	return false;
}

/* True where a hyphen or a dash joins the words before and behind `at`:
 * "Orisia-Brennmark". */
static bool
is_joined(const struct reading *r, size_t at)
{
	size_t from, len;

	if (at == 0 || at >= r->tokens.count)
		return false;
	from = r->tokens.at[at - 1].to;
	len = r->tokens.at[at].from - from;
	return (len == 1 && r->tokens.text[from] == '-') ||
	    (len == 3 &&
		(memcmp(r->tokens.text + from, "–", 3) == 0 ||
		    memcmp(r->tokens.text + from, "‐", 3) == 0));
}

/* The first country that took no part and stands where a party should: joined
 * to another, or alone in a title without the other side. */
static struct country
find_stranger(const struct reading *r, struct country *own)
{
	const struct dd_summary *s = r->checker->summary;
	bool complete = names_counterpart(r);
	struct country found = {0};

	for (size_t i = 0, count; i < r->tokens.count; i += count) {
		const char *code =
		    dd_countries_find(&r->countries, &r->tokens, i, &count);
		const struct dd_party *party =
		    code ? find_party(s, code) : NULL;

		if (!code) {
			count = 1;
		} else if (party) {
			if (dd_ascii_is(party->role, "own") && !own->code)
				*own = (struct country){code, i, count};
		} else if (!found.code && !is_place(s, code) &&
		    (!complete || is_joined(r, i) || is_joined(r, i + count))) {
			found = (struct country){code, i, count};
		}
	}
	return found;
}

static void
report_country(
    const struct reading *r, struct country country, const char *message)
{
	const struct dd_token *first = &r->tokens.at[country.at];
	const struct dd_token *last = first + country.count - 1;
	const struct dd_summary *s = r->checker->summary;
	struct dd_diagnostic *found = dd_check_report(r->checker,
	    DD_ID_TITLE_PARTIES, r->prose, first->from, last->to, "`%.*s` %s",
	    (int)(last->to - first->from), r->prose->text + first->from,
	    dd_sink_say(r->checker->sink, message));

	for (const struct dd_party *p = s->parties; p; p = p->next)
		if (dd_ascii_is(p->role, "counterpart"))
			dd_report_related(r->checker->sink, found,
			    dd_locate_name(r->checker->tree, p->node),
			    "the other side is `%s`",
			    p->name.shorter ? p->name.shorter : p->id);
}

/* True for a title of a meeting, not of a reception or a visit. */
static bool
is_of_meeting(const struct dd_tokens *tokens)
{
	static const char *const words[] = {"meeting", "talk", "talks",
	    "dialogue", "consultations", "lunch", "dinner", "breakfast",
	    "summit", "conference", "call"};

	for (size_t i = 0; i < tokens->count; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (strcmp(tokens->at[i].folded, words[k]) == 0)
				return true;
	return false;
}

static void
check_title(struct reading *r)
{
	struct country own = {0}, stranger = find_stranger(r, &own);

	if (stranger.code)
		report_country(r, stranger,
		    N_("stands in the title and is no party of this meeting; "
		       "name the party, or correct the parties."));
	else if (own.code && !names_counterpart(r) && is_of_meeting(&r->tokens))
		report_country(r, own,
		    N_("is the only party that the title of this meeting "
		       "names; name the other side too."));
}

static void
check_text(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct reading reading = {.checker = checker, .prose = prose};

	if (prose->kind != DD_PROSE_TITLE ||
	    !dd_node_is(prose->node->parent, "head") ||
	    !checker->summary->parties)
		return;
	reading.tokens =
	    dd_tokens_read(&checker->arena, prose->text, prose->len);
	dd_countries_init(
	    &reading.countries, checker->summary, &checker->arena);
	check_title(&reading);
	dd_countries_release(&reading.countries);
}

const struct dd_rule dd_rules_title_side[] = {
    {.ids = DD_IDS(DD_ID_TITLE_PARTIES), .text = check_text},
    {0},
};
