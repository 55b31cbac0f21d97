#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Samples with one wrong fact each.
#
#   mutate.pl OUTDIR SAMPLE...
#
# writes OUTDIR/NNN.xml and prints a line for each: file, line, column, id,
# findings (1, or + where one fact has several consequences), what was done.
# A line whose id is `harmless` names a change that is none, and why. The same
# samples always give the same mutations.
use strict;
use warnings;
use utf8;
use FindBin;
use lib $FindBin::Bin;
use Sample;
use Facts;

binmode STDOUT, ':encoding(UTF-8)';
my ($outdir, @paths) = @ARGV;
die "usage: mutate.pl OUTDIR SAMPLE...\n" unless @paths;
my @samples = map { Sample->read($_) } @paths;
my $number = 0;
my $turn = 0;

# --- choosing and writing ----------------------------------------------------

# All [sample, element] for which the test holds.
sub find {
	my ($test) = @_;
	my @found;
	for my $sample (@samples) {
		push @found, map { [$sample, $_] }
		    grep { $test->($_) } @{$sample->{elements}};
	}
	return @found;
}

# One of them, another one each time.
sub pick {
	my @found = find(@_) or return;
	return @{$found[$turn++ * 7 % @found]};
}

sub write_text {
	my ($text, $at, $id, $count, $what) = @_;
	my $file = sprintf '%s/%03d.xml', $outdir, ++$number;
	open my $out, '>:encoding(UTF-8)', $file or die "$file: $!\n";
	print $out $text;
	close $out or die "$file: $!\n";
	my ($line, $column) = Sample::place($text, $at);
	print join("\t", $file, $line, $column, $id, $count, $what), "\n";
}

# One mutation by edits. The finding belongs to `at`, a place in the sample;
# or, as [place, more], to so many characters behind it in what is new there.
sub mutate {
	my ($sample, $at, $id, $count, $what, @edits) = @_;
	my ($name) = $sample->{path} =~ m{([^/]+)\.xml$};
	my ($from, $more) = ref $at ? @$at : ($at, 0);
	my ($text, $moved) = $sample->edit($from, @edits);
	write_text($text, $moved + $more, $id, $count, "$what ($name)");
}

sub attribute {
	my ($element, $name) = @_;
	return $element->{attributes}{$name};
}

sub is_named {
	my ($name, $parent) = @_;
	return sub {
		my ($element) = @_;
		return $element->{name} eq $name &&
		    (!$parent || ($element->{parent} &&
			$element->{parent}{name} eq $parent));
	};
}

sub has_attribute {
	my ($path) = @_;
	my ($element, $name) = split m{/}, $path;
	return sub { $_[0]{name} eq $element && attribute($_[0], $name) };
}

# Another spelling that is no name of the vocabulary.
sub misspell {
	my ($word) = @_;
	(my $other = $word) =~ s/^(xml:)?(.)(.)(?!\3)(.)/($1 \/\/ '') . "$2$4$3"/e;
	return $other ne $word ? $other : "${word}x";
}

# --- single wrong facts ------------------------------------------------------

# The id of the first party.
sub party_of {
	my ($sample) = @_;
	my ($party) = grep { is_named('party', 'meeting')->($_) }
	    @{$sample->{elements}};
	return attribute($party, 'id')->{value};
}

sub set_value {
	my ($path, $value, $id, $count, $what) = @_;
	my ($sample, $element) = pick(has_attribute($path)) or return;
	$value =~ s/\{party\}/party_of($sample)/e;
	my $attribute = attribute($element, (split m{/}, $path)[1]);
	my $at = $attribute->{$value eq '' ? 'name_at' : 'value_at'};
	mutate($sample, $at, $id, $count, "$what: $path=\"$value\"",
		[$attribute->{value_at}, length $attribute->{value}, $value]);
}

sub delete_attributes {
	for my $path (@Facts::required_attributes) {
		my ($sample, $element) = pick(has_attribute($path)) or next;
		my $attribute = attribute($element, (split m{/}, $path)[1]);
		mutate($sample, $element->{name_at}, 'schema/missing-attribute',
			1, "no $path", [$attribute->{start},
				$attribute->{end} - $attribute->{start}, '']);
	}
}

