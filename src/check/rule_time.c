/* SPDX-License-Identifier: MIT */
/* Rules about the form of clock times and dates in sentences. */
#include "check/rule_time.h"
#include <string.h>
#include "base/ascii.h"

#define SPAN(t, s) (int)((s).end - (s).start), (t)->prose->text + (s).start

static bool
is(const char *value, const char *word)
{
	return value && strcmp(value, word) == 0;
}

static bool
is_english(const struct dd_time_text *t)
{
	const char *lang = t->checker->summary->lang;

	return lang && dd_ascii_equal_n(lang, "en", 2);
}

/* --- clocks -------------------------------------------------------------- */

/* True where one of these words, up to a NULL, ends at byte `at`. */
static bool
follows_word(const struct dd_time_text *t, size_t at, const char *const *words)
{
	for (; *words; words++) {
		size_t len = strlen(*words);

		if (at >= len &&
		    dd_ascii_equal_n(t->prose->text + at - len, *words, len))
			return true;
	}
	return false;
}

/* Two colons apart, a pair of numbers can be a ratio or a verse; a word before
 * or a zone behind shows a clock. */
static bool
is_surely_clock(const struct dd_time_text *t, const struct dd_typed *clock)
{
	static const char *const words[] = {"at ", "from ", "until ", "around ",
	    "about ", "before ", "after ", "by ", "since ", NULL};

	return clock->label != DD_LABEL_NONE ||
	    follows_word(t, clock->at.start, words);
}

/* The clock as the house prints it. */
static char *
spell_clock(const struct dd_time_text *t, const struct dd_typed *clock)
{
	int hour = clock->hour % 12;

	if (is(t->facts->hours, "24"))
		return dd_arena_printf(&t->checker->arena, "%d:%02d",
		    clock->hour % 24, clock->minute);
	return dd_arena_printf(&t->checker->arena, "%d:%02d %s",
	    hour == 0 && !is(t->facts->noon, "zero") ? 12 : hour, clock->minute,
	    clock->hour % 24 < 12 ? "a.m." : "p.m.");
}

/* The hour 24 is of the next day, 12 is read both ways where the house is
 * silent, and one side of a range hangs on the other. */
static bool
is_certain(const struct dd_time_text *t, const struct dd_typed *clock)
{
	char behind = t->prose->text[clock->at.end];

	return is_english(t) && t->facts->hours && clock->hour < 24 &&
	    (clock->hour % 12 != 0 || t->facts->noon) && !clock->in_range &&
	    behind != '-';
}

/* The stop of `p.m.` can be that of the sentence too: there is one before and
 * after, and where the new form has none, the sentence must go on. */
static void
mend_clock(const struct dd_time_text *t, struct dd_diagnostic *found,
    const struct dd_typed *clock)
{
	const char *behind = t->prose->text + clock->at.end;
	char *right = spell_clock(t, clock);
	size_t last = strlen(right) - 1;
	bool goes_on = (*behind && strchr(",;)", *behind)) ||
	    (*behind == ' ' && behind[1] >= 'a' && behind[1] <= 'z');

	if (!is_certain(t, clock) ||
	    (behind[-1] == '.' && right[last] != '.' && !goes_on))
		return;
	if (behind[-1] != '.' && right[last] == '.' && *behind == '.')
		right[last] = '\0';
	dd_check_mend(
	    t->checker, found, t->prose, clock->at.start, clock->at.end, right);
}

/* Before noon, one cannot tell which of the two is the slip. */
static void
report_period_24(const struct dd_time_text *t, const struct dd_typed *clock)
{
	struct dd_time time = {.hour = clock->written, .minute = clock->minute};
	struct dd_diagnostic *found = dd_check_report(t->checker,
	    DD_ID_CLOCK_PERIOD_24, t->prose, clock->at.start, clock->at.end,
	    "`%.*s` counts hours to 24 and to 12 at once; write %s, or count "
	    "to 12.",
	    SPAN(t, clock->at), dd_time_clock(t->checker, time));

	if (clock->period == DD_PERIOD_PM)
		mend_clock(t, found, clock);
}

static void
report_no_period(const struct dd_time_text *t, const struct dd_typed *clock)
{
	dd_check_report(t->checker, DD_ID_CLOCK_NO_PERIOD, t->prose,
	    clock->at.start, clock->at.end,
	    "`%.*s` can be before or after noon, because the house counts "
	    "hours to 12; say which.",
	    SPAN(t, clock->at));
}

/* The hour after noon or midnight in another style than the house's. */
static bool
is_other_noon(const struct dd_time_text *t, const struct dd_typed *clock)
{
	bool zero = is(t->facts->noon, "zero");

	return t->facts->noon && clock->period != DD_PERIOD_WORD &&
	    clock->period != DD_PERIOD_NONE &&
	    clock->written == (zero ? 12 : 0);
}

static void
report_noon(const struct dd_time_text *t, const struct dd_typed *clock)
{
	struct dd_time time = {.hour = clock->hour, .minute = clock->minute};

	dd_check_report(t->checker, DD_ID_CLOCK_NOON, t->prose, clock->at.start,
	    clock->at.end,
	    "`%.*s` means %s on a clock of 24 hours; the house writes that "
	    "hour as %d.",
	    SPAN(t, clock->at), dd_time_clock(t->checker, time),
	    is(t->facts->noon, "zero") ? 0 : 12);
}

/* True for an English clock that is not written as the house prints it. */
static bool
is_other_form(const struct dd_time_text *t, const struct dd_typed *clock)
{
	if (!is_english(t) || !t->facts->hours ||
	    clock->period == DD_PERIOD_WORD)
		return false;
	if (is(t->facts->hours, "24"))
		return clock->period != DD_PERIOD_NONE;
	return clock->period == DD_PERIOD_NONE ? clock->hour > 12
					       : !clock->plain;
}

