# SPDX-License-Identifier: MIT
# A small reader of XML for tests: the canonical form of xmllint as a tree.
# An element is {name, ns, attributes, children}; its attributes are by local
# name, those of another namespace than none as "{ns}local"; text is a string.
package XmlTree;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT_OK = qw(canonical elements read_tree text_of);

my %ENTITY = (amp => '&', lt => '<', gt => '>', quot => '"');

# The canonical form of a file; dies where it is not well-formed.
sub canonical {
	my ($path) = @_;
	open my $in, '-|', 'xmllint', '--nonet', '--c14n', $path or die "xmllint: $!\n";
	binmode $in, ':encoding(UTF-8)';
	local $/;
	my $text = <$in>;
	close $in or die "xmllint cannot read $path\n";
	return $text;
}

sub decode {
	my ($text) = @_;
	$text =~ s/&(?:#x([0-9A-F]+)|(\w+));/defined $1 ? chr hex $1 : $ENTITY{$2}/ge;
	return $text;
}

sub expand {
	my ($name, $spaces, $default) = @_;
	my ($prefix, $local) = $name =~ /^(?:(.*):)?(.*)$/;
	return ($local, defined $prefix ? $spaces->{$prefix} : $default);
}

sub open_element {
	my ($name, $text, $spaces) = @_;
	my %spaces = %$spaces;
	my %raw = $text =~ /([^\s=]+)="([^"]*)"/g;
	for (keys %raw) {
		$spaces{$1 // ''} = decode($raw{$_}) if /^xmlns(?::(.*))?$/;
	}
	my ($local, $ns) = expand($name, \%spaces, $spaces{''} // '');
	my %attributes;
	for (grep { !/^xmlns(?::|$)/ } keys %raw) {
		my ($key, $in) = expand($_, \%spaces, '');
		$attributes{$in ? "{$in}$key" : $key} = decode($raw{$_});
	}
	return ({name => $local, ns => $ns, attributes => \%attributes, children => []}, \%spaces);
}

# The root element of a file.
sub read_tree {
	my ($path) = @_;
	my $text = canonical($path);
	my $top = {children => []};
	my @open = ([$top, {xml => 'xml'}]);
	while ($text =~ /\G(?:([^<]+)|<!--.*?-->|<\?.*?\?>|<\/[^>]*(>)|<([^\s>\/]+)([^>]*)>)/gcs) {
		my ($words, $end, $name, $rest) = ($1, $2, $3, $4);
		if (defined $words) {
			push @{$open[-1][0]{children}}, decode($words);
		} elsif ($end) {
			pop @open;
		} elsif (defined $name) {
			my ($element, $spaces) = open_element($name, $rest, $open[-1][1]);
			push @{$open[-1][0]{children}}, $element;
			push @open, [$element, $spaces];
		}
	}
	return (grep { ref } @{$top->{children}})[0];
}

# The child elements, of one name where one is given.
sub elements {
	my ($element, $name) = @_;
	return grep { ref && (!defined $name || $_->{name} eq $name) } @{$element->{children}};
}

# All character data inside.
sub text_of {
	my ($node) = @_;
	return ref $node ? join '', map { text_of($_) } @{$node->{children}} : $node;
}

1;
