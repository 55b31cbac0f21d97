/* SPDX-License-Identifier: MIT */
/* The rule about sentences that stand twice in a document. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "check/look.h"
#include "model/letter.h"

/* Shorter ones may well be said twice. */
enum { WORDS_MIN = 6, IDEOGRAPHS_MIN = 16 };

struct sentence {
	const struct dd_prose *prose;
	size_t from, to;
};

struct search {
	struct dd_checker *checker;
	struct dd_table seen; /* of struct sentence, by what it says */
	struct dd_buffer key;
};

/* What an empty element stands for: the words that it becomes are not in the
 * text yet. */
static void
add_object(struct dd_buffer *key, const xmlNode *object)
{
	for (const xmlAttr *a = object->properties; a; a = a->next) {
		const char *name = (const char *)a->name;
		const char *value = dd_node_value(object, name);

		dd_buffer_putc(key, '<');
		dd_buffer_puts(key, name);
		dd_buffer_putc(key, '=');
		dd_buffer_puts(key, value ? value : "");
		dd_buffer_putc(key, '>');
	}
}

/* A sentence that is being written as a key: white space collapsed, which makes
 * nothing longer but by a space in front. */
struct writing {
	const struct sentence *sentence;
	struct dd_buffer *key;
	char *to; /* where the next byte goes, in room of the key */
	size_t words, ideographs;
};

/* Makes room for the rest of the sentence from byte `at` on. */
static void
make_room(struct writing *w, size_t at)
{
	w->to = dd_buffer_room(w->key, w->sentence->to - at + 1);
}

static void
close_room(struct writing *w)
{
	dd_buffer_extend(
	    w->key, (size_t)(w->to - (w->key->data + w->key->len)));
}

/* Writes a character of `len` bytes that is no space, or what an empty element
 * stands for. */
static void
write_character(struct writing *w, size_t at, size_t len, uint32_t cp)
{
	const struct dd_prose *prose = w->sentence->prose;
	const xmlNode *object = cp == 0xFFFC ? dd_look_object(prose, at) : NULL;

	w->ideographs += dd_letter_script(cp) == DD_SCRIPT_IDEOGRAPHIC;
	if (object) {
		close_room(w);
		add_object(w->key, object);
		make_room(w, at + len);
		return;
	}
	memcpy(w->to, prose->text + at, len);
	w->to += len;
}

static void
write_sentence(struct writing *w)
{
	const struct sentence *s = w->sentence;
	bool apart = true;
	size_t len;

	make_room(w, s->from);
	for (size_t at = s->from; at < s->to; at += len) {
		uint32_t cp = dd_look_at(s->prose, at, &len);

		if (dd_look_is_space(cp)) {
			apart = true;
			continue;
		}
		if (apart)
			*w->to++ = ' ';
		w->words += apart;
		apart = false;
		if (len == 1)
			*w->to++ = (char)cp;
		else
			write_character(w, at, len, cp);
	}
	close_room(w);
}

/* Writes what a sentence says. True where it is long enough. One thing may be
 * said by two people. */
static bool
write_key(struct dd_buffer *key, const struct sentence *s)
{
	const char *speaker = dd_node_value(s->prose->node, "speaker");
	struct writing writing = {.sentence = s, .key = key};

	dd_buffer_clear(key);
	dd_buffer_puts(key, speaker ? speaker : "");
	dd_buffer_putc(key, ':');
	write_sentence(&writing);
	return writing.words >= WORDS_MIN ||
	    writing.ideographs >= IDEOGRAPHS_MIN;
}

static void
look_up(struct search *search, struct sentence sentence)
{
	struct dd_checker *checker = search->checker;
	struct sentence *kept;
	const struct sentence *first;
	struct dd_diagnostic *found;

	if (!write_key(&search->key, &sentence))
		return;
	first = dd_table_find(&search->seen, search->key.data);
	if (!first) {
		kept = dd_arena_alloc(&checker->arena, sizeof *kept);
		*kept = sentence;
		dd_table_add(&search->seen,
		    dd_arena_dup(&checker->arena, search->key.data), kept);
		return;
	}
	found = dd_check_report(checker, DD_ID_TEXT_REPEATED_PARAGRAPH,
	    sentence.prose, sentence.from, sentence.to,
	    "This sentence stands in the document already; remove one of "
	    "them.");
	dd_check_relate(checker, found, first->prose, first->from, first->to,
	    "the same sentence");
}

/* The end of the sentence that begins at `from`. A full stop counts before a
 * space only, so that abbreviations make short pieces and no more. */
static size_t
find_end(const struct dd_prose *prose, size_t from)
{
	size_t len, end;

	for (size_t at = from; at < prose->len; at += len) {
		uint32_t cp;
		char behind;

		for (len = 0; dd_ascii_is_letter(prose->text[at + len]);)
			len++;
		if (len > 0)
			continue;
		cp = dd_look_at(prose, at, &len);
		behind = prose->text[at + len];
		if (cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F ||
		    ((cp == '.' || cp == '!' || cp == '?') &&
			dd_ascii_is_space(behind)))
			return at + len;
	}
	end = prose->len;
	while (end > from && dd_ascii_is_space(prose->text[end - 1]))
		end--;
	return end;
}

static void
check_repeated_paragraph(struct dd_checker *checker)
{
	struct search search = {.checker = checker};

	dd_table_init(&search.seen);
	dd_buffer_init(&search.key, 0);
	for (const struct dd_prose *p = checker->prose; p; p = p->next) {
		size_t from = 0, to;

		if (!dd_prose_is_sentence(p))
			continue;
		while ((from += strspn(p->text + from, DD_ASCII_SPACES)) <
		    p->len) {
			to = find_end(p, from);
			look_up(&search, (struct sentence){p, from, to});
			from = to;
		}
	}
	dd_buffer_release(&search.key);
	dd_table_release(&search.seen);
}

const struct dd_rule dd_rules_repeat[] = {
    {.ids = DD_IDS(DD_ID_TEXT_REPEATED_PARAGRAPH),
	.document = check_repeated_paragraph},
    {0},
};
