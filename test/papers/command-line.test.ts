import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzip } from '../../src/outputs/zip.ts';
import { exchangeWorkbook } from '../../src/cli/exchange-workbook.ts';
import { wordsOf } from './letters.fixture.ts';

const BOOK = 'test/data/offers/lantronix-2002.xlsx';

describe('Papers from the command line', () => {
  let folder = '';
  const at = (name: string) => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regrant-papers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function exchange(...args: string[]) {
    let [out, errors] = ['', ''];
    const status = await exchangeWorkbook([BOOK, ...args], {
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (errors += text) },
    });
    return { status, out, errors };
  }

  it('are in a folder of their own, and nothing else is written', async () => {
    mkdirSync(at('papers'));
    const args = ['--write', 'promise,upload,ocf', '--draft', '--holder', 'HL1;HB', '--to', at('papers')];
    const { status, out, errors } = await exchange(...args);
    assert.deepEqual([status, errors], [0, '']);
    assert.match(out, /^2 promise, 2 upload, 9 ocf\nFolder: /);
    assert.deepEqual(readdirSync(folder), ['papers']);
    assert.deepEqual(readdirSync(at('papers')).sort(), [
      'cancellations.csv',
      'grants.csv',
      'lantronix-2002.ocf',
      'lantronix-2002.ocf.zip',
      'promise-HB.docx',
      'promise-HL1.docx',
    ]);
    const letter = new Uint8Array(readFileSync(at('papers/promise-HL1.docx')));
    assert.ok(wordsOf(letter).includes('To: Name HL1 (HL1)'));
    assert.deepEqual(wordsOf(letter, 'word/header1.xml'), ['LantronixDRAFT']);
    const archive = unzip(new Uint8Array(readFileSync(at('papers/lantronix-2002.ocf.zip'))));
    assert.equal(Object.keys(archive).length, 8);
  });

  it('are refused in a line, and nothing is written', async () => {
    mkdirSync(at('full'));
    writeFileSync(at('full/mine.txt'), 'mine');
    writeFileSync(at('own.docx'), 'no template');
    const refusals: readonly (readonly [args: readonly string[], says: RegExp])[] = [
      [['--write', 'promise', '--to', at('x')], /A promise can be made once the offer is Closed/],
      [['--write', 'upload', '--to', at('full')], /The folder .*full is not empty/],
      [
        ['--write', 'promise,upload', '--template', at('own.docx'), '--to', at('x')],
        /^--template is for one kind/,
      ],
      [
        ['--write', 'promise', '--draft', '--template', at('own.docx'), '--to', at('x')],
        /The template is not a Word document/,
      ],
      [['--write', 'letter', '--to', at('x')], /"letter" is not a kind of output/],
      [['--write', 'upload', '--holder', 'nobody', '--to', at('x')], /no holder is one of those asked for/],
      [['--to', at('x')], /^--to goes with --write/],
      [['--write', 'upload'], /^--write needs --to/],
    ];
    for (const [args, says] of refusals) {
      const { status, out, errors } = await exchange(...args);
      assert.deepEqual([status, out], [2, ''], args.join(' '));
      assert.match(errors, says);
      assert.equal(errors.trim().split('\n').length, 1, errors);
    }
    assert.equal(existsSync(at('x')), false);
    assert.deepEqual(readdirSync(folder).sort(), ['full', 'own.docx']);
  });
});
