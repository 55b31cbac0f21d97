/* SPDX-License-Identifier: MIT */
/* Reads the verb at the end of Japanese and Korean sentences. */
#include "language/act_internal.h"
#include <string.h>
#include "base/ascii.h"

struct ending {
	const char *word;
	const char *acts;
};

/* Without "ました" or "た" and the full stop. */
static const struct ending japanese[] = {
    {"強く非難し", " condemn "},
    {"を非難し", " condemn "},
    {"歓迎し", " welcome "},
    {"認識で一致し", " agree shareView "},
    {"一致し", " agree "},
    {"ことを決め", " agree "},
    {"ことを改めて述べ", " emphasise state "},
    {"旨を伝え", DD_ACT_REPORTED},
    {"旨も伝え", DD_ACT_REPORTED},
    {"と述べ", DD_ACT_REPORTED},
    {"旨述べ", DD_ACT_REPORTED},
    {"考えを共有し", " shareView "},
    {"認識を共有し", " shareView "},
    {"感謝の意を表し", " thank "},
    {"意見を交わし", " exchangeViews "},
    {"意見交換を行い", " exchangeViews "},
    {"話し合い", " exchangeViews "},
    {"を確認し", " confirm "},
    {"説明し", " explain "},
    {"説明があり", " explain "},
    {"発言があり", DD_ACT_REPORTED},
    {"強調し", " emphasise "},
    {"懸念を表明し", " concern "},
    {"懸念を示し", " concern "},
    {"支持を表明し", " support "},
    {"期待を示し", " hope "},
    {"祝意を表し", " congratulate "},
    {"祝意を述べ", " congratulate "},
    {"祝意を伝え", " congratulate "},
    {"祝意を表明し", " congratulate "},
    {"謝意を表し", " thank "},
    {"謝意を述べ", " thank "},
    {"謝意を表明し", " thank "},
    {"感謝し", " thank "},
    {"哀悼の意を表し", " condole "},
    {"お見舞いを述べ", " condole "},
    {"弔意を表し", " condole "},
    {"旨発言し", DD_ACT_REPORTED},
    {"旨応じ", DD_ACT_REPORTED},
    {"旨説明し", " explain "},
    {"旨表明し", DD_ACT_REPORTED},
    {"旨指摘し", DD_ACT_REPORTED},
    {"要請し", " request "},
    {"を求め", " request "},
    {"招待し", " invite "},
    {"再確認し", " confirm "},
    {"旨確認し", " confirm "},
    {"認識で一致を見", " agree shareView "},
    {"意見交換し", " exchangeViews "},
    {"意見を交換し", " exchangeViews "},
    {"議論し", " exchangeViews "},
    {"議論を行い", " exchangeViews "},
    {"協議し", " exchangeViews "},
    {"意見交換を行っ", " exchangeViews "},
    {"議論を行っ", " exchangeViews "},
    {"懸念を共有し", " concern shareView "},
    {"懸念を述べ", " concern "},
    {"支持し", " support "},
    {"期待を表明し", " hope "},
    {"期待を述べ", " hope "},
    {"に署名し", " document "},
    {"を発出し", " document "},
    {"を採択し", " document "},
    {"書簡を交換し", " document "},
    {"ことで一致し", " agree "},
    {"ことを決定し", " agree commit document "},
    {"敬意を表し", " welcome "},
    {"敬意を表明し", " welcome "},
    {"遺憾の意を表し", " condole concern "},
    {"申し入れ", " request condemn "},
    {"抗議し", " condemn "},
};

/* Without "하였다" or "했다" and the full stop. */
static const struct ending korean[] = {
    {"라고 말", DD_ACT_REPORTED},
    {"설명", " explain "},
    {"강조", " emphasise "},
    {"환영", " welcome "},
    {"규탄", " condemn "},
    {"비난", " condemn "},
    {"요청", " request "},
    {"문의", " request "},
    {"제안", " invite "},
    {"확인", " confirm "},
    {"인식을 같이", " shareView "},
    {"의견을 교환", " exchangeViews "},
    {"의견을 나누었", " exchangeViews "},
    {"감사를 표", " thank "},
    {"감사의 뜻을 표", " thank "},
    {"지지를 표명", " support "},
    {"우려를 표명", " concern "},
    {"우려를 표", " concern "},
    {"축하", " congratulate "},
    {"기로 합의", " agree "},
};

static size_t
drop_end(const char *text, size_t len, const char *end)
{
	size_t size = strlen(end);

	return len >= size && memcmp(text + len - size, end, size) == 0
	    ? len - size
	    : len;
}

