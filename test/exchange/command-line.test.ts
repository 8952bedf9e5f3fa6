/** `npm run exchange` and `npm start`: files in, files out, exit statuses and the one line where nothing can be run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { exchangeWorkbook } from '../../src/cli/exchange-workbook.ts';
import { EVENTS, grant, LEDGER_HEADER, type OfferBook } from '../../src/domain/offer/offer-book.fixture.ts';
import { newWorkbook, readWorkbook, writeWorkbook } from '@regrant/embedded-excel/package';
import type { RunJson } from '../../src/workbook/plan/run-json.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { addedSdkFaults } from '../open-xml-sdk.ts';
import { columnOf } from '../run-addin.ts';

const SAMPLE = fileURLToPath(new URL('../../assets/samples/lantronix-2002.xlsx', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('An exchange from the command line', () => {
  let folder = '';
  const at = (name: string) => join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regrant-exchange-'));
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

  /** Saves an offer as a file and runs it. */
  async function exchangeOffer(offer: OfferBook, ...args: string[]) {
    const book = writeWorkbook(offerWorkbook(offer));
    writeFileSync(at('book.xlsx'), book);
    const ended = await exchange(at('book.xlsx'), '--json', at('run.json'), ...args);
    const output = at('book.regrant.xlsx');
    if (existsSync(output)) assert.deepEqual(await addedSdkFaults(book, readFileSync(output)), []);
    const json = existsSync(at('run.json'))
      ? (JSON.parse(readFileSync(at('run.json'), 'utf8')) as RunJson)
      : undefined;
    return { ...ended, json };
  }

  /** Could not run: status 2, one line, nothing written. */
  async function refuses(offer: OfferBook, message: RegExp): Promise<void> {
    const { status, stdout, stderr, json } = await exchangeOffer(offer);
    assert.equal(status, 2, stdout);
    assert.match(stderr, message);
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    assert.doesNotMatch(stderr, /\bat .*:\d+:\d+|fault of its own/);
    assert.equal(stdout, '');
    assert.equal(json, undefined);
    assert.deepEqual(readdirSync(folder), ['book.xlsx']);
  }

  it('takes an offer through its life, step by step, each at the time that it is given', async () => {
    const columns = (name: string, ...wanted: readonly string[]) => {
      const book = readWorkbook(readFileSync(at(name)));
      return wanted.map((column) => columnOf(book, 'RegrantLog', column));
    };
    writeFileSync(at('0.xlsx'), writeWorkbook(offerWorkbook({ grants: [grant('A'), grant('B')] })));
    const steps = [
      ['open', '2003-01-02T09:00'],
      ['close', '2003-01-20T21:00Z'],
      ['cancel', '2003-01-21T09:00'],
      ['back', '2003-01-22T09:00'],
      ['cancel', '2003-01-23T09:00'],
      ['grant', '2003-07-21T18:00'],
    ] as const;
    for (const [index, [step, now]] of steps.entries()) {
      const [from, to] = [at(`${String(index)}.xlsx`), at(`${String(index + 1)}.xlsx`)];
      const { status, stderr } = await exchange(from, '--step', step, '--now', now, '--out', to);
      assert.equal(status, 0, `${step}: ${stderr}`);
    }
    assert.deepEqual(columns('6.xlsx', 'Step', 'Stage'), [
      ['Open', 'Close', 'Cancel', 'Back', 'Cancel', 'Grant'],
      ['Open', 'Closed', 'Cancelled', 'Closed', 'Cancelled', 'Granted'],
    ]);
    assert.equal(columns('6.xlsx', 'Time')[0]?.[1], '2003-01-20T21:00:00Z');
    const status = (name: string) =>
      columnOf(readWorkbook(readFileSync(at(name))), 'RegrantNewGrants', 'Status');
    assert.ok(status('6.xlsx').every((word) => word === 'Granted'));
    const refused = await exchange(
      at('6.xlsx'),
      '--step',
      'open',
      '--now',
      '2003-08-01',
      '--out',
      at('7.xlsx'),
    );
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /is at the stage Granted and cannot become Open/);
    assert.ok(!existsSync(at('7.xlsx')));
  });

  it('inserts blank terms, or those of a filed offer, and runs nothing', async () => {
    const book = newWorkbook();
    book.sheets[0]?.setValues(0, 0, [[...LEDGER_HEADER]]);
    writeFileSync(at('ledger.xlsx'), writeWorkbook(book));
    const terms = async (...args: string[]) => {
      const { status, stdout, stderr } = await exchange(
        at('ledger.xlsx'),
        ...args,
        '--out',
        at('terms.xlsx'),
      );
      assert.equal(status, 0, stderr);
      const inserted = readWorkbook(readFileSync(at('terms.xlsx')));
      assert.equal(inserted.table('RegrantNewGrants'), undefined);
      const [names, values] = ['Term', 'Value'].map((name) => columnOf(inserted, 'OfferTerms', name));
      return { stdout, of: (term: string) => values?.[names?.indexOf(term) ?? -1] ?? '' };
    };
    const blank = await terms('--insert-terms');
    assert.match(blank.stdout, /^Inserted OfferTerms, .*\nWorkbook: /);
    assert.equal(blank.of('Ratio'), '');
    const filed = await terms('--insert-terms=lantronix-2002');
    assert.match(filed.stdout, /Terms as Lantronix filed them in 2002: https/);
    assert.equal(filed.of('Ratio'), '0.75');
    const refused = await exchange(at('ledger.xlsx'), '--insert-terms=nobody-1999', '--out', at('none.xlsx'));
    assert.deepEqual([refused.status, existsSync(at('none.xlsx'))], [2, false]);
    assert.match(refused.stderr, /There is no offer "nobody-1999" .* lantronix-2002/);
  });

  it('says once that a circle of formulas keeps its values where iteration is switched on', async () => {
    const book = readWorkbook(readFileSync(SAMPLE));
    book.calculation.iterative = true;
    const sheet = book.addSheet('Budget');
    sheet.setFormulas(0, 0, [['=B1*0.5+10+NOW()*0', '=A1*0.5', '=A1+B1']]);
    sheet.setComputed(0, 0, 13.5);
    sheet.setComputed(0, 1, 6.5);
    writeFileSync(at('book.xlsx'), writeWorkbook(book));
    const { status, stdout } = await exchange(at('book.xlsx'), '--out', at('out.xlsx'));
    assert.equal(status, 0, stdout);
    assert.deepEqual(stdout.match(/^Warning: .*$/gm), [
      'Warning: Circular reference in Budget!A1 and 1 other cell: iterative calculation is not done here, and the cells keep the values that Excel last saved, or 0 where there is none.',
    ]);
    const saved = readWorkbook(readFileSync(at('out.xlsx'))).sheet('Budget');
    assert.deepEqual([saved?.value(0, 0), saved?.value(0, 1), saved?.value(0, 2)], [13.5, 6.5, 20]);
  });

  /** Runs, with a row in the checks. */
  async function checks(offer: OfferBook, expected: { status: 0 | 1; check: RegExp }): Promise<void> {
    const { status, stderr, json } = await exchangeOffer(offer);
    assert.equal(status, expected.status, stderr);
    const lines = (json?.checks ?? []).map((row) => Object.values(row).map(String).join(' | '));
    assert.match(lines.join('\n'), expected.check);
    assert.deepEqual(readdirSync(folder).sort(), ['book.regrant.xlsx', 'book.xlsx', 'run.json']);
  }

  it('writes the workbook beside the input, prints the summary, and ends with 0', async () => {
    const { status, stdout, stderr, json } = await exchangeOffer({ grants: [grant('A')] });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    assert.match(stdout, /Shares cancelled +1,000\n/);
    assert.match(stdout, /New shares +750\n/);
    assert.match(stdout, /book\.regrant\.xlsx/);
    assert.deepEqual(Object.keys(json ?? {}), [
      'offer',
      'eligibility',
      'newGrants',
      'vesting',
      'summary',
      'checks',
    ]);
    assert.equal(json?.newGrants[0]?.['New Shares'], 750);
    assert.deepEqual(readdirSync(folder).sort(), ['book.regrant.xlsx', 'book.xlsx', 'run.json']);
  });

  it('gives the same bytes for the same input, and again for its own output', async () => {
    writeFileSync(at('book.xlsx'), writeWorkbook(offerWorkbook({ grants: [grant('A'), grant('B')] })));
    for (const [input, output] of [
      ['book', 'first'],
      ['book', 'second'],
      ['first', 'third'],
    ])
      assert.equal(
        (await exchange(at(`${input}.xlsx`), '--out', at(`${output}.xlsx`), '--json', at(`${output}.json`)))
          .status,
        0,
      );
    assert.deepEqual(readFileSync(at('second.xlsx')), readFileSync(at('first.xlsx')));
    assert.equal(readWorkbook(readFileSync(at('first.xlsx'))).table('RegrantLog'), undefined);
    assert.equal(readFileSync(at('third.json'), 'utf8'), readFileSync(at('first.json'), 'utf8'));
  });

  it('computes the workbook\u2019s own formulas first, also where the file has no values for them', async () => {
    const { json } = await exchangeOffer({
      grants: [grant('A')],
      terms: { 'Price Decimals': 2 },
      prices: [['2003-07-21', '=ROUND(10/7,2)']],
    });
    assert.equal(json?.newGrants[0]?.['Exercise Price'], 1.43);
  });

  it('says when it ran only where it was told so', async () => {
    const { stdout } = await exchangeOffer({ grants: [grant('A')] }, '--now', '2003-01-21T09:00');
    assert.match(stdout, /^Run at 2003-01-21T09:00\n/);
  });

  it('logs the run with its time where it was told so, and still gives the same bytes', async () => {
    writeFileSync(at('book.xlsx'), writeWorkbook(offerWorkbook({ grants: [grant('A')] })));
    for (const output of ['first', 'second'])
      await exchange(at('book.xlsx'), '--out', at(`${output}.xlsx`), '--now', '2003-01-21T09:00:00Z');
    assert.deepEqual(readFileSync(at('second.xlsx')), readFileSync(at('first.xlsx')));
    const book = readWorkbook(readFileSync(at('first.xlsx')));
    assert.deepEqual(columnOf(book, 'RegrantLog', 'Time'), ['2003-01-21T09:00:00Z']);
    assert.deepEqual(columnOf(book, 'RegrantLog', 'Step'), ['Run']);
  });

  describe('refuses', () => {
    it('what is not a workbook, not there or a folder', async () => {
      writeFileSync(at('letter.xlsx'), 'Dear holder,');
      writeFileSync(at('empty.xlsx'), '');
      for (const [name, message] of [
        ['letter.xlsx', /letter\.xlsx: .*workbook/],
        ['empty.xlsx', /empty\.xlsx: /],
        ['none.xlsx', /there is no such file/],
        ['', /is a folder/],
      ] as const) {
        const { status, stderr } = await exchange(at(name), '--json', at('run.json'));
        assert.equal(status, 2);
        assert.match(stderr, message);
        assert.equal(stderr.split('\n').length, 2, stderr);
      }
      assert.deepEqual(readdirSync(folder).sort(), ['empty.xlsx', 'letter.xlsx']);
    });

    it('a damaged workbook', async () => {
      const whole = writeWorkbook(offerWorkbook({ grants: [grant('A')] }));
      writeFileSync(at('half.xlsx'), whole.subarray(0, whole.length / 2));
      const { status, stderr } = await exchange(at('half.xlsx'));
      assert.equal(status, 2);
      assert.equal(stderr.split('\n').length, 2, stderr);
      assert.deepEqual(readdirSync(folder), ['half.xlsx']);
    });

    it('to write over its input', async () => {
      writeFileSync(at('book.xlsx'), writeWorkbook(offerWorkbook({ grants: [grant('A')] })));
      const { status, stderr } = await exchange(at('book.xlsx'), '--out', at('book.xlsx'));
      assert.equal(status, 2);
      assert.match(stderr, /is the input, which is never written/);
    });

    it('a workbook without a ledger', () => refuses({ grants: [], header: ['Note'] }, /No ledger was found/));

    it('a ledger that lacks a needed column, by its name', () =>
      refuses(
        {
          grants: [grant('A')],
          header: LEDGER_HEADER.map((name) => (name === 'Exercise Price' ? 'Memo' : name)),
        },
        /lacks the column Exercise Price/,
      ));

    it('a bad ratio, by its cell', async () => {
      await refuses(
        { grants: [grant('A')], terms: { Ratio: '3 for 4' } },
        /OfferTerms!B7: .*3 new for 4 old/,
      );
      await refuses({ grants: [grant('A')], terms: { Ratio: '' } }, /Ratio/);
    });

    it('a ratio that Excel has made a date', () =>
      refuses(
        { grants: [grant('A')], terms: { Ratio: 37684 }, formats: { Ratio: 'd-mmm' } },
        /OfferTerms!B7: .*(date|time)/,
      ));

    it('a schedule that adds up to 90%', () =>
      refuses(
        {
          grants: [grant('A')],
          terms: { 'Vesting Schedule': '50% at 6 months, then 40% monthly over 24 months' },
        },
        /OfferTerms!B9: .*90%/,
      ));

    it('a grant date before the cancellation', () =>
      refuses(
        { grants: [grant('A')], terms: { 'New Grant Date': '2003-01-19' } },
        /OfferTerms!B5: .*New Grant Date/,
      ));

    it('a rule on a field that the ledger lacks', () =>
      refuses(
        {
          grants: [grant('A')],
          rules: [
            ['Field', 'Operator', 'Value'],
            ['Shoe Size', '=', 9],
          ],
        },
        /OfferRules.*Shoe Size/,
      ));

    it('an event that is neither a split nor a merger', () =>
      refuses(
        {
          grants: [grant('A')],
          events: [EVENTS.map((name) => ({ Date: '2003-03-03', Event: 'Party' })[name] ?? '')],
        },
        /OfferEvents!B2: .*Split or Merger/,
      ));
  });

  describe('runs, with a row in the checks for', () => {
    it('a grant id that comes twice', () =>
      checks(
        { grants: [grant('A'), grant('A')] },
        { status: 1, check: /Error \| Cap Table \| 4 \| Grant ID \| .*row 3/ },
      ));

    it('a price that is text', () =>
      checks(
        { grants: [grant('A', { 'Exercise Price': 'six dollars' }), grant('B')] },
        { status: 1, check: /Error \| Cap Table \| 3 \| Exercise Price \| .*six dollars/ },
      ));

    it('a negative count', () =>
      checks(
        { grants: [grant('A', { Outstanding: -5 }), grant('B')] },
        { status: 1, check: /Error \| Cap Table \| 3 \| Outstanding \| .*-5/ },
      ));

    it('an election for a grant that does not exist', () =>
      checks(
        {
          grants: [grant('A')],
          elections: [
            ['001', 'A', 'Elect', '2003-01-10'],
            ['001', 'Z', 'Elect', '2003-01-10'],
          ],
        },
        { status: 0, check: /Warning \| OfferElections \| 3 \| Grant ID \| .*Z/ },
      ));
  });

  describe('as programs', () => {
    const run = (program: string, ...args: string[]) =>
      spawnSync(
        process.execPath,
        [
          '--import',
          pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
          join(ROOT, 'src/cli', program),
          ...args,
        ],
        { cwd: folder, encoding: 'utf8' },
      );

    it('exchange sets the exit status and keeps its two streams apart', () => {
      const done = run('exchange.ts', SAMPLE, '--out', 'out.xlsx');
      assert.deepEqual([done.status, done.stderr], [0, '']);
      assert.match(done.stdout, /Grants exchanged/);
      const refused = run('exchange.ts', 'none.xlsx');
      assert.deepEqual([refused.status, refused.stdout], [2, '']);
      assert.deepEqual(readdirSync(folder), ['out.xlsx']);
    });

    it('start runs the sample and leaves it as it is', () => {
      const before = readFileSync(SAMPLE);
      const { status, stdout, stderr } = run('start.ts', '--once');
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(stdout, /lantronix-2002\.regrant\.xlsx/);
      assert.match(stdout, /Shares cancelled/);
      assert.deepEqual(readFileSync(SAMPLE), before);
      assert.equal(run('start.ts', '--twice').status, 2);
    });
  });
});
