// SPDX-License-Identifier: MIT
// The functions that rules of a house may call, written once more: regular
// expressions of JavaScript, days by Date, zones by Intl.
import fontoxpath from 'fontoxpath';

const dayLength = 86400000;
const letterOrDigit = /[\p{L}0-9]/u;

/** A day as a number, or NaN. */
function dayOf(text) {
	const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
	const value = parts ? Date.parse(`${text}T00:00:00Z`) : NaN;
	return new Date(value).toJSON()?.startsWith(text) ? value / dayLength : NaN;
}

function addDays(date, days) {
	const sum = dayOf(date) + Number(days);
	return Number.isInteger(sum) ? new Date(sum * dayLength).toJSON().slice(0, 10) : '';
}

function weekday(date) {
	const day = dayOf(date);
	return Number.isNaN(day) ? NaN : new Date(day * dayLength).getUTCDay() || 7;
}

function minutes(duration) {
	const parts = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration);
	return parts ? 60 * (parts[1] ?? 0) + Number(parts[2] ?? 0) : NaN;
}

function zoneOffset(zone, when) {
	const moment = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(when) ? Date.parse(when) : NaN;
	if (Number.isNaN(moment))
		return '';
	try {
		const format = new Intl.DateTimeFormat('en', {timeZone: zone, timeZoneName: 'longOffset'});
		const {value} = format.formatToParts(moment).find(({type}) => type === 'timeZoneName');
		return value === 'GMT' ? '+00:00' : value.slice(3, 9);
	} catch {
		return '';
	}
}

function pattern(text, flags, more = '') {
	return new RegExp(text, `u${flags}${more}`);
}

const functions = {
	matches: [3, 'xs:boolean', (text, regex, flags) => pattern(regex, flags).test(text)],
	replace: [4, 'xs:string', (text, regex, words, flags) =>
		text.replace(pattern(regex, flags, 'g'), words)],
	nfc: [1, 'xs:string', text => text.normalize('NFC')],
	'lower-case': [1, 'xs:string', text => text.toLowerCase()],
	words: [1, 'xs:double', text =>
		text.split(/[ \t\r\n\u00a0\u3000]+/).filter(word => letterOrDigit.test(word)).length],
	'date-add': [2, 'xs:string', addDays],
	days: [2, 'xs:double', (from, to) => dayOf(to) - dayOf(from)],
	weekday: [1, 'xs:double', weekday],
	minutes: [1, 'xs:double', minutes],
	'zone-offset': [2, 'xs:string', zoneOffset],
};

function register(namespaceURI, localName, count, type, call) {
	fontoxpath.registerCustomXPathFunction({namespaceURI, localName},
		Array(count).fill('xs:anyAtomicType?'), type,
		(facade, ...values) => call(...values.map(value => String(value ?? ''))));
}

for (const [name, [count, type, call]] of Object.entries(functions)) {
	register('urn:diplodoc:functions:1', name, count, type, call);
	// The flags may be left out.
	if (count > 2)
		register('urn:diplodoc:functions:1', name, count - 1, type,
			(...values) => call(...values, ''));
}

let indexes = new Map();

/** Makes key() look into this document, by the keys {name, match, use}. */
export function useKeys(document, keys, options) {
	indexes = new Map();
	for (const {name, match, use} of keys) {
		const index = indexes.get(name) ?? new Map();
		indexes.set(name, index);
		for (const node of fontoxpath.evaluateXPathToNodes(`//(${match})`, document, null, {}, options))
			for (const value of fontoxpath.evaluateXPathToStrings(use, node, null, {}, options))
				index.set(value, [...index.get(value) ?? [], node]);
	}
}

fontoxpath.registerCustomXPathFunction(
	{namespaceURI: 'http://www.w3.org/2005/xpath-functions', localName: 'key'},
	['xs:string', 'xs:string*'], 'node()*',
	(facade, name, values) => [...new Set(values.flatMap(value => indexes.get(name)?.get(value) ?? []))]);
