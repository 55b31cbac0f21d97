/* SPDX-License-Identifier: MIT */
/*
 * diplodoc: validates and converts diplomatic meeting summaries.
 * The only installed header. Strings are UTF-8 and NUL-terminated unless a
 * length stands beside them, and copied unless it is said that they are
 * not. Nothing here prints, and nothing is read but the
 * paths named by the caller and, beside a document at a path, pictures and
 * editions that it leads to.
 * One thread at a time may be in here: while it works, it sets handlers that
 * libxml2 and libxslt keep for the whole process, and it puts them back. Memory
 * that cannot be had ends the process with the code 4.
 */
#ifndef DIPLODOC_H
#define DIPLODOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DIPLODOC_VERSION "0.2.0"

struct diplodoc;	  /* what all documents share: schemas, stylesheets */
struct diplodoc_archive;  /* what many documents say */
struct diplodoc_document; /* one document, its findings and its facts */

/* Codes of operational failures; the exit code of the command is -code. */
enum diplodoc_code {
	DIPLODOC_OK = 0,
	DIPLODOC_E_USAGE = -2,
	DIPLODOC_E_INPUT = -3,
	DIPLODOC_E_ENGINE = -4, /* not checked */
	DIPLODOC_E_OUTPUT = -5,
};

/* Filled by the function that fails, else left as it is. Wherever one is
 * asked for, NULL will do. */
struct diplodoc_error {
	int code;
	char text[1024]; /* one sentence without a newline */
};

/* A document starts as not checked: no failure can read as valid. */
enum diplodoc_verdict { DIPLODOC_NOT_CHECKED, DIPLODOC_PASS, DIPLODOC_FAIL };

/* Never NULL. Free with diplodoc_free. */
struct diplodoc *diplodoc_new(void);
void diplodoc_free(struct diplodoc *context);

/* Reads schemas and stylesheets from a source tree instead of the built-in
 * ones, while developing. To be called before the first document. */
int diplodoc_set_resources(struct diplodoc *context, const char *directory,
    struct diplodoc_error *error);

/* The language of messages: a tag such as "ja". Before it is set, and wherever
 * a sentence is not translated, they are English. DIPLODOC_E_USAGE for one that
 * there are none in; the language stays as it was. To be called before the
 * first document. */
int diplodoc_set_language(
    struct diplodoc *context, const char *tag, struct diplodoc_error *error);

/* The house file for every document; without it the nearest
 * diplodoc-house.xml upward from each document, else the built-in house.
 * A house that is not valid is a usage error that names its first fault. */
int diplodoc_set_house(
    struct diplodoc *context, const char *path, struct diplodoc_error *error);

/* The phase of rules that a house wrote itself; to be set before they are read.
 * NULL: that of each file. */
void diplodoc_set_phase(struct diplodoc *context, const char *phase);

/* Adds a file of such rules, in ISO Schematron, for every document. To be called
 * before the first document. Rules that cannot be used are a usage error that
 * says where the fault stands. */
int diplodoc_add_rules(
    struct diplodoc *context, const char *path, struct diplodoc_error *error);

/* Reads the rules that the house for a document at `path` (NULL: any) names, as
 * diplodoc_check does. */
int diplodoc_prepare_rules(
    struct diplodoc *context, const char *path, struct diplodoc_error *error);

/* The id number `index`, from 0, of the rules read so far, "house/no-slang";
 * NULL behind the last. */
const char *diplodoc_house_rule(struct diplodoc *context, size_t index);

/* The documents at these paths are editions of one summary, which
 * diplodoc_check compares: each with the first, and the first with each other.
 * A usage error where there are fewer than two, or two of one language. They
 * are read, now and where they have changed. To be called before the first
 * document, with the paths that diplodoc_open gets. */
int diplodoc_set_editions(struct diplodoc *context, const char *const *paths,
    size_t count, struct diplodoc_error *error);

/* The folder of the system's time zone files; /usr/share/zoneinfo unless
 * set. To be called before the first document. */
void diplodoc_set_zoneinfo(struct diplodoc *context, const char *directory);

/* Opens the document in `bytes` (copied). `name` is shown in messages; `path`
 * is where the search for a house begins (NULL: no search). Always gives a
 * document, which the caller frees; what is wrong with it is in its
 * diagnostics. */
