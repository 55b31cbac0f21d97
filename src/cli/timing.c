/* SPDX-License-Identifier: MIT */
/* Owns: sums of processor time, and their look. */
#include "cli/timing.h"
#include <string.h>
#include <time.h>
#include "base/buffer.h"
#include "cli/console.h"

uint64_t
dd_timing_clock(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

void
dd_timing_add(struct dd_timing *timing, const char *name, uint64_t cost)
{
	size_t i = 0;

	while (i < timing->count && strcmp(timing->parts[i].name, name) != 0)
		i++;
	if (i == DD_TIMING_MAX)
		return;
	timing->count += i == timing->count;
	timing->parts[i].name = name;
	timing->parts[i].cost += cost;
}

void
dd_timing_print(const struct dd_timing *timing, struct dd_console *console)
{
	struct dd_buffer text;
	uint64_t all = 0;

	dd_buffer_init(&text, 0);
	for (size_t i = 0; i < timing->count; i++)
		all += timing->parts[i].cost;
	for (size_t i = 0; i < timing->count; i++)
		dd_buffer_printf(&text, "%-12s %10.3f ms %5.1f %%\n",
		    timing->parts[i].name, (double)timing->parts[i].cost / 1e6,
		    all ? 100.0 * (double)timing->parts[i].cost / (double)all
			: 0.0);
	dd_buffer_printf(&text, "%-12s %10.3f ms\n", "all", (double)all / 1e6);
	dd_console_tell(console, &text);
	dd_buffer_release(&text);
}
