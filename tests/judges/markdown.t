#!/bin/sh
# SPDX-License-Identifier: MIT
# Markdown of all samples, read by commonmark, has the words of the page in
# the order of the page. What "the words" are is said in words.mjs.
. "$(dirname "$0")/start.sh"
need_packages commonmark
exec node "$judges/markdown.mjs"
