/* SPDX-License-Identifier: MIT */
/* What the readers of an English mention share: words of offices and titles. */
#ifndef DD_IMPORT_PERSON_INTERNAL_H
#define DD_IMPORT_PERSON_INTERNAL_H

#include "import/person.h"

#define DD_STYLES                                                              \
	"(?:H\\. ?E\\.?|HE|H\\.?R\\.?H\\.?|H\\.?H\\.?|H\\.M\\.|"               \
	"(?:His|Her) (?:Excellency|Majesty|(?:Royal |Serene )?Highness)|"      \
	"(?:[Tt]he )?R(?:igh)?t\\.? Hon(?:\\.|ou?rable)?|"                     \
	"(?:[Tt]he )?Hon(?:\\.|ou?rable)?|Senator|Dato[’'](?: Se?ri)?|"      \
	"Datuk(?: Seri)?|Tan Sri|Samdech(?: Techo)?|Sheikha?|"                 \
	"(?:Crown )?Prince(?:ss)?|Pehin|Sayyid)(?=[ ,])"
#define DD_COURTESIES                                                          \
	"(?:Mr|Ms|Mrs|Mme|Miss|Madame|Sir|Dame|Lord|Lady|Shri|Smt)"
/* What a name with titles begins with. */
#define DD_TITLE_AHEAD                                                         \
	"(?=(?:" DD_STYLES "|(?:" DD_COURTESIES                                \
	"|Dr|Prof(?:essor)?|LTG|Lt|Gen|Adm|Amb|Vice Admiral|Admiral|"          \
	"Lieutenant General|Major General|Colonel|Air (?:Chief )?Marshal|"     \
	"(?<!Secretary |Director |Attorney |Consul |Inspector )General(?= "    \
	"\\p{Lu}[\\p{L}.]* \\p{Lu})(?! (?:Assembly|Council|Debate|Affairs|"    \
	"Secretariat|Staff|Director|Conference|Department|Headquarters)))"     \
	"\\b\\.?) )"

/* What an office begins with is the name of no people. */
#define DD_RANKING                                                             \
	"(?:Deputy|Vice|First|Second|Acting|Senior|State|Parliamentary|"       \
	"Federal|Permanent|Special|Under|Assistant|Executive|Alternate|"       \
	"Caretaker|Interim|Coordinating|Joint|Additional)"
#define DD_OFFICE                                                              \
	"(?:" DD_RANKING "[ -])*"                                              \
	"(?:Prime Minister|(?:Foreign|External|European)(?: Affairs)? "        \
	"(?:Minister|Secretary)|(?:Defen[cs]e|Finance|Trade|Interior|Justice|" \
	"Economy|Environment|Energy|Health) (?:Minister|Secretary)|"           \
	"Secretary of State|Minister(?: of State)?|"                           \
	"President|Premier|Chancellor|Secretary[- ]General|Secretary|"         \
	"High "                                                                \
	"Representative|Representative|Congress(?:m[ae]n|woman)|Mayor|"        \
	"Speaker|Ambassador|Commissioner|"                                     \
	"Director[- ]General|Governor|King|Queen|Crown Prince|"                \
	"Vice-President|State Councill?or|"                                    \
	"Member of the Political Bureau of the (?:CPC|Communist Party of "     \
	"China) Central Committee)"
/* What ministries are of: "for Foreign and European Affairs". */
#define DD_MATTER                                                              \
	"(?:Affairs|Commonwealth|Development|Co-?operation|Trade|Defen[cs]e|"  \
	"Finance|Economy|Industry|Commerce|Integration|Expatriates?|"          \
	"Emigrants|Worship|Religion|Immigration|Migration|Culture|Interior|"   \
	"Justice|Security|Policy|Energy|Environment|Change|Health|"            \
	"Education|Labou?r|Tourism|Transport|Agriculture|Fisheries|Union|"     \
	"Women|Diaspora|Science|Technology|Transition|Europe)\\b"
#define DD_KIND_OF                                                             \
	"(?:Foreign|External|European|International|Regional|Global|National|" \
	"Economic|Overseas|Internal|Home|Public|Political|Ecological|Climate)" \
	"\\b"
#define DD_FIELD                                                               \
	"(?:" DD_MATTER "|" DD_KIND_OF "(?=,? (?:(?:and|&) )?(?:" DD_MATTER    \
	"|" DD_KIND_OF ")))"
#define DD_PORTFOLIO                                                           \
	" (?:[Ff]or|[Oo]f)(?: the)? (?!European Union\\b)" DD_FIELD            \
	"(?:(?:,? and|,| &)? " DD_FIELD ")*"

/* Adds the offices that bytes of the lead name: "Deputy Prime Minister and
 * Minister of Foreign Affairs" are two. */
void dd_person_add_offices(struct dd_lead *lead, struct dd_found_person *person,
    struct dd_extent at, enum dd_confidence confidence);

/* Makes the last office longer: " for Foreign Affairs" behind its state. `rest`
 * may be NULL. */
void dd_person_add_rest(
    struct dd_lead *lead, struct dd_found_person *person, const char *rest);

/* What stands behind the name, up to `to`: ", Minister of Foreign Affairs of
 * Asteria". Makes the mention longer by it. */
void dd_person_read_behind(
    struct dd_lead *lead, struct dd_mention *mention, size_t to);

/* "Swiss", "U.S.", "Asteria’s" right in front of an office at `office`, in bytes
 * [from, office): sets the party of the mention, or that it is not known. */
void dd_person_read_people(struct dd_lead *lead, struct dd_mention *mention,
    size_t from, size_t office);

/* Where an office begins at `at` or behind "the", "the recently appointed" and
 * "Asteria’s", which sets the party of the mention. */
size_t dd_person_skip_article(
    struct dd_lead *lead, struct dd_mention *mention, size_t at, size_t to);

/* "in Orisia", "to Orisia" at `at`: where that ends, or `at`. */
size_t dd_person_skip_seat(struct dd_lead *lead, size_t at, size_t to);

/* The state that stands at `at`: sets the party of the mention; where it ends,
 * or `at` where there is none. */
size_t dd_person_read_state(
    struct dd_lead *lead, struct dd_mention *mention, size_t at, size_t to);

#endif
