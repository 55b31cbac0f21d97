/* SPDX-License-Identifier: MIT */
/* Lines in which houses say who publishes and whom to ask: attributions, city
 * lines, issuer blocks, labelled captions, contacts. */
#ifndef DD_IMPORT_OUTLINE_HOUSE_H
#define DD_IMPORT_OUTLINE_HOUSE_H

#include <stdbool.h>
#include "import/names.h"
#include "import/outline.h"

/* An e-mail address, as the schema has it and no part of another word. */
#define DD_IMPORT_MAIL                                                         \
	"(?<![\\w.+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?!"  \
	"\\w)"

struct dd_house_reader {
	struct dd_finder *finder; /* borrowed, as all below */
	struct dd_ledger *ledger;
	const struct dd_names *names;
	bool in_tail; /* behind a row of dots */
};

/* True for a line in front of the lead that it has placed. */
bool dd_house_read_head(struct dd_outline *outline,
    const struct dd_block *block, struct dd_house_reader *reader);

/* The same behind the lead. */
bool dd_house_read_tail(struct dd_outline *outline,
    const struct dd_block *block, struct dd_house_reader *reader);

#endif
