/* SPDX-License-Identifier: MIT */
/* Sentences in Japanese: the verb stands at the end, the speaker at the beginning
 * of a clause, and a sentence may hold what one said and what the other answered. */
#include <string.h>
#include "import/body_internal.h"
#include "import/japanese.h"
#include "language/act.h"

#define OFFICE                                                                                            \
	"(?:大臣政務官|副大臣|大臣|大統領|首相|総理|外相|長官|大使|局長|次官|" \
	"審議官|事務総長|上級代表|議長|国王)"

static const char ACTOR[] =
    "(?:(?<=^|、|。|」|）|て|し)|(?<=これに対し))(?:(?<all>両(?:国)?(?:外務)?"
    "(?:大臣|外相|首脳|者|氏|長官|次官|局長|国|側|副大臣|首相|大統領)|双方|"
    "[二三四](?:大臣|外相|首脳|者|か国)(?:の外相|の首脳)?)"
    "|(?<other>先方|相手側|相手方|相手国)|(?<own>我が方|当方|我が国)"
    "|(?<same>同(?:外務)?" OFFICE "|同氏)"
    "|(?<side>[ァ-ヺー・一-鿿]+?)側"
    "|(?<name>[ァ-ヺー・＝一-鿿々]+?(?:氏|" OFFICE "))(?:閣下)?"
    "|(?<office>(?:外務|国防|防衛|内閣総理|総理)?" OFFICE
    "))(?:は|からは?(?!の)|より)";

/* --- who ----------------------------------------------------------------- */

static bool
contains(const char *text, size_t len, const char *word)
{
	size_t size = word ? strlen(word) : 0;

	return size > 0 && memmem(text, len, word, size) != NULL;
}

/* The only one whose short form, family name or name is there. */
static const char *
find_named(struct dd_talk *talk, const char *text, size_t len)
{
	const char *found = NULL;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			const char *name = q->family ? q->family : q->given;
			size_t size = name ? strlen(name) : 0;

			if (!contains(text, len, q->reference) &&
			    !(size > 0 && size < len &&
				memcmp(text, name, size) == 0) &&
			    !(q->given && contains(text, len, q->given) &&
				contains(text, len, name)))
				continue;
			if (found)
				return NULL;
			found = q->id;
		}
	return found;
}

/* The only one with that office. */
static const char *
find_office(struct dd_talk *talk, const char *text, size_t len)
{
	const char *found = NULL;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			for (const struct dd_found_office *o = q->offices; o;
			     o = o->next) {
				size_t size = strlen(o->title);

				if (size < len ||
				    memcmp(o->title + size - len, text, len) !=
					0)
					continue;
				if (found && found != q->id)
					return NULL;
				found = q->id;
			}
	return found;
}

/* The only principal of the own side or the other; its party where it has
 * several; NULL where there are several parties. */
static const char *
find_side(struct dd_talk *talk, bool own)
{
	const struct dd_found_party *found = NULL;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next) {
		if (p->own != own || p->host)
			continue;
		if (found)
			return NULL;
		found = p;
	}
	if (!found)
		return NULL;
	return found->persons && !found->persons->next ? found->persons->id
						       : found->id;
}

static const char *
find_party(struct dd_talk *talk, const char *text, size_t len)
{
	size_t end = 0;
	const struct dd_party_name *name =
	    dd_names_party_at(talk->names, text, len, 0, &end);

	for (const struct dd_found_party *p = talk->lead->parties;
	     name && end == len && p; p = p->next)
		if ((name->country && p->country &&
			strcmp(name->country, p->country) == 0) ||
		    (name->organisation && p->organisation &&
			strcmp(name->organisation, p->organisation) == 0))
			return p->id;
	return NULL;
}

/* "同大統領": by the office, else whoever spoke. */
static const char *
resolve_same(struct dd_talk *talk, const char *text, struct dd_extent at)
{
	size_t same = strlen("同");
	const char *id =
	    find_office(talk, text + at.from + same, at.to - at.from - same);

	if (id)
		return id;
	return talk->last && !strchr(talk->last, ' ') ? talk->last : NULL;
}

static const char *
resolve_actor(struct dd_talk *talk, const char *text)
{
	struct dd_finder *finder = talk->finder;
	struct dd_extent at;

	if (dd_find_group(finder, ACTOR, "all", &at))
		return dd_talk_parties(talk);
	if (dd_find_group(finder, ACTOR, "other", &at))
		return find_side(talk, false);
	if (dd_find_group(finder, ACTOR, "own", &at))
		return find_side(talk, true);
	if (dd_find_group(finder, ACTOR, "same", &at))
		return resolve_same(talk, text, at);
	if (dd_find_group(finder, ACTOR, "side", &at))
		return find_party(talk, text + at.from, at.to - at.from);
	if (dd_find_group(finder, ACTOR, "name", &at)) {
		const char *named =
		    find_named(talk, text + at.from, at.to - at.from);

		return named
		    ? named
		    : find_office(talk, text + at.from, at.to - at.from);
	}
	return dd_find_group(finder, ACTOR, "office", &at)
	    ? find_office(talk, text + at.from, at.to - at.from)
	    : NULL;
}

