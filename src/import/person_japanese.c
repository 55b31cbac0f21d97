/* SPDX-License-Identifier: MIT */
/* How a person is written in Japanese. An office is the anchor: the name stands
 * in front of it, with the state between or before, or behind it. */
#include <string.h>
#include "import/japanese.h"
#include "import/person.h"
#include "model/house.h"
#include "xml/node.h"

#define FIELD                                                                                              \
	"(?:外務|外交|国防|防衛|財務|経済|産業|通商|貿易|国際|協力|開発|"          \
	"気候変動|環境|農業|農林|水産|漁業|海洋|内務|法務|司法|国務|国家|"       \
	"対外|関係|欧州|連邦|特命|全権|担当|エネルギー|観光|文化|教育|科学|"    \
	"技術|保健|厚生|労働|運輸|国土|交通|デジタル|安全保障|内閣|官房|総理|" \
	"副|筆頭|臨時|代理|第一|第二|次席|上級|常駐|政務|事務|部|省|府)"
#define POST                                                                                          \
	"(?:大臣政務官|大臣|大統領|首相|外相|国防相|防衛相|長官|大使|公使|" \
	"総領事|局長|次官補|次官|審議官|事務総長|事務局長|上級代表|議長|"  \
	"委員長|総裁|国王|女王|皇太子)"
#define ONE "(?:" FIELD "(?:" FIELD "|及び|・(?=" FIELD "))*)?" POST

/* A meeting of ministers and the residence of one are no people. */
static const char OFFICE[] =
    "(?:駐[ァ-ヺー一-鿿]{1,8}?・?)?" ONE "(?:兼" ONE
    ")*(?!会合|会談|会議|会|級|間|戦略|協議|対話|"
    "電話|テレビ|ワーキング|立ち話|昼食|夕食|朝食|同士|レベル|公邸|府|室|選|"
    "主催|等|団|補佐)";
static const char NAME_BEFORE[] =
    "(?:(?<katakana>[ァ-ヺ][ァ-ヺー＝=・]*[ァ-ヺー])"
    "|(?<han>[一-鿿々]{1,6}|[一-鿿々]{1,3} [一-鿿々]{1,3}))"
    "(?:（[^（）]{1,60}）)?$";
static const char NAME_BEHIND[] =
    "^ ?(?:[ァ-ヺ][ァ-ヺー＝=・]*[ァ-ヺー]"
    "|[一-鿿々]{2,4}(?=閣下|氏|（|は|と|、|に))";
static const char DOT[] = "・";

/* --- the parts of a mention ---------------------------------------------- */

static void
add_office(
    struct dd_lead *lead, struct dd_found_person *person, struct dd_extent at)
{
	struct dd_found_office *office =
				   dd_arena_alloc(lead->arena, sizeof *office),
			       **end = &person->offices;

	*office =
	    (struct dd_found_office){.title = dd_lead_copy(lead, at), .at = at};
	while (*end)
		end = &(*end)->next;
	*end = office;
}

/* "副首相兼外務大臣" are two. */
static void
add_offices(
    struct dd_lead *lead, struct dd_found_person *person, struct dd_extent at)
{
	struct dd_extent join;

	while (dd_find(lead->finder, "兼", lead->text, at.to, at.from, &join)) {
		add_office(
		    lead, person, (struct dd_extent){at.from, join.from});
		at.from = join.to;
	}
	add_office(lead, person, at);
}

static bool
ends_with(const struct dd_lead *lead, size_t from, size_t end, const char *word)
{
	size_t len = strlen(word);

	return end >= from + len &&
	    memcmp(lead->text + end - len, word, len) == 0;
}

static void
set_party(struct dd_lead *lead, struct dd_mention *mention,
    const struct dd_party_name *party, struct dd_extent at)
{
	mention->party = party;
	mention->party_words = dd_lead_copy(lead, at);
	if (at.from < mention->at.from)
		mention->at.from = at.from;
}

