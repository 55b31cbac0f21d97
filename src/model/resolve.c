/* SPDX-License-Identifier: MIT */
/* Joins the parts of resolve, in the order in which they need each other. */
#include "model/resolve.h"
#include <stdio.h>
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "model/house.h"
#include "model/resolve_internal.h"
#include "model/zone.h"
#include "xml/node.h"

/* `r`, unless the document uses that prefix itself. */
static xmlNs *
declare_namespace(xmlNode *root)
{
	char prefix[16] = "r";
	xmlNs *ns = NULL;

	for (int i = 1; !ns; i++) {
		ns = xmlNewNs(root, (const xmlChar *)DD_NS_RESOLVED,
		    (const xmlChar *)prefix);
		snprintf(prefix, sizeof prefix, "r%d", i);
	}
	return ns;
}

/* The country of the own side, or NULL. */
static const char *
get_own_country(const struct dd_summary *summary)
{
	for (const struct dd_party *p = summary->parties; p; p = p->next) {
		if (dd_ascii_is(p->role, "own"))
			return p->country;
	}
	return NULL;
}

static int
find_home(
    struct dd_resolver *r, struct dd_zone_db *zones, struct dd_error *error)
{
	const struct dd_house *house = r->summary->house;
	const char *own = get_own_country(r->summary);
	const xmlNode *home = dd_house_home(house, own);
	const char *name = dd_node_value(home, "zone");
	int found = name ? dd_zone_find(zones, name, &r->home, error) : 0;

	r->home_country = dd_node_value(home, "country");
	r->ministry = dd_house_ministry(house, own);
	if (found > 0)
		return dd_error_set(error, DD_E_USAGE,
		    "The house file names the home zone `%s`, which does not "
		    "exist.",
		    name);
	return found;
}

static xmlNode *
insert_result(struct dd_resolver *r)
{
	xmlNode *root = r->summary->root;
	xmlNode *out =
	    xmlNewDocNode(root->doc, r->ns, (const xmlChar *)"resolved", NULL);

	if (root->children)
		xmlAddPrevSibling(root->children, out);
	else
		xmlAddChild(root, out);
	return out;
}

/* True for a label, and for what stands around a remark: a key with a dot in it
 * is of words that are already where they are printed. */
static bool
is_label(const char *key)
{
	return !strchr(key, '.') || strncmp(key, "abbreviation.", 13) == 0;
}

/* The labels that formats print, where they are found at once. */
static void
put_labels(struct dd_resolver *r)
{
	const xmlNode *from = xmlDocGetRootElement(r->words->doc);
	xmlNode *out = dd_resolve_add(r, r->out, "words");

	for (const xmlNode *n = dd_node_child(from, "word"); n;
	     n = dd_node_next(n, "word")) {
		const char *key = dd_node_value(n, "key");

		if (is_label(key))
			dd_resolve_set(out, key, dd_word(r->words, key));
	}
}

/* The occasions are part of the lead, which is read first. */
static void
resolve_occasions(struct dd_resolver *r)
{
	for (xmlNode *n = dd_node_child(r->summary->meeting, "occasion"); n;
	     n = dd_node_next(n, "occasion"))
		dd_resolve_sentence(r, n, false);
}

static void
put_facts(struct dd_resolver *r)
{
	dd_resolve_party_names(r);
	resolve_occasions(r);
	dd_resolve_sentences(r);
	dd_resolve_items(r);
	dd_resolve_numbers(r);
	dd_resolve_ids(r);
	dd_resolve_marks(r);
	dd_resolve_head(r);
	dd_resolve_lead(r);
	dd_resolve_attendance(r);
	dd_resolve_event(r);
	dd_resolve_parties(r);
	dd_resolve_sums(r);
	put_labels(r);
}

int
dd_resolve(struct dd_summary *summary, const struct dd_words *words,
    struct dd_zone_db *zones, const struct dd_resolve_options *options,
    struct dd_error *error)
{
	struct dd_resolver r = {
	    .summary = summary, .words = words, .options = options};
	int result = find_home(&r, zones, error);
	xmlNode *markup;

	if (result < 0)
		return result;
	dd_locale_init(
	    &r.locale, summary->lang, words->formatters, &summary->arena);
	dd_resolve_clean(summary->root, &summary->arena);
	r.ns = declare_namespace(summary->root);
	markup = dd_resolve_markup(&r);
	r.out = insert_result(&r);
	if (markup)
		xmlAddChild(r.out, markup);
	r.scratch =
	    xmlNewChild(summary->root, NULL, (const xmlChar *)"scratch", NULL);
	put_facts(&r);
	xmlUnlinkNode(r.scratch);
	xmlFreeNode(r.scratch);
	return 0;
}

void
dd_resolve_words(struct dd_summary *summary, const struct dd_words *words)
{
	const xmlNode *from = xmlDocGetRootElement(words->doc);
	struct dd_resolver r = {.out = dd_node_child(summary->root, NULL)};

	r.ns = r.out->ns;
	if (dd_node_is(xmlGetLastChild(r.out), "word"))
		return;
	for (const xmlNode *n = dd_node_child(from, "word"); n;
	     n = dd_node_next(n, "word")) {
		const char *key = dd_node_value(n, "key");
		xmlNode *word = dd_resolve_add(&r, r.out, "word");

		dd_resolve_set(word, "key", key);
		dd_resolve_text(word, dd_word(words, key));
	}
}
