#!/bin/sh
# SPDX-License-Identifier: MIT
# `diplodoc version` says which layers there are, and `--require-sandbox` fails
# where one is missing. What each of them does is in tests/unit/test_sandbox.c,
# and which files a worker is given in test_sandbox_files.c and test_broker.c
# there: here none reaches one itself once it is contained, but for dictionaries.
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

calls=prctl,open,openat,openat2,stat,lstat,newfstatat,statx,access,faccessat
calls=$calls,faccessat2,readlink,readlinkat,getcwd,execve,socket,connect

# ALLOWED: what workers get by a path behind the filter, the last layer, but for
# paths that begin so. Without a path it is a file that is open already; what is
# refused is refused by the filter.
list_reached() {
	awk -v allowed="$1" '
		FNR == 1 { inside = 0 }
		/^prctl\(PR_SET_SECCOMP/ { inside = 1; workers++; next }
		!inside || /= -1 EACCES/ || /^[-+]/ || /, "", / { next }
		allowed != "" && index($0, "\"" allowed) { known++; next }
		{ print }
		END {
			if (!workers) print "no worker was contained"
			if (allowed != "" && !known) print "nothing of " allowed
		}' "$work"/trace.*
}

# ALLOWED VERB ARG...
stays_inside() {
	allowed=$1
	shift
	rm -f "$work"/trace.*
	strace -ff -qq -e trace="$calls" -o "$work/trace" "$DIPLODOC" "$@" \
		>"$work/out" 2>&1 || return 1
	list_reached "$allowed" >"$work/reached"
	cat "$work/reached"
	test ! -s "$work/reached"
}

# ALLOWED VERB ARG...; a build with sanitizers has fewer layers.
check_inside() {
	[ -z "$SAN" ] || return 0
	title="a worker that does $2 reaches ${1:-no file}"
	if ! command -v strace >/dev/null; then
		skip "$title" 'strace is not installed (Debian: strace)'
	elif [ -n "$missing" ]; then
		skip "$title" "there is no $missing here"
	else
		check "$title" stays_inside "$@"
	fi
}

check_inside '' validate "$root"/samples/*.xml
check_inside '' convert --to html --out-dir "$work/pages" "$root"/samples/*.xml
check_inside '' fmt --check "$root"/samples/*.xml
check_inside '' import -o "$work/x.xml" "$root/tests/import/city-of-party.txt"
check_inside /usr/share/hunspell/ check "$root"/samples/*.xml
finish