static size_t
drop_any(const char *text, size_t len, const char *const *ends, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (drop_end(text, len, ends[i]) != len)
			return drop_end(text, len, ends[i]);
	return len;
}

/* The length of a text that is one sentence, without its full stop; 0 where
 * it is several, each of which has a verb, or has no stop. */
static size_t
measure_sentence(const struct dd_prose *prose, const char *stop)
{
	size_t len = prose->len, whole;

	while (len > 0 && dd_ascii_is_space(prose->text[len - 1]))
		len--;
	whole = len;
	len = drop_end(prose->text, len, stop);
	return len != whole && strstr(prose->text, stop) == prose->text + len
	    ? len
	    : 0;
}

/* Up to the first particle of the topic, such as in "両大臣は". */
static void
read_topic(const struct dd_prose *prose, const char *particle,
    struct dd_act_reading *reading)
{
	size_t start = strspn(prose->text, DD_ASCII_SPACES);
	const char *topic = strstr(prose->text + start, particle);

	reading->subject = start;
	reading->subject_end =
	    topic ? (size_t)(topic - prose->text) : reading->subject;
}

static bool
find_ending(const char *text, size_t len, const struct ending *endings,
    size_t count, struct dd_act_reading *reading)
{
	for (size_t i = 0; i < count; i++) {
		if (drop_end(text, len, endings[i].word) == len)
			continue;
		reading->verb = len - strlen(endings[i].word);
		reading->acts = endings[i].acts;
		return true;
	}
	return false;
}

bool
dd_act_read_japanese(
    const struct dd_prose *prose, struct dd_act_reading *reading)
{
	static const char *const ends[] = {"ました", "た"};
	size_t whole = measure_sentence(prose, "。");
	size_t len =
	    drop_any(prose->text, whole, ends, sizeof ends / sizeof *ends);

	if (len == whole ||
	    !find_ending(prose->text, len, japanese,
		sizeof japanese / sizeof *japanese, reading))
		return false;
	reading->verb_end = whole;
	read_topic(prose, "は", reading);
	return true;
}

/* Where the outer verb only reports, "非難し、" may be among the words that it
 * reports; "非難した上で" is not. */
static bool
is_joint(const char *behind, bool is_reported)
{
	static const char *const joints[] = {
	    "た上で", "たうえで", "つつ", "、"};
	size_t count = sizeof joints / sizeof *joints - (is_reported ? 1 : 0);

	for (size_t i = 0; i < count; i++)
		if (strncmp(behind, joints[i], strlen(joints[i])) == 0)
			return true;
	return false;
}

bool
dd_act_is_joined_japanese(const struct dd_prose *prose,
    const struct dd_act_reading *reading, const char *act)
{
	bool is_reported = strcmp(reading->acts, DD_ACT_REPORTED) == 0;

	for (size_t i = 0; i < sizeof japanese / sizeof *japanese; i++) {
		const char *word = japanese[i].word, *at = prose->text;
		struct dd_act_reading row = {.acts = japanese[i].acts};

		if (!dd_act_fits(&row, act))
			continue;
		while ((at = strstr(at, word)) != NULL) {
			at += strlen(word);
			if (is_joint(at, is_reported))
				return true;
		}
	}
	return false;
}

/* Somebody by reference and a particle. Typed names can end in any syllable, so
 * they are not read. */
static void
read_korean_topic(const struct dd_prose *prose, struct dd_act_reading *reading)
{
	static const char *const particles[] = {"은 ", "는 ", "이 ", "가 "};
	size_t start = strspn(prose->text, DD_ASCII_SPACES);
	size_t end = start + strlen(DD_PROSE_OBJECT);

	if (strncmp(prose->text + start, DD_PROSE_OBJECT, end - start) != 0)
		return;
	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (strncmp(prose->text + end, particles[i],
			strlen(particles[i])) == 0) {
			reading->subject = start;
			reading->subject_end = end;
		}
}

bool
dd_act_read_korean(const struct dd_prose *prose, struct dd_act_reading *reading)
{
	static const char *const ends[] = {
	    "하였다", "했다", "하였습니다", "했습니다"};
	size_t whole = measure_sentence(prose, ".");
	size_t len =
	    drop_any(prose->text, whole, ends, sizeof ends / sizeof *ends);

	if (len == whole ||
	    !find_ending(prose->text, len, korean,
		sizeof korean / sizeof *korean, reading))
		return false;
	reading->verb_end = whole;
	read_korean_topic(prose, reading);
	return true;
}
