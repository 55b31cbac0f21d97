#!/bin/sh
# SPDX-License-Identifier: MIT
# All reports of one run on a hostile folder: each has the shape that its readers
# want (JSON by ajv, XML by xmllint, SARIF by its schema and by the multitool),
# all say the same, and none shows a byte that could harm.
. "$(dirname "$0")/start.sh"
need xmllint libxml2-utils
need_packages ajv ajv-formats @microsoft/sarif-multitool-linux
exec node "$judges/reports.mjs"
