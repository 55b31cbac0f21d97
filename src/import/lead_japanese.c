/* SPDX-License-Identifier: MIT */
/* Why and where, in Japanese: what is said of a person stands in front of the
 * person. */
#include <string.h>
#include "import/japanese.h"
#include "model/house.h"
#include "xml/node.h"

#define BEGIN "(?<=^|、|。|）|は|間|」|して)"
#define EVENT "(?<event>[^、。（）は]+?)"
#define WHERE "(?<place>[ァ-ヺー・一-鿿]+?)"
#define STAY "(?:公式に?|実務)?(?:訪問|滞在|来訪)(?:中|して(?:いる|いた))の?、?"

static const struct {
	const char *relation, *pattern;
} rows[] = {
    {"attending",
	BEGIN EVENT
	"(?:に|への|へ)?(?:出席|参加)(?:する|の)?ため(?:に)?、?" WHERE
	"(?:を|に)?" STAY},
    {"attending",
	BEGIN EVENT "(?:に|へ)(?:出席|参加)(?:中|して(?:いる|いた))の?"},
    {"attending", BEGIN EVENT "のため(?:に)?、?" WHERE "(?:を|に)" STAY},
    {"margins",
	BEGIN EVENT
	"の(?:機会に|機会を(?:捉|とら)えて?|マージンで|際に)(?:行われた)?、?"},
    {"margins", BEGIN EVENT "に際し(?:て)?、?"},
    {"invitation",
	BEGIN EVENT
	"の(?:招請|招へい|招聘|招待)(?:により|で|を受けて?)、?" WHERE
	"を" STAY},
    {"invitation",
	BEGIN EVENT "の(?:招請|招へい|招聘|招待)(?:により|で|を受けて?)、?"},
    {"visiting", BEGIN WHERE "(?:を|に)" STAY},
    {"visiting", BEGIN "(?:訪|来)(?<place>日)中の"},
    {"visiting", BEGIN "(?<home>来訪中の|訪問中の)"},
};

/* --- places -------------------------------------------------------------- */

static const char *
get_own_country(const struct dd_lead *lead)
{
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (p->own)
			return p->country;
	return NULL;
}

static void
set_country(struct dd_lead *lead, const char *country,
    enum dd_confidence confidence, struct dd_extent at)
{
	if (lead->country || !country)
		return;
	lead->country = country;
	dd_lead_fact(lead, "meeting/place/@country", country, confidence,
	    "lead/place", at);
}

static size_t
skip(struct dd_lead *lead, const char *pattern, size_t at, size_t to)
{
	struct dd_extent match;

	return dd_find(
		   lead->finder, pattern, lead->text + at, to - at, 0, &match)
	    ? at + match.to
	    : at;
}

/* The longest city that begins at `at`; where it ends, or `at`. */
static size_t
read_city(
    struct dd_lead *lead, size_t at, size_t to, enum dd_confidence confidence)
{
	for (size_t end = to; end > at; end--) {
		const struct dd_city *city =
		    dd_names_city_at(lead->names, lead->text + at, end - at);

		while (city && lead->country &&
		    strcmp(city->country, lead->country) != 0)
			city = city->other;
		if (!city)
			continue;
		if (!lead->city) {
			struct dd_extent words = {at, end};

			lead->city = city->name;
			lead->zone = city->zone;
			dd_lead_fact(lead, "meeting/place/city", city->name,
			    confidence, "lead/place", words);
			set_country(lead, city->country, confidence, words);
		}
		return end;
	}
	return at;
}

/* "インドネシア・ジャカルタ市内のホテル" as a country, a city and a house. False
 * where a part of it is none of these. */
static bool
read_where(
    struct dd_lead *lead, struct dd_extent at, enum dd_confidence confidence)
{
	static const char venue[] =
	    "(?:館|省|邸|ホテル|室|センター|宮|庁|会場|本部|府)$";
	const char *text = lead->text;
	size_t end = at.from, city;
	const struct dd_party_name *party =
	    dd_names_party_at(lead->names, text, at.to, at.from, &end);
	struct dd_extent rest, match;

	if (party)
		set_country(lead, party->country, confidence,
		    (struct dd_extent){at.from, end});
	end = skip(lead, "^(?:の首都|の|・)", end, at.to);
	city = read_city(lead, end, at.to, confidence);
	rest = (struct dd_extent){
	    city > end ? skip(lead, "^市?(?:内?の|・)?", city, at.to) : end,
	    at.to};
	if (rest.from == rest.to)
		return true;
	if (dd_find(lead->finder, venue, text, rest.to, rest.from, &match)) {
		/* A house that is not said to be abroad is at home. */
		set_country(lead, get_own_country(lead), DD_LIKELY, at);
		lead->venue = dd_lead_copy(lead, rest);
		dd_lead_fact(lead, "meeting/place/venue", lead->venue,
		    DD_CERTAIN, "lead/place", rest);
		return true;
	}
	if (city > end || lead->city || !lead->country)
		return false;
	lead->city = dd_lead_copy(lead, rest);
	dd_lead_fact(lead, "meeting/place/city", lead->city, DD_LIKELY,
	    "lead/place", rest);
	return true;
}

