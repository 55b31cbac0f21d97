/* SPDX-License-Identifier: MIT */
/*
 * Bytes to UTF-8 by our own tables: UTF-8, UTF-16 with a byte order mark,
 * US-ASCII, ISO-8859-1 and windows-1252. Everything else is refused.
 */
#include "xml/gate_internal.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include "base/buffer.h"
#include "base/utf8.h"
#include "xml/source.h"

static const struct {
	const char *name;
	enum dd_encoding encoding;
} names[] = {
    {"UTF-8", DD_UTF_8},
    {"UTF8", DD_UTF_8},
    {"US-ASCII", DD_US_ASCII},
    {"ASCII", DD_US_ASCII},
    {"ISO-8859-1", DD_ISO_8859_1},
    {"windows-1252", DD_WINDOWS_1252},
    {"UTF-16", DD_UTF_16LE},
};

/* 0x80-0x9F of windows-1252 (WHATWG index); 0 where undefined. */
static const uint16_t windows[32] = {0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026,
    0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0, 0x2018,
    0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
    0x203A, 0x153, 0, 0x17E, 0x178};

static bool
starts_with(const unsigned char *bytes, size_t len, const char *mark, size_t n)
{
	return len >= n && memcmp(bytes, mark, n) == 0;
}

/* The declared encoding's name, or "" where none is declared. */
static void
read_declared(const char *text, size_t len, char out[64])
{
	const char *end = memchr(text, '>', len < 512 ? len : 512);
	const char *hit;
	size_t n;

	out[0] = '\0';
	if (!end || strncmp(text, "<?xml", 5) != 0)
		return;
	hit = memmem(text, (size_t)(end - text), "encoding", 8);
	if (!hit)
		return;
	hit += 8;
	hit += strspn(hit, " \t\r\n=");
	n = strcspn(hit + 1, "\"'>");
	snprintf(out, 64, "%.*s", (int)(n < 63 ? n : 63), hit + 1);
}

static bool
find_encoding(const char *name, enum dd_encoding *ret_encoding)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcasecmp(name, names[i].name) == 0) {
			*ret_encoding = names[i].encoding;
			return true;
		}
	return false;
}

static bool
refuse(struct dd_sink *sink, enum dd_id id, size_t at, const char *why,
    const char *value)
{
	dd_report(sink, id, (struct dd_range){at, at},
	    "%s `%s`; save the file as UTF-8.", why, value);
	return false;
}

/* Decides by the first bytes alone; false where they are refused. */
static bool
read_mark(const unsigned char *b, size_t len, struct dd_source *source,
    const char **ret_refused)
{
	*ret_refused = NULL;
	if (starts_with(b, len, "\xFF\xFE\0\0", 4) ||
	    starts_with(b, len, "\0\0\xFE\xFF", 4) ||
	    starts_with(b, len, "<\0\0\0", 4) ||
	    starts_with(b, len, "\0\0\0<", 4))
		*ret_refused = "UTF-32";
	else if (starts_with(b, len, "<\0", 2) || starts_with(b, len, "\0<", 2))
		*ret_refused = "UTF-16 without a byte order mark";
	else if (starts_with(b, len, "\x4C\x6F\xA7\x94", 4))
		*ret_refused = "EBCDIC";
	else if (starts_with(b, len, "\xEF\xBB\xBF", 3))
		source->bom = 3;
	else if (starts_with(b, len, "\xFF\xFE", 2))
		source->encoding = DD_UTF_16LE, source->bom = 2;
	else if (starts_with(b, len, "\xFE\xFF", 2))
		source->encoding = DD_UTF_16BE, source->bom = 2;
	return !*ret_refused;
}

/* One code point of `source->encoding` at b[at]; 0 where it is invalid. */
static size_t
read_unit(const struct dd_source *source, const unsigned char *b, size_t len,
    size_t at, uint32_t *cp)
{
	bool big = source->encoding == DD_UTF_16BE;
	uint32_t low;

	switch (source->encoding) {
	case DD_UTF_8:
		return dd_utf8_decode(
		    (const char *)b + at, (const char *)b + len, cp);
	case DD_US_ASCII:
		*cp = b[at];
		return *cp < 0x80;
	case DD_ISO_8859_1:
		*cp = b[at];
		return 1;
	case DD_WINDOWS_1252:
		*cp = b[at] >= 0x80 && b[at] < 0xA0 ? windows[b[at] - 0x80]
						    : b[at];
		return *cp != 0 || b[at] == 0;
	default:
		break;
	}
	if (len - at < 2)
		return 0;
	*cp = (uint32_t)(b[at + !big] << 8 | b[at + big]);
	if (*cp < 0xD800 || *cp > 0xDFFF)
		return 2;
	if (*cp > 0xDBFF || len - at < 4)
		return 0;
	low = (uint32_t)(b[at + 2 + !big] << 8 | b[at + 2 + big]);
	*cp = 0x10000 + ((*cp - 0xD800) << 10) + (low - 0xDC00);
	return low >= 0xDC00 && low <= 0xDFFF ? 4 : 0;
}

/* Appends the text as far as it is valid; false with the bad offset. */
static bool
transcode(const unsigned char *b, size_t len, struct dd_source *source,
    size_t *ret_bad)
{
	struct dd_buffer text;
	size_t at = source->bom;

	dd_buffer_init(&text, 0);
	while (at < len) {
		uint32_t cp = 0;
		size_t step = read_unit(source, b, len, at, &cp);
		if (step == 0)
			break;
		dd_buffer_put_utf8(&text, cp);
		at += step;
	}
	source->text = dd_buffer_take(&text, &source->len);
	*ret_bad = at;
	return at == len;
}

/* Whether declaration and byte order mark agree; sets the encoding. */
static bool
agree(struct dd_source *source, const char *declared, struct dd_sink *sink)
{
	enum dd_encoding encoding = DD_UTF_8;
	bool wide =
	    source->encoding == DD_UTF_16LE || source->encoding == DD_UTF_16BE;

	if (!*declared)
		return true;
	if (!find_encoding(declared, &encoding))
		return refuse(sink, DD_ID_INPUT_ENCODING_UNSUPPORTED, 0,
		    "The document is declared as", declared);
	if ((encoding == DD_UTF_16LE) != wide ||
	    (source->bom == 3 && encoding != DD_UTF_8))
		return refuse(sink, DD_ID_INPUT_ENCODING_MISMATCH, 0,
		    "The file is not in the encoding that it declares,",
		    declared);
	if (!wide)
		source->encoding = encoding;
	return true;
}

bool
dd_gate_decode(const unsigned char *bytes, size_t len, struct dd_source *source,
    struct dd_sink *sink)
{
	const char *refused;
	char declared[64] = "";
	size_t bad;
	bool wide, good;

	good = read_mark(bytes, len, source, &refused);
	wide = source->encoding != DD_UTF_8;
	if (good && !wide)
		read_declared((const char *)bytes + source->bom,
		    len - source->bom, declared);
	if (!good)
		refuse(sink, DD_ID_INPUT_ENCODING_UNSUPPORTED, 0,
		    "The file is in", refused);
	else
		good = agree(source, declared, sink);
	if (!transcode(bytes, len, source, &bad) && good) {
		dd_report(sink, DD_ID_INPUT_ENCODING_INVALID,
		    (struct dd_range){source->len, source->len},
		    "Byte %zu of the file, 0x%02x, is not valid in its "
		    "encoding; save the file as UTF-8.",
		    bad, bytes[bad]);
		return false;
	}
	if (good && wide) {
		read_declared(source->text, source->len, declared);
		good = agree(source, declared, sink);
	}
	return good;
}