/* "カルデラ諸島連邦外務大臣": the name of the state reaches into what may be a
 * part of the office. */
static void
cut_office(struct dd_lead *lead, size_t from, struct dd_extent *office)
{
	static const char federal[] = "連邦";
	size_t end = office->from + strlen(federal), state;

	if (strncmp(lead->text + office->from, federal, strlen(federal)) == 0 &&
	    dd_names_party_before(lead->names, lead->text, from, end, &state) &&
	    state < office->from)
		office->from = end;
}

/* "アステリア共和国" right in front of the office; the end of what may be a name
 * before it. */
static size_t
read_state(struct dd_lead *lead, size_t from, struct dd_mention *mention,
    bool *ret_joined)
{
	size_t end = mention->at.from, state;
	const struct dd_party_name *party =
	    dd_names_party_before(lead->names, lead->text, from, end, &state);

	*ret_joined = true;
	if (!party)
		return ends_with(lead, from, end, " ") ? end - 1 : end;
	set_party(lead, mention, party, (struct dd_extent){state, end});
	if (ends_with(lead, from, state, DOT))
		return state - strlen(DOT);
	if (ends_with(lead, from, state, " "))
		return state - 1;
	*ret_joined = ends_with(lead, from, state, "）");
	return state;
}

/* "アステリアの" in front of the name. */
static void
read_owner(struct dd_lead *lead, size_t from, struct dd_mention *mention)
{
	size_t end = mention->person.name.from, state;
	const struct dd_party_name *party;

	if (mention->party || !ends_with(lead, from, end, "の"))
		return;
	end -= strlen("の");
	party =
	    dd_names_party_before(lead->names, lead->text, from, end, &state);
	if (party)
		set_party(lead, mention, party, (struct dd_extent){state, end});
}

/* "両大臣" and "第３回外相" name nobody. */
static bool
is_no_name(const struct dd_lead *lead, struct dd_extent name)
{
	static const char words[] = "両同各副現前元新二三四回首我貴";

	return name.to - name.from == 3 &&
	    memmem(words, sizeof words - 1, lead->text + name.from, 3) != NULL;
}

/* The name that ends at `end`; a state in front of it is none of it. */
static bool
read_name_before(
    struct dd_lead *lead, size_t from, size_t end, struct dd_mention *mention)
{
	struct dd_extent match, name;
	const struct dd_party_name *party;
	size_t state;

	if (!dd_find(lead->finder, NAME_BEFORE, lead->text, end, from, &match))
		return false;
	if (!dd_find_group(lead->finder, NAME_BEFORE, "katakana", &name))
		dd_find_group(lead->finder, NAME_BEFORE, "han", &name);
	if (is_no_name(lead, name))
		return false;
	party = dd_names_party_at(
	    lead->names, lead->text, name.to, name.from, &state);
	if (party && !mention->party) {
		set_party(
		    lead, mention, party, (struct dd_extent){name.from, state});
		name.from = state;
		if (memcmp(lead->text + state, DOT, strlen(DOT)) == 0)
			name.from += strlen(DOT);
		if (name.from >= name.to)
			return false;
	}
	mention->person.name = name;
	/* The reading in brackets has no place: the paragraph is kept. */
	if (name.to == match.to && name.from < mention->at.from)
		mention->at.from = name.from;
	read_owner(lead, from, mention);
	return true;
}

static bool
read_name_behind(struct dd_lead *lead, size_t to, struct dd_mention *mention)
{
	struct dd_extent match;
	size_t at = mention->at.to;

	if (!dd_find(
		lead->finder, NAME_BEHIND, lead->text + at, to - at, 0, &match))
		return false;
	match.from += at + (lead->text[at] == ' ');
	match.to += at;
	mention->person.name = match;
	mention->at.to = match.to;
	return true;
}

