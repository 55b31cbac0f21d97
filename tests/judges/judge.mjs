// SPDX-License-Identifier: MIT
// What all judges share: the outputs of all samples, and reports in TAP.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

// Tests are started in the root of the source tree.
export const root = process.cwd();
export const samples = resolve(process.env.DIPLODOC_SAMPLES || 'samples');
export const program = resolve(process.env.DIPLODOC || 'build/diplodoc');

export const work = mkdtempSync(join(tmpdir(), 'dd-judges-'));
process.on('exit', () => rmSync(work, {recursive: true, force: true}));

let count = 0;

/** One line of TAP, and each fault as a comment. */
export function report(name, faults) {
	count++;
	console.log(`${faults.length ? 'not ok' : 'ok'} ${count} - ${name}`);
	for (const fault of faults)
		console.log(`#   ${String(fault).replaceAll('\n', '\n#   ')}`);
	if (faults.length)
		process.exitCode = 1;
}

export function finish() {
	console.log(`1..${count}`);
}

/** The paths of all samples, in order. */
export function samplePaths() {
	return readdirSync(samples).filter(name => name.endsWith('.xml'))
		.sort().map(name => join(samples, name));
}

/** What the program prints. Findings are its business, other failures end the test. */
export function run(...args) {
	const {status, stdout, stderr} = spawnSync(program, args,
		{encoding: 'utf8', maxBuffer: 1 << 28});
	if (status !== 0 && status !== 1) {
		report(`diplodoc ${args[0]} ends with ${status}`, [stderr]);
		finish();
		process.exit(1);
	}
	return stdout;
}

/** All samples in one format: [{name, path, text}], in the order of samples. */
export function convert(format) {
	const folder = join(work, format);
	const paths = samplePaths();
	run('convert', '--to', format, '--out-dir', folder, ...paths);
	const outputs = readdirSync(folder).sort().map(file => {
		const path = join(folder, file);
		return {name: file.replace(/\..*/, ''), path, text: readFileSync(path, 'utf8')};
	});
	report(`${format}: a file for each of ${paths.length} samples`,
		paths.length && outputs.length === paths.length ? [] : [`${outputs.length} files`]);
	return outputs;
}