static void
report_form(const struct dd_time_text *t, const struct dd_typed *clock)
{
	struct dd_diagnostic *found = dd_check_report(t->checker,
	    DD_ID_CLOCK_FORM, t->prose, clock->at.start, clock->at.end,
	    "`%.*s` is not the form of the house; write `%s`.",
	    SPAN(t, clock->at), spell_clock(t, clock));

	mend_clock(t, found, clock);
}

/* One fault, one finding: the gravest comes first. */
static void
check_clock(const struct dd_time_text *t, const struct dd_typed *clock)
{
	bool period =
	    clock->period == DD_PERIOD_AM || clock->period == DD_PERIOD_PM;

	if (period && clock->written > 12)
		report_period_24(t, clock);
	else if (is(t->facts->hours, "12") && clock->period == DD_PERIOD_NONE &&
	    clock->hour <= 12) {
		if (is_surely_clock(t, clock))
			report_no_period(t, clock);
	} else if (is_other_noon(t, clock))
		report_noon(t, clock);
	else if (is_other_form(t, clock) &&
	    (period || is_surely_clock(t, clock)))
		report_form(t, clock);
}

/* "the March 1st Movement" is a name. */
static bool
is_in_name(const struct dd_time_text *t, const struct dd_typed *date)
{
	const char *behind = t->prose->text + date->at.end;

	return *behind == ' ' && behind[1] >= 'A' && behind[1] <= 'Z';
}

/* "27th and 28th": a day beside this one has an ending too. */
static bool
leads_list(const char *p)
{
	static const char *const words[] = {
	    "and ", "or ", "to ", "until ", "through ", "-", "–"};
	size_t digits;

	p += strspn(p, " ,");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(p, words[i], strlen(words[i])) == 0) {
			p += strlen(words[i]);
			break;
		}
	p += strspn(p, " ");
	digits = strspn(p, "0123456789");
	return digits > 0 && digits <= 2 && dd_ascii_is_letter(p[digits]);
}

/* Without its ending, "the 1st of June" is no English. */
static void
mend_ordinal(const struct dd_time_text *t, struct dd_diagnostic *found,
    const struct dd_typed *date)
{
	static const char *const words[] = {
	    "the ", "and ", "or ", "to ", "-", "–", NULL};
	const char *behind = t->prose->text + date->ordinal.end;

	if (!follows_word(t, date->ordinal.start, words) &&
	    strncmp(behind, " of ", strlen(" of ")) != 0 && !leads_list(behind))
		dd_check_mend(t->checker, found, t->prose,
		    date->ordinal.end - strlen("th"), date->ordinal.end, "");
}

static void
check_ordinal(const struct dd_time_text *t, const struct dd_typed *date)
{
	struct dd_diagnostic *found;

	if (date->ordinal.end == 0 || is_in_name(t, date))
		return;
	found = dd_check_report(t->checker, DD_ID_CLOCK_ORDINAL_DATE, t->prose,
	    date->ordinal.start, date->ordinal.end,
	    "The day of a date is a plain number; write `%d` for `%.*s`.",
	    date->day, SPAN(t, date->ordinal));
	mend_ordinal(t, found, date);
}

void
dd_time_check_forms(const struct dd_time_text *t)
{
	for (const struct dd_typed *i = t->times; i; i = i->next) {
		if (dd_time_is_foreign(t, i))
			continue;
		if (i->kind == DD_TYPED_CLOCK)
			check_clock(t, i);
		else if (i->kind == DD_TYPED_DATE)
			check_ordinal(t, i);
	}
}

/* --- the walk ------------------------------------------------------------ */

/* Names of documents and pages keep what their authors wrote. */
static bool
is_own_text(const struct dd_prose *prose)
{
	return dd_prose_is_sentence(prose) || prose->kind == DD_PROSE_CAPTION ||
	    prose->kind == DD_PROSE_DESCRIPTION ||
	    (prose->kind == DD_PROSE_TITLE &&
		dd_node_is(prose->node->parent, "head"));
}

static void
check_text(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct dd_time_facts facts;
	struct dd_time_text text = {checker, &facts, prose, NULL};

	if (!is_own_text(prose))
		return;
	text.times =
	    dd_time_read(prose->text, checker->summary->lang, &checker->arena);
	if (!text.times)
		return;
	dd_time_facts(checker, &facts);
	dd_time_check_forms(&text);
	dd_time_check_days(&text);
	dd_time_check_marks(&text);
	if (prose->kind == DD_PROSE_LEAD)
		dd_time_check_lead(&text);
	if (prose->kind == DD_PROSE_CAPTION)
		dd_time_check_caption(&text);
}

const struct dd_rule dd_rules_time[] = {
    {.ids = DD_IDS(DD_ID_CLOCK_EVENT_DATE, DD_ID_CLOCK_FORM,
	 DD_ID_CLOCK_HOME_TIME, DD_ID_CLOCK_LABEL_MISSING,
	 DD_ID_CLOCK_LOCAL_TIME, DD_ID_CLOCK_NO_PERIOD, DD_ID_CLOCK_NOON,
	 DD_ID_CLOCK_ORDINAL_DATE, DD_ID_CLOCK_PERIOD_24,
	 DD_ID_CLOCK_RELATIVE_DAY, DD_ID_CLOCK_ROLL_OVER,
	 DD_ID_CLOCK_TYPED_DATE, DD_ID_CLOCK_TYPED_LENGTH,
	 DD_ID_CLOCK_TYPED_TIME, DD_ID_CLOCK_WEEKDAY),
	.also = DD_IDS(DD_ID_CLOCK_HOME_HIDDEN, DD_ID_PHOTO_DATE),
	.text = check_text},
    {0},
};
