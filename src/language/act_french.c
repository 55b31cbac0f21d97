/* SPDX-License-Identifier: MIT */
/* Reads "subject, auxiliary, participle" at the beginning of French sentences. */
#include "language/act_internal.h"
#include <string.h>
#include "base/ascii.h"

static const char *const subjects[] = {DD_PROSE_OBJECT, "Elle", "Il", "Elles",
    "Ils", "Les deux parties", "Les deux ministres", "Les deux délégations"};

static const char *const auxiliaries[] = {" a ", " ont ", " l’a ", " les a ",
    " l’ont ", " s’est ", " se sont ", " sont ", " a également ",
    " ont également ", " a aussi "};

/* The beginning of what follows; endings for gender and number come behind. */
static const struct {
	const char *word;
	const char *acts;
} participles[] = {
    {"annoncé", " state explain commit document "},
    {"condamné", " condemn "},
    {"confirmé", " confirm "},
    {"convenu", " agree "},
    {"demandé", " request "},
    {"déclaré", DD_ACT_REPORTED},
    {"exprimé l’espoir", " hope "},
    {"exprimé sa gratitude", " thank "},
    {"exprimé son soutien", " support "},
    {"expliqué", " explain "},
    {"félicité", " congratulate "},
    {"formé le vœu", " hope "},
    {"indiqué", " state explain "},
    {"invité", " invite "},
    {"passé en revue", " exchangeViews explain "},
    {"présenté", " explain ceremonial "},
    {"proposé", " invite "},
    {"remercié", " thank "},
    {"salué", " welcome "},
    {"souhaité la bienvenue", " welcome "},
    {"souligné", " emphasise "},
    {"échangé", " exchangeViews ceremonial document "},
};

/* Bytes of the longest of those that a text begins with, or 0. */
static size_t
measure_any(const char *text, const char *const *list, size_t count)
{
	size_t best = 0;

	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(list[i]);

		if (len > best && strncmp(text, list[i], len) == 0)
			best = len;
	}
	return best;
}

/* An auxiliary and a participle of the table. */
static bool
read_verb(
    const struct dd_prose *prose, size_t at, struct dd_act_reading *reading)
{
	const char *text = prose->text + at;
	size_t len = measure_any(
	    text, auxiliaries, sizeof auxiliaries / sizeof *auxiliaries);

	if (len == 0)
		return false;
	for (size_t i = 0; i < sizeof participles / sizeof *participles; i++) {
		size_t size = strlen(participles[i].word);

		if (strncmp(text + len, participles[i].word, size) != 0)
			continue;
		reading->verb = at + len;
		reading->verb_end = at + len + size;
		reading->acts = participles[i].acts;
		return true;
	}
	return false;
}

bool
dd_act_read_french(const struct dd_prose *prose, struct dd_act_reading *reading)
{
	reading->subject = strspn(prose->text, DD_ASCII_SPACES);
	reading->subject_end = reading->subject +
	    measure_any(prose->text + reading->subject, subjects,
		sizeof subjects / sizeof *subjects);
	return reading->subject_end > reading->subject &&
	    read_verb(prose, reading->subject_end, reading);
}

bool
dd_act_is_joined_french(
    const struct dd_prose *prose, size_t at, const char *act)
{
	const char *and = prose->text + at;
	struct dd_act_reading reading = {0};

	while ((and = strstr(and, " et ")) != NULL) {
		and += strlen(" et");
		if (read_verb(prose, (size_t)(and-prose->text), &reading) &&
		    dd_act_fits(&reading, act))
			return true;
	}
	return false;
}
