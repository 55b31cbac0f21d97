/* SPDX-License-Identifier: MIT */
/* Rules about photos: what stands under them, and the files they are in. */
#include "check/beside.h"
#include "check/image.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"

/* --- captions that say nothing ------------------------------------------- */

/* Bytes of a word that only says "picture"; 0 for any other. */
static size_t
measure_picture_word(const char *text)
{
	static const char *const words[] = {"photograph", "photos", "photo",
	    "pictures", "picture", "images", "image", "figure", "fig", "img",
	    "dsc", "写真", "画像", "사진"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);

		if (dd_ascii_equal_n(text, words[i], len) &&
		    !(dd_ascii_is_letter(*text) &&
			dd_ascii_is_letter(text[len])))
			return len;
	}
	return 0;
}

/* Digits of both widths, marks and brackets of both widths, "of". */
static bool
is_counter_mark(uint32_t cp)
{
	return (cp < 0x80 && !dd_ascii_is_letter((char)cp)) ||
	    (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2116 ||
	    (cp >= 0x2460 && cp <= 0x2473) || cp == 0x3000 ||
	    (cp >= 0xFF01 && cp <= 0xFF1F);
}

static bool
is_counter(const struct dd_prose *prose)
{
	const char *end = prose->text + prose->len;
	size_t at = 0, len;
	uint32_t cp;

	while ((len = dd_utf8_decode(prose->text + at, end, &cp)) > 0) {
		size_t word = measure_picture_word(prose->text + at);

		if (word == 0 && strncmp(prose->text + at, "of ", 3) == 0)
			word = strlen("of");
		if (word == 0 && !is_counter_mark(cp))
			return false;
		at += word ? word : len;
	}
	return prose->len > 0;
}

static bool
is_credit(const struct dd_prose *prose)
{
	static const char *const openings[] = {"photo by ", "photos by ",
	    "photo credit", "photograph by ", "photo courtesy of ",
	    "image courtesy of ", "courtesy of ", "credit: ", "©", "写真提供",
	    "提供：", "crédit photo", "photo : ©", "photo: ©"};
	const char *text = prose->text + strspn(prose->text, " \t\r\n([");

	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (dd_ascii_equal_n(text, openings[i], strlen(openings[i])))
			return true;
	return false;
}

/* The text without the white space around it. */
static void
report_whole(struct dd_checker *checker, enum dd_id id,
    const struct dd_prose *prose, const char *message)
{
	size_t start = strspn(prose->text, DD_ASCII_SPACES), end = prose->len;

	while (end > start && dd_ascii_is_space(prose->text[end - 1]))
		end--;
	if (end > start)
		dd_check_report(checker, id, prose, start, end, "%s",
		    dd_sink_say(checker->sink, message));
}

static void
check_caption(struct dd_checker *checker, const struct dd_prose *prose)
{
	if (prose->kind != DD_PROSE_CAPTION)
		return;
	if (is_counter(prose))
		report_whole(checker, DD_ID_PHOTO_CAPTION, prose,
		    N_("The caption only counts the photos; say who or what is "
		       "seen."));
	else if (is_credit(prose))
		report_whole(checker, DD_ID_PHOTO_CAPTION, prose,
		    N_("The caption only names who took the photo; that "
		       "belongs into <credit>: say who or what is seen."));
}

/* --- captions and alternatives that repeat ------------------------------- */

static const char *
get_text(struct dd_checker *checker, const xmlNode *photo, const char *name)
{
	const xmlNode *node = dd_node_child(photo, name);
	size_t len;
	char *text;

	if (!node)
		return NULL;
	text =
	    dd_arena_dup(&checker->arena, dd_node_text(node, &checker->arena));
	len = strlen(text);
	if (len > 0 && text[len - 1] == '.')
		text[len - 1] = '\0';
	for (char *p = text; *p; p++)
		*p = dd_ascii_lower(*p);
	return text;
}

/* Elements stand for words that are not in the text. */
static bool
has_objects(const xmlNode *node)
{
	return dd_node_child(node, NULL) != NULL;
}

static void
check_alt(struct dd_checker *checker, const xmlNode *photo, const char *caption)
{
	const xmlNode *alt = dd_node_child(photo, "alt");
	const char *text = get_text(checker, photo, "alt");
	struct dd_diagnostic *finding;

	if (!alt) {
		dd_report(checker->sink, DD_ID_PHOTO_ALT_MISSING,
		    dd_locate_name(checker->tree, photo),
		    "The photo has no <alt>; say in one for people who cannot "
		    "see it what it shows.");
		return;
	}
	if (!caption || *text == '\0' || strcmp(text, caption) != 0)
		return;
	finding = dd_report(checker->sink, DD_ID_PHOTO_ALT_IS_CAPTION,
	    dd_locate_content(checker->tree, alt),
	    "The <alt> repeats the caption, which is read out anyway; say "
	    "what can be seen.");
	dd_report_related(checker->sink, finding,
	    dd_locate_content(checker->tree, dd_node_child(photo, "caption")),
	    "the caption");
}

static void
check_twice(struct dd_checker *checker, struct dd_table *captions,
    const xmlNode *caption, const char *text)
{
	const xmlNode *first = dd_table_find(captions, text);
	struct dd_diagnostic *finding;

	if (!first) {
		dd_table_add(captions, text, (void *)caption);
		return;
	}
	finding = dd_report(checker->sink, DD_ID_PHOTO_CAPTION_TWICE,
	    dd_locate_content(checker->tree, caption),
	    "This caption stands under another photo too; say what is "
	    "different in this one.");
	dd_report_related(checker->sink, finding,
	    dd_locate_content(checker->tree, first), "the same caption");
}

/* --- files --------------------------------------------------------------- */

/* A camera that was held upright writes the size the other way round. */
static bool
is_size(const struct dd_image *image, const char *width, const char *height)
{
	unsigned long w = width ? strtoul(width, NULL, 10) : 0;
	unsigned long h = height ? strtoul(height, NULL, 10) : 0;

	return image->width == 0 ||
	    ((!width || w == image->width) &&
		(!height || h == image->height)) ||
	    (image->kind == DD_IMAGE_JPEG && (!width || w == image->height) &&
		(!height || h == image->width));
}

/* At least one of the two is stated. */
static const char *
say_size(struct dd_checker *checker, const char *width, const char *height)
{
	return width && height
	    ? dd_check_say(checker, "%s by %s", width, height)
	    : width ? dd_check_say(checker, "%s wide", width)
		    : dd_check_say(checker, "its height %s", height);
}

static void
check_size(struct dd_checker *checker, const xmlNode *photo,
    const struct dd_image *image)
{
	const char *width = dd_node_value(photo, "width");
	const char *height = dd_node_value(photo, "height");
	bool is_width =
	    width && (strtoul(width, NULL, 10) != image->width || !height);

	if (!is_size(image, width, height))
		dd_report(checker->sink, DD_ID_PHOTO_FILE,
		    dd_locate_value(checker->tree,
			dd_node_attr(photo, is_width ? "width" : "height")),
		    "The image is %u pixels wide and %u high, which is not "
		    "%s; the page would stretch it.",
		    image->width, image->height,
		    say_size(checker, width, height));
}

static void
check_image(struct dd_checker *checker, const xmlNode *photo, const char *path)
{
	const struct dd_check_input *input = checker->input;
	const char *src = dd_node_value(photo, "src");
	enum dd_image_kind promised = dd_image_promised(path);
	struct dd_range range =
	    dd_locate_value(checker->tree, dd_node_attr(photo, "src"));
	struct dd_image image;

	if (!dd_image_read(input->files, input->path, src, &image))
		return;
	if (image.kind == DD_IMAGE_OTHER)
		dd_report(checker->sink, DD_ID_PHOTO_FILE, range,
		    "The file `%s` is no image by its first bytes.", src);
	else if (promised != DD_IMAGE_OTHER && promised != image.kind)
		dd_report(checker->sink, DD_ID_PHOTO_FILE, range,
		    "The file `%s` is named like a %s image, but it is a %s "
		    "image by its first bytes.",
		    src, dd_image_name(promised), dd_image_name(image.kind));
	else
		check_size(checker, photo, &image);
}

static void
check_file(struct dd_checker *checker, const xmlNode *photo)
{
	const char *src = dd_node_value(photo, "src"), *path;
	enum dd_beside found = dd_beside_find(checker, src, &path);

	if (found == DD_BESIDE_THERE)
		check_image(checker, photo, path);
	else if (found == DD_BESIDE_MISSING)
		dd_report(checker->sink, DD_ID_PHOTO_FILE,
		    dd_locate_value(checker->tree, dd_node_attr(photo, "src")),
		    "There is no file `%s` beside this document; put it there, "
		    "or "
		    "correct the address.",
		    src);
}

static void
check_photos(struct dd_checker *checker)
{
	struct dd_table captions;

	dd_table_init(&captions);
	for (const xmlNode *n = dd_node_child(checker->summary->root, "photo");
	     n; n = dd_node_next(n, "photo")) {
		const xmlNode *caption = dd_node_child(n, "caption");
		const char *text = get_text(checker, n, "caption");

		if (!caption || has_objects(caption) || *text == '\0')
			text = NULL;
		if (text)
			check_twice(checker, &captions, caption, text);
		check_alt(checker, n, text);
		check_file(checker, n);
	}
	dd_table_release(&captions);
}

const struct dd_rule dd_rules_photo[] = {
    {.ids = DD_IDS(DD_ID_PHOTO_CAPTION), .text = check_caption},
    {.ids = DD_IDS(DD_ID_PHOTO_ALT_IS_CAPTION, DD_ID_PHOTO_ALT_MISSING,
	 DD_ID_PHOTO_CAPTION_TWICE, DD_ID_PHOTO_FILE),
	.document = check_photos},
    {0},
};
