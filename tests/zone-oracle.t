#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every zone that is installed, from 1900 to 2037, and every yearly rule from
# 2037 to 2100: our reader and zdump must tell the same offsets and the same
# instants of change. Zones that never change are compared with the C library,
# for zdump is silent about them. zdump takes most of the time, hence the two
# spans and the two processes. Builds tools/zone-dump.c with $CC and $CFLAGS.
use strict;
use warnings;
use FindBin;
use Digest::MD5 qw(md5);
use File::Temp qw(tempdir);
use POSIX qw(tzset);
use Time::Local qw(timegm_modern);

my $directory = '/usr/share/zoneinfo';
my $work = tempdir(CLEANUP => 1);
my %MONTH;
@MONTH{qw(Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec)} = 0 .. 11;

# Ends the test; where everything has to be there, a skip is a failure.
sub skip {
	my ($why) = @_;
	print "1..1\n", ($ENV{CI} // '') eq 'true' ? "not ok 1 - $why\n"
		: "ok 1 # SKIP $why\n";
	exit(($ENV{CI} // '') eq 'true');
}

# Zones and aliases of tzdata.zi that have a file.
sub installed_zones {
	open my $in, '<', "$directory/tzdata.zi"
		or skip("$directory/tzdata.zi is missing; install tzdata");
	my @names = map { /^Z (\S+)/ || /^L \S+ (\S+)/ ? $1 : () } <$in>;
	return sort grep { -f "$directory/$_" } @names;
}

sub read_zone {
	open my $in, '<:raw', "$directory/$_[0]" or die "$_[0]: $!";
	local $/;
	return <$in>;
}

# What decides about the time from 2037 on: the rule and the later changes.
sub future_of {
	my ($zone) = @_;
	my ($block) = read_zone($zone) =~ /(?<!^)(TZif.*)/s or return $zone;
	my $count = unpack 'N', substr $block, 32, 4;
	my @late = grep { $_ > start_of(2037) } unpack "x44 q>$count", $block;
	return join ' ', $block =~ /\n(.*)\n\z/, @late;
}

# The first of all zones that are alike.
sub unlike {
	my ($key, @zones) = @_;
	my %seen;
	return grep { !$seen{$key->($_)}++ } @zones;
}

sub start_of {
	return timegm_modern(0, 0, 0, 1, 0, $_[0]);
}

sub build {
	my ($program) = @_;
	chdir "$FindBin::Bin/.." or die "chdir: $!";
	# Neither the embedded resources nor ICU nor PCRE2 are needed to read zones.
	my @base = grep { !m{/(?:catalogues|pattern|digest|resource|seen|width)\.c$} } glob 'src/base/*.c';
	system(split(' ', $ENV{CC} || 'cc'), '-std=gnu11',
		split(' ', $ENV{CFLAGS} || '-O1'), '-D_GNU_SOURCE', '-Isrc',
		'-o', $program, 'tools/zone-dump.c', 'src/model/clock.c',
		glob('src/model/zone*.c'), @base) == 0;
}

# Lines "instant offset" of our reader, by zone; undef where it failed.
sub ours {
	my ($program, $from, $to, @zones) = @_;
	my %lines;
	open my $in, '-|', $program, $directory, start_of($from),
		start_of($to), @zones or die "$program: $!";
	while (<$in>) {
		my ($zone, $line) = split ' ', $_, 2;
		push @{$lines{$zone}}, $line;
	}
	return close $in ? \%lines : undef;
}

sub constant_offset {
	my ($zone, $at) = @_;
	local $ENV{TZ} = $zone;
	tzset();
	my @t = localtime $at;
	return timegm_modern(@t[0 .. 4], $t[5] + 1900) - $at;
}

# All that zdump prints, by two processes.
sub run_zdump {
	my ($from, $to, @zones) = @_;
	my $half = int(@zones / 2);
	my @parts = ([@zones[0 .. $half - 1]], [@zones[$half .. $#zones]]);
	my (@children, @lines);
	for my $part (0, 1) {
		my $child = fork // die "fork: $!";
		push @children, $child;
		next if $child;
		open STDOUT, '>', "$work/$part" or die "$work/$part: $!";
		exec 'zdump', '-v', '-c', "$from,$to", @{$parts[$part]};
	}
	for my $part (0, 1) {
		waitpid $children[$part], 0;
		die "zdump failed\n" if $?;
		open my $in, '<', "$work/$part" or die "$work/$part: $!";
		push @lines, <$in>;
	}
	return @lines;
}

# The same of zdump: a change is where the offset of a line is a new one.
sub theirs {
	my ($from, $to, @zones) = @_;
	my (%lines, %last);
	for (run_zdump($from, $to, @zones)) {
		my ($zone, $mon, $day, $h, $m, $s, $year, $offset) =
			/^(\S+)\s+\w+ (\w+) +(\d+) (\d+):(\d+):(\d+) (\d+) UTC? = .* gmtoff=(-?\d+)$/
			or next;
		next if $year > 9999; # the end of time, which some versions print
		my $utc = timegm_modern($s, $m, $h, $day, $MONTH{$mon}, $year);
		$utc = start_of($from) if !defined $last{$zone};
		next if ($last{$zone} // '') eq $offset;
		$last{$zone} = $offset;
		push @{$lines{$zone}}, "$utc $offset\n";
	}
	my $at = start_of($from);
	$lines{$_} //= ["$at " . constant_offset($_, $at) . "\n"] for @zones;
	return \%lines;
}

sub show_difference {
	my ($zone, $ours, $theirs) = @_;
	my %known = map { $_ => 1 } @$theirs;
	my %found = map { $_ => 1 } @$ours;
	print "# $zone: zdump alone: $_" for grep { !$found{$_} } @$theirs;
	print "# $zone: ours alone: $_" for grep { !$known{$_} } @$ours;
}

my $failed = 0;
my $test = 0;
sub report {
	my ($good, $name) = @_;
	$failed ||= !$good;
	print $good ? 'ok ' : 'not ok ', ++$test, " - $name\n";
}

sub compare {
	my ($program, $from, $to, @zones) = @_;
	my $ours = ours($program, $from, $to, @zones) // {};
	my $theirs = theirs($from, $to, @zones);
	my @differ = grep { "@{$ours->{$_} // []}" ne "@{$theirs->{$_}}" } @zones;
	my $changes = 0;
	$changes += @$_ - 1 for values %$theirs;
	report(!@differ, "$from to $to: $changes changes of " . @zones .
		' zones agree with zdump');
	show_difference($_, $ours->{$_} // [], $theirs->{$_})
		for @differ[0 .. ($#differ < 4 ? $#differ : 4)];
}

skip('zdump is missing; install libc-bin')
	if !grep { -x "$_/zdump" } split /:/, $ENV{PATH};
my @zones = installed_zones();
my $program = "$work/zone-dump";
print "1..4\n";
report(build($program), 'tools/zone-dump.c builds');
exit 1 if $failed;
report(@zones > 300 && ours($program, 2000, 2001, @zones),
	'all ' . @zones . ' zones are read');
compare($program, 1900, 2037, unlike(sub { md5(read_zone($_[0])) }, @zones));
compare($program, 2037, 2100, unlike(\&future_of, @zones));
exit $failed;
