/* SPDX-License-Identifier: MIT */
/* ICU behind UTF-8. A failure of ICU gives the plain value, never a crash. */
#include "model/locale.h"
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>
#include "base/ascii.h"
#include "base/utf8.h"

enum { TEXT_MAX = 256 }; /* UTF-16 units of one result */

void
dd_locale_init(struct dd_locale *locale, const char *lang,
    struct dd_formatters *formatters, struct dd_arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;

	*locale = (struct dd_locale){.arena = arena, .formatters = formatters};
	uloc_forLanguageTag(
	    lang, locale->id, (int32_t)sizeof locale->id, NULL, &status);
	if (U_FAILURE(status) || !locale->id[0])
		strcpy(locale->id, "en");
}

void
dd_formatters_release(struct dd_formatters *formatters)
{
	udat_close(formatters->dates);
	unum_close(formatters->numbers);
	unum_close(formatters->ordinals);
	*formatters = (struct dd_formatters){0};
}

/* UTF-8 of a result; `fallback` where ICU failed. */
static const char *
take(struct dd_locale *locale, const UChar *text, int32_t len,
    UErrorCode status, const char *fallback)
{
	char *out;
	int32_t out_len = 0;

	if (U_FAILURE(status) || len <= 0 || len > TEXT_MAX)
		return fallback;
	out = dd_arena_alloc(locale->arena, (size_t)len * 3 + 1);
	u_strToUTF8(out, len * 3 + 1, &out_len, text, len, &status);
	return U_FAILURE(status) ? fallback : out;
}

static int32_t
widen(const char *text, UChar out[TEXT_MAX], UErrorCode *status)
{
	int32_t len = 0;

	u_strFromUTF8(out, TEXT_MAX, &len, text, -1, status);
	return len;
}

const char *
dd_locale_date(
    struct dd_locale *locale, const char *pattern, struct dd_date date)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar wide[TEXT_MAX], text[TEXT_MAX];
	int32_t len = widen(pattern, wide, &status);

	if (!locale->formatters->dates)
		locale->formatters->dates = udat_open(UDAT_PATTERN,
		    UDAT_PATTERN, locale->id, u"UTC", -1, wide, len, &status);
	else
		udat_applyPattern(locale->formatters->dates, false, wide, len);
	if (U_SUCCESS(status))
		len = udat_format(locale->formatters->dates,
		    (double)dd_date_days(date) * 86400000.0, text, TEXT_MAX,
		    NULL, &status);
	return take(locale, text, len, status, "");
}

const char *
dd_locale_country(struct dd_locale *locale, const char *code)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[TEXT_MAX];
	char id[16] = "und_";
	int32_t len;

	strncat(id, code, 8);
	len = uloc_getDisplayCountry(id, locale->id, text, TEXT_MAX, &status);
	return take(locale, text, len, status, code);
}

/* The name of a language in the words of another one. */
static const char *
name_language(struct dd_locale *locale, const char *tag, const char *in)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[TEXT_MAX];
	int32_t len = uloc_getDisplayName(tag, in, text, TEXT_MAX, &status);

	return take(locale, text, len, status, tag);
}

const char *
dd_locale_language(struct dd_locale *locale, const char *tag)
{
	return name_language(locale, tag, locale->id);
}

const char *
dd_locale_autonym(struct dd_locale *locale, const char *tag)
{
	return dd_locale_capital(locale, name_language(locale, tag, tag));
}

bool
dd_locale_is_rtl(const char *tag)
{
	return uloc_isRightToLeft(tag);
}

/* ICU rounds to three places unless it is told not to. */
static void
open_numbers(struct dd_locale *locale, UErrorCode *status)
{
	locale->formatters->numbers =
	    unum_open(UNUM_DECIMAL, NULL, 0, locale->id, NULL, status);
	if (U_SUCCESS(*status))
		unum_setAttribute(
		    locale->formatters->numbers, UNUM_MAX_FRACTION_DIGITS, 100);
}

const char *
dd_locale_number(struct dd_locale *locale, const char *decimal)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[TEXT_MAX];
	int32_t len = 0;

	if (!locale->formatters->numbers)
		open_numbers(locale, &status);
	if (U_SUCCESS(status))
		len = unum_formatDecimal(locale->formatters->numbers, decimal,
		    -1, text, TEXT_MAX, NULL, &status);
	return take(locale, text, len, status, decimal);
}

static void
open_ordinals(struct dd_locale *locale, UErrorCode *status)
{
	locale->formatters->ordinals =
	    unum_open(UNUM_SPELLOUT, NULL, 0, locale->id, NULL, status);
	if (U_SUCCESS(*status))
		unum_setTextAttribute(locale->formatters->ordinals,
		    UNUM_DEFAULT_RULESET, u"%spellout-ordinal", -1, status);
}

const char *
dd_locale_ordinal(struct dd_locale *locale, int64_t number)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[TEXT_MAX];
	int32_t len = 0;

	if (!locale->formatters->ordinals)
		open_ordinals(locale, &status);
	if (U_SUCCESS(status))
		len = unum_formatInt64(locale->formatters->ordinals, number,
		    text, TEXT_MAX, NULL, &status);
	return take(locale, text, len, status,
	    dd_arena_printf(locale->arena, "%lld", (long long)number));
}

/* "1.5" with a point in every locale; strtod() would ask the caller's. */
static double
read_decimal(const char *decimal)
{
	const double finest = 1e15; /* a double keeps no more decimals */
	double number = 0, unit = 1;
	bool behind = false;

	for (; *decimal && unit < finest; decimal++) {
		behind = behind || *decimal == '.';
		if (!dd_ascii_is_digit(*decimal))
			continue;
		number = number * 10 + (*decimal - '0');
		unit *= behind ? 10 : 1;
	}
	return number / unit;
}

/* "one" or "other", as the language counts: 1.5 is singular in some. Other
 * forms are for numbers that are spelt out. */
static const char *
get_plural(const struct dd_locale *locale, const char *decimal)
{
	static const UChar one[] = u"one";
	UErrorCode status = U_ZERO_ERROR;
	UChar form[16] = u"";
	UPluralRules *rules = uplrules_open(locale->id, &status);

	if (U_SUCCESS(status))
		uplrules_select(
		    rules, read_decimal(decimal), form, 16, &status);
	uplrules_close(rules);
	return u_strcmp(form, one) == 0 ? "one" : "other";
}

const char *
dd_locale_currency(
    struct dd_locale *locale, const char *code, const char *decimal)
{
	UErrorCode status = U_ZERO_ERROR;
	UBool is_choice = false;
	UChar wide[TEXT_MAX];
	int32_t len = 0;
	const UChar *name;

	widen(code, wide, &status);
	name = ucurr_getPluralName(wide, locale->id, &is_choice,
	    get_plural(locale, decimal), &len, &status);
	return take(locale, name, len, status, code);
}

const char *
dd_locale_upper(struct dd_locale *locale, const char *text)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar wide[TEXT_MAX], upper[TEXT_MAX];
	int32_t len = widen(text, wide, &status);

	if (U_SUCCESS(status))
		len = u_strToUpper(
		    upper, TEXT_MAX, wide, len, locale->id, &status);
	return take(locale, upper, len, status, text);
}

const char *
dd_locale_capital(struct dd_locale *locale, const char *text)
{
	uint32_t cp;
	size_t first = dd_utf8_decode(text, text + strlen(text), &cp);

	return dd_arena_printf(locale->arena, "%s%s",
	    dd_locale_upper(locale, dd_arena_ndup(locale->arena, text, first)),
	    text + first);
}
