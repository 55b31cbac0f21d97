#!/bin/sh
# SPDX-License-Identifier: MIT
# The page with findings for editors: the Nu checker and html-validate find
# nothing on it, nor does axe-core in Chromium, narrow and wide, light and dark;
# it asks for nothing, needs no script, and its counts are those of the JSON.
. "$(dirname "$0")/start.sh"
need java
need chromium chromium
need_packages vnu-jar html-validate axe-core playwright-core
exec node "$judges/report-html.mjs"
