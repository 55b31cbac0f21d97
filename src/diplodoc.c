/* SPDX-License-Identifier: MIT */
/* The public interface over the layers below; no logic of its own. */
#include "diplodoc.h"
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "check/archive.h"
#include "check/baseline.h"
#include "diag/catalog.h"
#include "model/clock.h"
#include "output/format.h"
#include "run/components.h"
#include "run/convert.h"
#include "run/document.h"
#include "run/engine.h"
#include "xml/compat.h"
#include "xml/limits.h"

struct diplodoc {
	struct dd_engine engine;
	struct dd_component versions[DD_COMPONENTS_MAX];
	struct diplodoc_component components[DD_COMPONENTS_MAX + 1];
};

struct diplodoc_document {
	struct dd_document document;
	struct diplodoc_diagnostic *diagnostics; /* made after validation */
	struct dd_arena arena;
};

/* The two error structs have the same fields; only the names differ. */
static int
pass_error(int code, const struct dd_error *from, struct diplodoc_error *to)
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
	struct dd_error inner = {0};
	struct dd_resource resource;

	context->engine.resources.directory =
	    dd_arena_dup(&context->engine.arena, directory);
	return pass_error(dd_resource_get(&context->engine.resources,
			      "schemas/meeting-summary.xsd", &resource, &inner),
	    &inner, error);
}

int
diplodoc_set_house(
    struct diplodoc *context, const char *path, struct diplodoc_error *error)
{
	struct dd_error inner = {0};

	return pass_error(dd_engine_force_house(&context->engine, path, &inner),
	    &inner, error);
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
	struct dd_error inner = {0};

	return pass_error(
	    dd_engine_add_rules(&context->engine, path, &inner), &inner, error);
}

int
diplodoc_prepare_rules(
    struct diplodoc *context, const char *path, struct diplodoc_error *error)
{
	const struct dd_rule_set *rules;
	const struct dd_house *house;
	struct dd_error inner = {0};
	int result = dd_engine_house(&context->engine, path, &house, &inner);

	if (result == 0)
		result =
		    dd_engine_rules(&context->engine, house, &rules, &inner);
	return pass_error(result, &inner, error);
}

const char *
diplodoc_house_rule(struct diplodoc *context, size_t index)
{
	return dd_engine_rule_name(&context->engine, index);
}

void
diplodoc_set_zoneinfo(struct diplodoc *context, const char *directory)
{
	dd_zone_db_release(&context->engine.zones);
	dd_zone_db_init(&context->engine.zones,
	    dd_arena_dup(&context->engine.arena, directory));
}

struct diplodoc_archive *
diplodoc_archive_new(void)
{
	return dd_calloc(1, sizeof(struct dd_archive));
}

void
diplodoc_archive_free(struct diplodoc_archive *archive)
{
	if (archive)
		dd_archive_release((struct dd_archive *)archive);
	free(archive);
}

void
diplodoc_archive_add(struct diplodoc_archive *archive, struct diplodoc *context,
    const char *name, const char *path, const void *bytes, size_t len)
{
	struct dd_document document;

	dd_document_open(&document, &context->engine, name, path, bytes, len);
	dd_document_record(&document, (struct dd_archive *)archive);
	dd_document_close(&document);
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

/* These two have the same fields as well. */
static struct diplodoc_place
copy_place(const struct dd_place *place)
{
	return (struct diplodoc_place){place->line, place->column,
	    place->end_line, place->end_column, place->byte, place->end_byte};
}

static struct diplodoc_place
get_place(struct diplodoc_document *document, struct dd_range range)
{
	struct dd_place place;

	dd_source_place(&document->document.source, range, &place);
	return copy_place(&place);
}

static void
copy_related(struct diplodoc_document *document,
    const struct dd_diagnostic *from, struct diplodoc_diagnostic *to)
{
	struct diplodoc_related *related;
	size_t count = 0;

	for (const struct dd_related *r = from->related; r; r = r->next)
		count++;
	related = dd_arena_alloc(&document->arena, count * sizeof *related);
	to->related = related;
	to->related_count = count;
	for (const struct dd_related *r = from->related; r; r = r->next)
		*related++ = (struct diplodoc_related){
		    .file = r->elsewhere ? r->elsewhere->file : NULL,
		    .place = r->elsewhere ? copy_place(&r->elsewhere->place)
					  : get_place(document, r->range),
		    .text = r->text,
		};
}

static const char *
name_fix(enum dd_fixable fix)
{
	static const char *const names[] = {
	    [DD_FIX_NONE] = "none",
	    [DD_FIX_SAFE] = "safe",
	    [DD_FIX_UNSAFE] = "unsafe",
	};

	return names[fix];
}

static void
copy_edits(struct diplodoc_document *document, const struct dd_diagnostic *from,
    struct diplodoc_diagnostic *to)
{
	struct diplodoc_edit *edits;
	size_t count = 0;

	for (const struct dd_edit *e = from->edits; e; e = e->next)
		count++;
	edits = dd_arena_alloc(&document->arena, count * sizeof *edits);
	to->fix = name_fix(dd_diagnostic_fix(from));
	to->edits = edits;
	to->edit_count = count;
	for (const struct dd_edit *e = from->edits; e; e = e->next)
		*edits++ = (struct diplodoc_edit){
		    get_place(document, e->range), e->replacement};
}

static void
copy_diagnostics(struct diplodoc_document *document)
{
	const struct dd_sink *sink = &document->document.sink;
	struct diplodoc_diagnostic *to =
	    dd_arena_alloc(&document->arena, sink->count * sizeof *to);

	document->diagnostics = to;
	for (const struct dd_diagnostic *d = sink->first; d;
	     d = d->next, to++) {
		to->id = dd_diagnostic_slug(d);
		to->level = dd_level_name(d->level);
		to->message = d->message;
		to->detail = d->detail;
		to->place = get_place(document, d->range);
		to->known = d->known;
		if (d->excuse) {
			to->reason = d->excuse->reason;
			to->until = d->excuse->until;
			to->by = d->excuse->by;
		}
		copy_related(document, d, to);
		copy_edits(document, d, to);
		dd_baseline_key(&document->document.source, d, to->key);
	}
}

int
diplodoc_validate(
    struct diplodoc_document *document, struct diplodoc_error *error)
{
	struct dd_error inner = {0};
	int result = dd_document_validate(&document->document, &inner);

	if (!document->diagnostics)
		copy_diagnostics(document);
	return pass_error(result, &inner, error);
}

/* The two structs have the same fields; only the names differ. */
static const struct dd_severity *
copy_severities(struct diplodoc_document *document,
    const struct diplodoc_check_options *options)
{
	struct dd_severity *copy = dd_arena_alloc(
	    &document->arena, options->severity_count * sizeof *copy);

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
	    .severities = copy_severities(document, o),
	    .severity_count = o->severity_count,
	    .is_known = o->is_known,
	    .spent = o->spent,
	    .clock = o->clock,
	    .context = o->context,
	    .archive = (const struct dd_archive *)o->archive,
	};
	struct dd_date day;
	struct dd_error inner = {0};
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
		if (!document->diagnostics)
			copy_diagnostics(document);
	}
	return pass_error(result, &inner, error);
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

