/* SPDX-License-Identifier: MIT */
/* Reads "subject, adverbs, verb" at the beginning of English sentences, and
 * the verb at the end of Japanese ones. */
#include "check/act.h"
#include <string.h>
#include "base/ascii.h"

struct verb {
	const char *word;
	const char *next; /* the word that must follow, or NULL */
	const char *acts;
};

/* What a sentence that only reports may carry: never a promise, thanks or
 * condemnation, which need a verb of their own. */
#define REPORTED " state explain emphasise hope support commit invite request "

static const struct verb verbs[] = {
    {"stated", NULL, " state explain emphasise "},
    {"said", NULL, REPORTED},
    {"reported", NULL, " state explain "},
    {"mentioned", NULL, " state explain "},
    {"confirmed", NULL, " confirm "},
    {"affirmed", NULL, " confirm support "},
    {"reaffirmed", NULL, " confirm emphasise support commit "},
    {"agreed", NULL, " agree shareView "},
    {"concurred", NULL, " agree shareView "},
    {"discussed", NULL, " exchangeViews "},
    {"explained", NULL, " explain "},
    {"briefed", NULL, " explain "},
    {"outlined", NULL, " explain "},
    {"thanked", NULL, " thank "},
    {"welcomed", NULL, " welcome ceremonial "},
    {"greeted", NULL, " welcome ceremonial "},
    {"commended", NULL, " welcome "},
    {"praised", NULL, " welcome "},
    {"hoped", NULL, " hope "},
    {"congratulated", NULL, " congratulate "},
    {"condemned", NULL, " condemn "},
    {"requested", NULL, " request "},
    {"asked", NULL, " request state exchangeViews "},
    {"urged", NULL, " request "},
    {"called", "on", " request ceremonial "},
    {"called", "for", " request "},
    {"emphasised", NULL, " emphasise "},
    {"emphasized", NULL, " emphasise "},
    {"stressed", NULL, " emphasise "},
    {"underscored", NULL, " emphasise "},
    {"underlined", NULL, " emphasise "},
    {"reiterated", "that", " emphasise "},
    {"pledged", NULL, " commit support "},
    {"undertook", NULL, " commit "},
    {"invited", NULL, " invite "},
    {"proposed", NULL, " invite "},
    {"suggested", NULL, " invite state "},
    {"signed", NULL, " document "},
    {"adopted", NULL, " document "},
    {"exchanged", "views", " exchangeViews "},
    {"shared", "view", " shareView "},
    {"shared", "recognition", " shareView "},
    {"shared", "understanding", " shareView "},
    {"shared", "intention", " shareView "},
};

/* "expressed serious concern": the noun says what was done. */
static const struct verb nouns[] = {
    {"concern", NULL, " concern "},
    {"concerns", NULL, " concern "},
    {"gratitude", NULL, " thank "},
    {"appreciation", NULL, " thank welcome "},
    {"thanks", NULL, " thank "},
    {"hope", NULL, " hope "},
    {"support", NULL, " support "},
    {"sympathy", NULL, " condole "},
    {"condolences", NULL, " condole "},
};

/* Ends of Japanese sentences, without "ました" or "た" and the full stop. */
static const struct verb endings[] = {
    {"強く非難し", NULL, " condemn "},
    {"を非難し", NULL, " condemn "},
    {"歓迎し", NULL, " welcome "},
    {"一致し", NULL, " agree shareView "},
    {"ことを決め", NULL, " agree "},
    {"と述べ", NULL, REPORTED},
    {"旨述べ", NULL, REPORTED},
    {"考えを共有し", NULL, " shareView "},
    {"認識を共有し", NULL, " shareView "},
    {"感謝の意を表し", NULL, " thank "},
    {"意見を交わし", NULL, " exchangeViews "},
    {"意見交換を行い", NULL, " exchangeViews "},
    {"話し合い", NULL, " exchangeViews "},
    {"を確認し", NULL, " confirm "},
    {"説明し", NULL, " explain "},
    {"強調し", NULL, " emphasise "},
    {"懸念を表明し", NULL, " concern "},
    {"懸念を示し", NULL, " concern "},
    {"支持を表明し", NULL, " support "},
    {"期待を示し", NULL, " hope "},
    {"祝意を表し", NULL, " congratulate "},
};

