// SPDX-License-Identifier: MIT
// The rules of the samples' house by two engines, over the same documents.
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import fontoxpath from 'fontoxpath';
import schematron from 'node-schematron';
import * as slimdom from 'slimdom';
import {finish, report, root, run, samplePaths, work} from './judge.mjs';
import {useKeys} from './schematron-functions.mjs';
import {locate} from './schematron-places.mjs';
import {readSchema} from './schematron-read.mjs';

const rulesPath = join(root, 'samples/house/rules.sch');
// By chance, beside those that break one rule each.
const mutationCount = 200;

const words = text => text.trim().replace(/[ \t\r\n]+/g, ' ');

/** Mutated samples: [{path, id, name}]; the id is that of the rule it breaks. */
function mutate() {
	const folder = join(work, 'mutated');
	mkdirSync(folder);
	const {status, stdout, stderr} = spawnSync('perl', [join(root, 'tests/mutations/house.pl'),
		folder, mutationCount, ...samplePaths()], {encoding: 'utf8'});
	if (status !== 0)
		throw new Error(`house.pl: ${stderr}`);
	return stdout.trim().split('\n').map(line => {
		const [path, id, name] = line.split('\t');
		return {path, id, name};
	});
}

/** What we find: by path, sorted lines of place, id and words. */
function findOurs(schema, paths) {
	const {documents} = JSON.parse(run('check', '--no-across', '--format', 'json',
		'--rules', rulesPath, ...paths));
	const known = new Set(schema.ids.map(id => `house/${id}`));
	return new Map(documents.map(({file, diagnostics}) => [file, diagnostics
		.filter(({id}) => known.has(id))
		.map(({id, message, place, related = []}) => [`${place.line}:${place.column}`, id,
			[message, ...related.map(note => note.message)].join(' + ')].join(' ')).sort()]));
}

/** What node-schematron finds in one document, in the same lines. */
function findTheirs(schema, rules, path) {
	const text = readFileSync(path, 'utf8');
	const document = slimdom.parseXmlDocument(text);
	const options = {namespaceResolver: prefix => rules.getNamespaceUriForPrefix(prefix)};
	const placeOf = locate(document, text);
	useKeys(document, schema.keys, options);
	return rules.validateDocument(document).map(({assertId, context, message}) => {
		const subject = fontoxpath.evaluateXPathToFirstNode(schema.subjects.get(assertId),
			context, null, {}, options);
		return `${placeOf(subject ?? context)} house/${assertId} ${words(message)}`;
	}).sort();
}

/** The lines that one list has more often than the other. */
function more(lines, others) {
	const rest = [...others];
	return lines.filter(line => {
		const at = rest.indexOf(line);
		if (at >= 0)
			rest.splice(at, 1);
		return at < 0;
	});
}

function compare(ours, theirs) {
	return [...more(ours, theirs).map(line => `we alone: ${line}`),
		...more(theirs, ours).map(line => `node-schematron alone: ${line}`)];
}

const schema = readSchema(rulesPath);
const rules = schematron.Schema.fromString(schema.text);
const samples = samplePaths().map(path => ({path, name: basename(path)}));
const mutated = mutate();
const ours = findOurs(schema, [...samples, ...mutated].map(({path}) => path));
const broken = new Set(mutated.map(({id}) => id));
for (const {path, id, name} of [...samples, ...mutated]) {
	const theirs = findTheirs(schema, rules, path);
	const missed = id && !theirs.some(line => line.split(' ')[1] === `house/${id}`);
	report(name, [...compare(ours.get(path) ?? ['not checked'], theirs),
		...missed ? [`house/${id} is not found`] : []]);
}
report(`${schema.ids.length} rules, each broken once`,
	schema.ids.filter(id => !broken.has(id)).map(id => `house/${id} is not`));
finish();
