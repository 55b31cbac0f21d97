/* SPDX-License-Identifier: MIT */
/* Claims about the meeting and the text of a document. */
#include "check/claim.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/messages.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"

/* Characters of a text that no two meetings share by chance. */
enum { LONG_TEXT = 200 };

struct dd_claim *
dd_claim_add(struct dd_claims *claims, enum dd_claim_topic topic,
    const char *key, const char *value, const char *text, struct dd_range range)
{
	const struct dd_summary *summary = claims->summary;
	struct dd_claim *claim;

	if (!key || !(claims->topics & 1u << topic))
		return NULL;
	claim = dd_arena_alloc(claims->arena, sizeof *claim);
	*claim = (struct dd_claim){
	    .topic = topic,
	    .key = key,
	    .value = value,
	    .text = text,
	    .day = summary->start.node ? summary->start.date : summary->issued,
	    .meeting = &claims->meeting,
	    .range = range,
	};
	*claims->last = claim;
	claims->last = &claim->next;
	return claim;
}

static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

const char *
dd_claim_party(const struct dd_party *party)
{
	return or_empty(party->country ? party->country : party->organisation);
}

const char *
dd_claim_take(struct dd_arena *arena, struct dd_buffer *buffer)
{
	const char *text = dd_arena_ndup(
	    arena, buffer->len > 0 ? buffer->data : "", buffer->len);

	dd_buffer_release(buffer);
	return text;
}

const char *
dd_claim_fold(struct dd_arena *arena, const char *text)
{
	char *folded = dd_arena_dup(arena, text), *to = folded;

	for (const char *at = text; *at; at++)
		if (*at != ' ' && *at != '-')
			*to++ =
			    (char)(*at >= 'A' && *at <= 'Z' ? *at + 32 : *at);
	*to = '\0';
	return folded;
}

/* --- the meeting --------------------------------------------------------- */

static int
compare_parties(const void *a, const void *b)
{
	return strcmp(dd_claim_party(*(const struct dd_party *const *)a),
	    dd_claim_party(*(const struct dd_party *const *)b));
}

/* The parties in one order: "XA XO", and "Asteria, Orisia" for people. */
static void
read_parties(struct dd_claims *claims)
{
	const struct dd_party **parties;
	struct dd_buffer codes, names;
	size_t count = 0;

	dd_buffer_init(&codes, 0);
	dd_buffer_init(&names, 0);
	for (const struct dd_party *p = claims->summary->parties; p;
	     p = p->next)
		count++;
	parties = dd_arena_alloc(claims->arena, (count + 1) * sizeof *parties);
	count = 0;
	for (const struct dd_party *p = claims->summary->parties; p;
	     p = p->next)
		parties[count++] = p;
	qsort(parties, count, sizeof *parties, compare_parties);
	for (size_t i = 0; i < count; i++) {
		const char *code = dd_claim_party(parties[i]);

		dd_buffer_printf(&codes, "%s%s", i ? " " : "", code);
		dd_buffer_printf(&names, "%s%s", i ? ", " : "",
		    parties[i]->name.shorter ? parties[i]->name.shorter : code);
	}
	claims->meeting.parties = dd_claim_take(claims->arena, &codes);
	claims->meeting.sides = dd_claim_take(claims->arena, &names);
}

static void
read_meeting(struct dd_claims *claims)
{
	const struct dd_summary *summary = claims->summary;
	const struct dd_when *start = &summary->start;
	const char *id = dd_node_value(summary->root, "id");
	const char *version = dd_node_value(summary->root, "version");
	char *iso = dd_arena_alloc(claims->arena, DD_ISO_SIZE);

	if (start->has_clock)
		dd_moment_iso(&start->moment, iso);
	else
		dd_date_iso(start->node ? start->date : summary->issued, iso);
	claims->meeting = (struct dd_claim_meeting){
	    .start = iso,
	    .has_clock = start->has_clock,
	    .country = summary->place.country,
	    .city = summary->place.city,
	    .version = version ? strtol(version, NULL, 10) : 1,
	};
	if (id && summary->lang)
		claims->meeting.edition =
		    dd_arena_printf(claims->arena, "%s %s", summary->lang, id);
	read_parties(claims);
}

