/* SPDX-License-Identifier: MIT */
/* Rules about what stands in pairs: quotation marks and brackets. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"
#include "check/misread.h"
#include "model/letter.h"

enum { DEPTH_MAX = 16 }; /* marks open at once; a deeper text is left alone */

struct mark {
	size_t at, len;
	uint32_t cp;
};

/* The marks that are open, the innermost last. */
struct stack {
	struct mark marks[DEPTH_MAX];
	size_t depth;
};

static bool
push(struct stack *stack, struct mark mark)
{
	if (stack->depth == DEPTH_MAX)
		return false;
	stack->marks[stack->depth++] = mark;
	return true;
}

static struct dd_diagnostic *
report_mark(struct dd_checker *checker, enum dd_id id,
    const struct dd_prose *prose, struct mark mark, const char *words)
{
	return dd_check_report(checker, id, prose, mark.at, mark.at + mark.len,
	    "`%.*s` %s", (int)mark.len, prose->text + mark.at,
	    dd_sink_say(checker->sink, words));
}

/* --- quotation marks ----------------------------------------------------- */

struct pair {
	const struct dd_prose *prose;
	size_t from, to;
	bool straight;
	struct pair *next;
};

/* The good pairs of a document. */
struct pairs {
	struct dd_checker *checker;
	struct pair *first, **end;
	size_t straight, curly;
};

enum {
	STRAIGHT = '"',
	LEFT = 0x201C,
	RIGHT = 0x201D,
	LOW = 0x201E,
	ANGLE_LEFT = 0xAB,
	ANGLE_RIGHT = 0xBB,
};

static bool
is_quote(uint32_t cp)
{
	return cp == STRAIGHT || (cp >= LEFT && cp <= LOW) ||
	    cp == ANGLE_LEFT || cp == ANGLE_RIGHT;
}

static bool
are_pair(uint32_t open, uint32_t close)
{
	return (open == STRAIGHT && close == STRAIGHT) ||
	    (open == LEFT && close == RIGHT) ||
	    (open == LOW && (close == LEFT || close == RIGHT)) ||
	    (open == ANGLE_LEFT && close == ANGLE_RIGHT);
}

/* Where languages write ”so” or »so«, no pair can be called wrong. */
static bool
knows_quotes(const struct dd_checker *checker)
{
	static const char *const langs[] = {
	    "en", "fr", "ja", "ko", "zh", "es", "it", "pt"};

	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		if (dd_look_speaks(checker, langs[i]))
			return true;
	return false;
}

/* Behind a space or an opening mark, and before something else. */
static bool
starts_word(const struct dd_prose *prose, struct mark mark)
{
	size_t len;
	uint32_t before = dd_look_back(prose, mark.at, &len);
	uint32_t behind = dd_look_at(prose, mark.at + mark.len, &len);

	return (before == 0 || before == '(' || before == '[' ||
		   before == 0x2014 || dd_look_is_space(before)) &&
	    behind != 0 && !dd_look_is_space(behind);
}

/* A straight mark closes the one that is open; a curly one says itself what
 * it is, unless it stands the wrong way. */
static bool
opens(const struct dd_prose *prose, const struct stack *stack, struct mark mark)
{
	uint32_t open = stack->depth ? stack->marks[stack->depth - 1].cp : 0;

	switch (mark.cp) {
	case STRAIGHT:
		return open == 0 ||
		    (open != STRAIGHT && starts_word(prose, mark));
	case RIGHT:
		return open == 0 && starts_word(prose, mark);
	case LEFT:
		return open != LOW &&
		    (open != LEFT || starts_word(prose, mark));
	default:
		return mark.cp == LOW || mark.cp == ANGLE_LEFT;
	}
}

static void
close_quote(struct pairs *pairs, const struct dd_prose *prose,
    struct stack *stack, struct mark mark)
{
	struct mark open;
	struct pair *pair;

	if (stack->depth == 0) {
		report_mark(pairs->checker, DD_ID_TEXT_QUOTE_PAIR, prose, mark,
		    N_("closes a quotation that does not begin in this "
		       "text."));
		return;
	}
	open = stack->marks[--stack->depth];
	if (!are_pair(open.cp, mark.cp)) {
		dd_check_report(pairs->checker, DD_ID_TEXT_QUOTES, prose,
		    open.at, mark.at + mark.len,
		    "A quotation opens with `%.*s` and closes with `%.*s`; "
		    "write a pair.",
		    (int)open.len, prose->text + open.at, (int)mark.len,
		    prose->text + mark.at);
		return;
	}
	pair = dd_arena_alloc(&pairs->checker->arena, sizeof *pair);
	*pair = (struct pair){
	    prose, open.at, mark.at + mark.len, mark.cp == STRAIGHT, NULL};
	*pairs->end = pair;
	pairs->end = &pair->next;
	*(pair->straight ? &pairs->straight : &pairs->curly) += 1;
}

/* Inches: 12", and a quotation that goes on in the next paragraph, which then
 * begins with the same mark. */
