/* SPDX-License-Identifier: MIT */
/*
 * Owns: which lines of an affix file are understood. A line that only helps
 * suggestions or allows more words is left out; one that forbids words, or is
 * not known here, makes the whole file useless.
 */
#include "model/affix.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

enum {
	FILE_MAX = 4 << 20, /* bytes; French has 0.3 million */
	FIELDS = 5,	    /* of a line; more are notes */
	ENTRY_MIN = 5,	    /* fields of a rule; its heading has one less */
	AFFIX_MAX = 40,	    /* bytes that a rule strips or adds */
};

enum meaning {
	HARMLESS,
	ENCODING,
	FLAG_KIND,
	INPUT,
	FULL_STRIP,
	FORBIDDEN,
	NEED_AFFIX,
	ONLY_COMPOUND,
	CIRCUMFIX,
	AFFIX,
	UNKNOWN,
};

static const struct {
	const char *word;
	enum meaning meaning;
} meanings[] = {
    {"BREAK", HARMLESS},
    {"CIRCUMFIX", CIRCUMFIX},
    {"COMPOUNDMIN", HARMLESS},
    {"COMPOUNDRULE", HARMLESS},
    {"FLAG", FLAG_KIND},
    {"FORBIDDENWORD", FORBIDDEN},
    {"FULLSTRIP", FULL_STRIP},
    {"ICONV", INPUT},
    {"KEEPCASE", HARMLESS}, /* only words in small letters are asked for */
    {"KEY", HARMLESS},
    {"MAP", HARMLESS},
    {"NEEDAFFIX", NEED_AFFIX},
    {"NOSUGGEST", HARMLESS},
    {"OCONV", HARMLESS},
    {"ONLYINCOMPOUND", ONLY_COMPOUND},
    {"PFX", AFFIX},
    {"PHONE", HARMLESS},	/* for what is suggested */
    {"PSEUDOROOT", NEED_AFFIX}, /* its older name */
    {"REP", HARMLESS},
    {"SET", ENCODING},
    {"SFX", AFFIX},
    {"TRY", HARMLESS},
    {"WORDCHARS", HARMLESS},
};

struct line {
	struct dd_span fields[FIELDS];
	size_t count;
};

struct reader {
	struct dd_affixes *affixes;
	bool utf8, flagged; /* its SET was read; a flag was read */
	/* The table whose lines are being read. */
	struct dd_span kind, name;
	bool crosses;
	size_t left; /* lines */
};

/* --- the fields of a line ------------------------------------------------ */

static bool
is_word(struct dd_span span, const char *word)
{
	return strlen(word) == span.len &&
	    memcmp(span.text, word, span.len) == 0;
}

static bool
is_same(struct dd_span a, struct dd_span b)
{
	return a.len == b.len && memcmp(a.text, b.text, a.len) == 0;
}

static void
split(struct line *line, const char *p, const char *end)
{
	line->count = 0;
	while (line->count < FIELDS) {
		const char *start;

		while (p < end && dd_ascii_is_space(*p))
			p++;
		if (p == end)
			return;
		for (start = p; p < end && !dd_ascii_is_space(*p);)
			p++;
		line->fields[line->count++] =
		    (struct dd_span){start, (size_t)(p - start)};
	}
}

static enum meaning
find_meaning(struct dd_span word)
{
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
		if (is_word(word, meanings[i].word))
			return meanings[i].meaning;
	return UNKNOWN;
}

/* --- flags --------------------------------------------------------------- */

static uint16_t
get_flag(const struct dd_affixes *affixes, const char *at)
{
	const unsigned char *bytes = (const unsigned char *)at;

	return affixes->long_flags ? (uint16_t)(bytes[0] << 8 | bytes[1])
				   : bytes[0];
}

/* False where the field is not one flag. */
static bool
read_flag(struct reader *r, struct dd_span field, uint16_t *out)
{
	size_t len = r->affixes->long_flags ? 2 : 1;

	r->flagged = true;
	if (field.len != len)
		return false;
	*out = get_flag(r->affixes, field.text);
	return true;
}

