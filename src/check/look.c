/* SPDX-License-Identifier: MIT */
/* Characters forth and back, and what surrounds them. */
#include "check/look.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "model/letter.h"

enum { TOKEN_MAX = 256 }; /* bytes looked at on either side */

uint32_t
dd_look_decode(const struct dd_prose *prose, size_t at, size_t *ret_len)
{
	uint32_t cp = 0;

	*ret_len = 0;
	if (at >= prose->len)
		return 0;
	*ret_len =
	    dd_utf8_decode(prose->text + at, prose->text + prose->len, &cp);
	if (*ret_len == 0) /* never in a parsed tree; goes on all the same */
		*ret_len = 1;
	return cp;
}

uint32_t
dd_look_back(const struct dd_prose *prose, size_t at, size_t *ret_len)
{
	size_t from = at, ignored;

	while (from > 0 && at - from < 4) {
		from--;
		if ((prose->text[from] & 0xC0) != 0x80)
			break;
	}
	*ret_len = at - from;
	return at > 0 ? dd_look_at(prose, from, &ignored) : 0;
}

bool
dd_look_is_foreign(const struct dd_prose *prose, size_t at)
{
	const struct dd_prose_run *run = dd_prose_run_at(prose, at);

	return run && run->foreign;
}

bool
dd_look_is_title(const struct dd_prose *prose, size_t at)
{
	const struct dd_prose_run *run = dd_prose_run_at(prose, at);

	for (const xmlNode *n = run ? run->element : NULL;
	     n && n != prose->node; n = n->parent)
		if (dd_node_is(n, "ref"))
			return true;
	return false;
}

const xmlNode *
dd_look_object(const struct dd_prose *prose, size_t at)
{
	const struct dd_prose_run *run =
	    at < prose->len ? dd_prose_run_at(prose, at) : NULL;

	return run && !run->node ? run->element : NULL;
}

bool
dd_look_speaks(const struct dd_checker *checker, const char *lang)
{
	const char *own = checker->summary->lang;

	for (; own && *lang; own++, lang++)
		if (dd_ascii_lower(*own) != dd_ascii_lower(*lang))
			return false;
	return own && (*own == '\0' || *own == '-');
}

bool
dd_look_is_wide(const struct dd_checker *checker)
{
	return dd_look_speaks(checker, "ja") || dd_look_speaks(checker, "ko") ||
	    dd_look_speaks(checker, "zh");
}

size_t
dd_look_word(const struct dd_prose *prose, size_t at)
{
	size_t end = at, len;
	uint32_t cp;

	while ((cp = dd_look_at(prose, end, &len)) &&
	    (dd_letter_is(cp) || (cp >= '0' && cp <= '9')))
		end += len;
	return end - at;
}

void
dd_look_token(
    const struct dd_prose *prose, size_t at, size_t *ret_from, size_t *ret_to)
{
	const char *text = prose->text;
	size_t from = at, to = at;

	while (from > 0 && at - from < TOKEN_MAX &&
	    !dd_ascii_is_space(text[from - 1]))
		from--;
	while (to < prose->len && to - at < TOKEN_MAX &&
	    !dd_ascii_is_space(text[to]))
		to++;
	*ret_from = from;
	*ret_to = to;
}

bool
dd_look_is_address(const struct dd_prose *prose, size_t at)
{
	static const char *const signs[] = {"://", "www.", "@", "xn--"};
	size_t from, to;

	dd_look_token(prose, at, &from, &to);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (memmem(prose->text + from, to - from, signs[i],
			strlen(signs[i])))
			return true;
	return false;
}

bool
dd_look_is_own(const struct dd_prose *prose)
{
	switch (prose->kind) {
	case DD_PROSE_CAPTION:
	case DD_PROSE_ALT:
	case DD_PROSE_HEADING:
	case DD_PROSE_DESCRIPTION:
		return true;
	default:
		return dd_prose_is_sentence(prose);
	}
}