static bool
may_stay_open(const struct dd_prose *prose, struct mark mark)
{
	size_t len;
	uint32_t before = dd_look_back(prose, mark.at, &len);
	const struct dd_prose *next = prose->next;

	if (mark.cp == STRAIGHT && before >= '0' && before <= '9')
		return true;
	return strspn(prose->text, DD_ASCII_SPACES) == mark.at && next &&
	    next->kind == prose->kind &&
	    strncmp(next->text + strspn(next->text, DD_ASCII_SPACES),
		prose->text + mark.at, mark.len) == 0;
}

static void
pair_quotes(struct pairs *pairs, const struct dd_prose *prose)
{
	struct stack stack = {.depth = 0};
	struct mark mark = {.at = 0};

	for (; (mark.cp = dd_look_at(prose, mark.at, &mark.len), mark.len);
	     mark.at += mark.len) {
		size_t misread = dd_misread_measure(prose, mark.at);

		if (misread > 0)
			mark.len = misread;
		if (misread > 0 || !is_quote(mark.cp) ||
		    dd_look_is_foreign(prose, mark.at))
			continue;
		if (!opens(prose, &stack, mark))
			close_quote(pairs, prose, &stack, mark);
		else if (!push(&stack, mark))
			return;
	}
	for (size_t i = 0; i < stack.depth; i++)
		if (!may_stay_open(prose, stack.marks[i]))
			report_mark(pairs->checker, DD_ID_TEXT_QUOTE_PAIR,
			    prose, stack.marks[i],
			    N_("opens a quotation that does not end in this "
			       "text."));
}

/* Writes the marks of another pair instead of those of this one. */
static void
mend_pair(struct dd_checker *checker, struct dd_diagnostic *found,
    const struct pair *pair, const struct pair *other)
{
	const char *text = other->prose->text;
	struct dd_arena *arena = &checker->arena;
	size_t own, len;

	dd_look_at(pair->prose, pair->from, &own);
	dd_look_at(other->prose, other->from, &len);
	dd_check_mend(checker, found, pair->prose, pair->from, pair->from + own,
	    dd_arena_ndup(arena, text + other->from, len));
	dd_look_back(pair->prose, pair->to, &own);
	dd_look_back(other->prose, other->to, &len);
	dd_check_mend(checker, found, pair->prose, pair->to - own, pair->to,
	    dd_arena_ndup(arena, text + other->to - len, len));
}

/* The style of the fewer pairs is the slip; of as many, the straight one. */
static void
report_mixed_styles(const struct pairs *pairs)
{
	bool straight = pairs->straight <= pairs->curly;
	const struct pair *other = pairs->first;
	struct dd_diagnostic *found;

	while (other->straight == straight)
		other = other->next;
	for (const struct pair *p = pairs->first; p; p = p->next) {
		if (p->straight != straight)
			continue;
		found = dd_check_report(pairs->checker, DD_ID_TEXT_QUOTES,
		    p->prose, p->from, p->to,
		    straight ? N_("The quotation marks here are straight, "
				  "those elsewhere are curly; use one kind.")
			     : N_("The quotation marks here are curly, those "
				  "elsewhere are straight; use one kind."));
		dd_check_relate(pairs->checker, found, other->prose,
		    other->from, other->to, "the other kind");
		mend_pair(pairs->checker, found, p, other);
	}
}

static void
check_quotes(struct dd_checker *checker)
{
	struct pairs pairs = {.checker = checker};

	if (!knows_quotes(checker))
		return;
	pairs.end = &pairs.first;
	for (const struct dd_prose *p = checker->prose; p; p = p->next)
		if (p->traits & DD_TRAIT_QUOTE)
			pair_quotes(&pairs, p);
	if (pairs.straight && pairs.curly)
		report_mixed_styles(&pairs);
}

/* The first bytes of what measure_doubled knows. */
static const char doubled_starts[] = "'`\xE2";

/* Two apostrophes that stand for one quotation mark: '' ‘‘ ’’. Bytes, or 0. */
static size_t
measure_doubled(const char *text)
{
	static const char *const doubled[] = {
	    "''", "``", "\u2018\u2018", "\u2019\u2019"};

	for (size_t i = 0; i < sizeof doubled / sizeof *doubled; i++)
		if (strncmp(text, doubled[i], strlen(doubled[i])) == 0)
			return strlen(doubled[i]);
	return 0;
}

/* A quotation is one finding, from the marks that open it to those behind. */
static void
check_doubled_apostrophe(
    struct dd_checker *checker, const struct dd_prose *prose)
{
	struct dd_diagnostic *found;

