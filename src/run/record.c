/* SPDX-License-Identifier: MIT */
/* Owns: the form of records. Leaves what is in them to those who send them. */
#include "run/record.h"
#include <sodium.h>
#include <string.h>
#include "base/buffer.h"

static const char head_mark[8] = "DDrec\r\n\x1a",
		  foot_mark[8] = "END\r\nDD\x1a";

static void
put_number(unsigned char *at, uint64_t number)
{
	for (int i = 0; i < 8; i++)
		at[i] = (unsigned char)(number >> 8 * i);
}

static uint64_t
get_number(const unsigned char *at)
{
	uint64_t number = 0;

	for (int i = 7; i >= 0; i--)
		number = number << 8 | at[i];
	return number;
}

/* The sum of the bytes is keyed with that of the head, so it covers both. */
static void
make_foot(const unsigned char head[DD_RECORD_HEAD], const void *data,
    unsigned char foot[DD_RECORD_FOOT])
{
	unsigned char key[crypto_shorthash_KEYBYTES];

	memcpy(key, head + 8, sizeof key);
	crypto_shorthash(foot, data, (size_t)get_number(head + 16), key);
	memcpy(foot + crypto_shorthash_BYTES, foot_mark, sizeof foot_mark);
}

void
dd_record_head(uint64_t number, size_t len, unsigned char head[DD_RECORD_HEAD])
{
	memcpy(head, head_mark, sizeof head_mark);
	put_number(head + 8, number);
	put_number(head + 16, len);
}

void
dd_record_write(
    struct dd_buffer *out, uint64_t number, const void *data, size_t len)
{
	unsigned char head[DD_RECORD_HEAD], foot[DD_RECORD_FOOT];

	dd_record_head(number, len, head);
	make_foot(head, data, foot);
	dd_buffer_add(out, head, sizeof head);
	dd_buffer_add(out, data, len);
	dd_buffer_add(out, foot, sizeof foot);
}

enum dd_record_state
dd_record_read(const void *bytes, size_t len, size_t max,
    struct dd_record *ret_record, size_t *ret_size)
{
	const unsigned char *head = bytes;
	unsigned char foot[DD_RECORD_FOOT];
	size_t marked = len < sizeof head_mark ? len : sizeof head_mark, rest;

	if (memcmp(head, head_mark, marked) != 0)
		return DD_RECORD_WRONG;
	if (len < DD_RECORD_HEAD)
		return DD_RECORD_PART;
	if (get_number(head + 16) > max)
		return DD_RECORD_WRONG;
	rest = (size_t)get_number(head + 16);
	if (len - DD_RECORD_HEAD < rest ||
	    len - DD_RECORD_HEAD - rest < DD_RECORD_FOOT)
		return DD_RECORD_PART;
	make_foot(head, head + DD_RECORD_HEAD, foot);
	if (memcmp(foot, head + DD_RECORD_HEAD + rest, sizeof foot) != 0)
		return DD_RECORD_WRONG;
	*ret_record = (struct dd_record){
	    get_number(head + 8), (const char *)bytes + DD_RECORD_HEAD, rest};
	*ret_size = DD_RECORD_HEAD + rest + DD_RECORD_FOOT;
	return DD_RECORD_WHOLE;
}
