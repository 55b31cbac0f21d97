# SPDX-License-Identifier: MIT
# Single editorial faults: edits of a sample, of which one place is marked.
# An edit is [from, length, new] in characters of the sample, as in Sample.pm;
# « and » stand around what a finding is expected on and are no part of the
# text. Edits at one place are done in the order of the list.
package Edits;
use strict;
use warnings;
use utf8;
use Exporter 'import';
our @EXPORT = qw(attribute attributed child content language mark named
    own_runs principals put quiet remove set_attribute set_content spread
    statements);

# The first, the last and what lies evenly between them: at most so many.
sub spread {
	my ($most, @all) = @_;
	return @all if @all <= $most;
	return map { $all[int($_ * @all / $most)] } 0 .. $most - 1;
}

sub attribute {
	my ($element, $name) = @_;
	my $attribute = $element->{attributes}{$name};
	return $attribute ? $attribute->{value} : undef;
}

# All elements of a name.
sub named {
	my ($sample, $name) = @_;
	return grep { $_->{name} eq $name } @{$sample->{elements}};
}

# Those that have an attribute.
sub attributed {
	my ($sample, $name, $attribute) = @_;
	return grep { defined attribute($_, $attribute) } named($sample, $name);
}

sub child {
	my ($element, $name) = @_;
	my ($found) = grep { $_->{name} eq $name } @{$element->{children}};
	return $found;
}

sub content {
	my ($sample, $element) = @_;
	return substr $sample->{text}, $element->{open_end},
	    $element->{close} - $element->{open_end};
}

sub language {
	my ($sample) = @_;
	return attribute($sample->{elements}[0], 'xml:lang');
}

sub statements {
	my ($sample) = @_;
	return named($sample, 'statement');
}

sub principals {
	my ($sample) = @_;
	return named($sample, 'principal');
}

# The text between the tags that an element has for itself: [from, text].
sub own_runs {
	my ($sample, $element) = @_;
	my @runs;
	my $from = $element->{open_end};
	for my $inner (@{$element->{children}}, undef) {
		my $to = $inner ? $inner->{start} : $element->{close};
		push @runs, [$from, substr $sample->{text}, $from, $to - $from]
		    if $to > $from;
		$from = $inner->{end} if $inner;
	}
	return @runs;
}

# --- edits -------------------------------------------------------------------

sub mark {
	my ($from, $to) = @_;
	return ([$from, 0, '«'], [$to, 0, '»']);
}

sub put {
	my ($at, $new) = @_;
	return [$at, 0, $new];
}

sub remove {
	my ($element) = @_;
	return [$element->{start}, $element->{end} - $element->{start}, ''];
}

sub set_content {
	my ($element, $new) = @_;
	return [$element->{open_end}, $element->{close} - $element->{open_end},
		$new];
}

# A value that is not where the finding is expected.
sub quiet {
	my ($element, $name, $new) = @_;
	my $attribute = $element->{attributes}{$name};
	return [$attribute->{value_at}, length $attribute->{value}, $new];
}

sub set_attribute {
	my ($element, $name, $new) = @_;
	return quiet($element, $name, "«$new»");
}

# The text with all edits done, and the range of the marks: from and to.
sub apply {
	my ($sample, @edits) = @_;
	my ($text, $at) = ('', 0);
	my @order = sort { $edits[$a][0] <=> $edits[$b][0] || $a <=> $b }
	    0 .. $#edits;
	for my $edit (@edits[@order]) {
		my ($from, $length, $new) = @$edit;
		die "edits overlap in $sample->{path}\n" if $from < $at;
		$text .= substr($sample->{text}, $at, $from - $at) . $new;
		$at = $from + $length;
	}
	$text .= substr $sample->{text}, $at;
	my $from = index $text, '«';
	my $to = index($text, '»') - 1;
	die "no range is marked in $sample->{path}\n" if $from < 0 || $to < $from;
	$text =~ tr/«»//d;
	return ($text, $from, $to);
}

1;
