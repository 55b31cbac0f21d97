/* SPDX-License-Identifier: MIT */
/* The style sheet of a page and the policy that allows it and nothing else. */
#include "output/html5_theme.h"
#include <stdint.h>
#include <string.h>
#include <sodium.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "output/html5.h"
#include "output/html5_attr.h"
#include "output/tree.h"
#include "output/url.h"

static bool
ends_style(const char *p, const char *end)
{
	return *p == '<' && end - p >= 7 && dd_ascii_equal_n(p, "</style", 7);
}

/*
 * The text of the style element exactly as a browser will see it, because
 * the policy holds its hash: it begins and ends with a line break, which are
 * LF, and no byte order mark is in front.
 */
static int
read_css(struct dd_html5_writer *w, struct dd_buffer *css)
{
	const char *p = w->options->css, *end = p + w->options->css_len;
	const char *run; /* what is to be copied begins here */

	if (end - p >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
		p += 3;
	run = p;
	dd_buffer_putc(css, '\n');
	while (p < end) {
		uint32_t cp = 0;
		size_t step = dd_utf8_decode(p, end, &cp);

		if (step == 0 || cp == 0)
			return dd_error_set(w->error, DD_E_USAGE,
			    "The style sheet is not UTF-8 text.");
		if (ends_style(p, end))
			return dd_error_set(w->error, DD_E_USAGE,
			    "The style sheet holds \"</style\", which would "
			    "end it on the page; write \"<\\/style\".");
		if (*p == '\r') {
			dd_buffer_add(css, run, (size_t)(p - run));
			dd_buffer_putc(css, '\n');
			step += end - p > 1 && p[1] == '\n';
			run = p + step;
		}
		p += step;
	}
	dd_buffer_add(css, run, (size_t)(p - run));
	if (css->data[css->len - 1] != '\n')
		dd_buffer_putc(css, '\n');
	return 0;
}

static void
write_hash(struct dd_buffer *out, const struct dd_buffer *css)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char base64[sodium_base64_ENCODED_LEN(
	    crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)];

	crypto_hash_sha256(hash, (const unsigned char *)css->data, css->len);
	sodium_bin2base64(base64, sizeof(base64), hash, sizeof(hash),
	    sodium_base64_VARIANT_ORIGINAL);
	dd_buffer_printf(out, "'sha256-%s'", base64);
}

static void
write_policy(struct dd_html5_writer *w, const char *style_source)
{
	dd_buffer_puts(w->out,
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; style-src ");
	dd_html5_put_value(w->out, style_source);
	dd_buffer_puts(w->out,
	    "; img-src 'self' https: data:; base-uri 'none'; "
	    "form-action 'none'\">");
}

static void
start_line(struct dd_html5_writer *w, int indent)
{
	dd_buffer_putc(w->out, '\n');
	dd_buffer_repeat(w->out, ' ', (size_t)indent);
}

void
dd_html5_sheet_init(struct dd_html5_sheet *sheet)
{
	dd_buffer_init(&sheet->given, 0);
	dd_buffer_init(&sheet->style, 0);
	dd_buffer_init(&sheet->source, 0);
}

void
dd_html5_sheet_release(struct dd_html5_sheet *sheet)
{
	dd_buffer_release(&sheet->given);
	dd_buffer_release(&sheet->style);
	dd_buffer_release(&sheet->source);
}

/* Does nothing where the sheet is that of the page before. */
static int
prepare(struct dd_html5_writer *w, struct dd_html5_sheet *sheet)
{
	const struct dd_html5_options *o = w->options;
	int rc;

	if (sheet->style.len > 0 && sheet->given.len == o->css_len &&
	    memcmp(sheet->given.data, o->css, o->css_len) == 0)
		return 0;
	dd_html5_sheet_release(sheet);
	dd_buffer_add(&sheet->given, o->css, o->css_len);
	rc = read_css(w, &sheet->style);
	if (rc == 0)
		write_hash(&sheet->source, &sheet->style);
	else
		dd_html5_sheet_release(sheet);
	return rc;
}

static int
write_sheet(struct dd_html5_writer *w, int indent)
{
	struct dd_html5_sheet own,
	    *sheet = w->options->sheet ? w->options->sheet : &own;
	int rc;

	dd_html5_sheet_init(&own);
	rc = prepare(w, sheet);
	if (rc == 0) {
		write_policy(w, sheet->source.data);
		start_line(w, indent);
		dd_buffer_puts(w->out, "<style>");
		dd_buffer_add(w->out, sheet->style.data, sheet->style.len);
		dd_buffer_puts(w->out, "</style>");
	}
	dd_html5_sheet_release(&own);
	return rc;
}

static int
write_link(struct dd_html5_writer *w, int indent)
{
	struct dd_buffer url, source;
	int rc = 0;

	dd_buffer_init(&url, 0);
	dd_buffer_init(&source, 0);
	if (dd_url_clean(&url, w->options->css_href) && url.len > 0 &&
	    dd_url_origin(&source, url.data)) {
		write_policy(w, source.data);
		start_line(w, indent);
		dd_buffer_puts(w->out, "<link rel=\"stylesheet\" href=\"");
		dd_html5_put_value(w->out, url.data);
		dd_buffer_puts(w->out, "\">");
	} else {
		rc = dd_error_set(w->error, DD_E_USAGE,
		    "The style sheet's address is \"%.*s\"; expected an "
		    "http, https or relative address, such as "
		    "\"https://example.org/style.css\".",
		    DD_TREE_SHOW(w->options->css_href));
	}
	dd_buffer_release(&source);
	dd_buffer_release(&url);
	return rc;
}

int
dd_html5_write_theme(struct dd_html5_writer *w, int indent)
{
	if (w->options->css && w->options->css_href)
		return dd_error_set(w->error, DD_E_USAGE,
		    "A style sheet is given and also the address of one; "
		    "expected only one of them.");
	if (w->options->css)
		return write_sheet(w, indent);
	if (w->options->css_href)
		return write_link(w, indent);
	write_policy(w, "'none'");
	return 0;
}
