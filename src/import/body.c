/* SPDX-License-Identifier: MIT */
/* Owns: what becomes of one sentence. */
#include "import/body_internal.h"
#include <string.h>
#include "import/japanese.h"
#include "import/outcome.h"
#include "import/tree.h"
#include "language/act.h"
#include "xml/node.h"

/* The first act of a list between spaces. */
static const char *
get_act(struct dd_talk *talk, const char *acts, bool *ret_only)
{
	size_t len;

	acts += strspn(acts, " ");
	len = strcspn(acts, " ");
	*ret_only = acts[len + strspn(acts + len, " ")] == '\0';
	return dd_arena_ndup(talk->arena, acts, len);
}

/* "strongly": the adverbs in which policy lies, in front of the verb. */
static const char *
get_manner(struct dd_talk *talk, const char *text,
    const struct dd_act_reading *reading)
{
#define ADVERB                                                                 \
	"(?:strongly|resolutely|firmly|once again|again|deeply|sincerely|"     \
	"gravely|seriously|warmly|categorically|jointly|highly|fully)"
	static const char pattern[] = "\\b" ADVERB "(?: " ADVERB ")*\\b";
	/* Of a passive the subject stands behind the verb. */
	size_t from =
	    reading->subject < reading->verb ? reading->subject_end : 0;
	struct dd_extent match;

	return dd_find(talk->finder, pattern, text, reading->verb, from, &match)
	    ? dd_arena_ndup(
		  talk->arena, text + match.from, match.to - match.from)
	    : NULL;
}

/* "In response, …": the statement answers the one before. */
static void
link_reply(struct dd_talk *talk, const struct dd_said *said, xmlNode *node)
{
	static const char pattern[] =
	    "(?i)^in (?:response|reply)\\b|^(?:\\p{L}+ "
	    "){0,4}(?:responded|replied)\\b"
	    "|^これに対し";
	const char *id, *before, *own;
	struct dd_extent match;

	if (!talk->before ||
	    !(said->answers ||
		dd_find(talk->finder, pattern,
		    said->block->text + said->at.from,
		    said->at.to - said->at.from, 0, &match)))
		return;
	before = dd_node_value(talk->before, "speaker");
	own = dd_node_value(node, "speaker");
	if (before && own && strcmp(before, own) == 0)
		return;
	id = dd_node_value(talk->before, "id");
	if (!id) {
		id = dd_arena_printf(talk->arena, "s%zu", ++talk->replies);
		dd_tree_set(talk->before, "id", id);
	}
	dd_tree_set(node, "inReplyTo", id);
}

/* What a sentence says, by whom. */
struct said {
	struct dd_act_reading reading;
	const char *speakers;
	enum dd_confidence confidence;
	const char *quoted; /* NULL: a report */
};

void
dd_body_statement(
    struct dd_talk *talk, const struct dd_said *said, xmlNode *parent)
{
	const char *text = said->block->text + said->at.from;
	size_t len = said->at.to - said->at.from;
	bool only;
	const char *act = get_act(talk, said->acts, &only);
	xmlNode *node = dd_tree_add(parent, "statement");

	dd_tree_set(node, "speaker", said->speakers);
	dd_tree_set(node, "act", act);
	dd_tree_set(node, "manner", said->manner);
	dd_tree_set(node, "quoted", said->quoted);
	link_reply(talk, said, node);
	talk->block = said->block;
	talk->from = said->at.from;
	dd_body_inline(talk, text, len, node);
	dd_ledger_fact(talk->ledger, "body//statement",
	    dd_arena_printf(talk->arena, "%s: %s", said->speakers, act),
	    only ? said->confidence : DD_LIKELY, "statement/verb",
	    dd_block_extent(said->block, said->at.from, said->at.to));
	dd_outcome_read(talk, said);
	talk->last = said->speakers;
	talk->last_block = said->block;
	talk->before = node;
}

static void
write_statement(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, const struct said *said, xmlNode *parent)
{
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + at.from, at.to - at.from);
	const struct dd_said one = {
	    .block = block,
	    .at = at,
	    .acts = said->reading.acts,
	    .speakers = said->speakers,
	    .manner = get_manner(talk, text, &said->reading),
	    .quoted = said->quoted,
	    .confidence = said->confidence,
	    .verb = said->reading.verb,
	    .verb_end = said->reading.verb_end,
	};

	dd_body_statement(talk, &one, parent);
}

/* "The meeting was held in a warm atmosphere": its subject is a thing, and it
 * does not say that something was discussed. */
