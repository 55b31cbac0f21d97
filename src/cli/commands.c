/* SPDX-License-Identifier: MIT */
/* Owns: the commands and every word of help about them. */
#include "cli/commands.h"
#include <string.h>
#include "cli/console.h"

#define EXIT(name) (1u << DD_EXIT_##name)

enum {
	EXITS_LISTING = EXIT(CLEAN) | EXIT(USAGE) | EXIT(OUTPUT),
	EXITS_ALL =
	    EXITS_LISTING | EXIT(FINDINGS) | EXIT(INPUT) | EXIT(NOT_CHECKED),
};

const struct dd_mention dd_exit_meanings[DD_EXIT_MAX] = {
    {"0",
	"All is well: every summary is valid, or passes the check, and every "
	"output is written."},
    {"1",
	"At least one summary is not valid, does not pass the check, or is not "
	"in canonical form where `fmt --check` looks for it; what is printed "
	"says which and why."},
    {"2",
	"The command line or a house file is wrong, or the language of a "
	"summary has no words here; what depends on it was not done."},
    {"3", "An input could not be read."},
    {"4",
	"A summary was not checked, because the engine, a stylesheet or a "
	"limit stopped the work. It may or may not be valid."},
    {"5", "An output could not be written."},
};

const struct dd_mention dd_files[] = {
    {"diplodoc-house.xml",
	"What a ministry decides once: its home country and time zone, its "
	"languages, officials, names and terms. The nearest one is used, in "
	"the folder of a summary or above it, or in a folder named house "
	"there, unless `--house` names another."},
    {"/usr/share/zoneinfo",
	"Time zones, from the package tzdata. They are needed wherever a "
	"summary states a clock time."},
    {"/usr/share/hunspell",
	"Dictionaries, from packages such as hunspell-en-gb, hunspell-en-us "
	"and hunspell-fr. Spelling is checked in the languages they are of."},
    {NULL, NULL},
};

const struct dd_mention dd_variables[] = {
    {"NO_COLOR", "If it is set and not empty, nothing is coloured."},
    {"CLICOLOR_FORCE",
	"If it is set and not 0, output is coloured as on a terminal, unless "
	"`NO_COLOR` is set."},
    {"LC_ALL, LC_MESSAGES, LANG",
	"The first one that is set names the locale whose language messages "
	"come in, where `--messages` names none."},
    {"LANGUAGE",
	"Languages that are wanted rather than that of the locale, between "
	"colons; without effect in the locales C and POSIX."},
    {"TERM", "If it is dumb or not set, nothing is coloured."},
    {NULL, NULL},
};

const struct dd_command dd_program = {
    .name = "diplodoc",
    .operands = "COMMAND",
    .summary = "validate and convert diplomatic meeting summaries",
    .description =
	"A meeting summary says who met whom, when, where and for how long, "
	"and what each side said. `diplodoc` checks such a summary, written "
	"in XML, and makes from it the page, the wire text and the data that "
	"a ministry publishes.\n\n"
	"Findings and outputs go to standard output, everything else to "
	"standard error. With several inputs all of them are processed, and "
	"the largest exit code wins.\n\n"
	"`diplodoc COMMAND -h` lists the options of a command, `diplodoc "
	"COMMAND --help` explains all of it.",
    .bit = DD_VERB_PROGRAM,
    .exits = EXITS_ALL,
    .examples =
	{
	    {"Find what is wrong with a summary",
		"diplodoc validate meeting.xml"},
	    {"Make its page",
		"diplodoc convert --to html -o meeting.html "
		"meeting.xml"},
	    {"Check and convert a whole folder",
		"diplodoc convert --to html,text,json --out-dir site "
		"summaries"},
	},
};

