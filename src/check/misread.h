/* SPDX-License-Identifier: MIT */
/* Characters that went through a wrong encoding: UTF-8 read as windows-1252 or
 * ISO-8859-1. */
#ifndef DD_CHECK_MISREAD_H
#define DD_CHECK_MISREAD_H

#include <stddef.h>
#include "model/prose.h"

/* The bytes of the text at `at` that were one character, or 0. Rules about
 * single characters step over them: they are a fault already. */
size_t dd_misread_measure(const struct dd_prose *prose, size_t at);

/* The bytes of one character at `at`, or of what one became. */
size_t dd_misread_step(const struct dd_prose *prose, size_t at);

#endif
