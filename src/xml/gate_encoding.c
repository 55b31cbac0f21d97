/* SPDX-License-Identifier: MIT */
/*
 * Owns: which encodings are read, how they are recognised and their way to
 * UTF-8, with own tables: converters of the C library open files.
 * Leaves contradictions between them to gate.c.
 */
#include "xml/gate_internal.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"

enum { BLOCK = 32 }; /* bytes */

struct dd_gate_signature
dd_gate_detect(const unsigned char *bytes, size_t len)
{
	static const struct {
		const char *start;
		size_t len;
		struct dd_gate_signature signature;
	} table[] = {
	    /* UTF-32 first: its mark begins with that of UTF-16. */
	    {"\xFF\xFE\0\0", 4, {DD_UTF_8, 0, "UTF-32"}},
	    {"\0\0\xFE\xFF", 4, {DD_UTF_8, 0, "UTF-32"}},
	    {"\xEF\xBB\xBF", 3, {DD_UTF_8, 3, NULL}},
	    {"\xFF\xFE", 2, {DD_UTF_16LE, 2, NULL}},
	    {"\xFE\xFF", 2, {DD_UTF_16BE, 2, NULL}},
	    {"\x4C\x6F\xA7\x94", 4, {DD_UTF_8, 0, "EBCDIC"}},
	    {"+/v", 3, {DD_UTF_8, 0, "UTF-7"}},
	    {"+ADw", 4, {DD_UTF_8, 0, "UTF-7"}},
	};
	/* Which of the first four bytes are zero, first byte lowest. */
	static const char *const by_zeros[16] = {
	    [0x5] = "UTF-16 without a byte order mark",
	    [0xA] = "UTF-16 without a byte order mark",
	    [0x7] = "UTF-32",
	    [0xE] = "UTF-32",
	};
	struct dd_gate_signature none = {DD_UTF_8, 0, NULL};
	unsigned zeros = 0;
	size_t i;

	for (i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (len >= table[i].len &&
		    memcmp(bytes, table[i].start, table[i].len) == 0)
			return table[i].signature;
	}
	for (i = 0; i < 4 && len >= 4; i++)
		zeros |= (unsigned)(bytes[i] == 0) << i;
	none.unsupported = by_zeros[zeros];
	return none;
}

bool
dd_gate_encoding(const char *name, size_t len, enum dd_encoding *ret_encoding,
    bool *ret_any_order)
{
	static const struct {
		const char *name;
		enum dd_encoding encoding;
		bool any_order;
	} table[] = {
	    {"UTF-8", DD_UTF_8, false},
	    {"UTF8", DD_UTF_8, false},
	    {"UTF-16", DD_UTF_16LE, true},
	    {"UTF-16LE", DD_UTF_16LE, false},
	    {"UTF-16BE", DD_UTF_16BE, false},
	    {"US-ASCII", DD_US_ASCII, false},
	    {"ASCII", DD_US_ASCII, false},
	    {"ISO-8859-1", DD_ISO_8859_1, false},
	    {"ISO_8859-1", DD_ISO_8859_1, false},
	    {"latin1", DD_ISO_8859_1, false},
	    {"windows-1252", DD_WINDOWS_1252, false},
	    {"cp1252", DD_WINDOWS_1252, false},
	};
	size_t i;

	for (i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (strlen(table[i].name) != len ||
		    !dd_ascii_equal_n(table[i].name, name, len))
			continue;
		*ret_encoding = table[i].encoding;
		*ret_any_order = table[i].any_order;
		return true;
	}
	return false;
}

const char *
dd_gate_encoding_name(enum dd_encoding encoding)
{
	static const char *const names[] = {
	    [DD_UTF_8] = "UTF-8",
	    [DD_UTF_16LE] = "UTF-16 (little-endian)",
	    [DD_UTF_16BE] = "UTF-16 (big-endian)",
	    [DD_US_ASCII] = "US-ASCII",
	    [DD_ISO_8859_1] = "ISO-8859-1",
	    [DD_WINDOWS_1252] = "windows-1252",
	};

	return names[encoding];
}

static size_t
skip_blanks(const char *bytes, size_t at, size_t len)
{
	while (at < len && dd_ascii_is_space(bytes[at]))
		at++;
	return at;
}

/* Reads `name = "value"` at `at`; returns the offset behind it, or 0. */
static size_t
read_pair(const char *bytes, size_t at, size_t len, struct dd_range *ret_name,
    struct dd_range *ret_value)
{
	const char *close;

	ret_name->start = at;
	while (at < len && bytes[at] >= 'a' && bytes[at] <= 'z')
		at++;
	ret_name->end = at;
	at = skip_blanks(bytes, at, len);
	if (at >= len || bytes[at] != '=')
		return 0;
	at = skip_blanks(bytes, at + 1, len);
	if (at >= len || (bytes[at] != '"' && bytes[at] != '\''))
		return 0;
	close = memchr(bytes + at + 1, bytes[at], len - at - 1);
	if (!close)
		return 0;
	ret_value->start = at + 1;
	ret_value->end = (size_t)(close - bytes);
	return ret_value->end + 1;
}

