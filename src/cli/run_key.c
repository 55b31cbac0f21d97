/* SPDX-License-Identifier: MIT */
/* Owns: what decides on results. Rows of the option table say which options do
 * not. */
#include "cli/run_key.h"
#include <stdio.h>
#include <string.h>
#include "base/buffer.h"
#include "base/resource.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/session.h"

static void
add_number(struct dd_digest *key, size_t number)
{
	char digits[24];

	snprintf(digits, sizeof(digits), "%zu", number);
	dd_digest_text(key, digits);
}

/* A file by what is in it. */
static void
add_file(struct dd_digest *key, const char *path)
{
	char digest[DD_DIGEST_SIZE] = "";

	if (path)
		dd_digest_file(path, digest, NULL);
	dd_digest_text(key, path ? digest : NULL);
}

static void
add_list(struct dd_digest *key, const struct dd_option *option,
    const struct dd_list *list)
{
	add_number(key, list->count);
	for (size_t i = 0; i < list->count; i++) {
		dd_digest_text(key, list->items[i]);
		if (option->type == DD_OPTION_FILES)
			add_file(key, list->items[i]);
	}
}

static void
add_option(struct dd_digest *key, const struct dd_option *option,
    const struct dd_settings *set)
{
	const void *value = (const char *)set + option->target;
	const struct dd_choices *choices = value;

	dd_digest_text(key, option->name);
	switch (option->type) {
	case DD_OPTION_FLAG:
		add_number(key, *(const bool *)value);
		break;
	case DD_OPTION_NUMBER:
		add_number(key, *(const size_t *)value);
		break;
	case DD_OPTION_TEXT:
	case DD_OPTION_CHOICE:
		dd_digest_text(key, *(const char *const *)value);
		if (option->argument && strcmp(option->argument, "FILE") == 0)
			add_file(key, *(const char *const *)value);
		break;
	case DD_OPTION_CHOICES:
		add_number(key, choices->count);
		for (size_t i = 0; i < choices->count; i++)
			dd_digest_text(key, choices->items[i]);
		break;
	case DD_OPTION_LIST:
	case DD_OPTION_FILES:
		add_list(key, option, value);
		break;
	case DD_OPTION_REPORTS:
		break; /* how results are shown */
	}
}

static void
add_resources(struct dd_digest *key, const char *directory)
{
	struct dd_resource_set set;
	struct dd_resource resource;

	dd_resource_set_init(&set);
	set.directory = directory;
	for (size_t i = 0; dd_resources[i].name; i++)
		if (dd_resource_get(&set, dd_resources[i].name, &resource,
			NULL) == DIPLODOC_OK)
			dd_digest_add(key, resource.data, resource.len);
	dd_resource_set_release(&set);
}

static void
add_inputs(struct dd_digest *key, struct dd_session *session)
{
	for (size_t i = 0; dd_inputs_has(&session->inputs, i); i++) {
		char digest[DD_DIGEST_SIZE];
		struct dd_buffer bytes;

		dd_buffer_init(&bytes, 0);
		dd_session_load(session, i, &bytes, NULL);
		dd_digest_of(bytes.data, bytes.len, digest);
		dd_digest_text(key, dd_session_name(session, i));
		dd_digest_text(key, digest);
		dd_session_keep(session, i, &bytes);
	}
}

void
dd_run_key(struct dd_session *session, unsigned verb, char out[DD_DIGEST_SIZE])
{
	const struct dd_settings *set = session->set;
	const struct diplodoc_component *part;
	struct dd_digest key;

	dd_digest_init(&key);
	dd_digest_text(&key, DIPLODOC_VERSION);
	for (part = diplodoc_components(session->engine); part->name; part++) {
		dd_digest_text(&key, part->name);
		dd_digest_text(&key, part->version);
	}
	add_resources(&key, set->resources);
	dd_digest_text(&key, dd_messages_language(&session->console->messages));
	dd_digest_text(&key, session->check ? session->check->today : NULL);
	for (const struct dd_option *o = dd_options; o->name; o++)
		if ((o->commands & verb) && !o->neutral)
			add_option(&key, o, set);
	if (session->check && (!set->no_across || set->edition))
		add_inputs(&key, session);
	dd_digest_end(&key, out);
}
