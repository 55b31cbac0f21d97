# SPDX-License-Identifier: MIT
# Read by every test here: skips it with a reason where a judge is missing,
# and fails it instead where CI=true, so that no judge is silent by absence.
cd "$(dirname "$0")/../.." || exit 1
judges=tests/judges

. tests/lib/need.sh

# What is said is compared in English, whoever runs the tests.
LANGUAGE=en
export LANGUAGE

need_packages() { # NPM-PACKAGE...
	need node nodejs
	for package; do
		[ -d "$judges/node_modules/$package" ] ||
			end_test "$package is not installed (npm ci in $judges)"
	done
}
