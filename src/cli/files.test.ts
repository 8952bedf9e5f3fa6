import assert from 'node:assert/strict';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from './arguments.ts';
import { readInput, refuseTargets, writeOutputs } from './files.ts';

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
    symlinkSync(at('book.xlsx'), at('link.xlsx'));
    linkSync(at('book.xlsx'), at('hard.xlsx'));
    symlinkSync(folder, at('here'));
    for (const name of ['book.xlsx', 'link.xlsx', 'hard.xlsx', 'here/book.xlsx', './x/../book.xlsx'])
      refuses(() => refuseTargets(at('book.xlsx'), [`${folder}/${name}`]), /is the input/);
  });

  it('cannot be a folder, in a folder that is missing, or one and the same', () => {
    mkdirSync(at('sub'));
    refuses(() => refuseTargets(at('book.xlsx'), [at('sub')]), /is a folder/);
    refuses(() => refuseTargets(at('book.xlsx'), [at('none/out.xlsx')]), /does not exist/);
    refuses(() => refuseTargets(at('book.xlsx'), [at('out'), at('out')]), /both name/);
  });

  it('are written all together or not at all', () => {
    const outputs = (json: string) => [
      { path: at('out.xlsx'), content: new Uint8Array([1, 2]) },
      { path: json, content: '{}' },
    ];
    refuses(() => writeOutputs(outputs(at('none/out.json'))), /cannot be written: its folder does not exist/);
    assert.deepEqual(readdirSync(folder), ['book.xlsx']);
    writeOutputs(outputs(at('out.json')));
    assert.deepEqual([...readFileSync(at('out.xlsx'))], [1, 2]);
    assert.deepEqual(readdirSync(folder).sort(), ['book.xlsx', 'out.json', 'out.xlsx']);
  });
});
