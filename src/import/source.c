/* SPDX-License-Identifier: MIT */
#include "import/source.h"
#include <string.h>
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "xml/limits.h"

static int
check_text(const struct dd_source *source, struct dd_error *error)
{
	const char *end = source->text + source->len;
	uint32_t cp;
	size_t len;

	for (const char *at = source->text; at < end; at += len) {
		len = dd_utf8_decode(at, end, &cp);
		if (len == 0)
			return dd_error_set(error, DD_E_INPUT,
			    "Byte %zu is not valid UTF-8.",
			    (size_t)(at - source->text) + 1);
		if (cp == 0)
			return dd_error_set(error, DD_E_INPUT,
			    "Byte %zu is NUL; this is not a text.",
			    (size_t)(at - source->text) + 1);
		if (!dd_utf8_is_xml_char(cp) && cp != '\f')
			return dd_error_set(error, DD_E_INPUT,
			    "Byte %zu is the control character U+%04X, which "
			    "no summary can hold.",
			    (size_t)(at - source->text) + 1, (unsigned)cp);
	}
	return 0;
}

int
dd_import_decode(struct dd_source *ret_source, const char *name,
    const void *bytes, size_t len, struct dd_error *error)
{
	size_t bom = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	*ret_source = (struct dd_source){.name = name, .bom = bom};
	if (len > DD_LIMIT_INPUT)
		return dd_error_set(error, DD_E_INPUT,
		    "The text is longer than %d bytes.", DD_LIMIT_INPUT);
	ret_source->text = dd_strndup((const char *)bytes + bom, len - bom);
	ret_source->len = strlen(ret_source->text);
	if (ret_source->len != len - bom)
		return dd_error_set(error, DD_E_INPUT,
		    "Byte %zu is NUL; this is not a text.",
		    bom + ret_source->len + 1);
	return check_text(ret_source, error);
}
