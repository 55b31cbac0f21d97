/* SPDX-License-Identifier: MIT */
/*
 * Dates, numbers and names of countries and languages in words, from CLDR by
 * ICU. Opened when first needed, because ICU reads data from disk. Never for
 * time zones. All results are UTF-8 in the caller's arena.
 */
#ifndef DD_MODEL_LOCALE_H
#define DD_MODEL_LOCALE_H

#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "model/clock.h"

/* ICU's formatters of one language, each NULL until it is first needed: to open
 * one costs as much as to print a hundred. For one thread, begins as zeros. */
struct dd_formatters {
	void *dates, *numbers, *ordinals;
};

void dd_formatters_release(struct dd_formatters *formatters);

struct dd_locale {
	char id[32];			  /* ICU's name: "en", "fr_CA" */
	struct dd_arena *arena;		  /* borrowed; owns the results */
	struct dd_formatters *formatters; /* borrowed; of this language */
};

/* `formatters` may be NULL where only names are asked for. */
void dd_locale_init(struct dd_locale *locale, const char *lang,
    struct dd_formatters *formatters, struct dd_arena *arena);

/* A date by a pattern of CLDR: "MMMM d, y". */
const char *dd_locale_date(
    struct dd_locale *locale, const char *pattern, struct dd_date date);

/* "South Korea" for KR; the code where CLDR has no name. */
const char *dd_locale_country(struct dd_locale *locale, const char *code);
/* "Korean" for ko. */
const char *dd_locale_language(struct dd_locale *locale, const char *tag);
/* What its own speakers call it, with a capital: "日本語", "Français". */
const char *dd_locale_autonym(struct dd_locale *locale, const char *tag);
/* True for a language that is written from right to left. */
bool dd_locale_is_rtl(const char *tag);
/* A decimal number of the document, "2500000", as "2,500,000". */
const char *dd_locale_number(struct dd_locale *locale, const char *decimal);
/* "ninth" for 9, where the language has rules for it, else "9". */
const char *dd_locale_ordinal(struct dd_locale *locale, int64_t number);
/* "Japanese yen" for JPY, in the plural that the amount asks for. */
const char *dd_locale_currency(
    struct dd_locale *locale, const char *code, const char *decimal);

/* In capitals, and with the first letter in capitals. */
const char *dd_locale_upper(struct dd_locale *locale, const char *text);
const char *dd_locale_capital(struct dd_locale *locale, const char *text);

#endif
