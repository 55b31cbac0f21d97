#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual pages are what the program's tables say, and clean mdoc.
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${DIPLODOC:-$root/build/diplodoc}
. "$root/tests/lib/tap.sh"

check "pages can be made" "$root/tools/generate-help" "$program" "$work/new"
for page in "$work"/new/man/*.[17]; do
	name=$(basename "$page")
	check "$name is current (tools/generate-help makes it)" \
		diff -u "$root/man/$name" "$page"
	if command -v mandoc >/dev/null; then
		check "$name is clean" mandoc -T lint -W warning "$page"
	else
		skip "$name is clean" "mandoc is not installed"
	fi
done
finish
