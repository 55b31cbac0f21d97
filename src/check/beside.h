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

/* *ret_path is the file, in the checker's arena, unless it is not known. Each
 * address is looked for once in a run. */
enum dd_beside dd_beside_find(
    struct dd_checker *checker, const char *address, const char **ret_path);

/* True where the document is there that such a page is made from, page.xml of
 * page.html. */
bool dd_beside_has_source(struct dd_checker *checker, const char *address);

#endif
