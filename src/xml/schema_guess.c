/* SPDX-License-Identifier: MIT */
/*
 * Owns: guesses at what a wrong value was meant to be: codes, names, numbers,
 * addresses. Each writes an advice such as "write `GB`", or nothing where it
 * is not sure. Leaves dates and times to schema_guess_time.c.
 */
#include <stdarg.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "xml/node.h"
#include "xml/schema_internal.h"

/* What people write, and what is meant. */
struct pair {
	const char *wrong;
	const char *right;
};

static const struct pair countries[] = {{"ARG", "AR"}, {"AUS", "AU"},
    {"BRA", "BR"}, {"CAN", "CA"}, {"CHN", "CN"}, {"DEU", "DE"}, {"EL", "GR"},
    {"ESP", "ES"}, {"FRA", "FR"}, {"GBR", "GB"}, {"IDN", "ID"}, {"IND", "IN"},
    {"ITA", "IT"}, {"JPN", "JP"}, {"KOR", "KR"}, {"MEX", "MX"}, {"PHL", "PH"},
    {"ROK", "KR"}, {"RUS", "RU"}, {"SAU", "SA"}, {"THA", "TH"}, {"TUR", "TR"},
    {"UK", "GB"}, {"USA", "US"}, {"VNM", "VN"}, {"ZAF", "ZA"}};

static const char *const organisations[] = {"ASEAN", "CARICOM", "EU", "G20",
    "G7", "IAEA", "IMF", "NATO", "OECD", "OSCE", "UN", "UNESCO", "WHO", "WTO"};

static const struct pair currencies[] = {
    {"$", "USD"}, {"¥", "JPY"}, {"£", "GBP"}, {"₩", "KRW"}, {"€", "EUR"}};

static const struct pair languages[] = {{"arabic", "ar"}, {"chinese", "zh"},
    {"english", "en"}, {"french", "fr"}, {"german", "de"}, {"japanese", "ja"},
    {"jp", "ja"}, {"korean", "ko"}, {"russian", "ru"}, {"spanish", "es"}};

static const struct pair zones[] = {
    {"GMT", "UTC"}, {"JST", "Asia/Tokyo"}, {"KST", "Asia/Seoul"}, {"Z", "UTC"}};

static const struct pair media_types[] = {
    {"docx",
	"application/"
	"vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"html", "text/html"}, {"jpeg", "image/jpeg"}, {"jpg", "image/jpeg"},
    {"pdf", "application/pdf"}, {"png", "image/png"}, {"txt", "text/plain"}};

static const struct pair booleans[] = {
    {"no", "false"}, {"off", "false"}, {"on", "true"}, {"yes", "true"}};

#define FIND(table, word)                                                      \
	find_pair((table), sizeof(table) / sizeof((table)[0]), (word))

/* The right word for a wrong one in any case, or NULL. */
static const char *
find_pair(const struct pair *table, size_t count, const char *word)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (dd_ascii_equal(table[i].wrong, word))
			return table[i].right;
	return NULL;
}

bool
dd_advise(struct dd_advice *advice, const char *format, ...)
{
	struct dd_arena arena;
	va_list args;

	dd_arena_init(&arena);
	va_start(args, format);
	dd_buffer_clear(&advice->text);
	dd_buffer_puts(&advice->text,
	    dd_arena_vprintf(
		&arena, dd_message(advice->messages, format), args));
	va_end(args);
	dd_arena_release(&arena);
	return true;
}

static bool
advise(struct dd_advice *out, const char *value)
{
	return dd_advise(out, "write `%s`", value);
}

/* Copies ASCII letters in capitals or small; anything else as it is. */
static void
copy_case(char *to, size_t size, const char *from, bool capitals)
{
	size_t i;

	for (i = 0; from[i] && i + 1 < size; i++)
		to[i] = capitals ? dd_ascii_upper(from[i])
				 : dd_ascii_lower(from[i]);
	to[i] = '\0';
}

static bool
advise_capitals(const struct dd_grammar *grammar, const char *type,
    const char *value, struct dd_advice *out)
{
	char capitals[8];

	if (strlen(value) >= sizeof(capitals))
		return false;
	copy_case(capitals, sizeof(capitals), value, true);
	return dd_grammar_accepts(grammar, type, capitals) &&
	    advise(out, capitals);
}