static bool
reports_nobody(struct dd_talk *talk, const char *text, size_t len)
{
	static const char pattern[] =
	    "^(?:The|This|That|These|Those|Another|An?) "
	    "(?:(?!(?:two|both|three|four|sides?|ministers?|leaders?|parties|"
	    "party|presidents?|secretar(?:y|ies)|delegations?|governments?|"
	    "officials?|participants|representatives?|ambassadors?|latter|"
	    "former)\\b)[\\p{Ll}’'-]+ ){1,6}?"
	    "(?:was|were|is|are|has|have|had|will|took|lasted|began|ended|"
	    "started|marks?|marked)\\b"
	    "(?! (?:\\p{Ll}+ ){0,2}?(?:discussed|agreed|confirmed|welcomed|"
	    "expressed|requested|raised|mentioned|stated|explained|condemned|"
	    "emphasi[sz]ed|stressed|decided|shared|reaffirmed|noted|proposed|"
	    "exchanged|reviewed|signed|issued|adopted|said|asked|made|"
	    "touched|conveyed|congratulated|thanked|urged)\\b)";
	struct dd_extent match;

	return strncmp(talk->lang, "en", 2) == 0 &&
	    dd_find(talk->finder, pattern, text, len, 0, &match);
}

/* "Minister Park made the following points": they are told below it. */
static bool
begins_points(struct dd_talk *talk, const char *text, size_t len,
    struct dd_act_reading *ret_reading)
{
	static const char pattern[] =
	    "^(?:[^,.]{1,60}, )?(?<who>(?:\\p{Lu}[\\p{L}’'-]*|the|of|for|side|"
	    "two|both) ?){1,8}?\\s?(?:then |also )?"
	    "(?:made|gave|stated|offered|raised|set out) the following"
	    "(?: \\p{Ll}+){0,3}[.:]?$";
	struct dd_extent match, who;

	if (!dd_find(talk->finder, pattern, text, len, 0, &match) ||
	    !dd_find_group(talk->finder, pattern, "who", &who))
		return false;
	*ret_reading = (struct dd_act_reading){
	    .subject = who.from,
	    .subject_end = who.to,
	};
	return true;
}

void
dd_body_narrative(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, const char *question, xmlNode *parent)
{
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + at.from, at.to - at.from);
	xmlNode *node = dd_tree_add(parent, "narrative");

	talk->block = block;
	talk->from = at.from;
	dd_body_inline(talk, text, at.to - at.from, node);
	if (question)
		dd_ledger_ask(talk->ledger, text, question,
		    dd_block_extent(block, at.from, at.to));
	else
		dd_ledger_fact(talk->ledger, "body//narrative", text, DD_LIKELY,
		    "statement/nobody", dd_block_extent(block, at.from, at.to));
	/* Whom a pronoun means after an unknown speaker is unknown too. */
	if (question)
		talk->last = NULL;
	talk->before = NULL;
}

/* "mentioned the report, and stated that …": a thing stands behind the verb, and no
 * clause before "and". */
static bool
has_object(struct dd_talk *talk, const char *text, size_t at)
{
	static const char object[] =
	    "^ (?:the|an?|his|her|its|their|this|these)\\b"
	    "(?:(?! that | how | whether | who | which ).)*? and ";
	struct dd_extent match;

	return dd_find(
	    talk->finder, object, text + at, strlen(text + at), 0, &match);
}

/* "said he welcomed the plan and thanked the crews": what is joined behind such
 * a verb may belong to what was said. */
static bool
holds_clause(struct dd_talk *talk, const char *text,
    const struct dd_act_reading *reading)
{
	static const char *const verbs[] = {"said", "stated", "added",
	    "replied", "responded", "noted", "reported", "mentioned",
	    "recalled", "announced", "suggested", "pointed", "hoped"};
	size_t len = reading->verb_end - reading->verb;

	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strlen(verbs[i]) == len &&
		    memcmp(text + reading->verb, verbs[i], len) == 0)
			return !has_object(talk, text, reading->verb_end);
	return false;
}

/* "In May, the two Ministers agreed": it may not have been at this meeting. Nor
 * where nobody is named who did it, and a day stands anywhere. */
static bool
is_of_other_day(struct dd_talk *talk, const char *text,
    const struct dd_act_reading *reading)
{
	bool shared = reading->subject_end <= reading->subject;
	static const char pattern[] =
	    "(?i)\\b(?:\\d{4}|january|february|march|april|may|june|july|"
	    "august|"
	    "september|october|november|december|last|ago|previously|earlier|"
	    "previous)\\b";
	struct dd_extent match;

	return reading->subject > 0 &&
	    dd_find(talk->finder, pattern, text,
		shared ? strlen(text) : reading->subject, 0, &match);
}

