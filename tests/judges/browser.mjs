// SPDX-License-Identifier: MIT
// Debian's Chromium without a window, with a profile of its own.
import {join} from 'node:path';
import {chromium} from 'playwright-core';

/** A context with one tab; its profile stands in `folder`. Close it. */
export function openBrowser(folder) {
	return chromium.launchPersistentContext(join(folder, 'profile'), {
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
		headless: true,
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking',
			'--no-first-run'],
		bypassCSP: false,
	});
}
