/* SPDX-License-Identifier: MIT */
/* Dictionaries that are made here: which languages there are, which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "base/file.h"
#include "model/speller.h"

static void
write_file(const char *name, const char *text)
{
	assert_int_equal(dd_file_write(name, text, strlen(text), NULL), 0);
}

static void
write_dictionary(const char *rules, const char *words, const char *text)
{
	write_file(rules, "SET UTF-8\n");
	write_file(words, text);
}

static int
enter_folder(void **state)
{
	static char folder[] = "/tmp/diplodoc-speller-XXXXXX";

	*state = folder;
	return mkdtemp(folder) ? chdir(folder) : -1;
}

static int
leave_folder(void **state)
{
	static const char *const files[] = {"en_GB.aff", "en_GB.dic",
	    "en_US.aff", "en_US.dic", "fr.aff", "fr.dic"};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		unlink(files[i]);
	return chdir("/") || rmdir(*state);
}

static void
test_languages(void **state)
{
	struct dd_speller_db db;

	(void)state;
	dd_speller_db_init(&db, ".");
	assert_false(dd_speller_has(&db, "en"));
	write_dictionary("en_GB.aff", "en_GB.dic", "1\ncolour\n");
	assert_false(dd_speller_has(&db, "en")); /* the other half is missing */
	write_dictionary("en_US.aff", "en_US.dic", "1\ncolor\n");
	assert_true(dd_speller_has(&db, "en"));
	assert_true(dd_speller_has(&db, "en-GB"));
	assert_false(dd_speller_has(&db, "eng"));
	assert_false(dd_speller_has(&db, "fr"));
	assert_false(dd_speller_has(&db, "ja"));
	dd_speller_db_release(&db);
}

static void
test_words(void **state)
{
	struct dd_speller_db db;

	(void)state;
	write_dictionary("en_GB.aff", "en_GB.dic", "1\ncolour\n");
	write_dictionary("en_US.aff", "en_US.dic", "1\ncolor\n");
	write_dictionary("fr.aff", "fr.dic", "1\naccueillir\n");
	dd_speller_db_init(&db, ".");
	assert_true(dd_speller_knows(&db, "en", "color"));
	assert_null(db.lists[1]); /* not read before it is needed */
	assert_true(dd_speller_knows(&db, "en", "colour"));
	assert_null(db.dictionaries[0]); /* nor is the judge */
	assert_false(dd_speller_knows(&db, "en", "colur"));
	assert_false(dd_speller_knows(&db, "en", "accueillir"));
	assert_true(dd_speller_knows(&db, "fr-CA", "accueillir"));
	assert_false(dd_speller_knows(&db, "ja", "colour"));
	dd_speller_db_release(&db);
	assert_null(db.dictionaries[0]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_languages),
	    cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
