/* SPDX-License-Identifier: MIT */
/* Rules about addresses: files that are not there, kinds of files, words of
 * links. */
#include "check/beside.h"
#include <string.h>
#include "base/ascii.h"

/* --- where an address leads ---------------------------------------------- */

static bool
is_page(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot &&
	    (dd_ascii_equal(dot, ".html") || dd_ascii_equal(dot, ".htm"));
}

/* A page is there as long as the document is that it is made from. */
static bool
is_made_later(struct dd_checker *checker, const char *address, const char *path)
{
	return is_page(path) && dd_beside_has_source(checker, address);
}

static bool
is_there(struct dd_checker *checker, const char *address)
{
	const char *path;

	switch (dd_beside_find(checker, address, &path)) {
	case DD_BESIDE_THERE:
		return true;
	case DD_BESIDE_MISSING:
		return is_made_later(checker, address, path);
	default:
		return false;
	}
}

/* True where anything below leads to a file that is there. */
static bool
is_at_home(struct dd_checker *checker, const xmlNode *parent)
{
	for (const xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL))
		if (is_there(checker, dd_node_value(n, "href")) ||
		    is_there(checker, dd_node_value(n, "src")) ||
		    is_at_home(checker, n))
			return true;
	return false;
}

/* What is_at_home says of the document, once a page is missing. */
struct home {
	bool asked, is;
};

static bool
has_home(struct dd_checker *checker, struct home *home)
{
	if (!home->asked)
		home->is = is_at_home(checker, checker->summary->root);
	home->asked = true;
	return home->is;
}

/* Pages may be made elsewhere: that one is missing counts only where other
 * files that the document needs are here. */
static void
check_target(struct dd_checker *checker, const xmlNode *node, const char *href,
    struct home *home)
{
	const char *path;

	if (dd_beside_find(checker, href, &path) != DD_BESIDE_MISSING ||
	    is_made_later(checker, href, path) ||
	    (is_page(path) && !has_home(checker, home)))
		return;
	dd_report(checker->sink, DD_ID_LINK_TARGET,
	    dd_locate_value(checker->tree, dd_node_attr(node, "href")),
	    "There is no file `%s` beside this document; put it there, or "
	    "correct the address.",
	    href);
}

/* A port that is named is that of one scheme. */
static bool
has_port(const char *address)
{
	const char *host = address + strspn(address, "/");

	return memchr(host, ':', strcspn(host, "/?#")) != NULL;
}

static void
check_scheme(struct dd_checker *checker, const xmlNode *node, const char *name)
{
	const xmlAttr *attr = dd_node_attr(node, name);
	const char *value = dd_node_value(node, name);
	size_t len = strlen("http:");
	struct dd_diagnostic *found;
	struct dd_range range;

	if (!value || !dd_ascii_equal_n(value, "http:", len))
		return;
	range = dd_locate_in_value(checker->tree, attr, 0, len);
	found = dd_report(checker->sink, DD_ID_LINK_SCHEME, range,
	    "The address begins with `http:`, which anyone on the way can read "
	    "and change; write `https:` where the site has it.");
	if (range.end - range.start == len && !has_port(value + len))
		dd_report_fix(checker->sink, found, range, "https:");
}

/* --- kinds of files ------------------------------------------------------ */

static const struct {
	const char *suffix;
	const char *types[2]; /* the first is the right one today */
} kinds[] = {
    {".csv", {"text/csv"}},
    {".doc", {"application/msword"}},
    {".docx",
	{"application/"
	 "vnd.openxmlformats-officedocument.wordprocessingml.document"}},
    {".epub", {"application/epub+zip"}},
    {".gif", {"image/gif"}},
    {".htm", {"text/html", "application/xhtml+xml"}},
    {".html", {"text/html", "application/xhtml+xml"}},
    {".jpeg", {"image/jpeg"}},
    {".jpg", {"image/jpeg"}},
    {".json", {"application/json", "application/ld+json"}},
    {".mp3", {"audio/mpeg"}},
    {".mp4", {"video/mp4", "audio/mp4"}},
    {".odt", {"application/vnd.oasis.opendocument.text"}},
    {".pdf", {"application/pdf"}},
    {".png", {"image/png"}},
    {".svg", {"image/svg+xml"}},
    {".txt", {"text/plain"}},
    {".webp", {"image/webp"}},
    {".xlsx",
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}},
    {".xml", {"application/xml", "text/xml"}},
    {".zip", {"application/zip", "application/x-zip-compressed"}},
};

