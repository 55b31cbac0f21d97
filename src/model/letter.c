/* SPDX-License-Identifier: MIT */
/* ICU's properties of characters. */
#include "model/letter.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include "base/utf8.h"

/* The stretches of letters that most texts are made of, in one script each:
 * their answers cost no look at ICU's tables. */
static const struct {
	uint32_t first, last;
	enum dd_script script;
} common[] = {
    {0xC0, 0xD6, DD_SCRIPT_LATIN},
    {0xD8, 0xF6, DD_SCRIPT_LATIN},
    {0xF8, 0x17F, DD_SCRIPT_LATIN},
    {0x3041, 0x3096, DD_SCRIPT_IDEOGRAPHIC},
    {0x30A1, 0x30FA, DD_SCRIPT_IDEOGRAPHIC},
    {0x4E00, 0x9FEF, DD_SCRIPT_IDEOGRAPHIC},
    {0xAC00, 0xD7A3, DD_SCRIPT_HANGUL},
};

/* The script of a letter of one of these; DD_SCRIPT_OTHER for the rest. */
static enum dd_script
find_common(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof common / sizeof *common &&
	     code_point >= common[i].first;
	     i++)
		if (code_point <= common[i].last)
			return common[i].script;
	return DD_SCRIPT_OTHER;
}

bool
dd_letter_is_wide(uint32_t code_point)
{
	return find_common(code_point) != DD_SCRIPT_OTHER ||
	    u_hasBinaryProperty((UChar32)code_point, UCHAR_ALPHABETIC) ||
	    (U_GET_GC_MASK((UChar32)code_point) & U_GC_M_MASK) != 0;
}

bool
dd_letter_is_upper(uint32_t code_point)
{
	return code_point < 0x80 ? code_point >= 'A' && code_point <= 'Z'
				 : u_isupper((UChar32)code_point);
}

bool
dd_letter_is_lower(uint32_t code_point)
{
	return code_point < 0x80 ? code_point >= 'a' && code_point <= 'z'
				 : u_islower((UChar32)code_point);
}

uint32_t
dd_letter_lower(uint32_t code_point)
{
	if (code_point < 0x80)
		return (unsigned char)dd_ascii_lower((char)code_point);
	return (uint32_t)u_tolower((UChar32)code_point);
}

uint32_t
dd_letter_upper(uint32_t code_point)
{
	return (uint32_t)u_toupper((UChar32)code_point);
}

enum dd_script
dd_letter_find_script(uint32_t code_point)
{
	UErrorCode status = U_ZERO_ERROR;
	enum dd_script common_script = find_common(code_point);

	if (common_script != DD_SCRIPT_OTHER)
		return common_script;
	switch (uscript_getScript((UChar32)code_point, &status)) {
	case USCRIPT_LATIN:
		return DD_SCRIPT_LATIN;
	case USCRIPT_GREEK:
		return DD_SCRIPT_GREEK;
	case USCRIPT_CYRILLIC:
		return DD_SCRIPT_CYRILLIC;
	case USCRIPT_HAN:
	case USCRIPT_HIRAGANA:
	case USCRIPT_KATAKANA:
		return DD_SCRIPT_IDEOGRAPHIC;
	case USCRIPT_HANGUL:
		return DD_SCRIPT_HANGUL;
	default:
		return DD_SCRIPT_OTHER;
	}
}

bool
dd_letter_is_emoji(uint32_t code_point)
{
	/* ASCII digits have the property too. */
	return code_point > 0x7F &&
	    u_hasBinaryProperty((UChar32)code_point, UCHAR_EMOJI);
}

/* --- normal form C ------------------------------------------------------- */

enum { STRETCH_MAX = 64 }; /* UTF-16 units; longer ones are not looked at */

static bool
is_normal(const char *text, size_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar wide[STRETCH_MAX];
	int32_t wide_len = 0;
	const UNormalizer2 *form = unorm2_getNFCInstance(&status);

	u_strFromUTF8(
	    wide, STRETCH_MAX, &wide_len, text, (int32_t)len, &status);
	return unorm2_isNormalized(form, wide, wide_len, &status) ||
	    U_FAILURE(status);
}

/* True where nothing behind can join with what stands before. */
static bool
begins_stretch(uint32_t cp)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *form = unorm2_getNFCInstance(&status);

	return cp < 0x300 || U_FAILURE(status) ||
	    unorm2_hasBoundaryBefore(form, (UChar32)cp);
}

static bool
is_chosen_ideograph(uint32_t cp)
{
	return (cp >= 0xF900 && cp <= 0xFAFF) ||
	    (cp >= 0x2F800 && cp <= 0x2FA1F);
}

size_t
dd_letter_find_unnormal(
    const char *text, size_t len, size_t from, size_t *ret_end)
{
	const char *end = text + len;

	for (size_t at = from, next; at < len; at = next) {
		uint32_t cp = 0, other;
		size_t step = dd_utf8_decode(text + at, end, &cp);

		next = at + (step ? step : 1);
		while ((step = dd_utf8_decode(text + next, end, &other)) &&
		    !begins_stretch(other))
			next += step;
		if ((cp > 0x7F || next - at > 1) && !is_chosen_ideograph(cp) &&
		    next - at < STRETCH_MAX &&
		    !is_normal(text + at, next - at)) {
			*ret_end = next;
			return at;
		}
	}
	return len;
}

const char *
dd_letter_compose(struct dd_arena *arena, const char *text, size_t len)
{
	enum { UTF8_MAX = 3 * STRETCH_MAX + 1 };
	UErrorCode status = U_ZERO_ERROR;
	UChar wide[STRETCH_MAX], normal[STRETCH_MAX];
	char *out = dd_arena_alloc(arena, UTF8_MAX);
	int32_t count = 0, out_len = 0;
	const UNormalizer2 *form = unorm2_getNFCInstance(&status);

	u_strFromUTF8(wide, STRETCH_MAX, &count, text, (int32_t)len, &status);
	count =
	    unorm2_normalize(form, wide, count, normal, STRETCH_MAX, &status);
	u_strToUTF8(out, UTF8_MAX, &out_len, normal, count, &status);
	return U_SUCCESS(status) ? out : dd_arena_ndup(arena, text, len);
}
