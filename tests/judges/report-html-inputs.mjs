// SPDX-License-Identifier: MIT
// Summaries with all that the page for editors must bear.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const head = (language, about) => `<?xml version="1.0" encoding="UTF-8"?>
<meetingSummary xmlns="urn:diplodoc:meeting-summary:1" xml:lang="${language}" id="r1" version="1" status="final">
  <head>
    <issued date="2025-05-20"/>
    <release state="released"/>
  </head>
  <meeting kind="foreignMinisters" level="ministers" format="${about.format ?? 'inPerson'}">
    <start when="2025-05-20T10:00:00+09:00" zone="Asia/Tokyo"/>
    <duration value="${about.length ?? 'PT45M'}"/>
    <place country="XO"><city>${about.city ?? 'Halvik'}</city></place>
    <party id="xo" country="XO" role="own">
      <principal id="fm" official="orell-maris"/>
    </party>
    <party id="xb" country="XB" role="counterpart">
      <principal id="stavik" official="stavik-solveig"/>
    </party>
  </meeting>
`;
const summary = (sentences, {language = 'en', ...about} = {}) => `${head(language, about)}  <body>
    <item>
${sentences.map(sentence => `      ${sentence}\n`).join('')}    </item>
  </body>
</meetingSummary>
`;
const say = text => `<statement speaker="fm" act="state">${text}</statement>`;
const calm = say('The Minister read the plan for the harbours of Orisia.');
const filler = 'and the rescue services of both countries keep a line open until the search is over, '.repeat(12);

const many = summary([
	say("Orisia’s plan and Brennmark's plan  were read, and the the families were thanked on May 21th at 4:45PM ."),
	calm,
	say('The Minister spoke of the NKTX and of the QZRV, (see the annex.'),
	calm, calm, calm, calm, calm, calm, calm,
	'<?diplodoc ignore text/repeated-word reason="the words of the treaty" until="2027-01-31" by="M. Orell"?>',
	say('They agreed to to meet again.'),
	calm, calm, calm, calm, calm, calm,
	`<statement speaker="fm" act="agree">It was said that ${filler}they they agreed, ${filler}and so it ended..</statement>`,
	'<statement speaker="nobody" act="sing">A song.</statement>',
	say('They met yesterday; the Foregin Minister was on <foreign xml:lang="fr">la mer</foreign>.'),
]);
const japanese = summary([
	say('大臣は、（付属書を参照、計画を読んだと述べました｡'),
	say('両大臣は、協力を協力を続けることで一致しました。  これに関連して、2025年5月20日(月曜日)に会談しました.'),
	say('大臣は､緊密に連絡を取り合うべきだとの考えを示しました。'),
], {language: 'ja'});
const malformed = summary([calm, '<statement speaker="fm" act="state">A & B <b>never closed</statement>', calm]);
const hostile = summary([say('Turned &#x202E;around&#x202C; and <!-- \u202E raw --> the the end.'),
	'<?diplodoc ignore text/repeated-word reason="&lt;script>alert(1)&lt;/script> &quot;"?>',
	say('It is is so.')]);
const crowd = summary([...Array(1100).keys()].map(() => say('They they met.')));
const oneLine = summary(Array(40).fill(say('They they met.'))).replaceAll('\n', ' ').replaceAll('<?xml version="1.0" encoding="UTF-8"?> ', '');
const long = summary([say('x'), ...Array(30).fill(calm)], {length: '45 minutes'}).replace('<release state="released"/>', '<unknown>\n'.repeat(9) + '</unknown>\n'.repeat(9));

/** Writes the files; their folders by what is in them. */
export function writeInputs(work) {
	const folder = name => {
		mkdirSync(join(work, name), {recursive: true});
		return join(work, name);
	};
	const into = (name, files) => {
		for (const [file, text] of files)
			writeFileSync(Buffer.concat([Buffer.from(`${folder(name)}/`), Buffer.from(file)]), text);
		return folder(name);
	};
	return {
		mixed: into('mixed', [
			['2025-05-20-orisia-brennmark.xml', many],
			['2025-05-20-orisia-brennmark-ja.xml', japanese],
			['calm.xml', summary([calm])],
			['calm-too.xml', summary([calm])],
			['elsewhere.xml', summary([calm], {city: 'Halvig'})],
			['long-range.xml', long],
			['malformed.xml', malformed],
			['one-line.xml', oneLine],
			['too-large.xml', `<!--${' '.repeat(17 << 20)}-->`],
			['empty.xml', ''],
			['control.xml', 'a\0b\x1b[31m'],
			['utf-16.xml', Buffer.from(`\ufeff${malformed.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
		]),
		names: into('names', [
			['a<b>&"c"\'d.xml', hostile],
			['line\nbreak.xml', hostile],
			['turn\u202Elmx.xml', hostile],
			[Buffer.from('not-utf-8-\xff.xml', 'latin1'), hostile],
			[`${'a-very-long-name-'.repeat(12)}.xml`, many],
			['名前.xml', japanese],
		]),
		known: into('known', [['many.xml', many]]),
		unchecked: into('unchecked', [['many.xml', many], ['diplodoc-house.xml', '<diplodocHouse/>']]),
		crowd: into('crowd', [['crowd.xml', crowd]]),
		calm: into('calm', [['a.xml', summary([calm])], ['b.xml', summary([calm])]]),
	};
}
