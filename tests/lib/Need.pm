# SPDX-License-Identifier: MIT
# For tests in Perl: ends one that cannot run here with a skip and its reason.
# Where everything is to be there (CI=true) a skip hides a failure.
package Need;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(need_command need_file);

# A program, by the name it is called.
sub need_command {
	my ($command, $package) = @_;
	return if grep { -x "$_/$command" } split /:/, $ENV{PATH};
	end_test("$command is not installed (Debian: $package)");
}

# A file of a package.
sub need_file {
	my ($file, $package) = @_;
	return if -r $file;
	end_test("$package is not installed (Debian: $package)");
}

sub end_test {
	my ($why) = @_;
	if (($ENV{CI} // '') eq 'true') {
		print "1..1\nnot ok 1 - $why\n";
		exit 1;
	}
	print "1..0 # SKIP $why\n";
	exit 0;
}

1;
