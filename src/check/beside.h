/* SPDX-License-Identifier: MIT */
/*
 * Files beside the document that relative addresses lead to. Only below the
 * document's folder: where a document comes from elsewhere, its addresses
 * must not tell what else is on this machine.
 */
#ifndef DD_CHECK_BESIDE_H
#define DD_CHECK_BESIDE_H

#include "check/rule.h"

enum dd_beside {
	DD_BESIDE_UNKNOWN, /* not relative, or its folder is not here at all */
	DD_BESIDE_MISSING, /* the folder is here, the file is not */
	DD_BESIDE_THERE,
};

/* *ret_path is the file, in the checker's arena, unless it is not known. A
 * query and a fragment do not count; `%20` and its like are decoded. */
enum dd_beside dd_beside_find(
    struct dd_checker *checker, const char *address, const char **ret_path);

/* The same name with another suffix, page.xml of page.html, in the checker's
 * arena; NULL where that file is not there. `path` comes from dd_beside_find. */
const char *dd_beside_twin(
    struct dd_checker *checker, const char *path, const char *suffix);

#endif
