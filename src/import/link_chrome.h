/* SPDX-License-Identifier: MIT */
/* What sites put behind their links: "(PDF)", "(Open a New Window)". */
#ifndef DD_IMPORT_LINK_CHROME_H
#define DD_IMPORT_LINK_CHROME_H

#include "import/block.h"
#include "import/evidence.h"
#include "import/finder.h"

/* Takes it out of a block, unless nothing else stands there. */
void dd_link_chrome_drop(struct dd_block *block, struct dd_arena *arena,
    struct dd_finder *finder, struct dd_ledger *ledger);

#endif
