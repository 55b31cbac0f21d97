/* SPDX-License-Identifier: MIT */
/* Words of a language and the printing of patterns. */
#include "model/words.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/memory.h"
#include "model/locale.h"
#include "model/words_ending.h"
#include "xml/node.h"
#include "xml/trusted.h"

static const char LANGUAGES[] = "English, French, Japanese and Korean";

static struct dd_table *
find_table(struct dd_words *words, const xmlNode *node)
{
	if (dd_node_is(node, "word"))
		return &words->words;
	if (dd_node_is(node, "format"))
		return &words->formats;
	return dd_node_is(node, "particle") ? &words->particles
					    : &words->patterns;
}

static void
index_words(struct dd_words *words)
{
	for (xmlNode *n = dd_node_child(xmlDocGetRootElement(words->doc), NULL);
	     n; n = dd_node_next(n, NULL))
		dd_table_add(find_table(words, n), dd_node_value(n, "key"), n);
}

int
dd_words_load(struct dd_words *words, struct dd_resource_set *resources,
    const char *lang, struct dd_error *error)
{
	char name[64];
	struct dd_resource resource;
	int len = (int)strcspn(lang, "-");

	*words = (struct dd_words){0};
	snprintf(name, sizeof name, "xslt/words/%.*s.xml", len, lang);
	if (dd_resource_get(resources, name, &resource, NULL) < 0)
		return dd_error_set(error, DD_E_USAGE,
		    "There are no words for the language `%s`; a summary can "
		    "be converted in %s.",
		    lang, LANGUAGES);
	words->doc = dd_parse_trusted(resource.data, resource.len);
	if (!words->doc)
		return dd_error_set(error, DD_E_USAGE,
		    "The words file `%s` is not well-formed.", name);
	words->formatters = dd_calloc(1, sizeof(*words->formatters));
	index_words(words);
	return 0;
}

void
dd_words_release(struct dd_words *words)
{
	if (!words)
		return;
	dd_table_release(&words->words);
	dd_table_release(&words->formats);
	dd_table_release(&words->patterns);
	dd_table_release(&words->particles);
	xmlFreeDoc(words->doc);
	words->doc = NULL;
	if (words->formatters)
		dd_formatters_release(words->formatters);
	free(words->formatters);
	words->formatters = NULL;
}

static const char *
find_text(const struct dd_table *table, const char *key)
{
	const xmlNode *node = dd_table_find(table, key);

	if (!node)
		return key;
	return node->children ? (const char *)node->children->content : "";
}

const char *
dd_word(const struct dd_words *words, const char *key)
{
	return find_text(&words->words, key);
}

bool
dd_word_has(const struct dd_words *words, const char *format)
{
	return dd_table_find(&words->formats, format) != NULL;
}

const char *
dd_word_format(const struct dd_words *words, const char *key)
{
	return find_text(&words->formats, key);
}

void
dd_slots_init(struct dd_slots *slots, xmlNode *scratch)
{
	slots->scratch = scratch;
	slots->count = 0;
}

static void
add_slot(
    struct dd_slots *slots, const char *name, xmlNode *value, const char *text)
{
	assert(slots->count < DD_SLOTS_MAX);
	slots->slot[slots->count++] = (struct dd_slot){name, value, text};
}

xmlNode *
dd_slots_holder(struct dd_slots *slots, const char *name)
{
	xmlNode *holder =
	    xmlNewChild(slots->scratch, NULL, (const xmlChar *)"value", NULL);

	add_slot(slots, name, holder, NULL);
	return holder;
}

void
dd_slots_text(struct dd_slots *slots, const char *name, const char *text)
{
	if (text && *text)
		add_slot(slots, name, NULL, text);
}

void
dd_slots_node(struct dd_slots *slots, const char *name, xmlNode *holder)
{
	if (holder && holder->children)
		add_slot(slots, name, holder, NULL);
}

void
dd_slots_flag(struct dd_slots *slots, const char *name, bool on)
{
	if (on)
		add_slot(slots, name, NULL, "");
}

static const struct dd_slot *
find_slot(const struct dd_slots *slots, const char *name)
{
	for (size_t i = slots->count; i-- > 0;)
		if (strcmp(slots->slot[i].name, name) == 0)
			return &slots->slot[i];
	return NULL;
}

/* What a pattern is printed with. */
struct printer {
	const struct dd_words *words;
	const struct dd_slots *slots;
};

static bool print_parts(
    const struct printer *printer, const xmlNode *pattern, xmlNode *parent);

static bool
ends_in_stop(const xmlNode *node)
{
	size_t len;

	while (node->last)
		node = node->last;
	if (node->type != XML_TEXT_NODE)
		return false;
	len = strlen((const char *)node->content);
	return len > 0 && node->content[len - 1] == '.';
}

/* Text of a pattern without the white space that only lays out the file. The
 * stop of an abbreviation is that of the sentence, too. */
static void
print_text(const char *text, xmlNode *parent)
{
	if (*text == '.' && ends_in_stop(parent))
		text++;
	while (*text) {
		size_t blank = strspn(text, " \t\r\n");
		size_t word;

		if (blank > 0 && !memchr(text, '\n', blank))
			xmlNodeAddContentLen(
			    parent, (const xmlChar *)text, (int)blank);
		text += blank;
		word = strcspn(text, " \t\r\n");
		xmlNodeAddContentLen(parent, (const xmlChar *)text, (int)word);
		text += word;
	}
}

/* True where the text begins with one of the words between spaces. */
static bool
begins_with_any(const char *text, const char *words)
{
	while (words && *words) {
		size_t len = strcspn(words, " ");
		if (len > 0 && strncmp(text, words, len) == 0)
			return true;
		words += len + (words[len] == ' ');
	}
	return false;
}

