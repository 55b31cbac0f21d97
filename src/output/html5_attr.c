/* SPDX-License-Identifier: MIT */
/*
 * Text and attributes of HTML. Owns escaping and what each kind of attribute
 * may hold; which attributes exist is html5_tags', addresses are url's.
 */
#include "output/html5_attr.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "output/html5.h"
#include "output/tree.h"
#include "output/url.h"
#include "xml/node.h"

static const char *
find_reference(const char *p, size_t left)
{
	switch (*p) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\r':
		return "&#13;";
	case '\xc2': /* a no-break space is easily lost by editors */
		return left > 1 && p[1] == '\xa0' ? "&nbsp;" : NULL;
	default:
		return NULL;
	}
}

static void
put_escaped(struct dd_buffer *out, const char *text, size_t len, bool quoted)
{
	size_t from = 0, i = 0;

	while (i < len) {
		const char *reference = find_reference(text + i, len - i);

		if (!reference || (text[i] == '"' && !quoted)) {
			i++;
			continue;
		}
		dd_buffer_add(out, text + from, i - from);
		dd_buffer_puts(out, reference);
		i += text[i] == '\xc2' ? 2 : 1;
		from = i;
	}
	dd_buffer_add(out, text + from, len - from);
}

void
dd_html5_put_text(struct dd_buffer *out, const char *text, size_t len)
{
	put_escaped(out, text, len, false);
}

void
dd_html5_put_value(struct dd_buffer *out, const char *text)
{
	put_escaped(out, text, strlen(text), true);
}

static void
put_attribute(struct dd_buffer *out, const char *name, const char *value)
{
	dd_buffer_putc(out, ' ');
	dd_buffer_puts(out, name);
	dd_buffer_puts(out, "=\"");
	dd_html5_put_value(out, value);
	dd_buffer_putc(out, '"');
}

/* Appends to `url` what may stand on the page; false where nothing may. */
static bool
clean_address(struct dd_buffer *url, enum dd_html5_value kind, const char *text)
{
	return kind == DD_HTML5_SRCSET ? dd_url_clean_srcset(url, text)
				       : dd_url_clean(url, text);
}

static void
report_dropped(struct dd_html5_writer *w, const xmlNode *node, const char *name,
    const char *value)
{
	if (w->options->dropped)
		w->options->dropped(
		    w->options->context, (const char *)node->name, name, value);
}

static void
write_address(struct dd_html5_writer *w, const xmlNode *node, const char *name,
    const char *value)
{
	struct dd_buffer url;

	dd_buffer_init(&url, 0);
	if (clean_address(&url, dd_html5_find_attribute(name), value))
		put_attribute(w->out, name, url.data);
	else
		report_dropped(w, node, name, value);
	dd_buffer_release(&url);
}

/*
 * A hyphen keeps an id from standing in for a property of the page or the
 * window, which are all named by identifiers, to the scripts of a site that
 * takes the fragment in.
 */
static int
write_id(struct dd_html5_writer *w, const char *value)
{
	if (!*value || value[strcspn(value, " \t\r\n\f")] != '\0')
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes the id \"%.*s\"; an id is one "
		    "word, such as \"dd-item-1\".",
		    DD_TREE_SHOW(value));
	if (!strchr(value, '-'))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes the id \"%.*s\"; an id needs a "
		    "hyphen, such as \"dd-%.*s\", so that it cannot be taken "
		    "for a property of the page.",
		    DD_TREE_SHOW(value), DD_TREE_SHOW(value));
	if (!dd_table_add(&w->ids, value, w))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes the id \"%.*s\" twice; ids are "
		    "unique on a page.",
		    DD_TREE_SHOW(value));
	put_attribute(w->out, "id", value);
	return 0;
}

static const char *
get_value(const xmlNode *node, const char *name)
{
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next)
		if (!attr->ns && strcmp((const char *)attr->name, name) == 0)
			return dd_tree_attr_text(attr);
	return NULL;
}

static bool
has_word(const char *list, const char *word)
{
	size_t len = strlen(word);

	while (*list) {
		size_t here;

		list += strspn(list, " \t\r\n\f");
		here = strcspn(list, " \t\r\n\f");
		if (here == len && dd_ascii_equal_n(list, word, len))
			return true;
		list += here;
	}
	return false;
}

/* A page opened by a link in a new window must not reach back to this one. */
static void
write_rel(struct dd_html5_writer *w, const char *rel, bool opens_window)
{
	static const char *const guards[] = {"noopener", "noreferrer"};

	dd_buffer_puts(w->out, " rel=\"");
	dd_html5_put_value(w->out, rel);
	for (size_t i = 0; opens_window && i < 2; i++) {
		if (has_word(rel, guards[i]))
			continue;
		if (w->out->len > 0 && w->out->data[w->out->len - 1] != '"')
			dd_buffer_putc(w->out, ' ');
		dd_buffer_puts(w->out, guards[i]);
	}
	dd_buffer_putc(w->out, '"');
}

