// SPDX-License-Identifier: MIT
// A page and its Markdown as the words that a reader gets, in their order:
// - of a page, the article and the way back behind it; the name of the
//   publisher, the skip link and the links to other editions are the site's;
// - white space parts words, and so does the edge of every block;
// - the alternative text of a picture stands where the picture stands;
// - the number of a list item stands before it;
// - marks of emphasis, links and languages are no words.
import {Parser} from 'commonmark';

const inline = new Set(['a', 'abbr', 'bdi', 'cite', 'data', 'q', 'small', 'span', 'strong', 'time']);
const entities = {amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0'};

const decode = text => text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi,
	(_, hex, digits, name) => name ? entities[name]
		: String.fromCodePoint(hex ? parseInt(hex, 16) : Number(digits)));

const split = text => text.split(/[ \t\r\n]+/).filter(Boolean);

/** The words of HTML that diplodoc wrote: no comments, all attributes quoted. */
export function htmlWords(html) {
	return split(decode(html.replace(/<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g, (_, end, name, attributes) => {
		const alt = name === 'img' ? / alt="([^"]*)"/.exec(attributes)?.[1] : '';
		return inline.has(name) ? '' : ` ${alt ?? ''} `;
	})));
}

export function pageWords(page) {
	const [, article] = /(<article[ >].*<\/article>)/s.exec(page) ?? [];
	const [, back] = /(<footer class="dd-end">.*?<\/footer>)/s.exec(page) ?? [];
	return htmlWords(`${article ?? ''} ${back ?? ''}`);
}

/** The number that a reader shows before this item of a list. */
function itemNumber(item) {
	if (item.parent.listType !== 'ordered')
		return '';
	let before = 0;
	for (let each = item.prev; each; each = each.prev)
		before++;
	return `${item.parent.listStart + before}${item.parent.listDelimiter}`;
}

/** The words of Markdown, without its front matter. */
export function markdownWords(markdown) {
	const text = markdown.replace(/^---\n.*?\n---\n/s, '');
	const walker = new Parser().parse(text).walker();
	const parts = [];
	for (let event = walker.next(); event; event = walker.next()) {
		const {node: {type, literal}, node, entering} = event;
		if (type === 'text' || type === 'code')
			parts.push(literal);
		else if (type === 'code_block' || (type === 'html_block' && !/^<!--[^<>]*-->\s*$/.test(literal))
			|| type === 'html_inline')
			parts.push(` unwanted ${type} ${literal}`);
		else if (type === 'item' && entering)
			parts.push(` ${itemNumber(node)} `);
		else if (!['emph', 'strong', 'link'].includes(type))
			parts.push(' ');
	}
	return split(parts.join(''));
}

/** The first place where two lists of words part, in words; or nothing. */
export function difference(found, wanted) {
	const length = Math.max(found.length, wanted.length);
	for (let i = 0; i < length; i++)
		if (found[i] !== wanted[i]) {
			const around = words => words.slice(Math.max(0, i - 4), i + 8).join(' ');
			return [`word ${i + 1}: "${around(found)}"`, `instead of "${around(wanted)}"`];
		}
	return [];
}
