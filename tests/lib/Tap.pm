# SPDX-License-Identifier: MIT
# For tests in Perl: one TAP line for each test, and the plan at the end.
package Tap;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(report skip finish);

# Whoever runs the tests, what the program says is compared in English.
$ENV{LANGUAGE} = 'en';

my ($number, $failed) = (0, 0);

# One test, which passes where there is no fault; faults are told as comments.
sub report {
	my ($name, @faults) = @_;
	$number++;
	$failed++ if @faults;
	print @faults ? 'not ok' : 'ok', " $number - $name\n";
	print map { "# $_\n" } map { split /\n/ } @faults;
}

# Where everything is installed, a skip hides a failure.
sub skip {
	my ($name, $reason) = @_;
	my $strict = ($ENV{CI} // '') eq 'true';
	$number++;
	$failed++ if $strict;
	print $strict ? 'not ' : '', "ok $number - $name # SKIP $reason\n";
}

# The plan, and the exit code.
sub finish {
	print "1..$number\n";
	exit($failed > 0);
}

1;
