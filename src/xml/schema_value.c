/* SPDX-License-Identifier: MIT */
/*
 * Owns: words for a value that its type does not take: what it says, and what
 * to write instead, by the name of the type. A guess at what was meant comes
 * from schema_guess.c.
 */
#include <string.h>
#include <libxml/tree.h>
#include "base/buffer.h"
#include "base/utf8.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/schema_internal.h"
#include "xml/source.h"

static const struct hint {
	const char *type;
	const char *what;
	const char *example; /* or NULL */
} hints[] = {
    {"clockTime", N_("a date, a time with seconds and the offset from UTC"),
	"2023-07-13T10:00:00+07:00"},
    {"clockTimeOrDate",
	N_("a date, a time with seconds and the offset from UTC, or a date "
	   "alone"),
	"2023-07-13T10:00:00+07:00"},
    {"countryCode", N_("a two-letter country code in capitals"), "JP"},
    {"currencyCode", N_("a three-letter currency code in capitals"), "USD"},
    {"decimalAmount", N_("a number from 0, of at most 18 digits"), "2.5"},
    {"emailType", N_("an e-mail address"), "press@example.org"},
    {"hrefType",
	N_("an address that begins with `https:`, `http:` or `mailto:`, or a "
	   "path,"
	   " without spaces"),
	"https://www.example.org/page.html"},
    {"languageTag", N_("a language tag"), "fr-CA"},
    {"lengthOfTime", N_("a length of time in hours and minutes"), "PT1H30M"},
    {"mediaType", N_("a media type"), "application/pdf"},
    {"name", N_("a name that begins with a letter and has no spaces"), "jp-kr"},
    {"phoneType",
	N_("a telephone number that begins with `+` and the country's number"),
	"+44 20 7946 0000"},
    {"plainDate", N_("a date as year, month and day"), "2023-07-13"},
    {"text", N_("some text"), NULL},
    {"xml:lang", N_("a language tag"), "en"},
    {"xs:ID",
	N_("an id of its own, which begins with a letter and has no spaces"),
	"s1"},
    {"xs:IDREF", N_("an id that stands in the document"), "jp"},
    {"xs:IDREFS",
	N_("ids that stand in the document, with spaces between them"),
	"jp kr"},
    {"xs:NCName", N_("an id that stands in the document"), "s1"},
    {"xs:boolean", N_("`true` or `false`"), NULL},
    {"xs:positiveInteger", N_("a whole number from 1 in digits"), "3"},
    {"zoneName", N_("the name of a time zone"), "Asia/Jakarta"},
};

const char *
dd_value_hint(
    const struct dd_wording *w, const char *type, const char **ret_example)
{
	size_t i;

	for (i = 0; i < sizeof(hints) / sizeof(hints[0]); i++)
		if (strcmp(hints[i].type, type) == 0) {
			*ret_example = hints[i].example;
			return dd_sink_say(w->sink, hints[i].what);
		}
	*ret_example = NULL;
	return NULL;
}

/* One value and where it stands. */
struct value {
	const xmlNode *node;
	const xmlAttr *attr; /* NULL: the text of the element */
	const char *type;
	const char *text; /* as it stands there, trimmed */
	struct dd_range range;
	bool optional; /* the attribute or element may be left out */
};

static const char *
trim(struct dd_arena *arena, const char *text)
{
	size_t from = 0, to = strlen(text);

	dd_phrase_trim(text, &from, &to);
	return dd_arena_ndup(arena, text + from, to - from);
}

static bool
is_ncname(const char *text)
{
	return xmlValidateNCName((const xmlChar *)text, 0) == 0;
}

/* Of a list of ids, the one that is none. */
static void
narrow_to_token(struct dd_wording *w, struct value *value)
{
	const char *whole = dd_attr_text(value->attr);
	size_t from = 0, to = 0;

	while (dd_phrase_token(whole, &from, &to)) {
		const char *token =
		    dd_arena_ndup(&w->arena, whole + from, to - from);

		if (is_ncname(token))
			continue;
		value->text = token;
		value->range =
		    dd_locate_in_value(w->tree, value->attr, from, to);
		return;
	}
}

static bool
is_optional(struct dd_wording *w, const struct value *value)
{
	const xmlNode *node = value->attr ? value->node : value->node->parent;
	const xmlNode *type, *declaration;
	const char *least;

	if (!node || node->type != XML_ELEMENT_NODE)
		return false;
	type = dd_grammar_type_of(w->grammar, node);
	if (value->attr) {
		declaration = dd_grammar_attribute(
		    type, dd_phrase_attribute(&w->arena, value->attr));
		return !dd_grammar_is_required(declaration);
	}
	declaration =
	    dd_grammar_child(w->grammar, type, (const char *)value->node->name);
	least = dd_node_value(declaration, "minOccurs");
	return least && strcmp(least, "0") == 0;
}

