/* SPDX-License-Identifier: MIT */
/* Gives a target the inputs in the files named, one by one, without libFuzzer. */
#include <stdio.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "lib/fuzz.h"
#include "xml/limits.h"

int
main(int argc, char **argv)
{
	struct dd_error error = {0};
	struct dd_buffer bytes;

	for (int i = 1; i < argc; i++) {
		dd_buffer_init(&bytes, 0);
		if (dd_file_read(argv[i], DD_LIMIT_INPUT, &bytes, &error) < 0)
			fuzz_fail("%s", error.text);
		fprintf(stderr, "%s\n", argv[i]);
		LLVMFuzzerTestOneInput((const uint8_t *)bytes.data, bytes.len);
		dd_buffer_release(&bytes);
	}
	return 0;
}
