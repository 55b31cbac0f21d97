/* SPDX-License-Identifier: MIT */
/* `diplodoc version`: what is at work here, and how far it goes. */
#include <string.h>
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "diplodoc.h"
#include "report/emitter.h"

/* Those that are active, or those that are not; nothing where there are none. */
static void
print_layers(struct dd_console *console, const char *label,
    const struct diplodoc_layer *layer, bool active)
{
	const char *before = NULL;

	for (; layer->name; layer++) {
		if (layer->active != active)
			continue;
		if (before)
			dd_buffer_puts(&console->out, ", ");
		else
			dd_buffer_printf(&console->out, "  %-12s ", label);
		dd_buffer_puts(&console->out, layer->name);
		before = layer->name;
	}
	if (before)
		dd_buffer_putc(&console->out, '\n');
}

static void
print_text(struct dd_console *console, struct diplodoc *engine)
{
	const struct diplodoc_component *component =
	    diplodoc_components(engine);
	const struct diplodoc_layer *layers = diplodoc_layers(engine);

	dd_buffer_printf(&console->out, "diplodoc %s\n", DIPLODOC_VERSION);
	for (; component->name; component++)
		dd_buffer_printf(&console->out, "  %-12s %s\n", component->name,
		    component->version);
	print_layers(console, "containment", layers, true);
	print_layers(console, "missing", layers, false);
}

static void
print_limits(struct dd_console *console)
{
	struct diplodoc_limit limit;
	size_t i;

	for (i = 0; diplodoc_limit(i, &limit); i++)
		dd_buffer_printf(&console->out, "%-16s %9zu  %s\n", limit.name,
		    limit.value, limit.meaning);
}

static void
print_json(struct dd_console *console, struct diplodoc *engine)
{
	const struct diplodoc_component *component =
	    diplodoc_components(engine);
	const struct diplodoc_layer *layer = diplodoc_layers(engine);
	struct dd_emitter to = {.out = &console->out};
	struct diplodoc_limit limit;
	size_t i;

	dd_emit_open(&to, NULL, '{');
	dd_emit_program(&to);
	dd_emit_open(&to, "components", '[');
	for (; component->name; component++) {
		dd_emit_open(&to, NULL, '{');
		dd_emit_text(&to, "name", component->name);
		dd_emit_text(&to, "version", component->version);
		dd_emit_close(&to, '}');
	}
	dd_emit_close(&to, ']');
	dd_emit_open(&to, "layers", '[');
	for (; layer->name; layer++) {
		dd_emit_open(&to, NULL, '{');
		dd_emit_text(&to, "name", layer->name);
		dd_emit_bool(&to, "active", layer->active);
		dd_emit_close(&to, '}');
	}
	dd_emit_close(&to, ']');
	dd_emit_open(&to, "limits", '[');
	for (i = 0; diplodoc_limit(i, &limit); i++) {
		dd_emit_open(&to, NULL, '{');
		dd_emit_text(&to, "name", limit.name);
		dd_emit_number(&to, "value", limit.value);
		dd_emit_text(&to, "meaning", limit.meaning);
		dd_emit_close(&to, '}');
	}
	dd_emit_close(&to, ']');
	dd_emit_close(&to, '}');
}

int
dd_cmd_version(struct dd_console *console, const struct dd_call *call)
{
	struct diplodoc *engine;

	if (call->count > 0) {
		dd_console_say(console,
		    "`diplodoc version` takes no `%s`; it shows versions only.",
		    call->operands[0]);
		return DD_EXIT_USAGE;
	}
	engine = diplodoc_new();
	if (call->set.format && strcmp(call->set.format, "json") == 0)
		print_json(console, engine);
	else if (call->set.limits)
		print_limits(console);
	else
		print_text(console, engine);
	diplodoc_free(engine);
	return DD_EXIT_CLEAN;
}
