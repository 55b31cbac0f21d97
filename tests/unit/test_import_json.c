/* SPDX-License-Identifier: MIT */
/* What comes back from JSON is the document, and what is no document of ours is
 * refused with its place. */
#include "json_import.h"
#include <glob.h>
#include <libxml/parser.h>
#include "base/file.h"
#include "xml/limits.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ROOT                                                                   \
	"<meetingSummary xmlns=\"urn:diplodoc:meeting-summary:1\" "            \
	"xml:lang=\"en\" id=\"d\">"
#define HEAD DECLARATION ROOT "<head><issued date=\"2025-05-04\"/></head>"
#define PARTIES                                                                \
	"<party id=\"a\" country=\"XA\" role=\"own\"><principal id=\"ora\">"   \
	"<courtesy>Ms.</courtesy><name><given>Lin</given><family>Ora</family>" \
	"</name></principal></party>"                                          \
	"<party id=\"b\" country=\"XB\" role=\"counterpart\">"                 \
	"<principal id=\"rask\"><courtesy>Mr.</courtesy><name>"                \
	"<given>Ove</given><family>Rask</family></name></principal></party>"
#define MEETING                                                                \
	"<meeting kind=\"foreignMinisters\" level=\"ministers\" "              \
	"format=\"inPerson\">"                                                 \
	"<start when=\"2025-05-04\"/>" PARTIES "</meeting>"
#define BODY                                                                   \
	"<body><paragraph><narrative>They met.</narrative></paragraph></body>"
#define END "</meetingSummary>\n"
#define SAY(text)                                                              \
	HEAD MEETING "<body><paragraph><statement speaker=\"a b\" "            \
		     "act=\"state\">" text                                     \
		     "</statement></paragraph></body>" END

static int
set_up(void **state)
{
	static struct dd_engine engine;

	dd_engine_init(&engine);
	*state = &engine;
	return 0;
}

static int
tear_down(void **state)
{
	dd_engine_release(*state);
	return 0;
}

/* The document comes back from the JSON made of it, byte for byte in canonical
 * form. */
static void
expect_back(
    struct dd_engine *engine, const char *path, const char *xml, size_t len)
{
	struct dd_buffer json, got, wanted;
	struct dd_error error = {0};
	xmlDoc *doc;

	dd_buffer_init(&json, 0);
	dd_buffer_init(&got, 0);
	dd_buffer_init(&wanted, 0);
	convert_to("json", engine, path, xml, len, &json);
	if (dd_import_json(get_grammar(engine), "t.json", json.data, json.len,
		&doc, &error) < 0)
		fail_msg("%s: %s", path, error.text);
	put_canonical(engine, doc, path, &got);
	xmlFreeDoc(doc);
	doc = xmlReadMemory(xml, (int)len, path, NULL, XML_PARSE_NONET);
	put_canonical(engine, doc, path, &wanted);
	xmlFreeDoc(doc);
	assert_string_equal(got.data, wanted.data);
	dd_buffer_release(&wanted);
	dd_buffer_release(&got);
	dd_buffer_release(&json);
}

