/* SPDX-License-Identifier: MIT */
/* What workers and their parent send each other about files. Both are the same
 * program, so numbers are as they are in memory; lengths are trusted by nobody. */
#ifndef DD_RUN_BROKER_WIRE_H
#define DD_RUN_BROKER_WIRE_H

#include <stdbool.h>
#include "base/files.h"

/* Bytes of a request, 0 where it would be too long. `inside` is not sent: the
 * parent knows better. */
size_t dd_broker_put_request(
    const struct dd_file_request *request, char *out, size_t size);

/* Reads one; the texts stay in the bytes. False where it is none. */
bool dd_broker_get_request(
    const char *bytes, size_t len, struct dd_file_request *ret_request);

/* Sends a file, which stays open here, or the error in it. False where it
 * cannot be sent at once. */
bool dd_broker_send_file(int fd, const struct dd_file *file);

/* Waits for one. False where none comes. */
bool dd_broker_receive_file(int fd, struct dd_file *ret_file);

#endif
