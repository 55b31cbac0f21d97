/* SPDX-License-Identifier: MIT */
/* Owns: what begins and ends with an element. */
#include <stdlib.h>
#include <string.h>
#include "base/messages.h"
#include "import/html_reader.h"

static const char HIDDEN[] = "the page does not show it";

/* --- lists --------------------------------------------------------------- */

static enum dd_mark_kind
find_mark(const char *name, const char *type)
{
	if (strcmp(name, "ol") != 0)
		return DD_MARK_BULLET;
	if (type && (*type == 'a' || *type == 'A'))
		return DD_MARK_ALPHA;
	if (type && (*type == 'i' || *type == 'I'))
		return DD_MARK_PAREN_ROMAN;
	return DD_MARK_DECIMAL;
}

/* A number of an attribute, or `otherwise`. */
static size_t
read_number(const char *value, size_t otherwise)
{
	enum { MAX = 999 };
	char *end;
	long number = value ? strtol(value, &end, 10) : 0;

	return number > 0 && number <= MAX ? (size_t)number : otherwise;
}

static void
start_list(struct dd_page_reader *r, const struct dd_page_element *element,
    const char **attributes)
{
	struct dd_page_list *list = &r->lists[r->list_count++];

	list->mark =
	    find_mark(element->name, dd_page_attribute(attributes, "type"));
	list->next = list->mark == DD_MARK_BULLET
	    ? 0
	    : read_number(dd_page_attribute(attributes, "start"), 1);
}

static void
start_item(struct dd_page_reader *r, const char **attributes)
{
	struct dd_page_list *list;

	if (r->list_count == 0)
		return;
	list = &r->lists[r->list_count - 1];
	r->begins_item = true;
	r->item = list->next == 0
	    ? 0
	    : read_number(dd_page_attribute(attributes, "value"), list->next);
	if (list->next > 0)
		list->next = r->item + 1;
}

/* --- elements ------------------------------------------------------------ */

static bool
is_left_out(
    const struct dd_page_reader *r, const struct dd_page_element *element)
{
	return element->role == DD_PAGE_ASIDE ||
	    element->role == DD_PAGE_SILENT || element->role == DD_PAGE_TITLE ||
	    (element->role == DD_PAGE_HEADER && r->mains == 0);
}

/* True for what stands inside a line, so that it does not end it. */
static bool
is_inline(const struct dd_page_element *element)
{
	return element->role == DD_PAGE_INLINE ||
	    element->role == DD_PAGE_BREAK || element->role == DD_PAGE_IMAGE ||
	    (element->role == DD_PAGE_SILENT && element->name);
}

static void
start_role(struct dd_page_reader *r, const struct dd_page_element *element,
    const char **attributes, struct dd_extent at)
{
	switch (element->role) {
	case DD_PAGE_HEADING:
		r->heading = (size_t)(element->name[1] - '0');
		break;
	case DD_PAGE_LIST:
		start_list(r, element, attributes);
		break;
	case DD_PAGE_ITEM:
		start_item(r, attributes);
		break;
	case DD_PAGE_BREAK:
		dd_page_break(r);
		break;
	case DD_PAGE_PRE:
		r->preformatted++;
		break;
	case DD_PAGE_FIGURE:
		if (!r->figure)
			r->figure = r->depth;
		break;
	case DD_PAGE_IMAGE:
		dd_page_image(r, attributes, at);
		break;
	case DD_PAGE_MAIN:
		r->mains++;
		break;
	default:
		break;
	}
}

/* An element in a stretch that is left out. */
static void
start_inside(struct dd_page_reader *r, const struct dd_page_element *element,
    const char **attributes, struct dd_extent at)
{
	if (element->role == DD_PAGE_HEADING) {
		dd_page_finish_aside(r);
		r->heading = (size_t)(element->name[1] - '0');
	} else if (element->role == DD_PAGE_IMAGE) {
		dd_page_image(r, attributes, at);
	} else if (element->role != DD_PAGE_INLINE) {
		r->aside.pending = true;
	}
}

static void
count(struct dd_page_reader *r, const struct dd_page_element *element,
    struct dd_extent at)
{
	size_t row;

