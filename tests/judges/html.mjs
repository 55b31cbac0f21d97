// SPDX-License-Identifier: MIT
// Judges of HTML. One Java for all pages: its start costs more than they do.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {HtmlValidate} from 'html-validate';
import {convert, finish, report, root, work} from './judge.mjs';

const jar = join(root, 'tests/judges/node_modules/vnu-jar/build/dist/vnu.jar');

// Not taken from vnu: it reads a long style sheet in pieces and so gets
// another hash, knows no 'self' on a disk, and takes data for a script. The
// hash is proven below, and the whole policy by Chromium in axe.t.
const aboutPolicy = /^(Inline (style|script)|Resource) violates Content Security Policy/;

/** What vnu says, as lists by path. */
function vnu(paths) {
	const {stdout} = spawnSync('java', ['-jar', jar, '--stdout', '--exit-zero-always',
		'--format', 'json', ...paths], {encoding: 'utf8', maxBuffer: 1 << 28});
	const said = new Map(paths.map(path => [path, []]));
	for (const {url, type, lastLine, firstColumn, message} of JSON.parse(stdout).messages) {
		const path = decodeURIComponent(String(url).replace(/^file:(\/\/)?/, ''));
		if (!said.has(path))
			throw new Error(`vnu: ${message}`);
		if (!aboutPolicy.test(message))
			said.get(path).push(`${lastLine}:${firstColumn}: ${type}: ${message}`);
	}
	return said;
}

const validators = {
	page: new HtmlValidate({root: true,
		extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document']}),
	fragment: new HtmlValidate({root: true,
		extends: ['html-validate:standard', 'html-validate:a11y']}),
};

async function htmlValidate(kind, {path, text}) {
	const {results} = await validators[kind].validateString(text, path);
	return results.flatMap(({messages}) => messages)
		.map(({line, column, ruleId, message}) => `${line}:${column}: ${ruleId}: ${message}`);
}

/** The policy of a page allows its style sheet, and no script. */
function policyFaults({text}) {
	const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
	const [, sheet] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
	if (!policy || !sheet)
		return ['there is no policy or no style sheet'];
	const hash = createHash('sha256').update(sheet).digest('base64');
	const wanted = ["default-src 'none'", `style-src 'sha256-${hash}'`,
		"base-uri 'none'", "form-action 'none'"];
	return wanted.filter(part => !policy.split('; ').includes(part))
		.map(part => `${part} is not in ${policy}`);
}

const pages = convert('html');
const broken = {path: join(work, 'broken.html'),
	text: '<!DOCTYPE html><title>x</title><p><time datetime="2023-13-01">x</time><img src="a.png">'};
writeFileSync(broken.path, broken.text);

const said = vnu([...pages.map(page => page.path), broken.path]);
for (const page of pages)
	report(`vnu: ${page.name}`, said.get(page.path));
report('vnu finds what is wrong', said.get(broken.path).length ? [] : ['nothing is found']);

for (const page of pages)
	report(`policy: ${page.name}`, policyFaults(page));
for (const page of pages)
	report(`html-validate: ${page.name}`, await htmlValidate('page', page));
for (const fragment of convert('html-fragment'))
	report(`html-validate: fragment of ${fragment.name}`, await htmlValidate('fragment', fragment));
report('html-validate finds what is wrong',
	(await htmlValidate('page', broken)).length ? [] : ['nothing is found']);
finish();
