/* SPDX-License-Identifier: MIT */
/*
 * What the program says, in other languages than English: catalogues as GNU
 * gettext compiles them (.mo), in which the English text is the key. What is
 * not translated stays English. There is no state but in the struct: the
 * language is the caller's choice, and never that of the process.
 */
#ifndef DD_BASE_MESSAGES_H
#define DD_BASE_MESSAGES_H

#include <stdbool.h>
#include <stddef.h>

struct dd_error;

/* Marks a text for the catalogues that dd_message is given later on. */
#define N_(text) (text)

/* One catalogue; zeroed, or NULL wherever one is asked for: English. */
struct dd_messages {
	const char *language;	   /* a tag of BCP 47: "ja"; borrowed */
	const unsigned char *data; /* of the file; borrowed */
	bool big_endian;
	size_t count;			/* messages */
	size_t originals, translations; /* offsets of the two tables */
};

/* Reads a catalogue of `len` bytes, which must live as long as it is used. All
 * of it is tested here, so that a broken file is never looked into. Returns 0, or
 * DD_E_USAGE and leaves *messages as it is. */
int dd_messages_read(struct dd_messages *messages, const char *language,
    const void *data, size_t len, struct dd_error *error);

/* The built-in catalogue of a language; empty for "en". DD_E_USAGE, with the
 * list of those that are there, for any other: *messages stays as it is. */
int dd_messages_open(
    struct dd_messages *messages, const char *language, struct dd_error *error);

/* The tags one by one, "en" first, then NULL; they live forever. */
const char *dd_messages_tag(size_t index);

/* The language that the texts come in, "en" where there is no catalogue. */
const char *dd_messages_language(const struct dd_messages *messages);

/* The translation of a text, or the text. A format comes back as one that takes
 * the same arguments: this is tested when a catalogue is compiled. */
const char *dd_message(const struct dd_messages *messages, const char *text)
    __attribute__((format_arg(2)));

#endif