/* --- English ------------------------------------------------------------- */

/* One word, or the object of an empty element. */
struct word {
	const char *text;
	size_t len;
};

static bool
is_word_byte(char c)
{
	return dd_ascii_is_letter(c) || dd_ascii_is_digit(c) || (c & 0x80) ||
	    c == '.' || c == '\'' || c == '-';
}

/* The next word behind white space; empty at any other mark or the end. */
static struct word
take_word(const char *text)
{
	struct word word = {.text = text + strspn(text, DD_ASCII_SPACES)};

	while (is_word_byte(word.text[word.len]))
		word.len++;
	return word;
}

static bool
word_is(struct word word, const char *text)
{
	return strlen(text) == word.len &&
	    memcmp(text, word.text, word.len) == 0;
}

static bool
is_among(struct word word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (word_is(word, list[i]))
			return true;
	return false;
}

static bool
is_adverb(struct word word)
{
	static const char *const adverbs[] = {
	    "also", "again", "further", "then", "both", "all", "jointly"};

	return is_among(word, adverbs, sizeof adverbs / sizeof *adverbs) ||
	    (word.len > 4 && memcmp(word.text + word.len - 2, "ly", 2) == 0);
}

/* What a subject is made of: names, offices, objects, and these. */
static bool
may_be_subject(struct word word)
{
	static const char *const words[] = {"two", "three", "four", "sides",
	    "leaders", "ministers", "parties", "and", "of", "for", "the"};

	return (word.text[0] >= 'A' && word.text[0] <= 'Z') ||
	    (word.text[0] & 0x80) ||
	    is_among(word, words, sizeof words / sizeof *words);
}

/* Words that begin a clause whose verb is not the outer one. */
static bool
begins_clause(struct word word)
{
	static const char *const words[] = {"After", "Although", "As", "At",
	    "Because", "Before", "Following", "For", "From", "How", "If", "In",
	    "Neither", "No", "Of", "On", "Once", "Over", "Since", "That",
	    "Though", "Under", "Until", "What", "When", "Where", "Whether",
	    "While", "With"};

	return is_among(word, words, sizeof words / sizeof *words);
}

static const struct verb *
find_row(const struct verb *rows, size_t count, struct word word)
{
	for (size_t i = 0; i < count; i++)
		if (word_is(word, rows[i].word))
			return &rows[i];
	return NULL;
}

/* The row of a verb that must be followed by a word, over an article. */
static const struct verb *
find_followed(const struct verb *row, struct word verb)
{
	const struct verb *end = verbs + sizeof verbs / sizeof *verbs;
	struct word next = take_word(verb.text + verb.len);

	if (word_is(next, "the") || word_is(next, "a"))
		next = take_word(next.text + next.len);
	for (; row < end && word_is(verb, row->word); row++)
		if (word_is(next, row->next))
			return row;
	return NULL;
}

/* "expressed" or "voiced", up to four words on. */
static const struct verb *
find_expressed(struct word verb)
{
	struct word word = take_word(verb.text + verb.len);

	for (int i = 0; i < 4 && word.len > 0 && !word_is(word, "for") &&
	     !word_is(word, "that");
	     i++) {
		const struct verb *row =
		    find_row(nouns, sizeof nouns / sizeof *nouns, word);

		if (row)
			return row;
		word = take_word(word.text + word.len);
	}
	return NULL;
}

