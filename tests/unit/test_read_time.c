/* SPDX-License-Identifier: MIT */
/* Times in prose: what is read, where it stands, and what is left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "language/read_time.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

struct example {
	const char *text, *items;
};

static void
describe_clock(
    struct dd_buffer *out, const char *text, const struct dd_typed *i)
{
	static const char *const periods[] = {"?", "am", "pm", "word"};

	dd_buffer_printf(out, "%02d:%02d%s %s%s", i->hour, i->minute,
	    i->has_minute ? "" : "~", periods[i->period],
	    i->plain ? "" : " odd");
	if (i->label == DD_LABEL_LOCAL)
		dd_buffer_puts(out, " local");
	if (i->label == DD_LABEL_NAMED)
		dd_buffer_printf(out, " of %.*s",
		    (int)(i->name.end - i->name.start), text + i->name.start);
	if (i->shift.end > 0)
		dd_buffer_printf(out, " %+d", i->days);
	if (i->date)
		dd_buffer_printf(
		    out, " on %d-%d", i->date->month, i->date->day);
}

static void
describe_date(struct dd_buffer *out, const char *text, const struct dd_typed *i)
{
	dd_buffer_printf(out, "%d-%d-%d", i->year, i->month, i->day);
	if (i->weekday >= 0)
		dd_buffer_printf(out, " %.*s=%d",
		    (int)(i->weekday_at.end - i->weekday_at.start),
		    text + i->weekday_at.start, i->weekday);
	if (i->ordinal.end > 0)
		dd_buffer_printf(out, " %.*s",
		    (int)(i->ordinal.end - i->ordinal.start),
		    text + i->ordinal.start);
}

/* "words: what they mean", one behind the other. */
static void
describe(struct dd_buffer *out, const char *text, const struct dd_typed *i)
{
	for (; i; i = i->next) {
		dd_buffer_printf(out, "%s%.*s: ", out->len ? "; " : "",
		    (int)(i->at.end - i->at.start), text + i->at.start);
		if (i->kind == DD_TYPED_CLOCK)
			describe_clock(out, text, i);
		else if (i->kind == DD_TYPED_DATE)
			describe_date(out, text, i);
		else if (i->kind == DD_TYPED_LENGTH)
			dd_buffer_printf(out, "%d min%s", i->minutes,
			    i->hedged ? " about" : "");
		else if (i->kind == DD_TYPED_WEEKDAY)
			dd_buffer_printf(out, "weekday %d", i->weekday);
		else
			dd_buffer_puts(out, "day");
	}
}

static void
compare(const struct example *examples, size_t count, const char *lang)
{
	for (size_t i = 0; i < count; i++) {
		struct dd_arena arena = {0};
		struct dd_buffer out;

		dd_buffer_init(&out, 0);
		describe(&out, examples[i].text,
		    dd_time_read(examples[i].text, lang, &arena));
		assert_string_equal(out.data, examples[i].items);
		dd_buffer_release(&out);
		dd_arena_release(&arena);
	}
}

static void
test_english_clocks(void **state)
{
	static const struct example examples[] = {
	    {"at 10:00 a.m. local time (0:00 p.m. Japan time)",
		"10:00 a.m.: 10:00 am local; 0:00 p.m.: 12:00 pm of Japan"},
	    {"12:05 a.m. and 12 p.m.",
		"12:05 a.m.: 00:05 am; 12 p.m.: 12:00~ pm"},
	    {"4.45 p.m., 4:45PM or 04:45 p.m.",
		"4.45 p.m.: 16:45 pm odd; 4:45PM: 16:45 pm odd; "
		"04:45 p.m.: 16:45 pm odd"},
	    {"12:00 noon (12 midnight)",
		"12:00 noon: 12:00 word; 12 midnight: 00:00~ word"},
	    {"13:00 p.m.", "13:00 p.m.: 13:00 pm"},
	    {"at 4:45 sharp, or 16:45", "4:45: 04:45 ?; 16:45: 16:45 ?"},
	    {"4:45 in the afternoon", "4:45 in the afternoon: 16:45 pm"},
	    {"until noon or midnight",
		"noon: 12:00 word; midnight: 00:00 word"},
	    {"from 10:00 to 10:45 a.m. local time",
		"10:00: 10:00 am local; 10:45 a.m.: 10:45 am local"},
	    {"(Republic of Korea time: 7:45 p.m.)",
		"7:45 p.m.: 19:45 pm of Republic of Korea"},
	    {"7:45 p.m. JST the next day", "7:45 p.m.: 19:45 pm of JST +1"},
	    {"7:45 p.m. on May 21, Japan time",
		"7:45 p.m.: 19:45 pm of Japan on 5-21; May 21: 0-5-21"},
	    {"3:40 a.m. local time on June 2",
		"3:40 a.m.: 03:40 am local on 6-2; June 2: 0-6-2"},
	};

	(void)state;
	compare(examples, COUNT(examples), "en");
}

