/* SPDX-License-Identifier: MIT */
/*
 * Owns: identity. Ids and keys that stand twice, references that lead nowhere
 * or to the wrong kind of thing, each with both places. The schema says the
 * same with xs:ID, xs:IDREF and its keys; what a reference must lead to is
 * said here alone.
 */
#include <string.h>
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/schema_internal.h"

/* What an id can stand for. */
enum {
	PARTY = 1,
	PERSON = 2,
	STATEMENT = 4,
	REFERENCE = 8,
	OTHER = 16,
};

static const struct reference {
	const char *element, *attribute;
	unsigned kinds;
} references[] = {
    {"occasion", "party", PARTY | PERSON},
    {"outcome", "by", PARTY | PERSON},
    {"party", "ref", PARTY},
    {"person", "ref", PERSON},
    {"place", "remoteFor", PARTY | PERSON},
    {"quote", "speaker", PERSON},
    {"ref", "target", REFERENCE},
    {"statement", "inReplyTo", STATEMENT},
    {"statement", "speaker", PARTY | PERSON},
};

/* Attributes that differ between the elements of one name and parent. */
static const struct key {
	const char *parent, *element, *attribute;
} keys[] = {
    {"house", "country", "code"},
    {"house", "home", "country"},
    {"house", "ministry", "country"},
    {"house", "official", "id"},
    {"house", "organisation", "id"},
    {"house", "series", "id"},
    {"house", "style", "xml:lang"},
    {"house", "term", "id"},
    {"meeting", "party", "country"},
};
enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

/* All ids of one document. */
struct ids {
	struct dd_wording *w;
	bool valid; /* but for ids: none is missing or was told */
	bool is_summary;
	struct dd_table by_name;       /* id -> xmlAttr */
	struct dd_table by_key[KEYS];  /* of each key: value -> xmlAttr */
	struct dd_table unknown;       /* id -> struct unknown */
	struct dd_words_list named[4]; /* of each kind but OTHER, by its bit */
	unsigned lost; /* kinds with a missing element or id: told already */
};

/* One id that leads nowhere is one finding, wherever it is used. */
struct unknown {
	struct dd_diagnostic *diagnostic;
	size_t more; /* places beside the first */
};
enum { MOST_PLACES = 20 };

static unsigned
get_kind(const xmlNode *node)
{
	if (dd_node_is(node, "party"))
		return PARTY;
	if (dd_node_is(node, "principal") || dd_node_is(node, "attendee"))
		return PERSON;
	if (dd_node_is(node, "statement"))
		return STATEMENT;
	return dd_node_is(node, "reference") ? REFERENCE : OTHER;
}

static const char *
get_kind_name(unsigned kinds)
{
	switch (kinds) {
	case PARTY:
		return N_("a party");
	case PERSON:
		return N_("a principal or an attendee");
	case STATEMENT:
		return N_("a statement");
	case REFERENCE:
		return N_("a reference");
	default:
		return N_("a party, a principal or an attendee");
	}
}

static const char *
say_kinds(const struct ids *ids, unsigned kinds)
{
	return dd_sink_say(ids->w->sink, get_kind_name(kinds));
}

/* The attribute's value without white space at its ends; NULL where it is no
 * single word. */
static const char *
read_word(struct ids *ids, const xmlAttr *attr)
{
	const char *text = dd_attr_text(attr);
	size_t from = 0, to = 0, next_from, next_to;

	if (!dd_phrase_token(text, &from, &to))
		return NULL;
	next_to = to;
	if (dd_phrase_token(text, &next_from, &next_to))
		return NULL;
	return dd_arena_ndup(&ids->w->arena, text + from, to - from);
}

static void
word_duplicate(struct ids *ids, const xmlAttr *attr, const xmlAttr *first,
    const char *value)
{
	struct dd_wording *w = ids->w;
	struct dd_diagnostic *d;
	const char *same = dd_phrase_element(&w->arena, first->parent);
	bool alike = strcmp((const char *)attr->parent->name,
			 (const char *)first->parent->name) == 0;

	d = dd_report(w->sink, DD_ID_SCHEMA_DUPLICATE_ID,
	    dd_locate_value(w->tree, attr),
	    alike ? N_("%s says `%s`, as another %s does already; each has "
		       "its own.")
		  : N_("%s says `%s`, as %s does already; each has its own."),
	    dd_phrase_subject(w, attr->parent, attr),
	    dd_phrase_value(&w->arena, value), same);
	dd_report_related(w->sink, d, dd_locate_value(w->tree, first),
	    "`%s` stands here first.", dd_phrase_value(&w->arena, value));
}

/* --- collecting ---------------------------------------------------------- */

static bool
must_have_id(const struct ids *ids, const xmlNode *node)
{
	return get_kind(node) != OTHER &&
	    dd_grammar_is_required(dd_grammar_attribute(
		dd_grammar_type_of(ids->w->grammar, node), "id"));
}

