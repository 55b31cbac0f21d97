/* SPDX-License-Identifier: MIT */
/* What stands in for <r:theme/>. Private to output/. */
#ifndef DD_OUTPUT_HTML5_THEME_H
#define DD_OUTPUT_HTML5_THEME_H

struct dd_html5_writer;

/* Appends the Content-Security-Policy, and the style sheet of the options or
 * the link to it, each on a line of its own with `indent` spaces, without a
 * line break at the end. The policy allows this one style sheet by its
 * SHA-256, or the origin of the link, and no script at all.
 * Returns 0; DD_E_USAGE where the style sheet holds `</style`, is no UTF-8,
 * or both sheets are given, or the address cannot stand in a policy. */
int dd_html5_write_theme(struct dd_html5_writer *w, int indent);

#endif
