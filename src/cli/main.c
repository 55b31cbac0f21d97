/* SPDX-License-Identifier: MIT */
/* Owns: the process. Leaves what is done to dispatch.c and the commands. */
#include <signal.h>
#include "cli/console.h"
#include "cli/dispatch.h"

int
main(int argc, char **argv)
{
	struct dd_console console;
	int status;

	/* A closed pipe is an error of write() that is told, exit code 5. */
	signal(SIGPIPE, SIG_IGN);
	/* So is a file over a limit on its size. */
	signal(SIGXFSZ, SIG_IGN);
	dd_console_init(&console);
	status = dd_console_close(&console, dd_dispatch(&console, argc, argv));
	dd_console_release(&console);
	return status;
}
