/* SPDX-License-Identifier: MIT */
/*
 * The one option table, and the one parser that it feeds. The same rows make
 * -h, --help, the manual pages and the completions.
 */
#ifndef DD_CLI_OPTIONS_H
#define DD_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

struct dd_error;
struct dd_messages;

/* More words than any option takes at once, and more reports than a run has. */
enum { DD_CHOICES_MAX = 32, DD_REPORTS_MAX = 16 };

/* Words of one option, in the order given. */
struct dd_list {
	char **items; /* owned */
	size_t count;
};

/* Words of one table, each once, in the order given. */
struct dd_choices {
	const char *items[DD_CHOICES_MAX];
	size_t count;
};

/* One report: its format, and the file where it goes; NULL: standard output. */
struct dd_target {
	const char *name, *file;
};

struct dd_targets {
	struct dd_target items[DD_REPORTS_MAX];
	size_t count;
};

/* What the command line said. Texts are borrowed from argv or from tables;
 * NULL, 0 or false where nothing was said. */
struct dd_settings {
	bool short_help, full_help, version;
	const char *format;	   /* of what is listed */
	struct dd_targets reports; /* of findings */
	const char *color;
	const char *messages; /* their language */
	const char *stage, *fail_on;
	const char *today;
	struct dd_list select, ignore, severity, rules;
	const char *phase;
	size_t max_warnings; /* SIZE_MAX: any number */
	bool fix, fix_unsafe, diff;
	bool check, nfc;
	const char *kind, *level, *when, *zone, *place, *schema, *facts;
	struct dd_list party;
	const char *baseline, *write_baseline, *new_since;
	bool prune_baseline, timing;
	bool no_across, edition;
	bool verbose, quiet, require_sandbox;
	const char *house, *resources, *stdin_filename;
	const char *files0, *jsonl; /* lists of inputs */
	const char *journal, *manifest, *shard;
	struct dd_list journals; /* that are merged */
	bool resume;
	size_t jobs; /* 0: as many as there are processors */
	const char *output, *out_dir;
	bool force, pretty, tree;
	size_t width;
	const char *css, *css_href, *xslt;
	const char *from, *lang, *issued, *retrieved, *report;
	bool limits, man;
	const char *completion;
	struct dd_choices to; /* formats */
};

enum dd_option_type {
	DD_OPTION_FLAG,	   /* bool */
	DD_OPTION_TEXT,	   /* const char * */
	DD_OPTION_NUMBER,  /* size_t within least..most */
	DD_OPTION_CHOICE,  /* const char *, one of the words */
	DD_OPTION_CHOICES, /* struct dd_choices; words between commas */
	DD_OPTION_LIST,	   /* struct dd_list; words between commas */
	DD_OPTION_FILES,   /* struct dd_list; each a word of its own */
	DD_OPTION_REPORTS, /* struct dd_targets; one of the words, perhaps =FILE */
};

/* The allowed words one by one, then NULL. */
typedef const char *(*dd_words)(size_t index);

struct dd_option {
	const char *name;     /* "out-dir"; "" where there is a letter only */
	char letter;	      /* 'd', or 0 */
	const char *argument; /* "FILE", "DIR" (completed), "N", or NULL */
	const char *help;     /* one clause; NULL hides the option */
	enum dd_option_type type;
	size_t target; /* offset in struct dd_settings */
	dd_words words;
	size_t least, most;
	unsigned commands;   /* bits: 1 << enum dd_verb */
	unsigned with_check; /* of those: they take it beside --check only */
	bool neutral;	     /* has no part in what is found and made */
};

/* All rows, ended by one whose name is NULL. */
extern const struct dd_option dd_options[];

/* What a command line is cut into. */
struct dd_call {
	struct dd_settings set;
	const char **operands; /* owned; the words are argv's */
	size_t count;
};

void dd_call_release(struct dd_call *call);

/* Puts a value where the row of its option says; NULL for flags. Returns 0 or
 * DD_E_USAGE. */
int dd_option_apply(const struct dd_option *option, const char *value,
    struct dd_call *call, struct dd_error *error);

/* Reads `argc` words (the program's and the command's name not among them)
 * as the command whose bit is `command`. `who` names it in messages. Options
 * may stand anywhere before "--". Returns 0 or DD_E_USAGE; release the call
 * in both cases. */
int dd_options_parse(const char *who, unsigned command, int argc, char **argv,
    struct dd_call *ret_call, struct dd_error *error);

/* The closest allowed word, or NULL. */
const char *dd_words_nearest(dd_words words, const char *word);

/* "text, json or html"; the caller frees. */
char *dd_words_list(dd_words words, const struct dd_messages *messages);

#endif
