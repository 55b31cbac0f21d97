#!/bin/sh
# SPDX-License-Identifier: MIT
# The page of the vocabulary is current, and nothing lacks its sentence.
. tests/lib/need.sh
need xsltproc xsltproc
need xmllint libxml2-utils
status=0
page=$(mktemp) && trap 'rm -f "$page"' EXIT
tools/vocabulary >"$page"
if diff -u docs/vocabulary.md "$page" >&2; then
	echo "ok 1 - docs/vocabulary.md is what tools/vocabulary prints"
else
	echo "not ok 1 - docs/vocabulary.md is what tools/vocabulary prints"
	status=1
fi
n=1
for schema in schemas/*.xsd; do
	n=$((n + 1))
	bare=$(xmllint --xpath 'count(//*[local-name()="element" or
	    local-name()="attribute" or local-name()="enumeration" or
	    ((local-name()="complexType" or local-name()="simpleType") and
	    @name)][not(normalize-space(
	    *[local-name()="annotation"]))]) + count(//*[local-name()="documentation" and
	    substring(normalize-space(.), string-length(normalize-space(.)))
	    != "."])' "$schema")
	if [ "$bare" = 0 ]; then
		echo "ok $n - every declaration of $schema has its sentence"
	else
		echo "not ok $n - $schema has $bare declarations without a sentence"
		status=1
	fi
done
echo "1..$n"
exit $status