static void
read_place(struct dd_claims *claims)
{
	const struct dd_summary *summary = claims->summary;
	const struct dd_venue *place = &summary->place;

	if (!summary->start.has_clock || !place->country)
		return;
	dd_claim_add(claims, DD_CLAIM_PLACE,
	    dd_arena_printf(claims->arena, "%s %s %s %lld %s", summary->lang,
		or_empty(summary->kind), or_empty(summary->format),
		(long long)summary->start.moment.utc, claims->meeting.parties),
	    dd_arena_printf(
		claims->arena, "%s %s", place->country, or_empty(place->city)),
	    place->city ? dd_arena_printf(claims->arena, "%s, %s", place->city,
			      place->country)
			: place->country,
	    dd_locate_tag(claims->tree, place->node));
}

/* Nobody sits at two tables at once: who met whom is known by the own side, its
 * principals, the place and an exact time. */
static void
read_sides(struct dd_claims *claims)
{
	const struct dd_summary *s = claims->summary;
	const struct dd_party *own = s->parties;
	struct dd_buffer key;

	if (!s->start.has_clock || s->start.hedge || !s->place.country ||
	    !own || !own->next || !own->role || strcmp(own->role, "own") != 0)
		return;
	dd_buffer_init(&key, 0);
	dd_buffer_printf(&key, "%s %s %s %s %lld %s %s %s", s->lang,
	    or_empty(s->kind), or_empty(s->level), or_empty(s->format),
	    (long long)s->start.moment.utc, dd_claim_party(own),
	    s->place.country, or_empty(s->place.city));
	for (const struct dd_person *one = own->persons; one; one = one->next)
		if (one->principal)
			dd_buffer_printf(
			    &key, "/%s", dd_claim_name(claims->arena, one));
	dd_claim_add(claims, DD_CLAIM_SIDES, dd_claim_take(claims->arena, &key),
	    claims->meeting.parties, claims->meeting.sides,
	    dd_locate_tag(claims->tree, own->next->node));
}

/* --- the text ------------------------------------------------------------ */

static const uint64_t HASH_START = 0xcbf29ce484222325u;

/* FNV-1a over everything but space, which is layout. */
struct sum {
	uint64_t hash;
	size_t len;
};

static void
add_text(struct sum *sum, const char *text)
{
	for (; text && *text; text++) {
		if (dd_ascii_is_space(*text))
			continue;
		sum->hash = (sum->hash ^ (unsigned char)*text) * 0x100000001b3u;
		sum->len++;
	}
	sum->hash = (sum->hash ^ 0xFF) * 0x100000001b3u;
}

const char *
dd_claim_digest(struct dd_arena *arena, const char *text)
{
	struct sum sum = {HASH_START, 0};

	add_text(&sum, text);
	return dd_arena_printf(arena, "%016llx", (unsigned long long)sum.hash);
}

/* Facts stand in attributes: who speaks, which sum, which day. What names a
 * place of this document is none. */
static void
add_node(struct sum *sum, const xmlNode *node)
{
	size_t len = sum->len;

	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		add_text(sum, (const char *)node->content);
	if (node->type != XML_ELEMENT_NODE)
		return;
	add_text(sum, (const char *)node->name);
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (strcmp((const char *)a->name, "id") != 0)
			add_text(sum, dd_attr_text(a));
	sum->len = len;
}

static void
add_copy(struct dd_claims *claims, const char *kind, const char *what,
    struct dd_range range)
{
	if (what)
		dd_claim_add(claims, DD_CLAIM_COPY,
		    dd_arena_printf(claims->arena, "%s %s %s/%s %s",
			claims->summary->lang, kind, what,
			claims->meeting.start, claims->meeting.parties),
		    "", kind, range);
}

/* What tells that a document is the same as another one. */
static void
read_text(struct dd_claims *claims)
{
	const struct dd_summary *summary = claims->summary;
	const xmlAttr *id = dd_node_attr(summary->root, "id");
	const xmlNode *number = dd_node_child(summary->head, "documentNumber");
	const xmlAttr *when = dd_node_attr(summary->start.node, "when");
	struct dd_range root = id ? dd_locate_value(claims->tree, id)
				  : dd_locate_name(claims->tree, summary->root);
	struct sum sum = {HASH_START, 0};
	const char *hash;

	for (const xmlNode *n = summary->body; n;
	     n = dd_node_step(n, summary->body))
		add_node(&sum, n);
	hash = dd_arena_printf(
	    claims->arena, "%016llx%zu", (unsigned long long)sum.hash, sum.len);
	if (sum.len > 0)
		add_copy(claims, N_("text"), hash, root);
	add_copy(claims, N_("id"), id ? dd_attr_text(id) : NULL, root);
	if (number)
		add_copy(claims, N_("number"),
		    dd_node_text(number, claims->arena),
		    dd_locate_content(claims->tree, number));
	if (sum.len >= LONG_TEXT)
		dd_claim_add(claims, DD_CLAIM_TEXT,
		    dd_arena_printf(
			claims->arena, "%s %s", summary->lang, hash),
		    "", "", when ? dd_locate_value(claims->tree, when) : root);
}

