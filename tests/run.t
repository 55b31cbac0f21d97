#!/bin/sh
# SPDX-License-Identifier: MIT
# The golden cases: every folder tests/golden/<verb>/<case>/ is one test.
#
#   args     words behind `diplodoc`, as one line of shell
#   stdin    what the program reads (nothing without it)
#   status   the exit code (0 without it)
#   stdout   what it prints, exactly (nothing without it); stderr likewise
#   expect/  files that exist afterwards, byte for byte; no others may
#   setup    shell run before, for what git cannot hold: pipes, modes
#   needs    shell that fails where the case cannot run here: a skip
#
# Every case runs in a copy of its folder. $DIPLODOC is the program.
#
#   tests/run.t                     run all, print TAP
#   tests/run.t validate/clean      run these (patterns are allowed)
#   tests/run.t -u [case ...]       show what differs, then take it over
here=$(cd "$(dirname "$0")" && pwd)
DIPLODOC=${DIPLODOC:-$here/../build/diplodoc}
case $DIPLODOC in
/*) ;;
*) DIPLODOC=$PWD/$DIPLODOC ;;
esac
LC_ALL=C.UTF-8 TZ=UTC
export DIPLODOC LC_ALL TZ
unset NO_COLOR CLICOLOR_FORCE TERM LANGUAGE

update=false
if [ "$1" = -u ]; then
	update=true
	shift
fi
if [ ! -x "$DIPLODOC" ]; then
	echo "1..1"
	echo "not ok 1 - $DIPLODOC does not exist; run make"
	exit 1
fi
work=$(mktemp -d) || exit 1
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Runs the case $1 in $work/run; what came out stands in $work/got.
run_case() {
	rm -rf "$work/run" "$work/got" "$work/before"
	mkdir -p "$work/got/expect" "$work/before"
	cp -R "$here/golden/$1" "$work/run"
	(
		cd "$work/run" || exit 1
		rm -rf args stdin stdout stderr status expect setup needs
		input=/dev/null
		if [ -f "$here/golden/$1/stdin" ]; then
			input=$here/golden/$1/stdin
		fi
		if [ -f "$here/golden/$1/setup" ]; then
			. "$here/golden/$1/setup"
		fi
		cp -R . "$work/before" 2>/dev/null
		eval "\"\$DIPLODOC\" $(cat "$here/golden/$1/args")" \
			<"$input" >"$work/got/stdout" 2>"$work/got/stderr"
		echo $? >"$work/got/status"
	)
	collect
}

# Files that are new or changed are the outputs of the case.
collect() {
	(
		cd "$work/run" || exit 1
		find . -type f | while read -r file; do
			[ -r "$file" ] || continue
			cmp -s "$file" "$work/before/$file" && continue
			mkdir -p "$work/got/expect/$(dirname "$file")"
			cp "$file" "$work/got/expect/$file"
		done
	)
	(
		cd "$work/got" || exit 1
		for file in stdout stderr; do
			[ -s $file ] || rm -f $file
		done
		[ "$(cat status)" != 0 ] || rm status
		rmdir expect 2>/dev/null
	)
}

# Prints the differences between what is expected and what came out.
compare_case() {
	for part in stdout stderr status expect; do
		old=$here/golden/$1/$part new=$work/got/$part
		[ -e "$old" ] || [ -e "$new" ] || continue
		[ -e "$old" ] || old=/dev/null
		[ -e "$new" ] || new=/dev/null
		if [ -d "$old" ] && [ ! -d "$new" ]; then
			mkdir "$work/got/expect" && new=$work/got/expect
		elif [ -d "$new" ] && [ ! -d "$old" ]; then
			mkdir -p "$work/none" && old=$work/none
		fi
		diff -ruN "$old" "$new"
	done
}

take_over() {
	for part in stdout stderr status expect; do
		rm -rf "$here/golden/$1/$part"
		[ -e "$work/got/$part" ] || continue
		cp -R "$work/got/$part" "$here/golden/$1/$part"
	done
	rmdir "$here/golden/$1/expect" 2>/dev/null
}

list_cases() {
	[ $# -gt 0 ] || set -- '*/*'
	cd "$here/golden" || exit 1
	for pattern; do
		ls -d $pattern
	done | while read -r name; do
		[ ! -f "$name/args" ] || echo "$name"
	done
}

cases=$(list_cases "$@")
echo "1..$(echo "$cases" | wc -w)"
number=0
failed=0
for name in $cases; do
	number=$((number + 1))
	needs=$here/golden/$name/needs
	if [ -f "$needs" ] && ! sh "$needs" >/dev/null 2>&1; then
		# Where everything is installed, a skip hides a failure.
		[ "$CI" = true ] && failed=$((failed + 1)) && printf 'not '
		echo "ok $number - $name # skip $(sed -n 's/^# //p' "$needs")"
		continue
	fi
	run_case "$name"
	if compare_case "$name" >"$work/diff"; [ ! -s "$work/diff" ]; then
		echo "ok $number - $name"
	elif $update; then
		cat "$work/diff"
		take_over "$name"
		echo "ok $number - $name (updated)"
	else
		failed=$((failed + 1))
		echo "not ok $number - $name"
		sed 's/^/# /' "$work/diff"
	fi
done
[ $failed -eq 0 ]