/* The suffix of the path of an address, or NULL: none behind the host. */
static const char *
get_suffix(struct dd_checker *checker, const char *href)
{
	const char *scheme = strstr(href, "://");
	const char *start = scheme ? scheme + 3 : href;
	const char *path = scheme ? strchr(start, '/') : start;
	const char *slash;
	char *copy;

	if (!path)
		return NULL;
	copy = dd_arena_ndup(&checker->arena, path, strcspn(path, "?#"));
	slash = strrchr(copy, '/');
	return strrchr(slash ? slash : copy, '.');
}

static bool
is_type(const char *value, const char *type)
{
	size_t len = strcspn(value, "; ");

	return type && strlen(type) == len &&
	    dd_ascii_equal_n(value, type, len);
}

static void
check_media_type(
    struct dd_checker *checker, const xmlNode *node, const char *href)
{
	const char *type = dd_node_value(node, "mediaType");
	const char *suffix = type ? get_suffix(checker, href) : NULL;

	for (size_t i = 0; suffix && i < sizeof kinds / sizeof *kinds; i++)
		if (dd_ascii_equal(suffix, kinds[i].suffix) &&
		    !is_type(type, kinds[i].types[0]) &&
		    !is_type(type, kinds[i].types[1]))
			dd_report(checker->sink, DD_ID_LINK_MEDIA_TYPE,
			    dd_locate_value(
				checker->tree, dd_node_attr(node, "mediaType")),
			    "The media type is `%s`, but a file whose name "
			    "ends in `%s` is `%s`.",
			    type, suffix, kinds[i].types[0]);
}

/* --- words of links ------------------------------------------------------ */

static bool
is_address(const char *text, const char *href)
{
	return dd_ascii_equal_n(text, "https://", strlen("https://")) ||
	    dd_ascii_equal_n(text, "http://", strlen("http://")) ||
	    dd_ascii_equal_n(text, "www.", strlen("www.")) ||
	    (strcmp(text, href) == 0 && strpbrk(text, "./"));
}

static bool
is_pointer(const char *text)
{
	static const char *const words[] = {"here", "click here", "link",
	    "this link", "read more", "more", "こちら", "ここ", "リンク", "ici",
	    "cliquez ici", "여기", "링크"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (dd_ascii_equal(text, words[i]))
			return true;
	return false;
}

static void
check_text(struct dd_checker *checker, const xmlNode *node, const char *href)
{
	const char *text = dd_node_text(node, &checker->arena);

	if (is_address(text, href))
		dd_report(checker->sink, DD_ID_LINK_TEXT,
		    dd_locate_content(checker->tree, node),
		    "The words of this link are an address; say what it leads "
		    "to.");
	else if (is_pointer(text))
		dd_report(checker->sink, DD_ID_LINK_TEXT,
		    dd_locate_content(checker->tree, node),
		    "The words of this link, `%s`, do not say what it leads "
		    "to; write its title.",
		    text);
}

/* --- the walk ------------------------------------------------------------ */

/* Elements whose words are those of a link. */
static bool
has_words(const xmlNode *node)
{
	return dd_node_is(node, "attachment") || dd_node_is(node, "related") ||
	    dd_node_is(node, "reference") || dd_node_is(node, "ref");
}

/* Where a document was taken from is a record, not a link. */
static void
check_links_below(
    struct dd_checker *checker, const xmlNode *parent, struct home *home)
{
	for (const xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL)) {
		const char *href = dd_node_value(n, "href");

		if (dd_node_is(n, "provenance"))
			continue;
		check_scheme(checker, n, "href");
		check_scheme(checker, n, "src");
		if (href) {
			check_target(checker, n, href, home);
			check_media_type(checker, n, href);
		}
		if (href && has_words(n))
			check_text(checker, n, href);
		check_links_below(checker, n, home);
	}
}

static void
check_links(struct dd_checker *checker)
{
	struct home home = {false, false};

	check_links_below(checker, checker->summary->root, &home);
}

const struct dd_rule dd_rules_link[] = {
    {.ids = DD_IDS(DD_ID_LINK_MEDIA_TYPE, DD_ID_LINK_SCHEME, DD_ID_LINK_TARGET,
	 DD_ID_LINK_TEXT),
	.document = check_links},
    {0},
};
