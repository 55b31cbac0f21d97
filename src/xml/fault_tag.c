/* SPDX-License-Identifier: MIT */
/* A start tag: its name, its attributes, their values. */
#include "xml/fault_internal.h"

#include <string.h>
#include "base/ascii.h"

/* Words between curly quotes, or without any. */
static bool
report_unquoted(struct dd_fault *f, struct dd_range name)
{
	struct dd_range value = {f->at, f->at};
	uint32_t cp = 0;
	size_t len;

	if (dd_fault_peek(f, &cp, &len) && cp >= 0x2018 && cp <= 0x201F)
		return dd_fault_found(f, DD_ID_XML_ATTRIBUTE_VALUE, f->at,
		    f->at + len,
		    "The value of `%.*s` stands in curly quotes; write "
		    "straight ones: `%.*s=\"...\"`.",
		    DD_FAULT_SHOW(f, name), DD_FAULT_SHOW(f, name));
	value.end += strcspn(f->text + f->at, DD_ASCII_SPACES "<>\"'");
	if (value.end > value.start && f->text[value.end] == '>' &&
	    f->text[value.end - 1] == '/')
		value.end--;
	if (value.end == value.start)
		return dd_fault_found(f, DD_ID_XML_ATTRIBUTE_VALUE, name.start,
		    f->at,
		    "The attribute `%.*s` has no value; write "
		    "`%.*s=\"...\"`.",
		    DD_FAULT_SHOW(f, name), DD_FAULT_SHOW(f, name));
	return dd_fault_found(f, DD_ID_XML_ATTRIBUTE_VALUE, value.start,
	    value.end,
	    "The value of `%.*s` needs quotes: write `%.*s=\"%.*s\"`.",
	    DD_FAULT_SHOW(f, name), DD_FAULT_SHOW(f, name),
	    DD_FAULT_SHOW(f, value));
}

/* The value's end was not reached: the quote is most likely missing. */
static bool
report_open_value(struct dd_fault *f, struct dd_range name, size_t quote)
{
	if (f->at >= f->len)
		return dd_fault_found(f, DD_ID_XML_ATTRIBUTE_VALUE, name.start,
		    quote + 1,
		    "The value of `%.*s` never ends; a closing `%c` is "
		    "missing.",
		    DD_FAULT_SHOW(f, name), f->text[quote]);
	dd_fault_found(f, DD_ID_XML_ATTRIBUTE_VALUE, f->at, f->at + 1,
	    "The value of `%.*s` runs into a `<`; close it with `%c` before, "
	    "or write `&lt;`.",
	    DD_FAULT_SHOW(f, name), f->text[quote]);
	dd_report_related(f->sink, f->found,
	    (struct dd_range){name.start, quote + 1},
	    N_("the value begins here"));
	return false;
}

/* `="value"`, behind the name. */
static bool
read_value(struct dd_fault *f, struct dd_range name, struct dd_range *ret_value)
{
	size_t quote;

	dd_fault_skip_space(f);
	if (!dd_fault_is(f, "="))
		return dd_fault_found(f, DD_ID_XML_ATTRIBUTE_VALUE, name.start,
		    name.end,
		    "The attribute `%.*s` has no value; write "
		    "`%.*s=\"...\"`.",
		    DD_FAULT_SHOW(f, name), DD_FAULT_SHOW(f, name));
	f->at++;
	dd_fault_skip_space(f);
	if (!dd_fault_is(f, "\"") && !dd_fault_is(f, "'"))
		return report_unquoted(f, name);
	quote = f->at++;
	while (f->at < f->len && f->text[f->at] != f->text[quote]) {
		if (f->text[f->at] == '<')
			break;
		if (f->text[f->at] != '&')
			f->at++;
		else if (!dd_fault_reference(f))
			return false;
	}
	if (f->at >= f->len || f->text[f->at] == '<')
		return report_open_value(f, name, quote);
	*ret_value = (struct dd_range){quote + 1, f->at++};
	return true;
}

