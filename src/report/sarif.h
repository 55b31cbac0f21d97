/* SPDX-License-Identifier: MIT */
/* One SARIF log on its way; shared by the files sarif*.c alone. */
#ifndef DD_REPORT_SARIF_H
#define DD_REPORT_SARIF_H

#include <stdbool.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "base/table.h"
#include "report/emitter.h"
#include "report/finding.h"

struct dd_sarif {
	struct dd_emitter to;
	struct dd_emitter note_to; /* into `notes`: what is no result */
	struct dd_buffer notes;
	struct dd_fingerprints prints;
	struct dd_table rules; /* by id, in the order of the rules array */
	struct dd_arena arena;
	const struct dd_messages *messages;
	bool compared; /* every result then says whether it is new */
};

void dd_sarif_emit_message(struct dd_emitter *to, const char *text);

/* "physicalLocation" of a file; `place` NULL: of the file as a whole. */
void dd_sarif_emit_location(struct dd_emitter *to, const char *file,
    const struct diplodoc_place *place);

void dd_sarif_emit_result(struct dd_sarif *sarif, const char *file,
    const struct diplodoc_diagnostic *finding);

/* "error", "warning" or "note". */
const char *dd_sarif_level(const char *level);

#endif
