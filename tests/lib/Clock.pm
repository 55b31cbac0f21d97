# SPDX-License-Identifier: MIT
# Dates, clock times and lengths as a reader would look for them, in the four
# languages of the samples: patterns that leave the style of the house open.
package Clock;
use strict;
use warnings;
use utf8;
use Exporter 'import';
use Time::Local 'timegm';
our @EXPORT_OK = qw(clock_patterns date_pattern length_pattern);

my @EN = qw(January February March April May June July August September October November December);
my @FR = qw(janvier février mars avril mai juin juillet août septembre octobre novembre décembre);

# The day of an ISO date or time: July 13, 13 juillet, 7月13日, 7월 13일.
sub date_pattern {
	my ($lang, $iso) = @_;
	my (undef, $month, $day) = map { $_ + 0 } $iso =~ /^(\d+)-(\d+)-(\d+)/;
	my %form = (
		en => "$EN[$month - 1]\\s?$day(?![0-9])",
		fr => ($day == 1 ? "(?:1|1er)" : $day) . "\\s?$FR[$month - 1]",
		ja => "${month}月${day}日",
		ko => "${month}월\\s?${day}일",
	);
	return qr/(?<![0-9])$form{$lang}/;
}

sub hour_pattern {
	my ($lang, $hour, $minute) = @_;
	my $hours = join '|', sort { $b <=> $a } $hour, $hour % 12, $hour % 12 || 12;
	my $plain = $minute + 0;
	my $none = $plain == 0;
	my %form = (
		en => "(?:$hours):$minute" . ($none ? "|(?:$hours) ?[ap]\\.m\\." : "") . ($hour == 12 && $none ? "|noon" : ""),
		fr => $none ? "$hour\\s?h" : "$hour\\s?h\\s?$minute",
		ja => "(?:$hours)時" . ($none ? '' : $plain == 30 ? '(?:30分|半)' : "0?${plain}分"),
		ko => "(?:$hours)시" . ($none ? '' : $plain == 30 ? '\\s?(?:30분|반)' : "\\s?0?${plain}분"),
	);
	return qr/(?<![0-9])(?:$form{$lang})/;
}

# The clock of a start, at the place or at home (nine hours before UTC),
# or both, as @show asks.
sub clock_patterns {
	my ($lang, $when, $show) = @_;
	my @part = $when =~ /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):\d+(?:Z|([-+])(\d+):(\d+))$/ or return;
	my $offset = defined $part[5] ? "$part[5]1" * ($part[6] * 60 + $part[7]) : 0;
	my $utc = timegm(0, $part[4], $part[3], $part[2], $part[1] - 1, $part[0]) - 60 * $offset;
	my (undef, $minute, $hour) = gmtime($utc + 9 * 3600);
	my $local = hour_pattern($lang, $part[3] + 0, $part[4]);
	my $home = hour_pattern($lang, $hour, sprintf '%02d', $minute);
	return $show eq 'home' ? $home : $show eq 'local' || $offset == 540 ? $local : ($local, $home);
}

# A length of time in hours and minutes.
sub length_pattern {
	my ($lang, $iso) = @_;
	my ($hours, $minutes) = $iso =~ /^PT(?:(\d+)H)?(?:(\d+)M)?$/;
	my %form = (
		en => ['\\s?hours?', '\\s?min'], fr => ['\\s?heures?', '\\s?min'],
		ja => ['時間', '分'], ko => ['시간', '분'],
	);
	my ($h, $m) = @{$form{$lang}};
	my $half = ($minutes // 0) == 30 ? '|半|반' : '';
	return qr/(?<![0-9])$hours$h.{0,6}?(?:$minutes$m$half)/ if $hours && $minutes;
	return $hours ? qr/(?<![0-9])$hours$h/ : qr/(?<![0-9])$minutes$m/;
}

1;
