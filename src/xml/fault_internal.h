/* SPDX-License-Identifier: MIT */
/*
 * The parts of the fault reader. Every reader takes the text on from `at` and
 * returns true, or reports the first fault and returns false.
 */
#ifndef DD_XML_FAULT_INTERNAL_H
#define DD_XML_FAULT_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "diag/diagnostic.h"
#include "xml/limits.h"

/* An open element. */
struct dd_fault_open {
	struct dd_range name;
	size_t start; /* of its `<` */
	size_t bound; /* namespace declarations before it */
};

struct dd_fault_attribute {
	struct dd_range name, value;
};

/* A namespace declaration in scope. */
struct dd_fault_binding {
	struct dd_range prefix; /* empty for the default namespace */
	struct dd_range uri;	/* as written */
};

struct dd_fault {
	const char *text;
	size_t len, at;
	struct dd_fault_open open[DD_LIMIT_DEPTH];
	size_t depth;
	struct dd_fault_attribute attributes[DD_LIMIT_ATTRIBUTES];
	size_t attribute_count; /* of the tag at hand */
	struct dd_fault_binding bindings[DD_LIMIT_NAMESPACES];
	size_t binding_count;
	bool had_root;
	struct dd_sink *sink;
	struct dd_diagnostic *found;
};

/* Reports the one fault; always false, for `return`. */
bool dd_fault_found(struct dd_fault *f, enum dd_id id, size_t start, size_t end,
    const char *format, ...) __attribute__((format(printf, 5, 6)));

/* A range as two arguments for `%.*s`; long ones are cut. */
#define DD_FAULT_SHOW(f, range)                                                \
	dd_fault_shown((f), (range)), (f)->text + (range).start
/* Bytes of a range that a message shows: whole characters. */
enum { DD_FAULT_SHOWN_MAX = 80 };
int dd_fault_shown(const struct dd_fault *f, struct dd_range range);

/* Line of an offset, from 1. Linear. */
size_t dd_fault_line(const struct dd_fault *f, size_t offset);

/* Looking at the text. `dd_fault_is` compares what stands at `at`. */
bool dd_fault_is(const struct dd_fault *f, const char *word);
bool dd_fault_is_space(const struct dd_fault *f);
/* Passes white space; true where there was some. */
bool dd_fault_skip_space(struct dd_fault *f);
/* Passes a name (XML 1.0 production 5); empty where none stands here. */
struct dd_range dd_fault_take_name(struct dd_fault *f);
/* False at the end of the text, else the next code point, not passed. */
bool dd_fault_peek(const struct dd_fault *f, uint32_t *ret_cp, size_t *ret_len);
bool
dd_fault_same(const struct dd_fault *f, struct dd_range a, struct dd_range b);
bool dd_fault_equals(
    const struct dd_fault *f, struct dd_range range, const char *word);

/* `<name ...>` with `at` on the `<`; opens the element. */
bool dd_fault_start_tag(struct dd_fault *f);
/* A name with at most one colon, and a name on both sides of it. */
bool dd_fault_check_name(struct dd_fault *f, struct dd_range name);
/* Namespaces of the start tag just read. */
bool dd_fault_namespaces(struct dd_fault *f, struct dd_range name);
/* `&...;` with `at` on the `&`. */
bool dd_fault_reference(struct dd_fault *f);
/* Character data up to the next `<`. */
bool dd_fault_characters(struct dd_fault *f);
bool dd_fault_comment(struct dd_fault *f);
bool dd_fault_cdata(struct dd_fault *f);
/* `<?target ...?>` with `at` on the `<`; the XML declaration too. */
bool dd_fault_instruction(struct dd_fault *f);

/* The code point of a named character of HTML, or 0. */
uint32_t dd_fault_html_entity(const char *name, size_t len);

#endif
