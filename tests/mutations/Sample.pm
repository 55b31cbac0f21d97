# SPDX-License-Identifier: MIT
# A sample as tags with places: enough XML for our own samples (no CDATA, no
# DOCTYPE), and edits that know where things stand afterwards.
package Sample;
use strict;
use warnings;

# Elements in document order: name, start (of `<`), name_at, open_end (behind
# the start tag), close (of `</`, or open_end), end, attributes, parent,
# children.
sub read {
	my ($class, $path) = @_;
	open my $file, '<:encoding(UTF-8)', $path or die "$path: $!\n";
	return $class->parse($path, do { local $/; <$file> });
}

sub parse {
	my ($class, $path, $whole) = @_;
	my $self = bless {path => $path, text => $whole}, $class;
	my ($open, @all);
	my $text = $self->{text};
	while ($text =~ /<(?:(\?|!--)|(\/?)([\w:]+)([^>]*?)(\/?)>)/g) {
		my ($start, $end) = ($-[0], $+[0]);
		if (defined $1) {
			$text =~ /(?:\?|--)>/g;
			next;
		}
		if ($2) {
			@$open{qw(close end)} = ($start, $end);
			$open = $open->{parent};
			next;
		}
		my $element = {name => $3, start => $start, name_at => $-[3],
			open_end => $end, close => $end, end => $end,
			parent => $open, children => []};
		read_attributes($element, $4, $-[4]);
		push @{$open->{children}}, $element if $open;
		push @all, $element;
		$open = $element unless $5;
	}
	$self->{elements} = \@all;
	return $self;
}

sub read_attributes {
	my ($element, $text, $from) = @_;
	while ($text =~ /\s+([\w:]+)="([^"]*)"/g) {
		$element->{attributes}{$1} = {name => $1, value => $2,
			start => $from + $-[0], name_at => $from + $-[1],
			value_at => $from + $-[2], end => $from + $+[0]};
	}
}

# The text with [from, length, new] edits done, and where `at` is then.
sub edit {
	my ($self, $at, @edits) = @_;
	my ($text, $moved) = ($self->{text}, $at);
	for my $edit (sort { $b->[0] <=> $a->[0] } @edits) {
		my ($from, $length, $new) = @$edit;
		substr($text, $from, $length) = $new;
		$moved += length($new) - $length if $from < $at;
	}
	return ($text, $moved);
}

# Line and column, from 1, of a character.
sub place {
	my ($text, $at) = @_;
	my $before = substr $text, 0, $at;
	my $line = 1 + ($before =~ tr/\n//);
	return ($line, $at - rindex($before, "\n"));
}

1;
