/* SPDX-License-Identifier: MIT */
/* The public interface over the layers below; no logic of its own. */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "diplodoc_private.h"
#include "model/clock.h"
#include "run/canonical.h"
#include "run/convert.h"
#include "run/editions.h"
#include "xml/compat.h"
#include "xml/limits.h"

/* The two error structs have the same fields; only the names differ. */
int
dd_pass_error(int code, const struct dd_error *from, struct diplodoc_error *to)
{
	if (code < 0 && to) {
		to->code = code;
		memcpy(to->text, from->text, sizeof to->text);
	}
	return code;
}

struct diplodoc *
diplodoc_new(void)
{
	struct diplodoc *context = dd_calloc(1, sizeof *context);

	dd_xml_init();
	dd_engine_init(&context->engine);
	return context;
}

void
diplodoc_free(struct diplodoc *context)
{
	if (!context)
		return;
	dd_engine_release(&context->engine);
	free(context);
}

int
diplodoc_set_resources(struct diplodoc *context, const char *directory,
    struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &context->engine.messages};
	struct dd_resource resource;

	context->engine.resources.directory =
	    dd_arena_dup(&context->engine.arena, directory);
	return dd_pass_error(
	    dd_resource_get(&context->engine.resources,
		"schemas/meeting-summary.xsd", &resource, &inner),
	    &inner, error);
}

int
diplodoc_set_language(
    struct diplodoc *context, const char *tag, struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &context->engine.messages};

	return dd_pass_error(
	    dd_messages_open(&context->engine.messages, tag, &inner), &inner,
	    error);
}

int
diplodoc_set_house(
    struct diplodoc *context, const char *path, struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &context->engine.messages};

	return dd_pass_error(
	    dd_engine_force_house(&context->engine, path, &inner), &inner,
	    error);
}

void
diplodoc_set_phase(struct diplodoc *context, const char *phase)
{
	context->engine.phase = dd_arena_dup(&context->engine.arena, phase);
}

int
diplodoc_add_rules(
    struct diplodoc *context, const char *path, struct diplodoc_error *error)
{
	struct dd_error inner = {.messages = &context->engine.messages};

	return dd_pass_error(
	    dd_engine_add_rules(&context->engine, path, &inner), &inner, error);
}

int
diplodoc_prepare_rules(
    struct diplodoc *context, const char *path, struct diplodoc_error *error)
{
	const struct dd_rule_set *rules;
	const struct dd_house *house;
	struct dd_error inner = {.messages = &context->engine.messages};
	int result = dd_engine_house(&context->engine, path, &house, &inner);

	if (result == 0)
		result =
		    dd_engine_rules(&context->engine, house, &rules, &inner);
	return dd_pass_error(result, &inner, error);
}

const char *
diplodoc_house_rule(struct diplodoc *context, size_t index)
{
	return dd_engine_rule_name(&context->engine, index);
}

int
diplodoc_set_editions(struct diplodoc *context, const char *const *paths,
    size_t count, struct diplodoc_error *error)
{
	struct dd_error inner = {0};

	return dd_pass_error(
	    dd_editions_name(&context->engine, paths, count, &inner), &inner,
	    error);
}

void
diplodoc_set_zoneinfo(struct diplodoc *context, const char *directory)
{
	dd_zone_db_release(&context->engine.zones);
	dd_zone_db_init(&context->engine.zones,
	    dd_arena_dup(&context->engine.arena, directory));
	context->engine.zones.files = &context->engine.files;
}

struct diplodoc_document *
diplodoc_open(struct diplodoc *context, const char *name, const char *path,
    const void *bytes, size_t len)
{
	struct diplodoc_document *document = dd_calloc(1, sizeof *document);

	dd_arena_init(&document->arena);
	dd_document_open(
	    &document->document, &context->engine, name, path, bytes, len);
	return document;
}

void
diplodoc_close(struct diplodoc_document *document)
{
	if (!document)
		return;
	dd_document_close(&document->document);
	dd_arena_release(&document->arena);
	free(document);
}

int
diplodoc_validate(
    struct diplodoc_document *document, struct diplodoc_error *error)
{
	struct dd_error inner = {
	    .messages = &document->document.engine->messages};
	int result = dd_document_validate(&document->document, &inner);

	dd_copy_diagnostics(document);
	return dd_pass_error(result, &inner, error);
}

/* The two structs have the same fields; only the names differ. */
const struct dd_severity *
dd_copy_severities(
    struct dd_arena *arena, const struct diplodoc_check_options *options)
{
	struct dd_severity *copy =
	    dd_arena_alloc(arena, options->severity_count * sizeof *copy);

	for (size_t i = 0; i < options->severity_count; i++)
		copy[i] = (struct dd_severity){
		    options->severities[i].rule, options->severities[i].level};
	return copy;
}

