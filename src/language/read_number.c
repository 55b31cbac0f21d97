/* SPDX-License-Identifier: MIT */
/* Reads one amount; whatever is not plainly one number is refused. */
#include "language/read_number.h"
#include <string.h>
#include "base/ascii.h"

struct word {
	const char *word;
	double value;
};

static const struct word english_scales[] = {{"hundred", 1e2},
    {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12},
    {"bn", 1e9}, {"m", 1e6}};

static const struct word japanese_scales[] = {
    {"千", 1e3}, {"万", 1e4}, {"億", 1e8}, {"兆", 1e12}};

static const struct word english_numbers[] = {{"zero", 0}, {"one", 1},
    {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6},
    {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11},
    {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
    {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60},
    {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};

/* Counts that are not read: the text is then left alone. */
static const char *const other_counts[] = {"half", "halves", "third", "thirds",
    "quarter", "quarters", "dozen", "dozens", "score", "pair", "pairs",
    "double", "twice"};

#define COUNT(a) (sizeof(a) / sizeof *(a))

struct scanner {
	const char *p, *end;
	bool japanese;
	bool failed; /* something that is not plainly a number */
};

static size_t
measure_letters(const struct scanner *s)
{
	const char *p = s->p;

	while (p < s->end && dd_ascii_is_letter(*p))
		p++;
	return (size_t)(p - s->p);
}

static bool
find_word(const struct word *list, size_t count, const char *word, size_t len,
    double *ret_value)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(list[i].word) == len &&
		    dd_ascii_equal_n(word, list[i].word, len)) {
			*ret_value = list[i].value;
			return true;
		}
	return false;
}

/* The next digit, ASCII or full-width (EF BC 90 to 99); -1 where none is. */
static int
take_digit(struct scanner *s)
{
	const unsigned char *p = (const unsigned char *)s->p;

	if (s->p < s->end && dd_ascii_is_digit(*s->p))
		return *s->p++ - '0';
	if (s->end - s->p >= 3 && p[0] == 0xef && p[1] == 0xbc &&
	    p[2] >= 0x90 && p[2] <= 0x99) {
		s->p += 3;
		return p[2] - 0x90;
	}
	return -1;
}

/* A separator of that ASCII value, or its full-width form. */
static bool
take_separator(struct scanner *s, char separator)
{
	const char *wide = separator == ',' ? "，" : "．";
	struct scanner next = *s;

	if (next.p < next.end && *next.p == separator)
		next.p++;
	else if (next.end - next.p >= 3 && memcmp(next.p, wide, 3) == 0)
		next.p += 3;
	else
		return false;
	*s = next;
	if (take_digit(&next) >= 0)
		return true;
	s->p -= *(s->p - 1) == separator ? 1 : 3;
	return false;
}

/* "12,500", "46.5". False where no digit stands there. */
static bool
take_digits(struct scanner *s, struct dd_typed_number *number)
{
	int digit = take_digit(s), group;

	if (digit < 0)
		return false;
	*number = (struct dd_typed_number){.value = digit, .step = 1};
	while ((digit = take_digit(s)) >= 0)
		number->value = number->value * 10 + digit;
	while (take_separator(s, ',')) {
		for (group = 0; (digit = take_digit(s)) >= 0; group++)
			number->value = number->value * 10 + digit;
		s->failed = s->failed || group != 3;
	}
	if (take_separator(s, '.'))
		while ((digit = take_digit(s)) >= 0) {
			number->step /= 10;
			number->value += digit * number->step;
		}
	/* 21st, 5G, 10:30, 3-4, 2½ */
	if (s->p < s->end && strchr(":-/", *s->p))
		s->failed = true;
	return true;
}

/* One scale behind a number, with or without a space. */
static bool
take_scale(struct scanner *s, double *ret_scale)
{
	struct scanner next = *s;
	size_t len;

	for (size_t i = 0; s->japanese && i < COUNT(japanese_scales); i++)
		if (next.end - next.p >= 3 &&
		    memcmp(next.p, japanese_scales[i].word, 3) == 0) {
			s->p += 3;
			*ret_scale = japanese_scales[i].value;
			return true;
		}
	next.p += strspn(next.p, DD_ASCII_SPACES);
	len = next.p < next.end ? measure_letters(&next) : 0;
	if (s->japanese ||
	    !find_word(english_scales, COUNT(english_scales), next.p, len,
		ret_scale) ||
	    (len == 1 && next.p > s->p))
		return false;
	s->p = next.p + len;
	return true;
}

