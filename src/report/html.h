/* SPDX-License-Identifier: MIT */
/* The parts of the page for editors, from the outside in: page (html.c),
 * section of a document, excerpt with its cards, lines, text. */
#ifndef DD_REPORT_HTML_H
#define DD_REPORT_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include "base/messages.h"
#include "diplodoc.h"

struct dd_buffer;
struct dd_outcome;

/* From the mildest, so that the greatest of several is the gravest. */
enum dd_html_level { DD_HTML_ADVICE, DD_HTML_WARNING, DD_HTML_ERROR };
enum { DD_HTML_LEVELS = 3 };

/* What a document brings to the counts of the page. */
struct dd_html_counts {
	size_t levels[DD_HTML_LEVELS]; /* findings that count */
	size_t suppressed, known, hidden;
};

/* Neighbouring findings and the lines around them. */
struct dd_html_block {
	size_t first, end; /* findings: indices into those that count */
	size_t from, to;   /* lines, the last one included */
};

/* One document on the page. */
struct dd_html_section {
	struct dd_buffer *out;
	const struct dd_messages *messages; /* borrowed; NULL: English */
	struct diplodoc_document *document; /* NULL where it was not read */
	const char *file;
	size_t number;	  /* of the section, from 1 */
	bool verbose;	  /* the engine's own words too */
	size_t lines;	  /* of the text; 0 where there is none */
	char language[3]; /* of the text, by its root; "" where unknown */
	struct dd_html_counts counts;
	const struct diplodoc_diagnostic **findings; /* those that count */
	size_t finding_count;
	struct dd_html_block *blocks; /* in the order of lines; no line twice */
	size_t block_count;
};

enum dd_html_level dd_html_level(const struct diplodoc_diagnostic *finding);
/* "error", and "Error"; the second one, or with `many` that of several, is a
 * text for dd_message. */
const char *dd_html_level_name(enum dd_html_level level);
const char *dd_html_level_word(enum dd_html_level level, bool many);

/* --- text (html_text.c) --------------------------------------------------- */

/* A text, or a run of bytes whose line ends stay, made safe for content and
 * attribute values. */
void dd_html_put(struct dd_buffer *out, const char *text);
void dd_html_put_run(struct dd_buffer *out, const char *text, size_t len);
/* A message: what it has between backticks as code. */
void dd_html_put_message(struct dd_buffer *out, const char *message);
/* The text in the language of the page. */
void dd_html_put_text(struct dd_html_section *section, const char *text);
/* The shape that stands for a level beside its word: an SVG. */
void dd_html_put_shape(struct dd_buffer *out, const char *name);
/* A path, its folder softer than its last part. */
void dd_html_put_file(struct dd_buffer *out, const char *file);
/* A run; of a long one the first `head` and the last `tail` code points. */
void dd_html_put_cut(struct dd_buffer *out, const char *text, const char *end,
    size_t head, size_t tail);
/* `text`, or `end` before it, `count` code points later. */
const char *dd_html_skip(const char *text, const char *end, size_t count);

/* A place in the text of the document. */
struct dd_html_range {
	const char *line; /* begins, where it is not white space */
	const char *from, *to;
	const char *line_end; /* of the line with `to` */
};

/* False where there is no such place, or its line is too long to look into. */
bool dd_html_find(struct diplodoc_document *document,
    const struct diplodoc_place *place, struct dd_html_range *ret_range);
/* The range with a little of what stands around it; `inside` of `len` bytes, in
 * place of it, in the element `name`. */
void dd_html_put_range(struct dd_buffer *out, const struct dd_html_range *range,
    const char *name, const char *inside, size_t len);

/* --- blocks (html_block.c, html_lines.c) ---------------------------------- */

/* Fills `blocks`, which the section owns. */
void dd_html_make_blocks(struct dd_html_section *section);
/* True where the page shows that line. */
bool dd_html_shows(const struct dd_html_section *section, size_t line);
/* The lines of a block, with marks. */
void dd_html_put_lines(
    struct dd_html_section *section, const struct dd_html_block *block);
/* The last line of a finding that its block would show. */
size_t dd_html_last_line(const struct diplodoc_diagnostic *finding);

/* --- cards (html_card.c) -------------------------------------------------- */

/* The finding number `index` of those that count. */
void dd_html_put_card(struct dd_html_section *section, size_t index);
/* Findings that do not count, in a list that opens; nothing without them. */
void dd_html_put_excused(struct dd_html_section *section);
/* "line 16, column 87", a link where the page shows that line. */
void dd_html_put_place(
    struct dd_html_section *section, const struct diplodoc_place *place);

/* --- sections (html_section.c) -------------------------------------------- */

/* Reads what there is to show. Release it. */
void dd_html_section_init(
    struct dd_html_section *section, const struct dd_outcome *outcome);
void dd_html_section_release(struct dd_html_section *section);
/* True where there is nothing to say but that nothing was found. */
bool dd_html_is_clean(
    const struct dd_html_section *section, const struct dd_outcome *outcome);
void dd_html_put_section(
    struct dd_html_section *section, const struct dd_outcome *outcome);
/* The row of the table of contents. */
void dd_html_put_row(struct dd_buffer *out,
    const struct dd_html_section *section, const struct dd_outcome *outcome);
/* " has-error has-advice": which filters show it. */
void
dd_html_put_filters(struct dd_buffer *out, const size_t levels[DD_HTML_LEVELS]);

#endif
