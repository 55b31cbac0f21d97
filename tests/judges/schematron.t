#!/bin/sh
# SPDX-License-Identifier: MIT
# Rules of a house by node-schematron, which has another XPath under it: over
# all samples and over mutated ones it finds the same faults, at the same
# places, in the same words as we do.
. "$(dirname "$0")/start.sh"
need_packages node-schematron fontoxpath slimdom
need perl perl-base
exec node "$judges/schematron.mjs"
