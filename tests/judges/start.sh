# SPDX-License-Identifier: MIT
# Read by every test here: skips it with a reason where a judge is missing,
# and fails it instead where CI=true, so that no judge is silent by absence.
cd "$(dirname "$0")/../.." || exit 1
judges=tests/judges

without() { # REASON
	if [ "$CI" = true ]; then
		echo "1..1"
		echo "not ok 1 - $1"
		exit 1
	fi
	echo "1..0 # SKIP $1"
	exit 0
}

need_command() { # COMMAND DEBIAN-PACKAGE
	command -v "$1" >/dev/null 2>&1 ||
		without "$1 is not installed (Debian: $2)"
}

need_packages() { # NPM-PACKAGE...
	need_command node nodejs
	for package; do
		[ -d "$judges/node_modules/$package" ] ||
			without "$package is not installed (npm ci in $judges)"
	done
}