	for (size_t from = 0, len; from < prose->len; from++) {
		size_t to, close = 0;

		from += strcspn(prose->text + from, doubled_starts);
		len = measure_doubled(prose->text + from);
		if (len == 0 || dd_look_is_foreign(prose, from))
			continue;
		for (to = from + len; to < prose->len && !close; to++)
			close = measure_doubled(prose->text + to);
		to = close ? to - 1 + close : from + len;
		found = dd_check_report(checker, DD_ID_TEXT_DOUBLED_APOSTROPHE,
		    prose, from, to,
		    "Doubled `%.*s` stand for quotation marks; write “…”.",
		    (int)len, prose->text + from);
		if (close) {
			dd_check_mend(
			    checker, found, prose, from, from + len, "“");
			dd_check_mend(
			    checker, found, prose, to - close, to, "”");
		}
		from = to - 1;
	}
}

/* --- brackets ------------------------------------------------------------ */

static const struct {
	uint32_t open, close;
	uint32_t narrow; /* the opening one, as texts in Latin script have it */
} brackets[] = {
    {'(', ')', '('},
    {'[', ']', '['},
    {0xFF08, 0xFF09, '('},
    {0xFF3B, 0xFF3D, '['},
    {0x300C, 0x300D, 0x300C},
    {0x300E, 0x300F, 0x300E},
    {0x3010, 0x3011, 0x3010},
    {0x3014, 0x3015, 0x3014},
    {0x3008, 0x3009, 0x3008},
    {0x300A, 0x300B, 0x300A},
};

enum { BRACKETS = sizeof brackets / sizeof *brackets };

/* Returns the row of a bracket, or -1. */
static int
find_bracket(uint32_t cp, bool *ret_open)
{
	/* Most characters are none. */
	if (cp < 0x80 ? cp != '(' && cp != ')' && cp != '[' && cp != ']'
		      : cp < 0x3008)
		return -1;
	for (int i = 0; i < BRACKETS; i++)
		if (cp == brackets[i].open || cp == brackets[i].close) {
			*ret_open = cp == brackets[i].open;
			return i;
		}
	return -1;
}

/* The plain character of a full-width form; any other as it is. */
static uint32_t
narrow(uint32_t cp)
{
	return cp >= 0xFF01 && cp <= 0xFF5E ? cp - 0xFF01 + '!' : cp;
}

/* "1)", "a)", "iv)" and the same in full width, which number the parts of a
 * list. */
static bool
is_numbering(const struct dd_prose *prose, size_t at)
{
	size_t from = at, len, signs = 0, digits = 0, roman = 0;
	uint32_t cp;

	while ((cp = narrow(dd_look_back(prose, from, &len))) &&
	    (dd_letter_is(cp) || (cp >= '0' && cp <= '9'))) {
		if (++signs > 4)
			return false;
		digits += cp >= '0' && cp <= '9';
		roman += cp == 'i' || cp == 'v' || cp == 'x';
		from -= len;
	}
	return signs == 1 || (signs > 0 && digits == signs && signs < 3) ||
	    (signs > 0 && roman == signs);
}

static void
close_bracket(struct dd_checker *checker, const struct dd_prose *prose,
    struct stack *stack, struct mark mark)
{
	struct mark open;
	struct dd_diagnostic *found;
	bool ignored;
	int own = find_bracket(mark.cp, &ignored), other;

	if (stack->depth == 0) {
		if (!is_numbering(prose, mark.at))
			report_mark(checker, DD_ID_TEXT_BRACKET, prose, mark,
			    N_("closes a bracket that is not open in this "
			       "text."));
		return;
	}
	open = stack->marks[--stack->depth];
	other = find_bracket(open.cp, &ignored);
	if (own == other ||
	    (!dd_look_is_wide(checker) &&
		brackets[own].narrow == brackets[other].narrow))
		return;
	found = report_mark(checker, DD_ID_TEXT_BRACKET, prose, mark,
	    N_("closes a bracket of another kind."));
	dd_check_relate(checker, found, prose, open.at, open.at + open.len,
	    "the bracket that is open");
}

static void
check_bracket(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct stack stack = {.depth = 0};
	struct mark mark = {.at = 0};
	bool open;

	for (; (mark.cp = dd_look_at(prose, mark.at, &mark.len), mark.len);
	     mark.at += mark.len) {
		if (dd_ascii_is_letter(prose->text[mark.at]) ||
		    find_bracket(mark.cp, &open) < 0)
			continue;
		if (!open)
			close_bracket(checker, prose, &stack, mark);
		else if (!push(&stack, mark))
			return;
	}
	for (size_t i = 0; i < stack.depth; i++)
		report_mark(checker, DD_ID_TEXT_BRACKET, prose, stack.marks[i],
		    N_("opens a bracket that does not end in this text."));
}

const struct dd_rule dd_rules_quote[] = {
    {.ids = DD_IDS(DD_ID_TEXT_QUOTE_PAIR, DD_ID_TEXT_QUOTES),
	.document = check_quotes},
    {.ids = DD_IDS(DD_ID_TEXT_DOUBLED_APOSTROPHE),
	.text = check_doubled_apostrophe},
    {.ids = DD_IDS(DD_ID_TEXT_BRACKET),
	.traits = DD_TRAIT_BRACKET,
	.text = check_bracket},
    {0},
};