static const struct verb *
find_verb(struct word word)
{
	const struct verb *row;

	if (word_is(word, "expressed") || word_is(word, "voiced"))
		return find_expressed(word);
	row = find_row(verbs, sizeof verbs / sizeof *verbs, word);
	return row && row->next ? find_followed(row, word) : row;
}

static bool
read_english(const struct dd_prose *prose, struct dd_act_reading *reading)
{
	struct word word = take_word(prose->text);
	const struct verb *verb;

	if (begins_clause(word))
		return false;
	reading->subject = (size_t)(word.text - prose->text);
	while (word.len > 0 && may_be_subject(word)) {
		reading->subject_end =
		    (size_t)(word.text + word.len - prose->text);
		word = take_word(word.text + word.len);
	}
	if (reading->subject_end <= reading->subject)
		return false;
	while (word.len > 0 && is_adverb(word))
		word = take_word(word.text + word.len);
	verb = word.len > 0 ? find_verb(word) : NULL;
	if (!verb)
		return false;
	reading->verb = (size_t)(word.text - prose->text);
	reading->verb_end = reading->verb + word.len;
	reading->acts = verb->acts;
	return true;
}

bool
dd_act_is_joined(const struct dd_prose *prose, size_t at, const char *act)
{
	bool joined = false;

	for (const char *p = prose->text + at; *p;) {
		struct word word = take_word(p);
		const struct verb *verb =
		    joined && word.len > 0 ? find_verb(word) : NULL;
		struct dd_act_reading reading = {
		    .acts = verb ? verb->acts : ""};

		if (dd_act_fits(&reading, act))
			return true;
		joined = word_is(word, "and") || word_is(word, "but") ||
		    (joined && is_adverb(word));
		p = word.text + word.len;
		p += word.len == 0 && *p;
	}
	return false;
}

/* --- Japanese ------------------------------------------------------------ */

static size_t
drop_end(const char *text, size_t len, const char *end)
{
	size_t size = strlen(end);

	return len >= size && memcmp(text + len - size, end, size) == 0
	    ? len - size
	    : len;
}

/* "両大臣は": up to the first particle of the topic. */
static void
read_topic(const struct dd_prose *prose, struct dd_act_reading *reading)
{
	size_t start = strspn(prose->text, DD_ASCII_SPACES);
	const char *topic = strstr(prose->text + start, "は");

	reading->subject = start;
	reading->subject_end =
	    topic ? (size_t)(topic - prose->text) : reading->subject;
}

/* One sentence only: of several, each has a verb. */
static bool
read_japanese(const struct dd_prose *prose, struct dd_act_reading *reading)
{
	const char *text = prose->text;
	size_t len = prose->len, whole;

	while (len > 0 && dd_ascii_is_space(text[len - 1]))
		len--;
	whole = len;
	len = drop_end(text, len, "。");
	if (len == whole || strstr(text, "。") != text + len)
		return false;
	len = drop_end(text, drop_end(text, len, "た"), "まし");
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t size = strlen(endings[i].word);

		if (drop_end(text, len, endings[i].word) == len)
			continue;
		reading->verb = len - size;
		reading->verb_end = whole - strlen("。");
		reading->acts = endings[i].acts;
		read_topic(prose, reading);
		return true;
	}
	return false;
}

bool
dd_act_read(const struct dd_prose *prose, const char *lang,
    struct dd_act_reading *ret_reading)
{
	*ret_reading = (struct dd_act_reading){0};
	if (lang && strncmp(lang, "en", 2) == 0)
		return read_english(prose, ret_reading);
	if (lang && strncmp(lang, "ja", 2) == 0)
		return read_japanese(prose, ret_reading);
	return false;
}

bool
dd_act_fits(const struct dd_act_reading *reading, const char *act)
{
	size_t len = strlen(act);
	const char *at = reading->acts;

	while (len > 0 && (at = strstr(at, act)) != NULL) {
		if (at[-1] == ' ' && at[len] == ' ')
			return true;
		at += len;
	}
	return false;
}
