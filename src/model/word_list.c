/* SPDX-License-Identifier: MIT */
/*
 * Owns: a table of where each stem begins, filled in one pass over the file
 * and without a look at what is there already; stems are compared when a word
 * is asked for. Where more than one line has the same stem, all are looked at.
 */
#include "model/word_list.h"
#include <endian.h>
#include <stdlib.h>
#include <string.h>
#include "base/file.h"
#include "base/memory.h"

enum {
	FILE_MAX = 32 << 20, /* bytes; French has 2.6 million */
	WORD_MAX = 100,	     /* bytes of a word that is asked for */
	STEM_MAX = 2 * WORD_MAX,
	PROBES = 256, /* slots that are tried for one stem */
	PADDING = 16, /* bytes behind the text, for looks at eight at once */
};

/* What the line of a stem must say. */
struct want {
	uint16_t flags[2]; /* 0: none */
	bool affixed;
};

/* --- the table ----------------------------------------------------------- */

static uint64_t
load8(const char *p)
{
	uint64_t value;

	memcpy(&value, p, sizeof value);
	return value;
}

static uint64_t
load4(const char *p)
{
	uint32_t value;

	memcpy(&value, p, sizeof value);
	return value;
}

/* By the first and the last bytes, which may be the same ones. */
static size_t
hash_stem(const char *stem, size_t len)
{
	const uint64_t odd = 0x9E3779B97F4A7C15u;
	uint64_t bits;

	if (len >= 8)
		bits = load8(stem) ^ load8(stem + len - 8) * odd;
	else if (len >= 4)
		bits = load4(stem) | load4(stem + len - 4) << 32;
	else
		bits = (unsigned char)stem[0] |
		    (uint64_t)(unsigned char)stem[len / 2] << 8 |
		    (uint64_t)(unsigned char)stem[len - 1] << 16;
	return (size_t)(((bits ^ len << 59) * odd) >> 40);
}

/* The first byte from `p` on below "0", the digit: nearly all that a stem has
 * are above it, and its end is not. Eight are looked at in one go; the lowest
 * that shows is true. */
static const char *
find_low(const char *p)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t bytes, low;

	for (;; p += 8) {
		bytes = le64toh(load8(p));
		low = (bytes - '0' * ones) & ~bytes & 0x80 * ones;
		if (low)
			return p + __builtin_ctzll(low) / 8;
	}
}

/* Bytes of the stem with which a line begins; 0 where it is not understood. A
 * note behind a space has a name of two letters: "po:adv". */
static size_t
measure_stem(const char *line)
{
	const char *p = find_low(line);

	while (*p == '\'' || *p == '-' || *p == '.')
		p = find_low(p + 1);
	if (*p == '/' || *p == '\n' || *p == '\t' ||
	    (*p == ' ' && p[1] && p[2] && p[3] == ':'))
		return (size_t)(p - line);
	return 0;
}

static bool
add_stem(struct dd_word_list *list, const char *stem, size_t len)
{
	size_t slot = hash_stem(stem, len);

	for (int i = 0; i < PROBES; i++, slot++)
		if (list->slots[slot & (list->cap - 1)] == 0) {
			list->slots[slot & (list->cap - 1)] =
			    (uint32_t)(stem - list->text.data);
			return true;
		}
	return false;
}