/* Prints a particle and drops what it swallows of the text behind it:
 * "de" and "le Japon" are "du Japon". */
static void
print_particle(const xmlNode *particle, xmlNode *text, xmlNode *parent)
{
	const char *behind = text ? (const char *)text->content : "";
	const char *print = dd_node_value(particle, "print");
	size_t dropped = 0;

	for (const xmlNode *n = dd_node_child(particle, "join"); n;
	     n = dd_node_next(n, "join")) {
		const char *drop = dd_node_value(n, "drop");
		size_t len = drop ? strlen(drop) : 0;
		if (drop ? strncmp(behind, drop, len) != 0
			 : !begins_with_any(behind, dd_node_value(n, "before")))
			continue;
		print = dd_node_value(n, "print");
		dropped = len;
		break;
	}
	if (print)
		xmlNodeAddContent(parent, (const xmlChar *)print);
	if (dropped > 0)
		memmove(text->content, behind + dropped,
		    strlen(behind) + 1 - dropped);
}

static xmlNode *
find_first_text(xmlNode *node)
{
	while (node && node->type == XML_ELEMENT_NODE)
		node = node->children;
	return node && node->type == XML_TEXT_NODE ? node : NULL;
}

static void
copy_children(xmlNode *to, const xmlNode *from)
{
	for (const xmlNode *n = from->children; n; n = n->next)
		dd_node_copy(to, n);
}

static void
print_value(const struct dd_slot *slot, xmlNode *parent)
{
	if (slot->value)
		copy_children(parent, slot->value);
	else
		xmlNodeAddContent(parent, (const xmlChar *)slot->text);
}

/* The value is printed more than once, so a particle works on a copy. */
static void
print_behind(const xmlNode *particle, const struct dd_slot *slot,
    const struct dd_slots *slots, xmlNode *parent)
{
	xmlNode *copy =
	    xmlNewChild(slots->scratch, NULL, (const xmlChar *)"value", NULL);

	print_value(slot, copy);
	print_particle(particle, find_first_text(copy), parent);
	copy_children(parent, copy);
}

static bool
print_slot(const struct printer *printer, const xmlNode *part, xmlNode *parent)
{
	const struct dd_slot *slot =
	    find_slot(printer->slots, dd_node_value(part, "name"));
	const xmlNode *particle = dd_table_find(
	    &printer->words->particles, dd_node_value(part, "after"));

	if (!slot)
		return false;
	if (particle)
		print_behind(particle, slot, printer->slots, parent);
	else
		print_value(slot, parent);
	return true;
}

static void
remove_after(xmlNode *parent, const xmlNode *last, size_t last_len)
{
	xmlNode *node = last ? last->next : parent->children;

	while (node) {
		xmlNode *next = node->next;
		xmlUnlinkNode(node);
		xmlFreeNode(node);
		node = next;
	}
	if (last && last->type == XML_TEXT_NODE)
		((xmlNode *)last)->content[last_len] = '\0';
}

static bool
is_wanted(const xmlNode *opt, const struct dd_slots *slots)
{
	const char *when = dd_node_value(opt, "if");
	const char *unless = dd_node_value(opt, "unless");

	return (!when || find_slot(slots, when)) &&
	    (!unless || !find_slot(slots, unless));
}

/* Prints all of an optional part or nothing; says which. */
static bool
print_opt(const struct printer *printer, const xmlNode *opt, xmlNode *parent)
{
	xmlNode *last = parent->last;
	size_t len = last && last->type == XML_TEXT_NODE
	    ? strlen((const char *)last->content)
	    : 0;

	if (!is_wanted(opt, printer->slots))
		return false;
	if (print_parts(printer, opt, parent))
		return true;
	remove_after(parent, last, len);
	return false;
}

static void
print_first(
    const struct printer *printer, const xmlNode *first, xmlNode *parent)
{
	for (const xmlNode *opt = dd_node_child(first, NULL); opt;
	     opt = dd_node_next(opt, NULL))
		if (print_opt(printer, opt, parent))
			return;
}

static bool
print_parts(
    const struct printer *printer, const xmlNode *pattern, xmlNode *parent)
{
	for (const xmlNode *n = pattern->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE)
			print_text((const char *)n->content, parent);
		else if (dd_node_is(n, "opt"))
			print_opt(printer, n, parent);
		else if (dd_node_is(n, "first"))
			print_first(printer, n, parent);
		else if (dd_node_is(n, "ending"))
			dd_words_print_ending(n, parent);
		else if (dd_node_is(n, "slot") &&
		    !print_slot(printer, n, parent))
			return false;
	}
	return true;
}

static const xmlNode *
find_pattern(const struct dd_words *words, const char *base, const char *a,
    const char *b)
{
	char key[160];
	const xmlNode *found = NULL;

	if (a && b) {
		snprintf(key, sizeof key, "%s.%s.%s", base, a, b);
		found = dd_table_find(&words->patterns, key);
	}
	if (!found && a) {
		snprintf(key, sizeof key, "%s.%s", base, a);
		found = dd_table_find(&words->patterns, key);
	}
	if (!found && b) {
		snprintf(key, sizeof key, "%s.%s", base, b);
		found = dd_table_find(&words->patterns, key);
	}
	return found ? found : dd_table_find(&words->patterns, base);
}

bool
dd_words_print(const struct dd_words *words, const char *base, const char *a,
    const char *b, const struct dd_slots *slots, xmlNode *parent)
{
	const xmlNode *pattern = find_pattern(words, base, a, b);
	const struct printer printer = {.words = words, .slots = slots};

	return pattern && print_opt(&printer, pattern, parent);
}
