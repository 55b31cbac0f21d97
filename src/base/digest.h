/* SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4) of bytes and files, in hexadecimal digits. */
#ifndef DD_BASE_DIGEST_H
#define DD_BASE_DIGEST_H

#include <stddef.h>
#include <sodium/crypto_hash_sha256.h>

struct dd_error;

enum { DD_DIGEST_SIZE = 65 }; /* 64 digits and NUL */

struct dd_digest {
	crypto_hash_sha256_state state;
};

void dd_digest_init(struct dd_digest *digest);
void dd_digest_add(struct dd_digest *digest, const void *data, size_t len);
/* A text and its end, so that "a", "b" is not "ab"; NULL is not "". */
void dd_digest_text(struct dd_digest *digest, const char *text);
/* Writes the digits of all that was added. */
void dd_digest_end(struct dd_digest *digest, char out[DD_DIGEST_SIZE]);

/* All of it at once. */
void dd_digest_of(const void *data, size_t len, char out[DD_DIGEST_SIZE]);

/* Of a regular file, read piece by piece. Returns 0 or DD_E_INPUT. */
int dd_digest_file(
    const char *path, char out[DD_DIGEST_SIZE], struct dd_error *error);

#endif
