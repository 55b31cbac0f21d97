#!/bin/sh
# SPDX-License-Identifier: MIT
# The completions are what the program's tables say, shells can read them,
# and bash offers what it should.
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${DIPLODOC:-$root/build/diplodoc}
. "$root/tests/lib/tap.sh"

check_syntax() {
	if command -v "$1" >/dev/null; then
		check "$1 reads its completion" "$1" -n "$2"
	else
		skip "$1 reads its completion" "$1 is not installed"
	fi
}

# offers EXPECTED WORD...: what bash offers for the last of the words
offers() {
	expected=$1
	shift
	got=$(PATH=$(dirname "$program"):$PATH bash -c '
		. "$0"
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_diplodoc
		echo "${COMPREPLY[*]}"' \
		"$root/completions/diplodoc.bash" "$@")
	[ "$got" = "$expected" ] && return
	echo "expected: $expected"
	echo "got:      $got"
	return 1
}

# fish_offers EXPECTED LINE: what fish offers for the last word of the line
fish_offers() {
	got=$(PATH=$(dirname "$program"):$PATH fish --no-config -c "
		source '$root/completions/diplodoc.fish'
		complete -C '$2'" | cut -f 1)
	[ "$got" = "$1" ] && return
	echo "expected: $1"
	echo "got:      $got"
	return 1
}

# check_fish NAME EXPECTED LINE
check_fish() {
	if command -v fish >/dev/null; then
		check "fish: $1" fish_offers "$2" "$3"
	else
		skip "fish: $1" "fish is not installed"
	fi
}

check "completions can be made" "$root/tools/generate-help" "$program" "$work/new"
for script in "$work"/new/completions/*; do
	name=$(basename "$script")
	check "$name is current (tools/generate-help makes it)" \
		diff -u "$root/completions/$name" "$script"
done
check_syntax bash "$root/completions/diplodoc.bash"
check_syntax zsh "$root/completions/_diplodoc"
check_syntax fish "$root/completions/diplodoc.fish"

check "a command" offers convert diplodoc con
check "all commands" offers "validate check convert import fmt new merge rules explain version help" diplodoc ""
check "a command behind help" offers version diplodoc help ver
check "an option" offers "--out-dir" diplodoc convert --out-
check "another command's option" offers "" diplodoc validate --out-
check "a value" offers "always" diplodoc validate --color al
check "a value behind =" offers "always" diplodoc validate --color = al
check "every value" offers "text html json jsonl sarif junit checkstyle github gitlab rdjson" diplodoc validate -f ""
check "every value of another command" offers "text json markdown" diplodoc rules -f ""
check "the second format" offers "html,text" diplodoc convert --to html,te
check "a rule" offers "input/doctype" diplodoc rules input/doc
check "a rule to explain" offers "input/doctype" diplodoc explain input/doc
check "files are left to bash" offers "" diplodoc validate sam
check_fish "a command" convert "diplodoc con"
check_fish "the second format" html,text "diplodoc convert --to html,te"
check_fish "a value" always "diplodoc validate --color al"
check_fish "a rule" input/doctype "diplodoc rules input/doc"
finish
