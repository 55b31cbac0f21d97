/* SPDX-License-Identifier: MIT */
/* Rules about the edition: its language, its translations, its release. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"

/* --- translations -------------------------------------------------------- */

static bool
is_same_language(const char *a, const char *b)
{
	return a && b && dd_ascii_equal(a, b);
}

/* The xml:lang attribute of an element, or NULL. */
static const xmlAttr *
get_lang(const xmlNode *node)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (a->ns && strcmp((const char *)a->name, "lang") == 0 &&
		    strcmp((const char *)a->ns->href,
			(const char *)XML_XML_NAMESPACE) == 0)
			return a;
	return NULL;
}

static void
report_translation(
    struct dd_checker *checker, const xmlAttr *attr, const char *what)
{
	struct dd_diagnostic *finding =
	    dd_report(checker->sink, DD_ID_EDITION_TRANSLATION_MARK,
		dd_locate_value(checker->tree, attr),
		"The document is in `%s`, so this cannot be the language of "
		"%s; name the other language.",
		checker->summary->lang, dd_sink_say(checker->sink, what));
	const xmlAttr *lang = get_lang(checker->summary->root);

	if (lang)
		dd_report_related(checker->sink, finding,
		    dd_locate_value(checker->tree, lang),
		    "the language of this document");
}

static void
check_translations(struct dd_checker *checker)
{
	const struct dd_summary *summary = checker->summary;
	const xmlNode *mark = dd_node_child(summary->head, "translation");

	if (is_same_language(dd_node_value(mark, "of"), summary->lang))
		report_translation(
		    checker, dd_node_attr(mark, "of"), N_("the original"));
	for (const xmlNode *n = dd_node_child(summary->root, "related"); n;
	     n = dd_node_next(n, "related")) {
		const char *rel = dd_node_value(n, "rel");

		if (rel && strcmp(rel, "translation") == 0 &&
		    is_same_language(dd_node_lang(n), summary->lang))
			report_translation(
			    checker, get_lang(n), N_("a translation of it"));
	}
}

/* --- the script of the language ------------------------------------------ */

enum script { LATIN, HAN, KANA, HANGUL, CYRILLIC, ARABIC, SCRIPTS };

/* Beyond ASCII, whose letters are Latin. */
static const struct {
	uint32_t first, last;
	enum script script;
} ranges[] = {
    {0xC0, 0x24F, LATIN},
    {0x400, 0x52F, CYRILLIC},
    {0x620, 0x6FF, ARABIC},
    {0x3041, 0x30FF, KANA},
    {0x3400, 0x9FFF, HAN},
    {0xAC00, 0xD7A3, HANGUL},
};

/* The scripts that a language is written in; none where it is not listed. */
static const struct {
	const char *lang;
	unsigned scripts;
} languages[] = {
    {"ar", 1U << ARABIC},
    {"de", 1U << LATIN},
    {"en", 1U << LATIN},
    {"es", 1U << LATIN},
    {"fr", 1U << LATIN},
    {"it", 1U << LATIN},
    {"ja", 1U << KANA | 1U << HAN},
    {"ko", 1U << HANGUL},
    {"pt", 1U << LATIN},
    {"ru", 1U << CYRILLIC},
    {"zh", 1U << HAN},
};

struct count {
	size_t of[SCRIPTS];
	size_t all;
};

static void
count_letter(struct count *count, uint32_t cp)
{
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (cp >= ranges[i].first && cp <= ranges[i].last) {
			count->of[ranges[i].script]++;
			count->all++;
		}
}

static void
count_stretch(struct count *count, const char *at, const char *end)
{
	size_t latin = 0, len;
	uint32_t cp;

	while (at < end) {
		if (!(*at & 0x80)) {
			latin += dd_ascii_is_letter(*at++);
			continue;
		}
		len = dd_utf8_decode(at, end, &cp);
		if (len == 0)
			break;
		count_letter(count, cp);
		at += len;
	}
	count->of[LATIN] += latin;
	count->all += latin;
}

