/* SPDX-License-Identifier: MIT */
/* Fills the tables of names. */
#ifndef DD_IMPORT_NAMES_READ_H
#define DD_IMPORT_NAMES_READ_H

#include "import/names.h"

/* Everything that names.h tells of, into empty tables with an arena. */
void dd_names_read(struct dd_names *names, const struct dd_house *house,
    const char *lang, const char *places);

#endif
