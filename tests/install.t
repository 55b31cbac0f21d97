#!/bin/sh
# SPDX-License-Identifier: MIT
# What `make install` puts below DESTDIR works from there: the program, the
# library with its header, the manual pages; `make uninstall` leaves nothing.
cd "$(dirname "$0")/.." || exit 1
. tests/lib/tap.sh
prefix=/opt/di
root=$work/stage$prefix
sample=samples/2023-07-13-japan-rok-foreign-ministers.xml

# The words of a make around this test are not for the one inside it.
run_make() {
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make --no-print-directory \
		SAN="$SAN" PREFIX=$prefix DESTDIR="$work/stage" "$1"
}

converts() {
	"$root/bin/diplodoc" convert --to html -o "$work/page.html" $sample &&
		grep -q '</html>' "$work/page.html"
}

pkg() {
	PKG_CONFIG_PATH=$root/lib/pkgconfig pkg-config \
		--define-variable=prefix="$root" "$@" diplodoc
}

# A program of others knows the installed files alone.
compiles() {
	cat >"$work/use.c" <<'END'
#include <diplodoc.h>
#include <stdio.h>

int
main(void)
{
	struct diplodoc *engine = diplodoc_new();
	struct diplodoc_document *document =
	    diplodoc_open(engine, "a.xml", NULL, "<a/>", 4);
	struct diplodoc_error error;

	if (diplodoc_validate(document, &error) == DIPLODOC_OK &&
	    diplodoc_verdict(document) == DIPLODOC_FAIL)
		puts(diplodoc_diagnostic(document, 0)->id);
	diplodoc_close(document);
	diplodoc_free(engine);
	return 0;
}
END
	# shellcheck disable=SC2046 # flags are words
	cc ${SAN:+-fsanitize=address,undefined} -Wall -Wextra -Werror \
		$(pkg --cflags) -o "$work/use" "$work/use.c" $(pkg --libs)
}

# same WORD COMMAND...: prints the word and nothing else
same() {
	expected=$1
	shift
	got=$("$@") && [ "$got" = "$expected" ] && return
	echo "expected: $expected"
	echo "got:      $got"
	return 1
}

# Prints the links of installed pages that lead to nothing installed.
dead_links() {
	find "$root/share/doc" -name '*.md' | while read -r page; do
		sed 's/`[^`]*`//g' "$page" | grep -o '](\([^)#: ]\{1,\}\)[)#]' | sed 's/^..//;s/.$//' |
			while read -r link; do
				test -e "$(dirname "$page")/$link" || echo "${page##*/}: $link"
			done
	done
}

check "make install" run_make install
check "the program has its version" same "$(build${SAN:+-san}/diplodoc --version)" \
	"$root/bin/diplodoc" --version
check "the program validates" "$root/bin/diplodoc" validate $sample
check "the program converts" converts
version=$("$root/bin/diplodoc" --version)
check "pkg-config has its version" same "${version#* }" pkg --modversion
check "a program builds with the library" compiles
check "that program finds what is wrong" same schema/wrong-root "$work/use"
check "every schema is there" diff -r schemas "$root/share/diplodoc/schemas"
check "documents are there" diff -r docs "$root/share/doc/diplodoc/docs"
check "their links lead somewhere" same "" dead_links
check "what changed is there" test -s "$root/share/doc/diplodoc/CHANGELOG.md"
check "the installed samples are valid" "$root/bin/diplodoc" validate \
	"$root/share/doc/diplodoc/samples"
check "completions are there" test -s \
	"$root/share/bash-completion/completions/diplodoc"
for page in man/*.1; do
	installed=$root/share/man/man1/$(basename "$page")
	if command -v mandoc >/dev/null; then
		check "$page is clean" mandoc -T lint -W warning "$installed"
	else
		skip "$page is clean" "mandoc is not installed"
	fi
done
check "no library or header of others" same "diplodoc.h" ls "$root/include"
check "make uninstall" run_make uninstall
check "nothing is left" same "" find "$work/stage" ! -type d
check "no folder of ours is left" same "" find "$work/stage" -path '*diplodoc*'
finish
