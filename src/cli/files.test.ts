import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Refusal } from './refusal.ts';
import { readInput, refuseTargets } from './files.ts';

describe("An exchange's files", () => {
  let folder = '';
  const at = (name: string) => join(folder, name);
  const refuses = (act: () => void, message: RegExp) =>
    assert.throws(act, (error) => error instanceof Refusal && message.test(error.message));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regrant-files-'));
    writeFileSync(at('book.xlsx'), 'book');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('must be there and be files', () => {
    refuses(() => readInput(at('none.xlsx')), /there is no such file/);
    refuses(() => readInput(folder), /is a folder/);
  });

  it('are never written over the input, by whatever name it goes', () => {
    linkSync(at('book.xlsx'), at('hard.xlsx'));
    symlinkSync(folder, at('here'));
    for (const name of ['book.xlsx', 'hard.xlsx', 'here/book.xlsx', './x/../book.xlsx'])
      refuses(() => refuseTargets(at('book.xlsx'), [`${folder}/${name}`]), /is the input/);
  });

  it('are never put in the place of a folder, a pipe or a link, which stay as they are', function () {
    mkdirSync(at('sub'));
    symlinkSync(at('book.xlsx'), at('link.json'));
    symlinkSync(at('nowhere'), at('dangling.json'));
    const special = ['sub', 'sub/', 'link.json', 'dangling.json'];
    if (spawnSync('mkfifo', [at('pipe')]).status === 0) special.push('pipe');
    const before = special.map((name) => lstatSync(at(name)).mode);
    for (const name of special)
      refuses(
        () => refuseTargets(at('other.xlsx'), [`${folder}/${name}`]),
        /is a (folder|link|pipe): name a file/,
      );
    assert.deepEqual(
      special.map((name) => lstatSync(at(name)).mode),
      before,
    );
  });

  it('are never put in the place of a device', function () {
    // Read only, and never written: what there is on every such machine.
    if (!existsSync('/dev/null')) this.skip();
    refuses(() => refuseTargets(at('book.xlsx'), ['/dev/null']), /is a device: name a file/);
    assert.ok(lstatSync('/dev/null').isCharacterDevice());
  });

  it('are not put in the place of one that is kept from writing, or in a folder that is', function () {
    // For root nothing is kept from writing: as root the test is somebody else for a moment.
    const { getuid, seteuid } = process;
    if (getuid === undefined || seteuid === undefined) return this.skip();
    const isRoot = getuid() === 0;
    writeFileSync(at('final.xlsx'), 'final');
    if (isRoot) for (const path of [folder, at('final.xlsx')]) chownSync(path, 65534, 65534);
    chmodSync(at('final.xlsx'), 0o444);
    if (isRoot) process.seteuid?.(65534);
    try {
      refuses(
        () => refuseTargets(at('book.xlsx'), [at('final.xlsx')]),
        /final\.xlsx cannot be written: permission/,
      );
      chmodSync(folder, 0o555);
      refuses(
        () => refuseTargets(at('book.xlsx'), [at('new.xlsx')]),
        /new\.xlsx cannot be written: permission/,
      );
      chmodSync(folder, 0o755);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    assert.deepEqual(readdirSync(folder).sort(), ['book.xlsx', 'final.xlsx']);
  });

  it('cannot be a folder, in a folder that is missing, or one and the same', () => {
    mkdirSync(at('sub'));
    refuses(() => refuseTargets(at('book.xlsx'), [at('sub')]), /is a folder/);
    refuses(() => refuseTargets(at('book.xlsx'), [at('none/out.xlsx')]), /does not exist/);
    refuses(() => refuseTargets(at('book.xlsx'), [at('out'), at('out')]), /both name/);
  });
});
