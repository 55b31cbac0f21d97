# SPDX-License-Identifier: MIT
# The words that a reader of each format gets, as one string with single
# spaces; every block begins behind a space.
package PlainText;
use strict;
use warnings;
use utf8;
use Exporter 'import';
use JSON::PP ();
our @EXPORT_OK = qw(collapse plain_text);

my %ENTITY = (amp => '&', lt => '<', gt => '>', quot => '"', nbsp => "\x{a0}");
my $inline = qr/^(?:a|abbr|bdi|cite|data|q|small|span|strong|time)$/;

sub collapse {
	my ($text) = @_;
	$text =~ s/[ \t\r\n]+/ /g;
	return $text =~ s/^ | $//gr;
}

sub decode {
	my ($text) = @_;
	$text =~ s{&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));}
		{defined $1 ? chr hex $1 : defined $2 ? chr $2 : $ENTITY{$3} // "&$3;"}ge;
	return $text;
}

# The page: its text, alternative texts, and the keywords of its head.
sub html {
	my ($text) = @_;
	$text =~ s/<(style|script)\b.*?<\/\1>//gs;
	$text =~ s{<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>}{
		my ($name, $attributes) = ($2, $3);
		my ($said) = $name eq "img" ? $attributes =~ / alt="([^"]*)"/
			: $attributes =~ / name="keywords" content="([^"]*)"/;
		$name =~ $inline ? '' : ' ' . ($said // '') . ' ';
	}gex;
	return collapse(decode($text));
}

# Markdown without escapes, emphasis and addresses; front matter included, but
# for the facts, which are JSON.
sub markdown {
	my ($text) = @_;
	$text =~ s/^facts: .*$//m;
	$text =~ s/(?<!\\)!?\[((?:\\.|[^\]\\])*)\]\((?:<[^>]*>|[^)]*)\)/$1/g;
	$text =~ s/(?<!\\)\*\*//g;
	$text =~ s/\\([[:punct:]])/$1/g;
	return collapse(decode($text));
}

# A value of mixed text: strings, and objects with words of their own.
sub mixed {
	my ($value) = @_;
	return $value unless ref $value;
	return join '', map { mixed($_) } @$value if ref $value eq 'ARRAY';
	my $computed = $value->{computed} // {};
	return join '', $computed->{open} // '',
		mixed($value->{text} // $computed->{text} // $value->{content} // ''),
		$computed->{close} // '';
}

# All strings of JSON; an array with a string in it is mixed text as a whole.
sub strings {
	my ($value) = @_;
	my @strings;
	if (ref $value eq 'HASH') {
		push @strings, mixed($value) if $value->{content};
		push @strings, map { strings($value->{$_}) } sort keys %$value;
	} elsif (ref $value eq 'ARRAY') {
		push @strings, mixed($value) if grep { !ref } @$value;
		push @strings, map { strings($_) } @$value;
	} elsif (defined $value) {
		push @strings, $value;
	}
	return @strings;
}

sub json {
	return collapse(join "\n", strings(JSON::PP->new->decode($_[0])));
}

# Wire text is wrapped between any two characters in some languages: all
# white space is taken away, as it is from what is looked for.
sub text {
	return $_[0] =~ s/\s+//gr;
}

my %readers = (html => \&html, markdown => \&markdown, json => \&json, text => \&text);

# Formats: html, markdown, json, text.
sub plain_text {
	my ($format, $output) = @_;
	return $readers{$format}->($output);
}

1;
