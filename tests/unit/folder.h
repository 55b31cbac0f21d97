/* SPDX-License-Identifier: MIT */
/* A folder of its own for a test, and what a file in it must hold. */
#ifndef DD_TEST_FOLDER_H
#define DD_TEST_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"

static inline int
enter_folder(void **state)
{
	char folder[] = "/tmp/diplodoc-test-XXXXXX";

	(void)state;
	return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

/* Removes the folder with all there is. */
static inline int
leave_folder(void **state)
{
	char folder[256], command[300];

	(void)state;
	if (!getcwd(folder, sizeof folder) || chdir("/") != 0)
		return -1;
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	return system(command);
}

static inline void
expect_content(const char *path, const char *content)
{
	struct dd_buffer b;

	dd_buffer_init(&b, 0);
	assert_int_equal(dd_file_read(path, 100000, &b, NULL), DD_OK);
	assert_string_equal(b.data, content);
	dd_buffer_release(&b);
}

#define IN_FOLDER(test)                                                        \
	cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

#endif
