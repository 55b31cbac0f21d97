/* SPDX-License-Identifier: MIT */
/* Owns: items, topics and paragraphs. */
#include <string.h>
#include "import/body.h"
#include "import/document_internal.h"
#include "import/tree.h"
#include "xml/node.h"

static void write_part(struct dd_build *build, const struct dd_part *part,
    size_t number, xmlNode *parent);

static void
write_parts(
    struct dd_build *build, const struct dd_part *parts, xmlNode *parent)
{
	size_t number = 0;

	for (const struct dd_part *p = parts; p; p = p->next) {
		number += p->mark.kind != DD_MARK_NONE && !p->note;
		write_part(build, p, number, parent);
	}
}

/* "Opening remarks by Minister Orell": points told as "I …" below it are hers. */
static void
find_points(struct dd_build *build, const char *heading)
{
	static const char pattern[] =
	    "(?i)\\b(?:remarks|points|statement|words) (?:of|by) (?<who>.+)$";
	struct dd_extent match, who;
	enum dd_confidence confidence;

	build->talk.points = NULL;
	if (dd_find(
		build->finder, pattern, heading, strlen(heading), 0, &match) &&
	    dd_find_group(build->finder, pattern, "who", &who))
		build->talk.points = dd_talk_speakers(&build->talk,
		    heading + who.from, who.to - who.from, &confidence);
}

static void
write_heading(
    struct dd_build *build, const struct dd_part *part, xmlNode *parent)
{
	const char *heading = dd_arena_ndup(build->arena,
	    part->block->text + part->from, part->block->len - part->from);

	dd_tree_add_text(parent, "heading", heading);
	dd_ledger_fact(build->ledger, "body//heading", heading, DD_LIKELY,
	    "outline/heading",
	    dd_block_extent(part->block, part->from, part->block->len));
	build->talk.last = NULL;
	build->talk.before = NULL;
	find_points(build, heading);
}

/* Numbers are computed; one that is not that of its place is told. */
static void
drop_mark(struct dd_build *build, const struct dd_part *part, size_t number)
{
	const struct dd_mark *mark = &part->mark;
	const char *reason = "marks of items are computed";

	if (mark->len == 0)
		return;
	if (part->note)
		reason = "the mark of a note is printed anew";
	else if (mark->number > 0 && mark->number != number)
		reason = "the number is not that of its place; numbers are "
			 "computed";
	dd_ledger_drop(build->ledger,
	    dd_arena_ndup(build->arena, part->block->text, mark->len), reason,
	    dd_block_extent(part->block, 0, mark->len));
}

/* The element that a part becomes; `parent` where its sentences go on there. */
static xmlNode *
add_element(struct dd_build *build, const struct dd_part *part, xmlNode *parent)
{
	bool marked = part->mark.kind != DD_MARK_NONE;
	bool nested = dd_node_is(parent, "item");

	/* Sentences stand in front of the items below them. */
	if (nested && dd_node_child(parent, "item")) {
		if (!marked && !part->heading)
			dd_ledger_ask(build->ledger, "",
			    "this stands behind items and has no number; it is "
			    "made one",
			    dd_block_extent(
				part->block, part->from, part->block->len));
		return dd_tree_add(parent, "item");
	}
	if (part->note)
		return nested ? parent : dd_tree_add(parent, "paragraph");
	if (!marked && !part->heading && nested && !part->children)
		return parent;
	if (part->heading && !marked && !nested)
		return dd_tree_add(parent, "topic");
	return dd_tree_add(
	    parent, marked || nested || part->children ? "item" : "paragraph");
}

static void
write_part(struct dd_build *build, const struct dd_part *part, size_t number,
    xmlNode *parent)
{
	struct dd_talk *talk = &build->talk;
	xmlNode *node = add_element(build, part, parent);

	drop_mark(build, part, number);
	if (part->level <= talk->points_level && !part->heading)
		talk->points = NULL;
	talk->level = part->level;
	if (part->heading) {
		write_heading(build, part, node);
		talk->points_level = part->level;
	} else if (part->note) {
		dd_body_note(
		    talk, part->block, part->from, part->block->len, node);
	} else {
		dd_body_write(talk, part->block, part->from, node);
	}
	write_parts(build, part->children, node);
}

bool
dd_document_has_more(const struct dd_build *build)
{
	return build->outline->notes || build->outline->rest ||
	    build->outline->parts;
}

void
dd_document_body(struct dd_build *build)
{
	xmlNode *body = dd_tree_add(build->root, "body");

	for (const struct dd_line *n = build->outline->notes; n; n = n->next)
		dd_body_write(&build->talk, n->block, n->from,
		    dd_tree_add(body, "paragraph"));
	if (build->outline->rest)
		dd_body_write(&build->talk, build->outline->rest->block,
		    build->outline->rest->from, dd_tree_add(body, "paragraph"));
	write_parts(build, build->outline->parts, body);
	if (!dd_document_has_more(build))
		dd_body_write(&build->talk, build->outline->lead->block,
		    build->outline->lead->from, dd_tree_add(body, "paragraph"));
}
