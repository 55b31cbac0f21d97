// SPDX-License-Identifier: MIT
// Judges of HTML.
import {createHash} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {htmlValidate, vnu} from './checkers.mjs';
import {convert, finish, report, work} from './judge.mjs';

// Not taken from vnu: it reads a long style sheet in pieces and so gets
// another hash, knows no 'self' on a disk, and takes data for a script. The
// hash is proven below, and the whole policy by Chromium in axe.t.
const aboutPolicy = /^(Inline (style|script)|Resource) violates Content Security Policy/;

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
const saidOf = path => said.get(path).filter(({message}) => !aboutPolicy.test(message))
	.map(({text}) => text);
for (const page of pages)
	report(`vnu: ${page.name}`, saidOf(page.path));
report('vnu finds what is wrong', saidOf(broken.path).length ? [] : ['nothing is found']);

for (const page of pages)
	report(`policy: ${page.name}`, policyFaults(page));
for (const page of pages)
	report(`html-validate: ${page.name}`, await htmlValidate('page', page));
for (const fragment of convert('html-fragment'))
	report(`html-validate: fragment of ${fragment.name}`, await htmlValidate('fragment', fragment));
report('html-validate finds what is wrong',
	(await htmlValidate('page', broken)).length ? [] : ['nothing is found']);
finish();
