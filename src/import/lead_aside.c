/* SPDX-License-Identifier: MIT */
/* People whom a lead names and who did not take part. */
#include "import/lead.h"

/* What stands right in front of someone who is only talked about, or whose house,
 * visit or words are meant. */
static const char OWNER[] =
    "\\b(?:agenda|residence|home|funeral|passing|death|detention|release|"
    "arrest|memory|remarks|letter|election|inauguration|proposal|"
    "appointment|leadership|vision|behalf|administration|government) of "
    "(?:the )?(?:late )?$"
    "|\\b(?:late|former) $"
    "|\\bas (?:\\p{Ll}+ )?(?:outlined|announced|agreed|stated|proposed) by "
    "(?:the )?$"
    "|\\b(?:during|on|for) (?:an?|the) (?:\\p{Ll}+ )?visit (?:of|by) $"
    "|\\b(?:following|after|ahead of|before|prior to) [^.,;]{0,40}"
    "\\b(?:calls?|meetings?|talks?|conversations?|visits?) "
    "(?:with|between|of|by) (?:the )?$";
/* In the same sentence in front of what was talked about; not "with". */
static const char TOPIC[] =
    "\\b(?:[Tt]o discuss|discuss(?:ed|ing)|exchang(?:e|ed|ing) views|"
    "regarding|concerning|about)\\b[^.]*(?<!\\bwith )(?<!\\bwith the )$";

bool
dd_lead_is_aside(struct dd_lead *lead, struct dd_extent at)
{
	enum { FAR = 320 }; /* bytes; most sentences are shorter */
	size_t from = at.from > FAR ? at.from - FAR : 0;
	struct dd_extent match;

	while (from > 0 && (lead->text[from] & 0xC0) == 0x80)
		from--;
	return lead->verb.to > 0 &&
	    (dd_find(lead->finder, OWNER, lead->text, at.from, from, &match) ||
		(at.from > lead->verb.to &&
		    dd_find(lead->finder, TOPIC, lead->text, at.from,
			from > lead->verb.to ? from : lead->verb.to, &match)));
}