	if (element->role != DD_PAGE_SILENT)
		return;
	row = dd_page_silent(element);
	if (r->silent[row]++ == 0)
		r->silent_at[row] = at;
}

/* The tag that ends at `offset`, near which the parser is. */
static struct dd_extent
find_tag(const struct dd_page_reader *r, size_t offset)
{
	size_t end = offset < r->place.len ? offset : r->place.len;
	const char *start = memrchr(r->place.source + r->place.cursor, '<',
	    end > r->place.cursor ? end - r->place.cursor : 0);

	return (struct dd_extent){
	    start ? (size_t)(start - r->place.source) : end, end};
}

static bool
is_over_limit(struct dd_page_reader *r)
{
	if (++r->depth > DD_LIMIT_DEPTH)
		r->fault = N_("The page has more elements inside one another "
			      "than can be read.");
	else if (++r->nodes > DD_LIMIT_PAGE)
		r->fault = N_("The page has more elements than can be read.");
	return r->fault != NULL;
}

void
dd_page_start(struct dd_page_reader *r, const char *name,
    const char **attributes, size_t offset)
{
	const struct dd_page_element *element = dd_page_element(name);
	struct dd_extent at = find_tag(r, offset);
	bool hidden = dd_page_is_hidden(attributes);
	const char *lang = dd_page_attribute(attributes, "lang");

	if (is_over_limit(r))
		return;
	count(r, element, at);
	if (at.to > r->place.cursor)
		r->place.cursor = at.from;
	if (r->left_out) {
		start_inside(r, element, attributes, at);
		return;
	}
	if (!is_inline(element))
		dd_page_finish(r, element->role != DD_PAGE_BLOCK);
	if (hidden || is_left_out(r, element)) {
		r->reason = hidden ? HIDDEN : element->reason;
		r->left_out = r->depth;
		return;
	}
	if (lang &&
	    (strcmp(name, "html") == 0 || element->role == DD_PAGE_MAIN))
		r->blocks->lang = dd_arena_dup(r->blocks->arena, lang);
	if (strcmp(name, "a") == 0) {
		r->links++;
		r->href = dd_arena_dup(
		    r->blocks->arena, dd_page_attribute(attributes, "href"));
	}
	start_role(r, element, attributes, at);
}

/* --- ends ---------------------------------------------------------------- */

static void
end_left_out(struct dd_page_reader *r, const struct dd_page_element *element)
{
	if (element->role == DD_PAGE_TITLE && !r->title) {
		struct dd_blocks list = {.arena = r->blocks->arena};

		r->title = dd_block_finish(&r->aside, &list);
	}
	dd_page_finish_aside(r);
	r->left_out = 0;
}

static void
end_figure(struct dd_page_reader *r)
{
	if (r->figure != r->depth)
		return;
	dd_page_describe(r, &r->picture);
	r->picture = (struct dd_page_picture){0};
	r->figure = 0;
}

static void
end_role(struct dd_page_reader *r, const struct dd_page_element *element)
{
	switch (element->role) {
	case DD_PAGE_HEADING:
		r->heading = 0;
		break;
	case DD_PAGE_LIST:
		r->list_count -= r->list_count > 0;
		r->begins_item = false;
		break;
	case DD_PAGE_ITEM:
		r->begins_item = false;
		break;
	case DD_PAGE_PRE:
		r->preformatted -= r->preformatted > 0;
		break;
	case DD_PAGE_FIGURE:
		end_figure(r);
		break;
	case DD_PAGE_MAIN:
		r->mains -= r->mains > 0;
		break;
	default:
		break;
	}
}

void
dd_page_end(struct dd_page_reader *r, const char *name)
{
	const struct dd_page_element *element = dd_page_element(name);

	if (r->left_out == r->depth && r->left_out > 0) {
		end_left_out(r, element);
	} else if (r->left_out) {
		if (element->role == DD_PAGE_HEADING) {
			dd_page_finish_aside(r);
			r->heading = 0;
		} else if (element->role != DD_PAGE_INLINE) {
			r->aside.pending = true;
		}
	} else {
		if (!is_inline(element))
			dd_page_finish(r, element->role != DD_PAGE_BLOCK);
		end_role(r, element);
	}
	r->depth -= r->depth > 0;
}
