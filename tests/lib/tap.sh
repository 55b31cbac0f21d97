# SPDX-License-Identifier: MIT
# For tests in shell: one TAP line for each test, and the plan at the end.
# $work is a folder that is gone when the test is over.
# Whoever runs the tests, what the program says is compared in English.
LANGUAGE=en
export LANGUAGE
number=0
failed=0
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

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

# Where everything is to be there (CI=true) a skip hides a failure.
skip() { # NAME REASON
	number=$((number + 1))
	[ "$CI" = true ] && failed=$((failed + 1)) && printf 'not '
	echo "ok $number - $1 # skip $2"
}

finish() {
	echo "1..$number"
	exit $((failed > 0))
}
