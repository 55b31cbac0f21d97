// SPDX-License-Identifier: MIT
// Judges of the page with findings: two checkers of HTML, and a browser.
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {finish, report, samples, work} from './judge.mjs';
import {openBrowser} from './browser.mjs';
import {htmlValidate, looks, violations, vnu} from './checkers.mjs';
import {writeInputs} from './report-html-inputs.mjs';

const program = resolve(process.env.DIPLODOC || 'build/diplodoc');
// A browser needs minutes for axe on a thousand cards.
const tooLong = new Set(['crowd']);

const house = ['--house', join(samples, 'house/diplodoc-house.xml')];
// What each folder is checked with, where it is not the folder alone.
const words = {
	mixed: [...house, '.', 'missing.xml'],
	known: [...house, '--write-baseline', 'known.txt', '.'],
	unchecked: ['many.xml'],
};

/** Both reports of one folder. */
function makePage([name, folder]) {
	const path = join(work, `${name}.html`), json = join(work, `${name}.json`);
	const {status, stderr} = spawnSync(program, ['check', '--quiet', '--today', '2026-11-26',
		'--format', `html=${path}`, '--format', `json=${json}`,
		...(words[name] ?? [...house, '.'])],
	{cwd: folder, encoding: 'utf8'});
	report(`a page: ${name}`, status === null || status > 3 ? [`ends with ${status}`, stderr] : []);
	return {name, path, text: readFileSync(path, 'utf8'), json: JSON.parse(readFileSync(json, 'utf8'))};
}

/** The numbers that differ from those of the JSON. */
function countFaults({text, json}) {
	const {counts, documents} = json;
	const number = pattern => Number(pattern.exec(text)?.[1] ?? 0);
	const times = pattern => [...text.matchAll(pattern)].length;
	const fact = name => number(new RegExp(`<dt>${name}</dt><dd>(\\d+)<`));
	const found = documents.flatMap(({diagnostics}) => diagnostics);
	const pairs = {
		'files': [fact('Files'), counts.files],
		'pass': [fact('pass'), counts.pass],
		'do not pass': [fact('do not pass'), counts.fail],
		'not checked': [fact('not checked') + fact('not read'), counts.notChecked],
		'known': [fact('in the baseline'), counts.known],
		'suppressed': [fact('suppressed'), counts.suppressed],
		'not shown': [fact('not shown'), counts.notShown],
		'cards': [times(/<article /g), counts.errors + counts.warnings + counts.advice],
		'error cards': [times(/<article class="card error/g), counts.errors],
		'places in other files': [times(/<li>.* – [^<]+, line \d+, column \d+<\/li>/g),
			found.flatMap(({related = []}) => related.filter(({file}) => file)).length],
		'listed': [times(/<p class="reason">/g), found.filter(one => one.suppressed || one.known).length],
		'files with a section': [times(/<section class="document/g) +
			number(/(\d+) files? without findings/), documents.length],
	};
	return Object.entries(pairs).filter(([, [here, there]]) => here !== there)
		.map(([name, [here, there]]) => `${name}: ${here}, in JSON ${there}`);
}

async function judge(tab, {name, path}) {
	const faults = {axe: [], browser: [], width: []};
	const note = text => faults.browser.push(text);
	const listeners = {
		console: message => note(`console: ${message.text()}`),
		request: request => request.url().startsWith('file:') || note(`request: ${request.url()}`),
		dialog: dialog => { note(`dialog: ${dialog.message()}`); dialog.dismiss(); },
	};
	Object.entries(listeners).forEach(([event, listener]) => tab.on(event, listener));
	await tab.goto(pathToFileURL(path).href);
	await tab.evaluate(() => document.querySelectorAll('details').forEach(each => { each.open = true; }));
	for (const {width, colorScheme} of looks) {
		await tab.setViewportSize({width, height: 800});
		await tab.emulateMedia({colorScheme});
		const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
		if (wide > width)
			faults.width.push(`${wide} px wide at ${width}`);
		if (!tooLong.has(name))
			faults.axe.push(...(await violations(tab)).map(fault => `${width} px, ${colorScheme}: ${fault}`));
	}
	Object.entries(listeners).forEach(([event, listener]) => tab.off(event, listener));
	return faults;
}

/** What is wrong with the page where a level is chosen. */
function filterFaults() {
	const shown = selector => [...document.querySelectorAll(selector)]
		.filter(each => each.getClientRects().length > 0);
	const faults = [];
	for (const level of ['error', 'warning', 'advice', 'all']) {
		const button = document.getElementById(`show-${level}`);
		if (!button || button.disabled)
			continue;
		button.click();
		const cards = shown('.card').length;
		const wanted = document.querySelectorAll(level === 'all' ? '.card' : `.card.${level}`).length;
		if (cards !== wanted)
			faults.push(`${level}: ${cards} cards, not ${wanted}`);
		const empty = shown('.block').filter(block =>
			![...block.querySelectorAll('.card')].some(card => card.getClientRects().length > 0));
		if (empty.length > 0)
			faults.push(`${level}: ${empty.length} excerpts without a card`);
	}
	return faults;
}

/** Numbers of lines that are not what stands in the file there. */
function lineFaults() {
	const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
	const targets = new Set(ids);
	return [
		...ids.filter((id, index) => ids.indexOf(id) !== index).map(id => `${id} stands twice`),
		...[...document.querySelectorAll('a')].filter(link =>
			!targets.has(link.getAttribute('href').slice(1))).map(link => `no target: ${link.outerHTML}`),
		...[...document.querySelectorAll('.card')].filter(card =>
			card.closest('.block').querySelector('.lines') &&
			!card.closest('.block').querySelector(`.ref[href="#${card.id}"]`)).map(card => `no mark for ${card.id}`),
	];
}

const pages = Object.entries(writeInputs(work)).map(makePage);
const broken = {name: 'broken', path: join(work, 'broken.html'), text: `<!DOCTYPE html><title>x</title>
<p id="a"><a href="#none">x</a><p id="a">${'wide'.repeat(500)}<script>alert(1)</script>
<input type="radio" id="show-error"><div class="block"><article class="card">x</article></div>`, json: pages[0].json};
writeFileSync(broken.path, broken.text);
const found = (name, faults, page) => report(`${name}: ${page.name}`, page === broken
	? (faults.length ? [] : ['nothing is found']) : faults);

const said = vnu([...pages, broken].map(page => page.path));
for (const page of [...pages, broken]) {
	found('vnu', said.get(page.path).map(({text}) => text), page);
	found('html-validate', await htmlValidate('page', page), page);
	found('counts', countFaults(page), page);
}
const browser = await openBrowser(work);
try {
	const tab = browser.pages()[0];
	for (const page of [...pages, broken]) {
		const faults = await judge(tab, page);
		if (tooLong.has(page.name))
			delete faults.axe;
		for (const [kind, list] of Object.entries(faults))
			found(kind, list, page);
		found('links and marks', await tab.evaluate(lineFaults), page);
		found('a level alone', await tab.evaluate(filterFaults), page);
	}
} finally {
	await browser.close();
}
finish();
