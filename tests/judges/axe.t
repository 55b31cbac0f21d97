#!/bin/sh
# SPDX-License-Identifier: MIT
# In Chromium, narrow and wide, light and dark, axe-core finds nothing on the
# page of any sample, and the page keeps to its policy and its width.
. "$(dirname "$0")/start.sh"
need chromium chromium
need_packages axe-core html-validate playwright-core
exec node "$judges/axe.mjs"
