// SPDX-License-Identifier: MIT
// Where the nodes of a document stand in its text, as "line:column" in
// characters: an element's tag, the value of an attribute, a text, a comment.
import fontoxpath from 'fontoxpath';

// A comment, an instruction, the name and the attributes of a tag, an end tag, a text.
const pieces = /(<!--[^]*?-->)|(<\?[^]*?\?>)|<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>|<\/[^>]*>|([^<]+)/g;
const attribute = /([^\s=]+)\s*=\s*(["'])([^]*?)\2/g;
const kinds = {1: 3, 3: 5, 7: 2, 8: 1};

/** A function from an offset in the text to "line:column". */
function counter(text) {
	const starts = [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)];
	return offset => {
		const line = starts.findLastIndex(start => start <= offset);
		return `${line + 1}:${[...text.slice(starts[line], offset)].length + 1}`;
	};
}

/** The nodes of each kind stand in the text as they do in the tree. */
function findPieces(document, text) {
	const found = [...text.matchAll(pieces)];
	const root = found.findIndex(piece => piece[3]);
	const places = new Map();
	for (const [type, group] of Object.entries(kinds)) {
		const nodes = fontoxpath.evaluateXPathToNodes('//node()', document)
			.filter(({nodeType}) => nodeType === Number(type));
		// The declaration and space around the root are no nodes.
		const those = found.filter((piece, index) => piece[group]
			&& !piece[0].startsWith('<?xml ') && (group !== 5 || (index > root && index < found.length - 1)));
		if (those.length !== nodes.length)
			throw new Error(`${those.length} pieces and ${nodes.length} nodes of type ${type}`);
		nodes.forEach((node, index) => places.set(node, those[index]));
	}
	return places;
}

/** A function from a node to its place. */
export function locate(document, text) {
	const at = counter(text);
	const places = findPieces(document, text);
	return node => {
		const piece = places.get(node.ownerElement ?? node);
		if (!node.ownerElement)
			return at(piece.index);
		const from = piece.index + 1 + piece[3].length;
		const found = [...piece[4].matchAll(attribute)].find(([, name]) => name === node.nodeName);
		return at(from + found.index + found[0].indexOf(found[2]) + 1);
	};
}
