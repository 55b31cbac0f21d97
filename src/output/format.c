/* SPDX-License-Identifier: MIT */
/* Ties each writer to its row. */
#include "output/format.h"
#include <string.h>
#include "base/buffer.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "output/html5.h"
#include "output/json.h"
#include "output/markdown.h"
#include "output/text.h"
#include "output/xml.h"

enum { ADDRESS_SHOWN = 200 }; /* bytes of one that is left out */

/* html5's report of an address that it leaves out, as a sentence. */
static void
tell_dropped(void *context, const char *element, const char *attribute,
    const char *value)
{
	const struct dd_format_options *options = context;
	struct dd_buffer sentence;

	dd_buffer_init(&sentence, 0);
	dd_buffer_printf(&sentence,
	    dd_message(options->messages,
		"the address `%.*s` of `%s` in `<%s>` is left out; a page may "
		"link to http, https, mailto, tel and relative addresses."),
	    DD_UTF8_SHOW(value, ADDRESS_SHOWN), attribute, element);
	options->note(options->context, sentence.data);
	dd_buffer_release(&sentence);
}

static int
write_html(const xmlDoc *result, const struct dd_format_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	struct dd_format_options own = *options;
	const struct dd_html5_options html = {
	    .css = options->css,
	    .css_len = options->css_len,
	    .css_href = options->css_href,
	    .sheet = options->sheet,
	    .dropped = options->note ? tell_dropped : NULL,
	    .context = &own,
	};

	return dd_html5_write(result, &html, out, error);
}

static int
write_json(const xmlDoc *result, const struct dd_format_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	return dd_json_write(result, options->pretty, out, error);
}

static int
write_text(const xmlDoc *result, const struct dd_format_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	const struct dd_text_options text = {.width = options->width};

	return dd_text_write(result, &text, out, error);
}

static int
write_markdown(const xmlDoc *result, const struct dd_format_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	return dd_markdown_write(result, options->facts, out, error);
}

static int
write_xml(const xmlDoc *result, const struct dd_format_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	(void)options;
	return dd_xml_write(result, out, error);
}

static const struct dd_format formats[] = {
    {"html", ".html", "a complete page", "xslt/html.xsl", write_html, NULL},
    {"html-fragment", ".fragment.html", "the article for the body of a page",
	"xslt/html-fragment.xsl", write_html, NULL},
    {"text", ".txt", "wire text of 72 columns", "xslt/text.xsl", write_text,
	NULL},
    {"json", ".json", "every fact as data", "xslt/json.xsl", write_json, NULL},
    {"markdown", ".md", "CommonMark with front matter", "xslt/markdown.xsl",
	write_markdown, "xslt/common/facts.xsl"},
    {"resolved", ".resolved.xml", "XML with the computed facts", NULL,
	write_xml, NULL},
};

const struct dd_format *
dd_format(size_t index)
{
	return index < sizeof(formats) / sizeof(formats[0]) ? &formats[index]
							    : NULL;
}

const struct dd_format *
dd_format_find(const char *name)
{
	const struct dd_format *format;

	for (size_t i = 0; (format = dd_format(i)); i++)
		if (strcmp(format->name, name) == 0)
			break;
	return format;
}
