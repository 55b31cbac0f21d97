/* SPDX-License-Identifier: MIT */
/* The catalogues of messages that are built in; messages.h asks for them. */
#include <stdio.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/resource.h"

/* English, and one for each file in po/. */
static const char *const tags[] = {"en", "ja", NULL};

const char *
dd_messages_tag(size_t index)
{
	return tags[index];
}

static int
fail_unknown(const char *language, struct dd_error *error)
{
	struct dd_buffer list;
	int result;

	dd_buffer_init(&list, 0);
	for (size_t i = 0; tags[i]; i++)
		dd_buffer_printf(&list, "%s`%s`", i == 0 ? "" : ", ", tags[i]);
	result = dd_error_set(error, DD_E_USAGE,
	    "There are no messages in `%s`; there are some in %s.", language,
	    list.data);
	dd_buffer_release(&list);
	return result;
}

int
dd_messages_open(
    struct dd_messages *messages, const char *language, struct dd_error *error)
{
	struct dd_resource_set built_in;
	struct dd_resource file;
	char name[16];
	size_t i = 0;
	int result;

	while (tags[i] && strcmp(tags[i], language) != 0)
		i++;
	if (i == 0) {
		*messages = (struct dd_messages){0};
		return 0;
	}
	if (!tags[i])
		return fail_unknown(language, error);
	snprintf(name, sizeof name, "po/%s.mo", tags[i]);
	dd_resource_set_init(&built_in);
	result = dd_resource_get(&built_in, name, &file, error);
	dd_resource_set_release(&built_in);
	return result == 0
	    ? dd_messages_read(messages, tags[i], file.data, file.len, error)
	    : result;
}
