/* SPDX-License-Identifier: MIT */
/* The text of one paragraph: what is kept of it, and where it is glued. */
#include "output/text_run.h"
#include <stdint.h>
#include <string.h>
#include "base/utf8.h"

enum kind { KEEP, SPACE, DROP };

static enum kind
classify(uint32_t cp)
{
	if (cp == ' ' || (cp >= 0x09 && cp <= 0x0D) || cp == 0x85 ||
	    cp == 0x2028 || cp == 0x2029)
		return SPACE;
	if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0xAD)
		return DROP;
	return KEEP;
}

void
dd_text_run_init(struct dd_text_run *run)
{
	dd_buffer_init(&run->text, 0);
	dd_buffer_init(&run->glue, 0);
	run->space = run->fresh = false;
	run->nobr = 0;
}

void
dd_text_run_release(struct dd_text_run *run)
{
	dd_buffer_release(&run->text);
	dd_buffer_release(&run->glue);
}

void
dd_text_run_clear(struct dd_text_run *run)
{
	dd_buffer_clear(&run->text);
	dd_buffer_clear(&run->glue);
	run->space = false;
	run->fresh = run->nobr > 0;
}

static void
add_bytes(struct dd_text_run *run, const char *bytes, size_t len)
{
	char glued = run->nobr > 0 && !run->fresh;

	dd_buffer_add(&run->text, bytes, len);
	dd_buffer_repeat(&run->glue, glued, len);
}

/* Behind the space that is still to come. */
static void
add_word(struct dd_text_run *run, const char *bytes, size_t len)
{
	if (run->space && run->text.len > 0)
		add_bytes(run, " ", 1);
	add_bytes(run, bytes, len);
	run->space = run->fresh = false;
}

static bool
is_plain(char c)
{
	return c > 0x20 && c < 0x7F;
}

/* Bytes in front that are words of ASCII, with one space between two. */
static size_t
count_plain(const char *text, const char *end)
{
	const char *p = text;

	while (p < end &&
	    (is_plain(*p) ||
		(*p == ' ' && p > text && p + 1 < end && is_plain(p[1]))))
		p++;
	return (size_t)(p - text);
}

void
dd_text_run_add(struct dd_text_run *run, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		uint32_t cp = 0xFFFD;
		size_t step = run->fresh ? 0 : count_plain(text, end);
		enum kind kind = KEEP;

		if (step == 0) {
			step = dd_utf8_decode(text, end, &cp);
			kind = step ? classify(cp) : DROP;
		}
		if (kind == SPACE)
			run->space = true;
		else if (kind == KEEP)
			add_word(run, text, step);
		text += step ? step : 1;
	}
}

void
dd_text_run_enter_nobr(struct dd_text_run *run)
{
	if (run->nobr++ == 0)
		run->fresh = true;
}

void
dd_text_run_leave_nobr(struct dd_text_run *run)
{
	run->nobr--;
}

static bool
is_address(const char *word, size_t len)
{
	for (size_t i = 0; i + 3 <= len; i++)
		if (memcmp(word + i, "://", 3) == 0)
			return true;
	return memchr(word, '@', len) ||
	    (len > 4 && memcmp(word, "www.", 4) == 0);
}

void
dd_text_run_glue_addresses(struct dd_text_run *run)
{
	const char *text = run->text.data;
	size_t i = 0;

	while (i < run->text.len) {
		size_t len = 0;
		bool marked = text[i] == 'w';

		for (; i + len < run->text.len && text[i + len] > ' ' &&
		     text[i + len] < 0x7F;
		     len++)
			marked |= text[i + len] == ':' || text[i + len] == '@';
		if (len > 1 && marked && is_address(text + i, len))
			memset(run->glue.data + i + 1, 1, len - 1);
		i += len ? len : 1;
	}
}

void
dd_text_run_verbatim(struct dd_buffer *out, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		uint32_t cp = 0xFFFD;
		size_t step = dd_utf8_decode(text, end, &cp);
		enum kind kind = step ? classify(cp) : DROP;

		if (kind == SPACE)
			dd_buffer_putc(out, ' ');
		else if (kind == KEEP)
			dd_buffer_add(out, text, step);
		text += step ? step : 1;
	}
}