/* "3億5000万", "12.5 million". */
static void
take_scales(struct scanner *s, struct dd_typed_number *number)
{
	double scale, part = number->value, total = 0;
	struct dd_typed_number next;

	while (take_scale(s, &scale)) {
		total += part * scale;
		number->step *= scale;
		part = 0;
		if (!s->japanese || !take_digits(s, &next))
			continue;
		part = next.value;
		number->step = next.step;
	}
	number->value = total + part;
	/* What hangs on the number: 21st, 5G, 2½ (C2 BC to BE). */
	if (measure_letters(s) > 0 && !s->japanese)
		s->failed = true;
	if (s->end - s->p >= 2 && (unsigned char)s->p[0] == 0xc2 &&
	    (unsigned char)s->p[1] >= 0xbc)
		s->failed = true;
}

/* --- number words -------------------------------------------------------- */

/* The next word of a number, behind blanks, a hyphen or "and". */
static size_t
find_next_word(struct scanner *s)
{
	size_t len;

	if (s->p < s->end && *s->p == '-')
		s->p++;
	while (s->p < s->end && dd_ascii_is_space(*s->p))
		s->p++;
	len = measure_letters(s);
	if (len == 3 && dd_ascii_equal_n(s->p, "and", 3) && s->end - s->p > 4) {
		s->p += 4;
		len = measure_letters(s);
	}
	return len;
}

/* "two hundred and twelve", "a million". False where no number begins. */
static bool
take_words(struct scanner *s, struct dd_typed_number *number)
{
	struct scanner next = *s;
	double value, total = 0, part = 0;
	size_t len = measure_letters(s);
	bool found = false, article = len == 1 && dd_ascii_lower(*s->p) == 'a';

	if (article) {
		next.p++;
		len = find_next_word(&next);
		part = 1;
		if (!find_word(english_scales, COUNT(english_scales), next.p,
			len, &value))
			return false;
	}
	for (; len > 0; len = find_next_word(&next)) {
		if (find_word(english_numbers, COUNT(english_numbers), next.p,
			len, &value))
			part += value;
		else if ((found || article) && len > 2 &&
		    find_word(english_scales, COUNT(english_scales), next.p,
			len, &value)) {
			part *= value;
			total += value > 100 ? part : 0;
			part = value > 100 ? 0 : part;
		} else
			break;
		found = true;
		next.p += len;
		s->p = next.p;
	}
	*number = (struct dd_typed_number){.value = total + part, .step = 1};
	return found;
}

static bool
is_other_count(const struct scanner *s, size_t len)
{
	for (size_t i = 0; i < COUNT(other_counts); i++)
		if (strlen(other_counts[i]) == len &&
		    dd_ascii_equal_n(s->p, other_counts[i], len))
			return true;
	return false;
}

/* The number at a place, or steps over what stands there. */
static bool
take(struct scanner *s, struct dd_typed_number *number)
{
	size_t len = measure_letters(s);

	if (take_digits(s, number)) {
		take_scales(s, number);
		return true;
	}
	if (!s->japanese && len > 0 && take_words(s, number))
		return true;
	s->failed = s->failed || is_other_count(s, len);
	s->p += len > 0 ? len : 1;
	/* G7, A4 */
	if (len > 0 && s->p < s->end && dd_ascii_is_digit(*s->p) &&
	    !s->japanese)
		s->failed = true;
	return false;
}

bool
dd_number_read(const char *text, size_t from, size_t to, const char *lang,
    struct dd_typed_number *ret_number)
{
	struct scanner s = {.p = text + from, .end = text + to};
	struct dd_typed_number number;
	size_t count = 0;

	s.japanese = lang && dd_ascii_equal_n(lang, "ja", 2);
	if (!lang || (!s.japanese && !dd_ascii_equal_n(lang, "en", 2)))
		return false;
	while (s.p < s.end && !s.failed && count < 2) {
		const char *start = s.p;

		if (!take(&s, &number))
			continue;
		*ret_number = number;
		ret_number->start = (size_t)(start - text);
		ret_number->end = (size_t)(s.p - text);
		count++;
	}
	return count == 1 && !s.failed;
}
