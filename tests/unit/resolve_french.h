/* SPDX-License-Identifier: MIT */
/* Shared by the tests of what is printed in French. */
#ifndef DD_TESTS_RESOLVE_FRENCH_H
#define DD_TESTS_RESOLVE_FRENCH_H

#include "resolve_check.h"

#define NB "\xC2\xA0"	   /* no-break space */
#define NNB "\xE2\x80\xAF" /* narrow no-break space */

#define ORA_FR                                                                 \
	"<party id='a' country='XA' role='own'><principal id='ora'>"           \
	"<courtesy>Mme</courtesy><name><given>Lin</given><family>Ora"          \
	"</family></name><pronoun>she</pronoun><office>ministre des Affaires " \
	"étrangères</office></principal></party>"
#define RASK_FR                                                                \
	"<party id='b' country='XB' role='counterpart'><principal id='rask'>"  \
	"<courtesy>M.</courtesy><name><given>Ove</given><family>Rask"          \
	"</family></name><pronoun>he</pronoun><office>ministre des Affaires "  \
	"étrangères</office></principal></party>"

#endif
