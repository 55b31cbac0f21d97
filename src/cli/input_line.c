/* SPDX-License-Identifier: MIT */
/* Owns: what may stand in a line of JSON. Leaves lines to base/lines.c. */
#include "cli/input_line.h"
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <stdio.h>
#include <stdlib.h>
#include <jansson.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "base/messages.h"
#include "cli/inputs.h"

static void
set_fault(struct dd_input *input, const struct dd_messages *messages,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

static void
set_fault(struct dd_input *input, const struct dd_messages *messages,
    const char *format, ...)
{
	char sentence[512];
	va_list args;

	va_start(args, format);
	vsnprintf(
	    sentence, sizeof(sentence), dd_message(messages, format), args);
	va_end(args);
	input->fault = dd_strdup(sentence);
}

/* A member that is a text without NUL, the caller's to free; else NULL. */
static char *
get_text(const json_t *object, const char *name, size_t *ret_len)
{
	const json_t *value = json_object_get(object, name);
	const char *text = json_string_value(value);
	size_t len = json_string_length(value);

	if (!text || strlen(text) != len)
		return NULL;
	if (ret_len)
		*ret_len = len;
	return dd_strndup(text, len);
}

static void
read_object(struct dd_input *input, const json_t *object,
    const struct dd_messages *messages)
{
	bool path = json_object_get(object, "path") != NULL;
	bool xml = json_object_get(object, "xml") != NULL;

	input->id = get_text(object, "id", NULL);
	if (!input->id)
		set_fault(
		    input, messages, "The line has no `id` that is a string.");
	else if (path == xml)
		set_fault(input, messages,
		    path ? N_("The line has both `path` and `xml`; one of them "
			      "names the input.")
			 : N_("The line has neither `path` nor `xml`."));
	else if (path && !(input->path = get_text(object, "path", NULL)))
		set_fault(input, messages, "`path` is no string.");
	else if (path && !input->path[0])
		set_fault(input, messages, "`path` is empty.");
	else if (xml && !(input->data = get_text(object, "xml", &input->len)))
		set_fault(input, messages, "`xml` is no string.");
	if (input->fault) {
		free(input->path);
		input->path = NULL;
	}
}

void
dd_input_line_read(struct dd_input *input, const char *line, size_t len,
    const struct dd_messages *messages)
{
	json_error_t fault;
	json_t *object = json_loadb(line, len, JSON_REJECT_DUPLICATES, &fault);

	if (!object)
		set_fault(input, messages,
		    "The line is not JSON: at character %d, %s.", fault.column,
		    fault.text);
	else if (!json_is_object(object))
		set_fault(input, messages, "The line is no object of JSON.");
	else
		read_object(input, object, messages);
	json_decref(object);
}
