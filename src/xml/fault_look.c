/* SPDX-License-Identifier: MIT */
/* Looking at the text: white space, names, lines. */
#include "xml/fault_internal.h"

#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"

int
dd_fault_shown(const struct dd_fault *f, struct dd_range range)
{
	return (int)dd_utf8_cut(
	    f->text + range.start, range.end - range.start, DD_FAULT_SHOWN_MAX);
}

size_t
dd_fault_line(const struct dd_fault *f, size_t offset)
{
	size_t line = 1;

	for (size_t i = 0; i < offset; i++)
		if (f->text[i] == '\n' ||
		    (f->text[i] == '\r' && f->text[i + 1] != '\n'))
			line++;
	return line;
}

bool
dd_fault_is(const struct dd_fault *f, const char *word)
{
	size_t len = strlen(word);

	return f->len - f->at >= len && memcmp(f->text + f->at, word, len) == 0;
}

bool
dd_fault_is_space(const struct dd_fault *f)
{
	return f->at < f->len && dd_ascii_is_space(f->text[f->at]);
}

bool
dd_fault_skip_space(struct dd_fault *f)
{
	size_t start = f->at;

	while (dd_fault_is_space(f))
		f->at++;
	return f->at > start;
}

bool
dd_fault_peek(const struct dd_fault *f, uint32_t *ret_cp, size_t *ret_len)
{
	*ret_len = dd_utf8_decode(f->text + f->at, f->text + f->len, ret_cp);
	return *ret_len > 0;
}

/* XML 1.0, fifth edition, production 4, without what is common to 4a. */
static const uint32_t name_starts[][2] = {{':', ':'}, {'A', 'Z'}, {'_', '_'},
    {'a', 'z'}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D},
    {0x37F, 0x1FFF}, {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
/* And what production 4a adds. */
static const uint32_t name_extras[][2] = {
    {'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};

static bool
is_in(const uint32_t (*rows)[2], size_t count, uint32_t cp)
{
	for (size_t i = 0; i < count; i++)
		if (cp >= rows[i][0] && cp <= rows[i][1])
			return true;
	return false;
}

static bool
is_name_start(uint32_t cp)
{
	return is_in(name_starts, sizeof name_starts / sizeof *name_starts, cp);
}

struct dd_range
dd_fault_take_name(struct dd_fault *f)
{
	size_t start = f->at, len;
	uint32_t cp;

	while (dd_fault_peek(f, &cp, &len)) {
		bool extra = f->at > start &&
		    is_in(name_extras, sizeof name_extras / sizeof *name_extras,
			cp);

		if (!extra && !is_name_start(cp))
			break;
		f->at += len;
	}
	return (struct dd_range){start, f->at};
}

bool
dd_fault_check_name(struct dd_fault *f, struct dd_range name)
{
	const char *text = f->text + name.start, *end = f->text + name.end;
	const char *colon = memchr(text, ':', (size_t)(end - text));
	const char *local = colon ? colon + 1 : NULL;
	uint32_t cp;

	if (!colon)
		return true;
	if (colon != text && dd_utf8_decode(local, end, &cp) > 0 &&
	    is_name_start(cp) && !memchr(local, ':', (size_t)(end - local)))
		return true;
	return dd_fault_found(f, DD_ID_XML_NAME, name.start, name.end,
	    "`%.*s` is not a name: a colon stands once, between a prefix and "
	    "a name, as in `xml:lang`.",
	    DD_FAULT_SHOW(f, name));
}

bool
dd_fault_same(const struct dd_fault *f, struct dd_range a, struct dd_range b)
{
	return a.end - a.start == b.end - b.start &&
	    memcmp(f->text + a.start, f->text + b.start, a.end - a.start) == 0;
}

bool
dd_fault_equals(
    const struct dd_fault *f, struct dd_range range, const char *word)
{
	size_t len = range.end - range.start;

	return strlen(word) == len &&
	    memcmp(f->text + range.start, word, len) == 0;
}
