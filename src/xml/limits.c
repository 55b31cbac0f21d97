/* SPDX-License-Identifier: MIT */
/* Owns: the names of the limits. Leaves enforcing each to its stage. */
#include "xml/limits.h"

const struct dd_limit *
dd_limit(size_t index)
{
	static const struct dd_limit limits[] = {
	    {"input", "bytes of one input file", DD_LIMIT_INPUT},
	    {"depth", "nested elements", DD_LIMIT_DEPTH},
	    {"attributes", "attributes of one element", DD_LIMIT_ATTRIBUTES},
	    {"name", "bytes of one name", DD_LIMIT_NAME},
	    {"value", "bytes of one attribute value", DD_LIMIT_VALUE},
	    {"text", "bytes of one text, comment or processing instruction",
		DD_LIMIT_TEXT},
	    {"nodes", "elements, texts, comments and processing instructions",
		DD_LIMIT_NODES},
	    {"namespaces", "namespace declarations in all",
		DD_LIMIT_NAMESPACES},
	    {"names", "different names of elements and attributes",
		DD_LIMIT_NAMES},
	    {"paragraphs", "lines or paragraphs of a text to import",
		DD_LIMIT_PARAGRAPHS},
	    {"paragraph", "bytes of one of them", DD_LIMIT_PARAGRAPH},
	    {"words", "bytes of all of them", DD_LIMIT_WORDS},
	    {"page", "elements of a page to import", DD_LIMIT_PAGE},
	    {"findings", "findings kept for one document", DD_LIMIT_FINDINGS},
	    {"output", "bytes of one output", DD_LIMIT_OUTPUT},
	    {"xpath", "XPath operations of one transform", DD_LIMIT_XPATH},
	    {"templates",
		"templates, loops and conditions nested in each other",
		DD_LIMIT_TEMPLATES},
	    {"variables", "variables alive in one transform",
		DD_LIMIT_VARIABLES},
	    {"terms", "steps of all patterns of term lists", DD_LIMIT_TERMS},
	    {"pattern-byte", "steps more that each has for a byte of text",
		DD_LIMIT_PATTERN_BYTE},
	    {"house-steps", "steps of all rules of a file of the house",
		DD_LIMIT_HOUSE_STEPS},
	    {"house-evaluation", "steps of one expression of such a file",
		DD_LIMIT_HOUSE_EVALUATION},
	    {"house-pattern", "steps of one regular expression on one text",
		DD_LIMIT_HOUSE_REGEX},
	    {"house-files", "files that such a file is made of",
		DD_LIMIT_HOUSE_FILES},
	    {"house-parts",
		"patterns, rules, checks, variables and expressions of it",
		DD_LIMIT_HOUSE_PARTS},
	    {"house-memory", "bytes that variables and keys of it hold",
		DD_LIMIT_HOUSE_MEMORY},
	    {"house-row",
		"texts and comments in a row in a summary that it is for",
		DD_LIMIT_HOUSE_ROW},
	    {"house-message", "bytes of one sentence that it writes",
		DD_LIMIT_HOUSE_MESSAGE},
	    {"memory", "bytes of memory that one document may take",
		DD_LIMIT_MEMORY},
	    {"processor", "seconds of processor, likewise", DD_LIMIT_CPU},
	    {"clock", "seconds by the clock, likewise", DD_LIMIT_WALL},
	};

	return index < sizeof(limits) / sizeof(limits[0]) ? &limits[index]
							  : NULL;
}