const struct dd_command dd_commands[] = {
    {
	.name = "validate",
	.operands = "FILE...",
	.operand_help = "FILE is a summary, a folder of summaries, or `-` for "
			"standard input.",
	.summary = "find what is wrong with summaries",
	.description =
	    "Checks every summary and prints what is wrong with it, where, and "
	    "what was expected instead, one finding a line: "
	    "`file:line:column: error: what is wrong [id]`. On a terminal the "
	    "line of the summary follows with a mark under the part that is "
	    "meant. Lines and columns count from 1, columns in characters.\n\n"
	    "A folder stands for all files in it, and in the folders below, "
	    "whose names end in .xml; hidden files and house files are left "
	    "out. `-` is standard input. A file named twice is checked once. "
	    "A house file that is named itself is checked as such.",
	.bit = DD_VERB_VALIDATE,
	.exits = EXITS_ALL,
	.run = dd_cmd_validate,
	.examples =
	    {
		{"Check one summary", "diplodoc validate meeting.xml"},
		{"Check all summaries of a folder",
		    "diplodoc validate summaries"},
		{"Check what another program writes",
		    "fetch 4711 | diplodoc validate --stdin-filename 4711.xml "
		    "-"},
		{"Findings for a program",
		    "diplodoc validate --format json meeting.xml"},
	    },
    },
    {
	.name = "check",
	.operands = "FILE...",
	.operand_help = "FILE is a summary, a folder of summaries, or `-` for "
			"standard input.",
	.summary = "find what must not be published",
	.description =
	    "Checks every summary as `diplodoc validate` does, and reads it as "
	    "an editor would before publication: does a text contradict the "
	    "facts, is a name spelt in two ways, does a caption say nothing. "
	    "`diplodoc rules` lists what is looked for.\n\n"
	    "An error must not be published, a warning is for the editor to "
	    "decide, advice is worth a look. How serious a rule is depends on "
	    "the stage of the summary, on the house file and on the options. A "
	    "finding that its author has suppressed, with a reason, does not "
	    "count. The exit code is "
	    "1 where a finding has the level of `--fail-on` or a higher one.",
	.bit = DD_VERB_CHECK,
	.exits = EXITS_ALL,
	.run = dd_cmd_check,
	.examples =
	    {
		{"Before publication", "diplodoc check meeting.xml"},
		{"While writing", "diplodoc check --stage draft meeting.xml"},
		{"Mend what can be mended safely",
		    "diplodoc check --fix summaries"},
		{"Count only what a branch has brought",
		    "diplodoc check --new-since main summaries"},
		{"Nothing but a clean summary passes",
		    "diplodoc check --fail-on advice summaries"},
		{"Findings for a program",
		    "diplodoc check --format json meeting.xml"},
	    },
    },
    {
	.name = "convert",
	.operands = "FILE...",
	.operand_help = "FILE is a summary, a folder of summaries, or `-` for "
			"standard input.",
	.summary = "make pages, texts and data from summaries",
	.description =
	    "Checks every summary once and makes all formats of it. A summary "
	    "that is not valid is not converted: its findings go to standard "
	    "error, and the exit code is 1. With `--force` it is converted, "
	    "and the output is marked as not valid.\n\n"
	    "With `--check` each summary is also read as by `diplodoc check`, "
	    "and one with a finding of the level of `--fail-on` is not "
	    "converted: what an older run made of it stays as it is. Findings "
	    "go to standard error, or where `--format` says.\n\n"
	    "One summary in one format is written to standard output or to "
	    "the file of `--output`. Anything more needs `--out-dir`, where "
	    "each output is named like its summary. A folder stands for all "
	    "files in it, and in the folders below, whose names end in .xml; "
	    "`-` is standard input.\n\n"
	    "Files are replaced at once or not at all, and no output ever "
	    "replaces an input. All names are checked before the first file "
	    "is written.",
	.bit = DD_VERB_CONVERT,
	.exits = EXITS_ALL,
	.run = dd_cmd_convert,
	.examples =
	    {
		{"Make the page of a summary",
		    "diplodoc convert --to html -o meeting.html meeting.xml"},
		{"Print the wire text, 60 columns wide",
		    "diplodoc convert --to text --width 60 meeting.xml"},
		{"Everything a site needs from a folder of summaries",
		    "diplodoc convert --to html,text,json --out-dir site "
		    "summaries"},
		{"Only what may go out, and a report of the rest",
		    "diplodoc convert --check --format html=report.html --to "
		    "html,text --out-dir site summaries"},
		{"See what stylesheets are given",
		    "diplodoc convert --to resolved meeting.xml"},
	    },
    },
    {
	.name = "import",
	.operands = "FILE",
	.operand_help = "FILE is a text, or `-` for standard input.",
	.summary = "make a summary of a text that was published or drafted",
	.description =
	    "Reads a text as people write it and makes a summary in XML of it. "
	    "What the text says is taken, what follows from it is marked as "
	    "likely, and what it leaves open is listed on standard error for "
	    "an editor to decide: nothing is guessed silently. No word is "
	    "lost; what has no place stands in the summary as unresolved, and "
	    "what is printed anew or does not belong to it is listed by "
	    "`--report`.\n\n"
	    "The result is a draft. Look through it with `diplodoc check "
	    "--stage draft`.\n\n"
	    "JSON and Markdown that `diplodoc convert` wrote come back as the "
	    "document that they were made of, in canonical form; where what "
	    "they say now is not valid, nothing is written. A page that it "
	    "wrote comes back with all that a page shows; words that somebody "
	    "changed in it are taken over, or asked about where the facts "
	    "beside them may not fit any more.",
	.bit = DD_VERB_IMPORT,
	.exits = EXITS_ALL,
	.run = dd_cmd_import,
	.examples =
	    {
		{"A text that was published",
		    "diplodoc import -o meeting.xml meeting.txt"},
		{"Why each fact is what it is",
		    "diplodoc import --report facts.json meeting.txt"},
		{"Back from JSON",
		    "diplodoc import -o meeting.xml meeting.json"},
		{"Back from a page, with the day on which it was read",
		    "diplodoc import --retrieved 2026-11-26 -o meeting.xml "
		    "meeting.html"},
	    },
    },
    {
	.name = "fmt",
	.operands = "FILE...",
	.operand_help = "FILE is a summary, a house file, a folder of "
			"summaries, or `-` for standard input.",
	.summary = "give summaries their one canonical form",
	.description =
	    "Rewrites every summary in place: attributes in one order, each "
	    "element on its line, and the same characters for the same "
	    "text. What the summary says stays as it is, to the last space in "
	    "a sentence; comments and processing instructions stay where they "
	    "are. A file that is in this form already is not touched. `-` "
	    "goes from standard input to standard output. The page "
	    "`canonical.md` of the documentation says what the form is.\n\n"
	    "A summary need not be valid, but it must be well-formed, and "
	    "every element must have a place where it stands; else nobody can "
	    "tell which white space counts. Such a file is left as it is: its "
	    "findings go to standard error, and the exit code is 1.\n\n"
	    "A folder stands for all files in it, and in the folders below, "
	    "whose names end in .xml; hidden files and house files are left "
	    "out. A house file that is named itself is formatted too. Files "
	    "are replaced at once or not at all.",
	.bit = DD_VERB_FMT,
	.exits = EXITS_ALL,
	.run = dd_cmd_fmt,
	.examples =
	    {
		{"Format all summaries of a folder", "diplodoc fmt summaries"},
		{"Let nothing else into a repository",
		    "diplodoc fmt --check summaries"},
		{"See what would change", "diplodoc fmt --diff meeting.xml"},
		{"Format what an editor holds",
		    "diplodoc fmt --stdin-filename meeting.xml -"},
	    },
    },
    {
	.name = "new",
	.operands = "",
	.summary = "begin a summary",
	.description =
	    "Writes a summary of the kind of meeting named, with all elements "
	    "that it needs in their places and what the options say in "
	    "theirs. What is missing is marked in the file by `<?diplodoc "
	    "todo ...?>`, with a placeholder behind it where there must be "
	    "something, and listed on standard error. Without `--party` the "
	    "own side is the home of the house file. "
	    "`--from-facts` takes whatever JSON says, and only the rest is "
	    "marked.\n\n"
	    "The summary is valid, and `diplodoc check --stage draft` finds "
	    "nothing but advice in it. Take each mark out as you write what it "
	    "asks for: with one of them left the summary does not pass the "
	    "check before publication. An instruction at its beginning tells "
	    "editors of XML which schema it follows, so that they offer what "
	    "may stand where.\n\n"
	    "No file is ever replaced.",
	.bit = DD_VERB_NEW,
	.exits = EXIT(CLEAN) | EXIT(USAGE) | EXIT(NOT_CHECKED) | EXIT(OUTPUT),
	.run = dd_cmd_new,
	.examples =
	    {
		{"Begin a summary",
		    "diplodoc new --kind foreignMinisters -o meeting.xml"},
		{"With what is known",
		    "diplodoc new --kind summit --party XO,XL --place "
		    "AT/Vienna --when 2026-11-26T14:30:00+01:00 --zone "
		    "Europe/Vienna"},
		{"Of a telephone talk, in French",
		    "diplodoc new --kind foreignMinisters --format telephone "
		    "--lang fr"},
	    },
    },
    {
	.name = "merge",
	.operands = "FILE...",
	.operand_help = "FILE is an input of the runs, as it was named there.",
	.summary = "make one report of the parts of a run",
	.description =
	    "Takes the journals of runs over the parts of many summaries, "
	    "which "
	    "`--shard` and `--journal` make, and prints what one run over all "
	    "of them would have printed, byte by byte.\n\n"
	    "First it is proved that every input was done exactly once. An "
	    "input that is in no journal, or in two, or that has changed "
	    "since, "
	    "and an entry that is of no input are named one by one; then "
	    "nothing else is printed, and the exit code is 4. Else it is that "
	    "of the one run. Journals of runs with other options, versions or "
	    "days are not merged.",
	.bit = DD_VERB_MERGE,
	.exits = EXITS_ALL,
	.run = dd_cmd_merge,
	.examples =
	    {
		{"Two parts, and their report",
		    "diplodoc check --shard 1/2 --journal 1.journal summaries\n"
		    "diplodoc check --shard 2/2 --journal 2.journal summaries\n"
		    "diplodoc merge --journal 1.journal --journal 2.journal "
		    "summaries"},
	    },
    },
    {
	.name = "rules",
	.operands = "[ID...]",
	.summary = "list what is checked, by id",
	.description =
	    "Lists the id, the level and the meaning of everything that "
	    "`diplodoc validate` and `diplodoc check` can report, or of the "
	    "ids and areas named. `diplodoc explain` says more of each. "
	    "Ids are stable: they never get another meaning.\n\n"
	    "In Markdown everything is said of the ids and areas named, one "
	    "page an area. Where none is named, the index of these pages is "
	    "printed.",
	.bit = DD_VERB_RULES,
	.exits = EXITS_LISTING,
	.run = dd_cmd_rules,
	.examples =
	    {
		{"All rules", "diplodoc rules"},
		{"One area", "diplodoc rules clock"},
		{"The page of an area",
		    "diplodoc rules --format markdown clock"},
		{"What programs read", "diplodoc rules --format json"},
	    },
    },
    {
	.name = "explain",
	.operands = "ID...",
	.operand_help = "ID is what stands in brackets behind a finding, or "
			"an area: the part before the slash.",
	.summary = "say why a rule matters, with examples",
	.description =
	    "Says of each rule named why it matters, what is wrong and what "
	    "is right, how serious it is at each stage, whether it can be "
	    "mended by `diplodoc check --fix`, and since which version it "
	    "exists. The same stands in diplodoc-rules(7).",
	.bit = DD_VERB_EXPLAIN,
	.exits = EXITS_LISTING,
	.run = dd_cmd_explain,
	.examples =
	    {
		{"One rule", "diplodoc explain text/double-space"},
		{"All rules about the clock", "diplodoc explain clock"},
	    },
    },
    {
	.name = "version",
	.operands = "",
	.summary = "show versions and limits",
	.description =
	    "Prints the version of diplodoc and of every library that it uses, "
	    "or, with `--limits`, every limit that is put on a document.",
	.bit = DD_VERB_VERSION,
	.exits = EXITS_LISTING,
	.run = dd_cmd_version,
	.examples =
	    {
		{"For a bug report", "diplodoc version"},
		{"How large a summary may be", "diplodoc version --limits"},
	    },
    },
    {
	.name = "help",
	.operands = "[COMMAND]",
	.summary = "explain a command",
	.description =
	    "Explains a command, or what the commands are. The same texts "
	    "stand behind `--help` and in the manual pages.",
	.bit = DD_VERB_HELP,
	.exits = EXITS_LISTING,
	.run = dd_cmd_help,
	.examples =
	    {
		{"How to convert", "diplodoc help convert"},
	    },
    },
    {.name = NULL},
};

const struct dd_command *
dd_command_find(const char *name)
{
	const struct dd_command *each = dd_commands;

	while (each->name && strcmp(each->name, name) != 0)
		each++;
	return each->name ? each : NULL;
}

const char *
dd_command_names(size_t index)
{
	return dd_commands[index].name;
}