static void
read_style(struct dd_lead *lead, size_t to, struct dd_mention *mention)
{
	static const char style[] = "^(?:閣下|殿下|陛下)";
	struct dd_extent match;
	size_t at = mention->at.to;

	if (!dd_find(lead->finder, style, lead->text + at, to - at, 0, &match))
		return;
	match.from += at;
	match.to += at;
	mention->person.style = dd_lead_copy(lead, match);
	mention->at.to = match.to;
}

bool
dd_person_next_japanese(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *ret_mention)
{
	struct dd_extent office;

	for (size_t at = from;
	     dd_find(lead->finder, OFFICE, lead->text, to, at, &office);
	     at = office.to) {
		bool joined, named;
		size_t end;

		cut_office(lead, from, &office);
		*ret_mention = (struct dd_mention){.at = office};
		end = read_state(lead, from, ret_mention, &joined);
		named = (joined &&
			    read_name_before(lead, from, end, ret_mention)) ||
		    (ret_mention->party &&
			read_name_behind(lead, to, ret_mention));
		if (!named && !ret_mention->party)
			continue;
		add_offices(lead, &ret_mention->person, office);
		read_style(lead, to, ret_mention);
		ret_mention->person.at = ret_mention->at;
		return true;
	}
	return false;
}

/* --- given and family ---------------------------------------------------- */

/* "モントレル大統領" in the rest of the text. */
static bool
refer(struct dd_lead *lead, struct dd_found_person *person, const char *word,
    const char *body)
{
	const char *pattern = dd_arena_printf(lead->arena,
	    "(?<![一-鿿ァ-ヺー・])\\Q%s\\E(?:" FIELD ")*(?:" POST
	    "|総理|氏)",
	    word);
	struct dd_extent match;

	if (!dd_find(lead->finder, pattern, body, strlen(body), 0, &match))
		return false;
	person->reference = dd_arena_ndup(
	    lead->arena, body + match.from, match.to - match.from);
	return true;
}

static void
set_names(struct dd_lead *lead, struct dd_found_person *person,
    struct dd_extent given, struct dd_extent family, const char *order,
    enum dd_confidence confidence)
{
	person->given = dd_lead_copy(lead, given);
	person->family = dd_lead_copy(lead, family);
	person->order = order;
	person->order_confidence = confidence;
}

/* "ラフェ・クインタノ": the last part, unless the text goes on with the first. */
static void
split_katakana(
    struct dd_lead *lead, struct dd_found_person *person, const char *body)
{
	struct dd_extent name = person->name, dot, last = {name.from, name.to};
	struct dd_extent first = name;

	for (size_t at = name.from;
	     dd_find(lead->finder, DOT, lead->text, name.to, at, &dot);
	     at = dot.to) {
		if (first.to == name.to)
			first.to = dot.from;
		last.from = dot.to;
	}
	if (last.from == name.from) {
		person->family = dd_lead_copy(lead, name);
		person->order_confidence = DD_LIKELY;
		refer(lead, person, person->family, body);
		return;
	}
	if (refer(lead, person, dd_lead_copy(lead, last), body)) {
		set_names(lead, person,
		    (struct dd_extent){name.from, last.from - strlen(DOT)},
		    last, "givenFirst", DD_CERTAIN);
	} else if (refer(lead, person, dd_lead_copy(lead, first), body)) {
		set_names(lead, person,
		    (struct dd_extent){first.to + strlen(DOT), name.to}, first,
		    "familyFirst", DD_LIKELY);
	} else {
		set_names(lead, person,
		    (struct dd_extent){name.from, last.from - strlen(DOT)},
		    last, "givenFirst", DD_LIKELY);
	}
}

/* "林芳正": the beginning by which the text goes on. */
static void
split_han(
    struct dd_lead *lead, struct dd_found_person *person, const char *body)
{
	struct dd_extent name = person->name;
	const char *space =
	    memchr(lead->text + name.from, ' ', name.to - name.from);

