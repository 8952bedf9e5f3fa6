/**
 * The whole path in the pane on a workbook as finance teams keep it. The figures expected here were worked out by hand
 * from the offer's terms: 12.14 to 24.99 dollars 1.25 old for a new one, to 39.99 two, to 49.99 four, above six.
 */
import assert from 'node:assert/strict';
import { type CellValue, readWorkbook, type Workbook } from '@regrant/embedded-excel/package';
import { columnOf, formulasOf, sheetNamed } from '../run-addin.ts';
import { needs } from '../tools.ts';
import { filePartsOf } from '../workbook-parts.ts';
import { ARCHIVE, LEDGER, messyLedgerBook } from './messy-ledger-book.ts';
import { PanePage } from './pane-page.ts';
import { until } from '../page/until.ts';

/** What each exchanged grant brings, in the ledger's order: id, options cancelled, new shares. */
const EXCHANGED: readonly (readonly [grant: string, cancelled: number, newShares: number])[] = [
  ['1001', 1000, 800], // at 24.50: 1000 / 1.25
  ['1002', 401, 200], // 501 less 100 exercised, at 30: 401 / 2 = 200.5
  ['0042', 650, 162], // 700 less 30 and 20, at 45: 650 / 4 = 162.5
  ['G-3001', 1200, 200], // in a hidden row, at 60: 1200 / 6; its withdrawal came too late
  ['G-3002', 601, 100], // at 50: 601 / 6 = 100.17
  ['G-3002', 90, 15], // the same id once more: 90 / 6
  ['G-5001', 333, 266], // in a row that the filter hides, at 18.75: 333 / 1.25 = 266.4
  ['G-5002', 100, 100], // brought in by the look-back alone, one for one
  ['G-6001', 200, 0], // its holder left on March 1, 2003: lapsed
];
const CANCELLED = 4575;
const NEW_SHARES = 1843;

/** A fifth of each grant every six months from 2003-07-21, whole shares each time, by quarter. */
const BY_QUARTER: readonly (readonly [quarter: string, shares: number])[] = [
  ['2004 Q1', 368],
  ['2004 Q3', 368],
  ['2005 Q1', 369],
  ['2005 Q3', 368],
  ['2006 Q1', 370],
];

/** The offer's dates, as serial numbers, and what else the real offer's design does not say. */
const TERMS = {
  'Commencement Date': 37609,
  'Expiration Date': 37641.875,
  'Cancellation Date': 37641,
  'New Grant Date': 37823,
  'Service Required Through': 37823,
  'As Of': 37641,
  'New Plan': '2000 Plan',
  'Look-back From': 37426,
};
const RULES = [
  ['Role', 'not in', 'Director; Executive Officer', 'Directors and executive officers are excluded', ''],
  ['Country', '=', 'United States', 'Not employed in the United States', ''],
  ['Hire Date', '<=', 37609, 'Hired after the offer began', ''],
  ['Exercise Price', '>', 3.01, 'Exercise price is not above 3.01', 'Yes'],
  ['Plan', 'in', '2000 Plan; 1994 Plan', 'Not granted under one of the plans of the offer', ''],
];

/** A sheet's part but for the cell that somebody has selected on it. */
const withoutSelection = (part: string | undefined): string | undefined =>
  part?.replace(/<sheetView [^>]*>.*?<\/sheetView>/s, '');

