/* SPDX-License-Identifier: MIT */
/* Where sentences end. */
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "import/body.h"

/* A stop behind these does not end a sentence. */
static bool
is_abbreviation(const char *text, size_t from, size_t stop)
{
	static const char *const words[] = {"Mr", "Ms", "Mrs", "Dr", "Prof",
	    "Hon", "Rt", "St", "Gen", "Lt", "Amb", "No", "Jan", "Feb", "Aug",
	    "Sept", "Oct", "Nov", "Dec", "vs", "etc", "e.g", "i.e", "a.m",
	    "p.m", "approx", "Jr", "Sr", "Inc", "Ltd", "Col", "Maj", "Adm"};
	size_t start = stop;

	while (start > from && text[start - 1] != ' ' && text[start - 1] != '(')
		start--;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == stop - start &&
		    memcmp(text + start, words[i], stop - start) == 0)
			return true;
	/* Behind a city its state is the end: "Washington, D.C. She …" */
	if (stop - start == 3 && memcmp(text + start, "D.C", 3) == 0)
		return false;
	/* "J." and "U.S." */
	return stop - start == 1 ? dd_ascii_is_letter(text[start])
				 : stop - start > 1 && text[stop - 2] == '.' &&
		dd_ascii_is_letter(text[stop - 1]);
}

/* Closing quotation marks and brackets belong to the sentence. */
static size_t
skip_closing(const char *text, size_t len, size_t at)
{
	static const char *const marks[] = {
	    "”", "’", "\"", "'", ")", "」", "』", "）", "]"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t size = strlen(marks[i]);

		if (at + size <= len && memcmp(text + at, marks[i], size) == 0)
			return skip_closing(text, len, at + size);
	}
	return at;
}

/* The bracket or quotation mark that closes the one at `at`; 0 where it opens
 * none, or is not closed soon. */
static size_t
find_close(const char *text, size_t len, size_t at)
{
	static const struct {
		const char *open, *close;
	} rows[] = {{"(", ")"}, {"“", "”"}};
	enum { SOON = 400 };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t size = strlen(rows[i].open), rest = len - at;
		const char *close;

		if (rest <= size || memcmp(text + at, rows[i].open, size) != 0)
			continue;
		close = memmem(text + at, rest < SOON ? rest : SOON,
		    rows[i].close, strlen(rows[i].close));
		return close ? (size_t)(close - text) : 0;
	}
	return 0;
}

/* True where a sentence that has a stop in front of `end` is over there. */
static bool
is_over(const char *text, size_t from, size_t stop, size_t end)
{
	return text[end] == ' ' &&
	    !(text[stop] == '.' && is_abbreviation(text, from, stop)) &&
	    !(text[end + 1] >= 'a' && text[end + 1] <= 'z');
}

size_t
dd_sentence_end(const char *text, size_t len, size_t from)
{
	size_t inside = 0; /* up to where marks are closed */

	for (size_t at = from; at < len; at++) {
		size_t close = find_close(text, len, at);
		char c = text[at];

		if (close > inside)
			inside = close;
		if (at + 2 < len && at >= inside &&
		    (memcmp(text + at, "。", 3) == 0 ||
			memcmp(text + at, "．", 3) == 0))
			return skip_closing(text, len, at + 3);
		/* The stop in front of a closing quotation mark ends the
		 * sentence around it too. */
		if ((c == '.' || c == '!' || c == '?') &&
		    (at >= inside ||
			(at + 1 == inside && text[inside] != ')'))) {
			size_t end = skip_closing(text, len, at + 1);

			if (end == len)
				return len;
			if (is_over(text, from, at, end))
				return end;
		}
	}
	return len;
}
