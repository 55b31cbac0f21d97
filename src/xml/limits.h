/* SPDX-License-Identifier: MIT */
/* Every limit that the program puts on a document, in one place. */
#ifndef DD_XML_LIMITS_H
#define DD_XML_LIMITS_H

#include <stddef.h>

enum {
	DD_LIMIT_INPUT = 8 * 1024 * 1024, /* bytes of one input file */
	DD_LIMIT_DEPTH = 200,		  /* nested elements */
	DD_LIMIT_ATTRIBUTES = 64,	  /* attributes of one element */
	DD_LIMIT_NAME = 256,		  /* bytes of one name */
	DD_LIMIT_VALUE = 64 * 1024,	  /* bytes of one attribute value */
	DD_LIMIT_TEXT = 2 * 1024 * 1024,  /* bytes of one text, comment, PI */
	DD_LIMIT_NODES = 1000000,	  /* elements, texts, comments, PIs */
	DD_LIMIT_NAMESPACES = 32,	  /* namespace declarations in all */
	DD_LIMIT_NAMES = 4096,		  /* different names in all */
	DD_LIMIT_PARAGRAPHS = 10000,	  /* lines or so of a text to import */
	DD_LIMIT_PARAGRAPH = 256 * 1024,  /* bytes of one of them */
	DD_LIMIT_WORDS = 1024 * 1024,	  /* bytes of all of them */
	DD_LIMIT_PAGE = 100000,		  /* elements of a page to import */
	DD_LIMIT_FINDINGS = 1000,	  /* diagnostics kept per document */
	DD_LIMIT_OUTPUT = 32 * 1024 * 1024, /* bytes of one output */
	DD_LIMIT_XPATH = 50000000,	    /* XPath operations per transform */
	DD_LIMIT_TEMPLATES = 1200,  /* templates, loops, conditions nested */
	DD_LIMIT_VARIABLES = 2500,  /* variables alive in a transform */
	DD_LIMIT_TERMS = 5000000,   /* steps of patterns of term lists */
	DD_LIMIT_PATTERN_BYTE = 20, /* more steps of each for a byte of text */
	DD_LIMIT_HOUSE_STEPS = 50000000, /* steps of all rules of one file */
	DD_LIMIT_HOUSE_EVALUATION = 5000000, /* steps of one expression */
	DD_LIMIT_HOUSE_REGEX = 1000000, /* steps of one match of a pattern */
	DD_LIMIT_HOUSE_FILES = 32,	/* files of rules, by inclusion */
	DD_LIMIT_HOUSE_PARTS = 20000,	/* rules, checks, variables of them */
	DD_LIMIT_HOUSE_MEMORY = 64 * 1024 * 1024, /* bytes of values kept */
	DD_LIMIT_HOUSE_ROW = 256, /* texts and comments without an element */
	DD_LIMIT_HOUSE_MESSAGE = 4096,	     /* bytes of one sentence */
	DD_LIMIT_MEMORY = 512 * 1024 * 1024, /* bytes of a document's worker */
	DD_LIMIT_CPU = 5, /* seconds of processor for a document */
	/* Seconds for a document: so many that a machine where ten programs ask
	 * for one processor still has DD_LIMIT_CPU for it. */
	DD_LIMIT_WALL = 60,
};

struct dd_limit {
	const char *name;    /* "depth" */
	const char *meaning; /* "nested elements" */
	size_t value;
};

/* The limit number `index`, from 0; NULL behind the last. */
const struct dd_limit *dd_limit(size_t index);

#endif
