#!/bin/sh
# SPDX-License-Identifier: MIT
# Draws the neutral pictures of the samples: writes one SVG each into a
# temporary folder and lets Chromium take a picture of it, 1200 by 800.
# Usage: samples/photos/make-photos.sh [chromium]
set -eu
browser=${1:-chromium}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# svg NAME < SHAPES: wraps the shapes read from standard input.
svg() {
	{
		echo '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">'
		cat
		echo '</svg>'
	} > "$work/$1.svg"
}

# repeat TEMPLATE X...: prints the template once for each x, in place of @.
repeat() {
	template=$1
	shift
	for x; do
		echo "$template" | sed "s/@/$x/g"
	done
}

{
	echo '<rect width="1200" height="800" fill="#e9e4da"/>'
	echo '<rect x="60" y="60" width="1080" height="680" rx="24" fill="#dcd5c7"/>'
	repeat '<rect x="@" y="150" width="120" height="110" rx="30" fill="#3c4f66"/>' 300 540 780
	repeat '<rect x="@" y="540" width="120" height="110" rx="30" fill="#3c4f66"/>' 300 540 780
	echo '<rect x="200" y="270" width="800" height="260" rx="40" fill="#8a5a3b"/>'
	echo '<rect x="216" y="286" width="768" height="228" rx="32" fill="#9c6a48"/>'
	repeat '<rect x="@" y="310" width="72" height="52" fill="#fbfaf6"/>' 324 564 804
	repeat '<rect x="@" y="438" width="72" height="52" fill="#fbfaf6"/>' 324 564 804
} | svg table

{
	echo '<rect width="1200" height="800" fill="#e6e1d8"/>'
	echo '<circle cx="600" cy="410" r="330" fill="#dbd3c4"/>'
	echo '<path d="M0 300L330 330V500L0 590z" fill="#1f3a5f"/>'
	echo '<path d="M330 326h52v178h-52z" fill="#fbfaf6"/>'
	echo '<path d="M1200 300L870 330V500L1200 590z" fill="#6d7680"/>'
	echo '<path d="M870 326h-52v178h52z" fill="#fbfaf6"/>'
	echo '<path d="M818 342q-90-14-160 20l-110 60q-22 16-6 40q14 18 40 6l70-30q80 66 166 48z" fill="#d9a982"/>'
	echo '<circle cx="608" cy="388" r="20" fill="#d9a982"/>'
	echo '<path d="M382 342q90-14 160 16l96 44q40 26 24 52q10 20-10 36q0 22-26 30q-8 22-36 18q-14 16-44 2q-80-34-164-50z" fill="#e3b994"/>'
	echo '<path d="M662 454q-26-8-58-30M652 490q-30-10-66-38M626 520q-24-10-60-38" fill="none" stroke="#b98a66" stroke-width="6" stroke-linecap="round"/>'
	echo '<path d="M540 352q44-30 92-8q26 14 14 36q-12 16-40 6q-30-12-56 6z" fill="#d9a982"/>'
} | svg handshake

{
	echo '<rect width="1200" height="800" fill="#d8dfe6"/>'
	echo '<rect y="470" width="1200" height="330" fill="#7b4f36"/>'
	echo '<rect y="470" width="1200" height="14" fill="#946245"/>'
	repeat '<rect x="@" y="560" width="250" height="170" rx="8" fill="#1f3a5f"/>' 180 680
	repeat '<rect x="@" y="580" width="190" height="6" fill="#c8a75a"/>' 210 710
	repeat '<rect x="@" y="575" width="12" height="140" rx="6" fill="#22252a"/>' 460 960
	echo '<ellipse cx="570" cy="640" rx="60" ry="22" fill="#f4f1ea"/>'
	repeat '<circle cx="@" cy="606" r="20" fill="#c9566b"/>' 540 570 600
	repeat '<circle cx="@" cy="588" r="16" fill="#e6a1ad"/>' 555 585
} | svg signing

{
	echo '<rect width="1200" height="800" fill="#2f4a5e"/>'
	repeat '<rect x="@" width="60" height="640" fill="#35546b"/>' 30 180 330 480 630 780 930 1080
	echo '<rect y="640" width="1200" height="160" fill="#b78f67"/>'
	repeat '<path d="M@ 380h220l-30 300h-160z" fill="#e7d9c4"/>' 230 750
	repeat '<rect x="@" y="362" width="220" height="24" rx="6" fill="#8a5a3b"/>' 230 750
	repeat '<path d="M@ 362v-70" stroke="#15181c" stroke-width="8"/>' 340 860
} | svg podiums

{
	echo '<rect width="1200" height="800" fill="#cfd6cf"/>'
	echo '<rect x="150" y="90" width="900" height="420" rx="14" fill="#15202b"/>'
	repeat '<rect x="@" y="130" width="390" height="340" rx="6" fill="#2d4356"/>' 190 620
	repeat '<rect x="@" y="420" width="350" height="30" fill="#48637a"/>' 210 640
	echo '<rect y="620" width="1200" height="180" fill="#8d7460"/>'
	repeat '<path d="M@ 800v-150q70-60 140 0v150z" fill="#3c4f66"/>' 110 310 510 710 910
} | svg screen

{
	echo '<rect width="1200" height="460" fill="#f0c9a0"/>'
	echo '<circle cx="260" cy="400" r="90" fill="#f7e2b8"/>'
	echo '<rect y="440" width="1200" height="360" fill="#34627d"/>'
	repeat '<rect x="@" y="520" width="240" height="6" rx="3" fill="#5584a0"/>' 60 420 140
	repeat '<rect x="@" y="640" width="300" height="6" rx="3" fill="#5584a0"/>' 20 360 260
	echo '<path d="M0 230L860 190L860 232L0 330z" fill="#fff6d5" opacity=".55"/>'
	echo '<path d="M620 800q60-300 260-330q220-20 320 60v270z" fill="#23323c"/>'
	echo '<path d="M840 480l20-240h60l20 240z" fill="#fbfaf6"/>'
	echo '<path d="M846 400l5-60h78l5 60z" fill="#a63d40"/>'
	echo '<rect x="856" y="190" width="68" height="50" fill="#ffe9a8"/>'
	echo '<path d="M846 190h88l-44-50z" fill="#a63d40"/>'
} | svg harbour

for picture in handshake table signing podiums screen harbour; do
	"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars \
		--force-device-scale-factor=1 --window-size=1200,800 \
		--user-data-dir="$work/profile" \
		--screenshot="$here/$picture.png" "file://$work/$picture.svg" \
		> "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
done