describe('a messy ledger in the pane', () => {
  needs('chromium');
  let pane: PanePage;
  /** Calculated and saved before anything was done with it. */
  let original: Uint8Array;

  before(async () => {
    pane = await PanePage.open({ book: messyLedgerBook() });
    original = await pane.saved();
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  /** The first cell of a table's row, as `C7`, found by what stands in one of its columns. */
  const tableCell = (table: string, find: string, text: string, column: string): Promise<string> =>
    pane.excel.page.evaluate<string>(`(() => {
      const table = excel.workspace.book.table('${table}');
      const at = (name) => table.area.left + table.columns.findIndex((column) => column.name === name);
      let row = table.area.top;
      while (row <= table.area.bottom && String(table.sheet.value(row, at('${find}'))) !== '${text}') row++;
      return String.fromCharCode(65 + at('${column}')) + (row + 1);
    })()`);

  /** The terms come blank: dates and rules of the offer, as a person types them into the sheet. */
  const fillIn = (): Promise<unknown> =>
    pane.excel.page.evaluate(`((terms, rules) => {
      const { book } = excel.workspace;
      const { sheet, area } = book.table('OfferTerms');
      for (let row = area.top + 1; row <= area.bottom; row++) {
        const value = terms[String(sheet.value(row, area.left))];
        if (value !== undefined) sheet.setValue(row, area.left + 1, value);
      }
      const table = book.table('OfferRules');
      const { top, left } = table.area;
      if (table.area.bottom < top + rules.length)
        book.resizeTable(table, { ...table.area, bottom: top + rules.length });
      rules.forEach((rule, index) =>
        rule.forEach((cell, column) => table.sheet.setValue(top + 1 + index, left + column, cell)),
      );
    })(${JSON.stringify(TERMS)}, ${JSON.stringify(RULES)})`);

  it('is one of two sheets that look like one: the pane asks, and counts hidden and filtered grants but no subtotals', async () => {
    await pane.text('Which sheet is the ledger?').waitFor();
    await pane.text('13 grants, header in row 6').waitFor();
    await pane.text('2 grants, header in row 2').waitFor();
    assert.ok(await pane.button(`Use ${ARCHIVE}`).isVisible());
    await pane.button(`Use ${LEDGER}`).click();
    await pane.text('The ledger is remembered in this workbook.').waitFor();
  });

  it('takes the column that one corrects', async () => {
    await pane.step('Ledger');
    await pane.unfold('Columns');
    const price = pane.frame.getByLabel(/^Exercise Price/);
    assert.equal(await price.inputValue(), 'Option\nPrice');
    await price.selectOption({ label: 'Split-adjusted strike' });
    await pane.text('The ledger is remembered in this workbook.').waitFor();
    await pane.step('Ledger');
    await pane.unfold('Columns');
    assert.equal(await pane.frame.getByLabel(/^Exercise Price/).inputValue(), 'Split-adjusted\nstrike');
    assert.ok(await pane.text('chosen by you').isVisible());
  });

  it('has its errors named by cell: a price and a date that are text, and an id that is there twice', async () => {
    await pane.step('Ledger');
    for (const [cell, problem] of [
      ['P12', 'Exercise Price is "31.25", text where a number is due'],
      ['I13', 'Grant Date is "12 Sept 2000", text where a date is due'],
      ['G16', 'Grant ID G-3002 is already in row 15: each grant needs its own id'],
    ] as const) {
      await pane.text(problem).waitFor();
      await pane.button(`${LEDGER}!${cell}`).click();
      await until(
        pane.excel.page,
        `(() => { const { top, left } = excel.workspace.selection.area; return String.fromCharCode(65 + left) + (top + 1) === '${cell}'; })()`,
      );
    }
    assert.equal(await pane.frame.locator('.rg-check').count(), 3);
  });

  it('gets the terms that the workbook lacks, from a real offer, and keeps the tables that are there', async () => {
    await pane.step('Terms');
    await pane.button('Insert the terms').click();
    await pane
      .text(
        /^Inserted OfferTerms, OfferRules, OfferRatios, OfferEvents.*OfferElections is already on sheet "Forms"/,
      )
      .waitFor();
    await fillIn();
    await pane.step('Terms');
    await pane.unfold('Start from a real offer');
    await pane.frame.getByLabel('Offer', { exact: true }).selectOption('lucent-2002');
    await pane.button('Apply to sheet').click();
    await pane.text('The terms of Lucent Technologies are in the cells.').waitFor();
    await pane.unfold('Elections and look-back');
    const lookBack = pane.frame.getByLabel('Look-back Ratio', { exact: true });
    await lookBack.fill('1');
    await lookBack.press('Enter');
    await pane.text(/^Look-back Ratio is in Offer Terms!B\d+/).waitFor();
    await pane.unfold('What is granted');
    await pane.frame.getByLabel('Rounding', { exact: true }).selectOption('down');
    await pane.text(/^Rounding is in Offer Terms!B\d+/).waitFor();
  });

  it('follows a rule that one edits in its cell', async () => {
    const cell = await tableCell('OfferRules', 'Field', 'Exercise Price', 'Value');
    await pane.excel.tab('Offer Terms');
    await pane.excel.type(cell, '12.13');
    await pane.step('Preview');
    // Ten were eligible at more than 3.01; the grant at 12.00 no longer is.
    await pane.text('Why grants are not eligible').waitFor();
    await pane.unfold('Why grants are not eligible');
    await pane.button(/^Show the grants: Exercise price is not above 3.01, 1 grants$/).waitFor();
  });

  it('has its forms counted: in time, withdrawn, late, and those for nobody and nothing', async () => {
    await pane.step('Elections');
    // 900 and 777 elect what they may not, 999 nobody's; 903 has withdrawn.
    await pane.text('5 of 6 eligible').waitFor();
    const figures = await pane.frame.locator('.rg-stats .rg-figure').allInnerTexts();
    assert.deepEqual(figures, ['13', '2', '1', '5'], 'forms, withdrawals, late, holders electing');
    for (const problem of [
      'Grant 42 is not in the ledger',
      'Holder 999 is not in the ledger',
      'Holder 777 elects every grant, but none is eligible',
      'Holder 900 elects every grant, but none is eligible',
    ])
      await pane.text(problem).waitFor();
  });

  it('is previewed as it would be exchanged, grant by grant, and under other assumptions', async () => {
    await pane.step('Preview');
    await pane.text('13 of 13 grants').waitFor();
    const totals = async () => (await pane.frame.locator('.rg-stats .rg-figure').allInnerTexts()).join(' ');
    assert.equal(await totals(), '4,575 1,843 2,732');
    for (const chip of [/^Elected 9$/, /^Withdrawn 1$/, /^Not eligible 3$/])
      await pane.button(chip).waitFor();
    await pane.button(/^Not eligible 3$/).click();
    await pane.text('3 of 13 grants').waitFor();
    await pane.button(/^All$/).click();
    await pane.frame.getByRole('searchbox').fill('fox');
    await pane.text('2 of 13 grants').waitFor();
    await pane.button('G-5001').click();
    await until(pane.excel.page, `excel.workspace.selection.area.top === 18`);
    await pane.frame.getByRole('searchbox').fill('');
    await pane.unfold('What if');
    await pane.frame.getByLabel('New shares for an old one').fill('1');
    // One for one: every cancelled share but the 200 lapsed ones.
    await pane.text('offer: 1,843').waitFor();
    assert.match(await totals(), /^4,575 4,375 200$/);
    await pane.frame.getByLabel('New shares for an old one').fill('');
    await pane.frame.getByLabel('Least exercise price').fill('40');
    // 0042 (650), G-3001 (1200) and G-3002 twice (601 and 90) remain; Fay has no eligible grant, so no look-back.
    await pane.text('offer: 4,575').waitFor();
    assert.match(await totals(), /^2,541 477 /);
    await pane.button('Back to the offer').click();
    await pane.text('offer: 4,575').waitFor({ state: 'detached' });
    assert.equal(await totals(), '4,575 1,843 2,732');
  });

  /** Asserts what stands in the workbook after a run. */
  const assertResults = (book: Workbook): void => {
    const cells = (column: string): CellValue[] => columnOf(book, 'RegrantNewGrants', column);
    assert.deepEqual(
      cells('Old Grant ID').map((id, at) => [
        String(id),
        cells('Cancelled Shares')[at],
        cells('New Shares')[at],
      ]),
      EXCHANGED,
    );
    // The average of 2.30 and 2.14, on July 21, 2003, whatever the close.
    assert.deepEqual([...new Set(cells('Exercise Price'))], [2.22]);
    assert.deepEqual(
      cells('Status'),
      EXCHANGED.map(([grant]) => (grant === 'G-6001' ? 'Lapsed' : 'Granted')),
    );
    assert.deepEqual(cells('Holder ID').map(String), [
      '00123',
      '00123',
      '123',
      '0777',
      '0777',
      '0777',
      '901',
      '901',
      '902',
    ]);
    const measures = new Map(
      columnOf(book, 'RegrantSummary', 'Measure').map((name, at) => [
        String(name),
        columnOf(book, 'RegrantSummary', 'Value')[at],
      ]),
    );
    for (const [measure, value] of [
      ['Holders in the ledger', 8],
      ['Grants in the ledger', 13],
      ['Grants eligible', 9],
      ['Grants exchanged', 9],
      ['Grants required by look-back', 1],
      ['Grants lapsed', 1],
      ['Shares cancelled', CANCELLED],
      ['New shares', NEW_SHARES],
      ['Shares cancelled less new', CANCELLED - NEW_SHARES],
    ] as const)
      assert.equal(measures.get(measure), value, measure);
    const quarters = columnOf(book, 'RegrantVestingbyquarter', 'Quarter');
    const shares = columnOf(book, 'RegrantVestingbyquarter', 'Shares');
    assert.deepEqual(
      quarters.map((quarter, at) => [quarter, shares[at]]),
      BY_QUARTER,
    );
    const checks = columnOf(book, 'RegrantChecks', 'Severity').map((severity, at) =>
      ['Sheet', 'Row', 'Column'].reduce(
        (line, column) => `${line} ${String(columnOf(book, 'RegrantChecks', column)[at]).replace('\n', ' ')}`,
        String(severity),
      ),
    );
    assert.deepEqual(
      checks.filter((line) => line.startsWith('Error')),
      [
        `Error ${LEDGER} 12 Split-adjusted strike`,
        `Error ${LEDGER} 13 Issue Date`,
        `Error ${LEDGER} 16 Grant Number`,
      ],
    );
    assert.deepEqual(
      checks.filter((line) => line.startsWith('Warning')),
      [4, 5, 8, 14].map((row) => `Warning Forms ${row} ${row === 14 ? 'Holder ID' : 'Grant ID'}`),
    );
  };

  it('is exchanged with live formulas, and each result tells how it came about', async () => {
    await pane.runOffer();
    await pane.excel.settled();
    await pane.text('9 grants').waitFor();
    const book = readWorkbook(await pane.saved());
    assertResults(book);
    const formulas = formulasOf(book, 'RegrantNewGrants', 'New Shares');
    assert.deepEqual(
      formulas.map((formula) => formula?.startsWith('=REGRANT.NEWSHARES(') === true),
      EXCHANGED.map(([grant]) => grant !== 'G-6001'),
      'live, but for the promise that lapsed',
    );
    // A formula knows columns by their headers: it would take Option Price for the price.
    assert.ok(formulasOf(book, 'RegrantEligibility', 'Eligible').every((formula) => formula === undefined));
    await pane.open('Explain');
    await pane.excel.tab('Regrant New Grants');
    await pane.excel.goTo('I8');
    await pane.frame.getByRole('heading', { name: 'Grant G-5001', exact: true }).waitFor();
    await pane.text('333 × 4/5').waitFor();
    await pane.text('= 266.4').waitFor();
    await pane.text('rounded down to 266').waitFor();
    await pane.button(`${LEDGER}!L19`).waitFor();
    await pane.button(`${LEDGER}!P19`).waitFor();
    await pane.excel.goTo('I10');
    await pane.frame.getByRole('heading', { name: 'Grant G-6001', exact: true }).waitFor();
    await pane.text(/2003-03-01|Mar 1, 2003/).waitFor();
  });

  it('is exchanged as values, and frozen to values, with the same figures', async () => {
    await pane.step('Run');
    await pane.button('Freeze to values …').click();
    await pane.button('Freeze to values').click();
    await pane.text(/formulas are values now/).waitFor();
    const frozen = readWorkbook(await pane.saved());
    assertResults(frozen);
    assert.ok(formulasOf(frozen, 'RegrantNewGrants', 'New Shares').every((formula) => formula === undefined));
    await pane.step('Run');
    await pane.frame.getByRole('radio', { name: /^Values/ }).click();
    await pane.runOffer();
    const values = readWorkbook(await pane.saved());
    assertResults(values);
    assert.ok(formulasOf(values, 'RegrantNewGrants', 'New Shares').every((formula) => formula === undefined));
  });

  it('is left as it was, with everything else that the workbook held', async () => {
    const saved = await pane.saved();
    const [before, after] = [filePartsOf(original), filePartsOf(saved)];
    const lists = new Set([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
    ]);
    for (const [name, text] of before) {
      if (lists.has(name)) continue;
      assert.equal(withoutSelection(after.get(name)), withoutSelection(text), name);
    }
    const reopened = readWorkbook(saved);
    for (const sheet of messyLedgerBook().sheets) {
      const used = sheet.usedRange();
      const now = sheetNamed(reopened, sheet.name);
      assert.equal(now.visibility, sheet.visibility);
      for (let row = 0; row <= (used?.bottom ?? -1); row++)
        for (let column = 0; column <= (used?.right ?? -1); column++) {
          const cell = `${sheet.name} ${row + 1},${column + 1}`;
          assert.equal(now.formula(row, column), sheet.formula(row, column), cell);
          if (sheet.formula(row, column) === undefined)
            assert.deepEqual(now.value(row, column), sheet.value(row, column), cell);
        }
    }
    for (const row of [13, 17, 18, 19, 20])
      assert.equal(
        sheetNamed(reopened, LEDGER).rowProperties(row).hidden,
        true,
        `row ${row + 1} stays hidden`,
      );
  });
});
