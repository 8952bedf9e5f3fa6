/** What people and scripts type after `npm run exchange --` that cannot be run: one clear line, status 2, nothing written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exchangeWorkbook } from '../../src/cli/exchange-workbook.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SAMPLE = fromRoot('assets/samples/lantronix-2002.xlsx');

describe('The command line of an exchange, oddly used,', () => {
  let folder = '';
  const at = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regrant ünd '));
    copyFileSync(SAMPLE, at('book.xlsx'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function exchange(...args: string[]) {
    const out: string[] = [];
    const errors: string[] = [];
    const status = await exchangeWorkbook(args, {
      stdout: { write: (text: string) => out.push(text) },
      stderr: { write: (text: string) => errors.push(text) },
    });
    return { status, stdout: out.join(''), stderr: errors.join('') };
  }

  async function refuses(args: readonly string[], message: RegExp): Promise<void> {
    const before = readdirSync(folder).sort();
    const { status, stdout, stderr } = await exchange(...args);
    assert.deepEqual([status, stdout], [2, ''], `${args.join(' ')}: ${stderr}`);
    assert.match(stderr, message);
    assert.match(stderr, /^[^\p{Cc}]{10,700}\n$/u);
    assert.doesNotMatch(stderr, /fault of its own|\.ts:\d/);
    assert.deepEqual(readdirSync(folder).sort(), before);
  }

  it('names what is missing, unknown or given twice', async () => {
    const book = at('book.xlsx');
    for (const [args, message] of [
      [[], /^Name the workbook/],
      [[''], /^Name the workbook/],
      [['--'], /^Name the workbook/],
      [['--values'], /^Name the workbook/],
      [[book, book], /^One workbook at a time/],
      [['--', book, '--values'], /^One workbook at a time/],
      [[book, '--verbose'], /^Unknown option '--verbose': npm run/],
      [[book, '-x'], /^Unknown option '-x'/],
      [[book, '--no-values'], /^Unknown option '--no-values'/],
      [[book, '--values=yes'], /does not take an argument/],
      [[book, '--out'], /--out <value>' argument missing: npm run/],
      [[book, '--out', '--json', 'x.json'], /--out' argument is ambiguous: npm run/],
      [[book, '--out='], /--out needs a file's name/],
      [[book, '--json', ' '], /--json needs a file's name/],
      [[book, '--json', '-'], /--json writes a file and not to standard output/],
      [[book, '--out', 'a.xlsx', '--out', 'b.xlsx'], /--out is given twice: give it once/],
      [[book, '--values', '--values'], /--values is given twice/],
      [[book, '--now', 'today'], /--now must be an ISO time/],
      [[book, '--now', '2003-02-30'], /--now must be an ISO time/],
      [[book, '--now', '2003-13-01T09:00'], /--now must be an ISO time/],
      [[book, '--now', ''], /--now must be an ISO time/],
    ] as const)
      await refuses(args, message);
  });

  it('lets no file have the name of another kind', async () => {
    const book = at('book.xlsx');
    await refuses([book, '--out', at('out.json')], /--out needs a name that ends in \.xlsx or \.xlsm/);
    await refuses([book, '--out', at('out')], /--out needs a name that ends in/);
    await refuses(
      [book, '--out', at('out.xlsm')],
      /--out must end in \.xlsx as the workbook does, not in \.xlsm/,
    );
    await refuses([book, '--json', at('run.xlsx')], /--json needs a name/);
  });

  it('says what is not an ordinary file, or not there', async () => {
    const book = at('book.xlsx');
    mkdirSync(at('sub'));
    symlinkSync(at('nowhere'), at('dangling.xlsx'));
    symlinkSync(at('circle.xlsx'), at('circle.xlsx'));
    for (const [args, message] of [
      [[at('none.xlsx')], /none\.xlsx: there is no such file/],
      [[at('dangling.xlsx')], /dangling\.xlsx: there is no such file/],
      [[at('circle.xlsx')], /circle\.xlsx cannot be read: its links lead in a circle/],
      [[folder], /is a folder, not a workbook/],
      [[at('book.xlsx/x')], /cannot be read: a part of its path is a file/],
      [[at(`${'x'.repeat(300)}.xlsx`)], /cannot be read: its name is too long/],
      [['/dev/null'], /is a device, not a workbook/],
      [[book, '--out', at('none/out.xlsx')], /the folder .*none does not exist/],
      [[book, '--json', at('sub')], /sub is a folder: name a file/],
      [[book, '--json', at('sub/')], /sub\/ is a folder: name a file/],
      [[book, '--json', at('dangling.xlsx').replace('.xlsx', '.json'), '--out', book], /is the input/],
      [[book, '--out', at('dangling.xlsx')], /dangling\.xlsx is a link: name a file/],
      [[book, '--out', at('book.xlsx/out.xlsx')], /cannot be written: a part of its path is a file/],
      [[book, '--json', at('book.json/')], /is a folder/],
    ] as const)
      await refuses(args, message);
  });

  it('never writes over its input or one result over the other, by whatever name', async () => {
    const book = at('book.xlsx');
    linkSync(book, at('hard.xlsx'));
    symlinkSync(folder, at('here'));
    await refuses([book, '--out', at('hard.xlsx')], /is the input, which is never written/);
    await refuses([book, '--out', at('here/book.xlsx')], /is the input/);
    writeFileSync(at('one.xlsx'), '');
    linkSync(at('one.xlsx'), at('one.json'));
    await refuses([book, '--out', at('one.xlsx'), '--json', at('here/one.json')], /both name/);
  });

  it('puts nothing in the place of a pipe', async function () {
    if (spawnSync('mkfifo', [at('pipe.json')]).status !== 0) return this.skip();
    await refuses([at('book.xlsx'), '--json', at('pipe.json')], /pipe\.json is a pipe: name a file/);
    await refuses([at('pipe.json')], /is a pipe, not a workbook/);
    assert.ok(statSync(at('pipe.json')).isFIFO());
  });

  it('puts nothing in the place of a device', async function () {
    // A device made for the test, since a fault would destroy it.
    if (spawnSync('mknod', [at('null.json'), 'c', '1', '3']).status !== 0) return this.skip();
    await refuses([at('book.xlsx'), '--json', at('null.json')], /null\.json is a device: name a file/);
    assert.ok(statSync(at('null.json')).isCharacterDevice());
  });

  it('says how to go on where the file is of another kind', async () => {
    const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const [name, content, message] of [
      ['a.csv', 'Grant ID,Shares\n1,100\n', /a\.csv: .*save it as \.xlsx/],
      ['b.xlsx', 'Grant ID;Shares\r\n1;100\r\n', /b\.xlsx: .*save it as \.xlsx/],
      ['c.xls', compound, /c\.xls: .*old workbook.*save it as \.xlsx/],
      ['d.xlsx', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), /password/],
      ['e.xlsx', '', /e\.xlsx: The file is empty/],
      ['f.xlsx', '<html></html>', /save it as \.xlsx/],
    ] as const) {
      writeFileSync(at(name), content);
      await refuses([at(name)], message);
    }
  });

  it('shows names with control characters escaped and long ones shortened', async () => {
    await refuses([at('a\u001B[2Jb\nc.xlsx')], /a\\u001b\[2Jb\\nc\.xlsx: there is no such file/);
    await refuses([at('book.xlsx'), `--${'x'.repeat(5000)}`], /characters \.\.\.\]/);
  });

  it('prints a help of a few lines', async () => {
    for (const args of [['--help'], ['-h'], [at('book.xlsx'), '--values', '--help']]) {
      const { status, stdout, stderr } = await exchange(...args);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /npm run exchange -- BOOK\.xlsx/);
    }
    assert.deepEqual(readdirSync(folder), ['book.xlsx']);
  });

  it('reads and writes names with blanks and umlauts, and keeps the mode of an older result', async () => {
    copyFileSync(SAMPLE, at('Börse 2003 – alt.xlsx'));
    writeFileSync(at('Börse 2003 – alt.regrant.xlsx'), 'old', { mode: 0o600 });
    const { status } = await exchange(at('Börse 2003 – alt.xlsx'), '--json', at('ein Jahr.json'));
    assert.equal(status, 0);
    assert.equal(statSync(at('Börse 2003 – alt.regrant.xlsx')).mode & 0o777, 0o600);
    assert.ok(existsSync(at('ein Jahr.json')));
  });

  for (const [file, plan] of [
    ['esc_plan', /\\u001b\[2J/],
    ['nl_plan', /\\n/],
  ] as const)
    it(`shows the plan of ${file}.xlsx escaped`, async () => {
      const input = fromRoot(`test/data/cases/${file}.xlsx`);
      const { status, stdout, stderr } = await exchange(
        input,
        '--out',
        at('out.xlsx'),
        '--json',
        at('run.json'),
      );
      assert.ok(status < 2, stderr);
      assert.match(stdout, plan);
      assert.doesNotMatch(stdout.replaceAll('\n', ''), /\p{Cc}/u);
      assert.equal(stdout.match(/^ *Checks: /gm)?.length, 1, 'no cell forges a line');
      assert.doesNotMatch(readFileSync(at('run.json'), 'utf8').replaceAll('\n', ''), /\p{Cc}/u);
    });

  it('shortens what a long cell brings into a message', async () => {
    await refuses([fromRoot('test/data/cases/long_field.xlsx')], /characters \.\.\.\]|…/);
  });
});
