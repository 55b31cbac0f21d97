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

/* The bytes of ASCII above the space that go on behind the character of `own`
 * bytes at `text`, if that is one itself. */
static size_t
measure_plain(const char *text, size_t own, size_t max)
{
	size_t len = 0;

	while (
	    len < max && (unsigned char)text[len] > ' ' && !(text[len] & 0x80))
		len++;
	return len > own ? len - own : 0;
}

/* Writes what a sentence says, white space collapsed. True where it is long
 * enough. One thing may be said by two people. */
static bool
write_key(struct dd_buffer *key, const struct sentence *s)
{
	const char *speaker = dd_node_value(s->prose->node, "speaker");
	size_t words = 0, ideographs = 0, len;
	bool apart = true;

	dd_buffer_clear(key);
	dd_buffer_puts(key, speaker ? speaker : "");
	dd_buffer_putc(key, ':');
	for (size_t at = s->from; at < s->to; at += len) {
		uint32_t cp = dd_look_at(s->prose, at, &len);
		const xmlNode *object = NULL;

		len += measure_plain(s->prose->text + at, len, s->to - at);
		if (dd_look_is_space(cp)) {
			apart = true;
			continue;
		}
		if (apart)
			dd_buffer_putc(key, ' ');
		words += apart;
		apart = false;
		ideographs += dd_letter_script(cp) == DD_SCRIPT_IDEOGRAPHIC;
		if (cp == 0xFFFC)
			object = dd_look_object(s->prose, at);
		if (object)
			add_object(key, object);
		else
			dd_buffer_add(key, s->prose->text + at, len);
	}
	return words >= WORDS_MIN || ideographs >= IDEOGRAPHS_MIN;
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