struct diplodoc_document *diplodoc_open(struct diplodoc *context,
    const char *name, const char *path, const void *bytes, size_t len);
void diplodoc_close(struct diplodoc_document *document);

/* Gate, parse, XSD and facts. Returns 0 where the verdict is known, else a
 * code and `error`: the verdict stays "not checked". */
int diplodoc_validate(
    struct diplodoc_document *document, struct diplodoc_error *error);

/* A rule, or an area for all its rules: "text/spelling", "text"; and its level:
 * "off", "advice", "warning" or "error"; NULL: what the house gives a rule that
 * it wrote itself. */
struct diplodoc_severity {
	const char *rule, *level;
};

struct diplodoc_check_options {
	const char *stage; /* "draft", "review" or "publish"; NULL: that one */
	/* The day it is, "2026-11-26"; NULL: no suppression has ended. */
	const char *today;
	/* Of editorial rules, one behind the other, over the house's. */
	const struct diplodoc_severity *severities;
	size_t severity_count;
	/* Whether a baseline has the finding of this key; NULL: it has none. */
	bool (*is_known)(void *context, const char *id, const char *key);
	/* Told what a part of the work took, in units of `clock`; NULL: nobody
	 * asks. A part is a stage, "xml", or the rules that share their work,
	 * "text/quote-pair, text/quotes"; its name is gone afterwards. */
	void (*spent)(void *context, const char *part, uint64_t cost);
	uint64_t (*clock)(void);
	void *context; /* of these functions */
	/* Of the documents that this one is held against; NULL: none. */
	const struct diplodoc_archive *archive;
	/* Hold it against its editions in other languages: those of
	 * diplodoc_set_editions, else the files beside it that its links to
	 * translations lead to. */
	bool editions;
};

/* The same, and the editorial rules; `options` NULL: none of them.
 * DIPLODOC_E_USAGE for a stage or day that is none. The verdict is "fail" where
 * a finding that counts is an error at that stage. */
int diplodoc_check(struct diplodoc_document *document,
    const struct diplodoc_check_options *options, struct diplodoc_error *error);
/* Never NULL. Free with diplodoc_archive_free. */
struct diplodoc_archive *diplodoc_archive_new(void);
void diplodoc_archive_free(struct diplodoc_archive *archive);
/* False where the options turn off every rule that needs an archive. */
bool diplodoc_archive_is_needed(const struct diplodoc_check_options *options);
/* The facts of a document as bytes of this version, for diplodoc_archive_add,
 * without checking it; *ret_facts is the caller's to free. `name`, `path` and
 * `bytes` are as for diplodoc_open. One that is not well-formed has none, and
 * *ret_len is 0. Returns 0, or DIPLODOC_E_USAGE or DIPLODOC_E_ENGINE where its
 * house or a time zone cannot be read: then others would be held against less than
 * there is. */
int diplodoc_facts(struct diplodoc *context, const char *name, const char *path,
    const void *bytes, size_t len, char **ret_facts, size_t *ret_len,
    struct diplodoc_error *error);
/* Adds such facts of the document called `name`. None add nothing. */
void diplodoc_archive_add(struct diplodoc_archive *archive, const char *name,
    const void *facts, size_t len);
/* Holds all of them against each other. To be called once, behind the last one
 * and before the first check. */
void diplodoc_archive_judge(struct diplodoc_archive *archive);

/* True where the editorial rules have run to their end. */
bool diplodoc_is_edited(const struct diplodoc_document *document);
enum diplodoc_verdict
diplodoc_verdict(const struct diplodoc_document *document);

struct diplodoc_place {
	size_t line, column;	     /* from 1; columns in code points */
	size_t end_line, end_column; /* just behind the last character */
	size_t byte, end_byte;	     /* offsets in the bytes as given */
};

struct diplodoc_related {
	const char *file; /* of the place; NULL: this document */
	struct diplodoc_place place;
	const char *text;
};

/* One change that mends a finding: this in place of what stands there. */
struct diplodoc_edit {
	struct diplodoc_place place;
	const char *replacement; /* source text, markup and all */
};

