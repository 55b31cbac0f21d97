/* SPDX-License-Identifier: MIT */
/* From the words of the command line to the command that they name. */
#ifndef DD_CLI_DISPATCH_H
#define DD_CLI_DISPATCH_H

struct dd_console;

/* Runs what `argv` asks for, as main() gets it, and flushes standard output.
 * Returns the exit code (enum dd_exit). */
int dd_dispatch(struct dd_console *console, int argc, char **argv);

#endif
