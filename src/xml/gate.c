/* SPDX-License-Identifier: MIT */
/* The gate: size, then encoding, then the scan. */
#include "xml/gate.h"
#include "xml/gate_internal.h"
#include "base/memory.h"
#include "xml/limits.h"
#include "xml/source.h"

bool
dd_gate(const char *name, const void *bytes, size_t len,
    struct dd_source *ret_source, struct dd_sink *sink)
{
	struct dd_range start = {0, 0};

	*ret_source = (struct dd_source){.name = name};
	if (len > DD_LIMIT_INPUT) {
		ret_source->text = dd_strdup("");
		dd_report(sink, DD_ID_INPUT_LIMIT_SIZE, start,
		    "The file is larger than %d bytes.", DD_LIMIT_INPUT);
		return false;
	}
	if (!dd_gate_decode(bytes, len, ret_source, sink))
		return false;
	return dd_gate_scan(ret_source, sink);
}
