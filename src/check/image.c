/* SPDX-License-Identifier: MIT */
/* Reads signatures and sizes of images.
 * Source: PNG, 5.2 and 11.2.1; JPEG, B.2.2; GIF89a, 17 and 18; RFC 9649;
 * ISO/IEC 14496-12, 4.3. */
#include "check/image.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/files.h"

enum { HEAD = 64 * 1024 }; /* metadata may stand before a JPEG's size */

struct head {
	const unsigned char *bytes;
	size_t len;
};

static bool
has(struct head head, size_t at, const char *bytes, size_t len)
{
	return head.len >= at + len && memcmp(head.bytes + at, bytes, len) == 0;
}

static uint32_t
get_number(struct head head, size_t at, size_t size)
{
	uint32_t number = 0;

	for (size_t i = 0; i < size && at + i < head.len; i++)
		number = number << 8 | head.bytes[at + i];
	return number;
}

/* Walks the segments up to the frame header. */
static void
read_jpeg_size(struct head head, struct dd_image *image)
{
	size_t at = 2;

	while (at + 9 <= head.len && head.bytes[at] == 0xFF) {
		unsigned marker = head.bytes[at + 1];

		if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
		    marker != 0xC8 && marker != 0xCC) {
			image->height = get_number(head, at + 5, 2);
			image->width = get_number(head, at + 7, 2);
			return;
		}
		at += marker == 0xFF ? 1 : 2 + get_number(head, at + 2, 2);
	}
}

static bool
is_svg(struct head head)
{
	static const char tag[] = "<svg";

	for (size_t i = 0; i + strlen(tag) <= head.len && i < 4096; i++)
		if (has(head, i, tag, strlen(tag)))
			return true;
	return false;
}

struct dd_image
dd_image_look(const void *bytes, size_t len)
{
	struct head head = {bytes, len};
	struct dd_image image = {0};

	if (has(head, 0, "\x89PNG\r\n\x1a\n", 8)) {
		image.kind = DD_IMAGE_PNG;
		image.width = get_number(head, 16, 4);
		image.height = get_number(head, 20, 4);
	} else if (has(head, 0, "\xff\xd8\xff", 3)) {
		image.kind = DD_IMAGE_JPEG;
		read_jpeg_size(head, &image);
	} else if (has(head, 0, "GIF8", 4)) {
		image.kind = DD_IMAGE_GIF;
	} else if (has(head, 0, "RIFF", 4) && has(head, 8, "WEBP", 4)) {
		image.kind = DD_IMAGE_WEBP;
	} else if (has(head, 4, "ftypavi", 7) || has(head, 4, "ftypmif1", 8) ||
	    has(head, 4, "ftypmsf1", 8)) {
		image.kind = DD_IMAGE_AVIF;
	} else if (is_svg(head)) {
		image.kind = DD_IMAGE_SVG;
	}
	return image;
}

bool
dd_image_read(const struct dd_files *files, const char *document,
    const char *src, struct dd_image *ret_image)
{
	const struct dd_file_request request = {
	    DD_FILE_PICTURE, .from = document, .name = src};
	struct dd_buffer head;
	struct dd_file file;
	bool read;

	dd_file_open(files, &request, &file);
	*ret_image = (struct dd_image){DD_IMAGE_OTHER, 0, 0};
	/* Who opens files for us keeps those that are no images. */
	if (file.fd < 0)
		return !file.error && S_ISREG(file.status.st_mode);
	dd_buffer_init(&head, 0);
	file.status.st_size = HEAD;
	read = dd_file_take(&file, file.path, HEAD - 1, &head, NULL) == DD_OK;
	if (read)
		*ret_image = dd_image_look(head.data, head.len);
	dd_buffer_release(&head);
	return read;
}

enum dd_image_kind
dd_image_promised(const char *path)
{
	static const struct {
		const char *suffix;
		enum dd_image_kind kind;
	} kinds[] = {{".png", DD_IMAGE_PNG}, {".jpg", DD_IMAGE_JPEG},
	    {".jpeg", DD_IMAGE_JPEG}, {".gif", DD_IMAGE_GIF},
	    {".webp", DD_IMAGE_WEBP}, {".avif", DD_IMAGE_AVIF},
	    {".svg", DD_IMAGE_SVG}};
	const char *dot = strrchr(path, '.');

	for (size_t i = 0; dot && i < sizeof kinds / sizeof *kinds; i++)
		if (dd_ascii_equal(dot, kinds[i].suffix))
			return kinds[i].kind;
	return DD_IMAGE_OTHER;
}

const char *
dd_image_name(enum dd_image_kind kind)
{
	static const char *const names[] = {[DD_IMAGE_OTHER] = "other",
	    [DD_IMAGE_PNG] = "PNG",
	    [DD_IMAGE_JPEG] = "JPEG",
	    [DD_IMAGE_GIF] = "GIF",
	    [DD_IMAGE_WEBP] = "WebP",
	    [DD_IMAGE_AVIF] = "AVIF",
	    [DD_IMAGE_SVG] = "SVG"};

	return names[kind];
}
