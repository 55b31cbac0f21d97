/* SPDX-License-Identifier: MIT */
/* Which files a worker reaches, and by which way they come. Each thing is tried
 * in a child of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <cmocka.h>
#include "run/sandbox.h"
#include "run/sandbox_internal.h"
#include "sandbox_child.h"

static int
open_passwd(const struct trial *trial)
{
	(void)trial;
	if (open("/etc/passwd", O_RDONLY) >= 0)
		return DONE;
	return errno == EACCES ? REFUSED : WRONG;
}

static int
open_zone(const struct trial *trial)
{
	char bytes[4] = "";
	int file = open("/usr/share/zoneinfo/Asia/Tokyo", O_RDONLY);

	(void)trial;
	return file >= 0 && read(file, bytes, 4) == 4 &&
		memcmp(bytes, "TZif", 4) == 0
	    ? DONE
	    : WRONG;
}

static int
write_file(const struct trial *trial)
{
	(void)trial;
	return open("/tmp/diplodoc-test-sandbox", O_WRONLY | O_CREAT, 0600) < 0
	    ? REFUSED
	    : DONE;
}

/* By every call that says whether something is there. */
static int
look_at_passwd(const struct trial *trial)
{
	static const char path[] = "/etc/passwd", nowhere[] = "/no/where";
	struct statx more;
	struct stat status;
	char target[16];
	int looks = 0;

	(void)trial;
	for (int i = 0; i < 2; i++) {
		const char *at = i ? nowhere : path;

		looks += stat(at, &status) == 0 || errno != EACCES;
		looks += lstat(at, &status) == 0 || errno != EACCES;
		looks += access(at, F_OK) == 0 || errno != EACCES;
		looks += open(at, O_RDONLY) >= 0 || errno != EACCES;
		looks += open(at, O_PATH) >= 0 || errno != EACCES;
		looks +=
		    readlink(at, target, sizeof target) >= 0 || errno != EACCES;
		looks += statx(AT_FDCWD, at, 0, STATX_SIZE, &more) == 0 ||
		    errno != EACCES;
	}
	looks += getcwd(target, sizeof target) != NULL || errno != EACCES;
	return looks > 0 ? DONE : REFUSED;
}

static const char *const zones[] = {"/usr/share/zoneinfo", "/nowhere"};
static const struct dd_sandbox_options readable = {
    .readable = zones, .readable_count = 2};

static void
test_no_file(void **state)
{
	(void)state;
	if (!have(DD_LAYER_LANDLOCK))
		return;
	assert_exit(run_plain(open_passwd), REFUSED);
	assert_exit(
	    run_child(&(struct trial){.options = readable, .act = open_passwd}),
	    REFUSED);
}

static void
test_zones_can_be_read(void **state)
{
	(void)state;
	if (!have(DD_LAYER_LANDLOCK))
		return;
	assert_exit(
	    run_child(&(struct trial){.options = readable, .act = open_zone}),
	    DONE);
	assert_exit(run_plain(open_zone), WRONG);
}

static void
test_no_path_is_looked_at(void **state)
{
	(void)state;
	if (have(DD_LAYER_SECCOMP))
		assert_exit(run_plain(look_at_passwd), REFUSED);
}

static void
test_no_file_is_written(void **state)
{
	int status;

	(void)state;
	if (!have(DD_LAYER_LANDLOCK))
		return;
	status =
	    run_child(&(struct trial){.options = readable, .act = write_file});
	if (DD_SANITIZED)
		assert_exit(status, REFUSED);
	else
		assert_killed(status, SIGSYS);
	assert_int_equal(access("/tmp/diplodoc-test-sandbox", F_OK), -1);
}

static int
take_message(const struct trial *trial)
{
	char byte;
	struct iovec part = {&byte, 1};
	struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};

	return recvmsg(trial->descriptor, &message, MSG_DONTWAIT) == 1 ? DONE
								       : WRONG;
}

/* Files come by the connection to the parent, and by no other. */
static void
test_messages_come_from_the_parent(void **state)
{
	int ends[2], keep[2];
	struct trial trial = {.act = take_message};

	(void)state;
	if (!have(DD_LAYER_SECCOMP))
		return;
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	assert_int_equal(write(ends[0], "x", 1), 1);
	keep[0] = ends[1];
	keep[1] = dup(ends[1]);
	trial.options.keep = keep;
	trial.options.keep_count = 2;
	trial.options.receive = keep[0];
	trial.descriptor = keep[1];
	assert_killed(run_child(&trial), SIGSYS);
	trial.options.receive = -1;
	assert_killed(run_child(&trial), SIGSYS);
	trial.options.receive = keep[1];
	assert_exit(run_child(&trial), DONE);
	close(ends[0]);
	close(keep[0]);
	close(keep[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_no_file),
	    cmocka_unit_test(test_zones_can_be_read),
	    cmocka_unit_test(test_no_path_is_looked_at),
	    cmocka_unit_test(test_no_file_is_written),
	    cmocka_unit_test(test_messages_come_from_the_parent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