struct dd_gate_declaration
dd_gate_declaration(const char *bytes, size_t len)
{
	struct dd_gate_declaration result = {0};
	struct dd_range name, value;
	size_t at = 5, size;

	if (len < 6 || memcmp(bytes, "<?xml", 5) != 0 ||
	    !dd_ascii_is_space(bytes[5]))
		return result;
	while ((at = skip_blanks(bytes, at, len)) < len) {
		at = read_pair(bytes, at, len, &name, &value);
		if (at == 0)
			break;
		size = name.end - name.start;
		if (size == 7 && !result.version_found &&
		    memcmp(bytes + name.start, "version", 7) == 0) {
			result.version_found = true;
			result.version = value;
		} else if (size == 8 && !result.encoding_found &&
		    memcmp(bytes + name.start, "encoding", 8) == 0) {
			result.encoding_found = true;
			result.encoding = value;
		}
	}
	return result;
}

uint32_t
dd_gate_decode_1252(unsigned char byte)
{
	static const uint16_t table[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E,
	    0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
	    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
	    0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

	return byte < 0x80 || byte > 0x9F ? byte : table[byte - 0x80];
}

static size_t
decode_utf16(const unsigned char *p, const unsigned char *end, size_t high,
    uint32_t *ret_cp)
{
	uint32_t first, second;

	if (end - p < 2)
		return 0;
	first = (uint32_t)p[high] << 8 | p[1 - high];
	*ret_cp = first;
	if (first < 0xD800 || first > 0xDFFF)
		return 2;
	if (first > 0xDBFF || end - p < 4)
		return 0;
	second = (uint32_t)p[2 + high] << 8 | p[3 - high];
	if (second < 0xDC00 || second > 0xDFFF)
		return 0;
	*ret_cp = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
	return 4;
}

/* Decodes one character; returns its bytes in the file, 0 where invalid. */
static size_t
decode(enum dd_encoding encoding, const unsigned char *p,
    const unsigned char *end, uint32_t *ret_cp)
{
	switch (encoding) {
	case DD_UTF_16LE:
		return decode_utf16(p, end, 1, ret_cp);
	case DD_UTF_16BE:
		return decode_utf16(p, end, 0, ret_cp);
	case DD_US_ASCII:
		*ret_cp = *p;
		return *p < 0x80;
	case DD_ISO_8859_1:
		*ret_cp = *p;
		return 1;
	case DD_WINDOWS_1252:
		*ret_cp = dd_gate_decode_1252(*p);
		return *ret_cp != 0 || *p == 0;
	default:
		return dd_utf8_decode(
		    (const char *)p, (const char *)end, ret_cp);
	}
}

/* True where all of BLOCK bytes are US-ASCII and allowed; the compiler tests
 * them side by side. */
static bool
is_plain(const unsigned char *p)
{
	unsigned char bad = 0;

	for (size_t i = 0; i < BLOCK; i++)
		bad |= (unsigned char)((p[i] >= 0x80) |
		    ((p[i] < 0x20) & (p[i] != '\t') & (p[i] != '\n') &
			(p[i] != '\r')));
	return bad == 0;
}

/* The bytes of the character at `p`; 0 where they are not the same in UTF-8, or
 * not allowed. */
static size_t
measure_one(
    enum dd_encoding encoding, const unsigned char *p, const unsigned char *end)
{
	uint32_t cp;
	size_t used;

	if (*p < 0x80)
		return *p >= 0x20 || dd_utf8_is_xml_char(*p);
	if (encoding != DD_UTF_8)
		return 0;
	used = decode(encoding, p, end, &cp);
	return used > 0 && dd_utf8_is_xml_char(cp) ? used : 0;
}

/* The bytes from `p` that are the same in UTF-8 and allowed. */
static size_t
measure_same(
    enum dd_encoding encoding, const unsigned char *p, const unsigned char *end)
{
	const unsigned char *start = p, *stop;
	size_t used;

	if (encoding == DD_UTF_16LE || encoding == DD_UTF_16BE)
		return 0;
	while (p < end) {
		stop = (size_t)(end - p) > BLOCK ? p + BLOCK : end;
		if (stop - p == BLOCK && is_plain(p))
			p = stop;
		while (p < stop) {
			used = measure_one(encoding, p, end);
			if (used == 0)
				return (size_t)(p - start);
			p += used;
		}
	}
	return (size_t)(p - start);
}

void
dd_gate_transcode(const unsigned char *bytes, size_t len,
    struct dd_source *source, struct dd_gate_fault *ret_fault)
{
	const unsigned char *p = bytes + source->bom, *end = bytes + len;
	struct dd_buffer out;
	uint32_t cp = 0;

	dd_buffer_init(&out, 0);
	*ret_fault = (struct dd_gate_fault){0};
	for (;;) {
		size_t used = measure_same(source->encoding, p, end);

		dd_buffer_add(&out, p, used);
		p += used;
		if (p == end)
			break;
		used = decode(source->encoding, p, end, &cp);
		ret_fault->range = (struct dd_range){out.len, out.len};
		if (used > 0) {
			dd_buffer_put_utf8(&out, cp);
			p += used;
			if (dd_utf8_is_xml_char(cp))
				continue;
			p -= used;
			ret_fault->range.end = out.len;
		}
		ret_fault->found = true;
		ret_fault->id = used ? DD_ID_INPUT_BAD_CHARACTER
				     : DD_ID_INPUT_ENCODING_INVALID;
		ret_fault->byte = (size_t)(p - bytes);
		ret_fault->value = *p;
		ret_fault->cp = cp;
		break;
	}
	source->text = dd_buffer_take(&out, &source->len);
}
