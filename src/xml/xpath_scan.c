/* SPDX-License-Identifier: MIT */
/* Owns: tokens of XPath, and the names in them. Leaves grammar to libxml2. */
#include "xml/xpath_scan.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/ascii.h"

enum { NAME_MAX_BYTES = 256, DEPTH = 64 };

static bool
is_name_start(char c)
{
	return dd_ascii_is_letter(c) || c == '_' || (unsigned char)c >= 0x80;
}

static size_t
measure_name(const char *text)
{
	size_t len = 0;

	if (!is_name_start(*text))
		return 0;
	while (is_name_start(text[len]) || dd_ascii_is_digit(text[len]) ||
	    text[len] == '-' || text[len] == '.')
		len++;
	return len;
}

/* A name with its prefix, or `p:*`. */
static size_t
measure_qname(const char *text)
{
	size_t len = measure_name(text), more;

	if (len == 0 || text[len] != ':' || text[len + 1] == ':')
		return len;
	more = text[len + 1] == '*' ? 1 : measure_name(text + len + 1);
	return more ? len + 1 + more : len;
}

static size_t
measure_number(const char *text)
{
	size_t len = 0;

	while (dd_ascii_is_digit(text[len]) || text[len] == '.')
		len++;
	return len;
}

static size_t
measure_symbol(const char *text)
{
	static const char *const pairs[] = {"//", "::", "..", "!=", "<=", ">="};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (strncmp(text, pairs[i], 2) == 0)
			return 2;
	return *text && strchr("()[].@,/|+-=<>*", *text) ? 1 : 0;
}

bool
dd_xpath_is(const char *text, struct dd_xpath_token token, const char *word)
{
	return strlen(word) == token.len &&
	    strncmp(text + token.start, word, token.len) == 0;
}

static struct dd_xpath_token
read_token(const char *text, bool operand)
{
	struct dd_xpath_token token = {.type = DD_XPATH_NAME};

	if (!*text)
		return (struct dd_xpath_token){.type = DD_XPATH_END};
	token.len = measure_qname(text);
	if (token.len > 0) {
		if (operand)
			token.type = DD_XPATH_OPERATOR;
	} else if (*text == '"' || *text == '\'') {
		const char *close = strchr(text + 1, *text);

		token.type = close ? DD_XPATH_STRING : DD_XPATH_BAD;
		token.len = close ? (size_t)(close - text) + 1 : strlen(text);
	} else if (*text == '$' && measure_qname(text + 1) > 0) {
		token.type = DD_XPATH_VARIABLE;
		token.len = measure_qname(text + 1) + 1;
	} else if (dd_ascii_is_digit(*text) ||
	    (*text == '.' && dd_ascii_is_digit(text[1]))) {
		token.type = DD_XPATH_NUMBER;
		token.len = measure_number(text);
	} else {
		token.len = measure_symbol(text);
		token.type = token.len ? DD_XPATH_SYMBOL : DD_XPATH_BAD;
		token.len += !token.len;
	}
	return token;
}

/* True where an operator may follow; a star is a name where none may. */
static bool
ends_operand(const char *text, struct dd_xpath_token token, bool operand)
{
	if (token.type == DD_XPATH_OPERATOR)
		return false;
	if (token.type != DD_XPATH_SYMBOL)
		return true;
	if (dd_xpath_is(text, token, "*"))
		return !operand;
	return dd_xpath_is(text, token, ")") || dd_xpath_is(text, token, "]") ||
	    dd_xpath_is(text, token, ".") || dd_xpath_is(text, token, "..");
}

struct dd_xpath_token
dd_xpath_next(struct dd_xpath_scanner *scanner)
{
	const char *text = scanner->text;
	struct dd_xpath_token token;

	scanner->at += strspn(text + scanner->at, DD_ASCII_SPACES);
	token = read_token(text + scanner->at, scanner->operand);
	token.start = scanner->at;
	scanner->at += token.len;
	scanner->operand = ends_operand(text, token, scanner->operand);
	return token;
}

/* --- names --------------------------------------------------------------- */

/* A function whose brackets are open; a bracket without one has no name. */
struct call {
	char name[NAME_MAX_BYTES];
	size_t at, commas;
	bool filled; /* there is something between its brackets */
	/* Arguments that are one string and nothing else. */
	struct dd_xpath_token args[DD_XPATH_KNOWN_ARGS];
	bool begun[DD_XPATH_KNOWN_ARGS];
};

struct checker {
	const char *text;
	const struct dd_xpath_known *known;
	struct dd_xpath_fault *fault;
	struct call calls[DEPTH];
	size_t depth;
};

static bool __attribute__((format(printf, 3, 4)))
fail(struct checker *checker, size_t at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(
	    checker->fault->text, sizeof checker->fault->text, format, args);
	va_end(args);
	checker->fault->at = at;
	return false;
}

static bool
copy_name(struct checker *checker, struct dd_xpath_token token,
    char out[NAME_MAX_BYTES])
{
	if (token.len >= NAME_MAX_BYTES)
		return fail(checker, token.start,
		    "a name is longer than %d bytes", NAME_MAX_BYTES - 1);
	memcpy(out, checker->text + token.start, token.len);
	out[token.len] = '\0';
	return true;
}

static bool
check_prefix(struct checker *checker, const char *name, size_t at)
{
	char prefix[NAME_MAX_BYTES];
	size_t len = strcspn(name, ":");

	if (!name[len])
		return true;
	memcpy(prefix, name, len);
	prefix[len] = '\0';
	return checker->known->prefix(checker->known->data, prefix) ||
	    fail(checker, at,
		"the prefix `%s` is not declared; write `<ns prefix=\"%s\" "
		"uri=\"...\"/>`",
		prefix, prefix);
}

