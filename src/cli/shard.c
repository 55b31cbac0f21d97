/* SPDX-License-Identifier: MIT */
/* Owns: which part an input belongs to. It hangs on its name alone, so that it
 * stays where it was when others come and go. */
#include "cli/shard.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/digest.h"
#include "base/error.h"

enum { DIGITS = 16, NUMBER_MOST = 6 }; /* of eight bytes; of a number */

/* A number of a few digits; 0 for anything else. */
static size_t
read_number(const char *text, const char **ret_end)
{
	size_t len = strspn(text, "0123456789");

	*ret_end = text + len;
	return len > 0 && len <= NUMBER_MOST ? strtoul(text, NULL, 10) : 0;
}

int
dd_shard_read(struct dd_shard *shard, const char *text, struct dd_error *error)
{
	const char *end;

	*shard = (struct dd_shard){0, 0};
	if (!text)
		return DD_OK;
	shard->number = read_number(text, &end);
	if (*end == '/')
		shard->count = read_number(end + 1, &end);
	if (shard->number > 0 && shard->number <= shard->count && !*end)
		return DD_OK;
	return dd_error_set(error, DD_E_USAGE,
	    "`--shard` takes a part and how many there are, such as 3/8, not "
	    "`%s`.",
	    text);
}

bool
dd_shard_takes(const struct dd_shard *shard, const char *name)
{
	char digest[DD_DIGEST_SIZE];

	if (shard->count == 0)
		return true;
	dd_digest_of(name, strlen(name), digest);
	digest[DIGITS] = 0;
	return strtoull(digest, NULL, 16) % shard->count == shard->number - 1;
}
