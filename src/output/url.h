/* SPDX-License-Identifier: MIT */
/* Addresses on a page: which ones may stand there, and how they are written. */
#ifndef DD_OUTPUT_URL_H
#define DD_OUTPUT_URL_H

#include <stdbool.h>

struct dd_buffer;

/* Appends `value` as a browser would read it: no control characters and
 * spaces around it, no tab or line break in it, and what must not stand in
 * an address percent-encoded. Allowed are http, https, mailto and tel,
 * relative addresses and fragments. Returns false and appends nothing for
 * every other one. Not escaped for HTML.
 * Source: WHATWG URL, 4.4 (basic URL parser, steps 1 to 3 and scheme state). */
bool dd_url_clean(struct dd_buffer *out, const char *value);

/* The same for a list of images with widths or densities (HTML, 4.8.4.2.1).
 * One bad candidate refuses the whole list. */
bool dd_url_clean_srcset(struct dd_buffer *out, const char *value);

/* Appends the origin of a cleaned address for a Content-Security-Policy:
 * `https://host:8080`, `host` where the scheme is left out, or `'self'` for
 * a relative address. Returns false and appends nothing where the host holds
 * anything but letters, digits, `.`, `-`, `:` and brackets, or the scheme is
 * not http or https. */
bool dd_url_origin(struct dd_buffer *out, const char *url);

#endif
