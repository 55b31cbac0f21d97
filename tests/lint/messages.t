#!/bin/sh
# SPDX-License-Identifier: MIT
# Every message of the source stands in every catalogue and is translated, none
# is left over, and translations take the arguments that their originals take.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/lib/tap.sh"
. "$root/tests/lib/need.sh"
need xgettext gettext
cd "$root" || exit 1

make_template() {
	tools/messages template >"$work/template" 2>"$work/complaints" &&
		! [ -s "$work/complaints" ] && grep -q '^msgid "`' "$work/template"
	status=$?
	cat "$work/complaints"
	return $status
}

# What one has and the other has not, in the words of msgcmp.
has_all() { # CATALOGUE
	msgcmp --use-untranslated --use-fuzzy --no-fuzzy-matching "$1" \
		"$work/template" >"$work/said" 2>&1
	cat "$work/said"
	grep -q 'warning: this message is not used\|not defined' "$work/said" && {
		echo 'tools/messages merge brings it up to the source.'
		return 1
	}
	[ -s "$1" ]
}

# xgettext counts commas between braces as those between arguments, and takes
# the first text where a condition chooses.
find_unmarked() {
	names=$(sed -n "/^formats=/,/'$/p; /^texts=/,/'$/p" tools/messages |
		tr -cs 'A-Za-z_' '\n' | grep '^dd_\|^DD_' | tr '\n' '|')
	find src -name '*.c' | NAMES="${names%|}" xargs perl -0 -ne '
		my $text = qr/"[^"]*[a-z]{2,} [a-z]/;
		while (/\b(?:$ENV{NAMES})(\((?:[^()"]|"(?:[^"\\]|\\.)*"|(?1))*\))/g) {
			my $call = $1;
			print "$ARGV: $call\n" if $call =~ /[?:]\s*$text/ ||
				$call !~ /N_\(/ && $call =~ /\{[^{}"]*,[^{}"]*\}.*$text/s;
		}' >"$work/unmarked"
	cat "$work/unmarked"
	! [ -s "$work/unmarked" ]
}

# A fuzzy translation is that of another sentence.
is_whole() { # CATALOGUE
	{
		msgattrib --no-obsolete --no-wrap --untranslated "$1"
		msgattrib --no-obsolete --no-wrap --only-fuzzy "$1"
	} | grep '^msgid "[^"]' >"$work/open"
	cat "$work/open"
	! [ -s "$work/open" ]
}

check 'the messages are found' make_template
check 'what xgettext does not see is marked' find_unmarked
for catalogue in po/*.po; do
	[ -f "$catalogue" ] || continue
	check "$catalogue has the messages of the source" has_all "$catalogue"
	check "$catalogue fits the formats" \
		msgfmt --check-format --check-domain -o /dev/null "$catalogue"
	check "$catalogue is translated as a whole" is_whole "$catalogue"
	echo "# $catalogue: $(msgfmt --statistics -o /dev/null "$catalogue" 2>&1)"
done
finish
