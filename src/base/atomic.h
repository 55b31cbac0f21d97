/* SPDX-License-Identifier: MIT */
/*
 * A file that is written beside another one and takes its place at the end. A
 * reader sees the old bytes or the new ones, never a mixture, also where the
 * process or the machine dies.
 */
#ifndef DD_BASE_ATOMIC_H
#define DD_BASE_ATOMIC_H

#include <stddef.h>
#include <sys/types.h>

struct dd_error;

/* Everything happens inside one open folder. */
struct dd_atomic {
	const char *path; /* as shown to people; borrowed */
	const char *base; /* its last part */
	int dir;	  /* borrowed where it was given, else owned */
	int own_dir;	  /* the same, where it is to be closed, or -1 */
	int fd;
	mode_t mode; /* of the file that is replaced; 0: there is none */
	char temp[64];
	struct dd_atomic *next; /* of those that are open in this process */
};

/* Opens an empty temporary file for the file `path`, which must live on. `dir`
 * is an open folder that its last part stands in, or -1: look for it, and take
 * away first what killed processes have left there. A symbolic
 * link at `path` is refused, and so is what is no regular file. The mode is
 * 0666 less the umask, or that of the file replaced. Returns 0 or DD_E_OUTPUT;
 * behind 0 commit or abandon, and until then `file` stays where it is: where
 * memory runs out, the temporary file goes with the process. */
int dd_atomic_begin(
    struct dd_atomic *file, int dir, const char *path, struct dd_error *error);

/* Adds bytes. Returns 0 or DD_E_OUTPUT. */
int dd_atomic_add(struct dd_atomic *file, const void *data, size_t len,
    struct dd_error *error);

/* Syncs the file and renames it into its place. Returns 0, or DD_E_OUTPUT: then
 * the old file stays and the temporary one is gone. The folder must be synced
 * before the new name is safe: dd_atomic_sync; one that was looked for is. */
int dd_atomic_commit(struct dd_atomic *file, struct dd_error *error);
void dd_atomic_abandon(struct dd_atomic *file);

/* All of it at once; `dir` as above. Returns 0 or DD_E_OUTPUT. */
int dd_atomic_write(int dir, const char *path, const void *data, size_t len,
    struct dd_error *error);

/* Makes the names in an open folder, shown as `path`, last. Some file systems
 * cannot, and that is no error. Returns 0 or DD_E_OUTPUT. */
int dd_atomic_sync(int dir, const char *path, struct dd_error *error);

/* Removes temporary files that nobody writes any more: those of processes that
 * were killed. Cost: reads the open folder once. */
void dd_atomic_sweep(int dir);

#endif
