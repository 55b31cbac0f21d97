// SPDX-License-Identifier: MIT
// JSON-LD of one page, expanded, beside the facts of its document.
import jsonld from 'jsonld';

const TERMS = 'http://schema.org/';

// The context of schema.org in short: every term is in one vocabulary.
async function documentLoader(url) {
	if (url !== 'https://schema.org')
		throw new Error(`${url} would be loaded`);
	return {documentUrl: url, document: {'@context': {'@vocab': TERMS}}};
}

const types = node => (node['@type'] ?? []).map(type => type.replace(TERMS, ''));

/** The values of a property as plain strings, ids included. */
const values = (node, name) => (node[TERMS + name] ?? [])
	.map(value => value['@value'] ?? value['@id'] ?? value);

const attribute = (xml, element, name) =>
	new RegExp(`<${element}\\s[^>]*\\b${name}="([^"]*)"`).exec(xml)?.[1];

/** Faults of the graph in `page`; `xml` is the source, `json` the other output. */
export async function judgeGraph(page, xml, json) {
	const [, text] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
	if (!text)
		return ['the page has no JSON-LD'];
	const nodes = await jsonld.expand(JSON.parse(text),
		{documentLoader, base: 'https://page.example/a.html', safe: true});
	const faults = [];
	const expect = (what, found, wanted) => {
		const [a, b] = [found, wanted].map(value => JSON.stringify(value));
		if (a !== b)
			faults.push(`${what}: ${a} instead of ${b}`);
	};
	const byType = (...names) => nodes.filter(node => types(node).some(type => names.includes(type)));
	const ids = list => list.map(node => node['@id']);

	const [article, ...articles] = byType('NewsArticle');
	const [event, ...events] = byType('Event');
	if (!article || !event || articles.length || events.length)
		return ['there is not one article and one event'];
	expect('headline', values(article, 'headline'), [json.computed.title]);
	expect('date of publication', values(article, 'datePublished'), [attribute(xml, 'issued', 'date')]);
	expect('language', values(article, 'inLanguage'), [attribute(xml, 'meetingSummary', 'xml:lang')]);
	expect('what the article is about', values(article, 'about'), ids([event]));
	expect('start', values(event, 'startDate'), [attribute(xml, 'start', 'when')]);
	expect('end', values(event, 'endDate'), [json.computed.event.end].filter(Boolean));
	expect('place', values(event, 'location').length, json.meeting.place ? 1 : 0);

	const people = byType('Person');
	const listed = json.computed.party.flatMap(({person}) => person);
	expect('people', people.length, xml.match(/<(principal|attendee)\s/g).length);
	expect('names', people.flatMap(node => values(node, 'name')),
		listed.map(({name, officeOf}) => name ?? officeOf));
	expect('offices', people.flatMap(node => values(node, 'jobTitle')),
		listed.map(({office}) => office).filter(Boolean));
	expect('who took part', values(event, 'attendee'), ids(people));
	for (const [, family] of xml.matchAll(/<family>([^<&]*)<\/family>/g))
		if (!people.some(node => values(node, 'familyName').includes(family)))
			faults.push(`nobody is called ${family}`);

	const parties = byType('GovernmentOrganization', 'Organization')
		.filter(node => node['@id'].includes('#dd-ld-party-'));
	const folded = names => names.map(name => name.toLowerCase());
	expect('parties', folded(parties.flatMap(node => values(node, 'name'))),
		folded(json.computed.party.map(({long}) => long)));
	for (const person of people)
		if (!ids(parties).includes(values(person, 'worksFor')[0]))
			faults.push(`${values(person, 'name')} works for nobody`);
	return faults.concat(dangling(nodes));
}

/** References to nodes of the page that stand nowhere on it. */
function dangling(nodes) {
	const known = new Set(nodes.map(node => node['@id']));
	const wanted = JSON.stringify(nodes).match(/"https:\/\/page\.example\/a\.html#[^"]*"/g) ?? [];
	return [...new Set(wanted)].map(text => JSON.parse(text))
		.filter(id => !known.has(id)).map(id => `${id} is nowhere`);
}
