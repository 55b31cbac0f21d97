/* SPDX-License-Identifier: MIT */
/* Named characters of HTML that people write in XML, where none is known. */
#include "xml/fault_internal.h"

#include <string.h>

/* clang-format off */
/* U+00A0 to U+00FF in order (HTML 4.01, 24.2). */
static const char *const latin[96] = {
	"nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect",
	"uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr",
	"deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot",
	"cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
	"Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil",
	"Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml",
	"ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times",
	"Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig",
	"agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil",
	"egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml",
	"eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide",
	"oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
};

static const struct { const char *name; uint32_t cp; } others[] = {
	{"OElig", 0x152}, {"oelig", 0x153}, {"Scaron", 0x160},
	{"scaron", 0x161}, {"Yuml", 0x178}, {"ensp", 0x2002},
	{"emsp", 0x2003}, {"thinsp", 0x2009}, {"zwnj", 0x200C},
	{"zwj", 0x200D}, {"lrm", 0x200E}, {"rlm", 0x200F}, {"ndash", 0x2013},
	{"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
	{"sbquo", 0x201A}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
	{"bdquo", 0x201E}, {"dagger", 0x2020}, {"bull", 0x2022},
	{"hellip", 0x2026}, {"permil", 0x2030}, {"prime", 0x2032},
	{"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"euro", 0x20AC},
	{"trade", 0x2122}, {"larr", 0x2190}, {"rarr", 0x2192},
	{"minus", 0x2212}, {"le", 0x2264}, {"ge", 0x2265},
};
/* clang-format on */

static bool
is_word(const char *word, const char *name, size_t len)
{
	return strlen(word) == len && memcmp(word, name, len) == 0;
}

uint32_t
dd_fault_html_entity(const char *name, size_t len)
{
	for (uint32_t i = 0; i < sizeof latin / sizeof *latin; i++)
		if (is_word(latin[i], name, len))
			return 0xA0 + i;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (is_word(others[i].name, name, len))
			return others[i].cp;
	return 0;
}
