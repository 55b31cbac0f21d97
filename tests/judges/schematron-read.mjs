// SPDX-License-Identifier: MIT
// Makes a file of Schematron into what node-schematron knows: it has no
// abstract patterns and rules, no keys, diagnostics and subjects, does not
// look at attributes as contexts, and wants an id on every check.
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import * as slimdom from 'slimdom';
import fontoxpath from 'fontoxpath';

const names = {sch: 'http://purl.oclc.org/dsdl/schematron', xsl: 'http://www.w3.org/1999/XSL/Transform'};
const options = {namespaceResolver: prefix => names[prefix] ?? null};
const attributeContext = /^(.*?)(\/?)@([\w:-]+)$/;

const find = (path, node) => fontoxpath.evaluateXPathToNodes(path, node, null, {}, options);
const value = (node, name) => node.getAttribute(name);

function replace(node, children) {
	for (const child of children)
		node.parentNode.insertBefore(child, node);
	node.remove();
}

function include(document, folder) {
	for (const node of find('//sch:include', document)) {
		const other = slimdom.parseXmlDocument(readFileSync(join(folder, value(node, 'href')), 'utf8'));
		include(other, folder);
		replace(node, [document.importNode(other.documentElement, true)]);
	}
}

/** A copy of all children, with the parameters filled in. */
function copyChildren(node, params) {
	const copies = [...node.childNodes].map(child => child.cloneNode(true));
	for (const {ownerElement: owner, name, value: text} of copies.flatMap(copy => find('.//@*', copy)))
		owner.setAttribute(name, text.replace(/\$([\w.-]+)/g, (all, param) => params.get(param) ?? all));
	return copies;
}

function fillPatterns(document) {
	for (const node of find('//sch:pattern[@is-a]', document)) {
		const [base] = find(`//sch:pattern[@abstract = 'true'][@id = '${value(node, 'is-a')}']`, document);
		const params = new Map(find('sch:param', node).map(param => [value(param, 'name'), value(param, 'value')]));
		find('sch:param', node).forEach(param => param.remove());
		copyChildren(base, params).forEach(child => node.appendChild(child));
	}
	find("//sch:pattern[@abstract = 'true']", document).forEach(node => node.remove());
}

/** Checks without an id are called by their rule, else their pattern, and a number. */
function nameChecks(document) {
	for (const rule of find('//sch:rule[@id]', document))
		find('sch:assert | sch:report', rule).forEach((check, index) =>
			value(check, 'id') || check.setAttribute('id', `${value(rule, 'id')}-${index + 1}`));
}

function nameLateChecks(document) {
	for (const pattern of find('//sch:pattern', document))
		find('.//sch:assert | .//sch:report', pattern).forEach((check, index) =>
			value(check, 'id') || check.setAttribute('id', `${value(pattern, 'id')}-${index + 1}`));
}

function extendRules(document) {
	for (let found; (found = find("//sch:rule[not(@abstract = 'true')]/sch:extends", document)).length;)
		for (const node of found) {
			const [rule] = find(`../../sch:rule[@abstract = 'true'][@id = '${value(node, 'rule')}']`, node);
			replace(node, copyChildren(rule, new Map()));
		}
	find("//sch:rule[@abstract = 'true']", document).forEach(rule => rule.remove());
}

/** The context `a/@b` becomes `a[@b]`, and what is asked there `@b/(...)`. */
function raiseAttributes(rule) {
	const alternatives = value(rule, 'context').split('|').map(text => attributeContext.exec(text.trim()));
	if (!alternatives.every(Boolean))
		return '';
	const name = alternatives[0][3];
	rule.setAttribute('context', alternatives.map(([, path, slash]) =>
		`${path}${slash && !path ? '*' : ''}${path || slash ? '' : '*'}[@${name}]`).join(' | '));
	for (const attribute of find('.//@test | .//@select | .//@path | .//sch:let/@value', rule))
		attribute.value = `@${name}/(${attribute.value})`;
	return `/@${name}`;
}

/** current() is a variable, as rules of node-schematron have no such function. */
function nameCurrent(document) {
	for (const rule of find('//sch:rule', document)) {
		const step = raiseAttributes(rule);
		for (const attribute of find('.//@test | .//@select | .//@path | .//sch:let/@value', rule))
			attribute.value = attribute.value.replaceAll('current()', `$current${step}`);
		const current = document.createElementNS(names.sch, 'let');
		current.setAttribute('name', 'current');
		rule.insertBefore(current, rule.firstChild);
		rule.setAttribute('attribute', step);
	}
}

/** Diagnostics stand behind the message. */
function joinDiagnostics(document) {
	for (const check of find('//*[@diagnostics]', document))
		for (const id of value(check, 'diagnostics').trim().split(/\s+/)) {
			check.appendChild(document.createTextNode(' + '));
			const [diagnostic] = find(`//sch:diagnostic[@id = '${id}']`, document);
			copyChildren(diagnostic, new Map()).forEach(child => check.appendChild(child));
		}
	for (let found; (found = find('//sch:emph | //sch:span | //sch:dir', document)).length;)
		found.forEach(node => replace(node, [...node.childNodes]));
}

/** {text, ids of the phase, subjects by id, keys}: a subject is an expression at the context. */
export function readSchema(path, phase) {
	const document = slimdom.parseXmlDocument(readFileSync(path, 'utf8'));
	include(document, dirname(path));
	nameChecks(document);
	fillPatterns(document);
	joinDiagnostics(document);
	extendRules(document);
	nameLateChecks(document);
	nameCurrent(document);
	const active = new Set(find(`//sch:phase[@id = '${phase}']/sch:active`, document)
		.map(node => value(node, 'pattern')));
	const checks = find('//sch:assert | //sch:report', document)
		.filter(check => phase === '#ALL' || active.has(value(check.parentNode.parentNode, 'id')));
	return {
		text: slimdom.serializeToWellFormedString(document),
		ids: [...new Set(checks.map(check => value(check, 'id')))],
		subjects: new Map(checks.map(check => [value(check, 'id'),
			value(check, 'subject') ?? `.${value(check.parentNode, 'attribute')}`])),
		keys: find('//xsl:key', document).map(key =>
			({name: value(key, 'name'), match: value(key, 'match'), use: value(key, 'use')})),
	};
}
