#!/bin/sh
# SPDX-License-Identifier: MIT
# The checkers vnu and html-validate find nothing on the page of any sample;
# html-validate nothing on any fragment.
. "$(dirname "$0")/start.sh"
need java default-jre-headless
need_packages vnu-jar html-validate axe-core
exec node "$judges/html.mjs"