/* "They welcomed the plan and agreed to meet again" says two things: a statement
 * up to each verb that is joined. */
static void
write_joined(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, struct said *said, xmlNode *parent)
{
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + at.from, at.to - at.from);
	struct dd_act_reading next;
	size_t join;

	while (!said->quoted && !holds_clause(talk, text, &said->reading) &&
	    strncmp(talk->lang, "en", 2) == 0 &&
	    dd_act_next_joined(text, said->reading.verb_end, &join, &next)) {
		write_statement(talk, block,
		    (struct dd_extent){at.from, at.from + join - 1}, said,
		    parent);
		next.subject -= join;
		next.subject_end -= join;
		next.verb -= join;
		next.verb_end -= join;
		said->reading = next;
		text += join;
		at.from += join;
		if (next.subject_end > next.subject)
			said->speakers = dd_talk_speakers(talk,
			    text + next.subject,
			    next.subject_end - next.subject, &said->confidence);
		if (!said->speakers) {
			dd_body_narrative(talk, block, at,
			    "it is not clear who says this", parent);
			return;
		}
	}
	write_statement(talk, block, at, said, parent);
}

static void
write_sentence(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, xmlNode *parent)
{
	size_t len = at.to - at.from;
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + at.from, len);
	struct said said = {.confidence = DD_CERTAIN};
	struct dd_act_reading *reading = &said.reading;
	bool points = begins_points(talk, text, len, reading);
	bool read = points ||
	    dd_own_words_read(talk, text, len, reading, &said.quoted) ||
	    dd_act_read_text(text, talk->lang, reading) ||
	    (strncmp(talk->lang, "en", 2) == 0 &&
		dd_act_read_passive(text, reading));

	if (read && said.quoted && strcmp(said.quoted, "firstPerson") == 0)
		said.speakers = talk->points;
	else if (read && reading->subject_end > reading->subject)
		said.speakers = dd_talk_speakers(talk, text + reading->subject,
		    reading->subject_end - reading->subject, &said.confidence);
	else if (read && !said.quoted) {
		said.speakers = strcmp(reading->acts, " document ") == 0 &&
			is_of_other_day(talk, text, reading)
		    ? NULL
		    : dd_talk_parties(talk);
		said.confidence = DD_LIKELY;
	}
	if (points) {
		talk->points = said.speakers;
		talk->points_level = talk->level;
	}
	if (is_of_other_day(talk, text, reading))
		said.confidence = DD_LIKELY;
	if (said.speakers && !points)
		write_joined(talk, block, at, &said, parent);
	else if ((points && said.speakers) ||
	    (!read && reports_nobody(talk, text, len)))
		dd_body_narrative(talk, block, at, NULL, parent);
	else
		dd_body_narrative(talk, block, at,
		    read ? "it is not clear who says this"
			 : "it is not clear who says this, or what it does",
		    parent);
}

static void
write_said(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, xmlNode *parent)
{
	if (dd_body_read_note(talk, block, at, parent))
		return;
	if (strncmp(talk->lang, "ja", 2) == 0)
		dd_body_sentence_japanese(talk, block, at, parent);
	else
		write_sentence(talk, block, at, parent);
}

/* Reading so long a paragraph would take too long. */
static bool
is_too_long(struct dd_talk *talk, const struct dd_block *block, size_t from,
    xmlNode *parent)
{
	const char *text;

	if (block->len - from <= DD_BLOCK_LONG)
		return false;
	text =
	    dd_arena_ndup(talk->arena, block->text + from, block->len - from);
	dd_tree_add_text(parent, "narrative", text);
	dd_ledger_ask(talk->ledger, "",
	    "the paragraph is too long to be read; divide it",
	    dd_block_extent(block, from, block->len));
	talk->last = NULL;
	talk->before = NULL;
	return true;
}

void
dd_body_write(struct dd_talk *talk, const struct dd_block *block, size_t from,
    xmlNode *parent)
{
	if (is_too_long(talk, block, from, parent))
		return;
	for (size_t at = from; at < block->len;) {
		size_t end = dd_sentence_end(block->text, block->len, at);
		struct dd_extent extent = {at, end};

		write_said(talk, block, extent, parent);
		at = end;
		while (at < block->len && block->text[at] == ' ')
			at++;
	}
}