static void
test_what_is_written_comes_back(void **state)
{
	static const char *const documents[] = {
	    HEAD MEETING BODY END,
	    HEAD MEETING "<lead/>" BODY END,
	    HEAD MEETING BODY "<provenance/>" END,
	    SAY("<person ref=\"ora\"/> and <person ref=\"rask\">he</person>."),
	    SAY("<party ref=\"b\" form=\"long\"/> <party ref=\"a\"/>"),
	    SAY("<quote speaker=\"ora\">No <foreign xml:lang=\"de\">Nein"
		"</foreign></quote>, <quote/>"),
	    SAY("For <money currency=\"EUR\" amount=\"2500000000\"/>."),
	    SAY("For <money currency=\"EUR\" amount=\"1.50\"/>."),
	    SAY("For <money currency=\"EUR\" amount=\"0.00000012\"/>."),
	    SAY("For <money currency=\"EUR\" amount=\"12345678901234567.5\"/>"),
	    SAY("For <quantity value=\"007\" unit=\"ships\"/>."),
	    SAY("&lt;b&gt; &amp; \"quoted\" \\ 漢字"),
	    /* What stands between the words. */
	    SAY("  They\n met \t<person ref=\"ora\"/> \n. "),
	    SAY("<quote> He <foreign xml:lang=\"de\"> Ja </foreign> </quote> "
		" <person ref=\"ora\"> \n</person> "),
	    SAY("<!--a-->They <!--b--><!--c-->  met<?p?> <?q r s?>"),
	    SAY("漢字 <!--漢字-->  漢<!--\xF0\x9F\x98\x80-->"
		"\xF0\x9F\x98\x80<!--c-->"),
	    SAY("<person ref=\"ora\"><!--c--></person>, <person "
		"ref=\"ora\"> a<!--c--> b </person>"),
	    SAY("a<!--c-->\n b \n<!--c-->c"),
	    SAY("a<![CDATA[ b ]]> &#13; c"),
	    HEAD MEETING "<lead> </lead>" BODY "<!--c-->" END "<!--d-->",
	    HEAD MEETING "<!--a--><?b c?>" BODY
			 "<provenance><!--c--></provenance>" END,
	    DECLARATION "<!--a--><?b c?>" ROOT
			"<head><title>A <!--c-->  B</title>"
			"<issued date=\"2025-05-04\"/></head>" MEETING BODY END,
	    HEAD "<meeting kind=\"foreignMinisters\" level=\"ministers\" "
		 "format=\"inPerson\"><start when=\"2025-05-04\"/><duration "
		 "value=\"PT45M\" total=\"1\"/>" PARTIES "</meeting>" BODY END,
	    HEAD "<meeting kind=\"foreignMinisters\" level=\"ministers\" "
		 "format=\"inPerson\"><start when=\"2025-05-04\"/><duration "
		 "value=\"PT45M\" total=\"0\"><!--c--></duration>" PARTIES
		 "</meeting>" BODY END,
	};

	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
		expect_back(*state, NULL, documents[i], strlen(documents[i]));
}

static void
expect_sample(struct dd_engine *engine, const char *path)
{
	struct dd_buffer bytes;

	dd_buffer_init(&bytes, 0);
	assert_int_equal(
	    dd_file_read(path, DD_LIMIT_INPUT, &bytes, NULL), DD_OK);
	expect_back(engine, path, bytes.data, bytes.len);
	dd_buffer_release(&bytes);
}

