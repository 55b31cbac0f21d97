/* SPDX-License-Identifier: MIT */
/* HTML5 from a result tree: layout, escaping, and what is kept off a page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "output/html5.h"
#include "result_tree.h"

#define H " xmlns='http://www.w3.org/1999/xhtml'"
#define R " xmlns:r='urn:diplodoc:resolved:1'"
#define J " xmlns='http://www.w3.org/2005/xpath-functions'"
#define PAGE(head, body)                                                       \
	"<html" H R "><head>" head "</head><body>" body "</body></html>"

struct drops {
	size_t count;
	char last[256];
};

static void
count_drop(void *context, const char *element, const char *attribute,
    const char *value)
{
	struct drops *drops = context;

	drops->count++;
	snprintf(drops->last, sizeof(drops->last), "%s %s %s", element,
	    attribute, value);
}

static int
write_html(const char *xml, const struct dd_html5_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	xmlDoc *doc = parse_tree(xml);
	int rc;

	if (!doc)
		print_message("# not XML: %s\n", xml);
	assert_non_null(doc);
	memset(error, 0, sizeof(*error));
	dd_buffer_init(out, 0);
	rc = dd_html5_write(doc, options, out, error);
	xmlFreeDoc(doc);
	return rc;
}

static void
check(const char *xml, const char *expected)
{
	struct dd_error error;
	struct dd_buffer out;
	int rc = write_html(xml, NULL, &out, &error);

	if (rc < 0)
		print_message("# %s\n", error.text);
	assert_int_equal(rc, 0);
	assert_string_equal(out.data, expected);
	dd_buffer_release(&out);
}

static void
check_refused(const char *xml, const char *word)
{
	struct dd_error error;
	struct dd_buffer out;

	if (write_html(xml, NULL, &out, &error) != DD_E_ENGINE)
		print_message("# %s\n", xml);
	assert_int_equal(error.code, DD_E_ENGINE);
	if (!strstr(error.text, word))
		print_message("# \"%s\" not in: %s\n", word, error.text);
	assert_non_null(strstr(error.text, word));
	dd_buffer_release(&out);
}

static void
test_page(void **state)
{
	(void)state;
	check(PAGE("<title>A &amp; B</title><meta charset='x'/>"
		   "<meta name='viewport' content='width=device-width'/>"
		   "<r:theme/>",
		  "<main><h1>A <em>b</em></h1>\n\n<p>One<br/>two</p></main>"),
	    "<!DOCTYPE html>\n<html>\n<head>\n  <meta charset=\"utf-8\">\n"
	    "  <title>A &amp; B</title>\n"
	    "  <meta name=\"viewport\" content=\"width=device-width\">\n"
	    "  <meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; style-src 'none'; "
	    "img-src 'self' https: data:; base-uri 'none'; "
	    "form-action 'none'\">\n"
	    "</head>\n<body>\n  <main>\n    <h1>A <em>b</em></h1>\n"
	    "    <p>One<br>two</p>\n  </main>\n</body>\n</html>\n");
}

static void
test_layout(void **state)
{
	(void)state;
	check("<div" H "/>", "<div></div>\n");
	check("<div" H "> a <b>c</b> </div>", "<div> a <b>c</b> </div>\n");
	check("<ol" H "><li>a<!-- c --> <i>b</i>\n <ol><li>c</li></ol></li>"
	      "<li><p>d</p></li></ol>",
	    "<ol>\n  <li>\n    a <i>b</i>\n    <ol>\n      <li>c</li>\n"
	    "    </ol>\n  </li>\n  <li>\n    <p>d</p>\n  </li>\n</ol>\n");
	check("<figure" H "><img src='a.jpg' alt=''/>"
	      "<figcaption>x</figcaption></figure>",
	    "<figure>\n  <img src=\"a.jpg\" alt=\"\">\n"
	    "  <figcaption>x</figcaption>\n</figure>\n");
	check("<p" H ">a <span> b </span>\n c</p>",
	    "<p>a <span> b </span>\n c</p>\n");
	check("<pre" H ">\n a\n  b</pre>", "<pre>\n\n a\n  b</pre>\n");
	check("<div" H "><a href='#x'><div>b</div></a><hr/></div>",
	    "<div>\n  <a href=\"#x\"><div>b</div></a>\n  <hr>\n</div>\n");
	check("<table" H "><tr><td>a</td><td/></tr></table>",
	    "<table>\n  <tr>\n    <td>a</td>\n    <td></td>\n  </tr>\n"
	    "</table>\n");
}

static void
test_escaping(void **state)
{
	(void)state;
	check("<p" H " title='&lt;&amp;&gt;&quot;&apos;&#160;&#10;&#13;'>"
	      "&lt;script&gt;&amp;amp;\"'&#160;&#13;</p>",
	    "<p title=\"&lt;&amp;&gt;&quot;'&nbsp;\n&#13;\">"
	    "&lt;script&gt;&amp;amp;\"'&nbsp;&#13;</p>\n");
	check("<p" H "><![CDATA[</p><script>alert(1)</script>]]></p>",
	    "<p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
	check("<p" H "><!-- -&gt;<script> --><?x ?><b/>x</p>",
	    "<p><b></b>x</p>\n");
	check("<p" H ">\xc2\xa9\xe5\xa4\x96\xf0\x9f\x98\x80</p>",
	    "<p>\xc2\xa9\xe5\xa4\x96\xf0\x9f\x98\x80</p>\n");
	check("<p" H " xml:lang='ja' dir='ltr' hidden='' itemscope='itemscope'>"
	      "x</p>",
	    "<p lang=\"ja\" dir=\"ltr\" hidden itemscope>x</p>\n");
	check("<p" H " xml:lang='ja' lang='ko' data-a-1='x' aria-label='y'>"
	      "</p>",
	    "<p lang=\"ko\" data-a-1=\"x\" aria-label=\"y\"></p>\n");
}

static void
test_elements_refused(void **state)
{
	static const char *const names[] = {"iframe", "object", "embed", "form",
	    "base", "style", "script", "input", "button", "textarea", "select",
	    "template", "noscript", "svg", "math", "frame", "frameset",
	    "applet", "marquee", "plaintext", "xmp", "portal", "slot", "dialog",
	    "canvas", "param", "isindex", "SCRIPT", "P", "blink", "area"};
	char xml[256], word[32];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(xml, sizeof(xml), "<div" H "><%s>a</%s></div>",
		    names[i], names[i]);
		snprintf(word, sizeof(word), "<%s>", names[i]);
		check_refused(xml, word);
	}
	check_refused("<p>x</p>", "<p>");
	check_refused("<svg xmlns='http://www.w3.org/2000/svg'/>", "2000/svg");
	check_refused("<p" H "><x xmlns='urn:x'/></p>", "urn:x");
	check_refused("<p" H R "><r:lead/></p>", "<lead>");
	check_refused("<p" H R "><r:theme/></p>", "head");
	check_refused("<p" H "><div/></p>", "<div> into <p>");
	check_refused("<p" H "><b><ol/></b></p>", "<ol> into <p>");
	check_refused("<br" H ">x</br>", "<br>");
	check_refused("<html" H "><body/></html>", "<head>");
	check_refused(PAGE("<title>a<b/></title>", ""), "<title>");
	check_refused("<div" H "><html><head/></html></div>", "<html>");
}

static void
test_attributes_refused(void **state)
{
	static const char *const names[] = {"onclick", "onload", "onerror",
	    "ONCLICK", "on-x", "onfocusin", "style", "srcdoc", "formaction",
	    "background", "ping", "http-equiv", "contenteditable", "autofocus",
	    "accesskey", "is", "slot", "xmlns-x", "data-", "data-\xc3\xbc",
	    "data-A", "aria", "integrity", "nonce", "usemap", "Href"};
	char xml[256];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(xml, sizeof(xml), "<a" H " %s='x'>a</a>", names[i]);
		check_refused(xml, names[i]);
	}
	check_refused("<a" H " xmlns:x='http://www.w3.org/1999/xlink' "
		      "x:href='javascript:x'/>",
	    "x:href");
	check_refused("<a" H " xml:base='x'/>", "xml:base");
	check_refused("<p" H " hidden='false'/>", "hidden");
	check_refused("<a" H " target='top'/>", "top");
	check_refused(
	    PAGE("<link rel='stylesheet' href='a.css'/>", ""), "stylesheet");
	check_refused(PAGE("<link rel='preload' href='a.js'/>", ""), "preload");
	check_refused(
	    PAGE("<meta http-equiv='refresh' content='0'/>", ""), "http-equiv");
}

static void
test_ids(void **state)
{
	(void)state;
	check("<p" H " id='dd-1'>x</p>", "<p id=\"dd-1\">x</p>\n");
	check_refused("<div" H " id='a-b'><p id='a-b'/></div>", "twice");
	check_refused("<p" H " id='location'/>", "dd-location");
	check_refused("<p" H " id='a b'/>", "one word");
	check_refused("<p" H " id=''/>", "one word");
}

static void
check_drop(const char *xml, const char *expected, size_t count)
{
	struct drops drops = {0};
	struct dd_html5_options options = {
	    .dropped = count_drop, .context = &drops};
	struct dd_error error;
	struct dd_buffer out;

	assert_int_equal(write_html(xml, &options, &out, &error), 0);
	assert_string_equal(out.data, expected);
	assert_int_equal(drops.count, count);
	dd_buffer_release(&out);
}

static void
test_addresses(void **state)
{
	(void)state;
	check_drop("<a" H " href='javascript:alert(1)' class='x'>t</a>",
	    "<a class=\"x\">t</a>\n", 1);
	check_drop("<a" H " href='JaVa&#9;script:x'>t</a>", "<a>t</a>\n", 1);
	check_drop("<q" H " cite='vbscript:x'>t</q>", "<q>t</q>\n", 1);
	check_drop("<p" H ">a<img src='data:image/svg+xml,x' alt='y'/></p>",
	    "<p>a</p>\n", 1);
	check_drop("<p" H "><img src='a.jpg' srcset='b.jpg 2x, data:x 3x'/>"
		   "</p>",
	    "<p><img src=\"a.jpg\"></p>\n", 1);
	check_drop("<video" H " poster='javascript:x'>t</video>",
	    "<video>t</video>\n", 1);
	check_drop("<a" H " href='https://e.org/?a=1&amp;b=\"'>t</a>",
	    "<a href=\"https://e.org/?a=1&amp;b=%22\">t</a>\n", 0);
	check_drop(
	    "<img" H " src=' a b.jpg'/>", "<img src=\"a%20b.jpg\">\n", 0);
	check_drop("<a" H " href='/x' target='_blank'>t</a>",
	    "<a href=\"/x\" target=\"_blank\" rel=\"noopener noreferrer\">"
	    "t</a>\n",
	    0);
	check_drop("<a" H " rel='nofollow NoOpener' target='_blank'>t</a>",
	    "<a rel=\"nofollow NoOpener noreferrer\" target=\"_blank\">t</a>\n",
	    0);
	check_drop("<a" H " rel='' target='_blank'>t</a>",
	    "<a rel=\"noopener noreferrer\" target=\"_blank\">t</a>\n", 0);
	check_drop("<a" H " rel='next'>t</a>", "<a rel=\"next\">t</a>\n", 0);
}

static void
test_json_ld(void **state)
{
	(void)state;
	check("<script" H " type='application/ld+json'>\n<map" J ">"
	      "<string key='a'>&lt;/script>&lt;!--</string></map></script>",
	    "<script type=\"application/ld+json\">"
	    "{\"a\":\"\\u003c/script\\u003e\\u003c!--\"}</script>\n");
	check_refused("<script" H "><map" J "/></script>", "ld+json");
	check_refused(
	    "<script" H " type='application/ld+json'>{}</script>", "ld+json");
	check_refused("<script" H " type='text/javascript'><map" J "/>"
		      "</script>",
	    "ld+json");
	check_refused("<script" H " type='application/ld+json' src='a'><map" J
		      "/></script>",
	    "ld+json");
	check_refused("<script" H " type='application/ld+json'><map" J
		      "><x/></map></script>",
	    "x without a key");
}

static void
check_theme(const struct dd_html5_options *options, const char *expected)
{
	struct dd_error error;
	struct dd_buffer out;

	assert_int_equal(
	    write_html(PAGE("<r:theme/>", ""), options, &out, &error), 0);
	if (!strstr(out.data, expected))
		print_message("# %s\n", out.data);
	assert_non_null(strstr(out.data, expected));
	dd_buffer_release(&out);
}

static void
check_theme_refused(const struct dd_html5_options *options)
{
	struct dd_error error;
	struct dd_buffer out;

	assert_int_equal(
	    write_html(PAGE("<r:theme/>", ""), options, &out, &error),
	    DD_E_USAGE);
	dd_buffer_release(&out);
}

static void
test_theme(void **state)
{
	/* printf '\na{color:red}\n' | openssl dgst -sha256 -binary | base64 */
	static const char expected[] =
	    "style-src 'sha256-ABtrhqeBRP/nWL9c67wMNny6bjHB/h1YKEGe7bzSIRc='";
	struct dd_html5_options css = {.css = "a{color:red}", .css_len = 12};
	struct dd_html5_options other = {.css = "a{color:tan}", .css_len = 12};
	struct dd_html5_sheet sheet;
	struct dd_html5_options crlf = {.css = "\xef\xbb\xbf"
					       "a{color:red}\r\n",
	    .css_len = 17};
	struct dd_html5_options href = {.css_href = "https://e.org/s.css?a&b"};
	struct dd_html5_options local = {.css_href = "s.css"};
	struct dd_html5_options both = {.css = "", .css_href = "s.css"};
	struct dd_html5_options bad[] = {
	    {.css = "a{}</STYLE >", .css_len = 12},
	    {.css = "\xff", .css_len = 1},
	    {.css = "a\0b", .css_len = 3},
	    {.css_href = "javascript:x"},
	    {.css_href = "https://a;b/"},
	    {.css_href = ""},
	};

	(void)state;
	check_theme(&css, expected);
	check_theme(&css, "<style>\na{color:red}\n</style>");
	check_theme(&crlf, expected);
	/* Kept from the page before, and not where the sheet is another one. */
	dd_html5_sheet_init(&sheet);
	css.sheet = crlf.sheet = other.sheet = &sheet;
	check_theme(&css, expected);
	check_theme(&other, "<style>\na{color:tan}\n</style>");
	check_theme(&other, "<style>\na{color:tan}\n</style>");
	check_theme(&crlf, expected);
	dd_html5_sheet_release(&sheet);
	check_theme(&href, "style-src https://e.org; img-src");
	check_theme(&href,
	    "<link rel=\"stylesheet\" href=\"https://e.org/s.css?a&amp;b\">");
	check_theme(&local, "style-src 'self'; img-src");
	check_theme_refused(&both);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		check_theme_refused(&bad[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_page),
	    cmocka_unit_test(test_layout),
	    cmocka_unit_test(test_escaping),
	    cmocka_unit_test(test_elements_refused),
	    cmocka_unit_test(test_attributes_refused),
	    cmocka_unit_test(test_ids),
	    cmocka_unit_test(test_addresses),
	    cmocka_unit_test(test_json_ld),
	    cmocka_unit_test(test_theme),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
