/* SPDX-License-Identifier: MIT */
/*
 * Build tool: writes the files named as arguments as a C table of resources
 * to standard output. `NAME=FILE` gives a file another name than its path. What only people read is left out of schemas,
 * stylesheets and words, because parsing it costs time at every start:
 * documentation, comments, and line breaks between tags.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bytes {
	char *data;
	size_t len;
};

static struct bytes
read_file(const char *path)
{
	struct bytes out = {NULL, 0};
	FILE *file = fopen(path, "rb");
	size_t cap = 0;

	if (!file) {
		perror(path);
		exit(1);
	}
	for (;;) {
		if (cap - out.len < 65536) {
			cap = cap * 2 + 131072;
			out.data = realloc(out.data, cap + 1);
			if (!out.data)
				exit(1);
		}
		size_t got = fread(out.data + out.len, 1, 65536, file);
		out.len += got;
		if (got == 0)
			break;
	}
	out.data[out.len] = '\0';
	fclose(file);
	return out;
}

/* Removes every part from `open` to `close`, both included. */
static void
strip_parts(struct bytes *bytes, const char *open, const char *close)
{
	char *to = bytes->data;
	const char *from = bytes->data, *hit;

	while ((hit = strstr(from, open))) {
		const char *end = strstr(hit, close);
		if (!end)
			break;
		memmove(to, from, (size_t)(hit - from));
		to += hit - from;
		from = end + strlen(close);
	}
	size_t rest = bytes->len - (size_t)(from - bytes->data);
	memmove(to, from, rest + 1);
	bytes->len = (size_t)(to - bytes->data) + rest;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Removes white space with a line break in it between two tags, but from a
 * <xsl:text>, which prints it. */
static void
strip_layout(struct bytes *bytes)
{
	static const char text[] = "<xsl:text";
	const char *from = bytes->data, *tag = "";
	char *to = bytes->data;

	while (*from) {
		const char *end = from;

		while (is_space(*end))
			end++;
		if (to > bytes->data && to[-1] == '>' && *end == '<' &&
		    memchr(from, '\n', (size_t)(end - from)) &&
		    strncmp(tag, text, sizeof text - 1) != 0)
			from = end;
		if (*from == '<')
			tag = to;
		*to++ = *from++;
	}
	bytes->len = (size_t)(to - bytes->data);
	*to = '\0';
}

static void
write_array(size_t number, const struct bytes *bytes)
{
	printf("static const unsigned char data_%zu[] = {", number);
	for (size_t i = 0; i <= bytes->len; i++)
		printf("%s%u,", i % 20 == 0 ? "\n" : "",
		    i < bytes->len ? (unsigned char)bytes->data[i] : 0U);
	printf("};\n");
}

static bool
ends_with(const char *text, const char *end)
{
	size_t a = strlen(text), b = strlen(end);

	return a >= b && strcmp(text + a - b, end) == 0;
}

/* The kinds of which people read the source only. */
static bool
is_lean(const char *path)
{
	return ends_with(path, ".xsd") || ends_with(path, ".xsl") ||
	    strncmp(path, "xslt/words/", 11) == 0;
}

/* Cuts `NAME=FILE` into its parts. */
static const char *
take_path(char *argument)
{
	char *sign = strchr(argument, '=');

	if (!sign)
		return argument;
	*sign = '\0';
	return sign + 1;
}

int
main(int argc, char **argv)
{
	printf("#include \"base/resource.h\"\n");
	for (int i = 1; i < argc; i++) {
		struct bytes bytes = read_file(take_path(argv[i]));
		if (is_lean(argv[i])) {
			strip_parts(&bytes, "<!--", "-->");
			strip_parts(
			    &bytes, "<xs:annotation>", "</xs:annotation>");
			strip_layout(&bytes);
		}
		write_array((size_t)i, &bytes);
		free(bytes.data);
	}
	printf("const struct dd_resource dd_resources[] = {\n");
	for (int i = 1; i < argc; i++)
		printf("{\"%s\", (const char *)data_%d, sizeof data_%d - 1},\n",
		    argv[i], i, i);
	printf("{0}};\n");
	return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
