/* SPDX-License-Identifier: MIT */
/*
 * What the schemas load and cost: a broken schema is refused, nothing outside
 * of the bundle is read, and no document makes the validator slow.
 */
#include "schema_check.h"
#include <time.h>
#include <libxml/parser.h>

static void
check_text(struct checked *c, const char *text, const struct dd_schema *schema)
{
	dd_buffer_init(&c->bytes, 0);
	dd_buffer_puts(&c->bytes, text);
	check_bytes(c, schema);
}

/* --- schemas that cannot be used ----------------------------------------- */

#define SCHEMA(attributes, content)                                            \
	"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' "              \
	"xmlns='urn:x' " attributes ">" content "</xs:schema>"
#define TARGET "targetNamespace='urn:x' elementFormDefault='qualified'"
#define ROOT                                                                   \
	"<xs:element name='a' type='t'/><xs:simpleType name='t'>"              \
	"<xs:restriction base='xs:token'/></xs:simpleType>"

static struct dd_schema *
compile_text(const char *text, struct dd_error *error)
{
	struct dd_schema_file bundle[] = {
	    {"broken.xsd", text, strlen(text)}, get_file("schemas/xml.xsd")};

	*error = (struct dd_error){0};
	return dd_schema_new(bundle, 2, error);
}

static void
test_broken_schemas(void **state)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
	    {"", "not a schema"},
	    {"<xs:schema", "not a schema"},
	    {"<a/>", "not a schema"},
	    {SCHEMA(TARGET, ""), "not a schema with a root element"},
	    {SCHEMA("", "<xs:element name='a'/>"), "not a schema"},
	    {SCHEMA(TARGET, "<xs:element name='a' type='none'/>"),
		"cannot be used"},
	    {SCHEMA(TARGET, ROOT "<xs:nonsense/>"), "cannot be used"},
	    {SCHEMA(TARGET, "<xs:include schemaLocation='other.xsd'/>" ROOT),
		"asks for `other.xsd`"},
	    {SCHEMA(TARGET,
		 "<xs:import namespace='urn:y' "
		 "schemaLocation='file:///etc/passwd'/>" ROOT),
		"asks for `file:///etc/passwd`"},
	    {SCHEMA(TARGET,
		 "<xs:import namespace='urn:y' "
		 "schemaLocation='http://127.0.0.1:9/y.xsd'/>" ROOT),
		"asks for `http://127.0.0.1:9/y.xsd`"},
	};
	struct dd_error error;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_null(compile_text(rows[i].text, &error));
		assert_int_equal(error.code, DD_E_USAGE);
		if (!strstr(error.text, rows[i].says))
			fail_msg("%s: %s", rows[i].says, error.text);
	}
}

/* The loader works for what is part of the bundle, and only there. */
static void
test_bundled_import(void **state)
{
	struct dd_error error;
	struct dd_schema *schema = compile_text(
	    SCHEMA(TARGET,
		"<xs:import namespace='http://www.w3.org/XML/1998/namespace' "
		"schemaLocation='xml.xsd'/>" ROOT),
	    &error);

	(void)state;
	assert_non_null(schema);
	dd_schema_free(schema);
	assert_null(dd_schema_new(
	    (struct dd_schema_file[]){{"a.xsd", "<a/>", 4}}, 1, NULL));
	dd_schema_free(NULL);
}

/* --- what a document asks for -------------------------------------------- */

static int loads;

static xmlParserInputPtr
count_load(const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	loads++;
	return NULL;
}

/* A document may say where a schema is; nobody looks there. */
static void
test_schema_location_loads_nothing(void **state)
{
	static const char *const hints[] = {
	    "xsi:schemaLocation='urn:other file:///etc/passwd'",
	    "xsi:schemaLocation='urn:other schemas/house.xsd'",
	    "xsi:schemaLocation='urn:other http://127.0.0.1:9/other.xsd'",
	    "xsi:noNamespaceSchemaLocation='schemas/xml.xsd'",
	};
	xmlExternalEntityLoader before = xmlGetExternalEntityLoader();
	struct dd_schema *schema =
	    compile_built_in("schemas/meeting-summary.xsd");
	struct dd_buffer text;
	struct checked c;
	size_t i;

	(void)state;
	xmlSetExternalEntityLoader(count_load);
	for (i = 0; i < sizeof(hints) / sizeof(hints[0]); i++) {
		dd_buffer_init(&text, 0);
		dd_buffer_printf(&text,
		    "<meetingSummary xmlns='urn:diplodoc:meeting-summary:1' "
		    "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
		    "xml:lang='en' id='m' %s><head><issued "
		    "date='2024-03-05'/></head><meeting kind='summit' "
		    "level='leaders' format='inPerson'><start "
		    "when='2024-03-05' zone='Asia/Tokyo'/><place "
		    "country='JP'/><party id='jp' country='JP' role='own'>"
		    "<principal "
		    "id='p'><office>Minister</office></principal></party>"
		    "</meeting><body><paragraph><narrative>A day."
		    "</narrative></paragraph></body></meetingSummary>",
		    hints[i]);
		check_text(&c, text.data, schema);
		dd_buffer_release(&text);
		assert_int_equal(c.result, DD_OK);
		assert_int_equal(c.sink.errors, 0);
		assert_true(xmlGetExternalEntityLoader() == count_load);
		release(&c);
	}
	xmlSetExternalEntityLoader(before);
	assert_int_equal(loads, 0);
	dd_schema_free(schema);
}

/* --- what a document may cost -------------------------------------------- */

#define BEGIN                                                                  \
	"<meetingSummary xmlns='urn:diplodoc:meeting-summary:1' "              \
	"xml:lang='en' "                                                       \
	"id='m'><body>"
#define END "</body></meetingSummary>"

/* Adds the text, with the number for each `#`. */
static void
add_part(struct dd_buffer *out, const char *part, unsigned number)
{
	for (; *part; part++) {
		if (*part == '#')
			dd_buffer_printf(out, "%u", number);
		else
			dd_buffer_putc(out, *part);
	}
}

/* `start`, then `part` `count` times, then `end`. */
static void
test_cost(void **state)
{
	static const struct {
		const char *start, *part;
		unsigned count;
		const char *end;
	} rows[] = {
	    {BEGIN "<item>", "<note/><heading>#</heading>", 50000,
		"</item>" END},
	    {BEGIN, "words<item/>#", 50000, END},
	    /* about as many names as the gate lets in */
	    {BEGIN "<item>", "<w#/>", 4000, "</item>" END},
	    {BEGIN "<paragraph>", "<statement speaker='a# b# c#' act='x'/>",
		50000, "</paragraph>" END},
	};
	struct dd_schema *schema =
	    compile_built_in("schemas/meeting-summary.xsd");
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct dd_buffer text;
		struct checked c;
		clock_t start;
		unsigned n;

		dd_buffer_init(&text, 0);
		dd_buffer_puts(&text, rows[i].start);
		for (n = 0; n < rows[i].count; n++)
			add_part(&text, rows[i].part, n);
		dd_buffer_puts(&text, rows[i].end);
		start = clock();
		check_text(&c, text.data, schema);
		/* Ten times of what it takes, sanitizers included. */
		assert_true(clock() - start < 10 * CLOCKS_PER_SEC);
		assert_int_equal(c.result, DD_OK);
		assert_true(c.sink.errors > 1);
		release(&c);
		dd_buffer_release(&text);
	}
	dd_schema_free(schema);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_broken_schemas),
	    cmocka_unit_test(test_bundled_import),
	    cmocka_unit_test(test_schema_location_loads_nothing),
	    cmocka_unit_test(test_cost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
