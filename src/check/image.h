/* SPDX-License-Identifier: MIT */
/* What kind of image a file is, by its first bytes. */
#ifndef DD_CHECK_IMAGE_H
#define DD_CHECK_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dd_files;

enum dd_image_kind {
	DD_IMAGE_OTHER,
	DD_IMAGE_PNG,
	DD_IMAGE_JPEG,
	DD_IMAGE_GIF,
	DD_IMAGE_WEBP,
	DD_IMAGE_AVIF,
	DD_IMAGE_SVG,
};

struct dd_image {
	enum dd_image_kind kind;
	uint32_t width, height; /* pixels; 0: not known */
};

/* Reads the head of the file that the address `src` in a document leads to;
 * false where it cannot be read. `files` opens it. */
bool dd_image_read(const struct dd_files *files, const char *document,
    const char *src, struct dd_image *ret_image);

/* What the first bytes of a file say. */
struct dd_image dd_image_look(const void *bytes, size_t len);

/* The kind that a file name promises; OTHER where it promises none. */
enum dd_image_kind dd_image_promised(const char *path);

/* "PNG" */
const char *dd_image_name(enum dd_image_kind kind);

#endif
