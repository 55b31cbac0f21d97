/* SPDX-License-Identifier: MIT */
/*
 * Files that other files name, and who opens them. Which of them may be opened
 * is decided by what they are for, here for every process. A process that has
 * given up its rights to files asks another one, by the same request.
 */
#ifndef DD_BASE_FILES_H
#define DD_BASE_FILES_H

#include <stddef.h>
#include <sys/stat.h>

struct dd_buffer;
struct dd_error;

enum { DD_FILE_PATH = 4096 }; /* bytes of a path with its end */

enum dd_file_kind {
	/* A path that the run itself names. */
	DD_FILE_RUN,
	/* The house for the document `from`: the nearest diplodoc-house.xml, in
	 * its folder, in house/ there, or in the same way above. No name. */
	DD_FILE_HOUSE,
	/* Rules: a path from the folder of `from` that does not lead out of that
	 * of the file `inside` (NULL: `from`), by a symbolic link either. */
	DD_FILE_RULES,
	/* What an address in the document `from` leads to, below its folder:
	 * whether it is there, the picture, or the document that a page is made
	 * from, page.xml of page.html. A query and a fragment do not count; `%20`
	 * and its like are decoded. */
	DD_FILE_LINKED,
	DD_FILE_PICTURE,
	DD_FILE_EDITION,
	/* A time zone of the folder `from`. */
	DD_FILE_ZONE,
	DD_FILE_KINDS, /* how many there are */
};

struct dd_file_request {
	enum dd_file_kind kind;
	const char *from, *name, *inside; /* NULL where the kind has none */
};

struct dd_file {
	/* 0, or why there is none to be read: ENOENT; EXDEV where it leads out of
	 * a folder; EINVAL for an address that leads to no place below. */
	int error;
	int fd; /* -1 for what is no regular file, or only asked for */
	struct stat status;	 /* all zero where nothing is there */
	char path[DD_FILE_PATH]; /* "" where no place is meant */
	char real[DD_FILE_PATH]; /* of houses and rules; else "" */
};

/* Who opens files for this process; all zero: it does so itself. */
struct dd_files {
	void (*open)(void *context, const struct dd_file_request *request,
	    struct dd_file *ret_file);
	void *context;
};

/* Fills *ret_file, which is to be closed. `files` may be NULL. Never waits for a
 * pipe or a device. */
void dd_file_open(const struct dd_files *files,
    const struct dd_file_request *request, struct dd_file *ret_file);
void dd_file_close(struct dd_file *file);

/* Reads it whole, as dd_file_read does, and closes it; `name` is the one in
 * messages. */
int dd_file_take(struct dd_file *file, const char *name, size_t max,
    struct dd_buffer *out, struct dd_error *error);

#endif
