// SPDX-License-Identifier: MIT
// A folder of summaries whose names and words are hostile to reports.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const right = 'They agreed to meet again in the spring.';
const wide = 'They agreed  to meet again in the spring.';
/** What a report must neither show raw nor take for its own markup. */
export const hostile = '&lt;b&gt; ]( {0} %25 ,:: &#x202E;&#x9;&#x85; &quot;';

const statement = words => `<item><statement speaker="p q" act="agree">${words}</statement></item>`;

function summary(body, duration = 'PT45M') {
	return `<?xml version="1.0" encoding="UTF-8"?>
<meetingSummary xmlns="urn:diplodoc:meeting-summary:1" xml:lang="en" id="t1" version="1" status="final">
  <head><issued date="2025-05-20"/></head>
  <meeting kind="foreignMinisters" level="ministers" format="telephone">
    <start when="2025-05-20T10:00:00+00:00" zone="Etc/UTC"/>
    <duration value="${duration}"/>
    <party id="a" country="XA" role="own"><principal id="p"><office>Minister for Foreign Affairs</office></principal></party>
    <party id="b" country="XB" role="counterpart"><principal id="q"><office>Minister for External Affairs</office></principal></party>
  </meeting>
  <body>
    ${body}
  </body>
</meetingSummary>
`;
}

/** That many paragraphs with two spaces; all words differ. */
const paragraphs = (count, before = '') => Array.from({length: count}, (_, index) =>
	statement(`${before}${wide.replace('spring', `year ${2030 + index}`)}`)).join('\n    ');

/** One whose name another document spells in another way. */
const named = (given, day) => summary(statement(right)).replaceAll('2025-05-20', day).replace('<principal id="p">',
	`<principal id="p"><name><given>${given}</given><family>Lorne</family></name>`);
/** The file that related places of `later.xml` lead to. */
export const earlier = 'earlier \u202e<b>:1,2%.xml';

const names = ['a b.xml', 'a&b.xml', 'a<b>.xml', 'quote"\'.xml', '100%25.xml', 'comma,colon::.xml', '-dash.xml',
	'line\nend.xml', 'escape\u001b[31m.xml', 'turned\u202e.xml', '\u0085c1.xml', '会談.xml', '[x](1){0}.xml'];

/** One summary, below "broken", has a house that is none. */
export function makeFolder(folder) {
	let count = 0;
	// No two are about one meeting.
	const write = (name, text) => writeFileSync(join(folder, name), text.replace('id="t1"', `id="t${++count}"`)
		.replace('T10:00:00', `T10:${String(count).padStart(2, '0')}:00`));

	mkdirSync(join(folder, 'broken'), {recursive: true});
	names.forEach(name => write(name, summary(paragraphs(30))));
	writeFileSync(Buffer.concat([Buffer.from(`${folder}/bytes`), Buffer.from([0xff]), Buffer.from('.xml')]),
		summary(paragraphs(30)));
	write('right.xml', summary(statement(right)));
	write('astral.xml', summary(paragraphs(30, '𝔘𝔫𝔞 𠮷野 😀 外務大臣 é: ')));
	write('many.xml', summary(paragraphs(1100)));
	write('hostile.xml', summary(statement(right), hostile));
	write('tags.xml', summary('<item>').replace('<head>', '<!-- &#x202E; --><head>'));
	write('twice.xml', summary(`${statement(right)}${statement(right)}`));
	write('edits.xml', summary(statement("They agreed to the Plan ''North'' of Orisia.")));
	write('suppressed.xml', summary(
		`<?diplodoc ignore text/double-space reason="${hostile}\u202e" by="M. Orell"?>${statement(wide)}`));
	write(earlier, named('Ana-Mira', '2025-05-19'));
	write('later.xml', named('Ana Mira', '2025-05-20'));
	write('known.xml', summary(paragraphs(3)));
	write('broken/a.xml', summary(statement(right)));
	write('broken/diplodoc-house.xml', '<house>');
}
