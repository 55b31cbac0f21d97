#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs one fuzz target for so many seconds: run.sh TARGET SECONDS [FOLDER]
# What it does and finds is left in FOLDER, build-fuzz/TARGET unless named.
set -eu
cd "$(dirname "$0")/../.."
target=$1 seconds=$2 folder=${3:-build-fuzz/$1}

# The program, and bytes that an input may have.
case $target in
text | html) program=import length=8192 ;;
house) program=house length=24576 ;;
record) program=record length=4096 ;;
*) program=$target length=16384 ;;
esac

rm -rf "$folder"
mkdir -p "$folder/corpus"
tests/fuzz/make-seeds.pl "$target" "$folder"
export DIPLODOC_FUZZ_FORMAT="$target" DIPLODOC_FUZZ_FILE="$folder/rules.sch"
export DIPLODOC_FUZZ_HOUSE=samples/house/diplodoc-house.xml
export DIPLODOC_FUZZ_DOCUMENT=samples/2024-03-05-orisia-asteria-summit.xml
if ! build-fuzz/fuzz_$program "$folder/corpus" -max_total_time="$seconds" -max_len=$length \
	-dict="$folder/words.dict" -timeout=25 -rss_limit_mb=2048 -reload=0 \
	-artifact_prefix="$folder/" -print_final_stats=1 >"$folder/log" 2>&1; then
	grep -v '^#[0-9]' "$folder/log" | tail -n 60
	echo "fuzz-$target: an input fails; it is in $(find "$folder" -maxdepth 1 -name '*-*' | tr '\n' ' ')" >&2
	exit 1
fi
runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/log")
reached=$(sed -n 's/^#.* \(cov: [0-9]*\) \(ft: [0-9]*\) .*/\1 \2/p' "$folder/log" | tail -n 1)
echo "  FUZZ $target: $runs inputs in $seconds s, $reached"
