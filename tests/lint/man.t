#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual pages are what the program's tables say, and clean mdoc.
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${DIPLODOC:-$root/build/diplodoc}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
number=0
failed=0

# check NAME COMMAND...: one test, whose output is shown where it fails
check() {
	title=$1
	shift
	number=$((number + 1))
	if "$@" >"$work/log" 2>&1; then
		echo "ok $number - $title"
	else
		failed=$((failed + 1))
		echo "not ok $number - $title"
		sed 's/^/# /' "$work/log"
	fi
}

skip() {
	number=$((number + 1))
	[ "$CI" = true ] && failed=$((failed + 1)) && printf 'not '
	echo "ok $number - $1 # skip $2"
}

check "pages can be made" "$root/tools/generate-help" "$program" "$work/new"
for page in "$work"/new/man/*.1; do
	name=$(basename "$page")
	check "$name is current (tools/generate-help makes it)" \
		diff -u "$root/man/$name" "$page"
	if command -v mandoc >/dev/null; then
		check "$name is clean" mandoc -T lint -W warning "$page"
	else
		skip "$name is clean" "mandoc is not installed"
	fi
done
echo "1..$number"
[ $failed -eq 0 ]
