/* SPDX-License-Identifier: MIT */
/* Which language the messages come in. */
#ifndef DD_CLI_LANGUAGE_H
#define DD_CLI_LANGUAGE_H

/* A tag of dd_messages_tag, by the variables that gettext looks at: LC_ALL,
 * LC_MESSAGES or LANG, the first one that is set, names a locale. Unless that
 * is C or POSIX, LANGUAGE may list others that are wanted rather. English where
 * nothing fits. */
const char *dd_language_wanted(void);

#endif
