/* SPDX-License-Identifier: MIT */
/* Addresses on a page: allow-list and spelling. Escaping is the writer's. */
#include "output/url.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "output/tree.h"

static const char *const schemes[] = {"http", "https", "mailto", "tel"};

static bool
is_control_or_space(char byte)
{
	return (unsigned char)byte <= 0x20;
}

static bool
is_allowed_scheme(const char *url, size_t len)
{
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strlen(schemes[i]) == len &&
		    dd_ascii_equal_n(schemes[i], url, len))
			return true;
	return false;
}

/*
 * A colon before the first slash, question mark or hash ends a scheme. What
 * stands before it must be an allowed one, letter for letter: a name that
 * only looks like a scheme is relative to a browser, but nobody means it.
 */
static bool
is_safe(const char *url)
{
	size_t head = strcspn(url, ":/?#\\");

	return url[head] != ':' || is_allowed_scheme(url, head);
}

/* C0 controls go: browsers skip tab, LF and CR, and no address has the rest. */
static void
strip_controls(struct dd_buffer *out, const char *value, size_t len)
{
	while (len > 0 && is_control_or_space(value[len - 1]))
		len--;
	while (len > 0 && is_control_or_space(*value)) {
		value++;
		len--;
	}
	for (size_t i = 0; i < len; i++)
		if (value[i] == ' ' || !is_control_or_space(value[i]))
			dd_buffer_putc(out, value[i]);
}

static bool
must_encode(const char *p)
{
	unsigned char byte = (unsigned char)*p;
	unsigned char next = (unsigned char)p[1];

	if (byte == 0x7f || (byte && strchr(" \"<>\\^`{|}", byte)))
		return true;
	/* Both bytes of a C1 control, U+0080 to U+009F. */
	return byte == 0xc2 && next >= 0x80 && next <= 0x9f;
}

static void
encode(struct dd_buffer *out, const char *url)
{
	for (const char *p = url; *p; p++) {
		if (!must_encode(p)) {
			dd_buffer_putc(out, *p);
			continue;
		}
		dd_buffer_printf(out, "%%%02X", (unsigned char)*p);
		if ((unsigned char)*p == 0xc2) {
			p++;
			dd_buffer_printf(out, "%%%02X", (unsigned char)*p);
		}
	}
}

static bool
clean_part(struct dd_buffer *out, const char *value, size_t len)
{
	struct dd_buffer url;
	bool safe;

	dd_buffer_init(&url, 0);
	strip_controls(&url, value, len);
	safe = is_safe(url.data);
	if (safe)
		encode(out, url.data);
	dd_buffer_release(&url);
	return safe;
}

bool
dd_url_clean(struct dd_buffer *out, const char *value)
{
	return clean_part(out, value, strlen(value));
}

/* `480w`, `1.5x` or nothing. */
static bool
is_descriptor(const char *text, size_t len)
{
	size_t digits = 0, dots = 0;

	if (len == 0)
		return true;
	for (size_t i = 0; i + 1 < len; i++) {
		if (text[i] == '.')
			dots++;
		else if (text[i] >= '0' && text[i] <= '9')
			digits++;
		else
			return false;
	}
	if (digits == 0 || text[0] == '.' || text[len - 2] == '.')
		return false;
	return (text[len - 1] == 'w' && dots == 0) ||
	    (text[len - 1] == 'x' && dots <= 1);
}

static const char *
skip_spaces(const char *p)
{
	return p + strspn(p, " \t\r\n\f");
}

/* Appends one candidate; returns what follows it, or NULL. */
static const char *
clean_candidate(struct dd_buffer *out, const char *p)
{
	size_t url = strcspn(p, " \t\r\n\f"), rest = 0;
	const char *descriptor = p + url;

	if (p[url - 1] == ',') { /* ends the candidate, is no part of it */
		url--;
	} else {
		descriptor = skip_spaces(descriptor);
		rest = strcspn(descriptor, ", \t\r\n\f");
	}
	if (url == 0 || p[url - 1] == ',' || !is_descriptor(descriptor, rest) ||
	    !clean_part(out, p, url))
		return NULL;
	if (rest > 0) {
		dd_buffer_putc(out, ' ');
		dd_buffer_add(out, descriptor, rest);
		descriptor = skip_spaces(descriptor + rest);
		if (*descriptor && *descriptor != ',')
			return NULL;
		descriptor += *descriptor == ',';
	} else if (*descriptor == ',') {
		descriptor++;
	}
	return skip_spaces(descriptor);
}

bool
dd_url_clean_srcset(struct dd_buffer *out, const char *value)
{
	struct dd_buffer list;
	const char *p = skip_spaces(value);

	dd_buffer_init(&list, 0);
	while (p && *p) {
		if (list.len > 0)
			dd_buffer_puts(&list, ", ");
		p = clean_candidate(&list, p);
	}
	if (p)
		dd_buffer_add(out, list.data, list.len);
	dd_buffer_release(&list);
	return p != NULL;
}

bool
dd_url_origin(struct dd_buffer *out, const char *url)
{
	size_t scheme = strcspn(url, ":/?#"), host;
	const char *start = url + scheme + (url[scheme] == ':');

	if (url[scheme] != ':')
		scheme = 0;
	if (scheme > 0 && !dd_ascii_equal_n(url, "http", 4))
		return false;
	if (strncmp(start, "//", 2) != 0) {
		if (scheme == 0)
			dd_buffer_puts(out, "'self'");
		return scheme == 0;
	}
	host = strcspn(start + 2, "/?#");
	if (host == 0 ||
	    strspn(start + 2,
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789.-:[]") < host)
		return false;
	dd_buffer_add(out, url, (size_t)(start - url));
	if (scheme > 0)
		dd_buffer_puts(out, "//");
	dd_buffer_add(out, start + 2, host);
	return true;
}