size_t
diplodoc_diagnostic_count(const struct diplodoc_document *document)
{
	return document->diagnostics ? document->document.sink.count : 0;
}

size_t
diplodoc_diagnostic_total(const struct diplodoc_document *document)
{
	return document->document.sink.total;
}

const struct diplodoc_diagnostic *
diplodoc_diagnostic(const struct diplodoc_document *document, size_t index)
{
	return index < diplodoc_diagnostic_count(document)
	    ? &document->diagnostics[index]
	    : NULL;
}

int
diplodoc_fix(struct diplodoc_document *document, bool unsafe, const void *bytes,
    size_t len, char **ret_data, size_t *ret_len, size_t *ret_count,
    struct diplodoc_error *error)
{
	struct dd_error inner = {0};
	struct dd_buffer out;
	int result;

	dd_buffer_init(&out, 0);
	result = dd_document_fix(
	    &document->document, unsafe, bytes, len, &out, ret_count, &inner);
	if (result == 0 && *ret_count > 0)
		*ret_data = dd_buffer_take(&out, ret_len);
	dd_buffer_release(&out);
	return pass_error(result, &inner, error);
}

const char *
diplodoc_text(const struct diplodoc_document *document, size_t *ret_len)
{
	const struct dd_source *source = &document->document.source;

	*ret_len = source->len;
	return source->text ? source->text : "";
}

const char *
diplodoc_line(struct diplodoc_document *document, size_t line, size_t *ret_len)
{
	return dd_source_line(&document->document.source, line, ret_len);
}

bool
diplodoc_format(size_t index, struct diplodoc_format *ret_format)
{
	const struct dd_format *format = dd_format(index);

	if (format)
		*ret_format = (struct diplodoc_format){
		    format->name, format->suffix, format->summary};
	return format != NULL;
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
		o->note, o->note_context},
	};
	struct dd_error inner = {0};
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
	return pass_error(result, &inner, error);
}

bool
diplodoc_limit(size_t index, struct diplodoc_limit *ret_limit)
{
	const struct dd_limit *limit = dd_limit(index);

	if (limit)
		*ret_limit = (struct diplodoc_limit){
		    limit->name, limit->meaning, limit->value};
	return limit != NULL;
}

bool
diplodoc_rule(size_t index, struct diplodoc_rule *ret_rule)
{
	const struct dd_catalog_entry *entry;

	if (index >= DD_ID_COUNT)
		return false;
	entry = dd_catalog((enum dd_id)index);
	*ret_rule = (struct diplodoc_rule){
	    .id = entry->slug,
	    .level = dd_level_name(entry->level),
	    .meaning = entry->meaning,
	};
	if (!entry->why)
		return true;
	ret_rule->draft = dd_level_name(entry->stages[DD_DRAFT]);
	ret_rule->review = dd_level_name(entry->stages[DD_REVIEW]);
	ret_rule->fix = name_fix(entry->fix);
	ret_rule->since = entry->since;
	ret_rule->why = entry->why;
	ret_rule->wrong = entry->wrong;
	ret_rule->right = entry->right;
	return true;
}

const struct diplodoc_component *
diplodoc_components(struct diplodoc *context)
{
	size_t count = dd_components(context->engine.zones.directory,
	    &context->engine.spellers, context->versions);

	for (size_t i = 0; i < count; i++)
		context->components[i] = (struct diplodoc_component){
		    context->versions[i].name, context->versions[i].version};
	return context->components;
}
