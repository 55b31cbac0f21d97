/* SPDX-License-Identifier: MIT */
/* Owns: encodings that pages name, and those that ICU has tables for. */
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include "base/ascii.h"
#include "base/memory.h"
#include "import/source.h"

enum { META_BYTES = 1024 };

/* --- what a page says ---------------------------------------------------- */

/* The tag that begins at or behind `at`; NULL where there is no more. */
static const char *
find_meta(const char *at, const char *end)
{
	while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		if (end - at > 5 && dd_ascii_equal_n(at, "<meta", 5) &&
		    (dd_ascii_is_space(at[5]) || at[5] == '/'))
			return at + 5;
		at++;
	}
	return NULL;
}

/* `charset=` in one tag, which may stand in its `content`. */
static size_t
read_charset(const char *at, const char *end, const char **ret_name)
{
	for (; end - at >= 8; at++) {
		const char *value = at + 7;

		if (!dd_ascii_equal_n(at, "charset", 7))
			continue;
		while (value < end && dd_ascii_is_space(*value))
			value++;
		if (value == end || *value++ != '=')
			continue;
		while (value < end &&
		    (dd_ascii_is_space(*value) || *value == '"' ||
			*value == '\''))
			value++;
		*ret_name = value;
		while (value < end && !strchr(" \t\r\n\"';/>", *value))
			value++;
		return (size_t)(value - *ret_name);
	}
	return 0;
}

size_t
dd_meta_charset(const char *bytes, size_t len, const char **ret_name)
{
	const char *end = bytes + (len < META_BYTES ? len : META_BYTES);
	const char *at = bytes, *close;
	size_t found = 0;

	while (found == 0 && (at = find_meta(at, end)) != NULL) {
		close = memchr(at, '>', (size_t)(end - at));
		found = read_charset(at, close ? close : end, ret_name);
	}
	return found;
}

/* --- converters ---------------------------------------------------------- */

/* ICU's name of an encoding by its labels; NULL where it is not read. */
static const char *
find_converter(const char *label, size_t len)
{
	static const struct {
		const char *labels, *converter;
	} rows[] = {
	    {" shift_jis shift-jis sjis x-sjis ms_kanji windows-31j "
	     "csshiftjis ",
		"ibm-943_P15A-2003"},
	    {" euc-jp x-euc-jp cseucpkdfmtjapanese ", "EUC-JP"},
	    {" euc-kr ks_c_5601-1987 ksc5601 windows-949 ", "windows-949"},
	    {" gb2312 gbk gb18030 x-gbk ", "GB18030"},
	    {" big5 big5-hkscs x-x-big5 ", "Big5"},
	    {" iso-8859-2 latin2 ", "ISO-8859-2"},
	    {" iso-8859-9 windows-1254 ", "windows-1254"},
	    {" iso-8859-15 latin9 ", "ISO-8859-15"},
	    {" windows-1250 cp1250 ", "windows-1250"},
	    {" windows-1251 cp1251 ", "windows-1251"},
	};
	char name[32];

	if (len >= sizeof name)
		return NULL;
	for (size_t i = 0; i < len; i++)
		name[i] = dd_ascii_lower(label[i]);
	name[len] = '\0';
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (dd_ascii_lists(rows[i].labels, name))
			return rows[i].converter;
	return NULL;
}

/* Moves UTF-16 into the source; takes no more than three bytes a unit. */
static void
set_text(struct dd_source *source, const UChar *units, int32_t count)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t len = 0, room = count * 3 + 1;

	source->text = dd_malloc((size_t)room);
	u_strToUTF8(source->text, room, &len, units, count, &status);
	source->len = U_SUCCESS(status) ? (size_t)len : 0;
	source->text[source->len] = '\0';
}

bool
dd_charset_decode(const char *label, size_t label_len, const char *bytes,
    size_t len, struct dd_source *source, size_t *ret_fault)
{
	const char *name = find_converter(label, label_len), *at = bytes;
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = name ? ucnv_open(name, &status) : NULL;
	UChar *units, *unit;

	*ret_fault = 0;
	if (!converter)
		return false;
	ucnv_setToUCallBack(
	    converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	units = unit = dd_malloc((len + 1) * 2 * sizeof *units);
	ucnv_toUnicode(converter, &unit, units + 2 * (len + 1), &at,
	    bytes + len, NULL, true, &status);
	if (U_FAILURE(status)) {
		char bad[8];
		int8_t count = sizeof bad;
		UErrorCode other = U_ZERO_ERROR;

		ucnv_getInvalidChars(converter, bad, &count, &other);
		*ret_fault = (size_t)(at - bytes) + 1 -
		    (U_SUCCESS(other) ? (size_t)count : 0);
	}
	set_text(source, units, (int32_t)(unit - units));
	free(units);
	ucnv_close(converter);
	return true;
}
