/* SPDX-License-Identifier: MIT */
/*
 * Cuts XPath 1.0 into tokens, and finds in an expression what libxml2 would
 * notice only while it runs, or never: prefixes, functions and variables that
 * nobody has declared, and wrong numbers of arguments.
 */
#ifndef DD_XML_XPATH_SCAN_H
#define DD_XML_XPATH_SCAN_H

#include <stdbool.h>
#include <stddef.h>

enum dd_xpath_token_type {
	DD_XPATH_END,
	DD_XPATH_NAME,	   /* `a`, `p:a`, `p:*`; of anything, an axis too */
	DD_XPATH_OPERATOR, /* `and`, `or`, `div`, `mod` where they are one */
	DD_XPATH_VARIABLE, /* `$a`, with its sign */
	DD_XPATH_STRING,   /* with its quotes */
	DD_XPATH_NUMBER,
	DD_XPATH_SYMBOL, /* `//`, `::`, `[` and the like */
	DD_XPATH_BAD,	 /* a character that begins nothing, an open string */
};

struct dd_xpath_token {
	enum dd_xpath_token_type type;
	size_t start, len; /* bytes of the expression */
};

struct dd_xpath_scanner {
	const char *text;
	size_t at;
	bool operand; /* what stands in front may be the left of an operator */
};

enum { DD_XPATH_KNOWN_ARGS = 4 }; /* the first ones of a call */

struct dd_xpath_token dd_xpath_next(struct dd_xpath_scanner *scanner);

/* True where the token is this word. */
bool
dd_xpath_is(const char *text, struct dd_xpath_token token, const char *word);

/* What is wrong with an expression, and where: from a byte of it on. */
struct dd_xpath_fault {
	size_t at;
	char text[256]; /* a sentence without its stop */
};

/* What an expression may use; `data` is given to each. */
struct dd_xpath_known {
	bool (*prefix)(void *data, const char *prefix);
	/* False where there is no such function; else how many arguments. */
	bool (*function)(
	    void *data, const char *name, size_t *ret_least, size_t *ret_most);
	bool (*variable)(void *data, const char *name);
	/* False, and the fault, where the arguments of a function will not do.
	 * Of each of the first DD_XPATH_KNOWN_ARGS, the token: a string, or DD_XPATH_END for all else. */
	bool (*call)(void *data, const char *name,
	    const struct dd_xpath_token *args, size_t count,
	    struct dd_xpath_fault *fault);
	void *data;
};

/* True where all that the expression names is known. */
bool dd_xpath_check(const char *text, const struct dd_xpath_known *known,
    struct dd_xpath_fault *fault);

#endif