/* --- days and files ------------------------------------------------------ */

/* A path up to its last full stop. */
static const char *
cut_suffix(struct dd_arena *arena, const char *path, size_t len)
{
	size_t end = len;

	while (end > 0 && path[end - 1] != '.' && path[end - 1] != '/')
		end--;
	return dd_arena_ndup(
	    arena, path, end > 0 && path[end - 1] == '.' ? end - 1 : len);
}

const char *
dd_claim_target(struct dd_arena *arena, const char *name, const char *href)
{
	const char *slash = strrchr(name, '/');
	size_t len;

	while (strncmp(href, "./", 2) == 0)
		href += 2;
	len = strcspn(href, "?#");
	if (len == 0 || *href == '/' || strstr(href, "..") ||
	    memchr(href, ':', len))
		return NULL;
	return dd_arena_printf(arena, "%.*s%s",
	    slash ? (int)(slash - name) + 1 : 0, name,
	    cut_suffix(arena, href, len));
}

static void
add_day(struct dd_claims *claims, const char *party, struct dd_date day,
    struct dd_range range)
{
	struct dd_claim *claim =
	    dd_claim_add(claims, DD_CLAIM_DAY, party, "", "", range);

	if (claim)
		claim->day = day;
}

/* One day for all who met. */
static void
add_days(struct dd_claims *claims, struct dd_date day, struct dd_range range)
{
	add_day(claims, "", day, range);
	for (const struct dd_party *p = claims->summary->parties; p;
	     p = p->next)
		if (*dd_claim_party(p))
			add_day(claims, dd_claim_party(p), day, range);
}

/* The day of the meeting; and the one that it was in Greenwich, because who
 * speaks of a meeting elsewhere may have lived through it a day apart. */
static void
read_days(struct dd_claims *claims)
{
	const struct dd_when *start = &claims->summary->start;
	struct dd_range range;
	struct dd_date there;

	if (!start->node)
		return;
	range = dd_locate_tag(claims->tree, start->node);
	add_days(claims, start->date, range);
	if (!start->has_clock)
		return;
	there = dd_moment_at(start->moment.utc, 0).date;
	if (dd_date_compare(there, start->date) != 0)
		add_days(claims, there, range);
}

static void
read_file(struct dd_claims *claims, const char *name)
{
	const struct dd_summary *summary = claims->summary;
	const xmlNode *start = summary->start.node;

	dd_claim_add(claims, DD_CLAIM_FILE,
	    cut_suffix(claims->arena, name, strlen(name)), "", "",
	    start ? dd_locate_tag(claims->tree, start)
		  : dd_locate_name(claims->tree, summary->root));
}

/* Who adds claims of which topics, in the order of claims. */
static const struct {
	unsigned topics;
	void (*read)(struct dd_claims *claims);
} readers[] = {
    {1u << DD_CLAIM_NAME | 1u << DD_CLAIM_OFFICE | 1u << DD_CLAIM_HOLDER,
	dd_claims_read_people},
    {1u << DD_CLAIM_PLACE, read_place},
    {1u << DD_CLAIM_SIDES, read_sides},
    {1u << DD_CLAIM_COPY | 1u << DD_CLAIM_TEXT, read_text},
    {1u << DD_CLAIM_NUMBER, dd_claims_read_numbers},
    {1u << DD_CLAIM_DAY, read_days},
};

void
dd_claims_read(struct dd_claims *claims, const char *name)
{
	claims->first = NULL;
	claims->last = &claims->first;
	read_meeting(claims);
	if (!claims->summary->lang || !claims->meeting.parties)
		return;
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (claims->topics & readers[i].topics)
			readers[i].read(claims);
	read_file(claims, name);
}