int
diplodoc_check(struct diplodoc_document *document,
    const struct diplodoc_check_options *options, struct diplodoc_error *error)
{
	static const struct diplodoc_check_options none;
	const struct diplodoc_check_options *o = options ? options : &none;
	int stage = o->stage ? dd_stage_find(o->stage) : DD_PUBLISH;
	const struct dd_check_options inner_options = {
	    .stage = (enum dd_stage)stage,
	    .today = o->today,
	    .severities = dd_copy_severities(&document->arena, o),
	    .severity_count = o->severity_count,
	    .is_known = o->is_known,
	    .spent = o->spent,
	    .clock = o->clock,
	    .context = o->context,
	    .archive = (const struct dd_archive *)o->archive,
	    .editions = o->editions,
	};
	struct dd_date day;
	struct dd_error inner = {
	    .messages = &document->document.engine->messages};
	int result;

	if (stage < 0)
		result = dd_error_set(
		    &inner, DD_E_USAGE, "There is no stage `%s`.", o->stage);
	else if (o->today && !dd_date_parse(o->today, &day))
		result = dd_error_set(&inner, DD_E_USAGE,
		    "`%s` is no day; write one such as 2026-11-26.", o->today);
	else {
		result = dd_document_check(
		    &document->document, &inner_options, &inner);
		dd_copy_diagnostics(document);
	}
	return dd_pass_error(result, &inner, error);
}

bool
diplodoc_is_edited(const struct diplodoc_document *document)
{
	return document->document.edited;
}

enum diplodoc_verdict
diplodoc_verdict(const struct diplodoc_document *document)
{
	switch (document->document.verdict) {
	case DD_PASS:
		return DIPLODOC_PASS;
	case DD_FAIL:
		return DIPLODOC_FAIL;
	default:
		return DIPLODOC_NOT_CHECKED;
	}
}

int
diplodoc_fix(struct diplodoc_document *document, bool unsafe, const void *bytes,
    size_t len, char **ret_data, size_t *ret_len, size_t *ret_count,
    struct diplodoc_error *error)
{
	struct dd_error inner = {
	    .messages = &document->document.engine->messages};
	struct dd_buffer out;
	int result;

	dd_buffer_init(&out, 0);
	result = dd_document_fix(
	    &document->document, unsafe, bytes, len, &out, ret_count, &inner);
	if (result == 0 && *ret_count > 0)
		*ret_data = dd_buffer_take(&out, ret_len);
	dd_buffer_release(&out);
	return dd_pass_error(result, &inner, error);
}

int
diplodoc_canonical(struct diplodoc_document *document, bool nfc,
    char **ret_data, size_t *ret_len, struct diplodoc_error *error)
{
	struct dd_error inner = {
	    .messages = &document->document.engine->messages};
	struct dd_buffer out;
	int result;

	dd_buffer_init(&out, DD_LIMIT_INPUT);
	result = dd_document_canonical(&document->document, nfc, &out, &inner);
	if (result == DD_OK)
		*ret_data = dd_buffer_take(&out, ret_len);
	dd_buffer_release(&out);
	return dd_pass_error(result, &inner, error);
}

const char *
diplodoc_text(const struct diplodoc_document *document, size_t *ret_len)
{
	/* It is made when it is first asked for. */
	struct diplodoc_document *own = (struct diplodoc_document *)document;
	const struct dd_source *source = dd_document_source(&own->document);

	*ret_len = source->len;
	return source->text ? source->text : "";
}

const char *
diplodoc_line(struct diplodoc_document *document, size_t line, size_t *ret_len)
{
	return dd_source_line(
	    dd_document_source(&document->document), line, ret_len);
}

int
diplodoc_convert(struct diplodoc_document *document, const char *format,
    const struct diplodoc_convert_options *options, char **ret_data,
    size_t *ret_len, struct diplodoc_error *error)
{
	static const struct diplodoc_convert_options none;
	const struct diplodoc_convert_options *o = options ? options : &none;
	const struct dd_convert_options inner_options = {
	    .force = o->force,
	    .tree = o->tree,
	    .generator = "diplodoc " DIPLODOC_VERSION,
	    .xslt = o->xslt,
	    .xslt_name = o->xslt_name,
	    .xslt_len = o->xslt_len,
	    .format = {o->pretty, o->width, o->css, o->css_len, o->css_href,
		o->note, o->note_context, &document->document.engine->messages,
		NULL, NULL},
	};
	struct dd_error inner = {
	    .messages = &document->document.engine->messages};
	struct dd_buffer out;
	int result;

	dd_buffer_init(&out, DD_LIMIT_OUTPUT);
	result = dd_document_convert(
	    &document->document, format, &inner_options, &out, &inner);
	if (result == 0 && out.failed)
		result = dd_error_set(&inner, DD_E_ENGINE,
		    "The output is longer than %zu bytes; nothing is written.",
		    out.max);
	if (result == 0)
		*ret_data = dd_buffer_take(&out, ret_len);
	dd_buffer_release(&out);
	return dd_pass_error(result, &inner, error);
}
