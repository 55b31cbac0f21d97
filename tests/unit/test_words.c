/* SPDX-License-Identifier: MIT */
/* Patterns: slots, optional parts, fallback of keys, and real sentences. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include "base/error.h"
#include "model/words.h"

struct fixture {
	struct dd_resource_set resources;
	struct dd_words words;
	struct dd_slots slots;
	xmlDoc *doc;
	xmlNode *out;
};

static int
set_up(void **state)
{
	static struct fixture f;
	struct dd_error error = {0};

	memset(&f, 0, sizeof f);
	dd_resource_set_init(&f.resources);
	assert_int_equal(
	    dd_words_load(&f.words, &f.resources, "en-GB", &error), 0);
	f.doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlDocSetRootElement(
	    f.doc, xmlNewNode(NULL, (const xmlChar *)"scratch"));
	f.out = xmlNewNode(NULL, (const xmlChar *)"out");
	xmlAddChild(xmlDocGetRootElement(f.doc), f.out);
	dd_slots_init(&f.slots, xmlDocGetRootElement(f.doc));
	*state = &f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	dd_words_release(&f->words);
	dd_resource_set_release(&f->resources);
	xmlFreeDoc(f->doc);
	return 0;
}

static void
expect(struct fixture *f, const char *base, const char *a, const char *b,
    const char *wanted)
{
	xmlChar *text;

	assert_true(dd_words_print(&f->words, base, a, b, &f->slots, f->out));
	text = xmlNodeGetContent(f->out);
	assert_string_equal((const char *)text, wanted);
	xmlFree(text);
}

static void
test_lead_states_every_fact(void **state)
{
	struct fixture *f = *state;

	dd_slots_text(&f->slots, "date", "May 4");
	dd_slots_text(&f->slots, "clocks", "9:30 a.m. local time");
	dd_slots_text(&f->slots, "duration", "approximately 45 minutes");
	dd_slots_flag(&f->slots, "when", true);
	dd_slots_text(&f->slots, "own", "Ms. ORA Lin, Minister of Asteria");
	dd_slots_flag(&f->slots, "ownComma", true);
	dd_slots_text(&f->slots, "verb", "held a meeting with");
	dd_slots_text(&f->slots, "others", "the Minister of Borea");
	dd_slots_text(&f->slots, "announcing", "The summary follows.");
	expect(f, "lead", NULL, NULL,
	    "On May 4, commencing at 9:30 a.m. local time for approximately "
	    "45 minutes, Ms. ORA Lin, Minister of Asteria, held a meeting "
	    "with the Minister of Borea. The summary follows.");
}

static void
test_lead_without_clock(void **state)
{
	struct fixture *f = *state;

	dd_slots_text(&f->slots, "date", "May 4");
	dd_slots_text(&f->slots, "own", "A");
	dd_slots_text(&f->slots, "verb", "met");
	dd_slots_text(&f->slots, "others", "B");
	expect(f, "lead", NULL, NULL, "On May 4, A met B.");
}

static void
test_home_date_only_where_it_rolls_over(void **state)
{
	struct fixture *f = *state;

	dd_slots_text(&f->slots, "local", "6:00 p.m.");
	dd_slots_text(&f->slots, "home", "7:00 a.m.");
	dd_slots_text(&f->slots, "homeDate", "May 5");
	dd_slots_text(&f->slots, "homeName", "Asteria");
	expect(f, "clocks", NULL, NULL,
	    "6:00 p.m. local time (7:00 a.m. on May 5, Asteria time)");
}

static void
test_first_takes_the_first_that_prints(void **state)
{
	struct fixture *f = *state;

	dd_slots_text(&f->slots, "officeOf", "Minister of Borea");
	expect(f, "person.lead", NULL, NULL, "the Minister of Borea");
}

static void
test_keys_fall_back(void **state)
{
	struct fixture *f = *state;

	expect(f, "verb", "foreignMinisters", "telephone",
	    "held a telephone talk with");
}

static void
test_missing_slot_prints_nothing(void **state)
{
	struct fixture *f = *state;

	dd_slots_text(&f->slots, "parties", "Asteria-Borea");
	assert_false(
	    dd_words_print(&f->words, "title", NULL, NULL, &f->slots, f->out));
	assert_null(f->out->children);
}

static void
test_markup_in_slots_is_kept(void **state)
{
	struct fixture *f = *state;
	xmlNode *holder = dd_slots_holder(&f->slots, "event");

	xmlNewChild(holder, NULL, (const xmlChar *)"term",
	    (const xmlChar *)"the Forum");
	expect(f, "occasion", "margins", NULL, "on the margins of the Forum");
	assert_string_equal(f->out->last->name, "term");
}

/* Of a Korean particle there are two, by the sound in front of it. */
static void
test_ending_follows_the_sound(void **state)
{
	static const char *const cases[][2] = {
	    {"총회", "총회를 계기로"},
	    {"포럼", "포럼을 계기로"},
	    {"ASEAN", "ASEAN을 계기로"},
	    {"EU", "EU를 계기로"},
	    {"G20", "G20을 계기로"},
	    {"‘포럼’", "‘포럼’을 계기로"},
	    {"총회(포럼)", "총회(포럼)를 계기로"},
	    {"(포럼) 총회", "(포럼) 총회를 계기로"},
	    {"島", "島를 계기로"},
	};
	struct fixture *f = *state;
	struct dd_words korean;
	struct dd_error error = {0};

	assert_int_equal(
	    dd_words_load(&korean, &f->resources, "ko", &error), 0);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		xmlNode *out = dd_slots_holder(&f->slots, "out");
		xmlChar *text;

		dd_slots_text(&f->slots, "event", cases[i][0]);
		assert_true(dd_words_print(
		    &korean, "occasion", "attending", NULL, &f->slots, out));
		text = xmlNodeGetContent(out);
		assert_string_equal((const char *)text, cases[i][1]);
		xmlFree(text);
	}
	dd_words_release(&korean);
}

static void
test_unknown_language_is_refused(void **state)
{
	struct fixture *f = *state;
	struct dd_words none;
	struct dd_error error = {0};

	assert_int_equal(
	    dd_words_load(&none, &f->resources, "tlh", &error), DD_E_USAGE);
	assert_non_null(strstr(error.text, "`tlh`"));
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(test_lead_states_every_fact),
	    CASE(test_lead_without_clock),
	    CASE(test_home_date_only_where_it_rolls_over),
	    CASE(test_first_takes_the_first_that_prints),
	    CASE(test_keys_fall_back),
	    CASE(test_missing_slot_prints_nothing),
	    CASE(test_markup_in_slots_is_kept),
	    CASE(test_ending_follows_the_sound),
	    CASE(test_unknown_language_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