/* The next token's first byte, without taking it. */
static char
peek(const struct dd_xpath_scanner *scanner)
{
	const char *rest = scanner->text + scanner->at;

	return rest[strspn(rest, DD_ASCII_SPACES)];
}

static bool
is_node_type(const char *name)
{
	return strcmp(name, "node") == 0 || strcmp(name, "text") == 0 ||
	    strcmp(name, "comment") == 0 ||
	    strcmp(name, "processing-instruction") == 0;
}

static bool
check_name(struct checker *checker, const struct dd_xpath_scanner *scanner,
    struct dd_xpath_token token)
{
	char name[NAME_MAX_BYTES];
	size_t least, most;

	if (!copy_name(checker, token, name) ||
	    !check_prefix(checker, name, token.start))
		return false;
	if (peek(scanner) != '(' || is_node_type(name))
		return true;
	if (!checker->known->function(
		checker->known->data, name, &least, &most))
		return fail(
		    checker, token.start, "there is no function `%s`", name);
	if (checker->depth + 1 < DEPTH) {
		strcpy(checker->calls[checker->depth].name, name);
		checker->calls[checker->depth].at = token.start;
	}
	return true;
}

static bool
check_variable(struct checker *checker, struct dd_xpath_token token)
{
	char name[NAME_MAX_BYTES];

	token.start++;
	token.len--;
	return copy_name(checker, token, name) &&
	    (checker->known->variable(checker->known->data, name) ||
		fail(checker, token.start - 1,
		    "no `<let name=\"%s\" .../>` stands before it", name));
}

/* Whether the arguments of a call will do. */
static bool
check_call(struct checker *checker, const struct call *call)
{
	const struct dd_xpath_known *known = checker->known;
	size_t count = call->filled ? call->commas + 1 : 0, least, most;

	if (!call->name[0] ||
	    !known->function(known->data, call->name, &least, &most))
		return true;
	if (count < least || count > most)
		return fail(checker, call->at,
		    "`%s()` takes %zu to %zu arguments, and %zu stand here",
		    call->name, least, most, count);
	return known->call(
	    known->data, call->name, call->args, count, checker->fault);
}

static bool
close_call(struct checker *checker)
{
	struct call *call;
	bool good;

	if (checker->depth == 0)
		return true;
	call = &checker->calls[--checker->depth];
	good = check_call(checker, call);
	call->name[0] = '\0';
	return good;
}

/* Keeps what an argument is: a string that stands alone, or anything else. */
static void
note_argument(struct call *call, struct dd_xpath_token token)
{
	size_t i = call->commas;

	if (i >= DD_XPATH_KNOWN_ARGS)
		return;
	if (!call->begun[i] && token.type == DD_XPATH_STRING)
		call->args[i] = token;
	else
		call->args[i].type = DD_XPATH_END;
	call->begun[i] = true;
}

/* A bracket without a name stands for itself. */
static void
open_call(struct call *call)
{
	call->commas = 0;
	call->filled = false;
	memset(call->args, 0, sizeof call->args);
	memset(call->begun, 0, sizeof call->begun);
}

static bool
check_symbol(struct checker *checker, struct dd_xpath_token token)
{
	if (dd_xpath_is(checker->text, token, ")") ||
	    dd_xpath_is(checker->text, token, "]"))
		return close_call(checker);
	if (dd_xpath_is(checker->text, token, "(") ||
	    dd_xpath_is(checker->text, token, "[")) {
		if (checker->depth + 2 > DEPTH)
			return fail(checker, token.start,
			    "brackets are nested more than %d deep", DEPTH - 1);
		open_call(&checker->calls[checker->depth++]);
		checker->calls[checker->depth].name[0] = '\0';
	} else if (dd_xpath_is(checker->text, token, ",") && checker->depth > 0)
		checker->calls[checker->depth - 1].commas++;
	return true;
}

static bool
check_token(struct checker *checker, const struct dd_xpath_scanner *scanner,
    struct dd_xpath_token token)
{
	if (checker->depth > 0 && !dd_xpath_is(checker->text, token, ")")) {
		checker->calls[checker->depth - 1].filled = true;
		if (!dd_xpath_is(checker->text, token, ","))
			note_argument(
			    &checker->calls[checker->depth - 1], token);
	}
	switch (token.type) {
	case DD_XPATH_NAME:
		return check_name(checker, scanner, token);
	case DD_XPATH_VARIABLE:
		return check_variable(checker, token);
	case DD_XPATH_SYMBOL:
		return check_symbol(checker, token);
	case DD_XPATH_BAD:
		return fail(checker, token.start, "this is not XPath 1.0");
	default:
		return true;
	}
}

bool
dd_xpath_check(const char *text, const struct dd_xpath_known *known,
    struct dd_xpath_fault *fault)
{
	struct checker checker;
	struct dd_xpath_scanner scanner = {.text = text};
	struct dd_xpath_token token;

	/* Its calls are filled as they are opened. */
	checker.text = text;
	checker.known = known;
	checker.fault = fault;
	checker.depth = 0;
	checker.calls[0].name[0] = '\0';
	while ((token = dd_xpath_next(&scanner)).type != DD_XPATH_END)
		if (!check_token(&checker, &scanner, token))
			return false;
	return checker.depth == 0 ||
	    fail(&checker, strlen(text) > 0 ? strlen(text) - 1 : 0,
		"a bracket is not closed");
}
