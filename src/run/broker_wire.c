/* SPDX-License-Identifier: MIT */
/* Owns: the form of requests and answers. Leaves what is granted to broker.c. */
#include "run/broker_wire.h"
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

/* --- requests: the kind, and two texts, each there or not ------------------ */

static bool
put(char *out, size_t size, size_t *at, const char *text)
{
	size_t len = text ? strlen(text) + 1 : 0;

	if (*at + 1 + len > size)
		return false;
	out[(*at)++] = text != NULL;
	if (text)
		memcpy(out + *at, text, len);
	*at += len;
	return true;
}

size_t
dd_broker_put_request(
    const struct dd_file_request *request, char *out, size_t size)
{
	size_t at = 0;

	out[at++] = (char)request->kind;
	return put(out, size, &at, request->from) &&
		put(out, size, &at, request->name)
	    ? at
	    : 0;
}

static bool
get(const char *bytes, size_t len, size_t *at, const char **ret_text)
{
	const char *text = bytes + *at + 1, *end;

	*ret_text = NULL;
	if (*at >= len)
		return false;
	if (bytes[(*at)++] == 0)
		return true;
	end = memchr(bytes + *at, '\0', len - *at);
	if (!end)
		return false;
	*ret_text = text;
	*at = (size_t)(end + 1 - bytes);
	return true;
}

bool
dd_broker_get_request(
    const char *bytes, size_t len, struct dd_file_request *ret_request)
{
	size_t at = 1;

	if (len < 1 || (unsigned char)bytes[0] >= DD_FILE_KINDS)
		return false;
	*ret_request =
	    (struct dd_file_request){.kind = (enum dd_file_kind)bytes[0]};
	return get(bytes, len, &at, &ret_request->from) &&
	    get(bytes, len, &at, &ret_request->name) && at == len;
}

/* --- answers: what is known of the file, its two paths, the file itself ---- */

struct head {
	int error;
	struct stat status;
	unsigned short path, real; /* bytes, with their ends */
};

/* Room for one descriptor beside the bytes. */
union control {
	char bytes[CMSG_SPACE(sizeof(int))];
	struct cmsghdr align;
};

static void
attach(struct msghdr *message, union control *control, int fd)
{
	struct cmsghdr *head;

	message->msg_control = control->bytes;
	message->msg_controllen = sizeof control->bytes;
	head = CMSG_FIRSTHDR(message);
	head->cmsg_level = SOL_SOCKET;
	head->cmsg_type = SCM_RIGHTS;
	head->cmsg_len = CMSG_LEN(sizeof fd);
	memcpy(CMSG_DATA(head), &fd, sizeof fd);
}

bool
dd_broker_send_file(int fd, const struct dd_file *file)
{
	struct head head = {.error = file->error, .status = file->status};
	struct iovec parts[] = {{&head, sizeof head},
	    {(char *)file->path, strlen(file->path) + 1},
	    {(char *)file->real, strlen(file->real) + 1}};
	struct msghdr message = {.msg_iov = parts, .msg_iovlen = 3};
	union control control = {.align = {0}};
	ssize_t put;

	head.path = (unsigned short)parts[1].iov_len;
	head.real = (unsigned short)parts[2].iov_len;
	if (file->fd >= 0)
		attach(&message, &control, file->fd);
	do
		put = sendmsg(fd, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
	while (put < 0 && errno == EINTR);
	return put >= 0;
}

static int
detach(struct msghdr *message)
{
	struct cmsghdr *head = CMSG_FIRSTHDR(message);
	int fd = -1;

	if (head && head->cmsg_type == SCM_RIGHTS)
		memcpy(&fd, CMSG_DATA(head), sizeof fd);
	return fd;
}

bool
dd_broker_receive_file(int fd, struct dd_file *ret_file)
{
	char paths[2 * DD_FILE_PATH];
	struct head head;
	struct iovec parts[] = {{&head, sizeof head}, {paths, sizeof paths}};
	union control control;
	struct msghdr message = {
	    .msg_iov = parts,
	    .msg_iovlen = 2,
	    .msg_control = control.bytes,
	    .msg_controllen = sizeof control.bytes,
	};
	ssize_t got;

	do
		got = recvmsg(fd, &message, MSG_CMSG_CLOEXEC);
	while (got < 0 && errno == EINTR);
	if (got < (ssize_t)sizeof head)
		return false;
	ret_file->fd = detach(&message);
	ret_file->error = head.error;
	ret_file->status = head.status;
	memcpy(ret_file->path, paths, head.path);
	memcpy(ret_file->real, paths + head.path, head.real);
	return true;
}