bool
dd_affixes_flagged(
    const struct dd_affixes *affixes, struct dd_span flags, uint16_t flag)
{
	size_t step = affixes->long_flags ? 2 : 1;

	for (size_t i = 0; flag && i + step <= flags.len; i += step)
		if (get_flag(affixes, flags.text + i) == flag)
			return true;
	return false;
}

/* --- rules --------------------------------------------------------------- */

/* "0" stands for nothing. */
static struct dd_span
get_part(struct dd_span field)
{
	if (is_word(field, "0"))
		field.len = 0;
	return field;
}

/* What a rule adds, and behind a slash its flags. */
static void
read_added(struct dd_affix *affix, struct dd_span field)
{
	const char *slash = memchr(field.text, '/', field.len);

	if (slash) {
		affix->flags.text = slash + 1;
		affix->flags.len =
		    (size_t)(field.text + field.len - affix->flags.text);
		field.len = (size_t)(slash - field.text);
	}
	affix->add = get_part(field);
}

size_t
dd_affix_bucket(const char *text, size_t len)
{
	const unsigned char *end = (const unsigned char *)text + len;

	if (len == 0)
		return 0;
	return (end[-1] * 31u + (len > 1 ? end[-2] : 0)) % DD_AFFIX_BUCKETS;
}

static void
add_affix(struct dd_affixes *a, const struct dd_affix *affix, bool suffix)
{
	uint32_t *head = suffix
	    ? &a->suffixes[dd_affix_bucket(affix->add.text, affix->add.len)]
	    : &a->prefixes;

	if (a->count == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 128;
		a->all = dd_realloc(a->all, a->cap * sizeof *a->all);
	}
	a->all[a->count] = *affix;
	a->all[a->count].next = *head;
	*head = (uint32_t)++a->count;
}

/* One rule of the table that is being read. Those that make no whole word by
 * themselves are not needed. */
static bool
read_rule(struct reader *r, const struct line *line)
{
	struct dd_affixes *a = r->affixes;
	struct dd_affix affix = {.crosses = r->crosses};

	if (line->count < ENTRY_MIN || !is_same(line->fields[0], r->kind) ||
	    !is_same(line->fields[1], r->name) ||
	    !read_flag(r, line->fields[1], &affix.flag))
		return false;
	affix.strip = get_part(line->fields[2]);
	read_added(&affix, line->fields[3]);
	affix.condition = line->fields[4];
	r->left--;
	if (affix.strip.len > AFFIX_MAX || affix.add.len > AFFIX_MAX)
		return false;
	if (!dd_affixes_flagged(a, affix.flags, a->need_affix) &&
	    !dd_affixes_flagged(a, affix.flags, a->only_compound) &&
	    !dd_affixes_flagged(a, affix.flags, a->circumfix))
		add_affix(a, &affix, is_word(r->kind, "SFX"));
	return true;
}

/* "SFX D Y 4": four rules follow. */
static bool
read_heading(struct reader *r, const struct line *line)
{
	if (line->count < ENTRY_MIN - 1)
		return false;
	r->kind = line->fields[0];
	r->name = line->fields[1];
	r->crosses = is_word(line->fields[2], "Y");
	r->left = strtoul(line->fields[3].text, NULL, 10);
	return r->crosses || is_word(line->fields[2], "N");
}

/* --- lines --------------------------------------------------------------- */

/* What Hunspell replaces in a word before it looks it up must not stand in the
 * words that are asked for: of other letters than those of ASCII, they have
 * only the ones that are named here. */
static bool
is_foreign_input(struct dd_span key)
{
	const char *end = key.text + key.len;
	uint32_t cp;

	for (const char *p = key.text; p < end;) {
		size_t len = dd_utf8_decode(p, end, &cp);

		if (len == 0)
			return false;
		if (cp > 0x7F && !(cp >= 0xC0 && cp <= 0xFF) && cp != 0x153)
			return true;
		p += len;
	}
	return false;
}

static bool
read_flag_kind(struct reader *r, struct dd_span kind)
{
	r->affixes->long_flags = is_word(kind, "long");
	return r->affixes->long_flags && !r->flagged;
}