static bool
guess_country(const struct dd_grammar *grammar, const xmlNode *node,
    const char *value, struct dd_advice *out)
{
	const char *right = FIND(countries, value);
	size_t i, count = sizeof(organisations) / sizeof(organisations[0]);

	for (i = 0; i < count; i++) {
		if (!dd_ascii_equal(organisations[i], value))
			continue;
		if (dd_node_is(node, "party"))
			return dd_advise(out,
			    "an organisation stands in `organisation=\"%s\"` "
			    "instead",
			    organisations[i]);
		return dd_advise(out,
		    "this is an organisation; write the two-letter code of a "
		    "country, such as `BE`");
	}
	return right ? advise(out, right)
		     : advise_capitals(grammar, "countryCode", value, out);
}

static bool
guess_currency(
    const struct dd_grammar *grammar, const char *value, struct dd_advice *out)
{
	const char *right = FIND(currencies, value);

	return right ? advise(out, right)
		     : advise_capitals(grammar, "currencyCode", value, out);
}

/* EN_us: language small, script with a capital, region in capitals. */
static bool
guess_language(
    const struct dd_grammar *grammar, const char *value, struct dd_advice *out)
{
	const char *right = FIND(languages, value);
	char tag[36];
	char *part;

	if (right)
		return advise(out, right);
	if (strlen(value) >= sizeof(tag))
		return false;
	copy_case(tag, sizeof(tag), value, false);
	for (part = tag; *part; part++) {
		size_t len;

		if (*part != '-' && *part != '_')
			continue;
		*part = '-';
		len = strcspn(part + 1, "-_");
		if (len == 4 || len == 2)
			part[1] = dd_ascii_upper(part[1]);
		if (len == 2)
			part[2] = dd_ascii_upper(part[2]);
	}
	return dd_grammar_accepts(grammar, "languageTag", tag) &&
	    advise(out, tag);
}

/* asia/tokyo, America/New York */
static bool
guess_zone(
    const struct dd_grammar *grammar, const char *value, struct dd_advice *out)
{
	const char *right = FIND(zones, value);
	char name[64];
	size_t i;

	if (right)
		return advise(out, right);
	if (strlen(value) >= sizeof(name) || !strchr(value, '/'))
		return false;
	copy_case(name, sizeof(name), value, false);
	for (i = 0; name[i]; i++) {
		if (name[i] == ' ')
			name[i] = '_';
		if (i == 0 || strchr("/_-", name[i - 1]))
			name[i] = dd_ascii_upper(name[i]);
	}
	return dd_grammar_accepts(grammar, "zoneName", name) &&
	    advise(out, name);
}

/* Exactly three digits: a comma before them parts thousands. */
static bool
is_thousand(const char *p)
{
	return strspn(p, "0123456789") == 3;
}

/* 1,200 or 3rd */
static bool
guess_number(const char *value, bool whole, struct dd_advice *out)
{
	char digits[32];
	size_t used = 0;
	const char *p = value;

	for (; *p && used + 1 < sizeof(digits); p++) {
		if (dd_ascii_is_digit(*p) || (*p == '.' && !whole))
			digits[used++] = *p;
		else if ((*p != ',' && *p != ' ') || !is_thousand(p + 1))
			break;
	}
	digits[used] = '\0';
	if (*p && whole && used > 0 && strlen(p) == 2 &&
	    (strcmp(p, "st") == 0 || strcmp(p, "nd") == 0 ||
		strcmp(p, "rd") == 0 || strcmp(p, "th") == 0))
		p += 2;
	if (*p || used == 0 || strspn(digits, "0.") == used ||
	    strchr(digits, '.') != strrchr(digits, '.') ||
	    strcmp(digits, value) == 0)
		return false;
	return advise(out, digits);
}

/* A name from words: other characters become hyphens. */
static bool
guess_name(const char *value, struct dd_advice *out)
{
	char name[64];
	size_t used = 0;
	const char *p;

	if (strlen(value) + 2 > sizeof(name))
		return false;
	if (dd_ascii_is_digit(*value))
		name[used++] = 's';
	for (p = value; *p; p++) {
		if (dd_ascii_is_letter(*p) || dd_ascii_is_digit(*p) ||
		    *p == '_' || (unsigned char)*p > 127)
			name[used++] = *p;
		else if (used > 0 && name[used - 1] != '-')
			name[used++] = '-';
	}
	while (used > 0 && name[used - 1] == '-')
		used--;
	name[used] = '\0';
	if (xmlValidateNCName((const xmlChar *)name, 0) != 0)
		return false;
	return dd_advise(out,
	    "write a name that begins with a letter and has no spaces, such "
	    "as `%s`",
	    name);
}

