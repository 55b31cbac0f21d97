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

/* The depth of brackets counts, as long as they are closed again soon. */
static bool
is_closed(const char *text, size_t len, size_t at)
{
	const char *close = memchr(text + at, ')', len - at);

	return close != NULL && (size_t)(close - text) - at < 400;
}

size_t
dd_sentence_end(const char *text, size_t len, size_t from)
{
	size_t depth = 0;

	for (size_t at = from; at < len; at++) {
		char c = text[at];

		if (c == '(' && is_closed(text, len, at))
			depth++;
		else if (c == ')' && depth > 0)
			depth--;
		else if (depth == 0 && at + 2 < len &&
		    (memcmp(text + at, "。", 3) == 0 ||
			memcmp(text + at, "．", 3) == 0))
			return skip_closing(text, len, at + 3);
		else if (depth == 0 && (c == '.' || c == '!' || c == '?')) {
			size_t end = skip_closing(text, len, at + 1);

			if (end == len)
				return len;
			if (text[end] == ' ' &&
			    !(c == '.' && is_abbreviation(text, from, at)) &&
			    !(text[end + 1] >= 'a' && text[end + 1] <= 'z'))
				return end;
		}
	}
	return len;
}
