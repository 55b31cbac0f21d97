#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Samples with changes that the rules of a house see, or may see.
#
#   house.pl OUTDIR COUNT SAMPLE...
#
# writes a file OUTDIR/NNN.xml for each rule of samples/house/rules.sch, which
# breaks it, and then COUNT files with three changes by chance each. Prints a
# line for each: file, id of the rule or nothing, what was done. The same
# samples always give the same files.
use strict;
use warnings;
use utf8;
use FindBin;
use lib $FindBin::Bin;
use HouseFaults;
use Sample;

binmode STDOUT, ':encoding(UTF-8)';
my ($outdir, $count, @paths) = @ARGV;
die "usage: house.pl OUTDIR COUNT SAMPLE...\n" unless @paths;
my @samples = map { Sample->read($_) } @paths;
my $changes = 3;
my $state = 20240305;
my $number = 0;

# --- chance ------------------------------------------------------------------

# A whole number from 0, below the limit: the same row on every machine.
sub chance {
	my ($limit) = @_;
	$state = ($state * 1103515245 + 12345) % 2**31;
	return int($state / 2**16) % $limit;
}

sub one_of {
	return $_[chance(scalar @_)];
}

# Values of attributes and texts of elements, by name, over all samples.
my (%values, %texts);
for my $sample (@samples) {
	for my $element (@{$sample->{elements}}) {
		push @{$values{$_->{name}}}, $_->{value}
		    for map { $element->{attributes}{$_} } sort keys %{$element->{attributes}};
		push @{$texts{$element->{name}}}, inner($sample, $element);
	}
}

# --- changes -----------------------------------------------------------------

sub inner {
	my ($sample, $element) = @_;
	return substr $sample->{text}, $element->{open_end},
	    $element->{close} - $element->{open_end};
}

sub outer {
	my ($sample, $element) = @_;
	return substr $sample->{text}, $element->{start},
	    $element->{end} - $element->{start};
}

sub pick_attribute {
	my ($sample) = @_;
	my @all = map { my $e = $_; map { $e->{attributes}{$_} }
	    sort grep { $_ ne 'xmlns' } keys %{$e->{attributes}} }
	    @{$sample->{elements}};
	return one_of(@all);
}

# Any but the root.
sub pick_element {
	my ($sample, $test) = @_;
	my @all = grep { $_->{parent} && (!$test || $test->($_)) }
	    @{$sample->{elements}};
	return @all ? one_of(@all) : undef;
}

sub has_text {
	my ($element) = @_;
	return $element->{close} < $element->{end} && !@{$element->{children}};
}

sub drop_attribute {
	my ($sample) = @_;
	my $attribute = pick_attribute($sample);
	return ("no $attribute->{name}", [$attribute->{start},
		$attribute->{end} - $attribute->{start}, '']);
}

sub change_attribute {
	my ($sample) = @_;
	my $attribute = pick_attribute($sample);
	my $value = one_of(@{$values{$attribute->{name}}});
	return ("$attribute->{name} $value", [$attribute->{value_at},
		length $attribute->{value}, $value]);
}

# One digit of a date, time, length or number.
sub change_digit {
	my ($sample) = @_;
	my @all = grep { $_->{value} =~ /\d/ } map { my $e = $_;
	    map { $e->{attributes}{$_} } sort grep { $_ ne 'xmlns' }
	    keys %{$e->{attributes}} } @{$sample->{elements}};
	my $attribute = one_of(@all);
	my @digits;
	push @digits, $-[0] while $attribute->{value} =~ /\d/g;
	my $digit = chance(10);
	return ("digit $digit in $attribute->{value}",
		[$attribute->{value_at} + one_of(@digits), 1, $digit]);
}

sub drop_element {
	my ($sample) = @_;
	my $element = pick_element($sample);
	return ("no <$element->{name}>", [$element->{start},
		$element->{end} - $element->{start}, '']);
}

sub repeat_element {
	my ($sample) = @_;
	my $element = pick_element($sample);
	return ("<$element->{name}> twice", [$element->{end}, 0,
		outer($sample, $element)]);
}

sub swap_elements {
	my ($sample) = @_;
	my $second = pick_element($sample, sub {
		$_[0] != $_[0]{parent}{children}[0];
	});
	my @before = grep { $_->{start} < $second->{start} }
	    @{$second->{parent}{children}};
	my $first = one_of(@before);
	return ("<$first->{name}> and <$second->{name}> swapped",
		[$first->{start}, $first->{end} - $first->{start},
			outer($sample, $second)],
		[$second->{start}, $second->{end} - $second->{start},
			outer($sample, $first)]);
}

sub change_text {
	my ($sample) = @_;
	my $element = pick_element($sample, \&has_text);
	my $text = one_of(@{$texts{$element->{name}}});
	return ("<$element->{name}> of another", [$element->{open_end},
		$element->{close} - $element->{open_end}, $text]);
}

