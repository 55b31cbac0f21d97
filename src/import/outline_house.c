/* SPDX-License-Identifier: MIT */
/* Lines in which houses say who publishes and whom to ask. */
#include "import/outline_house.h"
#include <string.h>
#include "base/ascii.h"
#include "import/date_line.h"

static struct dd_line *
make_line(struct dd_outline *outline, const struct dd_block *block,
    struct dd_extent at)
{
	struct dd_line *line = dd_arena_alloc(outline->arena, sizeof *line);

	*line = (struct dd_line){.block = block, .from = at.from, .to = at.to};
	return line;
}

static void
drop(struct dd_ledger *ledger, const struct dd_block *block,
    struct dd_extent at, const char *reason)
{
	if (at.from < at.to)
		dd_ledger_drop(ledger,
		    dd_arena_ndup(
			ledger->arena, block->text + at.from, at.to - at.from),
		    reason, dd_block_extent(block, at.from, at.to));
}

/* A line of which one stretch counts; what stands around it is dropped. */
static struct dd_line *
take_group(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader, const char *pattern, const char *reason)
{
	struct dd_extent match, at;

	if (!dd_find(
		reader->finder, pattern, block->text, block->len, 0, &match) ||
	    !dd_find_group(reader->finder, pattern, "it", &at))
		return NULL;
	drop(reader->ledger, block, (struct dd_extent){0, at.from}, reason);
	drop(reader->ledger, block, (struct dd_extent){at.to, block->len},
	    reason);
	return make_line(outline, block, at);
}

/* "The following is attributable to Spokesperson Hale Okoro:" */
static bool
read_attribution(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	static const char pattern[] =
	    "(?i)^(?:the (?:below|following)[^.]*? (?:is|are|can be|may be) )?"
	    "attributable to (?:the )?(?-i:(?<it>\\p{Lu}[^:]*?))\\s*[:.]?$";

	if (!outline->spokesperson)
		outline->spokesperson = take_group(outline, block, reader,
		    pattern, "the words of attribution are printed anew");
	return outline->spokesperson && outline->spokesperson->block == block;
}

/* "March 12, 2024 – Ottawa, Ontario – Global Affairs": the date must come
 * first. */
static bool
read_three(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	static const char pattern[] =
	    "^(?<date>[^–—]{6,30}?) [-–—] (?<city>\\p{Lu}[^–—]{1,40}?) "
	    "[-–—] (?<office>\\p{Lu}.{2,80})$";
	struct dd_extent match, date, city, office;
	const char *words, *none = NULL;

	if (outline->dateline ||
	    !dd_find(
		reader->finder, pattern, block->text, block->len, 0, &match))
		return false;
	dd_find_group(reader->finder, pattern, "date", &date);
	dd_find_group(reader->finder, pattern, "city", &city);
	dd_find_group(reader->finder, pattern, "office", &office);
	words = dd_arena_ndup(
	    outline->arena, block->text + date.from, date.to - date.from);
	if (!dd_date_line_read(
		words, outline->lang, &outline->issued, &none, outline->arena))
		return false;
	outline->dateline = make_line(outline, block, date);
	outline->city = dd_arena_ndup(
	    outline->arena, block->text + city.from, city.to - city.from);
	drop(reader->ledger, block, city, "the city is printed anew");
	outline->issuer = make_line(outline, block, office);
	return true;
}

/* "NEW YORK" alone, in front of the date. */
static bool
read_city(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	struct dd_tokens tokens =
	    dd_tokens_read(outline->arena, block->text, block->len);
	size_t count = 0;
	const struct dd_city *city =
	    dd_names_city(reader->names, &tokens, 0, &count);

	if (outline->city || !city || count != tokens.count)
		return false;
	outline->city = dd_arena_ndup(outline->arena, block->text, block->len);
	drop(reader->ledger, block, (struct dd_extent){0, block->len},
	    "the city is printed anew");
	return true;
}

