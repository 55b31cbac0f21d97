/* SPDX-License-Identifier: MIT */
/* Owns: digests. Leaves what they prove to its callers. */
#include "base/digest.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <sodium.h>
#include "base/error.h"

enum { CHUNK = 64 * 1024 }; /* bytes that are read at once */

void
dd_digest_init(struct dd_digest *digest)
{
	crypto_hash_sha256_init(&digest->state);
}

void
dd_digest_add(struct dd_digest *digest, const void *data, size_t len)
{
	crypto_hash_sha256_update(&digest->state, data, len);
}

void
dd_digest_text(struct dd_digest *digest, const char *text)
{
	if (text)
		dd_digest_add(digest, text, strlen(text) + 1);
	else
		dd_digest_add(digest, "\xFF", 2); /* no text begins so */
}

void
dd_digest_end(struct dd_digest *digest, char out[DD_DIGEST_SIZE])
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final(&digest->state, hash);
	sodium_bin2hex(out, DD_DIGEST_SIZE, hash, sizeof(hash));
}

void
dd_digest_of(const void *data, size_t len, char out[DD_DIGEST_SIZE])
{
	struct dd_digest digest;

	dd_digest_init(&digest);
	dd_digest_add(&digest, data, len);
	dd_digest_end(&digest, out);
}

/* Returns 0, or -1 with errno. */
static int
add_file(struct dd_digest *digest, int fd)
{
	unsigned char chunk[CHUNK];
	ssize_t got;

	for (;;) {
		got = read(fd, chunk, sizeof(chunk));
		if (got > 0)
			dd_digest_add(digest, chunk, (size_t)got);
		else if (got == 0 || errno != EINTR)
			return (int)got;
	}
}

int
dd_digest_file(
    const char *path, char out[DD_DIGEST_SIZE], struct dd_error *error)
{
	/* O_NONBLOCK: opening a FIFO must not wait for its writer. */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct dd_digest digest;
	struct stat info;
	int result = DD_OK;

	dd_digest_init(&digest);
	if (fd >= 0 && fstat(fd, &info) == 0 && !S_ISREG(info.st_mode))
		result = dd_error_set(
		    error, DD_E_INPUT, "`%s` is not a regular file.", path);
	else if (fd < 0 || add_file(&digest, fd) < 0)
		result = dd_error_set(error, DD_E_INPUT,
		    "`%s` cannot be read: %s.", path, strerror(errno));
	else
		dd_digest_end(&digest, out);
	if (fd >= 0)
		close(fd);
	return result;
}
