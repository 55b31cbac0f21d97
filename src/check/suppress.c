/* SPDX-License-Identifier: MIT */
/* Owns: the form of suppressions, what they cover, and what is wrong in them.
 */
#include "check/suppress.h"
#include <stdbool.h>
#include <string.h>
#include "base/ascii.h"
#include "base/nearest.h"
#include "check/check.h"
#include "check/schematron.h"
#include "diag/diagnostic.h"
#include "model/clock.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/source.h"

static const char target[] = "diplodoc";

/* One run. */
struct suppressor {
	const struct dd_check_input *input;
	const char *text; /* of the document */
	struct dd_sink *sink;
	size_t told, found; /* findings [told, found) are the rules' */
};

/* One instruction on its way through its parts. */
struct reader {
	struct suppressor *run;
	size_t at, end;		/* what is not read yet */
	struct dd_range all;	/* the whole instruction */
	struct dd_range covers; /* the element behind it */
	struct dd_range ids;	/* the words behind "ignore" */
	struct dd_excuse excuse;
};

static void
skip_spaces(struct reader *reader)
{
	while (reader->at < reader->end &&
	    dd_ascii_is_space(reader->run->text[reader->at]))
		reader->at++;
}

/* The word at `at`, up to white space or `stop`. */
static struct dd_range
read_word(struct reader *reader, char stop)
{
	struct dd_range word = {reader->at, reader->at};

	while (word.end < reader->end &&
	    !dd_ascii_is_space(reader->run->text[word.end]) &&
	    reader->run->text[word.end] != stop)
		word.end++;
	return word;
}

static bool
is_word(const struct reader *reader, struct dd_range range, const char *word)
{
	size_t len = range.end - range.start;

	return strlen(word) == len &&
	    strncmp(reader->run->text + range.start, word, len) == 0;
}

static bool
fail(struct reader *reader, struct dd_range range, const char *what)
{
	dd_report(reader->run->sink, DD_ID_ENGINE_SUPPRESSION_MALFORMED, range,
	    "%s; write `<?diplodoc ignore RULE reason=\"...\"?>` before an "
	    "element.",
	    dd_sink_say(reader->run->sink, what));
	return false;
}

static const char **
find_part(struct reader *reader, struct dd_range name)
{
	if (is_word(reader, name, "reason"))
		return &reader->excuse.reason;
	if (is_word(reader, name, "until"))
		return &reader->excuse.until;
	return is_word(reader, name, "by") ? &reader->excuse.by : NULL;
}

/* name="value" */
static bool
read_part(struct reader *reader)
{
	const char *text = reader->run->text, *close;
	struct dd_range name = read_word(reader, '=');
	const char **part = find_part(reader, name);
	char quote;

	if (!part)
		return fail(reader, name,
		    N_("A suppression has `reason`, `until` and `by` only"));
	if (*part)
		return fail(reader, name, N_("Each part stands once"));
	reader->at = name.end;
	skip_spaces(reader);
	if (reader->at < reader->end && text[reader->at] == '=')
		reader->at++;
	skip_spaces(reader);
	quote = reader->at < reader->end ? text[reader->at] : 0;
	if (quote != '"' && quote != '\'')
		return fail(reader, name, N_("A value stands between quotes"));
	reader->at++;
	close = memchr(text + reader->at, quote, reader->end - reader->at);
	if (!close)
		return fail(reader, name, N_("The quote is not closed"));
	*part = dd_arena_ndup(&reader->run->sink->arena, text + reader->at,
	    (size_t)(close - text) - reader->at);
	reader->at = (size_t)(close - text) + 1;
	return true;
}

/* True for name= and for "name =". */
static bool
is_part(const struct reader *reader, struct dd_range word)
{
	struct reader behind = *reader;

	behind.at = word.end;
	skip_spaces(&behind);
	return memchr(reader->run->text + word.start, '=',
		   word.end - word.start) ||
	    (behind.at < behind.end && reader->run->text[behind.at] == '=');
}

