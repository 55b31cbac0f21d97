/* SPDX-License-Identifier: MIT */
/*
 * Descriptors and Landlock: what of the file system a worker can reach. The
 * kernel's interface stands here in its own words, so that an older header
 * builds a program that uses a newer kernel.
 */
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <unistd.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include "run/sandbox.h"
#include "run/sandbox_internal.h"

/* --- descriptors ---------------------------------------------------------- */

/* From kernel 5.9; before, one by one, as far as that is not too many. */
static bool
close_all(unsigned first, unsigned last)
{
	enum { MOST = 65536 };
	struct rlimit limit;
	unsigned end;

	if (first > last || close_range(first, last, 0) == 0)
		return true;
	if (getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur > MOST)
		return false;
	end = last < limit.rlim_cur ? last : (unsigned)limit.rlim_cur;
	for (unsigned i = first; i <= end; i++)
		close((int)i);
	return true;
}

/* The smallest kept descriptor that is at least `from`; UINT_MAX: none. */
static unsigned
next_kept(const struct dd_sandbox_options *options, unsigned from)
{
	unsigned best = UINT_MAX;

	for (size_t i = 0; i < options->keep_count; i++) {
		unsigned kept = (unsigned)options->keep[i];

		if (kept >= from && kept < best)
			best = kept;
	}
	return best;
}

bool
dd_sandbox_close(const struct dd_sandbox_options *options)
{
	unsigned first = 0, kept;
	bool done = true;

	while ((kept = next_kept(options, first)) != UINT_MAX) {
		if (kept > 0)
			done = close_all(first, kept - 1) && done;
		first = kept + 1;
	}
	done = close_all(first, UINT_MAX) && done;
	/* A file opened later must not become the standard output. */
	for (int i = 0; i <= STDERR_FILENO; i++)
		if (fcntl(i, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0)
			break;
	return done;
}

/* --- Landlock ------------------------------------------------------------- */

#ifndef __NR_landlock_create_ruleset
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_add_rule 445
#define __NR_landlock_restrict_self 446
#endif

enum {
	CREATE_RULESET_VERSION = 1,
	RULE_PATH_BENEATH = 1,
	READ_FILE = 1 << 2,
	BIND_AND_CONNECT_TCP = 3,
	ABSTRACT_SOCKETS_AND_SIGNALS = 3,
};

struct ruleset {
	uint64_t files;	  /* rights to files, from version 1 */
	uint64_t network; /* from version 4 */
	uint64_t scoped;  /* from version 6 */
};

struct path_beneath {
	uint64_t allowed;
	int32_t parent;
} __attribute__((packed));

/* The rights that a version of the interface knows; ret_size: bytes of it. */
static struct ruleset
get_rights(long version, size_t *ret_size)
{
	/* How many rights to files: reading, writing, making and removing;
	 * renaming from 2, truncating from 3, control of devices from 5. */
	static const unsigned char files[] = {0, 13, 14, 15, 15, 16};
	enum { LAST = sizeof files - 1 };
	struct ruleset rights = {
	    .files = (1u << files[version < LAST ? version : LAST]) - 1};

	*ret_size = sizeof rights.files;
	if (version >= 4) {
		rights.network = BIND_AND_CONNECT_TCP;
		*ret_size += sizeof rights.network;
	}
	if (version >= 6) {
		rights.scoped = ABSTRACT_SOCKETS_AND_SIGNALS;
		*ret_size += sizeof rights.scoped;
	}
	return rights;
}

/* What is not there cannot be read, and needs no rule. */
static bool
allow_reading(int ruleset, const char *path)
{
	struct path_beneath rule = {
	    .parent = open(path, O_PATH | O_CLOEXEC),
	    .allowed = READ_FILE,
	};
	long result;

	if (rule.parent < 0)
		return true;
	result = syscall(
	    __NR_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0);
	close(rule.parent);
	return result == 0;
}

bool
dd_sandbox_landlock(const struct dd_sandbox_options *options)
{
	long version = syscall(
	    __NR_landlock_create_ruleset, NULL, 0, CREATE_RULESET_VERSION);
	struct ruleset rights;
	bool done = true;
	size_t size;
	int ruleset;

	if (version < 1)
		return false;
	rights = get_rights(version, &size);
	ruleset = (int)syscall(__NR_landlock_create_ruleset, &rights, size, 0);
	if (ruleset < 0)
		return false;
	for (size_t i = 0; i < options->readable_count; i++)
		done = allow_reading(ruleset, options->readable[i]) && done;
	done = syscall(__NR_landlock_restrict_self, ruleset, 0) == 0 && done;
	close(ruleset);
	return done;
}