static void
count_letters(struct count *count, const struct dd_prose *prose)
{
	for (size_t run = 0; run < prose->run_count; run++) {
		const char *at = prose->text + prose->runs[run].start;
		const char *end = prose->text + prose->runs[run].end;

		if (!prose->runs[run].foreign)
			count_stretch(count, at, end);
	}
}

/* The letters of a language's scripts; all where it is not listed. A tag with
 * a script of its own, such as ar-Latn, says what is meant. */
static size_t
count_own(const struct count *count, const char *lang)
{
	size_t own = 0, len = strcspn(lang, "-");

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		if (strlen(languages[i].lang) != len ||
		    !dd_ascii_equal_n(lang, languages[i].lang, len) ||
		    strcspn(lang + len + (lang[len] == '-'), "-") == 4)
			continue;
		for (int s = 0; s < SCRIPTS; s++)
			if (languages[i].scripts & 1U << s)
				own += count->of[s];
		return own;
	}
	return count->all;
}

/* Few letters prove nothing, and names may be of another script. */
static void
check_language(struct dd_checker *checker)
{
	enum { ENOUGH = 80 };
	const char *lang = checker->summary->lang;
	const xmlAttr *attr = get_lang(checker->summary->root);
	struct count count = {0};

	if (!lang || !attr)
		return;
	for (const struct dd_prose *p = checker->prose; p; p = p->next)
		if (dd_prose_is_sentence(p))
			count_letters(&count, p);
	if (count.all < ENOUGH || count_own(&count, lang) >= count.all / 5)
		return;
	dd_report(checker->sink, DD_ID_EDITION_LANGUAGE,
	    dd_locate_value(checker->tree, attr),
	    "The language is `%s`, but of the %zu letters in the sentences "
	    "%zu are of its script; name the language of the text.",
	    lang, count.all, count_own(&count, lang));
}

/* --- what must not go out ------------------------------------------------ */

static void
check_status(struct dd_checker *checker)
{
	const xmlNode *root = checker->summary->root;
	const xmlNode *release =
	    dd_node_child(checker->summary->head, "release");
	const char *status = dd_node_value(root, "status");
	const char *state = dd_node_value(release, "state");

	if (status &&
	    (strcmp(status, "draft") == 0 || strcmp(status, "review") == 0))
		dd_report(checker->sink, DD_ID_RELEASE_STATUS,
		    dd_locate_value(
			checker->tree, dd_node_attr(root, "status")),
		    "The status of this document is `%s`; only one that is "
		    "`final` can be published.",
		    status);
	else if (state && strcmp(state, "withdrawn") == 0)
		dd_report(checker->sink, DD_ID_RELEASE_STATUS,
		    dd_locate_value(
			checker->tree, dd_node_attr(release, "state")),
		    "This document has been withdrawn; it cannot be published "
		    "again as it is.");
}

/* Text that a program could not place, and of which nobody said why. */
static void
check_unresolved(struct dd_checker *checker)
{
	const xmlNode *root = checker->summary->root;
	const xmlNode *provenance = dd_node_child(root, "provenance");
	const char *status = dd_node_value(root, "status");

	if (!status || strcmp(status, "final") != 0)
		return;
	for (const xmlNode *n = dd_node_child(provenance, "unresolved"); n;
	     n = dd_node_next(n, "unresolved"))
		if (!dd_node_attr(n, "reason"))
			dd_report(checker->sink, DD_ID_RELEASE_UNRESOLVED,
			    dd_locate_content(checker->tree, n),
			    "The document is `final`, but this text of its "
			    "source has no place in it yet; put it there, or "
			    "give the reason why not.");
}

const struct dd_rule dd_rules_edition[] = {
    {.ids = DD_IDS(DD_ID_EDITION_TRANSLATION_MARK),
	.document = check_translations},
    {.ids = DD_IDS(DD_ID_EDITION_LANGUAGE), .document = check_language},
    {.ids = DD_IDS(DD_ID_RELEASE_STATUS), .document = check_status},
    {.ids = DD_IDS(DD_ID_RELEASE_UNRESOLVED), .document = check_unresolved},
    {0},
};
