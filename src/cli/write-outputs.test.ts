import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.ts';
import { temporaryName } from './temporary-files.ts';
import { writeOutputs } from './write-outputs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe("A run's results", () => {
  let folder = '';
  const at = (name: string) => join(folder, name);
  const text = (name: string) => readFileSync(at(name), 'utf8');
  const both = (json = at('out.json')) => [
    { path: at('out.xlsx'), content: new Uint8Array([110, 101, 119]) },
    { path: json, content: 'new' },
  ];
  const refuses = (act: () => void, message: RegExp) =>
    assert.throws(act, (error) => error instanceof Refusal && message.test(error.message));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regrant-outputs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are written together, over what was there', () => {
    writeFileSync(at('out.json'), 'old');
    writeOutputs(both());
    assert.deepEqual([text('out.xlsx'), text('out.json')], ['new', 'new']);
    assert.deepEqual(readdirSync(folder).sort(), ['out.json', 'out.xlsx']);
  });

  it('leave everything as it was where one of them cannot be written', () => {
    refuses(
      () => writeOutputs(both(at('none/out.json'))),
      /out\.json cannot be written: its folder does not exist/,
    );
    assert.deepEqual(readdirSync(folder), []);
    writeFileSync(at('out.xlsx'), 'old');
    refuses(() => writeOutputs(both(at('none/out.json'))), /its folder does not exist/);
    assert.deepEqual([readdirSync(folder), text('out.xlsx')], [['out.xlsx'], 'old']);
  });

  it('leave everything as it was where the second cannot be moved into its place', () => {
    for (const first of ['old', undefined]) {
      if (first === undefined) rmSync(at('out.xlsx'));
      else writeFileSync(at('out.xlsx'), first);
      mkdirSync(at('out.json'), { recursive: true });
      refuses(() => writeOutputs(both()), /out\.json cannot be written/);
      assert.equal(existsSync(at('out.xlsx')) ? text('out.xlsx') : undefined, first);
      assert.deepEqual(readdirSync(folder), first === undefined ? ['out.json'] : ['out.json', 'out.xlsx']);
    }
  });

  it('keep the mode of what was there', function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(at('out.xlsx'), 'old');
    chmodSync(at('out.xlsx'), 0o640);
    writeFileSync(at('out.json'), 'old');
    chmodSync(at('out.json'), 0o600);
    writeOutputs(both());
    assert.deepEqual(
      ['out.xlsx', 'out.json'].map((name) => statSync(at(name)).mode & 0o777),
      [0o640, 0o600],
    );
  });

  it('are refused by a full disk, which keeps what it had', function () {
    mkdirSync(at('small'));
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at('small')]).status !== 0) this.skip();
    try {
      writeFileSync(at('small/out.xlsx'), 'old');
      const large = { path: at('small/out.xlsx'), content: new Uint8Array(200_000) };
      refuses(() => writeOutputs([large]), /out\.xlsx cannot be written: the disk is full/);
      assert.deepEqual([readdirSync(at('small')), text('small/out.xlsx')], [['out.xlsx'], 'old']);
    } finally {
      spawnSync('umount', [at('small')]);
    }
  });

  it('remove what killed runs left in the folder, and nothing else', async () => {
    // A process that names a temporary file, writes it and is killed.
    const script = `
      import { writeFileSync } from 'node:fs';
      const { temporaryName } = await import('${ROOT}/src/cli/temporary-files.ts');
      for (let i = 0; i < 3; i++) writeFileSync(temporaryName(process.argv[1]), 'half');
      process.stdout.write('written');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, folder], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const others = ['.regrant-notes.tmp', '.book.xlsx.1234', 'regrant.tmp'];
    for (const name of others) writeFileSync(at(name), 'mine');
    const running = temporaryName(folder);
    writeFileSync(running, 'being written');

    writeOutputs(both());
    assert.equal(readdirSync(folder).length, 2 + 3 + others.length + 1, 'the live run keeps its files');

    child.kill('SIGKILL');
    await ended;
    writeOutputs(both());
    const expected = ['out.json', 'out.xlsx', ...others, basename(running)];
    assert.deepEqual(readdirSync(folder).sort(), expected.sort());
  });

  it('remove what another process of the same number left', function () {
    const [, machine] = /^\.regrant-([0-9a-f]{8})-/.exec(basename(temporaryName(folder))) ?? [];
    if (!existsSync('/proc/self/stat')) this.skip();
    const name = `.regrant-${String(machine)}-${process.pid}-12-00000000-0000-0000-0000-000000000000.tmp`;
    writeFileSync(at(name), 'half');
    writeOutputs(both());
    assert.deepEqual(readdirSync(folder).sort(), ['out.json', 'out.xlsx']);
  });
});