const char *
dd_talk_actor_japanese(struct dd_talk *talk, const char *text, size_t len)
{
	struct dd_extent match;

	for (size_t at = 0; dd_find(talk->finder, ACTOR, text, len, at, &match);
	     at = match.to) {
		const char *id = resolve_actor(talk, text);

		if (id)
			return id;
	}
	return NULL;
}

/* --- what ---------------------------------------------------------------- */

/* "…旨述べ、" at the end of a clause, as the sentence that it could be. */
static const char *
close_clause(struct dd_talk *talk, const char *text, size_t len)
{
	static const char joint[] = "(?:たのに対し(?:て)?|まして|て)?、$";
	struct dd_extent match;

	if (len > 3 && memcmp(text + len - 3, "。", 3) == 0)
		return dd_arena_ndup(talk->arena, text, len);
	if (dd_find(talk->finder, joint, text, len, 0, &match))
		len = match.from;
	return dd_arena_printf(talk->arena, "%.*sました。", (int)len, text);
}

static const char *
get_manner(struct dd_talk *talk, const char *text, size_t len)
{
	static const char pattern[] =
	    "(?:強く|改めて|重ねて|深く|心から|固く|断固として)"
	    "(?=[^、。]{0,12}(?:。|、)?$)";
	struct dd_extent match;

	return dd_find(talk->finder, pattern, text, len, 0, &match)
	    ? dd_arena_ndup(
		  talk->arena, text + match.from, match.to - match.from)
	    : NULL;
}

static void
write_clause(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, bool answers, xmlNode *parent)
{
	const char *text = block->text + at.from;
	size_t len = at.to - at.from;
	struct dd_act_reading reading;
	bool read = dd_act_read_text(
	    close_clause(talk, text, len), talk->lang, &reading);
	const char *speakers = dd_talk_actor_japanese(talk, text, len);
	struct dd_extent actor;
	bool goes_on = !dd_find(talk->finder, ACTOR, text, len, 0, &actor) &&
	    talk->last_block == block;
	struct dd_said said = {
	    .block = block,
	    .at = at,
	    .acts = reading.acts,
	    .speakers = speakers ? speakers
		: goes_on	 ? talk->last
				 : NULL,
	    .manner = get_manner(talk, text, len),
	    .confidence = speakers ? DD_CERTAIN : DD_LIKELY,
	    .answers = answers,
	};

	/* A sentence without a subject goes on with the one before in its
	 * paragraph. */
	if (read && said.speakers)
		dd_body_statement(talk, &said, parent);
	else
		dd_body_narrative(talk, block, at,
		    read ? "it is not clear who says this"
			 : "it is not clear who says this, or what it does",
		    parent);
}

/* The next who speaks behind byte `from`, and someone else than `first`. */
static bool
find_other_actor(struct dd_talk *talk, const char *text, size_t len,
    size_t from, const char *first, struct dd_extent *actor)
{
	for (; dd_find(talk->finder, ACTOR, text, len, from, actor);
	     from = actor->to) {
		const char *id = resolve_actor(talk, text);

		if (id && (!first || strcmp(id, first) != 0))
			return true;
	}
	return false;
}

/* Where the clause of someone else begins: "…旨述べ、|これに対し、先方から". */
static size_t
find_cut(struct dd_talk *talk, const char *text, size_t actor)
{
	static const char answer[] = "これに対し(?:て|、|ては)*$";
	struct dd_extent match;

	return dd_find(talk->finder, answer, text, actor, 0, &match)
	    ? match.from
	    : actor;
}

/* What of a sentence one says. */
struct clause {
	size_t cut;   /* where the next one begins; 0: it is the last */
	bool answers; /* the next one answers */
	bool mixed;   /* others speak in it, and it cannot be cut */
};

static struct clause
find_clause(struct dd_talk *talk, const char *text, size_t len)
{
	struct clause clause = {0};
	struct dd_act_reading reading;
	struct dd_extent actor;
	const char *first;

	if (!dd_find(talk->finder, ACTOR, text, len, 0, &actor))
		return clause;
	first = dd_talk_actor_japanese(talk, text, len);
	if (!first ||
	    !find_other_actor(talk, text, len, actor.to, first, &actor))
		return clause;
	clause.cut = find_cut(talk, text, actor.from);
	clause.mixed = clause.cut == 0 ||
	    !dd_act_read_text(
		close_clause(talk, text, clause.cut), talk->lang, &reading);
	clause.answers = clause.cut < actor.from ||
	    (clause.cut > strlen("に対して、") &&
		memmem(text + clause.cut - strlen("に対して、"),
		    strlen("に対して、"), "対し", strlen("対し")) != NULL);
	return clause;
}

void
dd_body_sentence_japanese(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, xmlNode *parent)
{
	bool answers = false;

	for (;;) {
		const char *text = block->text + at.from;
		struct clause clause = find_clause(talk, text, at.to - at.from);
		struct dd_extent one = {at.from, at.from + clause.cut};

		if (clause.mixed) {
			dd_body_narrative(talk, block, at,
			    "it is not clear who says this", parent);
			return;
		}
		if (clause.cut == 0)
			break;
		write_clause(talk, block, one, answers, parent);
		answers = clause.answers;
		at.from = one.to;
	}
	write_clause(talk, block, at, answers, parent);
}
