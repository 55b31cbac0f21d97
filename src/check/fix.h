/* SPDX-License-Identifier: MIT */
/*
 * Mends a document by the edits of its findings, in the bytes of its file:
 * encoding, byte order mark and line ends stay, and so does every byte that no
 * edit names.
 */
#ifndef DD_CHECK_FIX_H
#define DD_CHECK_FIX_H

#include <stdbool.h>
#include <stddef.h>

struct dd_buffer;
struct dd_sink;
struct dd_source;

/* Puts `bytes`, which the source was made of, with the edits of the sink's
 * findings into the empty buffer `out`. Left out are unsafe ones (unless they
 * are asked for), those of findings that do not count, those that meet an
 * earlier one, and those that the encoding cannot hold. Returns the number of
 * findings mended; where it is 0 the buffer stays empty. */
size_t dd_fix(struct dd_source *source, const struct dd_sink *sink, bool unsafe,
    const char *bytes, size_t len, struct dd_buffer *out);

#endif