static void
test_english_days(void **state)
{
	static const struct example examples[] = {
	    {"On May 20, 2025, they", "May 20, 2025: 2025-5-20"},
	    {"the 20th of May 2025", "20th of May 2025: 2025-5-20 20th"},
	    {"20 May, Sept. 3", "20 May: 0-5-20; Sept. 3: 0-9-3"},
	    {"Tuesday, May 20", "Tuesday, May 20: 0-5-20 Tuesday=2"},
	    {"May 20 (Tue.)", "May 20 (Tue: 0-5-20 Tue=2"},
	    {"since November 2023", "November 2023: 2023-11-0"},
	    {"the end of October", "October: 0-10-0"},
	    {"2025-05-20", "2025-05-20: 2025-5-20"},
	    {"on Friday", "Friday: weekday 5"},
	    {"Yesterday, today and tomorrow",
		"Yesterday: day; today: day; tomorrow: day"},
	};

	(void)state;
	compare(examples, COUNT(examples), "en-GB");
}

static void
test_english_lengths(void **state)
{
	static const struct example examples[] = {
	    {"for about 45 minutes", "45 minutes: 45 min about"},
	    {"a 90-minute talk", "90-minute: 90 min"},
	    {"forty-five minutes", "forty-five minutes: 45 min"},
	    {"an hour and a half", "an hour and a half: 90 min"},
	    {"two and a half hours", "two and a half hours: 150 min"},
	    {"half an hour", "half an hour: 30 min"},
	    {"1.5 hours", "1.5 hours: 90 min"},
	    {"1 hour and 30 minutes", "1 hour and 30 minutes: 90 min"},
	    {"one hour 5 minutes", "one hour 5 minutes: 65 min"},
	};

	(void)state;
	compare(examples, COUNT(examples), "en");
}

static void
test_english_other_words(void **state)
{
	static const char *const texts[] = {"4.45 metres", "12:345", "1:2:3",
	    "in May they may march in March", "the 27th meeting", "May Fair",
	    "10 amendments", "at 25:00", "Mon ami", "the sun", "10,000", "2025",
	    "seven", "afternoon", "May 45", "in 1.5 years", "todays", "x10 a.m",
	    ""};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct example none = {texts[i], ""};

		compare(&none, 1, "en");
	}
}

static void
test_japanese(void **state)
{
	static const struct example examples[] = {
	    {"５月２０日、現地時間午前１０時３０分（日本時間同日正午）から約４"
	     "５分間、",
		"５月２０日: 0-5-20; 午前１０時３０分: 10:30 am local on 5-20; "
		"正午: 12:00 word of 日本 +0; ４５分間: 45 min about"},
	    {"令和7年5月20日(火)", "令和7年5月20日(火: 2025-5-20 火=2"},
	    {"2025年5月20日火曜日", "2025年5月20日火曜日: 2025-5-20 火曜日=2"},
	    {"5月20日", "5月20日: 0-5-20"},
	    {"午後5時半（現地時間）", "午後5時半: 17:30 pm local"},
	    {"10時から午前11時", "10時: 10:00 am; 午前11時: 11:00 am"},
	    {"1時間30分、2時間半、30分間",
		"1時間30分: 90 min; 2時間半: 150 min; 30分間: 30 min"},
	    {"本日、基本日程を", "本日: day"},
	    {"日本時間翌日午前0時5分", "午前0時5分: 00:05 am of 日本 +1"},
	    {"3月間、10時点、5月以降", "5月: 0-5-0"},
	};

	(void)state;
	compare(examples, COUNT(examples), "ja");
}

static void
test_no_other_language_is_read(void **state)
{
	static const struct example example = {"10:00 a.m., May 20", ""};

	(void)state;
	compare(&example, 1, "fr");
	compare(&example, 1, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_english_clocks),
	    cmocka_unit_test(test_english_days),
	    cmocka_unit_test(test_english_lengths),
	    cmocka_unit_test(test_english_other_words),
	    cmocka_unit_test(test_japanese),
	    cmocka_unit_test(test_no_other_language_is_read),
	};

	return cmocka_run_group_tests_name("times in prose", tests, NULL, NULL);
}
