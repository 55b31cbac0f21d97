// SPDX-License-Identifier: MIT
// Judges of reports: shape, agreement, places and bytes. Nothing is loaded from the network.
import {spawnSync} from 'node:child_process';
import {chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {finish, program, report, root, work} from './judge.mjs';
import {earlier, hostile, makeFolder} from './report-folder.mjs';
import * as read from './report-read.mjs';

const formats = ['text', 'json', 'jsonl', 'sarif', 'junit', 'checkstyle', 'github', 'gitlab', 'rdjson'];
const folder = join(work, 'folder');
const shapes = join(root, 'tests/judges/shapes');
const multitool = join(root, 'tests/judges/node_modules/@microsoft/sarif-multitool-linux');
makeFolder(folder);
const broken = join(work, 'broken');
for (const part of ['schemas', 'xslt'])
	cpSync(join(root, part), join(broken, part), {recursive: true});
writeFileSync(join(broken, 'schemas/meeting-summary.xsd'), '<none/>');

/** A run in the folder, all reports in files: {status, bytes: {format: Buffer}}. */
function runAll(name, ...words) {
	const out = join(work, name);
	mkdirSync(out);
	const {status} = spawnSync(program, [...words, ...formats.flatMap(format =>
		['-f', `${format}=${join(out, format)}`])], {cwd: folder, maxBuffer: 1 << 28});
	return {status, bytes: Object.fromEntries(formats.map(format => [format, readFileSync(join(out, format))]))};
}

const json = bytes => JSON.parse(bytes.toString('utf8'));
const check = ['check', '--today', '2026-11-26'];
spawnSync(program, [...check, '-q', '--write-baseline', 'known.txt', 'known.xml'], {cwd: folder});
const runs = {
	check: runAll('check', ...check, '--baseline', 'known.txt', '.', 'absent.xml'),
	advice: runAll('advice', ...check, '--fail-on', 'advice', 'astral.xml', 'suppressed.xml', 'edits.xml'),
	validate: runAll('validate', 'validate', '.'),
	clean: runAll('clean', ...check, 'right.xml'),
	'no schema': runAll('none', ...check, '--resources', broken, 'right.xml'),
};
const whole = runs.check.bytes;
const sarif = json(whole.sarif), documents = json(whole.json).documents, counts = json(whole.json).counts;

// --- what was run -------------------------------------------------------------

const expect = (name, actual, wanted) => report(name,
	JSON.stringify(actual) === JSON.stringify(wanted) ? [] : [`${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`]);

expect('exit codes', Object.values(runs).map(({status}) => status), [3, 1, 2, 0, 4]);
const findings = documents.flatMap(({diagnostics}) => diagnostics);
report('the folder has what is asked of it', Object.entries({
	'500 findings': findings.length > 500, 'related places': findings.some(({related}) => related),
	'a fix of several edits': findings.some(({fix}) => fix?.edits.length > 1), 'what is not shown': counts.notShown > 0,
	'what is suppressed': counts.suppressed > 0, 'what is known': counts.known > 0, 'what is not checked': counts.notChecked === 2,
	'what has nothing': documents.some(({verdict, diagnostics}) => verdict === 'pass' && !diagnostics.length),
}).filter(([, there]) => !there).map(([what]) => what));

// --- shape --------------------------------------------------------------------

const ajv = new Ajv2020({strict: true, allErrors: true, allowUnionTypes: true});
addFormats(ajv);
const compile = path => ajv.compile(json(readFileSync(path)));
const isReport = compile(join(root, 'schemas/report.schema.json'));
const isLine = compile(join(root, 'schemas/report-line.schema.json'));
const isAnswer = compile(join(root, 'schemas/answer.schema.json'));
const isGitlab = compile(join(shapes, 'gitlab.schema.json'));
const isRdjson = compile(join(shapes, 'rdjson.schema.json'));
const lenient = new Ajv2020({strict: false, allErrors: true});
addFormats(lenient);
const isSarif = lenient.compile(json(readFileSync(join(multitool, 'sarif-2.1.0.json'))));

const faults = (validate, value) => validate(value) ? []
	: validate.errors.slice(0, 5).map(({instancePath, message}) => `${instancePath}: ${message}`);
const lines = bytes => bytes.toString('utf8').trimEnd().split('\n').map(line => JSON.parse(line));

function judgeXml(name, bytes, format) {
	const {status, stderr} = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(shapes, `${format}.xsd`), '-'],
		{input: bytes, encoding: 'utf8'});
	report(`${name}: ${format} is valid by its schema`, status === 0 ? [] : [stderr.slice(0, 1000)]);
}

