/* SPDX-License-Identifier: MIT */
/* The quick list of a dictionary: what it has, Hunspell has too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include <hunspell/hunspell.h>
#include "base/file.h"
#include "model/word_list.h"

#define FOLDER "/usr/share/hunspell/"

static int
enter_folder(void **state)
{
	static char folder[] = "/tmp/diplodoc-words-XXXXXX";

	*state = folder;
	return mkdtemp(folder) ? chdir(folder) : -1;
}

static int
leave_folder(void **state)
{
	unlink("x.aff");
	unlink("x.dic");
	return chdir("/") || rmdir(*state);
}

/* Reads a dictionary that is made here. */
static void
read_made(struct dd_word_list *list, const char *rules, const char *words)
{
	assert_int_equal(dd_file_write("x.aff", rules, strlen(rules), NULL), 0);
	assert_int_equal(dd_file_write("x.dic", words, strlen(words), NULL), 0);
	dd_word_list_read(list, "x.aff", "x.dic");
}

/* True where a dictionary of these rules and words has `word`. */
static bool
has(const char *rules, const char *words, const char *word)
{
	struct dd_word_list list;
	bool found;

	read_made(&list, rules, words);
	found = dd_word_list_has(&list, word);
	dd_word_list_release(&list);
	return found;
}

static const char rules[] = "SET UTF-8\nONLYINCOMPOUND c\nNEEDAFFIX n\n"
			    "PFX U Y 1\nPFX U 0 un .\n"
			    "SFX D Y 2\nSFX D y ied [^aeiou]y\n"
			    "SFX D 0 ed [^ey]\n"
			    "SFX L N 1\nSFX L 0 less/n .\n"
			    "SFX P N 1\nSFX P 0 ness/U .\n";

static void
test_stems(void **state)
{
	static const char words[] =
	    "8\nmarry/DU\nplay/D\nfoot/c\nkind/PL\nstem/nD\ntwo words\n"
	    "note po:nom\ntail\tst:x";

	(void)state;
	assert_true(has(rules, words, "marry"));
	assert_true(has(rules, words, "note"));
	assert_true(has(rules, words, "tail"));
	assert_true(has(rules, words, "stemed"));
	assert_false(has(rules, words, "stem")); /* not by itself */
	assert_false(has(rules, words, "foot"));
	assert_false(has(rules, words, "two"));
	assert_false(has(rules, words, "mary"));
	assert_false(has(rules, words, "Marry"));
	assert_false(has(rules, words, ""));
}

static void
test_affixes(void **state)
{
	static const char words[] = "3\nmarry/DU\nplay/D\nkind/PL\n";

	(void)state;
	assert_true(has(rules, words, "married"));
	assert_true(has(rules, words, "unmarry"));
	assert_true(has(rules, words, "unmarried"));
	assert_true(has(rules, words, "kindness"));
	assert_false(has(rules, words, "marryed"));
	assert_false(has(rules, words, "plaied"));
	assert_false(has(rules, words, "unplay"));
	assert_false(has(rules, words, "unkindness")); /* does not cross */
	assert_false(has(rules, words, "kindless"));   /* needs one more */
	assert_false(has(rules, words, "playness"));
}

/* What is not understood, or forbids words, leaves no word. */
static void
test_odd_files(void **state)
{
	static const char words[] = "1\nword/A{}\n";

	(void)state;
	assert_true(has("SET UTF-8\n", words, "word"));
	assert_true(
	    has("SET UTF-8\nICONV 1\nICONV \xE2\x80\x99 '\n", words, "word"));
	assert_false(has("SET UTF-8\nICONV 1\nICONV w v\n", words, "word"));
	assert_true(
	    has("SET UTF-8\nPHONE 1\nPHONE AH(AEIOUY)-^ *H\n", words, "word"));
	assert_false(has("SET ISO8859-1\n", words, "word"));
	assert_false(has("", words, "word"));
	assert_false(has("SET UTF-8\nFLAG num\n", words, "word"));
	assert_false(has("SET UTF-8\nCOMPLEXPREFIXES\n", words, "word"));
	assert_false(has("SET UTF-8\nAF 1\nAF A\n", words, "word"));
	assert_false(has("SET UTF-8\nSFX D Y 2\nSFX D 0 d e\n", words, "word"));
	assert_false(has("SET UTF-8\nFORBIDDENWORD A\n", words, "word"));
	assert_false(
	    has("SET UTF-8\nFLAG long\nFORBIDDENWORD {}\n", words, "word"));
	assert_true(
	    has("SET UTF-8\nFLAG long\nFORBIDDENWORD {!\n", words, "word"));
	assert_false(has("SET UTF-8\n", "99999999\nword\n", "word"));
	assert_true(has("SET UTF-8\n", "1\nword", "word"));
	assert_false(has("SET UTF-8\n", "", "word"));
}

/* --- the dictionaries of the system -------------------------------------- */

struct pair {
	struct dd_word_list list;
	Hunhandle *judge;
	size_t asked, known, listed;
};

/* Others are never looked for: Hunspell takes them apart, or makes them small. */
static bool
is_asked(const char *word)
{
	for (; *word; word++)
		if (*word == '-' || (*word >= 'A' && *word <= 'Z'))
			return false;
	return true;
}