static bool
guess_address(
    const struct dd_grammar *grammar, const char *value, struct dd_advice *out)
{
	struct dd_buffer address;
	const char *p;
	bool found;

	if (!strchr(value, ' '))
		return false;
	dd_buffer_init(&address, 0);
	for (p = value; *p; p++) {
		if (*p == ' ')
			dd_buffer_puts(&address, "%20");
		else
			dd_buffer_putc(&address, *p);
	}
	found = address.len <= 80 &&
	    dd_grammar_accepts(grammar, "hrefType", address.data) &&
	    advise(out, address.data);
	dd_buffer_release(&address);
	return found;
}

static bool
guess_media_type(
    const struct dd_grammar *grammar, const char *value, struct dd_advice *out)
{
	const char *right =
	    FIND(media_types, *value == '.' ? value + 1 : value);
	char small[80];

	if (right)
		return advise(out, right);
	if (strlen(value) >= sizeof(small))
		return false;
	copy_case(small, sizeof(small), value, false);
	return dd_grammar_accepts(grammar, "mediaType", small) &&
	    advise(out, small);
}

static bool
guess_boolean(const char *value, struct dd_advice *out)
{
	char small[8];
	const char *right = FIND(booleans, value);

	copy_case(small, sizeof(small), value, false);
	if (strcmp(small, "true") == 0 || strcmp(small, "false") == 0)
		right = small;
	return right && advise(out, right);
}

static bool
guess_code(const struct dd_grammar *grammar, const char *type,
    const char *value, struct dd_advice *out)
{
	if (strcmp(type, "currencyCode") == 0)
		return guess_currency(grammar, value, out);
	if (strcmp(type, "languageTag") == 0 || strcmp(type, "xml:lang") == 0)
		return guess_language(grammar, value, out);
	if (strcmp(type, "zoneName") == 0)
		return guess_zone(grammar, value, out);
	if (strcmp(type, "hrefType") == 0)
		return guess_address(grammar, value, out);
	if (strcmp(type, "mediaType") == 0)
		return guess_media_type(grammar, value, out);
	return false;
}

static bool
guess_narrow(const struct dd_grammar *grammar, const char *type,
    const xmlNode *node, const char *value, struct dd_advice *out)
{
	if (strcmp(type, "countryCode") == 0)
		return guess_country(grammar, node, value, out);
	if (strcmp(type, "plainDate") == 0)
		return dd_guess_date(value, out);
	if (strcmp(type, "clockTime") == 0)
		return dd_guess_clock(value, out);
	if (strcmp(type, "clockTimeOrDate") == 0)
		return dd_guess_clock_or_date(value, out);
	if (strcmp(type, "lengthOfTime") == 0)
		return dd_guess_duration(value, out);
	if (strcmp(type, "decimalAmount") == 0)
		return guess_number(value, false, out);
	if (strcmp(type, "xs:positiveInteger") == 0)
		return guess_number(value, true, out);
	if (strcmp(type, "xs:boolean") == 0)
		return guess_boolean(value, out);
	if (strcmp(type, "name") == 0 || strcmp(type, "xs:ID") == 0)
		return guess_name(value, out);
	return guess_code(grammar, type, value, out);
}

/* The wide letters, digits and marks of Japanese keyboards as ASCII; no-break
 * and wide spaces, which nobody sees, as spaces, and none at the ends. */
static void
narrow(const char *value, struct dd_buffer *out)
{
	const char *end = value + strlen(value);
	size_t spaces = 0;
	uint32_t cp = 0;

	while (value < end) {
		value += dd_utf8_decode(value, end, &cp);
		if (cp == ' ' || cp == 0xA0 || cp == 0x3000) {
			spaces++;
			continue;
		}
		if (out->len > 0)
			dd_buffer_repeat(out, ' ', spaces);
		spaces = 0;
		if (cp >= 0xFF01 && cp <= 0xFF5E)
			cp -= 0xFEE0;
		dd_buffer_put_utf8(out, cp);
	}
}

bool
dd_guess(const struct dd_grammar *grammar, const char *type,
    const xmlNode *node, const char *value, struct dd_advice *out)
{
	struct dd_buffer plain;
	bool known;

	dd_buffer_init(&plain, 0);
	narrow(value, &plain);
	known =
	    plain.len > 0 && guess_narrow(grammar, type, node, plain.data, out);
	dd_buffer_release(&plain);
	return known;
}