sub delete_children {
	for my $path (@Facts::required_children) {
		my ($parent, @names) = split m{[/|]}, $path;
		my %wanted = map { $_ => 1 } @names;
		my ($sample, $element) = pick(sub {
			$_[0]{name} eq $parent &&
			    grep { $wanted{$_->{name}} } @{$_[0]{children}};
		}) or next;
		my @gone = grep { $wanted{$_->{name}} } @{$element->{children}};
		mutate($sample, $element->{name_at}, 'schema/missing-element',
			$path eq 'party/principal' ? '+' : 1, "no $path",
			map { [$_->{start}, $_->{end} - $_->{start}, ''] }
			    @gone);
	}
}

sub misspell_elements {
	my %names = map { $_->{name} => 1 } map { @{$_->{elements}} } @samples;
	for my $name (sort keys %names) {
		next if $name eq 'meetingSummary';
		my ($sample, $element) = pick(is_named($name));
		my $other = misspell($name);
		my @edits = ([$element->{name_at}, length $name, $other]);
		push @edits, [$element->{close} + 2, length $name, $other]
		    if $element->{close} < $element->{end};
		mutate($sample, $element->{name_at}, 'schema/unknown-element',
			1, "<$other>", @edits);
	}
}

sub misspell_attributes {
	my %paths;
	for my $element (map { @{$_->{elements}} } @samples) {
		$paths{"$element->{name}/$_"} = 1
		    for keys %{$element->{attributes}};
	}
	for my $path (sort keys %paths) {
		my ($owner, $name) = split m{/}, $path;
		next if $name eq 'xmlns';
		my ($sample, $element) = pick(has_attribute($path));
		my $attribute = attribute($element, $name);
		my $other = misspell($name);
		# What refers to the id has lost it.
		my $count = $name eq 'id' ? '+' : 1;
		mutate($sample, $attribute->{name_at},
			'schema/unknown-attribute', $count, "$owner/$other",
			[$attribute->{name_at}, length $name, $other]);
	}
}

sub swap_children {
	for my $path (@Facts::ordered_children) {
		my ($parent, $first, $second) = split m{/}, $path;
		my ($sample, $element) = pick(sub {
			my @names = map { $_->{name} } @{$_[0]{children}};
			$_[0]{name} eq $parent &&
			    " @names " =~ / $first $second /;
		}) or next;
		my @children = @{$element->{children}};
		shift @children until $children[0]{name} eq $first &&
		    $children[1]{name} eq $second;
		my ($a, $b) = @children;
		my $text = $sample->{text};
		my $moved = substr $text, $b->{start}, $b->{end} - $b->{start};
		my $tail = substr $text, $a->{start}, $b->{start} - $a->{start};
		my ($name) = $sample->{path} =~ m{([^/]+)\.xml$};
		(my $gap = $tail) =~ s/.*>//s;
		$tail = substr $tail, 0, length($tail) - length $gap;
		substr($text, $a->{start}, $b->{end} - $a->{start}) =
		    $moved . $gap . $tail;
		write_text($text,
			$a->{start} + length($moved) + length($gap) + 1,
			'schema/misplaced-element', 1,
			"<$second> before <$first> in <$parent> ($name)");
	}
}

sub change_values {
	for my $row (@Facts::wrong_values) {
		my ($values, @paths) = @$row;
		my $n = 0;
		set_value($_, $values->[$n++ % @$values],
			'schema/bad-value', 1, 'a wrong value') for @paths;
	}
	set_value($_, '', 'schema/empty', 1, 'nothing')
	    for @Facts::never_empty;
	for my $row (@Facts::references) {
		my ($path, $value, $id) = @$row;
		set_value($path, $value, $id, 1, 'a wrong reference');
	}
	set_value(@$_, '+', 'a fact that the world contradicts')
	    for @Facts::contradictions;
}

sub change_texts {
	for my $name (@Facts::texts) {
		my ($sample, $element) = pick(is_named($name)) or next;
		my $length = $element->{close} - $element->{open_end};
		mutate($sample, $element->{name_at}, 'schema/empty', 1,
			"<$name> without text", [$element->{open_end}, $length,
				'']);
		mutate($sample, [$element->{close}, 1],
			'schema/misplaced-element', 1, "<b/> in <$name>",
			[$element->{close}, 0, '<b/>']);
	}
	for my $row (@Facts::wrong_texts) {
		my ($name, $value) = @$row;
		my ($sample, $element) = pick(is_named($name)) or next;
		mutate($sample, $element->{open_end}, 'schema/bad-value', 1,
			"<$name> says $value", [$element->{open_end},
				$element->{close} - $element->{open_end},
				$value]);
	}
}

