# SPDX-License-Identifier: MIT
# What breaks each rule of samples/house/rules.sch: its id, the element (the
# first one in the samples: `name`, `parent/name`, each with `@attribute` or
# `@attribute=value` it must have), and what is done to it:
#
#   set NAME VALUE     gives an attribute its value, also where it had none
#   unset NAME         takes an attribute away
#   text VALUE         puts it in the place of all that is in the element
#   add VALUE          puts it at the end of what is in the element
#   before VALUE       puts it in front of the element
#   drop               takes the element away
#   first              puts the element in front of its parent's other children
package HouseFaults;
use strict;
use warnings;
use utf8;

our @faults = (
	['language', 'meetingSummary', unset => 'xml:lang'],
	['home-first', 'party@role=counterpart', set => 'role', 'own'],
	['one-id', 'principal@id=park', set => 'id', 'hayashi'],
	['digits-in-name', 'name/family', text => 'Telles2'],
	['odd-minute', 'session/start', set => 'when',
		'2024-03-05T17:31:00+09:00'],
	['long', 'meeting/duration', set => 'value', 'PT10H1M'],
	['caption-stop', 'caption', add => '. The two sides smiled.'],
	['long-statement', 'statement', add => ' and so on' x 250],
);

1;