	for (size_t at = name.from + 3; at < name.to; at += 3) {
		struct dd_extent family = {name.from, at};
		size_t given = at;

		if (space && lead->text + at != space)
			continue;
		if (!refer(lead, person, dd_lead_copy(lead, family), body) &&
		    !space)
			continue;
		given += space ? 1 : 0;
		set_names(lead, person, (struct dd_extent){given, name.to},
		    family, "familyFirst", DD_CERTAIN);
		return;
	}
	person->given = dd_lead_copy(lead, name);
	dd_lead_ask(
	    lead, name, "which part of it is the family name is not said");
}

/* "芳正・林" and "林芳正" as one word. */
static const char *
squeeze(struct dd_lead *lead, const char *text)
{
	char *copy = dd_arena_dup(lead->arena, text), *to = copy;

	for (const char *at = copy; *at;) {
		size_t skip = strncmp(at, DOT, strlen(DOT)) == 0 ? strlen(DOT)
		    : *at == ' '				 ? 1
								 : 0;

		at += skip;
		if (skip == 0)
			*to++ = *at++;
	}
	*to = '\0';
	return copy;
}

static const char *
get_part(struct dd_lead *lead, const xmlNode *name, const char *part)
{
	const char *text = dd_node_child_text(name, part, lead->arena);

	return text ? text : "";
}

/* How much of a name of the house the words are: all, the family name, none. */
enum part { NONE, FAMILY, ALL };

static enum part
compare_name(struct dd_lead *lead, const xmlNode *name, const char *words)
{
	const char *given = get_part(lead, name, "given");
	const char *other = get_part(lead, name, "other");
	const char *family = get_part(lead, name, "family");
	const char *const forms[] = {
	    dd_arena_printf(lead->arena, "%s%s%s", given, other, family),
	    dd_arena_printf(lead->arena, "%s%s", given, family),
	    dd_arena_printf(lead->arena, "%s%s", family, given)};

	for (size_t i = 0; *given && i < sizeof forms / sizeof *forms; i++)
		if (strcmp(squeeze(lead, forms[i]), words) == 0)
			return ALL;
	return *family && strcmp(squeeze(lead, family), words) == 0 ? FAMILY
								    : NONE;
}

/* The official of the house with that name, and with that party where one is
 * named. */
static const xmlNode *
find_official(
    struct dd_lead *lead, const struct dd_mention *mention, enum part wanted)
{
	const char *words =
	    squeeze(lead, dd_lead_copy(lead, mention->person.name));
	const struct dd_table *all = &lead->house->officials;

	for (size_t i = 0; i < all->count; i++) {
		const xmlNode *official = all->entries[i].value;
		const xmlNode *name =
		    dd_house_in_language(official, "name", lead->lang);
		const char *party = dd_node_value(official, "party");
		const struct dd_party_name *said = mention->party;

		if (!name || compare_name(lead, name, words) != wanted)
			continue;
		if (!said || !party ||
		    (said->country && strcmp(said->country, party) == 0) ||
		    (said->organisation &&
			strcmp(said->organisation, party) == 0))
			return official;
	}
	return NULL;
}

void
dd_person_know_japanese(struct dd_lead *lead, struct dd_mention *mention)
{
	const xmlNode *official = find_official(lead, mention, ALL);

	if (!official)
		official = find_official(lead, mention, FAMILY);
	if (official)
		dd_person_take_official(lead, mention,
		    dd_house_in_language(official, "name", lead->lang));
}

void
dd_person_order_japanese(
    struct dd_lead *lead, struct dd_mention *mention, const char *body)
{
	struct dd_found_person *person = &mention->person;

	if (person->name.to == person->name.from)
		dd_lead_ask(
		    lead, mention->at, "the text does not name this person");
	else if (person->official)
		refer(lead, person,
		    person->family ? person->family : person->given, body);
	else if ((unsigned char)lead->text[person->name.from] == 0xE3)
		split_katakana(lead, person, body);
	else
		split_han(lead, person, body);
}
