/* SPDX-License-Identifier: MIT */
/* Owns: what becomes of one sentence. */
#include "import/body.h"
#include <string.h>
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

/* "strongly": the adverbs in which policy lies, between subject and verb. */
static const char *
get_manner(struct dd_talk *talk, const char *text,
    const struct dd_act_reading *reading)
{
	static const char pattern[] =
	    "\\b(?:strongly|resolutely|firmly|once "
	    "again|again|deeply|sincerely|"
	    "gravely|seriously|warmly|categorically|jointly|highly|fully)\\b";
	struct dd_extent match;

	return dd_find(talk->finder, pattern, text, reading->verb,
		   reading->subject_end, &match)
	    ? dd_arena_ndup(
		  talk->arena, text + match.from, match.to - match.from)
	    : NULL;
}

/* "In response, …": the statement answers the one before. */
static void
link_reply(struct dd_talk *talk, const char *text, size_t len, xmlNode *node)
{
	static const char pattern[] =
	    "(?i)^in (?:response|reply)\\b|^(?:\\p{L}+ "
	    "){0,4}(?:responded|replied)\\b"
	    "|^これに対し";
	const char *id, *before, *own;
	struct dd_extent match;

	if (!talk->before ||
	    !dd_find(talk->finder, pattern, text, len, 0, &match))
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

static void
write_statement(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, const struct dd_act_reading *reading,
    const char *speakers, xmlNode *parent)
{
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + at.from, at.to - at.from);
	bool only;
	const char *act = get_act(talk, reading->acts, &only);
	xmlNode *node = dd_tree_add(parent, "statement");

	dd_tree_set(node, "speaker", speakers);
	dd_tree_set(node, "act", act);
	dd_tree_set(node, "manner", get_manner(talk, text, reading));
	link_reply(talk, text, at.to - at.from, node);
	dd_body_inline(talk, text, at.to - at.from, node);
	dd_ledger_fact(talk->ledger, "body//statement",
	    dd_arena_printf(talk->arena, "%s: %s", speakers, act),
	    only ? DD_CERTAIN : DD_LIKELY, "statement/verb",
	    dd_block_extent(block, at.from, at.to));
	talk->last = speakers;
	talk->before = node;
}

static void
write_narrative(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, bool read, xmlNode *parent)
{
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + at.from, at.to - at.from);
	xmlNode *node = dd_tree_add(parent, "narrative");

	dd_body_inline(talk, text, at.to - at.from, node);
	dd_ledger_ask(talk->ledger, text,
	    read ? "it is not clear who says this"
		 : "it is not clear who says this, or what it does",
	    dd_block_extent(block, at.from, at.to));
	talk->before = NULL;
}

/* "They welcomed the plan and agreed to meet again" says two things: a statement
 * up to each verb that is joined. */
static void
write_joined(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, struct dd_act_reading *reading, const char *speakers,
    xmlNode *parent)
{
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + at.from, at.to - at.from);
	struct dd_act_reading next;
	size_t join;

	while (strncmp(talk->lang, "en", 2) == 0 &&
	    dd_act_next_joined(text, reading->verb_end, &join, &next)) {
		write_statement(talk, block,
		    (struct dd_extent){at.from, at.from + join - 1}, reading,
		    speakers, parent);
		next.subject -= join;
		next.subject_end -= join;
		next.verb -= join;
		next.verb_end -= join;
		*reading = next;
		text += join;
		at.from += join;
	}
	write_statement(talk, block, at, reading, speakers, parent);
}

static void
write_sentence(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, xmlNode *parent)
{
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + at.from, at.to - at.from);
	struct dd_act_reading reading = {0};
	const char *speakers = NULL;
	bool read = dd_act_read_text(text, talk->lang, &reading);

	if (read && reading.subject_end > reading.subject)
		speakers = dd_talk_speakers(talk, text + reading.subject,
		    reading.subject_end - reading.subject);
	if (speakers)
		write_joined(talk, block, at, &reading, speakers, parent);
	else
		write_narrative(talk, block, at, read, parent);
}

void
dd_body_write(struct dd_talk *talk, const struct dd_block *block, size_t from,
    xmlNode *parent)
{
	for (size_t at = from; at < block->len;) {
		size_t end = dd_sentence_end(block->text, block->len, at);

		write_sentence(
		    talk, block, (struct dd_extent){at, end}, parent);
		at = end;
		while (at < block->len && block->text[at] == ' ')
			at++;
	}
}
