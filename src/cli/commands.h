/* SPDX-License-Identifier: MIT */
/* The one command table: dispatch, help, manual pages and completions. */
#ifndef DD_CLI_COMMANDS_H
#define DD_CLI_COMMANDS_H

#include <stddef.h>

struct dd_call;
struct dd_console;

/* Which commands an option row belongs to. */
enum dd_verb {
	DD_VERB_PROGRAM = 1 << 0, /* no command: `diplodoc --help` */
	DD_VERB_VALIDATE = 1 << 1,
	DD_VERB_CONVERT = 1 << 2,
	DD_VERB_RULES = 1 << 3,
	DD_VERB_VERSION = 1 << 4,
	DD_VERB_HELP = 1 << 5,
	DD_VERB_CHECK = 1 << 6,
	DD_VERB_EXPLAIN = 1 << 7,
	DD_VERB_IMPORT = 1 << 8,
	DD_VERB_FMT = 1 << 9,
	DD_VERB_NEW = 1 << 10,
	DD_VERB_MERGE = 1 << 11,
	DD_VERB_ALL = (1 << 12) - 1,
};

struct dd_example {
	const char *what; /* "Check one summary" */
	const char *line; /* "diplodoc validate meeting.xml" */
};

/* Texts are plain ASCII; what stands between ` and ` is literal. */
struct dd_command {
	const char *name;	  /* "validate" */
	const char *operands;	  /* "FILE..." or "" */
	const char *operand_help; /* a sentence, or NULL */
	const char *summary;	  /* "find what is wrong with summaries" */
	const char *description;  /* paragraphs, cut by \n\n */
	unsigned bit;		  /* enum dd_verb */
	unsigned exits;		  /* bits: 1 << enum dd_exit */
	/* Returns the exit code. */
	int (*run)(struct dd_console *console, const struct dd_call *call);
	struct dd_example examples[8]; /* ended by one without `what` */
};

/* All commands, ended by one whose name is NULL. */
extern const struct dd_command dd_commands[];

/* The program itself, as a page of help; its `run` is NULL. */
extern const struct dd_command dd_program;

/* A file or variable that the program looks at. */
struct dd_mention {
	const char *name, *meaning;
};

/* What each enum dd_exit means, in order. */
extern const struct dd_mention dd_exit_meanings[];
/* Ended by a row whose name is NULL. */
extern const struct dd_mention dd_files[], dd_variables[];

/* NULL where there is none of that name. */
const struct dd_command *dd_command_find(const char *name);

/* Names one by one, then NULL (a dd_words). */
const char *dd_command_names(size_t index);

int dd_cmd_validate(struct dd_console *console, const struct dd_call *call);
int dd_cmd_check(struct dd_console *console, const struct dd_call *call);
int dd_cmd_convert(struct dd_console *console, const struct dd_call *call);
int dd_cmd_import(struct dd_console *console, const struct dd_call *call);
int dd_cmd_fmt(struct dd_console *console, const struct dd_call *call);
int dd_cmd_merge(struct dd_console *console, const struct dd_call *call);
int dd_cmd_new(struct dd_console *console, const struct dd_call *call);
int dd_cmd_rules(struct dd_console *console, const struct dd_call *call);
int dd_cmd_explain(struct dd_console *console, const struct dd_call *call);
int dd_cmd_version(struct dd_console *console, const struct dd_call *call);
int dd_cmd_help(struct dd_console *console, const struct dd_call *call);

#endif
