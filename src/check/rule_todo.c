/* SPDX-License-Identifier: MIT */
/* The rule about marks for what is still to be written: <?diplodoc todo …?>. */
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "check/rule.h"

enum { SHOWN_MAX = 200 }; /* bytes of a mark in a message */

/* What a mark says behind its word, NULL where the node is none. */
static const char *
read_mark(const xmlNode *node)
{
	static const char word[] = "todo";
	const char *text = (const char *)node->content;

	if (node->type != XML_PI_NODE || !text ||
	    !dd_ascii_is((const char *)node->name, "diplodoc") ||
	    strncmp(text, word, strlen(word)) != 0)
		return NULL;
	text += strlen(word);
	if (*text && !dd_ascii_is_space(*text))
		return NULL;
	return text + strspn(text, DD_ASCII_SPACES);
}

/* The sentence has its full stop. */
static size_t
measure(const char *text)
{
	size_t len = dd_utf8_cut(text, strlen(text), SHOWN_MAX);

	while (len > 0 &&
	    (dd_ascii_is_space(text[len - 1]) || text[len - 1] == '.'))
		len--;
	return len;
}

static void
check_marks(struct dd_checker *checker)
{
	const xmlNode *node = checker->tree->doc->children;

	for (; node; node = dd_node_after(node)) {
		const char *text = read_mark(node);
		size_t len = text ? measure(text) : 0;

		if (text && len == 0)
			dd_report(checker->sink, DD_ID_RELEASE_UNFINISHED,
			    dd_locate_node(checker->tree, node),
			    "Something is still to be written here.");
		else if (text)
			dd_report(checker->sink, DD_ID_RELEASE_UNFINISHED,
			    dd_locate_node(checker->tree, node),
			    "This is still to be written: %.*s.", (int)len,
			    text);
	}
}

const struct dd_rule dd_rules_todo[] = {
    {.ids = DD_IDS(DD_ID_RELEASE_UNFINISHED), .document = check_marks},
    {0},
};