struct diplodoc_diagnostic {
	const char *id;	   /* "schema/bad-value" */
	const char *level; /* "error", "warning", "advice" */
	const char *message;
	const char *detail; /* the engine's own words, or NULL */
	struct diplodoc_place place;
	const struct diplodoc_related *related;
	size_t related_count;
	const char *fix; /* what `edits` are: "none", "safe" or "unsafe" */
	const struct diplodoc_edit *edits; /* all of them, or none */
	size_t edit_count;
	/* 16 hexadecimal digits, the same as long as the words in and around it
	 * are; the findings of a document that look the same share them. */
	char key[17];
	/* A finding with a reason, or a known one, does not count. */
	const char *reason;	/* of its suppression; NULL: it has none */
	const char *until, *by; /* of its suppression, or NULL */
	bool known;		/* is_known says so */
};

/* Findings, in document order; none before diplodoc_validate. */
size_t diplodoc_diagnostic_count(const struct diplodoc_document *document);
/* Findings reported in all, the ones over the limit included. */
size_t diplodoc_diagnostic_total(const struct diplodoc_document *document);
/* The finding number `index`, from 0, which lives as long as the document; NULL
 * behind the last. */
const struct diplodoc_diagnostic *
diplodoc_diagnostic(const struct diplodoc_document *document, size_t index);

/* Mends what can be mended by itself. `bytes` are those that the document was
 * made of and that was checked; *ret_data is a file in the same encoding, the
 * caller's to free, and *ret_count the number of findings mended, which may
 * leave or bring others: check what comes out. 0 of them: no data. Safe
 * fixes change nothing but the form, unsafe ones perhaps the sense. Returns 0,
 * or a code and `error`. */
int diplodoc_fix(struct diplodoc_document *document, bool unsafe,
    const void *bytes, size_t len, char **ret_data, size_t *ret_len,
    size_t *ret_count, struct diplodoc_error *error);

/* The whole text in UTF-8, without a byte order mark; it lives as long as the
 * document. */
const char *
diplodoc_text(const struct diplodoc_document *document, size_t *ret_len);

/* The text of a line (from 1) without its end, for excerpts. */
const char *
diplodoc_line(struct diplodoc_document *document, size_t line, size_t *ret_len);

/* The document, a summary or a house file, in the one form that is canonical, in
 * UTF-8; it need be neither checked nor valid. `nfc`: with its text and values
 * in Unicode's normal form C. *ret_data is the caller's to free. Returns 0;
 * DIPLODOC_E_INPUT where the document is not well-formed, or holds what has no
 * place in it, which diplodoc_validate finds; or another code; and `error`. */
int diplodoc_canonical(struct diplodoc_document *document, bool nfc,
    char **ret_data, size_t *ret_len, struct diplodoc_error *error);

/* The verdict and all findings of a document as bytes, which the caller frees:
 * the answer of this version to diplodoc_replay. */
char *
diplodoc_record(const struct diplodoc_document *document, size_t *ret_len);

/* The document with the verdict and findings of a record instead of its own,
 * without checking it; the rest as for diplodoc_open. NULL where the record is
 * none. It can be reported, but neither fixed nor converted. */
struct diplodoc_document *
diplodoc_replay(struct diplodoc *context, const char *name, const char *path,
    const void *bytes, size_t len, const void *record, size_t record_len);

/* The SHA-256, in digits, of the house for a document at `path` (NULL: any)
 * and, with `rules`, of the files of rules that it is checked by. Returns 0, or
 * a code and `error`. */
int diplodoc_surroundings(struct diplodoc *context, const char *path,
    bool rules, char digest[65], struct diplodoc_error *error);

struct diplodoc_format {
	const char *name;    /* "html" */
	const char *suffix;  /* ".html" */
	const char *summary; /* one clause for --help */
};
/* The format number `index`, from 0. False behind the last. */
bool diplodoc_format(size_t index, struct diplodoc_format *ret_format);

