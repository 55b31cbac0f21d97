#!/bin/sh
# SPDX-License-Identifier: MIT
# `diplodoc version` names every library that the program asks for its version,
# and says the one that is installed here.
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tests/lib/tap.sh"
. "$root/tests/lib/need.sh"
need pkg-config pkg-config
DIPLODOC=${DIPLODOC:-$root/build/diplodoc}

says() { # NAME PACKAGE
	"$DIPLODOC" version >"$work/said" || return 1
	cat "$work/said"
	version=$(pkg-config --modversion "$2")
	grep -qF "$1 $version" <<-END
		$(sed "s/^ *//; s/  */ /" "$work/said")
	END
}

while read -r name package; do
	check "$name" says "$name" "$package"
done <<END
libxml2 libxml-2.0
libxslt libxslt
ICU icu-uc
libsodium libsodium
PCRE2 libpcre2-8
END
finish
