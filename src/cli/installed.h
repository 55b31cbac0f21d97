/* SPDX-License-Identifier: MIT */
/* What stands beside this program. */
#ifndef DD_CLI_INSTALLED_H
#define DD_CLI_INSTALLED_H

/* The address of the schema of summaries: a URL of the file that is installed
 * with the program, or of the one in its source tree. NULL where there is none,
 * or where its path cannot stand in a URL as it is. The caller frees. */
char *dd_installed_schema(void);

#endif
