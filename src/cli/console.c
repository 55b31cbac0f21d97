/* SPDX-License-Identifier: MIT */
/*
 * Owns: standard output, standard error, colours and the exit code.
 * Leaves what is said to the commands and what findings look like to report_*.
 */
#include "cli/console.h"
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "base/error.h"
#include "base/escape.h"
#include "base/file.h"
#include "cli/language.h"
#include "report/paint.h"

/* Opened the wrong way round on purpose: a read or write gives an error. */
static void
hold_descriptor(int fd)
{
	if (fcntl(fd, F_GETFD) >= 0)
		return;
	if (open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
		_exit(DD_EXIT_OUTPUT);
}

static bool
has_value(const char *variable)
{
	const char *value = getenv(variable);

	return value && value[0] && strcmp(value, "0") != 0;
}

static bool
choose_color(int fd, const char *color)
{
	const char *term = getenv("TERM");
	const char *refused = getenv("NO_COLOR");

	if (color && strcmp(color, "auto") != 0)
		return strcmp(color, "always") == 0;
	if (refused && refused[0])
		return false;
	if (has_value("CLICOLOR_FORCE"))
		return true;
	return isatty(fd) && term && term[0] && strcmp(term, "dumb") != 0;
}

void
dd_console_set_color(struct dd_console *console, const char *color)
{
	console->out_color = choose_color(STDOUT_FILENO, color);
	console->err_color = choose_color(STDERR_FILENO, color);
	console->out_terminal = console->out_color || isatty(STDOUT_FILENO);
	console->err_terminal = console->err_color || isatty(STDERR_FILENO);
}

void
dd_console_set_language(struct dd_console *console, const char *language)
{
	struct dd_error error = {0};

	if (!language)
		dd_messages_open(
		    &console->messages, dd_language_wanted(), NULL);
	else if (dd_messages_open(&console->messages, language, &error) !=
	    DD_OK)
		dd_console_fail(console, error.code, error.text);
}

void
dd_console_init(struct dd_console *console)
{
	struct winsize size;

	hold_descriptor(STDIN_FILENO);
	hold_descriptor(STDOUT_FILENO);
	hold_descriptor(STDERR_FILENO);
	*console = (struct dd_console){.status = DD_EXIT_CLEAN};
	dd_buffer_init(&console->out, 0);
	dd_console_set_color(console, NULL);
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		console->width = size.ws_col;
}

void
dd_console_release(struct dd_console *console)
{
	if (console)
		dd_buffer_release(&console->out);
}

void
dd_console_note(struct dd_console *console, int status)
{
	if (status > console->status)
		console->status = status;
}

/* Standard error may be closed or full too; there is nobody left to tell. */
static void
write_error_stream(const struct dd_buffer *text)
{
	(void)dd_file_write_fd(
	    STDERR_FILENO, "standard error", text->data, text->len, NULL);
}

/* Takes the hint away, where there is one. */
static void
clear_hint(struct dd_console *console)
{
	static const char clear[] = "\r\33[K";

	if (console->hinting)
		(void)dd_file_write_fd(STDERR_FILENO, "standard error", clear,
		    sizeof(clear) - 1, NULL);
	console->hinting = false;
}

/* The program's name, the sentence made safe, and a newline. */
static void
write_sentence(struct dd_console *console, const char *sentence)
{
	struct dd_buffer line;

	clear_hint(console);
	dd_buffer_init(&line, 0);
	dd_paint(&line, console->err_color, DD_PAINT_HEADING);
	dd_buffer_puts(&line, "diplodoc:");
	dd_paint(&line, console->err_color, DD_PAINT_END);
	dd_buffer_putc(&line, ' ');
	dd_escape_terminal(&line, sentence, strlen(sentence));
	dd_buffer_putc(&line, '\n');
	write_error_stream(&line);
	dd_buffer_release(&line);
}

static void
fail_output(struct dd_console *console)
{
	char sentence[256];

	console->out_failed = true;
	snprintf(sentence, sizeof(sentence),
	    dd_message(
		&console->messages, "standard output cannot be written: %s."),
	    strerror(errno));
	write_sentence(console, sentence);
	dd_console_note(console, DD_EXIT_OUTPUT);
}

bool
dd_console_flush(struct dd_console *console)
{
	int result;

	if (console->out_failed)
		return false;
	if (console->out.len > 0)
		clear_hint(console);
	result = dd_file_write_fd(STDOUT_FILENO, "standard output",
	    console->out.data, console->out.len, NULL);
	if (result != DD_OK)
		fail_output(console);
	dd_buffer_clear(&console->out);
	return !console->out_failed;
}

void
dd_console_say(struct dd_console *console, const char *format, ...)
{
	char sentence[2048];
	va_list args;

	va_start(args, format);
	vsnprintf(sentence, sizeof(sentence),
	    dd_message(&console->messages, format), args);
	va_end(args);
	dd_console_flush(console);
	write_sentence(console, sentence);
}

void
dd_console_hint(struct dd_console *console, const struct dd_buffer *line)
{
	dd_console_flush(console);
	clear_hint(console);
	write_error_stream(line);
	console->hinting = true;
}

void
dd_console_tell(struct dd_console *console, const struct dd_buffer *text)
{
	dd_console_flush(console);
	if (text->len > 0)
		clear_hint(console);
	write_error_stream(text);
}

int
dd_console_close(struct dd_console *console, int status)
{
	if (console->out_failed || close(STDOUT_FILENO) == 0 ||
	    errno == EBADF || errno == EINTR)
		return status;
	fail_output(console);
	return status > DD_EXIT_OUTPUT ? status : DD_EXIT_OUTPUT;
}

int
dd_console_fail(struct dd_console *console, int code, const char *sentence)
{
	dd_console_flush(console);
	write_sentence(console, sentence);
	dd_console_note(console, -code);
	return -code;
}
