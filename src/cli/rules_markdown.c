/* SPDX-License-Identifier: MIT */
/* Owns: rules as pages in Markdown. Leaves the words to the catalogue. */
#include <string.h>
#include "base/buffer.h"
#include "cli/rule_areas.h"
#include "cli/rule_names.h"
#include "cli/rules_page.h"
#include "diplodoc.h"

/* The part of an id behind the slash; headings and so links are named by it. */
static const char *
get_slug(const struct diplodoc_rule *rule)
{
	return strchr(rule->id, '/') + 1;
}

static bool
is_in_area(const struct diplodoc_rule *rule, const struct dd_area *area)
{
	return dd_rule_is_named(rule, area->name);
}

/* Text with what Markdown would read as a mark made harmless outside of
 * `code`. */
static void
put_text(struct dd_buffer *out, const char *text)
{
	bool code = false;

	for (; *text; text++) {
		code ^= *text == '`';
		if (!code && strchr("<*_[|", *text))
			dd_buffer_putc(out, '\\');
		dd_buffer_putc(out, *text);
	}
}

/* An example as a block of code. */
static void
put_example(struct dd_buffer *out, const char *label, const char *example)
{
	dd_buffer_printf(out, "\n%s:\n\n    ", label);
	for (; *example; example++) {
		dd_buffer_putc(out, *example);
		if (*example == '\n')
			dd_buffer_puts(out, "    ");
	}
	dd_buffer_putc(out, '\n');
}

/* What mends a finding, as a word of a table. */
static const char *
describe_fix(const struct diplodoc_rule *rule)
{
	if (rule->why && strcmp(rule->fix, "safe") == 0)
		return "`--fix`";
	if (rule->why && strcmp(rule->fix, "unsafe") == 0)
		return "`--fix-unsafe`";
	return "by hand";
}

/* One row a rule of an area, of those that `words` name; `page` is where the
 * links lead, "" for the same page. */
static void
print_table(struct dd_buffer *out, const struct dd_area *area, const char *page,
    const char *const *words, size_t count)
{
	struct diplodoc_rule rule;

	dd_buffer_puts(
	    out, "\n| id | meaning | publish | fix |\n|---|---|---|---|\n");
	for (size_t i = 0; diplodoc_rule(i, &rule); i++) {
		if (!is_in_area(&rule, area) ||
		    !dd_rule_is_chosen(&rule, words, count))
			continue;
		dd_buffer_printf(
		    out, "| [`%s`](%s#%s) | ", rule.id, page, get_slug(&rule));
		put_text(out, rule.meaning);
		dd_buffer_printf(out, " | %s | %s |\n",
		    dd_rule_is_fatal(&rule) ? "not valid" : rule.level,
		    describe_fix(&rule));
	}
}

static void
print_rule(struct dd_buffer *out, const struct diplodoc_rule *rule)
{
	dd_buffer_printf(out, "\n## %s\n\n`%s`: ", get_slug(rule), rule->id);
	put_text(out, rule->meaning);
	dd_buffer_putc(out, '\n');
	if (!rule->why) {
		dd_buffer_printf(out, "\nLevel: %s%s.\n", rule->level,
		    dd_rule_is_fatal(rule) ? "; the summary is not valid" : "");
		return;
	}
	dd_buffer_puts(out, "\nWhy: ");
	put_text(out, rule->why);
	dd_buffer_putc(out, '\n');
	put_example(out, "Wrong", rule->wrong);
	put_example(out, "Right", rule->right);
	dd_buffer_printf(out,
	    "\n| draft | review | publish | fix | since |\n"
	    "|---|---|---|---|---|\n"
	    "| %s | %s | %s | %s | %s |\n",
	    rule->draft, rule->review, rule->level, describe_fix(rule),
	    rule->since);
}

/* What the reader of a page may do beside mending. */
static void
print_ways_out(struct dd_buffer *out, const struct dd_area *area)
{
	struct diplodoc_rule rule;
	bool editorial = false, fatal = false;

	for (size_t i = 0; diplodoc_rule(i, &rule); i++) {
		if (!is_in_area(&rule, area))
			continue;
		editorial |= rule.why != NULL;
		fatal |= dd_rule_is_fatal(&rule);
	}
	if (editorial)
		dd_buffer_puts(out,
		    "\nIs the text right as it stands? [What a check counts]"
		    "(../messages.md#what-a-check-counts) says what can be "
		    "suppressed with a reason,\nand how your house gives a "
		    "rule another level.\n");
	if (fatal)
		dd_buffer_puts(out,
		    "\nWhat is `not valid` keeps a summary from being "
		    "converted, at every stage, unless it is forced. "
		    "[Writing a summary]("
		    "../writing.md) shows what is expected.\n");
}

