/* SPDX-License-Identifier: MIT */
/* Records between processes: nothing but a whole one is taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "run/record.h"

enum { MAX = 1000 };

/* Exactly as long as it is, so that a sanitizer sees what reads behind it. */
static enum dd_record_state
read_copy(const char *bytes, size_t len, struct dd_record *record)
{
	char *copy = malloc(len + !len);
	enum dd_record_state state;
	size_t size;

	memcpy(copy, bytes, len);
	state = dd_record_read(copy, len, MAX, record, &size);
	free(copy);
	return state;
}

static void
write_one(struct dd_buffer *out)
{
	dd_buffer_init(out, 0);
	dd_record_write(out, 70000, "what was\0found", 14);
}

static void
test_there_and_back(void **state)
{
	struct dd_record record;
	struct dd_buffer bytes;
	size_t size;

	(void)state;
	write_one(&bytes);
	dd_record_write(&bytes, 3, "", 0);
	assert_int_equal(
	    dd_record_read(bytes.data, bytes.len, MAX, &record, &size),
	    DD_RECORD_WHOLE);
	assert_int_equal(record.number, 70000);
	assert_int_equal(record.len, 14);
	assert_memory_equal(record.data, "what was\0found", 14);
	assert_int_equal(dd_record_read(bytes.data + size, bytes.len - size,
			     MAX, &record, &size),
	    DD_RECORD_WHOLE);
	assert_int_equal(record.number, 3);
	assert_int_equal(record.len, 0);
	dd_buffer_release(&bytes);
}

static void
test_cut(void **state)
{
	struct dd_record record;
	struct dd_buffer bytes;

	(void)state;
	write_one(&bytes);
	for (size_t len = 0; len < bytes.len; len++)
		assert_int_equal(
		    read_copy(bytes.data, len, &record), DD_RECORD_PART);
	dd_buffer_release(&bytes);
}

/* A length that has grown waits for more; nothing else is taken for a part. */
static void
test_flipped(void **state)
{
	struct dd_record record;
	struct dd_buffer bytes;

	(void)state;
	write_one(&bytes);
	for (size_t at = 0; at < bytes.len; at++)
		for (int bit = 0; bit < 8; bit++) {
			enum dd_record_state got;

			bytes.data[at] ^= (char)(1 << bit);
			got = read_copy(bytes.data, bytes.len, &record);
			bytes.data[at] ^= (char)(1 << bit);
			assert_int_not_equal(got, DD_RECORD_WHOLE);
			if (at < 16 || at >= DD_RECORD_HEAD)
				assert_int_equal(got, DD_RECORD_WRONG);
		}
	dd_buffer_release(&bytes);
}

static void
test_too_long(void **state)
{
	unsigned char head[DD_RECORD_HEAD];
	struct dd_record record;

	(void)state;
	dd_record_head(1, MAX, head);
	assert_int_equal(
	    read_copy((char *)head, sizeof head, &record), DD_RECORD_PART);
	dd_record_head(1, MAX + 1, head);
	assert_int_equal(
	    read_copy((char *)head, sizeof head, &record), DD_RECORD_WRONG);
	dd_record_head(1, SIZE_MAX, head);
	assert_int_equal(
	    read_copy((char *)head, sizeof head, &record), DD_RECORD_WRONG);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_there_and_back),
	    cmocka_unit_test(test_cut),
	    cmocka_unit_test(test_flipped),
	    cmocka_unit_test(test_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