static bool
read_line(struct reader *r, const struct line *line)
{
	struct dd_affixes *a = r->affixes;
	struct dd_span value = line->fields[1];
	enum meaning meaning = find_meaning(line->fields[0]);

	if (r->left > 0)
		return read_rule(r, line);
	if (meaning == HARMLESS)
		return true;
	if (meaning == FULL_STRIP)
		return a->full_strip = true;
	if (line->count < 2)
		return false;
	switch (meaning) {
	case ENCODING:
		return r->utf8 = is_word(value, "UTF-8");
	case FLAG_KIND:
		return read_flag_kind(r, value);
	case INPUT:
		return line->count == 2 || is_foreign_input(value);
	case FORBIDDEN:
		return read_flag(r, value, &a->forbidden);
	case NEED_AFFIX:
		return read_flag(r, value, &a->need_affix);
	case ONLY_COMPOUND:
		return read_flag(r, value, &a->only_compound);
	case CIRCUMFIX:
		return read_flag(r, value, &a->circumfix);
	case AFFIX:
		return read_heading(r, line);
	default:
		return false;
	}
}

bool
dd_affixes_read(struct dd_affixes *affixes, const char *path)
{
	struct reader r = {.affixes = affixes};
	const char *p, *end, *next;
	struct line line = {.count = 0};

	*affixes = (struct dd_affixes){.all = NULL};
	dd_buffer_init(&affixes->text, 0);
	if (dd_file_read(path, FILE_MAX, &affixes->text, NULL) != 0 ||
	    affixes->text.len > FILE_MAX)
		return false;
	p = affixes->text.data;
	end = p + affixes->text.len;
	if (strncmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	for (; p < end; p = next) {
		next = memchr(p, '\n', (size_t)(end - p));
		next = next ? next + 1 : end;
		split(&line, p, next);
		if (line.count > 0 && *line.fields[0].text != '#' &&
		    !read_line(&r, &line))
			return false;
	}
	return r.utf8 && r.left == 0;
}

void
dd_affixes_release(struct dd_affixes *affixes)
{
	dd_buffer_release(&affixes->text);
	free(affixes->all);
}

/* --- conditions ---------------------------------------------------------- */

/* The bytes of the character at `p`, of which some may be missing. */
static size_t
measure(const char *p, const char *end)
{
	const char *next = p + 1;

	while (next < end && (*next & 0xC0) == 0x80)
		next++;
	return (size_t)(next - p);
}

/* The bytes of one part of a condition: a character, or a set of them. */
static size_t
measure_part(const char *p, const char *end)
{
	const char *close =
	    *p == '[' ? memchr(p, ']', (size_t)(end - p)) : NULL;

	return close ? (size_t)(close + 1 - p) : measure(p, end);
}

static bool
fits_part(struct dd_span part, struct dd_span letter)
{
	const char *p = part.text, *end = part.text + part.len;
	bool set = *p == '[', others = set && part.len > 1 && p[1] == '^';

	if (!set)
		return *p == '.' || is_same(part, letter);
	for (p += others ? 2 : 1; p < end && *p != ']'; p += measure(p, end))
		if (is_same((struct dd_span){p, measure(p, end)}, letter))
			return !others;
	return others;
}

/* True where all parts fit the letters from `p` on. */
static bool
fits(const struct dd_affix *affix, const char *p, const char *end)
{
	const char *part = affix->condition.text;
	const char *last = part + affix->condition.len;

	for (size_t part_len, len; part < last; part += part_len, p += len) {
		if (p >= end)
			return false;
		part_len = measure_part(part, last);
		len = measure(p, end);
		if (!fits_part((struct dd_span){part, part_len},
			(struct dd_span){p, len}))
			return false;
	}
	return true;
}

bool
dd_affix_fits_end(const struct dd_affix *affix, struct dd_span stem)
{
	const char *end = stem.text + stem.len, *p = end;
	const char *part = affix->condition.text;
	const char *last = part + affix->condition.len;

	if (is_word(affix->condition, "."))
		return true;
	for (; part < last; part += measure_part(part, last)) {
		if (p == stem.text)
			return false;
		while (--p > stem.text && (*p & 0xC0) == 0x80)
			;
	}
	return fits(affix, p, end);
}

bool
dd_affix_fits_start(const struct dd_affix *affix, struct dd_span stem)
{
	return is_word(affix->condition, ".") ||
	    fits(affix, stem.text, stem.text + stem.len);
}
