#!/bin/sh
# SPDX-License-Identifier: MIT
# The schemas of JSON by ajv: all samples and reports are accepted, what is
# broken is refused. JSON-LD of all pages by jsonld: it expands to the right
# article, event, people and organisations.
. "$(dirname "$0")/start.sh"
need_packages ajv ajv-formats jsonld
exec node "$judges/json.mjs"
