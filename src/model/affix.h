/* SPDX-License-Identifier: MIT */
/*
 * The rules by which a Hunspell dictionary makes words of its stems: its file
 * `.aff`. Only what is understood wholly is taken: where a file asks for
 * anything else, none of its rules may be used.
 */
#ifndef DD_MODEL_AFFIX_H
#define DD_MODEL_AFFIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/buffer.h"

/* Bytes of a file; not terminated. */
struct dd_span {
	const char *text;
	size_t len;
};

/* "Takes `strip` off a stem that fits `condition`, and puts `add` there." */
struct dd_affix {
	struct dd_span strip, add, condition;
	struct dd_span flags; /* which other affixes the new word takes */
	uint16_t flag;	      /* stems that take it have this one */
	bool crosses;	      /* a prefix and a suffix may stand together */
	uint32_t next;	      /* of the same bucket: index + 1; 0: the last */
};

enum { DD_AFFIX_BUCKETS = 1024 };

struct dd_affixes {
	struct dd_buffer text; /* of the file */
	bool full_strip;       /* a stem may be stripped of all its letters */
	bool long_flags;       /* a flag has two bytes, not one */
	uint16_t forbidden, need_affix, only_compound, circumfix; /* 0: none */
	struct dd_affix *all;
	size_t count, cap;
	uint32_t prefixes;		     /* index + 1; 0: none */
	uint32_t suffixes[DD_AFFIX_BUCKETS]; /* by dd_affix_bucket() */
};

/* False where the file cannot be read or asks for what is not understood. To
 * be released either way. */
bool dd_affixes_read(struct dd_affixes *affixes, const char *path);
void dd_affixes_release(struct dd_affixes *affixes);

/* The bucket of suffixes whose last bytes are those of text[0, len), of which
 * the last two count. */
size_t dd_affix_bucket(const char *text, size_t len);

/* True where `flags` has that one. */
bool dd_affixes_flagged(
    const struct dd_affixes *affixes, struct dd_span flags, uint16_t flag);

/* True where the stem's end, or its beginning, is as the rule wants it. */
bool dd_affix_fits_end(const struct dd_affix *affix, struct dd_span stem);
bool dd_affix_fits_start(const struct dd_affix *affix, struct dd_span stem);

#endif
