/* SPDX-License-Identifier: MIT */
/* What every writer of XML writes in the same way: text with its references,
 * comments, processing instructions. Private to output/. */
#ifndef DD_OUTPUT_XML_PIECE_H
#define DD_OUTPUT_XML_PIECE_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;

struct dd_xml_out {
	struct dd_buffer *out;
	struct dd_error *error;
	/* What nobody sees in an editor is written as a reference. */
	bool visible;
};

/* Each returns 0, or DD_E_ENGINE where XML cannot hold it. */
int dd_xml_put_text(const struct dd_xml_out *to, const char *text, size_t len,
    bool in_attribute);
int dd_xml_put_comment(const struct dd_xml_out *to, const xmlNode *node);
int dd_xml_put_instruction(const struct dd_xml_out *to, const xmlNode *node);

#endif
