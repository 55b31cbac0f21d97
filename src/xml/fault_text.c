/* SPDX-License-Identifier: MIT */
/* Text and what stands in it: references, comments, sections, instructions. */
#include "xml/fault_internal.h"

#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "xml/scan.h"

/* `&#...;`, `at` on the `&`. */
static bool
read_number(struct dd_fault *f)
{
	size_t start = f->at;
	bool hex = f->text[start + 2] == 'x';
	const char *digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
	size_t first = start + 2 + hex;
	size_t count = strspn(f->text + first, digits);
	uint32_t number = 0;

	f->at = first + count;
	for (size_t i = first; i < f->at && number <= 0x10FFFF; i++) {
		int c = f->text[i];

		number = number * (hex ? 16 : 10) +
		    (uint32_t)(c > '9' ? (c | 0x20) - 'a' + 10 : c - '0');
	}
	if (count == 0 || !dd_fault_is(f, ";"))
		return dd_fault_found(f, DD_ID_XML_CHARACTER_REFERENCE, start,
		    f->at,
		    "`&#` begins a character's number, which needs digits and "
		    "a `;`, as in `&#160;`.");
	f->at++;
	if (!dd_utf8_is_xml_char(number))
		return dd_fault_found(f, DD_ID_XML_CHARACTER_REFERENCE, start,
		    f->at,
		    "`%.*s` is the number of a character that XML does not "
		    "allow; remove it.",
		    DD_FAULT_SHOW(f, ((struct dd_range){start, f->at})));
	return true;
}

/* True for characters that are better seen as a number. */
static bool
is_unseen(uint32_t cp)
{
	return cp == 0xA0 || cp == 0xAD || (cp >= 0x2000 && cp <= 0x200F);
}

static bool
report_entity(struct dd_fault *f, size_t start, struct dd_range name)
{
	uint32_t cp =
	    dd_fault_html_entity(f->text + name.start, name.end - name.start);
	char character[4];

	if (cp && is_unseen(cp))
		return dd_fault_found(f, DD_ID_XML_UNDECLARED_ENTITY, start,
		    f->at, "`&%.*s;` is not known in XML; write `&#%u;`.",
		    DD_FAULT_SHOW(f, name), (unsigned)cp);
	if (cp)
		return dd_fault_found(f, DD_ID_XML_UNDECLARED_ENTITY, start,
		    f->at,
		    "`&%.*s;` is not known in XML; write `%.*s` or `&#%u;`.",
		    DD_FAULT_SHOW(f, name), (int)dd_utf8_encode(cp, character),
		    character, (unsigned)cp);
	return dd_fault_found(f, DD_ID_XML_UNDECLARED_ENTITY, start, f->at,
	    "`&%.*s;` is not known in XML; write the character itself, or "
	    "`&amp;` for an ampersand.",
	    DD_FAULT_SHOW(f, name));
}

bool
dd_fault_reference(struct dd_fault *f)
{
	static const char *const known[] = {"amp", "lt", "gt", "quot", "apos"};
	size_t start = f->at;
	struct dd_range name;

	if (dd_fault_is(f, "&#"))
		return read_number(f);
	f->at++;
	name = dd_fault_take_name(f);
	if (name.start == name.end)
		return dd_fault_found(f, DD_ID_XML_BARE_AMPERSAND, start,
		    start + 1,
		    "A bare `&` stands here. Write `&amp;` for an ampersand.");
	if (!dd_fault_is(f, ";"))
		return dd_fault_found(f, DD_ID_XML_BARE_AMPERSAND, start, f->at,
		    "`&%.*s` lacks the `;` of a reference. Write `&amp;` for "
		    "an ampersand.",
		    DD_FAULT_SHOW(f, name));
	f->at++;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (dd_fault_equals(f, name, known[i]))
			return true;
	return report_entity(f, start, name);
}

bool
dd_fault_characters(struct dd_fault *f)
{
	while (f->at < f->len && f->text[f->at] != '<') {
		if (f->text[f->at] == '&') {
			if (!dd_fault_reference(f))
				return false;
			continue;
		}
		if (dd_fault_is(f, "]]>"))
			return dd_fault_found(f, DD_ID_XML_SECTION, f->at,
			    f->at + 3,
			    "`]]>` ends a section that was not begun; write "
			    "`]]&gt;` in text.");
		f->at++;
	}
	return true;
}

/* Passes the next `mark`; false where there is none. */
static bool
pass_mark(struct dd_fault *f, const char *mark)
{
	size_t found = dd_scan_find(f->text, f->len, f->at, mark);

	if (found == f->len)
		return false;
	f->at = found + strlen(mark);
	return true;
}