/* "Office of the Spokesperson"; "Secretary-General" alone, under the title. */
static bool
read_principal(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	static const char pattern[] =
	    "^(?<it>(?:The )?(?:Deputy )?(?:Secretary-General|Prime Minister|"
	    "High Representative|Foreign Minister|President))$";
	static const char office[] =
	    "^(?<it>Office of (?:the )?\\p{Lu}\\p{L}+(?: (?:of|the|and|for|"
	    "\\p{Lu}\\p{L}+))*)$";

	if (outline->issuer)
		return false;
	outline->issuer = take_group(outline, block, reader, office, "");
	if (outline->issuer || !outline->title)
		return outline->issuer != NULL;
	outline->issuer = take_group(outline, block, reader, pattern, "");
	return outline->issuer != NULL;
}

bool
dd_house_read_head(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	return read_attribution(outline, block, reader) ||
	    read_three(outline, block, reader) ||
	    read_city(outline, block, reader) ||
	    read_principal(outline, block, reader);
}

/* --- behind the summary --------------------------------------------------- */

/* "Photo Caption: …" and "Photo Credit: …" */
static bool
read_caption(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	static const char caption[] =
	    "(?i)^(?:photo )?caption ?\\d*: ?(?<it>.+)$";
	static const char credit[] = "(?i)^(?:photo )?credits?: ?(?<it>.+)$";
	struct dd_line *line = take_group(outline, block, reader, caption,
	    "the label of a caption is printed anew");

	if (line) {
		dd_line_append(&outline->captions, line);
		return true;
	}
	if (!outline->captions || !reader->in_tail)
		return false;
	line = take_group(outline, block, reader, credit,
	    "the label of a credit is printed anew");
	if (!line || outline->captions->last->credit)
		return false;
	outline->captions->last->credit = line;
	return true;
}

/* "MINISTRY OF FOREIGN AFFAIRS" */
static bool
read_capitals(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	static const char capitals[] =
	    "^(?<it>(?:\\p{Lu}{2,}[,.’']?|&|OF|AND|THE)(?: (?:\\p{Lu}+[,.’']?|"
	    "&))*)$";

	if (!reader->in_tail || outline->issuer)
		return false;
	outline->issuer = take_group(outline, block, reader, capitals, "");
	return outline->issuer != NULL;
}

/* Under the issuer in capitals stands the state. */
static bool
read_state(const struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	if (!reader->in_tail || !outline->issuer ||
	    !dd_names_party_in(reader->names, block->text, block->len) ||
	    block->len > 60)
		return false;
	drop(reader->ledger, block, (struct dd_extent){0, block->len},
	    "the house has the name of its state");
	return true;
}

/* "Contact: Rena Holt, +81-3-0000-0000, press@ministry.example" */
static bool
read_contact(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	static const char phone[] = "\\+\\d[\\d -]{5,20}\\d";
	static const char mail[] = DD_IMPORT_MAIL;
	struct dd_extent at;
	struct dd_line *line;

	if (block->len > 200 ||
	    (!dd_find(reader->finder, phone, block->text, block->len, 0, &at) &&
		!dd_find(
		    reader->finder, mail, block->text, block->len, 0, &at)))
		return false;
	line = make_line(outline, block, (struct dd_extent){0, block->len});
	dd_line_append(&outline->contacts, line);
	return true;
}

/* "21 AUGUST 2024" as "21 August 2024". */
static const char *
lower_words(struct dd_outline *outline, const struct dd_block *block)
{
	char *copy = dd_arena_ndup(outline->arena, block->text, block->len);

	for (char *at = copy; *at; at++)
		if (at > copy && dd_ascii_is_letter(at[-1]))
			*at = dd_ascii_lower(*at);
	return copy;
}

static bool
read_tail_date(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	if (!reader->in_tail || outline->dateline ||
	    !dd_date_line_read(lower_words(outline, block), outline->lang,
		&outline->issued, &outline->city, outline->arena))
		return false;
	outline->dateline =
	    make_line(outline, block, (struct dd_extent){0, block->len});
	return true;
}

bool
dd_house_read_tail(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	static const char dots[] = "^[.… ]{5,}$";
	struct dd_extent match;

	if (dd_find(reader->finder, dots, block->text, block->len, 0, &match)) {
		reader->in_tail = true;
		drop(reader->ledger, block, (struct dd_extent){0, block->len},
		    "the row of dots says nothing");
		return true;
	}
	return read_contact(outline, block, reader) ||
	    read_caption(outline, block, reader) ||
	    read_tail_date(outline, block, reader) ||
	    read_capitals(outline, block, reader) ||
	    read_state(outline, block, reader);
}
