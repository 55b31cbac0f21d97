/* SPDX-License-Identifier: MIT */
/* Splits texts into words and folds their letters. */
#include "language/tokens.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
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

/* Reads one word into `folded`; returns its length, 0 where none begins. */
static size_t
read_word(const char *at, const char *end, struct dd_buffer *folded,
    struct dd_token *token)
{
	const char *p = at;
	uint32_t cp;
	size_t len;
	bool small = false;

	while ((len = dd_utf8_decode(p, end, &cp)) > 0 && is_letter(cp)) {
		char letter = fold(cp);

		if (p == at)
			token->capital = letter >= 'A' && letter <= 'Z';
		small |= !is_accent(cp) && !(letter >= 'A' && letter <= 'Z');
		if (letter)
			dd_buffer_putc(folded, dd_ascii_lower(letter));
		else if (!is_accent(cp))
			dd_buffer_add(folded, p, len);
		p += len;
	}
	token->upper = token->capital && !small;
	return (size_t)(p - at);
}

/* At most one word for two bytes. */
struct dd_tokens
dd_tokens_read(struct dd_arena *arena, const char *text, size_t len)
{
	struct dd_tokens tokens = {.text = text};
	struct dd_buffer folded;
	size_t at = 0;

	if (!text || len == 0)
		return tokens;
	tokens.at = dd_arena_alloc(arena, (len / 2 + 1) * sizeof *tokens.at);
	dd_buffer_init(&folded, 0);
	while (at < len) {
		struct dd_token token = {.from = at};
		size_t size = read_word(text + at, text + len, &folded, &token);

		at += size > 0 ? size : 1;
		if (size == 0)
			continue;
		token.to = at;
		token.folded = dd_arena_ndup(arena, folded.data, folded.len);
		tokens.at[tokens.count++] = token;
		dd_buffer_clear(&folded);
	}
	dd_buffer_release(&folded);
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
