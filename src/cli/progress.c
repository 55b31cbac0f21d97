/* SPDX-License-Identifier: MIT */
/* Owns: when and what of a run is shown. Leaves the line itself to console.c. */
#include "cli/progress.h"
#include <time.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/messages.h"
#include "cli/console.h"

enum { QUIET_FIRST = 500, QUIET_BETWEEN = 100 }; /* milliseconds */

static uint64_t
read_clock(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void
dd_progress_begin(
    struct dd_progress *progress, struct dd_console *console, bool quiet)
{
	*progress = (struct dd_progress){
	    .console = console,
	    .on = !quiet && isatty(STDERR_FILENO),
	    .start = read_clock(),
	};
}

void
dd_progress_print(const struct dd_progress *progress, size_t total,
    uint64_t passed, const struct dd_messages *messages, struct dd_buffer *out)
{
	double rate =
	    passed > 0 ? 1000.0 * (double)progress->done / (double)passed : 0.0;

	if (total > 0)
		dd_buffer_printf(out,
		    dd_message(messages, N_("%zu/%zu documents")),
		    progress->done, total);
	else
		dd_buffer_printf(out, dd_message(messages, N_("%zu documents")),
		    progress->done);
	dd_buffer_printf(
	    out, dd_message(messages, N_(", %.1f per second")), rate);
	if (total > progress->done && rate > 0)
		dd_buffer_printf(out, dd_message(messages, N_(", %.0f s left")),
		    (double)(total - progress->done) / rate);
	if (progress->failed > 0)
		dd_buffer_printf(out, dd_message(messages, N_(", %zu failed")),
		    progress->failed);
}

void
dd_progress_step(struct dd_progress *progress, size_t total, bool failed)
{
	struct dd_buffer line;
	uint64_t now;

	progress->done++;
	progress->failed += failed;
	if (!progress->on)
		return;
	now = read_clock();
	if (now - progress->start < QUIET_FIRST ||
	    now - progress->shown < QUIET_BETWEEN)
		return;
	progress->shown = now;
	dd_buffer_init(&line, 0);
	dd_progress_print(progress, total, now - progress->start,
	    &progress->console->messages, &line);
	dd_console_hint(progress->console, &line);
	dd_buffer_release(&line);
}

void
dd_progress_end(struct dd_progress *progress)
{
	struct dd_buffer line;

	if (!progress->on || progress->shown == 0)
		return;
	dd_buffer_init(&line, 0);
	dd_progress_print(progress, 0, read_clock() - progress->start,
	    &progress->console->messages, &line);
	dd_buffer_putc(&line, '\n');
	dd_console_tell(progress->console, &line);
	dd_buffer_release(&line);
}
