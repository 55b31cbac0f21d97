/* SPDX-License-Identifier: MIT */
/* Rules about the form of texts: repeated words. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"

/* Letters, digits and everything beyond ASCII. */
static size_t
measure_word(const char *text)
{
	size_t len = 0;

	while ((text[len] & 0x80) || (text[len] >= '0' && text[len] <= '9') ||
	    (text[len] >= 'A' && text[len] <= 'Z') ||
	    (text[len] >= 'a' && text[len] <= 'z'))
		len++;
	return len;
}

/* Words that stand twice in good sentences. */
static bool
may_repeat(const char *word, size_t len)
{
	static const char *const words[] = {"had", "that", "nous", "vous"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == len &&
		    dd_ascii_equal_n(words[i], word, len))
			return true;
	return false;
}

/* What inline elements without content stand for must be the same as well:
 * <person ref="a"/> <person ref="b"/> are two people. */
static bool
are_same(const struct dd_prose *prose, size_t a, size_t b, size_t len)
{
	const char *objects = prose->text + a, *end = objects + len;

	if (!dd_ascii_equal_n(prose->text + a, prose->text + b, len))
		return false;
	while ((objects = memmem(objects, (size_t)(end - objects),
		    DD_PROSE_OBJECT, strlen(DD_PROSE_OBJECT)))) {
		size_t at = (size_t)(objects - prose->text);
		const char *one =
		    dd_node_value(dd_look_object(prose, at), "ref");
		const char *other =
		    dd_node_value(dd_look_object(prose, at - a + b), "ref");

		if (!one || !other || strcmp(one, other) != 0)
			return false;
		objects += strlen(DD_PROSE_OBJECT);
	}
	return true;
}

static void
report_repeated(struct dd_checker *checker, const struct dd_prose *prose,
    size_t at, size_t len)
{
	bool object = memmem(
	    prose->text + at, len, DD_PROSE_OBJECT, strlen(DD_PROSE_OBJECT));

	if (object)
		dd_check_report(checker, DD_ID_TEXT_REPEATED_WORD, prose, at,
		    at + len,
		    "The same inline element stands twice; remove one of "
		    "them.");
	else
		dd_check_report(checker, DD_ID_TEXT_REPEATED_WORD, prose, at,
		    at + len, "`%.*s` stands twice; remove one of them.",
		    (int)len, prose->text + at);
}

/* Only white space may stand between the two. */
static void
check_repeated_word(struct dd_checker *checker, const struct dd_prose *prose)
{
	const char *text = prose->text;
	size_t at = 0, before = 0, before_len = 0;

	while (at < prose->len) {
		size_t len = measure_word(text + at), blank;

		if (len > 0 && len == before_len &&
		    are_same(prose, before, at, len) &&
		    !may_repeat(text + at, len) &&
		    !dd_look_is_foreign(prose, at))
			report_repeated(checker, prose, at, len);
		before = at;
		before_len = len;
		at += len;
		for (blank = 0; dd_ascii_is_space(text[at + blank]);)
			blank++;
		if (len == 0 || blank == 0)
			before_len = 0;
		at += blank > 0 ? blank : len == 0;
	}
}

const struct dd_rule dd_rules_text[] = {
    {.ids = DD_IDS(DD_ID_TEXT_REPEATED_WORD), .text = check_repeated_word},
    {0},
};
