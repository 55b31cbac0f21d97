/* SPDX-License-Identifier: MIT */
/*
 * Reads the document as a whole: what stands outside of the root, which tag
 * closes which. Tags, text and namespaces are read in fault_*.c.
 */
#include "xml/fault.h"

#include <stdarg.h>
#include <string.h>
#include "xml/fault_internal.h"
#include "xml/source.h"

bool
dd_fault_found(struct dd_fault *f, enum dd_id id, size_t start, size_t end,
    const char *format, ...)
{
	struct dd_arena arena;
	struct dd_range range = {start, end < f->len ? end : f->len};
	const char *message;
	va_list args;

	dd_arena_init(&arena);
	va_start(args, format);
	message = dd_arena_vprintf(&arena, dd_sink_say(f->sink, format), args);
	va_end(args);
	f->found = dd_report(f->sink, id, range, "%s", message);
	dd_arena_release(&arena);
	return false;
}

static bool
report_outside(struct dd_fault *f, size_t start, size_t end)
{
	if (f->had_root)
		return dd_fault_found(f, DD_ID_XML_AFTER_ROOT, start, end,
		    "Text stands after the end tag of the outermost element, "
		    "where the document has ended.");
	if (!memchr(f->text + end, '<', f->len - end))
		return dd_fault_found(f, DD_ID_XML_NO_ROOT, start, end,
		    "The file holds text without any tag; a summary is XML and "
		    "begins with `<meetingSummary>`.");
	return dd_fault_found(f, DD_ID_XML_BEFORE_ROOT, start, end,
	    "Text stands before the first tag; move it into the document or "
	    "remove it.");
}

/* What stands before or after the root, up to the next markup. */
static bool
read_outside(struct dd_fault *f)
{
	size_t start, end;

	dd_fault_skip_space(f);
	if (f->at >= f->len || f->text[f->at] == '<')
		return true;
	start = f->at;
	end = start + strcspn(f->text + start, "<\r\n");
	return report_outside(f, start, end);
}

static bool
is_open(const struct dd_fault *f, struct dd_range name)
{
	for (size_t i = 0; i < f->depth; i++)
		if (dd_fault_same(f, f->open[i].name, name))
			return true;
	return false;
}

static bool
report_mismatch(struct dd_fault *f, size_t start, struct dd_range name)
{
	const struct dd_fault_open *top;

	if (f->depth == 0)
		return dd_fault_found(f, DD_ID_XML_TAG_MISMATCH, start, f->at,
		    "`</%.*s>` closes nothing: no element is open here.",
		    DD_FAULT_SHOW(f, name));
	top = &f->open[f->depth - 1];
	dd_fault_found(f, DD_ID_XML_TAG_MISMATCH, start, f->at,
	    is_open(f, name)
		? N_("`</%.*s>` does not close `<%.*s>`, which began on line "
		     "%zu; its end tag is missing.")
		: N_("`</%.*s>` does not close `<%.*s>`, which began on line "
		     "%zu."),
	    DD_FAULT_SHOW(f, name), DD_FAULT_SHOW(f, top->name),
	    dd_fault_line(f, top->start));
	dd_report_related(f->sink, f->found,
	    (struct dd_range){top->start, top->name.end},
	    N_("`<%.*s>` begins here"), DD_FAULT_SHOW(f, top->name));
	return false;
}

static bool
read_end_tag(struct dd_fault *f)
{
	size_t start = f->at;
	struct dd_range name;

	f->at += 2;
	name = dd_fault_take_name(f);
	if (name.start == name.end)
		return dd_fault_found(f, DD_ID_XML_BARE_LESS_THAN, start, f->at,
		    "`</` begins an end tag, but no name follows; write "
		    "`&lt;` for a less-than sign.");
	dd_fault_skip_space(f);
	if (!dd_fault_is(f, ">"))
		return dd_fault_found(f, DD_ID_XML_TAG_UNFINISHED, start, f->at,
		    "The end tag `</%.*s` has no `>` behind its name; an end "
		    "tag holds nothing else.",
		    DD_FAULT_SHOW(f, name));
	f->at++;
	if (f->depth == 0 ||
	    !dd_fault_same(f, f->open[f->depth - 1].name, name))
		return report_mismatch(f, start, name);
	f->binding_count = f->open[--f->depth].bound;
	f->had_root = true;
	return true;
}

static bool
read_element(struct dd_fault *f)
{
	size_t start = f->at;
	struct dd_range name;

	if (f->depth > 0 || !f->had_root)
		return dd_fault_start_tag(f);
	f->at++;
	name = dd_fault_take_name(f);
	return dd_fault_found(f, DD_ID_XML_AFTER_ROOT, start, f->at,
	    "`<%.*s>` stands after the end of the outermost element; a "
	    "document has only one.",
	    DD_FAULT_SHOW(f, name));
}

static bool
read_markup(struct dd_fault *f)
{
	if (dd_fault_is(f, "<!--"))
		return dd_fault_comment(f);
	if (dd_fault_is(f, "<![CDATA["))
		return f->depth > 0
		    ? dd_fault_cdata(f)
		    : report_outside(f, f->at, f->at + strlen("<![CDATA["));
	if (dd_fault_is(f, "<!"))
		return dd_fault_found(f, DD_ID_XML_NOT_WELL_FORMED, f->at,
		    f->at + 2,
		    "`<!` begins only a comment, `<!--`, or a section, "
		    "`<![CDATA[`; write `&lt;` for a less-than sign.");
	if (dd_fault_is(f, "<?"))
		return dd_fault_instruction(f);
	if (dd_fault_is(f, "</"))
		return read_end_tag(f);
	return read_element(f);
}

static bool
report_end(struct dd_fault *f)
{
	const struct dd_fault_open *top;

	if (f->depth == 0)
		return dd_fault_found(f, DD_ID_XML_NO_ROOT, f->len, f->len,
		    "The document holds no element; a summary begins with "
		    "`<meetingSummary>`.");
	top = &f->open[f->depth - 1];
	dd_fault_found(f, DD_ID_XML_UNCLOSED, top->start, top->name.end,
	    "`<%.*s>`, which began on line %zu, is never closed: the "
	    "document ends before `</%.*s>`.",
	    DD_FAULT_SHOW(f, top->name), dd_fault_line(f, top->start),
	    DD_FAULT_SHOW(f, top->name));
	dd_report_related(f->sink, f->found, (struct dd_range){f->len, f->len},
	    N_("the document ends here"));
	return false;
}

static void
read_document(struct dd_fault *f)
{
	while (f->at < f->len) {
		bool good;

		if (f->text[f->at] == '<')
			good = read_markup(f);
		else if (f->depth == 0)
			good = read_outside(f);
		else
			good = dd_fault_characters(f);
		if (!good)
			return;
	}
	if (f->depth > 0 || !f->had_root)
		report_end(f);
}

struct dd_diagnostic *
dd_fault_report(const struct dd_source *source, struct dd_sink *sink)
{
	struct dd_fault f = {.sink = sink};

	f.text = source->text;
	f.len = source->len;
	read_document(&f);
	return f.found;
}
