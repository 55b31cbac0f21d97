/* SPDX-License-Identifier: MIT */
/* Owns: every option of every command, one row each. */
#include "cli/options.h"
#include "base/messages.h"
#include "cli/commands.h"
#include "report/report.h"
#include "diplodoc.h"

static const char *
list_colors(size_t index)
{
	static const char *const words[] = {"auto", "always", "never", NULL};

	return words[index];
}

static const char *
list_shells(size_t index)
{
	static const char *const words[] = {"bash", "zsh", "fish", NULL};

	return words[index];
}

static const char *
list_formats(size_t index)
{
	struct diplodoc_format format;

	return diplodoc_format(index, &format) ? format.name : NULL;
}

static const char *
list_stages(size_t index)
{
	static const char *const words[] = {"draft", "review", "publish", NULL};

	return words[index];
}

static const char *
list_plain_formats(size_t index)
{
	static const char *const words[] = {"text", "json", NULL};

	return words[index];
}

static const char *
list_rule_formats(size_t index)
{
	static const char *const words[] = {"text", "json", "markdown", NULL};

	return words[index];
}

static const char *
list_levels(size_t index)
{
	static const char *const words[] = {"error", "warning", "advice", NULL};

	return words[index];
}

#define AT(member) offsetof(struct dd_settings, member)

enum {
	CHECKING = DD_VERB_VALIDATE | DD_VERB_CHECK | DD_VERB_CONVERT,
	EDITING = DD_VERB_CHECK | DD_VERB_CONVERT,
	READING = CHECKING | DD_VERB_IMPORT,
	TALKING = READING | DD_VERB_FMT | DD_VERB_NEW | DD_VERB_MERGE |
	    DD_VERB_RULES | DD_VERB_EXPLAIN,
};

