/* SPDX-License-Identifier: MIT */
/* Owns: what two findings have in common if they are the same one. */
#include "check/baseline.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include "base/ascii.h"
#include "check/check.h"
#include "diag/diagnostic.h"
#include "xml/parse.h"
#include "xml/source.h"

enum { AROUND = 32 }; /* bytes before and behind that are looked at */

/* FNV-1a: no secret, but the same on every machine. */
static uint64_t
add_byte(uint64_t hash, char byte)
{
	return (hash ^ (unsigned char)byte) * UINT64_C(1099511628211);
}

/* All but white space, and a mark behind it. */
static uint64_t
add_text(uint64_t hash, const char *text, size_t from, size_t to)
{
	for (; from < to; from++)
		if (!dd_ascii_is_space(text[from]))
			hash = add_byte(hash, text[from]);
	return add_byte(hash, '\n');
}

/* The way goes to so many bytes of words, white space left out, and not over
 * markup: what stands in the next element is another matter. */
static size_t
find_before(const struct dd_source *source, size_t at)
{
	for (size_t count = 0; at > 0 && count < AROUND; at--) {
		if (source->text[at - 1] == '>')
			break;
		count += !dd_ascii_is_space(source->text[at - 1]);
	}
	return at;
}

static size_t
find_behind(const struct dd_source *source, size_t at)
{
	for (size_t count = 0; at < source->len && count < AROUND; at++) {
		if (source->text[at] == '<')
			break;
		count += !dd_ascii_is_space(source->text[at]);
	}
	return at;
}

/* The gate may refuse a document before it has a text. */
static struct dd_range
clamp(struct dd_range range, size_t len)
{
	range.start = range.start < len ? range.start : len;
	range.end = range.end < len ? range.end : len;
	return range;
}

void
dd_baseline_key(const struct dd_source *source,
    const struct dd_diagnostic *diagnostic, char out[DD_KEY_SIZE])
{
	const char *slug = dd_diagnostic_slug(diagnostic);
	struct dd_range range = clamp(diagnostic->range, source->len);
	uint64_t hash = UINT64_C(14695981039346656037);

	hash = add_text(hash, slug, 0, strlen(slug));
	hash = add_text(
	    hash, source->text, find_before(source, range.start), range.start);
	hash = add_text(hash, source->text, range.start, range.end);
	hash = add_text(
	    hash, source->text, range.end, find_behind(source, range.end));
	snprintf(out, DD_KEY_SIZE, "%016" PRIx64, hash);
}

void
dd_baseline_mark(
    const struct dd_check_input *input, size_t told, struct dd_sink *sink)
{
	const struct dd_check_options *options = input->options;
	char key[DD_KEY_SIZE];

	for (struct dd_diagnostic *d = sink->first; d && options->is_known;
	     d = d->next) {
		if (d->serial < told || d->excuse)
			continue;
		dd_baseline_key(input->tree->source, d, key);
		if (options->is_known(
			options->context, dd_diagnostic_slug(d), key))
			dd_sink_excuse(sink, d, NULL);
	}
}