static int
write_target(struct dd_html5_writer *w, const xmlNode *node, const char *value)
{
	if (strcmp(value, "_blank") != 0)
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet opens a link in the window \"%.*s\"; "
		    "only \"_blank\" is known.",
		    DD_TREE_SHOW(value));
	put_attribute(w->out, "target", value);
	if (!get_value(node, "rel"))
		write_rel(w, "", true);
	return 0;
}

/* Links that load something into the page are the theme's. */
static int
check_link_rel(struct dd_html5_writer *w, const xmlNode *node, const char *rel)
{
	static const char *const known[] = {"alternate", "author", "canonical",
	    "help", "icon", "license", "next", "prev", "shortcut"};

	if (strcmp((const char *)node->name, "link") != 0)
		return 0;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (dd_ascii_equal(rel, known[i]))
			return 0;
	return dd_error_set(w->error, DD_E_ENGINE,
	    "The stylesheet writes <link rel=\"%.*s\">; known are alternate, "
	    "author, canonical, help, icon, license, next and prev, and "
	    "<r:theme/> for style sheets.",
	    DD_TREE_SHOW(rel));
}

static int
write_flag(struct dd_html5_writer *w, const char *name, const char *value)
{
	if (*value && !dd_ascii_equal(value, name))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes %s=\"%.*s\"; the attribute is true "
		    "by being there: write %s=\"%s\" or leave it out.",
		    name, DD_TREE_SHOW(value), name, name);
	dd_buffer_putc(w->out, ' ');
	dd_buffer_puts(w->out, name);
	return 0;
}

static int
refuse_attribute(struct dd_html5_writer *w, const xmlNode *node,
    const char *prefix, const char *name)
{
	return dd_error_set(w->error, DD_E_ENGINE,
	    "The stylesheet gives <%s> the attribute \"%s%s%.*s\", which may "
	    "not stand on a page.",
	    (const char *)node->name, prefix, *prefix ? ":" : "",
	    DD_TREE_SHOW(name));
}

/* xml:lang is HTML's lang; xml:space says nothing to a browser. */
static int
write_foreign(struct dd_html5_writer *w, const xmlNode *node,
    const xmlAttr *attr, const char *value)
{
	const char *name = (const char *)attr->name;

	if (!dd_ns_is(attr->ns, (const char *)XML_XML_NAMESPACE))
		return refuse_attribute(w, node,
		    attr->ns->prefix ? (const char *)attr->ns->prefix : "",
		    name);
	if (strcmp(name, "lang") == 0 && !get_value(node, "lang"))
		put_attribute(w->out, "lang", value);
	else if (strcmp(name, "lang") != 0 && strcmp(name, "space") != 0)
		return refuse_attribute(w, node, "xml", name);
	return 0;
}

static int
write_attribute(struct dd_html5_writer *w, const xmlNode *node,
    const xmlAttr *attr, const char *value)
{
	const char *name = (const char *)attr->name;
	const char *target = get_value(node, "target");
	int rc;

	if (attr->ns)
		return write_foreign(w, node, attr, value);
	switch (dd_html5_find_attribute(name)) {
	case DD_HTML5_TEXT:
		put_attribute(w->out, name, value);
		return 0;
	case DD_HTML5_FLAG:
		return write_flag(w, name, value);
	case DD_HTML5_URL:
	case DD_HTML5_SRCSET:
		write_address(w, node, name, value);
		return 0;
	case DD_HTML5_ID:
		return write_id(w, value);
	case DD_HTML5_TARGET:
		return write_target(w, node, value);
	case DD_HTML5_REL:
		rc = check_link_rel(w, node, value);
		if (rc == 0)
			write_rel(w, value, target != NULL);
		return rc;
	case DD_HTML5_LEFT_OUT:
		return 0;
	case DD_HTML5_REFUSED:
		break;
	}
	return refuse_attribute(w, node, "", name);
}

bool
dd_html5_lacks_address(struct dd_html5_writer *w, const xmlNode *node,
    const struct dd_html5_tag *tag)
{
	const char *value;
	struct dd_buffer url;
	bool lacks;

	if (!tag->needs)
		return false;
	value = get_value(node, tag->needs);
	if (!value)
		return true;
	dd_buffer_init(&url, 0);
	lacks = !dd_url_clean(&url, value);
	if (lacks)
		report_dropped(w, node, tag->needs, value);
	dd_buffer_release(&url);
	return lacks;
}

int
dd_html5_write_attributes(struct dd_html5_writer *w, const xmlNode *node)
{
	int rc = 0;

	for (const xmlAttr *attr = node->properties; attr && rc == 0;
	     attr = attr->next) {
		const char *value = dd_tree_attr_text(attr);

		rc = value
		    ? write_attribute(w, node, attr, value)
		    : refuse_attribute(w, node, "", (const char *)attr->name);
	}
	return rc;
}