sub insert_strays {
	for my $name (@Facts::element_only) {
		my ($sample, $element) = pick(sub {
			$_[0]{name} eq $name && @{$_[0]{children}};
		}) or next;
		my $at = $element->{open_end};
		mutate($sample, $at, 'schema/text-not-allowed', 1,
			"text in <$name>", [$at, 0, 'stray words']);
		mutate($sample, [$at, 1], 'schema/unknown-element', 1,
			"<weather/> in <$name>", [$at, 0, '<weather/>']);
	}
	for my $name (@Facts::empty) {
		my ($sample, $element) = pick(is_named($name)) or next;
		my $at = $element->{open_end};
		mutate($sample, [$at - 2, 1], 'schema/text-not-allowed', 1,
			"text in <$name>", [$at - 2, 2, ">words</$name>"]);
	}
}

sub repeat_children {
	for my $path (@Facts::single) {
		my ($parent, $name) = split m{/}, $path;
		my ($sample, $element) = pick(is_named($name, $parent)) or next;
		my ($start, $end) = @$element{qw(start end)};
		my $copy = substr $sample->{text}, $start, $end - $start;
		mutate($sample, $start + 1, 'schema/repeated-element', 1,
			"$path twice", [$start, 0, $copy]);
	}
}

sub repeat_ids {
	for my $sample (@samples) {
		my @owners = grep { attribute($_, 'id') &&
		    $_->{name} ne 'meetingSummary' } @{$sample->{elements}};
		my ($first, $second) = @owners[0, $turn++ % $#owners + 1];
		my $id = attribute($second, 'id');
		mutate($sample, $id->{value_at}, 'schema/duplicate-id', '+',
			"$second->{name} with the id of $first->{name}",
			[$id->{value_at}, length $id->{value},
				attribute($first, 'id')->{value}]);
	}
}

# --- no longer XML, and no longer ours ---------------------------------------

sub break_form {
	for my $row (@Facts::broken_texts) {
		my ($new, $more, $id) = @$row;
		my ($sample, $element) = pick(is_named('statement'));
		my $at = $element->{close};
		mutate($sample, [$at, $more], $id, 1, "$new in a text", [$at, 0, $new]);
	}
	my ($sample, $root) = pick(is_named('meetingSummary'));
	my $xmlns = attribute($root, 'xmlns');
	mutate($sample, $root->{name_at}, 'schema/wrong-namespace', 1,
		'another namespace', [$xmlns->{value_at},
			length $xmlns->{value}, 'urn:example:other']);
	mutate($sample, $root->{name_at}, 'schema/wrong-root', 1,
		'another root', [$root->{name_at}, length $root->{name},
			'summary'], [$root->{close} + 2,
			length $root->{name}, 'summary']);
}

# --- changes that are none ---------------------------------------------------

sub change_nothing {
	my ($sample, $root) = pick(is_named('meetingSummary'));
	my $at = $root->{open_end};
	my ($body) = grep { $_->{name} eq 'body' } @{$root->{children}};
	my ($text) = grep { $_->{name} eq 'statement' } @{$sample->{elements}};
	my $head = $root->{children}[0];
	my @rows = (
		['a comment says nothing', [$at, 0, '<!-- stray words -->']],
		['an instruction is for editors', [$at, 0, '<?edit here?>']],
		['space between elements is free', [$at, 0, "\n\t \n"]],
		['a section is another spelling of text',
			[$text->{close}, 0, '<![CDATA[ & more]]>']],
		['a number is another spelling of a character',
			[$text->{close}, 0, '&#x21;']],
		['a line end may be CRLF', [$at, 1, "\r\n"]],
		['space in a tag is free', [$head->{open_end} - 1, 0, "\n "]],
		['other words are other words',
			[$text->{close}, 0, ' The talks were long.']],
		['an unused prefix is no fault', [$root->{open_end} - 1, 0,
			' xmlns:x="urn:example:other"']],
	);
	for my $row (@rows) {
		my ($why, @edits) = @$row;
		mutate($sample, 0, 'harmless', 0, $why, @edits);
	}
}

delete_attributes();
delete_children();
misspell_elements();
misspell_attributes();
swap_children();
change_values();
change_texts();
insert_strays();
repeat_children();
repeat_ids();
break_form();
change_nothing();