for (const [name, {bytes}] of Object.entries(runs)) {
	report(`${name}: json by ajv`, faults(isReport, json(bytes.json)));
	report(`${name}: jsonl by ajv`, lines(bytes.jsonl).flatMap(line => faults(isLine, line)));
	const [head, ...rest] = lines(bytes.jsonl), tail = rest.pop();
	expect(`${name}: jsonl is json in lines`, {...head, $schema: 'urn:diplodoc:report:1', documents: rest, ...tail}, json(bytes.json));
	report(`${name}: gitlab by ajv`, faults(isGitlab, json(bytes.gitlab)));
	report(`${name}: rdjson by ajv`, faults(isRdjson, json(bytes.rdjson)));
	report(`${name}: sarif by its schema`, faults(isSarif, json(bytes.sarif)));
	judgeXml(name, bytes.junit, 'junit');
	judgeXml(name, bytes.checkstyle, 'checkstyle');
}
// Answers to lines: good, not well-formed, not there, and no JSON at all.
const requests = [{id: 'a', path: 'right.xml'}, {id: 'b', xml: '<a>'}, {id: 'c', path: 'absent.xml'}]
	.map(request => JSON.stringify(request)).concat('{').join('\n');
const answers = [[], ['--out-dir', join(work, 'answered')]].flatMap(more => lines(spawnSync(program,
	['convert', '--force', '--to', 'text,html', ...more, '--jsonl', '-'], {cwd: folder, input: requests}).stdout));
report('answers by ajv', answers.length === 8 ? answers.flatMap(answer => faults(isAnswer, answer)) : [`${answers.length} of 8`]);
expect('an answer has a text, a path or a failure', [0, 4, 1].map(index => Object.keys(answers[index].outputs[0])[1]), ['text', 'path', 'failure']);

for (const [name, validate, value, change] of [
	['an answer without its number', isAnswer, answers[0], answer => delete answer.line],
	['an output that is nowhere', isAnswer, answers[1], ({outputs: [output]}) => delete output.failure],
	['a line that is none', isLine, lines(whole.jsonl)[1], line => delete line.verdict],
	['counts that lack one', isLine, lines(whole.jsonl).at(-1), line => delete line.counts.known],
	['a path that begins with a dot', isGitlab, json(whole.gitlab), ([issue]) => issue.location.path = './a.xml'],
	['a severity that is none', isGitlab, json(whole.gitlab), ([issue]) => issue.severity = 'error'],
	['a column 0', isRdjson, json(whole.rdjson), ({diagnostics: [{location}]}) => location.range.start.column = 0],
	['a level of ours', isSarif, json(whole.sarif), ({runs: [{results: [result]}]}) => result.level = 'advice'],
]) {
	change(value);
	report(`refused: ${name}`, validate(value) ? ['it is accepted'] : []);
}

// What the multitool may say: the program has no home page to name.
const pardoned = new Set(['SARIF2005']);

