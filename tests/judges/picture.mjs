// SPDX-License-Identifier: MIT
// Not a judge: takes the picture of a page that README.md shows.
// Usage: node tests/judges/picture.mjs SAMPLE FILE.png
import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {openBrowser} from './browser.mjs';
import {run, samples, work} from './judge.mjs';

const [sample, picture] = process.argv.slice(2);
run('convert', '--to', 'html', '-o', join(work, 'page.html'), join(samples, sample));
symlinkSync(join(samples, 'photos'), join(work, 'photos'));
const browser = await openBrowser(work);
try {
	const tab = browser.pages()[0];
	await tab.setViewportSize({width: 1120, height: 1240});
	await tab.emulateMedia({colorScheme: 'light'});
	await tab.goto(pathToFileURL(join(work, 'page.html')).href);
	await tab.screenshot({path: picture});
} finally {
	await browser.close();
}
