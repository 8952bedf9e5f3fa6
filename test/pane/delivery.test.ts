/** What the pane's page loads and lets in: its weight, and its content security policy. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const built = (name: string): string => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

/** The most that the pane's scripts may weigh when it opens, compressed. */
const LARGEST_PANE = 320 * 1024;

describe("the pane's page", () => {
  const page = built('taskpane.html');
  const policy = new Map(
    (/Content-Security-Policy"?\s+content="([^"]+)"/.exec(page)?.[1] ?? '')
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );

  it('loads no more than 320 KB of script, compressed', () => {
    const weight = ['taskpane.js', 'pane.js'].reduce((sum, name) => sum + gzipSync(built(name)).length, 0);
    assert.ok(weight <= LARGEST_PANE, `${weight} bytes`);
  });

  it('runs scripts of its own and of Office alone, none inline, and evaluates no text', () => {
    assert.deepEqual(policy.get('script-src'), ["'self'", 'https://appsforoffice.microsoft.com']);
    assert.doesNotMatch(page, /unsafe-|<script(?![^>]*\bsrc=)|\son\w+=/);
    for (const name of ['taskpane.js', 'pane.js', 'german.js'])
      assert.doesNotMatch(built(name), /\beval\(|new Function\(/, name);
  });

  it('lets in a style element that is empty, and no other', () => {
    const ofNothing = createHash('sha256').update('').digest('base64');
    assert.deepEqual(policy.get('style-src'), ["'self'", `'sha256-${ofNothing}'`]);
  });

  it('may frame the page of Microsoft that says whether a host unknown to office.js is to be trusted', () => {
    // office.js, OSF.InitializationHelper.checkReceiverOriginAndRun: AgaveErrorUX/index.html beside office.js.
    const officeJs = /<script[^>]*\bsrc="?([^"\s>]*office\.js)/.exec(page)?.[1] ?? '';
    assert.deepEqual(policy.get('frame-src'), ["'self'", new URL(officeJs).origin]);
  });

  it('may be framed by Excel on the web', () => {
    assert.equal(policy.has('frame-ancestors'), false);
  });
});
