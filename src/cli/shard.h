/* SPDX-License-Identifier: MIT */
/* --shard K/N: a run does its part of the inputs alone. */
#ifndef DD_CLI_SHARD_H
#define DD_CLI_SHARD_H

#include <stdbool.h>
#include <stddef.h>

struct dd_error;

/* Part `number` of `count`; count 0: all of it. */
struct dd_shard {
	size_t number, count;
};

/* Reads "3/8"; `text` NULL: all. Returns 0 or DD_E_USAGE. */
int
dd_shard_read(struct dd_shard *shard, const char *text, struct dd_error *error);

/* True where the input of that name belongs to the part: where the first eight
 * bytes of the SHA-256 of the name, as a number with the highest byte first,
 * leave number - 1 when divided by count. */
bool dd_shard_takes(const struct dd_shard *shard, const char *name);

#endif
