/* SPDX-License-Identifier: MIT */
/* Asks each library for the version that is loaded, not the one built with. */
#include "run/components.h"
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uversion.h>
#include "base/buffer.h"
#include "base/file.h"
#include "base/pattern.h"
#include "model/speller.h"
#include "xml/version.h"

enum { ZONE_LIST_MAX = 1024 * 1024 }; /* bytes that are read of the list */

static void
put(struct dd_component *out, const char *name, const char *version)
{
	out->name = name;
	snprintf(out->version, sizeof out->version, "%s", version);
}

static void
put_zone_release(const char *zoneinfo, struct dd_component *out)
{
	static const char mark[] = "# version ";
	const char *release = "unknown";
	struct dd_buffer path, text;

	dd_buffer_init(&path, 0);
	dd_buffer_init(&text, 0);
	dd_buffer_printf(&path, "%s/tzdata.zi", zoneinfo);
	if (dd_file_read(path.data, ZONE_LIST_MAX, &text, NULL) == 0 &&
	    strncmp(text.data, mark, strlen(mark)) == 0) {
		release = text.data + strlen(mark);
		text.data[strcspn(text.data, "\n")] = '\0';
	}
	put(out, "tzdata", release);
	dd_buffer_release(&text);
	dd_buffer_release(&path);
}

static void
put_dictionaries(const struct dd_speller_db *spellers, struct dd_component *out)
{
	bool english = dd_speller_has(spellers, "en");
	bool french = dd_speller_has(spellers, "fr");

	out->name = "dictionaries";
	snprintf(out->version, sizeof out->version, "%s%s%s",
	    english ? "en" : "", english && french ? " " : "",
	    french ? "fr" : "");
	if (!english && !french)
		put(out, out->name, "none; spelling is not checked");
}

/* 20914 is 2.9.14. */
static void
put_number(struct dd_component *out, const char *name, int number)
{
	out->name = name;
	snprintf(out->version, sizeof out->version, "%d.%d.%d", number / 10000,
	    number / 100 % 100, number % 100);
}

size_t
dd_components(const char *zoneinfo, const struct dd_speller_db *spellers,
    struct dd_component out[DD_COMPONENTS_MAX])
{
	UVersionInfo icu;
	size_t count = 0;

	put_number(&out[count++], "libxml2", dd_libxml_version());
	put_number(&out[count++], "libxslt", dd_libxslt_version());
	u_getVersion(icu);
	snprintf(
	    out[count].version, sizeof out->version, "%d.%d", icu[0], icu[1]);
	out[count++].name = "ICU";
	put(&out[count++], "libsodium", sodium_version_string());
	out[count].name = "PCRE2";
	dd_pattern_version(out[count++].version, sizeof out->version);
	put_zone_release(zoneinfo, &out[count++]);
	put_dictionaries(spellers, &out[count++]);
	return count;
}
