/* SPDX-License-Identifier: MIT */
/* Asks each library for the version that is loaded, not the one built with. */
#include "run/components.h"
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uversion.h>
#include "base/buffer.h"
#include "base/file.h"
#include "xml/version.h"

static void
put_zone_release(const char *zoneinfo, struct dd_component *out)
{
	struct dd_buffer text;
	char path[4096];

	out->name = "tzdata";
	strcpy(out->version, "unknown");
	dd_buffer_init(&text, 0);
	snprintf(path, sizeof path, "%s/tzdata.zi", zoneinfo);
	if (dd_file_read(path, 1024 * 1024, &text, NULL) == 0)
		sscanf(text.data, "# version %63s", out->version);
	dd_buffer_release(&text);
}

static void
put(struct dd_component *out, const char *name, const char *version)
{
	out->name = name;
	snprintf(out->version, sizeof out->version, "%s", version);
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
dd_components(const char *zoneinfo, struct dd_component out[DD_COMPONENTS_MAX])
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
	put_zone_release(zoneinfo, &out[count++]);
	return count;
}
