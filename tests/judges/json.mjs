// SPDX-License-Identifier: MIT
// Judges of JSON and JSON-LD. Nothing is loaded from the network.
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {convert, finish, report, root, run, samplePaths} from './judge.mjs';
import {judgeGraph} from './json-ld.mjs';

function compile(name) {
	const ajv = new Ajv2020({strict: true, allErrors: true, allowUnionTypes: true});
	addFormats(ajv);
	return ajv.compile(JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8')));
}

function faults(validate, value) {
	return validate(value) ? []
		: validate.errors.map(({instancePath, message, params}) =>
			`${instancePath}: ${message} ${JSON.stringify(params)}`);
}

/** A copy of the value with one change. */
function changed(value, change) {
	const copy = structuredClone(value);
	change(copy);
	return copy;
}

const breaks = {
	'no language': document => delete document.lang,
	'no meeting': document => delete document.meeting,
	'no computed facts': document => delete document.computed,
	'a property of no element': document => document.head.author = 'x',
	'a day that does not exist': document => document.head.issued.date = '2023-02-30',
	'a clock time without an offset': document => document.meeting.start.when = '2023-07-13T10:00:00',
	'a length that is words': document => document.meeting.duration = {value: '45 minutes'},
	'a country that is a name': document => document.meeting.party[0].country = 'Japan',
	'an act that nobody does': document => firstStatement(document).act = 'shout',
	'a version that is a string': document => document.version = '1',
	'an element that is no array': document => document.meeting.party = document.meeting.party[0],
	'text of an unknown type': document => firstStatement(document).content.push({type: 'bold'}),
	'a language that is a sentence': document => document.lang = 'in English',
};

function firstStatement(document) {
	return document.body.flatMap(part => part.sentence ?? []).find(({type}) => type === 'statement');
}

const outputs = convert('json');
const isSummary = compile('meeting-summary.schema.json');
const documents = outputs.map(({text}) => JSON.parse(text));
documents.forEach((document, index) =>
	report(`ajv: ${outputs[index].name}`, faults(isSummary, document)));
const whole = documents.find(document => firstStatement(document)
	&& document.meeting.start?.when.includes('T'));
for (const [name, change] of Object.entries(breaks)) {
	const accepted = faults(isSummary, changed(whole, change)).length === 0;
	report(`ajv refuses ${name}`, accepted ? ['it is accepted'] : []);
}

const marked = JSON.parse(run('convert', '--to', 'json', join(root, 'tests/golden/convert/comments/a.xml')));
report('ajv: comments and white space', marked.markup.length > 3 ? faults(isSummary, marked) : ['they are not there']);
for (const [name, change] of Object.entries({
	'markup of an unknown type': document => document.markup[0].type = 'tag',
	'a comment in no place': document => delete document.markup[0].in,
	'an offset that is a string': document => document.markup[0].offset = '3',
	'no markup in an array': document => document.markup = [],
})) {
	const accepted = faults(isSummary, changed(marked, change)).length === 0;
	report(`ajv refuses ${name}`, accepted ? ['it is accepted'] : []);
}
report('ajv: a number that begins with 0', faults(isSummary, changed(whole, document => document.version = '007')));

const isReport = compile('report.schema.json');
const cases = join(root, 'tests/schema-cases');
const golden = join(root, 'tests/golden/check');
const reports = [
	['samples', 'validate', ...samplePaths()],
	['cases with faults', 'validate', cases],
	['what does not count', 'check', '--today', '2026-11-26', '--baseline',
		join(golden, 'baseline/known.txt'), join(golden, 'baseline/a.xml'), join(golden, 'suppressed/a.xml')],
];
for (const [name, verb, ...words] of reports) {
	const value = JSON.parse(run(verb, '--format', 'json', ...words));
	report(`ajv: the report on ${name}`, faults(isReport, value));
	report(`the report on ${name} is not empty`, value.documents.length ? [] : ['no documents']);
	const broken = changed(value, copy => copy.documents[0].verdict = 'perhaps');
	report(`ajv refuses a broken report on ${name}`, isReport(broken) ? ['it is accepted'] : []);
}

const isImport = compile('import-report.schema.json');
const texts = join(root, 'tests/import');
const house = ['--house', join(root, 'samples/house/diplodoc-house.xml')];
const scratch = mkdtempSync(join(tmpdir(), 'diplodoc-'));
const evidence = readdirSync(texts).filter(name => /\.(txt|html|md)$/.test(name)).map(name => {
	const path = join(scratch, 'report.json');
	run('import', ...house, '-o', join(scratch, 'out.xml'), '--report', path, join(texts, name));
	return [name, JSON.parse(readFileSync(path, 'utf8'))];
});
rmSync(scratch, {recursive: true});
for (const [name, value] of evidence)
	report(`ajv: what is known of ${name}`, faults(isImport, value));
const rich = evidence.find(([, {questions, facts, drops}]) => questions.length && facts.length && drops.length)[1];
for (const [name, change] of Object.entries({
	'a fact without a place': value => delete value.facts[0].place,
	'a degree of certainty that there is not': value => value.facts[0].confidence = 'sure',
	'a question without a reason': value => delete value.questions[0].reason,
	'a drop with a name': value => value.drops[0].name = 'head',
	'a line 0': value => value.facts[0].place.line = 0,
	'no list of questions': value => delete value.questions,
}))
	report(`ajv refuses ${name}`, isImport(changed(rich, change)) ? ['it is accepted'] : []);

const sources = samplePaths();
for (const [index, page] of convert('html').entries())
	report(`JSON-LD: ${page.name}`,
		await judgeGraph(page.text, readFileSync(sources[index], 'utf8'), documents[index]));
finish();
