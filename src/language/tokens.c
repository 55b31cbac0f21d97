/* SPDX-License-Identifier: MIT */
/* Splits texts into words and folds their letters. */
#include "language/tokens.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"

/* The letters of Latin-1 and Latin Extended-A, U+00C0 to U+017F, without
 * their marks; `-` is no letter. */
static const char plain[] = "AAAAAAACEEEEIIIIDNOOOOO-OUUUUYTs"
			    "aaaaaaaceeeeiiiidnooooo-ouuuuyty"
			    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"
			    "GgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
			    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSs"
			    "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

enum { PLAIN_FIRST = 0xC0, PLAIN_LAST = 0x17F };

/* The letter in ASCII; 0 where there is none. */
static char
fold(uint32_t cp)
{
	if (cp < 0x80)
		return (char)cp;
	if (cp < PLAIN_FIRST || cp > PLAIN_LAST)
		return 0;
	return plain[cp - PLAIN_FIRST];
}

/* Punctuation, symbols and the object that stands for an empty element. */
static bool
is_mark(uint32_t cp)
{
	return cp < PLAIN_FIRST || cp == 0xD7 || cp == 0xF7 ||
	    (cp >= 0x2000 && cp < 0x2C00) || (cp >= 0x3000 && cp < 0x3040) ||
	    (cp >= 0xFE10 && cp < 0xFF10) || (cp >= 0xFF1A && cp < 0xFF21) ||
	    cp >= 0xFFE0;
}

static bool
is_letter(uint32_t cp)
{
	return cp < 0x80
	    ? dd_ascii_is_letter((char)cp) || dd_ascii_is_digit((char)cp)
	    : !is_mark(cp);
}

/* A mark that stands behind its letter. */
static bool
is_accent(uint32_t cp)
{
	return cp >= 0x300 && cp < 0x370;
}

static bool
is_capital(char letter)
{
	return letter >= 'A' && letter <= 'Z';
}

/* A letter or digit of ASCII, small; 0 for any other byte. */
static char
fold_ascii(char c)
{
	char small = (char)(c | 0x20);

	if (small >= 'a' && small <= 'z')
		return small;
	return dd_ascii_is_digit(c) ? c : '\0';
}

/* A word at work. */
struct word {
	const char *p, *end; /* of the text */
	char *to;	     /* where the next letter goes */
	bool small;	     /* has one that is no capital */
};

static void
read_ascii(struct word *word)
{
	const char *p = word->p, *end = word->end;
	char *to = word->to, letter;
	bool small = word->small;

	for (; p < end && (letter = fold_ascii(*p)); p++) {
		small |= letter == *p;
		*to++ = letter;
	}
	*word = (struct word){p, end, to, small};
}

/* Reads a letter beyond ASCII; false where none stands there. */
static bool
read_wide(struct word *word)
{
	uint32_t cp;
	size_t len = dd_utf8_decode(word->p, word->end, &cp);
	char letter;

	if (len == 0 || !is_letter(cp))
		return false;
	letter = fold(cp);
	word->small |= !is_accent(cp) && !is_capital(letter);
	if (letter) {
		*word->to++ = dd_ascii_lower(letter);
	} else if (!is_accent(cp)) {
		memcpy(word->to, word->p, len);
		word->to += len;
	}
	word->p += len;
	return true;
}

/* True where one begins with a capital of the Latin script. */
static bool
begins_with_capital(const char *p, const char *end)
{
	uint32_t cp;

	if (!(*p & 0x80))
		return is_capital(*p);
	return dd_utf8_decode(p, end, &cp) > 0 && is_letter(cp) &&
	    is_capital(fold(cp));
}

/* Reads the word at `from` and folds it into `folded`. False where none begins;
 * else token->to is its end. */
static bool
read_word(const char *text, size_t from, size_t len, char *folded,
    struct dd_token *token)
{
	struct word word = {text + from, text + len, folded, false};

	do
		read_ascii(&word);
	while (word.p < word.end && *word.p & 0x80 && read_wide(&word));
	if (word.p == text + from)
		return false;
	*token = (struct dd_token){
	    .from = from,
	    .to = (size_t)(word.p - text),
	    .folded = folded,
	    .capital = begins_with_capital(text + from, word.end),
	};
	token->upper = token->capital && !word.small;
	*word.to = '\0';
	return true;
}

/* Room for one more. */
static void
fit(struct dd_arena *arena, struct dd_tokens *tokens, size_t *room)
{
	struct dd_token *more;

	if (tokens->count < *room)
		return;
	*room *= 2;
	more = dd_arena_alloc(arena, *room * sizeof *more);
	memcpy(more, tokens->at, tokens->count * sizeof *more);
	tokens->at = more;
}

/* No letter grows when it is folded, and a byte stands between two words, so
 * that all of them, each with its end, fit in the room of the text. */
struct dd_tokens
dd_tokens_read(struct dd_arena *arena, const char *text, size_t len)
{
	struct dd_tokens tokens = {.text = text};
	size_t at = 0, room = len / 6 + 2;
	char *folded;

	if (!text || len == 0)
		return tokens;
	tokens.at = dd_arena_alloc(arena, room * sizeof *tokens.at);
	folded = dd_arena_alloc(arena, len + 1);
	while (at < len) {
		struct dd_token *token = &tokens.at[tokens.count];

		if ((!(text[at] & 0x80) && !fold_ascii(text[at])) ||
		    !read_word(text, at, len, folded, token)) {
			at++;
			continue;
		}
		folded += token->to - token->from + 1;
		at = token->to;
		tokens.count++;
		fit(arena, &tokens, &room);
	}
	return tokens;
}

struct dd_tokens
dd_tokens_of(struct dd_arena *arena, const char *text)
{
	return dd_tokens_read(arena, text, text ? strlen(text) : 0);
}

bool
dd_tokens_adjoin(const struct dd_tokens *tokens, size_t at)
{
	if (at + 1 >= tokens->count)
		return false;
	for (size_t i = tokens->at[at].to; i < tokens->at[at + 1].from; i++)
		if (tokens->text[i] != '.' &&
		    !dd_ascii_is_space(tokens->text[i]))
			return false;
	return true;
}

static bool
is_same_gap(const struct dd_tokens *tokens, size_t at,
    const struct dd_tokens *words, size_t i)
{
	size_t from = tokens->at[at].to, word = words->at[i].to;
	size_t len = words->at[i + 1].from - word;

	return dd_tokens_adjoin(tokens, at) ||
	    (tokens->at[at + 1].from - from == len &&
		memcmp(tokens->text + from, words->text + word, len) == 0);
}

size_t
dd_tokens_match(
    const struct dd_tokens *tokens, size_t at, const struct dd_tokens *words)
{
	if (words->count > tokens->count - at)
		return 0;
	for (size_t i = 0; i < words->count; i++) {
		if (strcmp(tokens->at[at + i].folded, words->at[i].folded) != 0)
			return 0;
		if (i + 1 < words->count &&
		    !is_same_gap(tokens, at + i, words, i))
			return 0;
	}
	return words->count;
}

bool
dd_tokens_begin(const struct dd_tokens *tokens, size_t at)
{
	size_t from = at > 0 ? tokens->at[at - 1].to : 0;

	for (size_t i = from; i < tokens->at[at].from; i++)
		if (!dd_ascii_is_space(tokens->text[i]) &&
		    tokens->text[i] != ',' && tokens->text[i] != ';' &&
		    tokens->text[i] != '-')
			return true;
	return at == 0;
}
