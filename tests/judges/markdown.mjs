// SPDX-License-Identifier: MIT
// The judge of Markdown: another reader of it gets the words of the page.
import {convert, finish, report} from './judge.mjs';
import {difference, htmlWords, markdownWords, pageWords} from './words.mjs';

const pages = convert('html');
for (const [index, {name, text}] of convert('markdown').entries()) {
	const wanted = pageWords(pages[index].text);
	report(`commonmark: ${name}, ${wanted.length} words`,
		wanted.length ? difference(markdownWords(text), wanted) : ['the page has no words']);
}

const html = '<ol><li><span>1.</span> <div>A&amp;B <a href="x>y">c</a>d</div></li></ol>'
	+ '<p><img src="p.png" alt="Drawing of 1 &lt; 2"></p>';
for (const [markdown, same] of [
	['---\ntitle: "x"\n---\n\n1. A&B [c](x)d\n\n![Drawing of 1 < 2](p.png)\n', true],
	['2. A&B [c](x)d\n\n![Drawing of 1 < 2](p.png)\n', false],
	['1. A&B [c](x) d\n\n![Drawing of 1 < 2](p.png)\n', false],
	['1. A&B *cd*\n\n<i>Drawing of 1 &lt; 2</i>\n', false],
]) {
	const faults = difference(markdownWords(markdown), htmlWords(html));
	report(`${same ? 'the same' : 'other'} words are seen`,
		(faults.length === 0) === same ? [] : [markdown, ...faults]);
}
finish();
