# SPDX-License-Identifier: MIT
# For tests in shell: ends one that cannot run here with a skip and its reason.
# Where everything is to be there (CI=true) a skip hides a failure.

end_test() { # REASON
	if [ "$CI" = true ]; then
		echo "1..1"
		echo "not ok 1 - $1"
		exit 1
	fi
	echo "1..0 # SKIP $1"
	exit 0
}

need() { # COMMAND DEBIAN-PACKAGE
	command -v "$1" >/dev/null 2>&1 ||
		end_test "$1 is not installed (Debian: $2)"
}
