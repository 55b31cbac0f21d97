// SPDX-License-Identifier: MIT
// Checkers of HTML and of accessibility, as lists of what they say.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import axe from 'axe-core';
import {HtmlValidate} from 'html-validate';
import {root} from './judge.mjs';

const jar = join(root, 'tests/judges/node_modules/vnu-jar/build/dist/vnu.jar');

/** What vnu says, as lists by path. One Java for all: its start costs more than they do. */
export function vnu(paths) {
	const {stdout} = spawnSync('java', ['-jar', jar, '--stdout', '--exit-zero-always',
		'--format', 'json', ...paths], {encoding: 'utf8', maxBuffer: 1 << 28});
	const said = new Map(paths.map(path => [path, []]));
	for (const {url, type, lastLine, firstColumn, message} of JSON.parse(stdout).messages) {
		const path = decodeURIComponent(String(url).replace(/^file:(\/\/)?/, ''));
		if (!said.has(path))
			throw new Error(`vnu: ${message}`);
		said.get(path).push({message, text: `${lastLine}:${firstColumn}: ${type}: ${message}`});
	}
	return said;
}

const validators = {
	page: new HtmlValidate({root: true,
		extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document']}),
	fragment: new HtmlValidate({root: true,
		extends: ['html-validate:standard', 'html-validate:a11y']}),
};

export async function htmlValidate(kind, {path, text}) {
	const {results} = await validators[kind].validateString(text, path);
	return results.flatMap(({messages}) => messages)
		.map(({line, column, ruleId, message}) => `${line}:${column}: ${ruleId}: ${message}`);
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** How a page is looked at. */
export const looks = [360, 1280].flatMap(width =>
	['light', 'dark'].map(colorScheme => ({width, colorScheme})));

/** What axe finds on the page that stands in the tab. */
export async function violations(tab) {
	await tab.evaluate(axe.source);
	const {violations: found} = await tab.evaluate(values =>
		window.axe.run({runOnly: {type: 'tag', values}}), tags);
	return found.flatMap(({id, nodes}) =>
		nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}
