#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Messages in Japanese: who asks for them gets them, by option or environment,
# and whatever the language, the same is found in the same places.
use strict;
use warnings;
use utf8;
use Cwd 'abs_path';
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Tap;

binmode STDOUT, ':encoding(UTF-8)';
my $program = abs_path($ENV{DIPLODOC} || "$FindBin::Bin/../build/diplodoc");
chdir $FindBin::Bin or die "language.t: $!\n";
my @variables = qw(LC_ALL LC_MESSAGES LANG LANGUAGE);
delete @ENV{@variables};

# What the program prints on standard output, as bytes; $? is set.
sub run {
	my $child = open(my $out, '-|') // die "fork: $!\n";
	if (!$child) {
		open STDERR, '>', '/dev/null' or die "/dev/null: $!\n";
		exec $program, @_ or die "$program: $!\n";
	}
	local $/;
	my $text = <$out> // '';
	close $out;
	return $text;
}

my %wanted = map { $_ => run('rules', '--messages', $_) } 'en', 'ja';
report('the languages are not the same', $wanted{en} eq $wanted{ja} ? 'they are' : ());

# --- environment -----------------------------------------------------------

# Language, then VARIABLE=VALUE.
my @environments = (
	['en'],
	['ja', 'LANG=ja'],
	['ja', 'LANG=ja_JP.UTF-8'],
	['ja', 'LANG=ja_JP.eucJP@x'],
	['ja', 'LC_MESSAGES=ja_JP.UTF-8', 'LANG=en_US.UTF-8'],
	['ja', 'LC_ALL=ja_JP.UTF-8', 'LC_MESSAGES=en_US.UTF-8'],
	['ja', 'LC_ALL=', 'LC_MESSAGES=', 'LANG=ja_JP.UTF-8'],
	['en', 'LC_ALL=en_US.UTF-8', 'LANG=ja_JP.UTF-8'],
	['en', 'LC_ALL=C', 'LANG=ja_JP.UTF-8'],
	['ja', 'LANG=en_US.UTF-8', 'LANGUAGE=ja:en'],
	['ja', 'LANG=fr_FR.UTF-8', 'LANGUAGE=de:ja_JP'],
	['ja', 'LANG=ja_JP.UTF-8', 'LANGUAGE=fr'],
	['en', 'LANG=ja_JP.UTF-8', 'LANGUAGE=en:ja'],
	['en', 'LANG=C', 'LANGUAGE=ja'],
	['en', 'LANG=C.UTF-8', 'LANGUAGE=ja'],
	['en', 'LANG=POSIX', 'LANGUAGE=ja'],
	['en', 'LANGUAGE=ja'],
	['en', 'LANG=jav_ID'],
	['en', 'LANG=j'],
	['en', 'LANG=tlh'],
);
for (@environments) {
	my ($language, @pairs) = @$_;
	local @ENV{@variables};
	delete @ENV{@variables};
	/^(\w+)=(.*)/ and $ENV{$1} = $2 for @pairs;
	my $got = run('rules');
	report("$language with @pairs", $got eq $wanted{$language} && $? == 0 ? () : 'it is another one');
}
{
	local $ENV{LANG} = 'ja_JP.UTF-8';
	report('the option is stronger than the environment',
		run('rules', '--messages', 'en') eq $wanted{en} ? () : 'it is not');
}

# --- findings --------------------------------------------------------------

# A report as data; messages are taken out and returned apart.
sub read_report {
	my ($language, @files) = @_;
	my $report = decode_json(run('check', '--today', '2026-11-26', '--format', 'json',
		'-q', '-v', '--messages', $language, @files));
	my @messages;
	my $told = delete $report->{language};
	push @messages, "the report is in $told" if $told ne $language;
	for my $document (@{$report->{documents}}) {
		for my $finding (@{$document->{diagnostics}}) {
			push @messages, delete $_->{message} for $finding, @{$finding->{related} // []};
		}
		delete $document->{failure}{message} if $document->{failure};
	}
	return (JSON::PP->new->canonical->pretty->encode($report), \@messages);
}

my @files = (glob('schema-cases/*.xml'), glob('golden/*/*/*.xml'), glob('../samples/*.xml'));
my ($english, $originals) = read_report('en', @files);
my ($japanese, $translations) = read_report('ja', @files);
report('ids, places, keys and fixes are the same', $english eq $japanese ? () : 'they are not');
report('as many messages', @$originals > 500 && @$originals == @$translations ? () : scalar @$originals);

# What backticks quote in the one and the other does not have.
sub lose {
	my ($original, $translation) = @_;
	return grep { index($translation, "`$_`") < 0 } $original =~ /`([^`]*)`/g;
}
# English words around what backticks quote, where the sentence is not English
# as a whole: a piece that nobody has marked. PCRE2 speaks English only.
sub mixes {
	my ($original, $translation) = @_;
	my $words = $translation =~ s/`[^`]*`//gr;
	return $translation ne $original && $original !~ /PCRE2 says/ && $words =~ /[a-z]{2,} [a-z]{2,} [a-z]{2,}/;
}
sub show {
	my @pairs = map { "$originals->[$_]\n$translations->[$_]" } @_;
	return @pairs[0 .. ($#pairs < 9 ? $#pairs : 9)];
}
report('what is quoted is quoted in translations too',
	show(grep { lose($originals->[$_], $translations->[$_]) } 0 .. $#$originals));
report('no translation is English in part',
	show(grep { mixes($originals->[$_], $translations->[$_]) } 0 .. $#$originals));

finish();
