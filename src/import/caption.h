/* SPDX-License-Identifier: MIT */
/* Captions without the marks and counters that stand around them. */
#ifndef DD_IMPORT_CAPTION_H
#define DD_IMPORT_CAPTION_H

#include "import/outline.h"

/* Narrows each line of a list to its words: "(Photo 2) The table", and "Summit
 * Meeting2" where others or the title are called so too. A line without words is
 * taken out. */
void dd_caption_read(struct dd_line **captions, struct dd_line *title,
    struct dd_finder *finder, struct dd_ledger *ledger);

#endif
