/* SPDX-License-Identifier: MIT */
#include "import/provenance.h"
#include <stdio.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "import/evidence.h"
#include "import/import.h"
#include "import/tree.h"

/* True for bytes that a reference holds as they are (RFC 3986, 2.3, and the
 * delimiters that mean nothing in a path). */
static bool
is_plain(unsigned char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	    (byte >= '0' && byte <= '9') ||
	    (byte && strchr("-._~/!$&'()*+,;=@", byte));
}

/* An address stays one; anything else is the path of a file, in which a colon,
 * a question mark and a hash are letters like any other. */
static void
put_reference(struct dd_buffer *out, const char *name)
{
	bool is_address = strncmp(name, "https://", 8) == 0 ||
	    strncmp(name, "http://", 7) == 0;

	if (!is_address && name[0] == '/')
		name += strspn(name, "/") - 1; /* two would begin a host */
	for (; *name; name++)
		if (is_plain((unsigned char)*name) ||
		    (is_address && strchr(":?#[]%", *name)))
			dd_buffer_putc(out, *name);
		else
			dd_buffer_printf(out, "%%%02X", (unsigned char)*name);
}

static void
add_source(xmlNode *provenance, const struct dd_import_options *options)
{
	xmlNode *source = dd_tree_add(provenance, "source");
	struct dd_buffer href;
	char day[16];

	dd_buffer_init(&href, 0);
	put_reference(&href, options->name);
	dd_tree_set(source, "href", href.data);
	dd_buffer_release(&href);
	if (options->retrieved.year != 0) {
		snprintf(day, sizeof day, "%04d-%02d-%02d",
		    options->retrieved.year, options->retrieved.month,
		    options->retrieved.day);
		dd_tree_set(source, "retrieved", day);
	}
	dd_tree_set(source, "format", options->format);
}

void
dd_provenance_add(xmlNode *root, const struct dd_import_options *options,
    const struct dd_ledger *ledger)
{
	xmlNode *provenance = dd_tree_add(root, "provenance");
	xmlNode *node;

	if (options->name)
		add_source(provenance, options);
	node = dd_tree_add(provenance, "importer");
	dd_tree_set(node, "name", "diplodoc");
	dd_tree_set(node, "version", options->version);
	for (const struct dd_evidence *q = ledger->questions.first; q;
	     q = q->next) {
		node = dd_tree_add_text(provenance, "unresolved",
		    *q->value ? q->value : "(nothing)");
		dd_tree_set(node, "reason", q->reason);
	}
}
