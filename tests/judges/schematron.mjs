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

// By chance, beside those that break one rule each.
const mutationCount = 200;
const ruleCount = 30;

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
		'--rules', schema.path, '--phase', schema.phase, ...paths));
	const known = new Set(schema.ids.map(id => `house/${id}`));
	return new Map(documents.map(({file, diagnostics}) => [file, diagnostics
		.filter(({id}) => known.has(id))
		.map(({id, message, place, related = []}) => [`${place.line}:${place.column}`, id,
			[message, ...related.map(note => note.message)].join(' + ')].join(' ')).sort()]));
}

/** What node-schematron finds in one document, in the same lines. */
function findTheirs(schema, path) {
	const {rules, phase: phaseId} = schema;
	const text = readFileSync(path, 'utf8');
	const document = slimdom.parseXmlDocument(text);
	const options = {namespaceResolver: prefix => rules.getNamespaceUriForPrefix(prefix)};
	const placeOf = locate(document, text);
	useKeys(document, schema.keys, options);
	return rules.validateDocument(document, {phaseId}).map(({assertId, context, message}) => {
		const subject = fontoxpath.evaluateXPathToFirstNode(schema.subjects.get(assertId),
			context, null, {}, options);
		const sentence = words(message) || `The rule \`house/${assertId}\` of the house is broken.`;
		return `${placeOf(subject ?? context)} house/${assertId} ${sentence}`;
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

/** Both engines over the same documents, and which checks have found something. */
function judge(schema, documents) {
	const ours = findOurs(schema, documents.map(({path}) => path));
	const found = new Set();
	for (const {path, id, name} of documents) {
		const theirs = findTheirs(schema, path);
		const ids = theirs.map(line => line.split(' ')[1].replace('house/', ''));
		report(`${schema.name}: ${name}`, [...compare(ours.get(path) ?? ['not checked'], theirs),
			...schema.planted && id && !ids.includes(id) ? [`house/${id} is not found`] : []]);
		ids.forEach(one => found.add(one));
	}
	report(`${schema.name}: each of ${schema.ids.length} checks finds something`,
		schema.ids.filter(id => !found.has(id)));
}

function read(path, phase, planted = false) {
	const schema = readSchema(join(root, path), phase);
	return {...schema, path: join(root, path), phase, planted,
		name: `${basename(path)} ${phase}`, rules: schematron.Schema.fromString(schema.text)};
}

const samples = samplePaths().map(path => ({path, name: basename(path)}));
const mutated = mutate();
const broken = mutated.filter(({id}) => id);
const rules = read('samples/house/rules.sch', '#ALL', true);
report(`${rules.ids.length} rules of the house`, rules.ids.length >= ruleCount ? [] : [`at least ${ruleCount}`]);
report('each of them is broken once', rules.ids.filter(id => !broken.some(row => row.id === id)));
report(`${mutated.length} mutated samples`, mutated.length >= mutationCount ? [] : [`at least ${mutationCount}`]);
judge(rules, [...samples, ...mutated]);
for (const phase of ['draft', 'style'])
	judge(read('samples/house/rules.sch', phase), [...samples, ...broken]);
judge(read('tests/judges/schematron/dialect.sch', '#ALL'), [...samples, ...mutated.slice(-100)]);
finish();
