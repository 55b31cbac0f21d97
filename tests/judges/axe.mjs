// SPDX-License-Identifier: MIT
// Judges of the page in a browser. One browser and one tab for all pages.
import {symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {convert, finish, report, samples, work} from './judge.mjs';
import {openBrowser} from './browser.mjs';
import {looks, violations} from './checkers.mjs';

/** Faults of one page in every look, by kind. */
async function judge(tab, path) {
	const faults = {axe: [], browser: [], width: []};
	const note = text => faults.browser.push(text);
	const onConsole = message => note(`console: ${message.text()}`);
	const onRequest = request => {
		if (!/^(file|data):/.test(request.url()))
			note(`request: ${request.url()}`);
	};
	const onFailed = request => note(`not loaded: ${request.url()}`);
	tab.on('console', onConsole).on('request', onRequest).on('requestfailed', onFailed);
	await tab.goto(pathToFileURL(path).href);
	for (const {width, colorScheme} of looks) {
		await tab.setViewportSize({width, height: 800});
		await tab.emulateMedia({colorScheme});
		for (const fault of await violations(tab))
			faults.axe.push(`${width} px, ${colorScheme}: ${fault}`);
	}
	await tab.setViewportSize({width: 320, height: 640});
	const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
	if (wide > 320)
		faults.width.push(`${wide} px wide`);
	// All pictures, the lazy ones too, are there.
	await tab.evaluate(() => Promise.all([...document.images].map(image => {
		image.loading = 'eager';
		return image.decode();
	}))).catch(error => note(`picture: ${error.message}`));
	tab.off('console', onConsole).off('request', onRequest).off('requestfailed', onFailed);
	return faults;
}

const pages = convert('html');
symlinkSync(join(samples, 'photos'), join(dirname(pages[0].path), 'photos'));
const broken = join(work, 'broken.html');
writeFileSync(broken, `<!DOCTYPE html><title>x</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<script>1</script><img src="http://127.0.0.1:9/a.png">
<p>${'wide'.repeat(99)}</p>`);

const browser = await openBrowser(work);
try {
	const tab = browser.pages()[0];
	for (const {name, path} of pages) {
		const faults = await judge(tab, path);
		report(`axe: ${name}`, faults.axe);
		report(`policy and requests: ${name}`, faults.browser);
		report(`320 px are enough: ${name}`, faults.width);
	}
	const faults = await judge(tab, broken);
	for (const [kind, list] of Object.entries(faults))
		report(`what is wrong is found: ${kind}`, list.length ? [] : ['nothing is found']);
} finally {
	await browser.close();
}
finish();