# What people type by mistake, and other spellings of the same.
my @typed = ('.', ' 7', '  ', '!', ' TBC', "\n    ", ' (', '&#x20AC;', "\x{a0}",
	'&amp;', '<!-- see the file -->', '<?edit here?>', '<?page 2?>', ' e', "\x{301}",
	' soon soon', ' http://a.example/');

sub type_more {
	my ($sample) = @_;
	my $element = pick_element($sample, sub {
		$_[0]{close} < $_[0]{end};
	});
	my $more = one_of(@typed);
	my $at = has_text($element) ? $element->{open_end} + chance(1 +
	    $element->{close} - $element->{open_end}) : $element->{close};
	# Never inside a reference such as &amp;.
	$at = $element->{close} if inner($sample, $element) =~ /&/;
	return ("`$more` in <$element->{name}>", [$at, 0, $more]);
}

my @kinds = (\&drop_attribute, \&change_attribute, \&change_attribute,
	\&change_digit, \&change_digit, \&drop_element, \&repeat_element,
	\&swap_elements, \&change_text, \&type_more, \&type_more);

# --- faults ------------------------------------------------------------------

sub fits {
	my ($sample, $element, $selector) = @_;
	my ($words, $parent, $name, $attribute, $value) =
	    $selector =~ m{^(?:([\w-]+):)?(?:(\w+)/)?(\w+)(?:\@([\w:]+)(?:=(.*))?)?$}
	    or die "no selector: $selector\n";
	return if $element->{name} ne $name ||
	    index($sample->{path}, $words // '') < 0 || ($parent &&
	    (!$element->{parent} || $element->{parent}{name} ne $parent));
	return 1 unless defined $attribute;
	my $found = $element->{attributes}{$attribute};
	return $found && (!defined $value || $found->{value} eq $value);
}

sub find_first {
	my ($selector) = @_;
	for my $sample (@samples) {
		for my $element (@{$sample->{elements}}) {
			return ($sample, $element) if fits($sample, $element, $selector);
		}
	}
	die "no sample has $selector\n";
}

sub without {
	my ($part) = @_;
	return [$part->{start}, $part->{end} - $part->{start}, ''];
}

# How each change is made: from sample and element to edits.
my %made = (
	set => sub {
		my ($sample, $element, $name, $value) = @_;
		my $old = $element->{attributes}{$name};
		return [$element->{name_at} + length $element->{name}, 0,
			" $name=\"$value\""] unless $old;
		return [$old->{value_at}, length $old->{value}, $value];
	},
	unset => sub { without($_[1]{attributes}{$_[2]}) },
	text => sub { [$_[1]{open_end}, $_[1]{close} - $_[1]{open_end}, $_[2]] },
	begin => sub { [$_[1]{open_end}, 0, $_[2]] },
	add => sub { [$_[1]{close}, 0, $_[2]] },
	behind => sub { [$_[1]{end}, 0, $_[2]] },
	drop => sub { without($_[1]) },
	first => sub {
		my ($sample, $element) = @_;
		my $start = $element->{parent}{children}[0]{start};
		return (without($element), [$start, 0, outer($sample, $element)]);
	},
	last => sub {
		my ($sample, $element) = @_;
		my $end = $element->{parent}{children}[-1]{end};
		return (without($element), [$end, 0, outer($sample, $element)]);
	},
);

# --- writing -----------------------------------------------------------------

sub write_sample {
	my ($sample, $id, @what) = @_;
	my $file = sprintf '%s/%03d.xml', $outdir, ++$number;
	my ($name) = $sample->{path} =~ m{([^/]+)\.xml$};
	open my $out, '>:encoding(UTF-8)', $file or die "$file: $!\n";
	print $out $sample->{text};
	close $out or die "$file: $!\n";
	my $what = substr join('; ', @what), 0, 120;
	$what =~ s/\s+/ /g;
	print "$file\t$id\t$name: $what\n";
}

sub change {
	my ($sample, @edits) = @_;
	my ($text) = $sample->edit(0, @edits);
	return Sample->parse($sample->{path}, $text);
}

for my $fault (@HouseFaults::faults) {
	my ($id, $selector, $how, @words) = @$fault;
	my ($sample, $element) = find_first($selector);
	my @edits = $made{$how}->($sample, $element, @words);
	write_sample(change($sample, @edits), $id, "$id, $selector $how @words");
}
for my $turn (1 .. $count) {
	my $sample = $samples[$turn % @samples];
	my @what;
	for (1 .. $changes) {
		my ($what, @edits) = one_of(@kinds)->($sample);
		$sample = change($sample, @edits);
		push @what, $what;
	}
	write_sample($sample, '', @what);
}