struct diplodoc_convert_options {
	bool force;	      /* convert what is not valid, and mark it */
	bool pretty;	      /* JSON on many lines */
	bool tree;	      /* the result tree as XML, not serialised */
	size_t width;	      /* columns of text; 0 = 72 */
	const char *css;      /* a style sheet instead of the built-in one */
	size_t css_len;	      /* its length in bytes */
	const char *css_href; /* link to this style sheet instead */
	const char *xslt;     /* a user stylesheet, its text; NULL = built-in */
	size_t xslt_len;
	const char *xslt_name; /* its name in messages */
	/* Called with a sentence about what was left out; may be NULL. */
	void (*note)(void *note_context, const char *sentence);
	void *note_context;
};

/* Converts a validated document; `options` NULL: none of them. The bytes are
 * the caller's to free. Returns 0, or a code and `error`. */
int diplodoc_convert(struct diplodoc_document *document, const char *format,
    const struct diplodoc_convert_options *options, char **ret_data,
    size_t *ret_len, struct diplodoc_error *error);

enum diplodoc_evidence_kind {
	DIPLODOC_FACT,	   /* what was read */
	DIPLODOC_QUESTION, /* what an editor must decide */
	DIPLODOC_DROP,	   /* what was left out, and why */
};

struct diplodoc_evidence {
	const char *name;	/* of a fact: "meeting/start"; else NULL */
	const char *value;	/* of a fact; else the words of the text */
	const char *confidence; /* of a fact: "certain", "likely" or "guess" */
	const char *rule;	/* of a fact: what found it */
	const char *reason;	/* of others: a clause */
	struct diplodoc_place place; /* in the text */
};

struct diplodoc_import_options {
	const char *format; /* NULL: by the name, else plain text */
	const char *lang;   /* of the text; NULL: by its letters */
	const char *issued; /* "2026-11-26", where it does not say; or NULL */
	const char *schema; /* of a text: where editors find it; or NULL */
	const char *retrieved; /* when its source was read, as above; or NULL */
};

struct diplodoc_imported;

/* Brings in a published or drafted text. `name` and `path` are as for
 * diplodoc_open. Always gives *ret_imported, the caller's to free; it holds a
 * document only where 0 is returned. Otherwise a code and `error`:
 * DIPLODOC_E_INPUT where it cannot be read or is no summary. What comes back from
 * JSON or from our Markdown is what that says: it may be a document that is not
 * valid. */
int diplodoc_import(struct diplodoc *context, const char *name,
    const char *path, const void *bytes, size_t len,
    const struct diplodoc_import_options *options,
    struct diplodoc_imported **ret_imported, struct diplodoc_error *error);
void diplodoc_imported_free(struct diplodoc_imported *imported);
/* The document in XML; it lives as long as `imported`. */
const char *diplodoc_imported_xml(
    const struct diplodoc_imported *imported, size_t *ret_len);
/* The evidence number `index`, from 0; NULL behind the last. */
const struct diplodoc_evidence *
diplodoc_imported_evidence(const struct diplodoc_imported *imported,
    enum diplodoc_evidence_kind kind, size_t index);
/* The names of what can be brought in, from 0; NULL behind the last. */
const char *diplodoc_importer(size_t index);
/* The kinds of meetings one by one, "summit", then NULL. */
const char *diplodoc_kind(size_t index);

/* What is known of a meeting that nobody has told of yet; NULL or 0 where it is
 * not, unless said. */
struct diplodoc_draft_options {
	const char *kind;  /* NULL: that of the facts */
	const char *lang;  /* NULL: that of the facts, or "en" */
	const char *today; /* "2026-11-26"; not NULL */
	const char *level, *format;
	const char *when, *zone; /* "2025-11-04T14:30:00+01:00" or a day */
	const char *place;	 /* "AT/Vienna" or "AT" */
	/* "JP" or the id of an organisation; the own side first. */
	const char *const *parties;
	size_t party_count;
	/* JSON as diplodoc_convert makes it, or parts of it; what it says wins. */
	const void *facts;
	size_t facts_len;
	const char *facts_name; /* in messages */
	const char *schema;	/* its address, for editors of XML */
	const char *path;	/* where the search for a house begins */
};

/* Makes a summary of what is known, in canonical form, and marks what is missing
 * by <?diplodoc todo ...?>. A value that a summary cannot have is for
 * diplodoc_check to find. *ret_data is the caller's to free. Returns 0, or a
 * code and `error`. */