bool
dd_fault_comment(struct dd_fault *f)
{
	size_t start = f->at;

	f->at += strlen("<!--");
	if (!pass_mark(f, "--"))
		return dd_fault_found(f, DD_ID_XML_COMMENT, start, f->at,
		    "The comment that begins here never ends; it needs "
		    "`-->`.");
	if (!dd_fault_is(f, ">"))
		return dd_fault_found(f, DD_ID_XML_COMMENT, f->at - 2, f->at,
		    "`--` cannot stand inside of a comment; only `-->` ends "
		    "it.");
	f->at++;
	return true;
}

bool
dd_fault_cdata(struct dd_fault *f)
{
	size_t start = f->at;

	f->at += strlen("<![CDATA[");
	return pass_mark(f, "]]>") ||
	    dd_fault_found(f, DD_ID_XML_SECTION, start, f->at,
		"The section that begins here never ends; it needs `]]>`.");
}

/* `name="value"` of the XML declaration; false, and nothing passed, where it
 * does not stand here. */
static bool
read_part(struct dd_fault *f, const char *name, struct dd_range *ret_value)
{
	size_t before = f->at, end;
	bool equals;
	char quote;

	if (!dd_fault_skip_space(f) || !dd_fault_is(f, name)) {
		f->at = before;
		return false;
	}
	f->at += strlen(name);
	dd_fault_skip_space(f);
	equals = dd_fault_is(f, "=");
	f->at += equals;
	dd_fault_skip_space(f);
	quote = f->text[f->at];
	end = f->at + 1;
	if (equals && (quote == '"' || quote == '\'')) {
		end += strcspn(f->text + end, quote == '"' ? "\"<>" : "'<>");
		if (f->text[end] == quote) {
			*ret_value = (struct dd_range){f->at + 1, end};
			f->at = end + 1;
			return true;
		}
	}
	f->at = before;
	return false;
}

/* `at` behind `<?xml`. */
static bool
is_declaration(struct dd_fault *f)
{
	struct dd_range value;

	if (!read_part(f, "version", &value) ||
	    !dd_fault_equals(f, value, "1.0"))
		return false;
	if (read_part(f, "encoding", &value) && value.start == value.end)
		return false;
	if (read_part(f, "standalone", &value) &&
	    !dd_fault_equals(f, value, "yes") &&
	    !dd_fault_equals(f, value, "no"))
		return false;
	dd_fault_skip_space(f);
	return dd_fault_is(f, "?>");
}

static bool
read_declaration(struct dd_fault *f, size_t start)
{
	size_t end;

	if (start > 0)
		return dd_fault_found(f, DD_ID_XML_DECLARATION, start, f->at,
		    "The XML declaration stands only at the very beginning; "
		    "remove what is before it, even spaces and empty lines.");
	end = f->at + strcspn(f->text + f->at, ">") + 1;
	if (!is_declaration(f))
		return dd_fault_found(f, DD_ID_XML_DECLARATION, start, end,
		    "The XML declaration is not complete; write `<?xml "
		    "version=\"1.0\" encoding=\"UTF-8\"?>`.");
	f->at += 2;
	return true;
}

bool
dd_fault_instruction(struct dd_fault *f)
{
	size_t start = f->at;
	struct dd_range target;

	f->at += 2;
	target = dd_fault_take_name(f);
	if (dd_fault_equals(f, target, "xml"))
		return read_declaration(f, start);
	if (target.start == target.end)
		return dd_fault_found(f, DD_ID_XML_INSTRUCTION, start, f->at,
		    "`<?` begins a processing instruction, but no name "
		    "follows.");
	if ((target.end - target.start == 3 &&
		dd_ascii_equal_n(f->text + target.start, "xml", 3)) ||
	    memchr(f->text + target.start, ':', target.end - target.start))
		return dd_fault_found(f, DD_ID_XML_INSTRUCTION, start, f->at,
		    "`%.*s` cannot be the name of a processing instruction.",
		    DD_FAULT_SHOW(f, target));
	if (!dd_fault_is_space(f) && !dd_fault_is(f, "?>"))
		return dd_fault_found(f, DD_ID_XML_INSTRUCTION, start, f->at,
		    "A space is missing after `<?%.*s`.",
		    DD_FAULT_SHOW(f, target));
	return pass_mark(f, "?>") ||
	    dd_fault_found(f, DD_ID_XML_INSTRUCTION, start, f->at,
		"The instruction `<?%.*s` never ends; it needs `?>`.",
		DD_FAULT_SHOW(f, target));
}
