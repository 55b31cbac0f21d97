/* SPDX-License-Identifier: MIT */
/* The functions that rules of a house may call, beside those of XPath. */
#ifndef DD_CHECK_SCHEMATRON_FUNCTION_H
#define DD_CHECK_SCHEMATRON_FUNCTION_H

#include "check/regex.h"
#include "xml/xpath.h"

struct dd_zone_db;

/* What they keep from call to call. */
struct dd_functions {
	struct dd_regex_cache patterns;
	struct dd_zone_db *zones; /* borrowed */
};

/* All of them, ended by one without a name. */
extern const struct dd_xpath_function dd_functions[];

struct dd_functions *dd_functions_new(struct dd_zone_db *zones);
void dd_functions_free(struct dd_functions *functions);

#endif