static void
collect_id(struct ids *ids, const xmlNode *node)
{
	const xmlAttr *attr = dd_node_attr(node, "id");
	const char *id = attr ? read_word(ids, attr) : NULL;
	unsigned kind;
	size_t i;

	if (!id || xmlValidateNCName((const xmlChar *)id, 0) != 0) {
		if (!ids->valid && must_have_id(ids, node))
			ids->lost |= get_kind(node);
		return;
	}
	kind = get_kind(node);
	if (!dd_table_add(&ids->by_name, id, (void *)attr)) {
		word_duplicate(ids, attr, dd_table_find(&ids->by_name, id), id);
		return;
	}
	for (i = 0; i < 4; i++)
		if (kind == 1u << i)
			dd_words_list_add(&ids->named[i], id);
}

static const xmlAttr *
find_key_attribute(const xmlNode *node, const char *name)
{
	if (strcmp(name, "xml:lang") == 0)
		return xmlHasNsProp(
		    node, (const xmlChar *)"lang", XML_XML_NAMESPACE);
	return dd_node_attr(node, name);
}

static void
collect_key(struct ids *ids, const xmlNode *node, size_t key)
{
	const xmlAttr *attr = find_key_attribute(node, keys[key].attribute);
	const char *value = attr ? read_word(ids, attr) : NULL;
	struct dd_table *table = &ids->by_key[key];

	if (value && !dd_table_add(table, value, (void *)attr))
		word_duplicate(ids, attr, dd_table_find(table, value), value);
}

/* True for an element of the grammar, as all are that stand in the namespace of
 * one. */
static bool
is_owned(const struct ids *ids, const xmlNode *node, const xmlNs *owned)
{
	return (owned && node->ns == owned) ||
	    dd_grammar_owns(ids->w->grammar, node);
}

/* `owned` is the namespace of the element above; NULL: there is none. */
static void
collect(struct ids *ids, const xmlNode *node, const xmlNs *owned)
{
	const xmlNode *child = dd_node_child(node, NULL);
	size_t i;

	if (!is_owned(ids, node, owned))
		return;
	if (ids->is_summary)
		collect_id(ids, node);
	for (i = 0; i < KEYS; i++)
		if (dd_node_is(node, keys[i].element) &&
		    dd_node_is(node->parent, keys[i].parent))
			collect_key(ids, node, i);
	for (; child; child = dd_node_next(child, NULL))
		collect(ids, child, node->ns);
}

/* --- following references ------------------------------------------------ */

/* The ids that a reference could lead to; at most as many as a list holds. */
static void
list_targets(const struct ids *ids, unsigned kinds, struct dd_words_list *out)
{
	size_t i, j;

	for (i = 0; i < 4; i++)
		for (j = 0; (kinds & 1u << i) && j < ids->named[i].count; j++)
			dd_words_list_add(out, ids->named[i].word[j]);
}

/* One word of a reference, and its place. */
struct mention {
	const struct reference *row;
	const char *id;
	const xmlAttr *attr;
	size_t from, to; /* in its value */
};

/* Who says it: for what is told only. */
static const char *
get_subject(const struct ids *ids, const xmlAttr *attr)
{
	return dd_phrase_subject(ids->w, attr->parent, attr);
}

/* Costs the length of the value: for what is told only. */
static struct dd_range
locate(const struct ids *ids, const struct mention *mention)
{
	return dd_locate_in_value(
	    ids->w->tree, mention->attr, mention->from, mention->to);
}

static struct dd_diagnostic *
word_unknown_id(struct ids *ids, const struct mention *mention)
{
	struct dd_wording *w = ids->w;
	struct dd_words_list targets = {.count = 0};
	const char *kind = say_kinds(ids, mention->row->kinds), *meant;
	const char *id = dd_phrase_value(&w->arena, mention->id), *subject;

	/* Nobody will read it, and place and nearest name have a price. */
	if (w->sink->count == w->sink->max)
		return dd_report(w->sink, DD_ID_SCHEMA_UNKNOWN_ID,
		    (struct dd_range){0, 0}, "-");
	subject = get_subject(ids, mention->attr);
	list_targets(ids, mention->row->kinds, &targets);
	meant = dd_phrase_nearest(mention->id, &targets);
	if (meant)
		return dd_report(w->sink, DD_ID_SCHEMA_UNKNOWN_ID,
		    locate(ids, mention),
		    "%s says `%s`, an id that does not stand in the document; "
		    "did you mean `%s`?",
		    subject, id, meant);
	if (targets.count == 0)
		return dd_report(w->sink, DD_ID_SCHEMA_UNKNOWN_ID,
		    locate(ids, mention),
		    "%s says `%s`, but %s with this id does not stand in the "
		    "document.",
		    subject, id, kind);
	return dd_report(w->sink, DD_ID_SCHEMA_UNKNOWN_ID, locate(ids, mention),
	    "%s says `%s`, an id that does not stand in the document; name "
	    "%s: %s.",
	    subject, id, kind, dd_phrase_list(w, &targets, 12, false));
}

