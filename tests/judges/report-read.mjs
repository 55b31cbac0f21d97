// SPDX-License-Identifier: MIT
// Every report as the findings that it shows: [{file, line, column, id, level, print}],
// levels in the words of diplodoc. `line` is undefined where the whole file is meant.

const back = (words, level) => Object.keys(words).find(word => words[word] === level) ?? `unknown ${level}`;

// As a report for people shows what is not safe to show; U+FFFD stands in JSON for the
// one byte that is no UTF-8.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffd]/g;
export const shown = text => text.replace(unsafe, character => {
	const code = character.codePointAt(0);
	if (code === 0xfffd)
		return '\\xff';
	return code === 9 ? ' ' : code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}`
		: `\\u{${code.toString(16).padStart(4, '0')}}`;
});

export const bare = file => shown(file.replace(/^\.\//, ''));

/** Those of JSON that count, and what stands for a file as a whole. */
export function readJson(documents) {
	return documents.flatMap(({file, failure, diagnostics, notShown}) => [
		...diagnostics.filter(({suppressed, known}) => !suppressed && !known).map(({place, id, level}) =>
			({file: bare(file), line: place.line, column: place.column, id, level})),
		...failure ? [{file: bare(file), id: 'engine/not-checked', level: 'error'}] : [],
		...notShown ? [{file: bare(file), id: 'engine/not-shown', level: 'error'}] : [],
	]);
}

export const uriName = uri => shown(Buffer.from(uri.replace(/%([0-9A-F]{2})/g, (_, hex) =>
	String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8'));

/** The results that count, and the notifications. */
export function readSarif({runs: [run]}) {
	const words = {error: 'error', warning: 'warning', advice: 'note'};
	const place = ({physicalLocation: {artifactLocation, region}}) =>
		({file: uriName(artifactLocation.uri), line: region?.startLine, column: region?.startColumn});
	return [
		...run.results.filter(({suppressions, baselineState}) => !suppressions && baselineState !== 'unchanged')
			.map(({ruleId, level, locations: [location]}) =>
				({...place(location), id: ruleId, level: back(words, level)})),
		...run.invocations[0].toolExecutionNotifications.map(({level, locations: [location]}) =>
			({...place(location), id: level === 'error' ? 'engine/not-checked' : 'engine/not-shown', level: 'error'})),
	];
}

const whole = id => id === 'engine/not-checked' || id === 'engine/not-shown';

export function readGitlab(issues) {
	const words = {error: 'critical', warning: 'minor', advice: 'info'};
	return issues.map(({check_name: id, severity, location: {path, positions: {begin}}}) => ({
		file: path, line: whole(id) ? undefined : begin.line, column: whole(id) ? undefined : begin.column, id,
		level: severity === 'blocker' ? 'error' : back(words, severity),
	}));
}

/** Columns are left as they are, in bytes. */
export function readRdjson({diagnostics}) {
	const words = {error: 'ERROR', warning: 'WARNING', advice: 'INFO'};
	return diagnostics.map(({severity, code, location: {path, range}}) =>
		({file: path, line: range?.start.line, column: range?.start.column, id: code.value, level: back(words, severity)}));
}

const entities = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"};
const decode = text => text.replace(/&([^;]*);/g, (_, name) => entities[name] ?? `unknown ${name}`);

/** The tags of XML that xmllint found well-formed: [{name, attributes}]. */
export function readTags(xml) {
	return [...xml.matchAll(/<([a-z-]+)((?: [a-z]+="[^"]*")*)\/?>/g)].map(([, name, attributes]) => ({
		name, attributes: Object.fromEntries([...attributes.matchAll(/([a-z]+)="([^"]*)"/g)]
			.map(([, key, value]) => [key, decode(value)])),
	}));
}

const number = text => text === undefined ? undefined : Number(text);

export function readCheckstyle(xml) {
	const words = {error: 'error', warning: 'warning', advice: 'info'};
	let file;
	return readTags(xml).flatMap(({name, attributes: a}) => {
		if (name === 'file')
			file = a.name;
		return name === 'error' ? [{file, line: number(a.line), column: number(a.column),
			id: a.source.replace(/^diplodoc\./, ''), level: back(words, a.severity)}] : [];
	});
}

/** Cases that fail; others have no level, and what is left out is skipped. */
export function readJunit(xml) {
	const found = [];
	for (const {name, attributes: a} of readTags(xml)) {
		const [, id, line, column] = /^(\S+) at (\d+):(\d+)/.exec(a.name ?? '') ?? [];
		if (name === 'testcase' && a.name !== 'nothing found')
			found.push({file: a.classname, line: number(line), column: number(column),
				id: id ?? `engine/${a.name.replace(' ', '-')}`, level: 'less'});
		else if (name === 'skipped')
			found.pop();
		else if (name === 'failure' || name === 'error')
			found.at(-1).level = 'error';
	}
	return found;
}

/** The workflow commands; the last one may be the count of what is left out: {found, rest}. */
export function readGithub(text) {
	const words = {error: 'error', warning: 'warning', advice: 'notice'};
	const plain = value => value.replace(/%(25|0A|0D|2C|3A)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
	const found = [];
	let rest = 0;
	for (const line of text.split('\n').slice(0, -1)) {
		const [, command, properties, message] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
		const {title, file, line: at, col} = Object.fromEntries((properties ?? '').split(',')
			.map(property => property.match(/^(\w+)=(.*)$/)?.slice(1).map(plain) ?? ['bad', property]));
		if (title === 'diplodoc')
			rest = Number(/^\d+/.exec(message)[0]);
		else
			found.push({file, line: number(at), column: number(col), level: back(words, command), message: plain(message ?? ''),
				id: title === 'not checked' ? 'engine/not-checked' : title});
	}
	return {found, rest};
}
