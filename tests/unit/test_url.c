/* SPDX-License-Identifier: MIT */
/* Which addresses may stand on a page, and how they are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "output/url.h"

struct row {
	const char *in, *out; /* out NULL: refused */
};

static void
check_rows(const struct row *rows, size_t count,
    bool (*clean)(struct dd_buffer *, const char *))
{
	for (size_t i = 0; i < count; i++) {
		struct dd_buffer out;
		bool good;

		dd_buffer_init(&out, 0);
		good = clean(&out, rows[i].in);
		if (good != (rows[i].out != NULL))
			print_message("# %s\n", rows[i].in);
		assert_int_equal(good, rows[i].out != NULL);
		assert_string_equal(out.data, good ? rows[i].out : "");
		dd_buffer_release(&out);
	}
}

#define CHECK(rows, clean)                                                     \
	check_rows(rows, sizeof(rows) / sizeof((rows)[0]), clean)

static void
test_allowed(void **state)
{
	static const struct row rows[] = {
	    {"https://example.org/a?b=c#d", "https://example.org/a?b=c#d"},
	    {"HTTP://example.org/", "HTTP://example.org/"},
	    {"mailto:press@example.org", "mailto:press@example.org"},
	    {"tel:+81-3-0000-0000", "tel:+81-3-0000-0000"},
	    {"#dd-item-1", "#dd-item-1"},
	    {"", ""},
	    {"a/b.html", "a/b.html"},
	    {"../a:b", "../a:b"},
	    {"./a:b", "./a:b"},
	    {"?a=javascript:x", "?a=javascript:x"},
	    {"//example.org/x", "//example.org/x"},
	    {" \t\nhttps://example.org/ \r\n", "https://example.org/"},
	    {"https://exa\nmple.org/", "https://example.org/"},
	    {"https://example.org/a b", "https://example.org/a%20b"},
	    {"/x\"<>`{|}^\\", "/x%22%3C%3E%60%7B%7C%7D%5E%5C"},
	    {"/\xe5\xa4\x96\xe5\x8b\x99", "/\xe5\xa4\x96\xe5\x8b\x99"},
	    {"/\xc2\x9b\x7f", "/%C2%9B%7F"},
	    {"/100%25", "/100%25"},
	};
	(void)state;
	CHECK(rows, dd_url_clean);
}

static void
test_refused(void **state)
{
	static const struct row rows[] = {
	    {"javascript:alert(1)", NULL},
	    {"JaVaScRiPt:alert(1)", NULL},
	    {"JaVa\tscript:alert(1)", NULL},
	    {"java\nscript:alert(1)", NULL},
	    {"java\r\nscript:alert(1)", NULL},
	    {"\x01javascript:alert(1)", NULL},
	    {"\x1f \x0bjavascript:alert(1)", NULL},
	    {"java\x01script:alert(1)", NULL},
	    {"javascript\t:alert(1)", NULL},
	    {"javascript :alert(1)", NULL},
	    {"\xc2\xa0javascript:alert(1)", NULL},
	    {"\xe2\x80\x8bjavascript:alert(1)", NULL},
	    {"\xef\xbd\x8a"
	     "avascript:alert(1)",
		NULL},
	    {"data:text/html,<script>alert(1)</script>", NULL},
	    {"DATA:text/html;base64,PHN2Zz4=", NULL},
	    {"data:image/svg+xml,<svg onload=alert(1)>", NULL},
	    {"vbscript:msgbox(1)", NULL},
	    {"file:///etc/passwd", NULL},
	    {"blob:https://example.org/1", NULL},
	    {"filesystem:https://example.org/1", NULL},
	    {"view-source:https://example.org/", NULL},
	    {"about:blank", NULL},
	    {"ftp://example.org/", NULL},
	    {"jar:https://example.org/!/", NULL},
	    {"javascript&colon;x:", NULL},
	    {"https\xe2\x80\x8b://example.org/", NULL},
	    {":", NULL},
	    {"httpss:x", NULL},
	    {"http+x:y", NULL},
	};
	(void)state;
	CHECK(rows, dd_url_clean);
}

static void
test_srcset(void **state)
{
	static const struct row rows[] = {
	    {"", ""},
	    {"a.jpg", "a.jpg"},
	    {"a.jpg 1x, b.jpg 2x", "a.jpg 1x, b.jpg 2x"},
	    {" a.jpg  480w ,\n b.jpg 960w ", "a.jpg 480w, b.jpg 960w"},
	    {"a.jpg, b.jpg 1.5x", "a.jpg, b.jpg 1.5x"},
	    {"a.jpg 1x,javascript:x 2x", NULL},
	    {"a.jpg 1y", NULL},
	    {"a.jpg 1.w", NULL},
	    {"a.jpg w", NULL},
	    {"a.jpg 1x 2x", NULL},
	    {",a.jpg", ",a.jpg"},
	    {",", NULL},
	    {"data:image/png;base64,AA 1x", NULL},
	};
	(void)state;
	CHECK(rows, dd_url_clean_srcset);
}

static void
test_origin(void **state)
{
	static const struct row rows[] = {
	    {"https://example.org/a.css", "https://example.org"},
	    {"https://example.org:8443?x", "https://example.org:8443"},
	    {"http://[::1]/a", "http://[::1]"},
	    {"//example.org/a.css", "example.org"},
	    {"/a.css", "'self'"},
	    {"a.css", "'self'"},
	    {"https:a.css", NULL},
	    {"https:///a.css", NULL},
	    {"https://a;script-src b/", NULL},
	    {"https://user@example.org/", NULL},
	    {"https://'self'/", NULL},
	    {"mailto:a@example.org", NULL},
	};
	(void)state;
	CHECK(rows, dd_url_origin);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_allowed),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_srcset),
	    cmocka_unit_test(test_origin),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
