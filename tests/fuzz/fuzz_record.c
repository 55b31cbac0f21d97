/* SPDX-License-Identifier: MIT */
/*
 * What processes send each other, and what a journal keeps: frames, findings of
 * a document, entries. The first byte of an input says which; what is behind it
 * is read as one, and written as one and read again. A frame that was cut or
 * changed in a bit is refused, and any findings can be reported.
 */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "cli/entry.h"
#include "cli/journal.h"
#include "lib/fuzz.h"
#include "lib/reports.h"
#include "run/record.h"

enum { MOST = 1 << 16, BASE64 = sodium_base64_VARIANT_ORIGINAL_NO_PADDING };

/* --- frames ---------------------------------------------------------------- */

static void
read_frame(const char *bytes, size_t len)
{
	struct dd_record record;
	struct dd_buffer again;
	size_t size;

	if (dd_record_read(bytes, len, MOST, &record, &size) != DD_RECORD_WHOLE)
		return;
	dd_buffer_init(&again, 0);
	dd_record_write(&again, record.number, record.data, record.len);
	if (size > len || again.len != size ||
	    memcmp(again.data, bytes, size) != 0)
		fuzz_fail("a frame is not what is written for it");
	dd_buffer_release(&again);
}

/* Two bytes choose where a frame is damaged; the rest is its content. */
static void
write_frame(const uint8_t *data, size_t len)
{
	size_t at = (size_t)data[0] << 8 | data[1], size;
	struct dd_record record;
	struct dd_buffer frame;

	dd_buffer_init(&frame, 0);
	dd_record_write(&frame, at, data + 2, len - 2);
	dd_buffer_puts(&frame, "more");
	if (dd_record_read(frame.data, frame.len, MOST, &record, &size) !=
		DD_RECORD_WHOLE ||
	    size + 4 != frame.len || record.number != at ||
	    record.len != len - 2 ||
	    memcmp(record.data, data + 2, record.len) != 0)
		fuzz_fail("a frame is not read as it was written");
	if (dd_record_read(frame.data, at % size, MOST, &record, &size) !=
	    DD_RECORD_PART)
		fuzz_fail("a frame that was cut is not waited for");
	frame.data[at / 8 % size] ^= (char)(1 << at % 8);
	if (dd_record_read(frame.data, frame.len, MOST, &record, &size) ==
	    DD_RECORD_WHOLE)
		fuzz_fail("a damaged frame is accepted");
	dd_buffer_release(&frame);
}

/* --- findings -------------------------------------------------------------- */

/* The findings of a record, as a record again; NULL where it is none. */
static char *
replay(const char *bytes, size_t len, size_t *ret_len)
{
	static const char summary[] =
	    "<a>\n\t<b c='\xC3\xA9'/>\r\n\xE5\xA4\x96 and "
	    "\xF0\x9F\x98\x80\n</a>\n";
	struct diplodoc_document *document = diplodoc_replay(fuzz_context(),
	    "input", NULL, summary, strlen(summary), bytes, len);
	char *record = NULL;

	if (document) {
		fuzz_reports(document);
		record = diplodoc_record(document, ret_len);
	}
	diplodoc_close(document);
	return record;
}

static void
read_findings(const char *bytes, size_t len)
{
	size_t once_len, twice_len, cut_len;
	char *once = replay(bytes, len, &once_len), *twice, *cut;

	if (!once)
		return;
	twice = replay(once, once_len, &twice_len);
	if (!twice || once_len != twice_len ||
	    memcmp(once, twice, once_len) != 0)
		fuzz_fail("findings are not read as they were written");
	cut = replay(once, once_len - 1, &cut_len);
	if (cut)
		fuzz_fail("findings that were cut are accepted");
	free(once);
	free(twice);
}

/* --- entries --------------------------------------------------------------- */

static void
read_entry(const char *text)
{
	struct dd_buffer once, twice;
	struct dd_arena arena;
	struct dd_entry entry;

	dd_arena_init(&arena);
	dd_buffer_init(&once, 0);
	dd_buffer_init(&twice, 0);
	free(dd_entry_name(text));
	if (dd_entry_get(text, &arena, &entry)) {
		dd_entry_put(&once, &entry);
		if (!dd_entry_get(once.data, &arena, &entry))
			fuzz_fail("an entry cannot be read again");
		dd_entry_put(&twice, &entry);
		if (strcmp(once.data, twice.data) != 0)
			fuzz_fail("an entry is not read as it was written");
	}
	dd_buffer_release(&once);
	dd_buffer_release(&twice);
	dd_arena_release(&arena);
}

/* A line as it stands, or what is in the last field of one. */
static void
read_line(const char *bytes, size_t len, bool encoded)
{
	size_t size = sodium_base64_encoded_len(len, BASE64);
	struct dd_buffer line;
	char *base64;

	dd_buffer_init(&line, 0);
	dd_buffer_puts(&line, encoded ? "" : "1\t-\ta.xml\t");
	if (encoded) {
		dd_buffer_add(&line, bytes, len);
	} else {
		base64 = dd_malloc(size);
		sodium_bin2base64(
		    base64, size, (const uint8_t *)bytes, len, BASE64);
		dd_buffer_puts(&line, base64);
		free(base64);
	}
	read_entry(line.data);
	dd_buffer_release(&line);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *rest = (const char *)data + 1;

	if (size < 3)
		return 0;
	switch (data[0]) {
	case 'r':
		read_frame(rest, size - 1);
		break;
	case 'w':
		write_frame(data + 1, size - 1);
		break;
	case 'f':
		read_findings(rest, size - 1);
		break;
	case 'e':
	case 'j':
		read_line(rest, size - 1, data[0] == 'e');
		break;
	default:
		break;
	}
	return 0;
}