/* One word of both. It must not be in the list where Hunspell has it not. */
static void
compare(struct pair *pair, const char *word)
{
	bool known = Hunspell_spell(pair->judge, word);
	bool listed = dd_word_list_has(&pair->list, word);

	if (listed && !known)
		fail_msg("the list has `%s`, and Hunspell has not", word);
	pair->asked++;
	pair->known += known && is_asked(word);
	pair->listed += listed;
}

/* A stem with one more text behind or before it, also with a wrong letter, and
 * with one of the prefixes. */
static void
compare_form(struct pair *pair, struct dd_span start, struct dd_span end)
{
	const struct dd_affixes *a = &pair->list.affixes;
	char word[200], prefixed[300];
	size_t len = start.len + end.len;
	uint32_t prefix = a->prefixes;

	snprintf(word, sizeof word, "%.*s%.*s", (int)start.len, start.text,
	    (int)end.len, end.text);
	compare(pair, word);
	for (size_t i = pair->asked % 16; i > 0 && a->all[prefix - 1].next; i--)
		prefix = a->all[prefix - 1].next;
	snprintf(prefixed, sizeof prefixed, "%.*s%s",
	    (int)a->all[prefix - 1].add.len, a->all[prefix - 1].add.text, word);
	compare(pair, prefixed);
	word[len / 2] = (char)('a' + len % 26);
	compare(pair, word);
}

/* A stem with the affixes whose flags it has, and with some that it has not, so
 * that many words are wrong. */
static void
compare_forms(struct pair *pair, struct dd_span stem, size_t step)
{
	const struct dd_affixes *a = &pair->list.affixes;
	struct dd_span flags = {stem.text + stem.len, 0};

	if (*flags.text == '/')
		flags.len = strcspn(++flags.text, "\t \n");
	for (size_t i = 0; i < a->count; i++) {
		const struct dd_affix *s = &a->all[i];
		size_t rest = stem.len - s->strip.len;

		if (stem.len <= s->strip.len ||
		    (i % 101 != step % 101 &&
			!dd_affixes_flagged(a, flags, s->flag)))
			continue;
		compare_form(pair, (struct dd_span){stem.text, rest}, s->add);
		compare_form(pair, s->add,
		    (struct dd_span){stem.text + s->strip.len, rest});
	}
}

/* Bytes of the stem of a line, which is in small letters; or 0. */
static size_t
measure_plain(const char *line)
{
	size_t len = strcspn(line, "/\t \n");

	return *line >= 'a' && *line <= 'z' && len > 2 && len < 60 &&
		!memchr(line, '-', len)
	    ? len
	    : 0;
}

/* Every 401st line of a dictionary. */
static void
compare_some(struct pair *pair)
{
	const char *p = pair->list.text.data, *next;
	size_t step = 0;

	for (; (next = strchr(p, '\n')); p = next + 1) {
		struct dd_span stem = {p, measure_plain(p)};

		if (++step % 401 == 0 && stem.len > 0)
			compare_forms(pair, stem, step);
	}
}

/* The share of stems in small letters, in percent. */
static size_t
compare_stems(struct pair *pair)
{
	const char *p = pair->list.text.data, *next;
	char word[60];

	pair->asked = pair->known = pair->listed = 0;
	for (; (next = strchr(p, '\n')); p = next + 1) {
		size_t len = measure_plain(p);

		if (len == 0)
			continue;
		memcpy(word, p, len);
		word[len] = '\0';
		compare(pair, word);
	}
	print_message(
	    "# stems: %zu known, %zu in the list\n", pair->known, pair->listed);
	assert_true(pair->known > 0);
	return pair->listed * 100 / pair->known;
}

static void
compare_dictionary(const char *rules_path, const char *words_path)
{
	struct pair pair = {.asked = 0};

	if (access(rules_path, R_OK) != 0 || access(words_path, R_OK) != 0) {
		print_message("%s is not installed\n", words_path);
		skip();
	}
	dd_word_list_read(&pair.list, rules_path, words_path);
	pair.judge = Hunspell_create(rules_path, words_path);
	compare_some(&pair);
	print_message("# %s: %zu made words, %zu known, %zu in the list\n",
	    words_path, pair.asked, pair.known, pair.listed);
	assert_true(pair.asked > pair.known);
	assert_true(pair.listed * 100 >= pair.known * 90);
	assert_in_range(compare_stems(&pair), 95, 100);
	Hunspell_destroy(pair.judge);
	dd_word_list_release(&pair.list);
}

static void
test_american(void **state)
{
	(void)state;
	compare_dictionary(FOLDER "en_US.aff", FOLDER "en_US.dic");
}

static void
test_british(void **state)
{
	(void)state;
	compare_dictionary(FOLDER "en_GB.aff", FOLDER "en_GB.dic");
}

static void
test_french(void **state)
{
	(void)state;
	compare_dictionary(FOLDER "fr.aff", FOLDER "fr.dic");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_stems),
	    cmocka_unit_test(test_affixes),
	    cmocka_unit_test(test_odd_files),
	    cmocka_unit_test(test_american),
	    cmocka_unit_test(test_british),
	    cmocka_unit_test(test_french),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
