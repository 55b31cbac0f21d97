/* SPDX-License-Identifier: MIT */
/* Amounts in prose: what is one number, and what is left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "language/read_number.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

struct example {
	const char *text, *words;
	double value, step;
};

static void
compare(const struct example *examples, size_t count, const char *lang)
{
	for (size_t i = 0; i < count; i++) {
		const struct example *e = &examples[i];
		struct dd_typed_number n;

		if (!dd_number_read(e->text, 0, strlen(e->text), lang, &n))
			fail_msg("not read: %s", e->text);
		if (n.value < e->value * 0.999999 ||
		    n.value > e->value * 1.000001)
			fail_msg("%s is %f", e->text, n.value);
		if (n.step < e->step * 0.999999 || n.step > e->step * 1.000001)
			fail_msg("%s by %f", e->text, n.step);
		assert_int_equal(n.end - n.start, strlen(e->words));
		assert_memory_equal(
		    e->text + n.start, e->words, strlen(e->words));
	}
}

static void
test_english(void **state)
{
	static const struct example examples[] = {
	    {"four crew members", "four", 4, 1},
	    {"83 per cent", "83", 83, 1},
	    {"46.5 tonnes", "46.5", 46.5, 0.1},
	    {"EUR 12,500,000", "12,500,000", 12500000, 1},
	    {"about 12.5 million euros", "12.5 million", 12500000, 100000},
	    {"US$40m", "40m", 40000000, 1000000},
	    {"two hundred and twelve people", "two hundred and twelve", 212, 1},
	    {"sixty-four pilots", "sixty-four", 64, 1},
	    {"three thousand five hundred", "three thousand five hundred", 3500,
		1},
	    {"a million trees", "a million", 1000000, 1},
	    {"ten members, and friends", "ten", 10, 1},
	};

	(void)state;
	compare(examples, COUNT(examples), "en");
}

static void
test_japanese(void **state)
{
	static const struct example examples[] = {
	    {"約3億5000万円", "3億5000万", 350000000, 10000},
	    {"１，２５０万ユーロ", "１，２５０万", 12500000, 10000},
	    {"4名", "4", 4, 1},
	    {"46.5トン", "46.5", 46.5, 0.1},
	};

	(void)state;
	compare(examples, COUNT(examples), "ja");
}

static void
test_what_is_not_one_number(void **state)
{
	static const char *const texts[] = {"", "people", "one of twelve",
	    "10 to 12", "10-12", "the 21st", "half a million", "two dozen",
	    "G7", "2½ hours", "10:30", "12,50 euros", "a ship"};
	struct dd_typed_number n;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (dd_number_read(texts[i], 0, strlen(texts[i]), "en", &n))
			fail_msg("%s was read as %f", texts[i], n.value);
	assert_false(dd_number_read("4 ans", 0, 5, "fr", &n));
	assert_false(dd_number_read("4", 0, 1, NULL, &n));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_english),
	    cmocka_unit_test(test_japanese),
	    cmocka_unit_test(test_what_is_not_one_number),
	};

	return cmocka_run_group_tests_name(
	    "amounts in prose", tests, NULL, NULL);
}
