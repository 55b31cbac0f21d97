/* SPDX-License-Identifier: MIT */
/* The printed numbers of items: every kind from 1 to 60, and nesting. */
#include "resolve_check.h"

enum { ITEMS = 60 };

#define ITEM "<item><statement speaker='a' act='state'>X.</statement>"

/* Sixty items numbered by one kind of label, and a label for each of some. */
struct kind {
	const char *name;
	struct {
		int number;
		const char *label;
	} wanted[12];
};

static const struct kind kinds[] = {
    {"decimal", {{1, "1."}, {9, "9."}, {10, "10."}, {60, "60."}}},
    {"parenDecimal", {{1, "(1)"}, {10, "(10)"}, {60, "(60)"}}},
    {"parenRoman",
	{{1, "(i)"}, {3, "(iii)"}, {4, "(iv)"}, {8, "(viii)"}, {9, "(ix)"},
	    {14, "(xiv)"}, {19, "(xix)"}, {40, "(xl)"}, {44, "(xliv)"},
	    {49, "(xlix)"}, {50, "(l)"}, {60, "(lx)"}}},
    {"alpha",
	{{1, "a."}, {26, "z."}, {27, "aa."}, {52, "az."}, {53, "ba."},
	    {60, "bh."}}},
    {"parenAlpha", {{1, "(a)"}, {26, "(z)"}, {27, "(aa)"}, {60, "(bh)"}}},
    {"fullWidth", {{1, "１"}, {10, "１０"}, {60, "６０"}}},
    {"fullWidthParen", {{1, "（１）"}, {12, "（１２）"}, {60, "（６０）"}}},
    {"circled",
	{{1, "①"}, {20, "⑳"}, {21, "㉑"}, {35, "㉟"}, {36, "㊱"}, {50, "㊿"},
	    {51, "(51)"}, {60, "(60)"}}},
    {"katakana",
	{{1, "ア"}, {5, "オ"}, {6, "カ"}, {44, "ワ"}, {45, "アア"},
	    {46, "アイ"}, {60, "アタ"}}},
    {"hangul",
	{{1, "가."}, {2, "나."}, {14, "하."}, {15, "가가."}, {28, "가하."},
	    {29, "나가."}, {60, "라라."}}},
};

static void
open_items(struct resolved *r, const char *kind)
{
	struct dd_buffer body;
	char house[4096];

	snprintf(house, sizeof house,
	    HOUSE(STYLE("en", "<numbering><level label='%s'/></numbering>")),
	    kind);
	dd_buffer_init(&body, 0);
	for (int i = 0; i < ITEMS; i++)
		dd_buffer_puts(&body, ITEM "</item>");
	open_paper(r, &(struct paper){.house = house, .body = body.data});
	dd_buffer_release(&body);
}

static void
expect_label(struct resolved *r, int number, const char *wanted)
{
	char path[64];

	snprintf(path, sizeof path, "//m:item[%d]/@r:label", number);
	expect_path(r, path, wanted);
}

static void
test_every_kind(void **state)
{
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		open_items(*state, kinds[k].name);
		for (size_t i = 0; i < 12 && kinds[k].wanted[i].number; i++)
			expect_label(*state, kinds[k].wanted[i].number,
			    kinds[k].wanted[i].label);
		close_paper(*state);
	}
}

/* No two items of one row may look the same. */
static void
test_labels_differ(void **state)
{
	struct resolved *r = *state;

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		open_items(r, kinds[k].name);
		expect_path(
		    r, "//m:item[@r:label = preceding::m:item/@r:label]", "");
		expect_path(r, "//m:item[not(@r:label)]", "");
		close_paper(r);
	}
}

static void
test_nesting(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.body = ITEM "</item>" ITEM ITEM
					 "</item>" ITEM ITEM ITEM
					 "</item></item></item></item>"});
	expect_path(r, "//m:item/@r:label", "1.|2.|(1)|(2)|(i)|(i)");
	expect_path(r, "//m:item/@r:number", "1|2|2.1|2.2|2.2.1|2.2.1.1");
	expect_path(r, "//m:item/@r:level", "1|1|2|2|3|4");
	close_paper(r);
}

static void
test_levels_of_the_house(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.house = HOUSE(STYLE("en",
				"<numbering><level label='alpha'/><level "
				"label='circled'/></numbering>")),
		.body = ITEM ITEM ITEM "</item></item></item>" ITEM "</item>"});
	expect_path(r, "//m:item/@r:label", "a.|①|①|b.");
	close_paper(r);
}

/* A number names one item of the document. */
static void
test_topics_count_on(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.body = "<topic><heading>One</heading>" ITEM
				    "</item>" ITEM "</item></topic><topic>" ITEM
				    "</item></topic>" ITEM "</item>"});
	expect_path(r, "//m:item/@r:label", "1.|2.|3.|4.");
	close_paper(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_kind),
	    cmocka_unit_test(test_labels_differ),
	    cmocka_unit_test(test_nesting),
	    cmocka_unit_test(test_levels_of_the_house),
	    cmocka_unit_test(test_topics_count_on),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
