/* SPDX-License-Identifier: MIT */
/* What kind of image a file is, by its first bytes. */
#ifndef DD_CHECK_IMAGE_H
#define DD_CHECK_IMAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* Reads the head of a file; false where it cannot be read. */
bool dd_image_read(const char *path, struct dd_image *ret_image);

/* The kind that a file name promises; OTHER where it promises none. */
enum dd_image_kind dd_image_promised(const char *path);

/* "PNG" */
const char *dd_image_name(enum dd_image_kind kind);

#endif
