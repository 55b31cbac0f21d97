/* SPDX-License-Identifier: MIT */
/* Prefixes and their declarations (Namespaces in XML 1.0, third edition). */
#include "xml/fault.h"
#include "xml/fault_internal.h"

#include <string.h>
#include "base/ascii.h"

#define NS_XML "http://www.w3.org/XML/1998/namespace"
#define NS_XMLNS "http://www.w3.org/2000/xmlns/"

/* What stands before the colon; empty where there is none. */
static struct dd_range
get_prefix(const struct dd_fault *f, struct dd_range name)
{
	const char *text = f->text + name.start;
	const char *colon = memchr(text, ':', name.end - name.start);

	name.end = colon ? (size_t)(colon - f->text) : name.start;
	return name;
}

/* True for `xmlns` and `xmlns:p`; the prefix declared may be empty. */
static bool
is_declaration(
    const struct dd_fault *f, struct dd_range name, struct dd_range *ret_prefix)
{
	*ret_prefix = (struct dd_range){name.end, name.end};
	if (dd_fault_equals(f, name, "xmlns"))
		return true;
	if (!dd_fault_equals(f, get_prefix(f, name), "xmlns"))
		return false;
	ret_prefix->start = name.start + strlen("xmlns:");
	return true;
}

static bool
is_in_scheme(char c)
{
	return dd_ascii_is_letter(c) || dd_ascii_is_digit(c) || c == '+' ||
	    c == '-' || c == '.';
}

bool
dd_fault_is_absolute(const char *uri, size_t len)
{
	size_t i = 0;

	if (len == 0 || !dd_ascii_is_letter(uri[0]))
		return false;
	while (i < len && is_in_scheme(uri[i]))
		i++;
	if (i == len || uri[i] != ':')
		return false;
	for (; i < len; i++)
		if (uri[i] <= ' ' || uri[i] > '~' ||
		    strchr("\"<>[\\]^`{|}", uri[i]))
			return false;
	return true;
}

/* The same of a value as written, in which `<`, `>`, `"` are references. */
static bool
is_absolute(const struct dd_fault *f, struct dd_range uri)
{
	static const char *const bad[] = {"&lt;", "&gt;", "&quot;"};
	const char *text = f->text + uri.start;
	size_t len = uri.end - uri.start;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (memmem(text, len, bad[i], strlen(bad[i])))
			return false;
	return dd_fault_is_absolute(text, len);
}

static bool
check_reserved(struct dd_fault *f, struct dd_range prefix, struct dd_range uri)
{
	bool xml = dd_fault_equals(f, prefix, "xml");

	if (xml == dd_fault_equals(f, uri, NS_XML) &&
	    !dd_fault_equals(f, prefix, "xmlns") &&
	    !dd_fault_equals(f, uri, NS_XMLNS))
		return true;
	return dd_fault_found(f, DD_ID_XML_NAMESPACE, uri.start, uri.end,
	    "The prefixes `xml` and `xmlns` and their namespaces are fixed; "
	    "remove this declaration.");
}

static bool
check_declaration(
    struct dd_fault *f, struct dd_range prefix, struct dd_range uri)
{
	bool empty = uri.start == uri.end;

	if (!check_reserved(f, prefix, uri))
		return false;
	if (empty && prefix.start != prefix.end)
		return dd_fault_found(f, DD_ID_XML_NAMESPACE,
		    prefix.start - strlen("xmlns:"), uri.end + 1,
		    "The prefix `%.*s` is declared with an empty namespace; "
		    "write its address or remove it.",
		    DD_FAULT_SHOW(f, prefix));
	if (!empty && !is_absolute(f, uri))
		return dd_fault_found(f, DD_ID_XML_RELATIVE_NAMESPACE,
		    uri.start, uri.end,
		    "The namespace `%.*s` is not a full address; a summary "
		    "has `urn:diplodoc:meeting-summary:1`.",
		    DD_FAULT_SHOW(f, uri));
	return true;
}

static bool
add_declarations(struct dd_fault *f)
{
	for (size_t i = 0; i < f->attribute_count; i++) {
		struct dd_fault_binding binding = {
		    .uri = f->attributes[i].value};

		if (!is_declaration(f, f->attributes[i].name, &binding.prefix))
			continue;
		if (!check_declaration(f, binding.prefix, binding.uri))
			return false;
		if (f->binding_count == DD_LIMIT_NAMESPACES)
			return false;
		f->bindings[f->binding_count++] = binding;
	}
	return true;
}

/* The namespace of a prefix, as written; NULL where it has none. */
static const struct dd_range *
find_namespace(const struct dd_fault *f, struct dd_range prefix)
{
	for (size_t i = f->binding_count; i > 0; i--)
		if (dd_fault_same(f, f->bindings[i - 1].prefix, prefix))
			return &f->bindings[i - 1].uri;
	return NULL;
}

static bool
check_prefix(struct dd_fault *f, struct dd_range name)
{
	struct dd_range prefix = get_prefix(f, name);

	if (prefix.start == prefix.end || dd_fault_equals(f, prefix, "xml") ||
	    find_namespace(f, prefix))
		return true;
	return dd_fault_found(f, DD_ID_XML_UNDECLARED_PREFIX, name.start,
	    name.end,
	    "The prefix `%.*s` of `%.*s` is not declared; remove it, or "
	    "declare it with `xmlns:%.*s=\"...\"`.",
	    DD_FAULT_SHOW(f, prefix), DD_FAULT_SHOW(f, name),
	    DD_FAULT_SHOW(f, prefix));
}

static bool
is_twin(const struct dd_fault *f, struct dd_range a, struct dd_range b)
{
	struct dd_range pa = get_prefix(f, a), pb = get_prefix(f, b);
	const struct dd_range *ua, *ub;

	if (pa.start == pa.end || pb.start == pb.end)
		return false;
	ua = find_namespace(f, pa);
	ub = find_namespace(f, pb);
	a.start = pa.end + 1;
	b.start = pb.end + 1;
	return ua && ub && dd_fault_same(f, *ua, *ub) && dd_fault_same(f, a, b);
}

/* Two prefixes of one namespace, on attributes of one name. */
static bool
check_twins(struct dd_fault *f, size_t count)
{
	struct dd_range name = f->attributes[count].name;

	for (size_t i = 0; i < count; i++) {
		struct dd_range first = f->attributes[i].name;

		if (!is_twin(f, first, name))
			continue;
		dd_fault_found(f, DD_ID_XML_ATTRIBUTE_TWICE, name.start,
		    name.end,
		    "`%.*s` and `%.*s` are one attribute, because both "
		    "prefixes mean one namespace; keep one.",
		    DD_FAULT_SHOW(f, first), DD_FAULT_SHOW(f, name));
		dd_report_related(f->sink, f->found, first,
		    "`%.*s` stands here", DD_FAULT_SHOW(f, first));
		return false;
	}
	return true;
}

bool
dd_fault_namespaces(struct dd_fault *f, struct dd_range name)
{
	struct dd_range prefix;

	if (!add_declarations(f) || !check_prefix(f, name))
		return false;
	for (size_t i = 0; i < f->attribute_count; i++) {
		if (is_declaration(f, f->attributes[i].name, &prefix))
			continue;
		if (!check_prefix(f, f->attributes[i].name) ||
		    !check_twins(f, i))
			return false;
	}
	return true;
}
