// SPDX-License-Identifier: MIT
// Where the nodes of a document stand in its text, as "line:column" in
// characters: the name of an element's tag, the value of an attribute.
import fontoxpath from 'fontoxpath';

const markup = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<\/[^>]*>|<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
const attribute = /([^\s=]+)\s*=\s*(["'])([^]*?)\2/g;

/** A function from an offset in the text to "line:column". */
function counter(text) {
	const starts = [0];
	for (const {index} of text.matchAll(/\n/g))
		starts.push(index + 1);
	return offset => {
		let line = starts.findIndex(start => start > offset);
		line = line < 0 ? starts.length : line;
		return `${line}:${[...text.slice(starts[line - 1], offset)].length + 1}`;
	};
}

/** A function from a node to its place: an element, or an attribute of one. */
export function locate(document, text) {
	const at = counter(text);
	const tags = [...text.matchAll(markup)].filter(([, name]) => name);
	const elements = fontoxpath.evaluateXPathToNodes('//*', document);
	if (tags.length !== elements.length)
		throw new Error(`${tags.length} tags and ${elements.length} elements`);
	const places = new Map(elements.map((element, index) => [element, tags[index]]));
	return node => {
		const tag = places.get(node.ownerElement ?? node);
		if (!node.ownerElement)
			return at(tag.index);
		const from = tag.index + 1 + tag[1].length;
		const found = [...tag[2].matchAll(attribute)].find(([, name]) => name === node.nodeName);
		return at(from + found.index + found[0].indexOf(found[2]) + 1);
	};
}