/* "ジャカルタにおいて", "於：外務省" */
static void
read_place(struct dd_lead *lead)
{
	static const char in[] =
	    "(?<=^|、|。|）|は|に|の)(?<place>[^、。（）は]{1,30}?)"
	    "(?:において|にて)、?";
	static const char at[] = "(?:（|、)?於：?(?<place>[^（）、。]+)）?";
	const char *const patterns[] = {in, at};
	struct dd_extent match, place;

	for (size_t i = 0; i < 2; i++)
		if (dd_find(lead->finder, patterns[i], lead->text, lead->len, 0,
			&match) &&
		    dd_find_group(lead->finder, patterns[i], "place", &place) &&
		    !lead->used[place.from] &&
		    read_where(lead, place, DD_CERTAIN))
			dd_lead_use(lead, match.from, match.to);
}

/* --- occasions ----------------------------------------------------------- */

/* The person who is named next. */
static const char *
find_visitor(const struct dd_lead *lead, size_t at)
{
	const struct dd_found_person *next = NULL;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->at.from >= at &&
			    (!next || q->at.from < next->at.from))
				next = q;
	return next ? next->id : NULL;
}

/* "オリシア", of the house; else as the text has it. */
static const char *
get_country_name(const struct dd_lead *lead, struct dd_extent place)
{
	const xmlNode *entry =
	    dd_table_find(&lead->house->countries, lead->country);
	const xmlNode *name =
	    entry ? dd_house_in_language(entry, "name", lead->lang) : NULL;
	const char *brief = dd_node_value(name, "short");

	return brief ? brief : dd_lead_copy(lead, place);
}

static void
read_row(struct dd_lead *lead, size_t row)
{
	const char *pattern = rows[row].pattern;
	struct dd_finder *finder = lead->finder;
	struct dd_extent match, event, place, home;
	struct dd_found_occasion *occasion;
	bool has_event, has_place;

	if (!dd_find(finder, pattern, lead->text, lead->len, 0, &match) ||
	    lead->used[match.from] || lead->used[match.to - 1])
		return;
	has_event = dd_find_group(finder, pattern, "event", &event);
	has_place = dd_find_group(finder, pattern, "place", &place);
	if (has_place && place.to - place.from == strlen("日"))
		set_country(lead, "JP", DD_LIKELY, place);
	else if (has_place)
		read_where(lead, place, DD_LIKELY);
	if (dd_find_group(finder, pattern, "home", &home))
		set_country(lead, get_own_country(lead), DD_LIKELY, home);
	if (!has_event && !lead->country)
		return;
	occasion = dd_lead_add_occasion(
	    lead, rows[row].relation, has_event ? event : match, match);
	if (!has_event)
		occasion->text =
		    get_country_name(lead, has_place ? place : match);
	if (strcmp(rows[row].relation, "margins") != 0)
		occasion->party = find_visitor(lead, match.to);
	dd_lead_fact(lead, "meeting/occasion", occasion->text, DD_CERTAIN,
	    "lead/occasion", has_event ? event : match);
}

/* --- who receives a call ------------------------------------------------- */

/* "大臣を表敬": the person in front receives. */
static void
read_received(struct dd_lead *lead)
{
	struct dd_extent call;

	if (!dd_find(lead->finder, "を表敬", lead->text, lead->len, 0, &call))
		return;
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->at.to == call.from)
				lead->received = p->own ? "own" : "counterpart";
}

void
dd_lead_read_occasion_japanese(struct dd_lead *lead)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		read_row(lead, i);
	read_place(lead);
	read_received(lead);
	dd_lead_read_facts_japanese(lead);
}

/* --- what is left over --------------------------------------------------- */

/* Words that hold the parts together. */
#define LABEL "(?!短|長)[ァ-ヺ一-鿿ー]{1,10}時間"
#define VERBS "行い|行っ|行われ|実施|され|し|ました|まし|た"
static const char FORM[] = "^(?:は|が|と|の|に|で|を|も|から|より|まで|"
			   "及び|並びに|間|電話|テレビ|外相|首脳|会談|"
			   "協議|対話|戦略的|意見交換|立ち話|ところ|"
			   "その|概要|要旨|以下|次|とおり|です|" VERBS "|" LABEL
			   "|同日|翌日|前日|頃|ごろ|約|"
			   "[\\s\\p{P}])*$";

/* "会談の概要は以下のとおりです。" */
void
dd_lead_use_form_japanese(struct dd_lead *lead)
{
	static const char formula[] =
	    "(?:(?:会談|協議|対話|会合|立ち話|表敬)の)?(?:概要|要旨|結果|内容)"
	    "は、?"
	    "(?:以下|次)の(?:とおり|通り)(?:です|である)?。?$";
	struct dd_extent match;

	if (dd_find(lead->finder, formula, lead->text, lead->len, 0, &match))
		dd_lead_use(lead, match.from, match.to);
}

bool
dd_lead_is_whole_japanese(struct dd_lead *lead)
{
	struct dd_extent match;

	for (size_t at = 0, end; at < lead->len; at = end) {
		for (end = at;
		     end < lead->len && lead->used[end] == lead->used[at];
		     end++)
			;
		if (!lead->used[at] &&
		    !dd_find(lead->finder, FORM, lead->text + at, end - at, 0,
			&match))
			return false;
	}
	return true;
}