/* The first line says how many there are. */
static bool
fill_table(struct dd_word_list *list)
{
	const char *p = list->text.data, *end = p + list->text.len, *stop;
	size_t stated, room = 64;

	if (strncmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	stated = strtoul(p, NULL, 10);
	if (stated > list->text.len)
		return false;
	while (room < stated + stated / 2)
		room *= 2;
	list->slots = dd_calloc(room, sizeof *list->slots);
	list->cap = room;
	for (; (stop = memchr(p, '\n', (size_t)(end - p))) && stop + 1 < end;) {
		size_t len;

		p = stop + 1;
		len = measure_stem(p);
		if (len > 0 && !add_stem(list, p, len))
			return false;
		p += len;
	}
	return true;
}

/* --- files --------------------------------------------------------------- */

/* Words that are forbidden may be any others' forms: none is to be there. */
static bool
forbids_words(const struct dd_word_list *list)
{
	uint16_t flag = list->affixes.forbidden;
	char bytes[2] = {(char)(flag >> 8), (char)flag};

	if (flag == 0)
		return false;
	return !list->affixes.long_flags ||
	    memmem(list->text.data, list->text.len, bytes, 2);
}

void
dd_word_list_read(
    struct dd_word_list *list, const char *rules, const char *words)
{
	*list = (struct dd_word_list){.cap = 0};
	dd_buffer_init(&list->text, 0);
	if (!dd_affixes_read(&list->affixes, rules) ||
	    dd_file_read(words, FILE_MAX, &list->text, NULL) != 0 ||
	    list->text.len > FILE_MAX || forbids_words(list))
		return;
	dd_buffer_putc(&list->text, '\n');
	dd_buffer_repeat(&list->text, '\0', PADDING);
	if (!fill_table(list))
		list->cap = 0;
}

void
dd_word_list_release(struct dd_word_list *list)
{
	dd_buffer_release(&list->text);
	dd_affixes_release(&list->affixes);
	free(list->slots);
	*list = (struct dd_word_list){.cap = 0};
}

/* --- words --------------------------------------------------------------- */

static struct dd_span
get_flags(const char *behind)
{
	if (*behind != '/')
		return (struct dd_span){behind, 0};
	return (struct dd_span){behind + 1, strcspn(behind + 1, " \t\r\n")};
}

static bool
is_wanted(const struct dd_affixes *affixes, struct dd_span flags,
    const struct want *want)
{
	for (int i = 0; i < 2; i++)
		if (want->flags[i] &&
		    !dd_affixes_flagged(affixes, flags, want->flags[i]))
			return false;
	return want->affixed ||
	    !dd_affixes_flagged(affixes, flags, affixes->need_affix);
}

static bool
has_stem(const struct dd_word_list *list, struct dd_span stem,
    const struct want *want)
{
	size_t slot = stem.len ? hash_stem(stem.text, stem.len) : 0;
	bool found = false;

	for (int i = 0; stem.len > 0 && i < PROBES; i++, slot++) {
		uint32_t at = list->slots[slot & (list->cap - 1)];
		const char *line = list->text.data + at;
		struct dd_span flags;

		if (at == 0)
			break;
		if (strncmp(line, stem.text, stem.len) != 0 ||
		    measure_stem(line) != stem.len)
			continue;
		flags = get_flags(line + stem.len);
		if (dd_affixes_flagged(
			&list->affixes, flags, list->affixes.only_compound))
			return false;
		found = found || is_wanted(&list->affixes, flags, want);
	}
	return found;
}

/* Writes the stem that a prefix or a suffix stands at into `out`. */
static struct dd_span
put_stem(char out[STEM_MAX], struct dd_span start, struct dd_span end)
{
	memcpy(out, start.text, start.len);
	memcpy(out + start.len, end.text, end.len);
	out[start.len + end.len] = '\0';
	return (struct dd_span){out, start.len + end.len};
}

/* `prefix`: the one that was taken off before, or NULL. */
static bool
has_with_suffix(const struct dd_word_list *list, struct dd_span word,
    const struct dd_affix *suffix, const struct dd_affix *prefix)
{
	const struct dd_affixes *a = &list->affixes;
	struct want want = {{suffix->flag, 0}, true};
	size_t rest = word.len - suffix->add.len;
	char buffer[STEM_MAX];
	struct dd_span stem;

	if (rest == 0 && !a->full_strip)
		return false;
	if (prefix && !suffix->crosses)
		return false;
	if (prefix && !dd_affixes_flagged(a, suffix->flags, prefix->flag))
		want.flags[1] = prefix->flag;
	stem =
	    put_stem(buffer, (struct dd_span){word.text, rest}, suffix->strip);
	return dd_affix_fits_end(suffix, stem) && has_stem(list, stem, &want);
}

/* Tries the suffixes that end as the last `tail` bytes of the word do. */
static bool
has_by_tail(const struct dd_word_list *list, struct dd_span word, size_t tail,
    const struct dd_affix *prefix)
{
	const struct dd_affixes *a = &list->affixes;
	size_t bucket = dd_affix_bucket(word.text + word.len - tail, tail);
	const struct dd_affix *s;

	for (uint32_t i = a->suffixes[bucket]; i > 0; i = s->next) {
		s = &a->all[i - 1];
		if (s->add.len <= word.len &&
		    (s->add.len < 2 ? s->add.len == tail : tail == 2) &&
		    memcmp(word.text + word.len - s->add.len, s->add.text,
			s->add.len) == 0 &&
		    has_with_suffix(list, word, s, prefix))
			return true;
	}
	return false;
}

static bool
has_suffixed(const struct dd_word_list *list, struct dd_span word,
    const struct dd_affix *prefix)
{
	for (size_t tail = 0; tail <= 2 && tail <= word.len; tail++)
		if (has_by_tail(list, word, tail, prefix))
			return true;
	return false;
}

static bool
has_prefixed(const struct dd_word_list *list, struct dd_span word)
{
	const struct dd_affixes *a = &list->affixes;
	const struct dd_affix *p;
	char buffer[STEM_MAX];

	for (uint32_t i = a->prefixes; i > 0; i = p->next) {
		struct want want;
		struct dd_span stem;

		p = &a->all[i - 1];
		if (p->add.len >= word.len ||
		    memcmp(word.text, p->add.text, p->add.len) != 0)
			continue;
		want = (struct want){{p->flag, 0}, true};
		stem = put_stem(buffer, p->strip,
		    (struct dd_span){
			word.text + p->add.len, word.len - p->add.len});
		if (dd_affix_fits_start(p, stem) &&
		    (has_stem(list, stem, &want) ||
			(p->crosses && has_suffixed(list, stem, p))))
			return true;
	}
	return false;
}

/* Small letters of ASCII and of Latin-1, "œ", and apostrophes. Nothing of it is
 * replaced before it is looked up, as affix.c makes sure. */
static bool
is_plain(const char *word)
{
	const unsigned char *p = (const unsigned char *)word;

	for (; *p; p++)
		if (p[0] == 0xC3 && p[1] >= 0x9F && p[1] <= 0xBF)
			p++;
		else if (p[0] == 0xC5 && p[1] == 0x93)
			p++;
		else if (!(*p >= 'a' && *p <= 'z') && *p != '\'')
			return false;
	return true;
}

bool
dd_word_list_has(const struct dd_word_list *list, const char *word)
{
	static const struct want whole = {{0, 0}, false};
	struct dd_span span = {word, strlen(word)};

	if (list->cap == 0 || span.len == 0 || span.len > WORD_MAX ||
	    !is_plain(word))
		return false;
	return has_stem(list, span, &whole) || has_suffixed(list, span, NULL) ||
	    has_prefixed(list, span);
}