/* clang-format off */
const struct dd_option dd_options[] = {
	{.name = "from", .argument = "FORMAT",
	 .help = "what the text is; else by the name of the file",
	 .type = DD_OPTION_CHOICE, .target = AT(from),
	 .words = diplodoc_importer, .commands = DD_VERB_IMPORT},
	{.name = "lang", .argument = "LANG",
	 .help = "the language of the text, such as en, or of the part to bring "
	     "in where it has several; else by its letters",
	 .type = DD_OPTION_TEXT, .target = AT(lang),
	 .commands = DD_VERB_IMPORT},
	{.name = "issued", .argument = "DATE",
	 .help = "when the text was issued, such as 2026-11-26, where it does "
	     "not say",
	 .type = DD_OPTION_TEXT, .target = AT(issued),
	 .commands = DD_VERB_IMPORT},
	{.name = "retrieved", .argument = "DATE",
	 .help = "when the source was read, such as 2026-11-26, for its "
	     "provenance",
	 .type = DD_OPTION_TEXT, .target = AT(retrieved),
	 .commands = DD_VERB_IMPORT},
	{.name = "report", .argument = "FILE",
	 .help = "write all facts, open questions and what was left out into "
	     "this file: as JSON where its name ends in .json, else as text",
	 .type = DD_OPTION_TEXT, .target = AT(report),
	 .commands = DD_VERB_IMPORT},
	{.name = "jobs", .letter = 'j', .argument = "N",
	 .help = "work on N documents at a time; else as many as there are "
	     "processors",
	 .type = DD_OPTION_NUMBER, .target = AT(jobs),
	 .least = 1, .most = 256,
	 .commands = CHECKING | DD_VERB_FMT, .neutral = true},
	{.name = "files0-from", .argument = "FILE",
	 .help = "read the names of inputs from this file, each ended by a NUL "
	     "byte, as `find -print0` writes them; `-` is standard input",
	 .type = DD_OPTION_TEXT, .target = AT(files0),
	 .commands = CHECKING | DD_VERB_FMT | DD_VERB_MERGE, .neutral = true},
	{.name = "jsonl", .argument = "FILE",
	 .help = "read inputs from this file (`-`: standard input), a line of "
	     "JSON each: `{\"id\": ..., \"path\": ...}` or `{\"id\": ..., "
	     "\"xml\": ...}`; and answer each by one line of JSON",
	 .type = DD_OPTION_TEXT, .target = AT(jsonl),
	 .commands = CHECKING | DD_VERB_MERGE, .neutral = true},
	{.name = "journal", .argument = "FILE",
	 .help = "note in this file what is done, document by document, so that "
	     "the run can be resumed and merged",
	 .type = DD_OPTION_TEXT, .target = AT(journal),
	 .commands = CHECKING, .neutral = true},
	{.name = "journal", .argument = "FILE",
	 .help = "the journal of a part of the run; stands once for each",
	 .type = DD_OPTION_FILES, .target = AT(journals),
	 .commands = DD_VERB_MERGE},
	{.name = "resume",
	 .help = "leave out what the journal has as done, where neither it nor "
	     "its outputs have changed since",
	 .type = DD_OPTION_FLAG, .target = AT(resume),
	 .commands = CHECKING, .neutral = true},
	{.name = "shard", .argument = "K/N",
	 .help = "do part K of N of the inputs alone; which one an input is in "
	     "hangs on its name",
	 .type = DD_OPTION_TEXT, .target = AT(shard),
	 .commands = CHECKING | DD_VERB_FMT, .neutral = true},
	{.name = "manifest", .argument = "FILE",
	 .help = "write what was made of which input into this file, a line of "
	     "JSON each, with their SHA-256",
	 .type = DD_OPTION_TEXT, .target = AT(manifest),
	 .commands = DD_VERB_CONVERT | DD_VERB_MERGE, .neutral = true},
	{.name = "to", .letter = 't', .argument = "FORMAT,...",
	 .help = "what to make: one format or several",
	 .type = DD_OPTION_CHOICES, .target = AT(to), .words = list_formats,
	 .commands = DD_VERB_CONVERT},
	{.name = "output", .letter = 'o', .argument = "FILE",
	 .help = "write to this file; `-` is standard output",
	 .type = DD_OPTION_TEXT, .target = AT(output),
	 .commands = DD_VERB_CONVERT | DD_VERB_IMPORT | DD_VERB_NEW},
	{.name = "out-dir", .letter = 'd', .argument = "DIR",
	 .help = "write into this folder, one file for each input and format",
	 .type = DD_OPTION_TEXT, .target = AT(out_dir),
	 .commands = DD_VERB_CONVERT},
	{.name = "check",
	 .help = "check each summary as `diplodoc check` does too, and convert "
	     "none in which that finds an error",
	 .type = DD_OPTION_FLAG, .target = AT(check),
	 .commands = DD_VERB_CONVERT},
	{.name = "force",
	 .help = "convert a summary that is not valid too, and mark it as such",
	 .type = DD_OPTION_FLAG, .target = AT(force),
	 .commands = DD_VERB_CONVERT},
	{.name = "pretty",
	 .help = "lay out JSON on many lines",
	 .type = DD_OPTION_FLAG, .target = AT(pretty),
	 .commands = DD_VERB_CONVERT},
	{.name = "width", .letter = 'w', .argument = "N",
	 .help = "columns of text output (72)",
	 .type = DD_OPTION_NUMBER, .target = AT(width), .least = 20,
	 .most = 1000, .commands = DD_VERB_CONVERT},
	{.name = "css", .argument = "FILE",
	 .help = "put this style sheet into pages instead of the built-in one",
	 .type = DD_OPTION_TEXT, .target = AT(css),
	 .commands = DD_VERB_CONVERT},
	{.name = "css-href", .argument = "URL",
	 .help = "link pages to this style sheet instead",
	 .type = DD_OPTION_TEXT, .target = AT(css_href),
	 .commands = DD_VERB_CONVERT},
	{.name = "xslt", .argument = "FILE",
	 .help = "use this XSLT 1.0 stylesheet instead of the built-in one",
	 .type = DD_OPTION_TEXT, .target = AT(xslt),
	 .commands = DD_VERB_CONVERT},
	{.name = "tree",
	 .help = "print what the stylesheet made, as XML",
	 .type = DD_OPTION_FLAG, .target = AT(tree),
	 .commands = DD_VERB_CONVERT},
	{.name = "kind", .letter = 'k', .argument = "KIND",
	 .help = "what kind of meeting it was: foreignMinisters, summit, "
	     "strategicDialogue, twoPlusTwo, viceMinisters, officials, "
	     "courtesyCall, informal, multilateral, visit or other",
	 .type = DD_OPTION_CHOICE, .target = AT(kind), .words = diplodoc_kind,
	 .commands = DD_VERB_NEW},
	{.name = "party", .argument = "PARTY,...",
	 .help = "the sides, the own one first: country codes, or ids of "
	     "organisations of the house file",
	 .type = DD_OPTION_LIST, .target = AT(party),
	 .commands = DD_VERB_NEW},
	{.name = "when", .argument = "TIME",
	 .help = "when it began, such as 2026-11-26T14:30:00+01:00, or the day",
	 .type = DD_OPTION_TEXT, .target = AT(when),
	 .commands = DD_VERB_NEW},
	{.name = "zone", .argument = "ZONE",
	 .help = "the time zone of the place, such as Europe/Vienna",
	 .type = DD_OPTION_TEXT, .target = AT(zone),
	 .commands = DD_VERB_NEW},
	{.name = "place", .argument = "COUNTRY/CITY",
	 .help = "where it was held, such as AT/Vienna",
	 .type = DD_OPTION_TEXT, .target = AT(place),
	 .commands = DD_VERB_NEW},
	{.name = "level", .argument = "LEVEL",
	 .help = "at which level the sides met, as in the vocabulary",
	 .type = DD_OPTION_TEXT, .target = AT(level),
	 .commands = DD_VERB_NEW},
	{.name = "format", .letter = 'f', .argument = "FORMAT",
	 .help = "how they met, as in the vocabulary (inPerson)",
	 .type = DD_OPTION_TEXT, .target = AT(format),
	 .commands = DD_VERB_NEW},
	{.name = "lang", .letter = 'l', .argument = "LANG",
	 .help = "the language of the summary (en)",
	 .type = DD_OPTION_TEXT, .target = AT(lang),
	 .commands = DD_VERB_NEW},
	{.name = "from-facts", .argument = "FILE",
	 .help = "take what this JSON says, such as `convert --to json` "
	     "writes, or a part of it; it wins over other options",
	 .type = DD_OPTION_TEXT, .target = AT(facts),
	 .commands = DD_VERB_NEW},
	{.name = "schema", .argument = "URL",
	 .help = "where editors of XML find the schema; else `new` names the "
	     "one that is installed, and `import` none",
	 .type = DD_OPTION_TEXT, .target = AT(schema),
	 .commands = DD_VERB_NEW | DD_VERB_IMPORT},
	{.name = "stage", .letter = 's', .argument = "STAGE",
	 .help = "how far the summary is: draft, review or publish (publish)",
	 .type = DD_OPTION_CHOICE, .target = AT(stage), .words = list_stages,
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "fail-on", .argument = "LEVEL",
	 .help = "the least level that makes the exit code 1: error, warning "
	     "or advice (error)",
	 .type = DD_OPTION_CHOICE, .target = AT(fail_on), .words = list_levels,
	 .commands = DD_VERB_CHECK | DD_VERB_MERGE, .neutral = true},
	{.name = "fail-on", .argument = "LEVEL",
	 .help = "the least level that keeps a summary from being converted and "
	     "makes the exit code 1: error, warning or advice (error)",
	 .type = DD_OPTION_CHOICE, .target = AT(fail_on), .words = list_levels,
	 .commands = DD_VERB_CONVERT, .with_check = DD_VERB_CONVERT},
	{.name = "max-warnings", .argument = "N",
	 .help = "more warnings than this make the exit code 1",
	 .type = DD_OPTION_NUMBER, .target = AT(max_warnings),
	 .most = 1000000000, .commands = EDITING | DD_VERB_MERGE,
	 .with_check = DD_VERB_CONVERT, .neutral = true},
	{.name = "select", .argument = "RULE,...",
	 .help = "look for these rules or areas only",
	 .type = DD_OPTION_LIST, .target = AT(select),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "ignore", .argument = "RULE,...",
	 .help = "leave out these rules or areas",
	 .type = DD_OPTION_LIST, .target = AT(ignore),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "severity", .argument = "RULE=LEVEL,...",
	 .help = "set the level of a rule or area: off, advice, warning or "
	     "error; stronger than `--select` and the house file",
	 .type = DD_OPTION_LIST, .target = AT(severity),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "rules", .argument = "FILE",
	 .help = "check by the rules of this Schematron file too; may stand "
	     "several times",
	 .type = DD_OPTION_FILES, .target = AT(rules),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "phase", .argument = "ID",
	 .help = "the phase of the rules in such files; `#ALL` is all of them",
	 .type = DD_OPTION_TEXT, .target = AT(phase),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "edition",
	 .help = "the documents are one summary in several languages; compare "
	     "them",
	 .type = DD_OPTION_FLAG, .target = AT(edition),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "fix",
	 .help = "mend in the files what can be mended without changing the "
	     "sense",
	 .type = DD_OPTION_FLAG, .target = AT(fix),
	 .commands = DD_VERB_CHECK},
	{.name = "fix-unsafe",
	 .help = "the same, and what may change the sense; read the result",
	 .type = DD_OPTION_FLAG, .target = AT(fix_unsafe),
	 .commands = DD_VERB_CHECK},
	{.name = "diff",
	 .help = "print what would be mended as a unified diff, and write "
	     "nothing",
	 .type = DD_OPTION_FLAG, .target = AT(diff),
	 .commands = DD_VERB_CHECK},
	{.name = "check",
	 .help = "write nothing; list the files that would change, and end "
	     "with the exit code 1 where there are any",
	 .type = DD_OPTION_FLAG, .target = AT(check),
	 .commands = DD_VERB_FMT},
	{.name = "diff",
	 .help = "write nothing; print what would change as a unified diff",
	 .type = DD_OPTION_FLAG, .target = AT(diff),
	 .commands = DD_VERB_FMT},
	{.name = "nfc",
	 .help = "write letters with marks as one character where there is "
	     "one (Unicode normal form C)",
	 .type = DD_OPTION_FLAG, .target = AT(nfc),
	 .commands = DD_VERB_FMT},
	{.name = "baseline", .argument = "FILE",
	 .help = "do not count the findings that this file knows",
	 .type = DD_OPTION_TEXT, .target = AT(baseline),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "write-baseline", .argument = "FILE",
	 .help = "write all findings of rules into this file, and count none "
	     "of them",
	 .type = DD_OPTION_TEXT, .target = AT(write_baseline),
	 .commands = DD_VERB_CHECK},
	{.name = "no-across",
	 .help = "do not hold documents against each other",
	 .type = DD_OPTION_FLAG, .target = AT(no_across),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "prune-baseline",
	 .help = "take out of the file of `--baseline` what is not found any "
	     "more",
	 .type = DD_OPTION_FLAG, .target = AT(prune_baseline),
	 .commands = DD_VERB_CHECK},
	{.name = "new-since", .argument = "REVISION",
	 .help = "do not count what was found in the same file at this commit, "
	     "branch or tag of git already",
	 .type = DD_OPTION_TEXT, .target = AT(new_since),
	 .commands = DD_VERB_CHECK},
	{.name = "timing",
	 .help = "say how much time each part of the check took",
	 .type = DD_OPTION_FLAG, .target = AT(timing),
	 .commands = DD_VERB_CHECK, .neutral = true},
	{.name = "today", .argument = "DATE",
	 .help = "the day by which suppressions end, such as 2026-11-26, "
	     "instead of this one",
	 .type = DD_OPTION_TEXT, .target = AT(today),
	 .commands = EDITING, .with_check = DD_VERB_CONVERT},
	{.name = "today", .argument = "DATE",
	 .help = "the day of issue, such as 2026-11-26, instead of this one",
	 .type = DD_OPTION_TEXT, .target = AT(today),
	 .commands = DD_VERB_NEW},
	{.name = "format", .letter = 'f', .argument = "FORMAT[=FILE]",
	 .help = "how to report, and into which file instead of standard "
	     "output; may stand several times",
	 .type = DD_OPTION_REPORTS, .target = AT(reports),
	 .words = dd_printer_names, .commands = CHECKING | DD_VERB_MERGE,
	 .with_check = DD_VERB_CONVERT, .neutral = true},
	{.name = "format", .letter = 'f', .argument = "FORMAT",
	 .help = "how to print: text (for people) or json (for programs)",
	 .type = DD_OPTION_CHOICE, .target = AT(format),
	 .words = list_plain_formats, .commands = DD_VERB_VERSION},
	{.name = "format", .letter = 'f', .argument = "FORMAT",
	 .help = "how to print: text (a line each), json (for programs) or "
	     "markdown (a page)",
	 .type = DD_OPTION_CHOICE, .target = AT(format),
	 .words = list_rule_formats, .commands = DD_VERB_RULES},
	{.name = "limits",
	 .help = "list every limit that is put on a document",
	 .type = DD_OPTION_FLAG, .target = AT(limits),
	 .commands = DD_VERB_VERSION},
	{.name = "verbose", .letter = 'v',
	 .help = "add the words of the XML library to each finding",
	 .type = DD_OPTION_FLAG, .target = AT(verbose),
	 .commands = CHECKING | DD_VERB_FMT | DD_VERB_MERGE, .neutral = true},
	{.name = "quiet", .letter = 'q',
	 .help = "leave out the last line, which counts what was found",
	 .type = DD_OPTION_FLAG, .target = AT(quiet),
	 .commands = CHECKING | DD_VERB_FMT | DD_VERB_MERGE, .neutral = true},
	{.name = "quiet", .letter = 'q',
	 .help = "do not say what is still to be written",
	 .type = DD_OPTION_FLAG, .target = AT(quiet),
	 .commands = DD_VERB_NEW},
	{.name = "house", .argument = "FILE",
	 .help = "the house file; else the nearest `diplodoc-house.xml` above "
	     "each summary",
	 .type = DD_OPTION_TEXT, .target = AT(house),
	 .commands = READING | DD_VERB_NEW},
	{.name = "stdin-filename", .argument = "NAME",
	 .help = "the name that standard input goes by in messages and outputs",
	 .type = DD_OPTION_TEXT, .target = AT(stdin_filename),
	 .commands = READING | DD_VERB_FMT | DD_VERB_MERGE},
	{.name = "resources", .argument = "DIR",
	 .help = "read schemas and stylesheets from this source tree instead "
	     "of the built-in ones",
	 .type = DD_OPTION_TEXT, .target = AT(resources),
	 .commands = READING | DD_VERB_FMT | DD_VERB_NEW},
	{.name = "require-sandbox",
	 .help = "end with the exit code 4 where the system lacks a layer of "
	     "containment; `diplodoc version` lists them",
	 .type = DD_OPTION_FLAG, .target = AT(require_sandbox),
	 .commands = READING | DD_VERB_FMT},
	{.name = "messages", .argument = "LANG",
	 .help = "the language of messages, en or ja; else that of the "
	     "environment, or English",
	 .type = DD_OPTION_CHOICE, .target = AT(messages),
	 .words = dd_messages_tag, .commands = TALKING, .neutral = true},
	{.name = "color", .argument = "WHEN",
	 .help = "colours: auto (on a terminal), always or never",
	 .type = DD_OPTION_CHOICE, .target = AT(color), .words = list_colors,
	 .commands = DD_VERB_ALL, .neutral = true},
	{.name = "", .letter = 'h',
	 .help = "show the options, in short",
	 .type = DD_OPTION_FLAG, .target = AT(short_help),
	 .commands = DD_VERB_ALL, .neutral = true},
	{.name = "help",
	 .help = "show all there is to know, examples first",
	 .type = DD_OPTION_FLAG, .target = AT(full_help),
	 .commands = DD_VERB_ALL, .neutral = true},
	{.name = "version", .letter = 'V',
	 .help = "print the version on one line",
	 .type = DD_OPTION_FLAG, .target = AT(version),
	 .commands = DD_VERB_PROGRAM, .neutral = true},
	{.name = "man",
	 .type = DD_OPTION_FLAG, .target = AT(man),
	 .commands = DD_VERB_HELP | DD_VERB_RULES},
	{.name = "completion", .argument = "SHELL",
	 .type = DD_OPTION_CHOICE, .target = AT(completion),
	 .words = list_shells, .commands = DD_VERB_HELP},
	{.name = NULL},
};
/* clang-format on */
