# SPDX-License-Identifier: MIT
# What all lints share: the files of this source tree, and TAP.
package Lint;
use strict;
use warnings;
use Exporter 'import';
use File::Find;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Tap;
our @EXPORT = qw(list_files read_file report skip finish);

chdir "$FindBin::Bin/../.." or die "$FindBin::Bin/../..: $!\n";

# Every file of the source tree whose path matches, sorted; what is built or
# installed by others is left out.
sub list_files {
	my ($pattern) = @_;
	my @found;
	find({no_chdir => 1, wanted => sub {
		my $path = s{^\./}{}r;
		if (-d && $path =~ m{^(?:\.git|build.*|.*/node_modules)$}) {
			$File::Find::prune = 1;
		} elsif (-f && $path =~ $pattern) {
			push @found, $path;
		}
	}}, '.');
	return sort @found;
}

# The bytes of a file.
sub read_file {
	my ($path) = @_;
	open my $in, '<:raw', $path or die "$path: $!\n";
	local $/;
	return scalar <$in>;
}

1;