static bool
add_attribute(struct dd_fault *f, struct dd_fault_attribute attribute)
{
	for (size_t i = 0; i < f->attribute_count; i++) {
		struct dd_range first = f->attributes[i].name;

		if (!dd_fault_same(f, first, attribute.name))
			continue;
		dd_fault_found(f, DD_ID_XML_ATTRIBUTE_TWICE,
		    attribute.name.start, attribute.value.end + 1,
		    "The attribute `%.*s` stands twice in one tag; keep one.",
		    DD_FAULT_SHOW(f, first));
		dd_report_related(f->sink, f->found, first,
		    "`%.*s` stands here for the first time",
		    DD_FAULT_SHOW(f, first));
		return false;
	}
	if (f->attribute_count == DD_LIMIT_ATTRIBUTES)
		return false;
	f->attributes[f->attribute_count++] = attribute;
	return true;
}

static bool
read_attribute(struct dd_fault *f, struct dd_range tag, bool spaced)
{
	struct dd_fault_attribute attribute = {{0, 0}, {0, 0}};
	size_t start = f->at, len = 1;
	uint32_t cp;

	attribute.name = dd_fault_take_name(f);
	if (attribute.name.start == attribute.name.end) {
		dd_fault_peek(f, &cp, &len);
		return dd_fault_found(f, DD_ID_XML_TAG_UNFINISHED, start,
		    start + len,
		    "`%.*s` cannot stand here in the tag `<%.*s>`; after the "
		    "name come attributes, such as `xml:lang=\"en\"`.",
		    (int)len, f->text + start, DD_FAULT_SHOW(f, tag));
	}
	if (!spaced)
		return dd_fault_found(f, DD_ID_XML_TAG_UNFINISHED,
		    attribute.name.start, attribute.name.end,
		    "A space is missing before `%.*s` in the tag `<%.*s>`.",
		    DD_FAULT_SHOW(f, attribute.name), DD_FAULT_SHOW(f, tag));
	return dd_fault_check_name(f, attribute.name) &&
	    read_value(f, attribute.name, &attribute.value) &&
	    add_attribute(f, attribute);
}

static bool
report_no_end(struct dd_fault *f, size_t start, struct dd_range name)
{
	return dd_fault_found(f, DD_ID_XML_TAG_UNFINISHED, start, name.end,
	    f->at < f->len
		? N_("The tag `<%.*s` has no `>` before the next `<`.")
		: N_("The tag `<%.*s` has no `>` before the end of the "
		     "document."),
	    DD_FAULT_SHOW(f, name));
}

/* Attributes up to the `>`, which is passed. */
static bool
read_attributes(
    struct dd_fault *f, size_t start, struct dd_range name, bool *ret_empty)
{
	f->attribute_count = 0;
	for (;;) {
		bool spaced = dd_fault_skip_space(f);

		*ret_empty = dd_fault_is(f, "/>");
		if (*ret_empty || dd_fault_is(f, ">"))
			break;
		if (f->at >= f->len || f->text[f->at] == '<')
			return report_no_end(f, start, name);
		if (!read_attribute(f, name, spaced))
			return false;
	}
	f->at += *ret_empty ? 2 : 1;
	return true;
}

bool
dd_fault_start_tag(struct dd_fault *f)
{
	size_t start = f->at++, bound = f->binding_count;
	struct dd_range name = dd_fault_take_name(f);
	bool empty;

	if (name.start == name.end)
		return dd_fault_found(f, DD_ID_XML_BARE_LESS_THAN, start,
		    start + 1,
		    "`<` begins a tag, but no name follows; write `&lt;` for "
		    "a less-than sign.");
	if (!dd_fault_check_name(f, name) ||
	    !read_attributes(f, start, name, &empty) ||
	    !dd_fault_namespaces(f, name))
		return false;
	if (empty) {
		f->binding_count = bound;
		f->had_root = true;
		return true;
	}
	if (f->depth == DD_LIMIT_DEPTH)
		return false;
	f->open[f->depth++] = (struct dd_fault_open){name, start, bound};
	return true;
}
