/** `npm start` as a newcomer meets it: the sample's result, then a page under https. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { get } from 'node:https';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ARGUMENTS = ['--import', 'tsx', join(root, 'src/cli/start.ts')];
/** No desktop: nothing may be opened while tests run. */
const ENVIRONMENT = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };

function fetchText(url: string): Promise<{ status: number; text: string; type: string }> {
  return new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, type: response.headers['content-type'] ?? '' }),
      );
    }).on('error', reject);
  });
}

describe('npm start', () => {
  it('runs the sample, then serves the page, the add-in and office.js until it is ended', async () => {
    const child = spawn(process.execPath, [...ARGUMENTS, '--port', '0'], { cwd: root, env: ENVIRONMENT });
    let output = '';
    let errors = '';
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (part: Buffer) => {
        output += part.toString();
        const found = /https:\/\/localhost:\d+\//.exec(output)?.[0];
        if (found !== undefined) resolve(found);
      });
      child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
      child.on('exit', () => reject(new Error(`It ended: ${errors}`)));
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    try {
      assert.match(output, /Checks: /);
      const page = await fetchText(url);
      assert.equal(page.status, 200);
      assert.match(page.text, /<div class="sheet-area"/);
      const pane = await fetchText(`${url}taskpane.html`);
      assert.match(pane.text, /src="?\/office-js\/office\.js/, 'the pane loads office.js from here');
      assert.doesNotMatch(pane.text, /<script[^>]+appsforoffice/);
      assert.match((await fetchText(`${url}functions.json`)).type, /^application\/json/);
      assert.equal((await fetchText(`${url}office-js/office.js`)).status, 200);
      for (const path of ['nowhere', '..%2fpackage.json', 'office-js/..%2f..%2fpackage.json', '%'])
        assert.notEqual((await fetchText(url + path)).status, 200, path);
    } finally {
      child.kill('SIGTERM');
    }
    assert.equal(await ended, 0);
    assert.equal(errors, '');
  });

  it('refuses what it does not understand in one line, before anything runs', () => {
    for (const args of [['--port', 'x'], ['--port', '70000'], ['--file', 'nowhere.xlsx'], ['--serve']]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [...ARGUMENTS, ...args], {
        cwd: root,
        env: ENVIRONMENT,
        encoding: 'utf8',
      });
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^[^\n]+\n$/);
    }
  });
});