static void
read_attribute(struct dd_wording *w, struct value *value)
{
	const xmlNode *type = dd_grammar_type_of(w->grammar, value->node);
	const xmlNode *declaration = dd_grammar_attribute(
	    type, dd_phrase_attribute(&w->arena, value->attr));

	if (declaration)
		value->type = dd_grammar_attribute_type(declaration);
	value->text = trim(&w->arena, dd_attr_text(value->attr));
	value->range = dd_locate_value(w->tree, value->attr);
	if (value->range.start == value->range.end)
		value->range = dd_locate_attribute(w->tree, value->attr);
	if (value->type && strcmp(value->type, "xs:IDREFS") == 0)
		narrow_to_token(w, value);
}

static void
read_text(struct dd_wording *w, struct value *value)
{
	struct dd_range range = dd_locate_content(w->tree, value->node);
	xmlChar *content = xmlNodeGetContent(value->node);

	value->type = dd_grammar_text_type(w->grammar, value->node);
	value->text = trim(&w->arena, content ? (const char *)content : "");
	xmlFree(content);
	dd_phrase_trim(w->tree->source->text, &range.start, &range.end);
	value->range = range;
	if (!*value->text)
		value->range = dd_locate_name(w->tree, value->node);
}

static void
word_empty(struct dd_wording *w, const struct value *value, const char *subject)
{
	const char *example, *what = dd_value_hint(w, value->type, &example);
	const char *otherwise =
	    value->optional ? dd_phrase(w, ", or leave it out") : "";
	struct dd_words_list values = {.count = 0};

	dd_grammar_values(w->grammar, value->type, &values);
	if (values.count > 0)
		dd_tell(w, DD_ID_SCHEMA_EMPTY, value->range,
		    "%s is empty; write %s%s.", subject,
		    dd_phrase_list(w, &values, 24, false), otherwise);
	else if (example)
		dd_tell(w, DD_ID_SCHEMA_EMPTY, value->range,
		    "%s is empty; write %s, such as `%s`%s.", subject, what,
		    example, otherwise);
	else
		dd_tell(w, DD_ID_SCHEMA_EMPTY, value->range,
		    "%s is empty; write %s%s.", subject,
		    what ? what : dd_phrase(w, "something"), otherwise);
}

static void
word_enumeration(struct dd_wording *w, const struct value *value,
    const char *subject, const struct dd_words_list *values)
{
	const char *says = dd_phrase_value(&w->arena, value->text);
	const char *meant = dd_phrase_nearest(value->text, values);
	const char *all = dd_phrase_list(w, values, 24, false);

	if (meant)
		dd_tell(w, DD_ID_SCHEMA_BAD_VALUE, value->range,
		    "%s says `%s`; did you mean `%s`? It takes %s.", subject,
		    says, meant, all);
	else
		dd_tell(w, DD_ID_SCHEMA_BAD_VALUE, value->range,
		    "%s says `%s`; write %s.", subject, says, all);
}

static void
word_bad(struct dd_wording *w, const struct value *value, const char *subject)
{
	const char *says = dd_phrase_value(&w->arena, value->text);
	const char *example, *what = dd_value_hint(w, value->type, &example);
	size_t longest = dd_grammar_longest(w->grammar, value->type);
	size_t length = dd_utf8_count(value->text, strlen(value->text));
	struct dd_advice guess = {.messages = w->sink->messages};

	dd_buffer_init(&guess.text, 0);
	if (longest > 0 && length > longest)
		dd_tell(w, DD_ID_SCHEMA_BAD_VALUE, value->range,
		    "%s says `%s`, which has %zu characters; it takes %zu.",
		    subject, says, length, longest);
	else if (dd_guess(
		     w->grammar, value->type, value->node, value->text, &guess))
		dd_tell(w, DD_ID_SCHEMA_BAD_VALUE, value->range,
		    "%s says `%s`; %s.", subject, says, guess.text.data);
	else if (example)
		dd_tell(w, DD_ID_SCHEMA_BAD_VALUE, value->range,
		    "%s says `%s`; write %s, such as `%s`.", subject, says,
		    what, example);
	else
		dd_tell(w,
		    what ? DD_ID_SCHEMA_BAD_VALUE : DD_ID_SCHEMA_UNWORDED,
		    value->range, "%s says `%s`; write %s.", subject, says,
		    what ? what : dd_phrase(w, "something else"));
	dd_buffer_release(&guess.text);
}

void
dd_word_value(struct dd_wording *w, const xmlNode *node, const xmlAttr *attr)
{
	struct value value = {.node = node, .attr = attr, .type = ""};
	struct dd_words_list values = {.count = 0};
	const char *subject = dd_phrase_subject(w, node, attr);

	/* One fault can come as two messages; and text with elements in it
	 * has been told as such. */
	if (!dd_tell_once(w, node, subject) ||
	    (!attr && dd_node_child(node, NULL)))
		return;
	if (attr)
		read_attribute(w, &value);
	else
		read_text(w, &value);
	if (!value.type)
		value.type = "";
	/* Two equal ids: schema_ids.c knows both places. */
	if (strcmp(value.type, "xs:ID") == 0 && is_ncname(value.text))
		return;
	value.optional = is_optional(w, &value);
	dd_grammar_values(w->grammar, value.type, &values);
	if (!*value.text)
		word_empty(w, &value, subject);
	else if (values.count > 0)
		word_enumeration(w, &value, subject, &values);
	else
		word_bad(w, &value, subject);
}
