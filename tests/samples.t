#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What no schema can say of the samples: pictures exist and are described,
# links between samples lead to one, editions point at each other and tell the
# same facts, and real states carry nothing but the meeting that was.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Need;
use Tap;

need_command('xmllint', 'libxml2-utils');

chdir "$FindBin::Bin/../samples" or die "samples: $!\n";
my @samples = sort glob '*.xml';
my $REAL = qr/^2023-07-13-japan-rok-/; # published by both ministries

# The start tags of a file: [name, {attribute => value}, text behind it].
sub start_tags {
	my ($file) = @_;
	open my $in, '-|', 'xmllint', '--nonet', '--c14n', $file
		or die "xmllint: $!\n";
	local $/;
	my $text = <$in>;
	close $in or die "xmllint cannot read $file\n";
	$text =~ s/<!--.*?-->//gs;
	my @tags;
	while ($text =~ /<([a-zA-Z]+)((?:\s+[^\s=]+="[^"]*")*)>([^<]*)/g) {
		my ($name, $attributes, $behind) = ($1, $2, $3);
		push @tags, [$name, {$attributes =~ /([^\s=]+)="([^"]*)"/g},
			$behind];
	}
	return @tags;
}

my %tags = map { $_ => [start_tags($_)] } @samples;

# The elements of one name in a sample.
sub elements {
	my ($file, $name) = @_;
	return grep { $_->[0] eq $name } @{$tags{$file}};
}

# A picture is there, and somebody who cannot see it is told what it shows.
sub check_photos {
	my @wrong;
	for my $file (@samples) {
		my @photos = elements($file, 'photo');
		push @wrong, "$file: no $_->[1]{src}"
			for grep { !-s $_->[1]{src} } @photos;
		push @wrong, "$file: a photo without alt"
			if @photos != elements($file, 'alt');
	}
	report('every photo exists and has alt', @wrong);
}

# A link without a scheme leads to the page of another sample.
sub check_links {
	my @wrong;
	for my $file (@samples) {
		for my $tag (@{$tags{$file}}) {
			my $page = $tag->[1]{href} or next;
			next if $page =~ m{^https?://};
			(my $sample = $page) =~ s/\.html$/.xml/;
			push @wrong, "$file: $page leads nowhere"
				unless $tags{$sample};
		}
	}
	report('links between samples lead to a sample', @wrong);
}

# The facts of a meeting that do not depend on the language.
sub facts {
	my ($file) = @_;
	my %plain = map { $_ => 1 } qw(meeting ordinal start duration end place
		party statement outcome);
	return join "\n", map {
		my ($name, $attributes) = @$_;
		join ' ', $name, map { "$_=$attributes->{$_}" }
			grep { $_ ne 'manner' } sort keys %$attributes;
	} grep { $plain{$_->[0]} } @{$tags{$file}};
}

sub check_editions {
	my @wrong;
	for my $file (@samples) {
		for my $link (grep { $_->[1]{rel} eq 'translation' }
				elements($file, 'related')) {
			(my $other = $link->[1]{href}) =~ s/\.html$/.xml/;
			(my $page = $file) =~ s/\.xml$/.html/;
			push @wrong, "$other does not point back at $file"
				unless grep { $_->[1]{href} eq $page }
					elements($other, 'related');
			push @wrong, "$other tells other facts than $file"
				if facts($file) ne facts($other);
		}
	}
	report('editions point at each other and tell the same facts', @wrong);
}

sub check_real_states {
	my (@wrong, $real);
	for my $file (@samples) {
		for my $party (elements($file, 'party')) {
			my $country = $party->[1]{country} or next;
			$real++ if $country !~ /^X/;
			push @wrong, "$file: $country is a real state"
				if $country !~ /^X/ && $file !~ $REAL;
		}
	}
	report('real states have no part in invented meetings', @wrong,
		$real ? () : 'no real state was seen at all');
}

sub check_ids {
	my (%seen, @wrong);
	for my $file (@samples) {
		my ($root) = elements($file, 'meetingSummary');
		push @wrong, "$file: the id of $seen{$root->[1]{id}}"
			if $seen{$root->[1]{id}};
		$seen{$root->[1]{id}} = $file;
	}
	report('every sample has an id of its own', @wrong);
}

check_photos();
check_links();
check_editions();
check_real_states();
check_ids();
finish();
