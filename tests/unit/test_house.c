/* SPDX-License-Identifier: MIT */
/* The house file: which home and ministry speak for a country. */
#include "schema_check.h"
#include "model/house.h"

#define HOUSE(homes)                                                           \
	"<house xmlns='urn:diplodoc:house:1' id='h'>" homes "</house>"
#define TWO_HOMES                                                              \
	"<ministry href='a.html' country='JP'>"                                \
	"<name xml:lang='en'>A</name></ministry>"                              \
	"<ministry href='b.html' country='XO'>"                                \
	"<name xml:lang='en'>B</name></ministry>"                              \
	"<home country='JP' zone='Asia/Tokyo'/>"                               \
	"<home country='XO' zone='Asia/Seoul'/>"

static void
read_house(struct dd_house *house, const char *bytes)
{
	struct dd_schema *schema = compile_built_in("schemas/house.xsd");
	struct dd_error error = {0};
	int result = dd_house_read(
	    house, schema, "house.xml", bytes, strlen(bytes), &error);

	assert_string_equal(error.text, "");
	assert_int_equal(result, 0);
	dd_schema_free(schema);
}

static void
expect_attribute(const xmlNode *node, const char *attribute, const char *value)
{
	xmlChar *found = xmlGetProp(node, (const xmlChar *)attribute);

	assert_non_null(found);
	assert_string_equal((const char *)found, value);
	xmlFree(found);
}

static void
test_home_is_that_of_the_own_side(void **state)
{
	struct dd_house house;

	(void)state;
	read_house(&house, HOUSE(TWO_HOMES));
	expect_attribute(dd_house_home(&house, "XO"), "zone", "Asia/Seoul");
	expect_attribute(dd_house_home(&house, "JP"), "zone", "Asia/Tokyo");
	expect_attribute(dd_house_ministry(&house, "XO"), "href", "b.html");
	dd_house_release(&house);
}

static void
test_first_home_serves_everyone_else(void **state)
{
	struct dd_house house;

	(void)state;
	read_house(&house, HOUSE(TWO_HOMES));
	expect_attribute(dd_house_home(&house, "FR"), "zone", "Asia/Tokyo");
	expect_attribute(dd_house_home(&house, NULL), "zone", "Asia/Tokyo");
	expect_attribute(dd_house_ministry(&house, NULL), "href", "a.html");
	dd_house_release(&house);
}

static void
test_neutral_house_has_no_home(void **state)
{
	struct dd_house house;

	(void)state;
	read_house(&house, HOUSE(""));
	assert_null(dd_house_home(&house, "JP"));
	assert_null(dd_house_ministry(&house, NULL));
	dd_house_release(&house);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_home_is_that_of_the_own_side),
	    cmocka_unit_test(test_first_home_serves_everyone_else),
	    cmocka_unit_test(test_neutral_house_has_no_home),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
