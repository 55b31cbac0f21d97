/* SPDX-License-Identifier: MIT */
/* The public interface: what there is of formats, limits, rules, libraries and
 * layers. */
#include "diag/catalog.h"
#include "diplodoc_private.h"
#include "output/format.h"
#include "xml/limits.h"

const char *
dd_fix_name(enum dd_fixable fix)
{
	static const char *const names[] = {
	    [DD_FIX_NONE] = "none",
	    [DD_FIX_SAFE] = "safe",
	    [DD_FIX_UNSAFE] = "unsafe",
	};

	return names[fix];
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
	ret_rule->fix = dd_fix_name(entry->fix);
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

const struct diplodoc_layer *
diplodoc_layers(struct diplodoc *context)
{
	unsigned active = dd_sandbox_probe();

	for (unsigned i = 0; i < DD_LAYERS; i++)
		context->layers[i] = (struct diplodoc_layer){
		    dd_layer_name((enum dd_layer)i), active & 1u << i};
	return context->layers;
}
