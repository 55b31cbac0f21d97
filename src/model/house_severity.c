/* SPDX-License-Identifier: MIT */
/* Owns: what no schema can say of the severities of a house file. */
#include <string.h>
#include "base/nearest.h"
#include "model/house.h"
#include "model/term_list.h"
#include "xml/locate.h"
#include "xml/node.h"

enum { NAME_SIZE = 32 }; /* bytes of an area */

/* Areas and ids whose level a house can set, to find the nearest one in. */
struct names {
	const char *items[2 * DD_ID_COUNT];
	char areas[DD_ID_COUNT][NAME_SIZE];
	size_t count, area_count;
};

/* The area of a slug, once: the catalogue is in the order of areas. */
static void
add_area(struct names *names, const char *slug)
{
	size_t len = strcspn(slug, "/"), count = names->area_count;
	const char *last = count > 0 ? names->areas[count - 1] : "";
	char *area = names->areas[count];

	if (len >= NAME_SIZE || (strncmp(last, slug, len) == 0 && !last[len]))
		return;
	memcpy(area, slug, len);
	names->area_count++;
	names->items[names->count++] = area;
}

static void
collect(struct names *names)
{
	for (int i = 0; i < DD_ID_COUNT; i++)
		if (dd_catalog((enum dd_id)i)->why)
			add_area(names, dd_catalog((enum dd_id)i)->slug);
	for (int i = 0; i < DD_ID_COUNT; i++)
		if (dd_catalog((enum dd_id)i)->why)
			names->items[names->count++] =
			    dd_catalog((enum dd_id)i)->slug;
}

/* A rule that the house wrote itself, in a file that is not read here. */
static bool
is_own(const char *rule)
{
	return strncmp(rule, "house/", strlen("house/")) == 0;
}

static void
report_unknown(struct dd_sink *sink, struct dd_range place, const char *rule)
{
	struct names names = {.count = 0};
	const char *nearest;

	/* A full sink shows no sentence, and to look for one has a price. */
	if (sink->count < sink->max)
		collect(&names);
	nearest = dd_nearest(rule, names.items, names.count);
	if (nearest)
		dd_report(sink, DD_ID_HOUSE_UNKNOWN_RULE, place,
		    "There is no rule `%s`; did you mean `%s`?", rule, nearest);
	else
		dd_report(sink, DD_ID_HOUSE_UNKNOWN_RULE, place,
		    "There is no rule `%s`; `diplodoc rules` lists them.",
		    rule);
}

static void
check_rule(const struct dd_tree *tree, const xmlAttr *attr, const char *rule,
    struct dd_sink *sink)
{
	struct dd_range place = dd_locate_value(tree, attr);
	bool known = false;

	for (int i = 0; i < DD_ID_COUNT; i++) {
		const struct dd_catalog_entry *entry =
		    dd_catalog((enum dd_id)i);

		if (!dd_catalog_is_named(entry, rule))
			continue;
		if (entry->why)
			return;
		known = true;
	}
	if (known)
		dd_report(sink, DD_ID_HOUSE_FIXED_LEVEL, place,
		    "`%s` makes a summary invalid, and no level can change "
		    "that; take the line out.",
		    rule);
	else if (!is_own(rule))
		report_unknown(sink, place, rule);
}

void
dd_house_check(const struct dd_tree *tree, struct dd_sink *sink)
{
	const xmlNode *root = xmlDocGetRootElement(tree->doc);

	for (xmlNode *n = dd_node_child(root, "severity"); n;
	     n = dd_node_next(n, "severity")) {
		const xmlAttr *attr = dd_node_attr(n, "rule");
		const char *rule = attr ? dd_attr_text(attr) : NULL;

		if (rule && *rule)
			check_rule(tree, attr, rule, sink);
	}
	dd_term_lists_check(tree, sink);
}
