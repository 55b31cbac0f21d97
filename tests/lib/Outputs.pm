# SPDX-License-Identifier: MIT
# What tests of outputs share: all samples in one format.
package Outputs;
use strict;
use warnings;
use Cwd 'abs_path';
use Exporter 'import';
use File::Glob ':bsd_glob';
use File::Temp 'tempdir';
use FindBin;
use Tap;
our @EXPORT_OK = qw(convert finish program report samples slurp work);

my $root = abs_path($ENV{DIPLODOC_ROOT} || "$FindBin::Bin/..");
my $program = abs_path($ENV{DIPLODOC} || "$root/build/diplodoc");
my $samples = $ENV{DIPLODOC_SAMPLES} || "$root/samples";
my $work = tempdir(CLEANUP => 1);

# A folder that is gone when the test is over.
sub work { return $work }

sub program { return $program }

# Names of all samples, without folder and ending, in order.
sub samples { return map { m{([^/]+)\.xml$} } sort glob "$samples/*.xml" }

sub slurp {
	my ($path, $layer) = @_;
	open my $in, '<' . ($layer // ':encoding(UTF-8)'), $path or die "$path: $!\n";
	local $/;
	return scalar <$in>;
}

# Converts all samples; returns the path of each output by the name of its
# sample. "" stands for the document itself.
sub convert {
	my ($format, @options) = @_;
	my @sources = map { "$samples/$_.xml" } samples();
	return {map { (m{([^/]+)\.xml$})[0] => $_ } @sources} if $format eq '';
	my $folder = join '', $work, '/', $format, @options;
	system($program, 'convert', '--to', $format, @options, '--out-dir', $folder, @sources) == 0
		or report("diplodoc converts all samples to $format", "it ends with " . ($? >> 8)), finish();
	my %path = map { m{/([^/.]+)[^/]*$} => $_ } glob "$folder/*";
	report("$format @options: a file for each sample",
		grep { !$path{$_} } samples());
	return \%path;
}

1;
