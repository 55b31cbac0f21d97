#!/bin/sh
# SPDX-License-Identifier: MIT
# `diplodoc version` says which layers there are, and `--require-sandbox` fails
# where one is missing. What each of them does is in tests/unit/test_sandbox.c.
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tests/lib/tap.sh"
DIPLODOC=${DIPLODOC:-$root/build/diplodoc}
sample=$root/samples/2025-05-20-readout-dorrane.xml

missing=$("$DIPLODOC" version | sed -n 's/^  missing  *//p')

names_layers() {
	"$DIPLODOC" version | sed -n 's/^  \(containment\|missing\)  *//p' |
		tr -d ' ' | tr ',' '\n' | sort >"$work/layers"
	printf '%s\n' descriptors landlock memory no-new-privs rlimits seccomp \
		timers | diff - "$work/layers"
}

agrees_with_json() {
	"$DIPLODOC" version --format json >"$work/json"
	inactive=$(grep -c '"active": false' "$work/json")
	test "$inactive" -eq "$(echo "$missing" | tr ',' '\n' | grep -c .)"
}

# VERB ARG... with the option; 0, or 4 and the name of what is not there
requires() {
	status=0
	"$DIPLODOC" "$@" --require-sandbox >"$work/out" 2>"$work/err" ||
		status=$?
	if [ -z "$missing" ]; then
		test "$status" -eq 0
	else
		test "$status" -eq 4 && test ! -s "$work/out" &&
			grep -qF "no \`${missing%%,*}\` here" "$work/err"
	fi
}

check 'every layer is there or missing' names_layers
check 'programs are told the same' agrees_with_json
check 'validate requires them' requires validate "$sample"
check 'check requires them' requires check "$sample"
check 'convert requires them' requires convert --to text "$sample"
check 'fmt requires them' requires fmt --check "$sample"
check 'import requires them' requires import -o "$work/x.xml" "$root/tests/import/city-of-party.txt"
finish
