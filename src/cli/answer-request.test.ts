import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerRequest, type Folders } from './answer-request.ts';

describe('The server of npm start', () => {
  let server: Server;
  let port = 0;
  let root = '';
  let folders: Folders;
  const at = (name: string) => join(root, name);

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'regrant-serve-'));
    for (const name of ['page', 'office', 'dist', 'dist/sub']) mkdirSync(at(name));
    writeFileSync(at('page/index.html'), '<p>host</p>');
    writeFileSync(at('dist/taskpane.html'), 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
    writeFileSync(at('dist/manifest.xml'), '<OfficeApp/>');
    writeFileSync(at('dist/empty.json'), '');
    writeFileSync(at('secret.txt'), 'secret');
    writeFileSync(at('büch.xlsx'), Buffer.alloc(2_000_000, 1));
    folders = { page: at('page'), officeJs: at('office'), dist: at('dist'), file: at('büch.xlsx') };
    server = createServer((request, response) => void answerRequest(request, response, folders));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** Sends text as it is, and gives back the whole answer. */
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.setEncoding('latin1').on('data', (part: string) => (answer += part));
      socket.on('close', () => resolve(answer)).on('error', reject);
    });
  const ask = (target: string, { method = 'GET', host = `localhost:${port}`, more = '' } = {}) =>
    raw(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`);
  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

  it('answers or refuses each address, and lives on', async () => {
    const refused = [
      '//',
      '//evil.example/',
      '///',
      '/%',
      '/%00',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/../secret.txt',
      '/host/%2e%2e/%2e%2e/secret.txt',
      '/office-js/..%5c..%5csecret.txt',
      '/%ff',
      '/sub',
      '/sub/',
      '/workbook/',
      'https://evil.example/',
      '*',
      '?',
      '/host/',
      `/${'x'.repeat(5000)}`,
      '/taskpane.html/x',
    ];
    for (const target of refused) {
      const answer = await ask(target);
      assert.ok([400, 404].includes(statusOf(answer)), `${target.slice(0, 60)}: ${answer.slice(0, 80)}`);
      assert.doesNotMatch(answer, /secret\n?$/);
    }
    assert.equal(statusOf(await ask(`/${'x'.repeat(100_000)}`)), 431);
    for (const target of ['/', '/?read-only', '/taskpane.html', '/empty.json', '/workbook'])
      assert.equal(statusOf(await ask(target)), 200, target);
  });

  it('answers GET and HEAD only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])
      assert.equal(statusOf(await ask('/', { method })), 405, method);
    assert.equal(statusOf(await ask('/', { method: 'NONSENSE' })), 400);
    const head = await ask('/taskpane.html', { method: 'HEAD' });
    assert.equal(statusOf(head), 200);
    assert.match(head, /\r\n\r\n$/);
  });

  it('gives the whole file where a range is asked for', async () => {
    const answer = await ask('/taskpane.html', { more: 'Range: bytes=0-1\r\n' });
    assert.equal(statusOf(answer), 200);
    assert.match(answer, /\/office-js\/office\.js$/);
  });

  it('answers to the names of this machine only', async () => {
    for (const host of ['localhost', `localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST'])
      assert.equal(statusOf(await ask('/', { host })), 200, host);
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      'evil.example:3000',
      'localhost@evil',
      '0.0.0.0',
      '',
    ])
      assert.ok([400, 421].includes(statusOf(await ask('/workbook', { host }))), host);
  });

  it('gives its own page a policy, and lets only its own pages frame the add-in', async () => {
    assert.match(await ask('/'), /content-security-policy: default-src 'none'; script-src 'self'/);
    const ancestors = (other: string) => `frame-ancestors 'self' https://${other}:${port}\r\n`;
    assert.ok((await ask('/taskpane.html')).includes(`content-security-policy: ${ancestors('127.0.0.1')}`));
    const otherName = await ask('/taskpane.html', { host: `127.0.0.1:${port}` });
    assert.ok(otherName.includes(`content-security-policy: ${ancestors('localhost')}`));
    assert.ok((await ask('/office-js/AgaveErrorUX/index.html')).includes(`; ${ancestors('127.0.0.1')}`));
  });

  it('names its other address, from which an add-in’s page is on another host', async () => {
    assert.ok((await ask('/manifest.xml')).includes(`x-other-origin: https://127.0.0.1:${port}\r\n`));
    assert.ok((await ask('/')).includes(`frame-src 'self' https://127.0.0.1:${port};`));
  });

  it('outlives readers that go away in the middle, and a workbook that goes away', async () => {
    for (let i = 0; i < 5; i++)
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write('GET /workbook HTTP/1.1\r\nHost: localhost\r\n\r\n');
          socket.once('data', () => {
            socket.destroy();
            resolve();
          });
        });
      });
    await raw('\r\n\r\nnonsense\r\n\r\n');
    chmodSync(at('büch.xlsx'), 0o000);
    assert.ok([200, 500].includes(statusOf(await ask('/workbook'))), 'root may read it all the same');
    rmSync(at('büch.xlsx'));
    assert.equal(statusOf(await ask('/workbook')), 404);
    assert.equal(statusOf(await ask('/')), 200);
  });
});