/* Words that are no part are ids. */
static bool
read_ids(struct reader *reader)
{
	struct dd_range word = read_word(reader, 0);

	reader->ids = (struct dd_range){word.start, word.start};
	while (word.end > word.start && !is_part(reader, word)) {
		reader->ids.end = reader->at = word.end;
		skip_spaces(reader);
		word = read_word(reader, 0);
	}
	return reader->ids.end > reader->ids.start ||
	    fail(reader, reader->all, N_("A suppression names a rule"));
}

static bool
read_instruction(struct reader *reader)
{
	struct dd_range word;

	reader->at = reader->all.start + strlen("<?") + strlen(target);
	reader->end = reader->all.end - strlen("?>");
	skip_spaces(reader);
	word = read_word(reader, 0);
	if (is_word(reader, word, "todo"))
		return false; /* a rule reports it */
	if (!is_word(reader, word, "ignore"))
		return fail(reader, reader->all,
		    N_("An instruction to diplodoc begins with `ignore` or "
		       "`todo`"));
	reader->at = word.end;
	skip_spaces(reader);
	if (!read_ids(reader))
		return false;
	for (; reader->at < reader->end; skip_spaces(reader))
		if (!read_part(reader))
			return false;
	return true;
}

/* The element behind an instruction, over white space and comments. */
static const xmlNode *
find_element(const xmlNode *instruction)
{
	const xmlNode *n = instruction->next;

	for (; n && n->type != XML_ELEMENT_NODE; n = n->next) {
		const char *text = (const char *)n->content;

		if ((n->type == XML_TEXT_NODE ||
			n->type == XML_CDATA_SECTION_NODE) &&
		    text[strspn(text, DD_ASCII_SPACES)])
			return NULL;
	}
	return n;
}

/* Reason and day; false where the suppression has no effect. */
static bool
check_excuse(struct reader *reader)
{
	const struct dd_excuse *excuse = &reader->excuse;
	const char *today = reader->run->input->options->today;
	struct dd_sink *sink = reader->run->sink;
	struct dd_date until, now;

	if (!excuse->reason ||
	    !excuse->reason[strspn(excuse->reason, DD_ASCII_SPACES)]) {
		dd_report(sink, DD_ID_ENGINE_SUPPRESSION_REASON, reader->all,
		    "The suppression gives no reason and has no effect; "
		    "add `reason=\"...\"`.");
		return false;
	}
	if (!excuse->until)
		return true;
	if (!dd_date_parse(excuse->until, &until))
		return fail(reader, reader->all,
		    N_("The end of a suppression is a day such as "
		       "`2027-01-31`"));
	if (!today || !dd_date_parse(today, &now) ||
	    dd_date_compare(now, until) <= 0)
		return true;
	dd_report(sink, DD_ID_ENGINE_SUPPRESSION_EXPIRED, reader->all,
	    "The suppression ended on %s and today is %s; mend what it "
	    "covers, or give it a new day.",
	    excuse->until, today);
	return false;
}

/* True for a rule that the house wrote itself. */
static bool
is_own_rule(const struct dd_check_input *input, const char *name)
{
	for (size_t i = 0; i < input->rule_count; i++)
		if (dd_schematron_has(input->rules[i], name))
			return true;
	return false;
}

