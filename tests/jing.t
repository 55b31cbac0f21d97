#!/bin/sh
# SPDX-License-Identifier: MIT
# A second judge of XSD: jing accepts the schemas, every sample, and of the
# schema cases exactly those that cases.tsv marks so. One process a schema.
cd "$(dirname "$0")/.." || exit 1
cases=tests/schema-cases

. tests/lib/need.sh
need jing jing
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# The case files of one schema that cases.tsv expects to be refused/accepted.
list_expected() { # refuses|accepts house|summary
	awk -F '\t' -v verdict="$1" -v schema="$2" -v folder="$cases" '
		/^#/ || $5 != verdict { next }
		(schema == "house") == ($1 ~ /^house-/) {
			print folder "/" $1 ".xml"
		}' $cases/cases.tsv | sort -u
}

# The files that jing refuses, out of the list on standard input.
list_refused() { # SCHEMA
	xargs jing "$1" 2>/dev/null >"$work/says"
	# Behind a fatal error no file is read any more.
	grep -v '^[^:]*\.xml:[0-9]*:[0-9]*: error: ' "$work/says" \
		>"$work/strange"
	sed -n 's/^\([^:]*\.xml\):[0-9].*/\1/p' "$work/says" |
		sed "s|^$PWD/||" | sort -u
}

number=0
failed=0
report() { # STATUS NAME DETAILS
	number=$((number + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $number - $2"
		return
	fi
	failed=1
	echo "not ok $number - $2"
	sed 's/^/# /' "$3"
}

# Jing refuses exactly the files of $work/refuses out of all of $work/files.
compare() { # SCHEMA NAME
	list_refused "$1" <"$work/files" >"$work/refused"
	diff "$work/refuses" "$work/refused" >"$work/diff"
	report $? "$2: $(wc -l <"$work/files") files" "$work/diff"
	[ ! -s "$work/strange" ]
	report $? "$2: nothing but findings" "$work/strange"
}

for schema in summary house; do
	xsd=schemas/meeting-summary.xsd samples='samples/*.xml'
	[ $schema = summary ] ||
		xsd=schemas/house.xsd samples='samples/house/*.xml'
	list_expected refuses $schema >"$work/refuses"
	{
		list_expected accepts $schema
		cat "$work/refuses"
		ls $samples
	} >"$work/files"
	compare $xsd "jing agrees on $schema cases and samples"
done
echo "1..$number"
exit $failed