int diplodoc_draft(struct diplodoc *context,
    const struct diplodoc_draft_options *options, char **ret_data,
    size_t *ret_len, struct diplodoc_error *error);

struct diplodoc_limit {
	const char *name, *meaning;
	size_t value;
};
/* Every limit, one by one as above. */
bool diplodoc_limit(size_t index, struct diplodoc_limit *ret_limit);

struct diplodoc_rule {
	const char *id, *level, *meaning;
	/* Of editorial rules; NULL for what makes a document invalid. */
	const char *draft, *review; /* levels; `level` is for publication */
	const char *fix;	    /* "none", "safe" or "unsafe" */
	const char *since, *why, *wrong, *right;
};
/* Every diagnostic id, one by one as above. */
bool diplodoc_rule(size_t index, struct diplodoc_rule *ret_rule);

/* Versions of the libraries and data in use, one row a library. */
struct diplodoc_component {
	const char *name, *version;
};
const struct diplodoc_component *diplodoc_components(struct diplodoc *context);

/* What keeps a worker process from harming more than its own document, one row
 * a layer, ended by one without a name; they live as long as `context`. A child
 * is forked to find out, so the caller has one thread only. */
struct diplodoc_layer {
	const char *name; /* "landlock" */
	bool active;	  /* the system here offers it, all of it */
};
const struct diplodoc_layer *diplodoc_layers(struct diplodoc *context);

/* Processes that work beside each other, each contained: whatever a task does
 * to one of them costs its own answer and no other. */
struct diplodoc_pool;

/* The document of a task. What it names beside itself, and its house, are read
 * for the worker. */
struct diplodoc_pool_document {
	const char *path; /* NULL: it has no place, and names nothing */
	const void *bytes;
	size_t len;
};

struct diplodoc_pool_options {
	size_t workers; /* from 1 */
	/* Is called in a worker, with what was as it is here when that was
	 * forked; what it opens, changes or prints stays there. The answer is
	 * given back to be freed. */
	void (*work)(void *context, const void *task, size_t len,
	    char **ret_answer, size_t *ret_len);
	void *context;
	/* Reads a task, outside of workers; *ret_document lives until the next
	 * call. NULL: no task has a document that names files. */
	void (*document)(void *context, const void *task, size_t len,
	    struct diplodoc_pool_document *ret_document);
	bool check;		    /* by rules, those of the house too */
	bool single;		    /* there will be one task */
	const char *path;	    /* of the first document, or NULL */
	const char *const *formats; /* that are converted to */
	size_t format_count;
	/* What libxml2 allocates for a task is taken away when that is done, at
	 * once: `work` keeps nothing of libxml2's over tasks, but what this
	 * library keeps for it. Workers are faster by it. */
	bool forgets;
	/* How often the run was interrupted, as a handler counts it: once, and
	 * no task begins any more; twice, and those at work are ended. NULL:
	 * never. */
	const volatile int *interrupts;
	/* How it is said that there is no answer: "It was not imported", to
	 * be translated; NULL: it was not checked. */
	const char *undone;
};

struct diplodoc_pool_result {
	/* Both live until the next call; the answer is NULL where there is none.
	 * It comes whole, but whoever made it may have been taken over. */
	const char *task, *answer;
	size_t task_len, answer_len;
	bool stopped; /* there is none, because the run was interrupted */
};

/* Compiles what all workers need. Never NULL; what the options point to must
 * live as long. The caller has one thread. */
struct diplodoc_pool *diplodoc_pool_new(
    struct diplodoc *context, const struct diplodoc_pool_options *options);
/* Ends all workers. */
void diplodoc_pool_free(struct diplodoc_pool *pool);
/* True where another task may be put before an answer is taken. */
bool diplodoc_pool_has_room(const struct diplodoc_pool *pool);
/* Copies the task. */
void
diplodoc_pool_put(struct diplodoc_pool *pool, const void *task, size_t len);
/* Waits for the answer to the oldest task; there must be one. Returns 0, or
 * DIPLODOC_E_ENGINE and `error` where the worker ended without an answer. */
int diplodoc_pool_take(struct diplodoc_pool *pool,
    struct diplodoc_pool_result *ret_result, struct diplodoc_error *error);

#endif
