/* SPDX-License-Identifier: MIT */
/*
 * Owns: the one answer to exhausted memory; xml/compat.c has libxml2 allocate
 * here too.
 */
#include "base/memory.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/error.h"

static void
end_process(void)
{
	static const char line[] =
	    "diplodoc: out of memory; the document was not checked\n";

	/* write() and _exit(): stdio and atexit handlers may allocate. */
	ssize_t done = write(STDERR_FILENO, line, sizeof(line) - 1);

	(void)done; /* there is nobody left to tell */
	_exit(-DD_E_ENGINE);
}

void *
dd_malloc(size_t size)
{
	void *result = malloc(size ? size : 1);

	if (!result)
		end_process();
	return result;
}

void *
dd_calloc(size_t count, size_t size)
{
	void *result = calloc(count ? count : 1, size ? size : 1);

	if (!result)
		end_process();
	return result;
}

void *
dd_realloc(void *old, size_t size)
{
	void *result = realloc(old, size ? size : 1);

	if (!result)
		end_process();
	return result;
}

char *
dd_strdup(const char *text)
{
	return dd_strndup(text, strlen(text));
}

char *
dd_strndup(const char *text, size_t len)
{
	size_t used = strnlen(text, len);
	char *result = dd_malloc(used + 1);

	memcpy(result, text, used);
	result[used] = '\0';
	return result;
}