static void
note_unknown_id(struct ids *ids, const struct mention *mention)
{
	struct unknown *known = dd_table_find(&ids->unknown, mention->id);

	if (!known) {
		known = dd_arena_alloc(&ids->w->arena, sizeof(*known));
		known->diagnostic = word_unknown_id(ids, mention);
		dd_table_add(&ids->unknown, mention->id, known);
	} else if (known->more++ < MOST_PLACES) {
		dd_report_related(ids->w->sink, known->diagnostic,
		    locate(ids, mention), "%s says it too.",
		    get_subject(ids, mention->attr));
	}
}

static void
word_wrong_target(
    struct ids *ids, const struct mention *mention, const xmlAttr *target)
{
	struct dd_wording *w = ids->w;
	struct dd_words_list targets = {.count = 0};
	const char *id = dd_phrase_value(&w->arena, mention->id);
	const char *advice = "";
	struct dd_diagnostic *d;

	list_targets(ids, mention->row->kinds, &targets);
	if (targets.count > 0)
		advice = dd_phrase(
		    w, ": %s", dd_phrase_list(w, &targets, 12, false));
	d = dd_report(w->sink, DD_ID_SCHEMA_WRONG_TARGET, locate(ids, mention),
	    "%s says `%s`, which is the id of a %s; name %s%s.",
	    get_subject(ids, mention->attr), id,
	    dd_phrase_element(&w->arena, target->parent),
	    say_kinds(ids, mention->row->kinds), advice);
	dd_report_related(w->sink, d, dd_locate_value(w->tree, target),
	    "`%s` stands here.", id);
}

static void
follow_word(struct ids *ids, const struct mention *mention)
{
	const struct reference *row = mention->row;
	const xmlAttr *target = dd_table_find(&ids->by_name, mention->id);

	if (!target) {
		if (!(row->kinds & ids->lost))
			note_unknown_id(ids, mention);
		return;
	}
	/* What is misspelt or misplaced itself may be meant to be right. */
	if (!(get_kind(target->parent) & row->kinds) &&
	    dd_grammar_type_of(ids->w->grammar, target->parent))
		word_wrong_target(ids, mention, target);
}

static void
follow(struct ids *ids, const xmlAttr *attr, const struct reference *row)
{
	struct dd_wording *w = ids->w;
	struct mention mention = {.row = row, .attr = attr};
	const char *text = dd_attr_text(attr);

	/* What is no name has been told as a bad value. */
	if (!ids->valid &&
	    !dd_tell_once(w, attr->parent, get_subject(ids, attr)))
		return;
	while (dd_phrase_token(text, &mention.from, &mention.to)) {
		mention.id = dd_arena_ndup(
		    &w->arena, text + mention.from, mention.to - mention.from);
		follow_word(ids, &mention);
	}
	/* libxml2 takes a list of ids without any. */
	if (!mention.id)
		dd_report(w->sink, DD_ID_SCHEMA_EMPTY,
		    dd_locate_attribute(w->tree, attr), "%s is empty; name %s.",
		    get_subject(ids, attr), say_kinds(ids, row->kinds));
}

static void
follow_all(struct ids *ids, const xmlNode *node, const xmlNs *owned)
{
	const xmlNode *child = dd_node_child(node, NULL);
	size_t i;

	if (!is_owned(ids, node, owned))
		return;
	for (i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
		const xmlAttr *attr = dd_node_is(node, references[i].element)
		    ? dd_node_attr(node, references[i].attribute)
		    : NULL;

		if (attr)
			follow(ids, attr, &references[i]);
	}
	for (; child; child = dd_node_next(child, NULL))
		follow_all(ids, child, node->ns);
}

void
dd_word_ids(struct dd_wording *w, bool valid)
{
	struct ids ids = {.w = w, .valid = valid};
	const xmlNode *root = xmlDocGetRootElement(w->tree->doc);
	size_t i;

	ids.is_summary = strcmp(w->grammar->target, DD_NS_SUMMARY) == 0;
	dd_table_init(&ids.by_name);
	for (i = 0; i < KEYS; i++)
		dd_table_init(&ids.by_key[i]);
	dd_table_init(&ids.unknown);
	collect(&ids, root, NULL);
	/* Every meeting has both. */
	ids.lost |= ids.named[0].count ? 0 : PARTY;
	ids.lost |= ids.named[1].count ? 0 : PERSON;
	if (ids.is_summary)
		follow_all(&ids, root, NULL);
	dd_table_release(&ids.by_name);
	for (i = 0; i < KEYS; i++)
		dd_table_release(&ids.by_key[i]);
	dd_table_release(&ids.unknown);
}
