/* SPDX-License-Identifier: MIT */
/* Which numbers may stand in JSON. Read by hand: strtod asks the locale. */
#include "output/json_number.h"
#include <stddef.h>
#include <string.h>

enum {
	DIGITS_MAX = 17,    /* that a double keeps apart */
	EXPONENT_MAX = 307, /* ten to this power is safely a double */
};

struct number {
	const char *whole, *fraction;
	size_t whole_len, fraction_len;
	int exponent;
};

static size_t
count_digits(const char *p)
{
	return strspn(p, "0123456789");
}

/* Reads `e+12`; false where it is no exponent or a far too large one. */
static bool
read_exponent(const char *p, int *ret_exponent)
{
	int sign = 1, value = 0;
	size_t len;

	p++;
	if (*p == '+' || *p == '-')
		sign = *p++ == '-' ? -1 : 1;
	len = count_digits(p);
	if (len == 0 || p[len])
		return false;
	for (; *p; p++) {
		value = value * 10 + (*p - '0');
		if (value > 10000)
			return false;
	}
	*ret_exponent = sign * value;
	return true;
}

static bool
read_number(const char *p, struct number *ret_number)
{
	struct number *n = ret_number;

	n->whole = p;
	n->whole_len = count_digits(p);
	n->fraction = p + n->whole_len;
	n->fraction_len = 0;
	n->exponent = 0;
	if (n->whole_len == 0 || (n->whole_len > 1 && *p == '0'))
		return false;
	p += n->whole_len;
	if (*p == '.') {
		n->fraction = ++p;
		n->fraction_len = count_digits(p);
		if (n->fraction_len == 0)
			return false;
		p += n->fraction_len;
	}
	if (*p == 'e' || *p == 'E')
		return read_exponent(p, &n->exponent);
	return *p == '\0';
}

/* Digits between the first and the last that is not 0; the power of ten of
 * the first one in *ret_power. 0 for a zero. */
static size_t
count_significant(const struct number *n, long *ret_power)
{
	size_t total = n->whole_len + n->fraction_len, first = total, last = 0;

	for (size_t i = 0; i < total; i++) {
		char digit = i < n->whole_len ? n->whole[i]
					      : n->fraction[i - n->whole_len];

		if (digit == '0')
			continue;
		if (first == total)
			first = i;
		last = i;
	}
	*ret_power = (long)n->whole_len - 1 - (long)first + n->exponent;
	return first == total ? 0 : last - first + 1;
}

bool
dd_json_is_number(const char *text)
{
	static const char limit[] = "9007199254740992"; /* 2^53 */
	const size_t limit_len = sizeof(limit) - 1;
	bool minus = *text == '-';
	struct number n;
	size_t digits;
	long power;

	if (!read_number(text + minus, &n))
		return false;
	digits = count_significant(&n, &power);
	if (digits == 0)
		return !minus;
	if (digits > DIGITS_MAX || power > EXPONENT_MAX ||
	    power < -EXPONENT_MAX)
		return false;
	if (n.fraction_len > 0 || n.exponent != 0)
		return true;
	return n.whole_len < limit_len ||
	    (n.whole_len == limit_len &&
		strncmp(n.whole, limit, limit_len) <= 0);
}