/* The page of an area, below that of the one before it. */
static void
print_area(struct dd_buffer *out, const struct dd_area *area,
    const char *const *words, size_t count)
{
	struct diplodoc_rule rule;

	if (out->len > 0)
		dd_buffer_putc(out, '\n');
	dd_buffer_printf(out,
	    "# %s: %s\n\n%s\n\n"
	    "This page is made by `diplodoc rules --format markdown %s`. "
	    "[All rules](README.md) are beside it.\n",
	    area->name, area->title, area->about, area->name);
	print_table(out, area, "", words, count);
	print_ways_out(out, area);
	for (size_t i = 0; diplodoc_rule(i, &rule); i++)
		if (is_in_area(&rule, area) &&
		    dd_rule_is_chosen(&rule, words, count))
			print_rule(out, &rule);
}

static const char introduction[] =
    "# Rules\n\n"
    "Everything that `diplodoc` can report. A finding ends in an id in "
    "brackets, such as `[clock/home-time]`: the part before the slash is the "
    "area,\nwhich has a page here, and `diplodoc explain clock/home-time` "
    "says the same in a terminal. These pages are made by `diplodoc rules "
    "--format markdown`.\n\n"
    "## How to read the tables\n\n"
    "| level | what it asks of you |\n"
    "|---|---|\n"
    "| not valid | an error at every stage: `diplodoc validate` reports it "
    "too, and nothing is converted unless it is forced |\n"
    "| error | must not be published |\n"
    "| warning | decide, and be able to say why |\n"
    "| advice | worth a look |\n"
    "| off | not looked for |\n\n"
    "The tables show the level before publication, the last of three stages. "
    "The page of the area has the others.\n\n"
    "| stage | the summary is | asked for with |\n"
    "|---|---|---|\n"
    "| draft | being written: what is unfinished is no fault yet | "
    "`--stage draft` |\n"
    "| review | read by others | `--stage review` |\n"
    "| publish | about to go out | nothing, or `--stage publish` |\n\n"
    "`diplodoc check --fix` mends what can be mended without changing the "
    "sense, `--fix-unsafe` also what may change it: read the result. "
    "Each does so\nonly where one answer is clear. `by hand` means that a "
    "person must decide. [How mending works](../messages.md#mending).\n\n"
    "## How to choose rules\n\n"
    "- For one run: `--select`, `--ignore` and `--severity` name rules, or "
    "areas for all of their rules.\n"
    "- For a house: `<severity>` in the house file.\n"
    "- For one element: `<?diplodoc ignore RULE reason=\"…\"?>` before it.\n"
    "- For an archive: a [baseline](../messages.md#baselines) of what is "
    "found now.\n\n"
    "[What a check counts](../messages.md#what-a-check-counts) has the "
    "details.\n";

/* A line of the list of pages. */
static void
print_jump(struct dd_buffer *out, const struct dd_area *area,
    const char *const *words, size_t count)
{
	(void)words;
	(void)count;
	dd_buffer_printf(
	    out, "- [%s](%s.md): %s\n", area->name, area->name, area->title);
}

/* What the index says of an area. */
static void
print_section(struct dd_buffer *out, const struct dd_area *area,
    const char *const *words, size_t count)
{
	struct dd_buffer page;

	dd_buffer_init(&page, 0);
	dd_buffer_printf(&page, "%s.md", area->name);
	dd_buffer_printf(out, "\n## %s: %s\n\n%s [Why, with examples](%s).\n",
	    area->name, area->title, area->about, page.data);
	print_table(out, area, page.data, words, count);
	dd_buffer_release(&page);
}

/* Prints something of each area that has one of the rules named. */
static void
print_each_area(struct dd_buffer *out,
    void (*print)(struct dd_buffer *, const struct dd_area *,
	const char *const *, size_t),
    const char *const *words, size_t count)
{
	struct diplodoc_rule rule;
	const struct dd_area *area = NULL;

	for (size_t i = 0; diplodoc_rule(i, &rule); i++) {
		if (!dd_rule_is_chosen(&rule, words, count) ||
		    area == dd_area_of(rule.id))
			continue;
		area = dd_area_of(rule.id);
		print(out, area, words, count);
	}
}

void
dd_rules_markdown(struct dd_buffer *out, const char *const *words, size_t count)
{
	if (count > 0) {
		print_each_area(out, print_area, words, count);
		return;
	}
	dd_buffer_puts(out, introduction);
	dd_buffer_puts(out, "\n## Pages\n\n");
	print_each_area(out, print_jump, words, count);
	print_each_area(out, print_section, words, count);
}
