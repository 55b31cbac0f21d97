/* SPDX-License-Identifier: MIT */
/* What rules are made of; shared by the files of check/ alone. */
#ifndef DD_CHECK_RULE_H
#define DD_CHECK_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"
#include "check/check.h"
#include "check/trait.h"
#include "diag/diagnostic.h"
#include "model/model.h"
#include "model/prose.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"

/* One run over one document. */
struct dd_checker {
	const struct dd_check_input *input;
	const struct dd_summary *summary;
	const struct dd_tree *tree;
	struct dd_sink *sink;
	struct dd_error *error;
	struct dd_arena arena;	      /* for the time of the run */
	const struct dd_prose *prose; /* all texts, in document order */
	struct dd_table
	    beside;  /* by address: what lies there; check/beside.c */
	int failure; /* 0, or the code of a rule that broke */
};

/* Ids, ended by DD_ID_COUNT. */
#define DD_IDS(...) ((const enum dd_id[]){__VA_ARGS__, DD_ID_COUNT})

/* One row a rule, or a few that share their work. Rules hold no state but in
 * the checker's arena, and must bear a document that is not valid: any fact
 * may be missing. */
struct dd_rule {
	/* What it reports: ids that are at home in this row, as every rule of
	 * the catalogue is in one, and those at home in another; or NULL. */
	const enum dd_id *ids, *also;
	/* Bits of enum dd_trait: `text` is called for texts that have one of
	 * them; 0: for all. */
	unsigned traits;
	/* Called once for each such text, in order; or NULL. */
	void (*text)(struct dd_checker *checker, const struct dd_prose *prose);
	/* Called once for the document, behind all texts; or NULL. */
	void (*document)(struct dd_checker *checker);
};

/* The rules of one topic, ended by an empty row. */
extern const struct dd_rule dd_rules_abbreviation[];
extern const struct dd_rule dd_rules_act[];
extern const struct dd_rule dd_rules_amount[];
extern const struct dd_rule dd_rules_archive[];
extern const struct dd_rule dd_rules_archive_meeting[];
extern const struct dd_rule dd_rules_archive_reference[];
extern const struct dd_rule dd_rules_character[];
extern const struct dd_rule dd_rules_chrome[];
extern const struct dd_rule dd_rules_edition[];
extern const struct dd_rule dd_rules_editions[];
extern const struct dd_rule dd_rules_glossary[];
extern const struct dd_rule dd_rules_item[];
extern const struct dd_rule dd_rules_link[];
extern const struct dd_rule dd_rules_mark[];
extern const struct dd_rule dd_rules_photo[];
extern const struct dd_rule dd_rules_quote[];
extern const struct dd_rule dd_rules_release[];
extern const struct dd_rule dd_rules_repeat[];
extern const struct dd_rule dd_rules_spelling[];
extern const struct dd_rule dd_rules_statement[];
extern const struct dd_rule dd_rules_stop[];
extern const struct dd_rule dd_rules_strength[];
extern const struct dd_rule dd_rules_names[];
extern const struct dd_rule dd_rules_party[];
extern const struct dd_rule dd_rules_person[];
extern const struct dd_rule dd_rules_term_list[];
extern const struct dd_rule dd_rules_text[];
extern const struct dd_rule dd_rules_title[];
extern const struct dd_rule dd_rules_title_side[];
extern const struct dd_rule dd_rules_time[];
extern const struct dd_rule dd_rules_time_facts[];
extern const struct dd_rule dd_rules_todo[];
extern const struct dd_rule dd_rules_variant[];
extern const struct dd_rule dd_rules_width[];

/* Reports bytes [from, to) of a text. */
struct dd_diagnostic *dd_check_report(struct dd_checker *checker, enum dd_id id,
    const struct dd_prose *prose, size_t from, size_t to, const char *format,
    ...) __attribute__((format(printf, 6, 7)));

/* A text of messages, translated and then formatted; it lives as long as the
 * checker. */
const char *dd_check_say(struct dd_checker *checker, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says where in a text the other side of a finding stands. */
void dd_check_relate(struct dd_checker *checker, struct dd_diagnostic *found,
    const struct dd_prose *prose, size_t from, size_t to, const char *text);

/* True where bytes [from, to) of a text, at least one, can give way to others:
 * they stand in one node, so that no tag is lost, and on one line, because
 * lines are layout. */
bool dd_check_can_mend(const struct dd_prose *prose, size_t from, size_t to);

/* Says what mends it: this instead of bytes [from, to). No fix where they
 * cannot be mended, nor where the replacement has a character of markup. */
void dd_check_mend(struct dd_checker *checker, struct dd_diagnostic *found,
    const struct dd_prose *prose, size_t from, size_t to,
    const char *replacement);

#endif