function runMultitool(name) {
	const log = join(work, `${name}.log`), binary = join(multitool, 'Sarif.Multitool');
	chmodSync(binary, 0o755); // its installation script does no more
	const input = join(work, `${name}.sarif`);
	writeFileSync(input, runs[name].bytes.sarif);
	const {status, stderr, error} = spawnSync(binary, ['validate', input, '-o', log, '--log', 'ForceOverwrite', '--rule-kind', 'Sarif;Ghas',
		'--level', 'Error;Warning'], {encoding: 'utf8', env: {...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1'}});
	if (error || !/^\s*\ufeff?\{/.test(readFileSync(log, 'utf8')))
		return [`it ends with ${status}: ${error ?? stderr}`];
	return JSON.parse(readFileSync(log, 'utf8').replace(/^\ufeff/, '')).runs[0].results
		.filter(({ruleId}) => !pardoned.has(ruleId))
		.map(({ruleId, message}) => `${ruleId} ${JSON.stringify(message)}`).slice(0, 5);
}

for (const name of ['check', 'advice', 'clean', 'no schema'])
	report(`${name}: sarif by the multitool`, runMultitool(name));

// --- agreement ----------------------------------------------------------------

const key = (...members) => finding => members.map(member => finding[member] ?? '-').join(' | ');
const compare = (name, actual, wanted, by) => {
	const have = actual.map(by).sort(), want = wanted.map(by).sort();
	const strange = have.filter((item, index) => item !== want[index]);
	report(name, have.length === want.length && !strange.length ? []
		: [`${have.length} and ${want.length}`, ...strange.slice(0, 3), ...want.filter(item => !have.includes(item)).slice(0, 3)]);
};

for (const [name, {bytes}] of Object.entries(runs)) {
	const told = read.readJson(json(bytes.json).documents);
	const all = key('file', 'line', 'column', 'id', 'level');
	compare(`${name}: sarif says what json says`, read.readSarif(json(bytes.sarif)), told, all);
	compare(`${name}: checkstyle says what json says`, read.readCheckstyle(bytes.checkstyle.toString('utf8')), told, all);
	compare(`${name}: gitlab says what json says`, read.readGitlab(json(bytes.gitlab)), told, all);
	compare(`${name}: rdjson says what json says`, read.readRdjson(json(bytes.rdjson)), told, key('file', 'line', 'id', 'level'));
	compare(`${name}: junit says what json says`, read.readJunit(bytes.junit.toString('utf8')), told.map(finding =>
		({...finding, level: finding.level === 'error' || name === 'advice' ? 'error' : 'less'})), all);
	const {found, rest} = read.readGithub(bytes.github.toString('utf8'));
	const {errors, warnings, advice, notChecked, notShown} = json(bytes.json).counts;
	expect(`${name}: github counts what json counts`, found.length + rest, errors + warnings + advice + notChecked + notShown);
	report(`${name}: github says nothing else`, found.filter(finding =>
		!told.some(other => all(other) === all(finding))).map(all));
	const levels = ['error', 'warning', 'advice'].map(level => found.filter(finding => finding.level === level).length);
	report(`${name}: github takes ten of a level`, levels.some(count => count > 10) ? [levels] : []);
}

const suites = read.readTags(whole.junit.toString('utf8'));
report('junit: counts are those of the elements', suites.flatMap(({name, attributes}, index) => {
	if (name !== 'testsuite')
		return [];
	const next = suites.findIndex((tag, at) => at > index && tag.name === 'testsuite');
	const inside = suites.slice(index, next < 0 ? undefined : next);
	return Object.entries({tests: 'testcase', failures: 'failure', errors: 'error', skipped: 'skipped'})
		.filter(([count, element]) => Number(attributes[count]) !== inside.filter(tag => tag.name === element).length)
		.map(([count]) => `${attributes.name}: ${count}`);
}));

// --- places and identity --------------------------------------------------------

const astral = readFileSync(join(folder, 'astral.xml'), 'utf8').split('\n');
const isHere = path => path === 'astral.xml';
const results = sarif.runs[0].results;
const regions = results.filter(({locations}) => isHere(locations[0].physicalLocation.artifactLocation.uri))
	.flatMap(({locations, fixes}) => [locations[0].physicalLocation.region, fixes[0].artifactChanges[0].replacements[0].deletedRegion]);
report('sarif: columns are code points', regions.length === 60 ? regions.map(({startLine, startColumn, endColumn}) =>
	[...astral[startLine - 1]].slice(startColumn - 1, endColumn - 1).join('')).filter(text => text !== '  ')
	: [`${regions.length} places`]);
expect('sarif: it says so', sarif.runs[0].columnKind, 'unicodeCodePoints');
const ranges = json(whole.rdjson).diagnostics.filter(({location}) => isHere(location.path))
	.flatMap(({location, suggestions: [{range}]}) => [location.range, range]);
report('rdjson: columns are bytes of UTF-8', ranges.length === 60 ? ranges.map(({start, end}) =>
	Buffer.from(astral[start.line - 1]).subarray(start.column - 1, end.column - 1).toString('utf8')).filter(text => text !== '  ')
	: [`${ranges.length} places`]);

const there = json(whole.json).documents.flatMap(({diagnostics}) => diagnostics.flatMap(({related = []}) =>
	related.filter(({file}) => file))).map(({file, place: {line, column}}) => [read.bare(file), line, column]);
expect('json: related places may stand in another file', there.map(([file]) => file), [read.shown(earlier)]);
expect('sarif: the same', results.flatMap(({relatedLocations = [], locations: [own]}) => relatedLocations.filter(
	({physicalLocation: {artifactLocation}}) => artifactLocation.uri !== own.physicalLocation.artifactLocation.uri))
	.map(({physicalLocation: {artifactLocation, region}}) =>
		[read.uriName(artifactLocation.uri), region.startLine, region.startColumn]), there);
expect('rdjson: the same, in lines, as it counts bytes', json(whole.rdjson).diagnostics.flatMap(({relatedLocations = [], location: own}) =>
	relatedLocations.map(({location}) => location).filter(({path}) => path !== own.path))
	.map(({path, range: {start}}) => [path, start.line]), there.map(([file, line]) => [file, line]));
report('text: the same', there.map(([file, line, column]) => `${file}:${line}:${column}: note: `)
	.filter(mark => !whole.text.includes(mark)));

const states = run => [...new Set(json(run.bytes.sarif).runs[0].results.map(({baselineState}) => baselineState))].sort();
expect('sarif: results are new or unchanged with a baseline', states(runs.check), ['new', 'unchanged']);
expect('sarif: results have no such state without one', states(runs.advice), [undefined]);
const marks = results.filter(({suppressions}) => suppressions);
expect('sarif: what is suppressed has its reason', marks.map(({suppressions: [{kind, justification}]}) => [kind, justification]),
	[['inSource', `${hostile}\\u{202e}`]]);
const tried = results.find(({message}) => message.text.includes('{{0}}'));
report('sarif: no link and no placeholder in a message', results.filter(({message}) =>
	/\]\(|(?<!\{)\{(\{\{)*(?!\{)/.test(message.text)).map(({message}) => message.text).concat(tried ? [] : ['none was tried']));
expect('sarif: successful where all was checked', Object.values(runs).map(({bytes}) =>
	json(bytes.sarif).runs[0].invocations[0].executionSuccessful), [false, true, false, true, false]);
report('sarif: every rule is described', results.filter(({ruleId, ruleIndex}) =>
	sarif.runs[0].tool.driver.rules[ruleIndex]?.id !== ruleId).map(({ruleId}) => ruleId));

const twice = values => values.filter((value, index) => values.indexOf(value) !== index);
const sarifPrints = run => json(run.bytes.sarif).runs[0].results.map(result => result.partialFingerprints['diplodoc/v1']);
const gitlabPrints = run => json(run.bytes.gitlab).map(({fingerprint}) => fingerprint);
report('sarif: fingerprints are unique', twice(sarifPrints(runs.check)));
report('gitlab: fingerprints are unique', twice(gitlabPrints(runs.check)));
cpSync(join(folder, 'astral.xml'), join(folder, 'before'));
writeFileSync(join(folder, 'astral.xml'), readFileSync(join(folder, 'before'), 'utf8')
	.replace('<meeting ', '<!-- One. -->\n\n  <!-- Two. -->\n  <meeting ')
	.replace('<body>', '<body>\n    <item><statement speaker="p q" act="agree">They talked.</statement></item>'));
const later = runAll('later', ...check, '--fail-on', 'advice', 'astral.xml', 'suppressed.xml', 'edits.xml');
expect('sarif: fingerprints outlive lines above', sarifPrints(later), sarifPrints(runs.advice));
expect('gitlab: fingerprints outlive lines above', gitlabPrints(later), gitlabPrints(runs.advice));

// --- bytes --------------------------------------------------------------------

const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
for (const format of formats)
	report(`${format}: UTF-8 without characters that hide or turn others`, Object.entries(runs).flatMap(([name, {bytes}]) => {
		try {
			const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes[format]);
			return [...new Set(text.match(raw))].map(character => `${name}: U+${character.codePointAt(0).toString(16)}`);
		} catch (error) {
			return [`${name}: ${error.message}`];
		}
	}));
finish();
