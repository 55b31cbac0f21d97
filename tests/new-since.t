#!/bin/sh
# SPDX-License-Identifier: MIT
# `diplodoc check --new-since`: what a file had at a commit is known, what came
# since counts. Every test works in a repository of its own making.
cd "$(dirname "$0")/.." || exit 1
. tests/lib/need.sh
. tests/lib/tap.sh
need git git
DIPLODOC=${DIPLODOC:-$PWD/build/diplodoc}
case $DIPLODOC in
/*) ;;
*) DIPLODOC=$PWD/$DIPLODOC ;;
esac
# Neither the settings of the user nor the repository around count here.
HOME=$work GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES=$work LC_ALL=C.UTF-8
export HOME GIT_CONFIG_NOSYSTEM GIT_CEILING_DIRECTORIES LC_ALL
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE XDG_CONFIG_HOME
repository=$work/repository
once='They agreed to to meet again in the autumn of the coming year, at the seat of the office.'
twice="$once They spoke of of trade."

in_git() {
	git -C "$repository" -c user.name=Orell -c user.email=orell@xo.invalid \
		-c init.defaultBranch=main -c commit.gpgsign=false "$@"
}

# summary SENTENCES: a summary of two invented states that says them
summary() {
	cat <<END
<?xml version="1.0" encoding="UTF-8"?>
<meetingSummary xmlns="urn:diplodoc:meeting-summary:1" xml:lang="en" id="t1" version="1" status="final">
  <head>
    <issued date="2025-05-20"/>
  </head>
  <meeting kind="foreignMinisters" level="ministers" format="telephone">
    <start when="2025-05-20T10:00:00+00:00" zone="Etc/UTC"/>
    <duration value="PT45M"/>
    <party id="a" country="XA" role="own">
      <principal id="p"><office>Minister for Foreign Affairs</office></principal>
    </party>
    <party id="b" country="XB" role="counterpart">
      <principal id="q"><office>Minister for External Affairs</office></principal>
    </party>
  </meeting>
  <body>
    <item>
      <statement speaker="p q" act="agree">$1</statement>
    </item>
  </body>
</meetingSummary>
END
}

# repeats STATUS COUNT WORDS...: the check ends so, and counts as many repeated
# words. Only that rule is asked for; what is said goes to $work/said.
repeats() {
	want_status=$1 want_count=$2
	shift 2
	"$DIPLODOC" check --select text/repeated-word --fail-on advice "$@" \
		>"$work/found" 2>"$work/said"
	status=$?
	count=$(grep -c 'text/repeated-word' "$work/found")
	cat "$work/found" "$work/said"
	echo "status $status, $count counted"
	[ $status = "$want_status" ] && [ "$count" = "$want_count" ]
}

# The sentence on standard error, from its program's name on.
says() {
	grep -F -- "$1" "$work/said"
}

# refused SENTENCE WORDS...: the command line is wrong, nothing is checked
refused() {
	sentence=$1
	shift
	repeats 2 0 "$@" && says "$sentence" && [ ! -s "$work/found" ] &&
		[ "$(wc -l <"$work/said")" = 1 ]
}

strange="$repository/sub dir/né
w.xml"
mkdir -p "$repository/sub dir" "$work/outside"
in_git init -q
summary "$once" >"$repository/a.xml"
summary "$once" >"$strange"
printf '<broken' >"$repository/broken.xml"
summary "$once" | sed 's/act="agree"/act="nod"/' >"$repository/invalid.xml"
ln -s a.xml "$repository/link.xml"
in_git add . && in_git commit -qm 'First' && in_git tag first || exit 1
cd "$repository" || exit 1

check 'what has not changed is not new' \
	repeats 0 0 --new-since HEAD a.xml
check 'the last line says so' says '1 file: nothing found. 1 not new.'

{ echo '<?xml version="1.0"?>'; echo; summary "$twice" | tail -n +2; } >a.xml
check 'what came since counts, and what moved does not' \
	repeats 1 1 --new-since HEAD a.xml
check 'the new one is the one that is shown' grep -F 'of' "$work/found"

marked() {
	"$DIPLODOC" check --select text/repeated-word --format json \
		--new-since first a.xml >"$work/found"
	[ "$(grep -c '"known":true\|"known": true' "$work/found")" = 1 ] &&
		grep -c '"id": "text/repeated-word"' "$work/found" |
		grep -x 2
}
check 'a program is told of both, and which one is known' marked

states() {
	"$DIPLODOC" check --select text/repeated-word --format sarif \
		--new-since first a.xml >"$work/found"
	grep -q '"baselineState": "unchanged"' "$work/found" &&
		grep -q '"baselineState": "new"' "$work/found"
}
check 'code scanning is told which is new' states

summary "$once</statement><statement speaker=\"p q\" act=\"agree\">$once" >a.xml
check 'a finding that stands once more is new once' \
	repeats 1 1 --new-since first a.xml
summary "$once" >a.xml
in_git commit -qm 'Second' --allow-empty
summary "$twice" >a.xml
in_git commit -qam 'Third'
check 'the commit is the one that is named' repeats 1 1 --new-since HEAD^ a.xml
check 'a branch names one too' repeats 0 0 --new-since main a.xml
in_git tag -a -m 'Marked' marked first
check 'and a tag with a message' repeats 1 1 --new-since marked a.xml

summary "$once" >added.xml
check 'a file that was not there is new' repeats 1 1 --new-since HEAD added.xml
mkdir -p later/still
summary "$once" >later/still/b.xml
check 'and one whose folder was not' \
	repeats 1 1 --new-since HEAD later/still/b.xml
summary "$once" >broken.xml
check 'an old file that was not well-formed had no findings' \
	repeats 1 1 --new-since first broken.xml
summary "$twice" >invalid.xml
check 'an old file that was not valid is compared all the same' \
	repeats 1 1 --new-since first invalid.xml
summary "$once" | sed 's/act="agree"/act="nod"/' >invalid.xml
check 'what makes a summary invalid always counts' \
	repeats 1 0 --new-since first invalid.xml
check 'and is told' grep -F 'schema/' "$work/found"

check 'a folder with strange names' \
	repeats 0 0 --new-since first 'sub dir'
summary "$twice" >"$strange"
check 'and a change in it' repeats 1 1 --new-since first 'sub dir'
from_below() { (cd "$repository/sub dir" && repeats "$@"); }
check 'from a folder below' from_below 1 1 --new-since first ../a.xml
from_outside() { (cd "$work/outside" && repeats "$@"); }
check 'from outside' from_outside 1 1 --new-since first "$repository/a.xml"
check 'a link has the findings of its file' \
	repeats 1 1 --new-since first link.xml
in_hook() { GIT_DIR=.git GIT_INDEX_FILE=.git/index repeats "$@"; }
check 'from a hook of git' in_hook 1 1 --new-since first 'sub dir'

piped() { repeats "$@" <a.xml; }
check 'standard input by its name' \
	piped 1 1 --new-since first --stdin-filename a.xml -
check 'standard input whose name is new' \
	piped 1 2 --new-since first --stdin-filename unsaved.xml -
check 'standard input without a name' \
	refused 'which file standard input is' --new-since first -
check 'standard input in no folder' refused 'has no folder' \
	--new-since first --stdin-filename none/a.xml -

check 'a file that is not there is said alone' \
	repeats 3 1 --new-since first none.xml nor/none.xml a.xml
check 'a folder outside of a repository' \
	refused 'not a git repository' --new-since first a.xml "$work/outside/b.xml"
check 'a revision that does not exist' \
	refused 'has no commit `nowhere`' --new-since nowhere a.xml
check 'a revision that is a range' \
	refused 'has no commit `first..main`' --new-since first..main a.xml
check 'a revision that is turned round' \
	refused 'has no commit `^first`' --new-since '^first' a.xml
check 'a revision that is a file' \
	refused 'has no commit `first:a.xml`' --new-since first:a.xml a.xml
check 'a revision that is an option' \
	refused 'is no revision' --new-since=--help a.xml
check 'an empty revision' refused "is empty" --new-since= a.xml
check 'a baseline cannot be written of it' \
	refused 'exclude each other' --new-since first --write-baseline k a.xml
without_git() { PATH=$work/outside refused "$@"; }
# The words of the test itself need a PATH.
wc() { command -p wc "$@"; }
grep() { command -p grep "$@"; }
cat() { command -p cat "$@"; }
check 'where there is no git' \
	without_git 'git is not installed' --new-since first a.xml
unset -f wc grep cat

summary "$once" >known.xml
"$DIPLODOC" check --select text/repeated-word --quiet \
	--write-baseline known.txt known.xml
cp a.xml a.keep
summary "$once</statement><statement speaker=\"p q\" act=\"agree\">$once" >known.xml
in_git add known.xml && in_git commit -qm 'Known' || exit 1
check 'a baseline and a revision know together' repeats 0 0 \
	--baseline known.txt --new-since HEAD known.xml
check 'and the last line names both' \
	says '2 in the baseline or not new.'
summary "$once" >known.xml
in_git commit -qam 'One' || exit 1
summary "$once</statement><statement speaker=\"p q\" act=\"agree\">$once" >known.xml
check 'what both know is known once' repeats 1 1 \
	--baseline known.txt --new-since HEAD known.xml

fixed() {
	summary "They met and and spoke of the trade between both of their states." >fix.xml
	in_git add fix.xml && in_git commit -qm 'To fix' || return 1
	summary "They met and and spoke of the trade between both of their states. They  left." >fix.xml
	"$DIPLODOC" check --fix --fail-on advice --select text \
		--new-since HEAD fix.xml &&
		grep -F " They left" fix.xml
}
check 'what is mended is looked at again' fixed
house() {
	mkdir -p archive
	cat >diplodoc-house.xml <<END
<house xmlns="urn:diplodoc:house:1" id="xa">
  <ministry><name xml:lang="en">Ministry</name></ministry>
  <home country="XA" zone="Etc/UTC"/>
  <severity rule="text/repeated-word" level="off"/>
  <severity rule="text/repeated-word" level="error" path="archive/*"/>
</house>
END
	summary "$once" >archive/old.xml
	in_git add archive && in_git commit -qm "Archive" || return 1
	summary "$twice" >archive/old.xml
	repeats 1 1 --new-since HEAD archive
}
check 'the house has the same levels for both, by path' house

large() {
	{ summary "$once"; head -c 9000000 /dev/zero | tr "\0" " "; } >archive/large.xml
	in_git add archive/large.xml && in_git commit -qm "Large" || return 1
	summary "$once" >archive/large.xml
	repeats 1 1 --new-since HEAD archive/large.xml
}
check 'an old file over the limit had no findings' large

# A blob that is gone is neither "no finding" nor a success.
damaged() {
	blob=$(in_git rev-parse HEAD:archive/old.xml)
	rm -f ".git/objects/$(echo "$blob" | sed 's,^..,&/,')"
	repeats 4 2 --new-since HEAD archive/old.xml &&
		says 'git cannot read the old `archive/old.xml`'
}
check 'an old file that git has lost' damaged
finish