static void
test_samples_come_back(void **state)
{
	glob_t files;

	assert_int_equal(glob("samples/*.xml", 0, NULL, &files), 0);
	assert_true(files.gl_pathc > 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		expect_sample(*state, files.gl_pathv[i]);
	globfree(&files);
}

/* --- what is refused ------------------------------------------------------- */

static void
expect_refusal(
    struct dd_engine *engine, const char *json, size_t len, const char *wanted)
{
	struct dd_error error = {0};
	xmlDoc *doc;

	assert_int_equal(dd_import_json(get_grammar(engine), "t.json", json,
			     len, &doc, &error),
	    DD_E_INPUT);
	assert_null(doc);
	assert_string_equal(error.text, wanted);
}

#define PLACE(place) "The JSON cannot be read at t.json:" place ": "

static void
test_what_is_no_json_is_refused(void **state)
{
	static const struct {
		const char *json, *wanted;
	} cases[] = {
	    {"",
		PLACE("1:1") "it ends too early; a bracket or a "
			     "quotation mark is not closed."},
	    {"{\"a\":1,\n \"a\":2}",
		PLACE("2:4") "this name stands twice in one object; keep one "
			     "of them."},
	    {"{\"a\": [1,\n2",
		PLACE("2:1") "it ends too early; a bracket or a "
			     "quotation mark is not closed."},
	    {"{} x", PLACE("1:4") "nothing may follow its end."},
	    {"[\"\\u0000\"]",
		PLACE("1:9") "the character U+0000 cannot stand "
			     "in a document."},
	    {"[\"\xFF\"]",
		PLACE("1:2") "this byte is not UTF-8; save the "
			     "file in UTF-8."},
	    {"\xEF\xBB\xBF{}",
		PLACE("1:1") "it begins with a byte order "
			     "mark; save it as UTF-8 without "
			     "one."},
	    {"[1e999]", PLACE("1:6") "this number is too large."},
	    {"{\"a\": 1234567890.123456}",
		PLACE("1:7") "this number has more than 15 digits; write it "
			     "as a string, in quotation marks."},
	    {"[\"é\", 1234567890123456]",
		PLACE("1:7") "this number has more than 15 digits; write it "
			     "as a string, in quotation marks."},
	    {"[\"\\ud800\"]",
		PLACE("1:9") "this is no JSON (invalid Unicode "
			     "'\\uD800' near '\"\\ud800\"')."},
	    {"{\"a\" 1}",
		PLACE("1:6") "this is no JSON (':' expected near '1')."},
	    {"[]", "The JSON is no meeting summary, because it is no object."},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_refusal(*state, cases[i].json, strlen(cases[i].json),
		    cases[i].wanted);
}

static void
test_limits_are_kept(void **state)
{
	struct dd_buffer json;

	dd_buffer_init(&json, 0);
	dd_buffer_repeat(&json, '[', 401);
	expect_refusal(*state, json.data, json.len,
	    PLACE("1:401") "arrays and objects stand too deep in each other; "
			   "the limit is 400.");
	dd_buffer_clear(&json);
	dd_buffer_repeat(&json, ',', 1000001);
	expect_refusal(*state, json.data, json.len,
	    PLACE("1:1000001") "there are too many values; the limit is "
			       "1000000.");
	dd_buffer_clear(&json);
	dd_buffer_repeat(&json, ' ', DD_LIMIT_INPUT + 1);
	expect_refusal(*state, json.data, json.len,
	    "`t.json` has 8388609 bytes; the limit for JSON is 8388608.");
	dd_buffer_clear(&json);
	dd_buffer_puts(&json, "{\"lead\":[\"");
	dd_buffer_repeat(&json, 'a', DD_LIMIT_TEXT + 1);
	dd_buffer_puts(&json, "\"]}");
	expect_refusal(*state, json.data, json.len,
	    "`/lead/0` has 2097153 bytes; the limit is 2097152.");
	dd_buffer_release(&json);
}

#define MARK1(type, in, more, text)                                            \
	"{\"type\":\"" type "\",\"in\":\"" in "\"," more "\"text\":\"" text    \
	"\"}"
#define MARK(type, in, more, text)                                             \
	"{\"markup\":[" MARK1(type, in, more, text) "]}"

static const struct {
	const char *json, *wanted;
} misplaced[] = {
    {"{\"meeting\":{\"party\":[{\"shortNme\":\"x\"}]}}",
	"`/meeting/party/0/shortNme` is not known; did you mean "
	"`shortName`?"},
    {"{\"a/b~c\":1}",
	"`/a~1b~0c` is not known; nothing of that name "
	"can stand here."},
    {"{\"$schema\":\"x\"}",
	"`/$schema` must be `urn:diplodoc:meeting-summary:1:json`; "
	"this is the JSON of something else."},
    {"{\"head\":{\"$schema\":\"x\"}}",
	"`/head/$schema` is not known; nothing of that name can stand "
	"here."},
    {"{\"head\":[]}", "`/head` must be an object."},
    {"{\"head\":null}", "`/head` must be an object."},
    {"{\"photo\":{}}", "`/photo` must be an array."},
    {"{\"lead\":\"x\"}", "`/lead` must be an array."},
    {"{\"id\":3}", "`/id` must be a string."},
    {"{\"id\":\"a\\u0001b\"}",
	"`/id` has the character U+0001, which cannot stand in a "
	"document; leave it out."},
    {"{\"version\":true}",
	"`/version` must be a number, or a string "
	"of more than 15 digits."},
    {"{\"meeting\":{\"party\":[{\"others\":\"true\"}]}}",
	"`/meeting/party/0/others` must be true or false, without "
	"quotation marks."},
    {"{\"meeting\":{\"type\":\"party\"}}",
	"`/meeting/type` is not known; nothing of that name can stand "
	"here."},
    {"{\"meeting\":{\"occasion\":[{\"party\":\"a\"}]}}",
	"`/meeting/occasion/0/party` must be an array of ids."},
    {"{\"meeting\":{\"occasion\":[{\"party\":[\"a b\"]}]}}",
	"`/meeting/occasion/0/party/0` must be an id: a string "
	"without spaces."},
    {"{\"lead\":[1]}",
	"`/lead/0` must be a string or an object with "
	"a `type`."},
    {"{\"markup\":{}}", "`/markup` must be an array."},
    {"{\"markup\":[3]}", "`/markup/0` must be an object."},
    {MARK("comment", "/", "\"of\":1,", "a"),
	"`/markup/0/of` is not known; nothing of that name can stand "
	"here."},
    {MARK("comment", "/", "\"after\":-1,", "a"),
	"`/markup/0/after` must be a whole number from 0."},
    {MARK("comment", "/", "\"offset\":1.5,", "a"),
	"`/markup/0/offset` must be a whole number from 0."},
    {MARK("coment", "/", "", "a"),
	"`/markup/0` must have the `type` comment, instruction, space "
	"or truth."},
    {MARK("comment", "/", "", "a--b"),
	"`/markup/0` is a comment with two hyphens in it or one at "
	"its end, which XML does not allow."},
    {MARK("comment", "/", "", "a-"),
	"`/markup/0` is a comment with two hyphens in it or one at "
	"its end, which XML does not allow."},
    {MARK("instruction", "/", "", "a"), "`/markup/0/name` must be a string."},
    {MARK("instruction", "/", "\"name\":\"XML\",", "a"),
	"`/markup/0` is no instruction that XML can write; its "
	"`name` must be a word such as `diplodoc`, and its `text` "
	"without `?>`."},
    {MARK("instruction", "/", "\"name\":\"a\",", "?>"),
	"`/markup/0` is no instruction that XML can write; its "
	"`name` must be a word such as `diplodoc`, and its `text` "
	"without `?>`."},
    {MARK("space", "/", "", " x "),
	"`/markup/0` must have a `text` of white space alone."},
    {MARK("truth", "/", "\"name\":\"total\",", "2"),
	"`/markup/0` must have the `text` 0 or 1."},
    {MARK("comment", "/meetingSummary[1]/head[1]", "", "a"),
	"`/markup/0` stands in `/meetingSummary[1]/head[1]`, which is "
	"no element of this document; correct its `in`, or take it "
	"out."},
    {MARK("comment", "/meetingSummary[1]", "\"after\":1,", "a"),
	"`/markup/0` stands after 1 elements of `/meetingSummary[1]`, "
	"which has 0."},
    {"{\"markup\":[" MARK1("comment", "/", "\"after\":1,", "a") "," MARK1(
	 "comment", "/", "", "b") "]}",
	"`/markup/1` stands before the one in front of it; what is in "
	"one element must follow each other as in the document."},
    {"{\"body\":[\"x\"]}",
	"`/body/0` must be an object with a "
	"`type`."},
    {"{\"lead\":[{\"type\":\"persn\"}]}",
	"`/lead/0/type` is `persn`, which is no type that can stand "
	"here; did you mean `person`?"},
    {"{\"body\":[{\"type\":\"item\",\"sentence\":[{\"type\":\"item\"}]"
     "}]}",
	"`/body/0/sentence/0/type` is `item`, which is no type that "
	"can stand here."},
};
static void
test_what_has_no_place_is_refused(void **state)
{
	for (size_t i = 0; i < sizeof misplaced / sizeof *misplaced; i++)
		expect_refusal(*state, misplaced[i].json,
		    strlen(misplaced[i].json), misplaced[i].wanted);
}

/* What a person writes by hand need not be what a program writes. */
static void
test_json_by_hand_is_read(void **state)
{
	static const char json[] =
	    "{\"body\": [{\"sentence\": [{\"content\": [\"a\", \"\", \"b\", "
	    "{\"amount\": -1.25e-3, \"type\": \"money\"}, "
	    "{\"amount\": 12E3, \"type\": \"money\", \"computed\": 7}], "
	    "\"type\": \"note\"}], \"type\": \"paragraph\"}], \"id\": \"d\", "
	    "\"version\": 3}";
	struct dd_error error = {0};
	xmlChar *text;
	xmlDoc *doc;
	int size;

	assert_int_equal(dd_import_json(get_grammar(*state), "t.json", json,
			     strlen(json), &doc, &error),
	    0);
	xmlDocDumpMemoryEnc(doc, &text, &size, "UTF-8");
	assert_string_equal((char *)text,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<meetingSummary "
	    "xmlns=\"urn:diplodoc:meeting-summary:1\" id=\"d\" version=\"3\">"
	    "<body><paragraph><note>ab<money amount=\"-0.00125\"/>"
	    "<money amount=\"12000\"/></note></paragraph></body>"
	    "</meetingSummary>\n");
	xmlFree(text);
	xmlFreeDoc(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_what_is_written_comes_back),
	    cmocka_unit_test(test_samples_come_back),
	    cmocka_unit_test(test_what_is_no_json_is_refused),
	    cmocka_unit_test(test_limits_are_kept),
	    cmocka_unit_test(test_what_has_no_place_is_refused),
	    cmocka_unit_test(test_json_by_hand_is_read),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