/* The id of a rule, or -1 after a finding. */
static int
find_id(struct reader *reader, struct dd_range word, const char *name)
{
	const char *slugs[DD_ID_COUNT], *nearest;
	int found = -1;

	for (int i = 0; i < DD_ID_COUNT; i++) {
		slugs[i] = dd_catalog((enum dd_id)i)->slug;
		if (strcmp(slugs[i], name) == 0)
			found = i;
	}
	if (is_own_rule(reader->run->input, name))
		return DD_ID_HOUSE_RULE;
	if (strncmp(name, "release/", 8) == 0 ||
	    strncmp(name, "engine/", 7) == 0 ||
	    (found >= 0 && !dd_catalog((enum dd_id)found)->why)) {
		dd_report(reader->run->sink, DD_ID_ENGINE_SUPPRESSION_FORBIDDEN,
		    word, "`%s` cannot be suppressed; mend what it finds.",
		    name);
		return -1;
	}
	if (found >= 0)
		return found;
	nearest =
	    strchr(name, '/') ? dd_nearest(name, slugs, DD_ID_COUNT) : NULL;
	if (nearest)
		dd_report(reader->run->sink, DD_ID_ENGINE_SUPPRESSION_UNKNOWN,
		    word, "There is no rule `%s`; did you mean `%s`?", name,
		    nearest);
	else
		dd_report(reader->run->sink, DD_ID_ENGINE_SUPPRESSION_UNKNOWN,
		    word,
		    "There is no rule `%s`; name rules in full, as `diplodoc "
		    "rules` lists them.",
		    name);
	return -1;
}

/* How many findings of that name the element has; they are excused. */
static size_t
excuse_findings(const struct reader *reader, const char *name)
{
	struct suppressor *run = reader->run;
	struct dd_excuse *excuse = NULL;
	size_t count = 0;

	for (struct dd_diagnostic *d = run->sink->first; d; d = d->next) {
		if (strcmp(dd_diagnostic_slug(d), name) != 0 ||
		    d->serial < run->told || d->serial >= run->found ||
		    d->range.start < reader->covers.start ||
		    d->range.start >= reader->covers.end)
			continue;
		if (!excuse) {
			excuse =
			    dd_arena_alloc(&run->sink->arena, sizeof *excuse);
			*excuse = reader->excuse;
		}
		dd_sink_excuse(run->sink, d, excuse);
		count++;
	}
	return count;
}

static void
apply_id(struct reader *reader, struct dd_range word, bool effective)
{
	struct dd_sink *sink = reader->run->sink;
	const char *name = dd_arena_ndup(&sink->arena,
	    reader->run->text + word.start, word.end - word.start);
	int id = find_id(reader, word, name);

	/* A rule that is off now may find something at another stage; where
	 * findings were dropped, nobody knows. */
	if (id < 0 || !effective || excuse_findings(reader, name) > 0 ||
	    dd_sink_level(sink, (enum dd_id)id) == DD_OFF ||
	    sink->count >= sink->max)
		return;
	dd_report(sink, DD_ID_ENGINE_SUPPRESSION_UNUSED, word,
	    "There is no finding of `%s` in this element; remove the "
	    "suppression.",
	    name);
}

static void
apply(struct suppressor *run, const xmlNode *node)
{
	const xmlNode *element = find_element(node);
	struct reader reader = {
	    .run = run,
	    .all = dd_locate_node(run->input->tree, node),
	};
	bool effective;

	if (strcmp((const char *)node->name, target) != 0) {
		fail(&reader, reader.all,
		    N_("`diplodoc` is written in small letters"));
		return;
	}
	if (!read_instruction(&reader))
		return;
	if (!element) {
		fail(&reader, reader.all, N_("No element follows"));
		return;
	}
	reader.covers = dd_locate_element(run->input->tree, element);
	effective = check_excuse(&reader);
	reader.at = reader.ids.start;
	reader.end = reader.ids.end;
	for (; reader.at < reader.end; skip_spaces(&reader)) {
		struct dd_range word = read_word(&reader, 0);

		apply_id(&reader, word, effective);
		reader.at = word.end;
	}
}

void
dd_suppress(
    const struct dd_check_input *input, size_t told, struct dd_sink *sink)
{
	struct suppressor run = {
	    .input = input,
	    .text = input->tree->source->text,
	    .sink = sink,
	    .told = told,
	    .found = sink->total,
	};

	for (const xmlNode *n = input->tree->doc->children; n;
	     n = dd_node_after(n))
		if (n->type == XML_PI_NODE &&
		    dd_ascii_equal((const char *)n->name, target))
			apply(&run, n);
}
