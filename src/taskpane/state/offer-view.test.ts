import assert from 'node:assert/strict';
import { english } from '../../domain/basics/sentence.ts';
import type { CellValue } from '../../domain/basics/cell.ts';
import { GRANT_STATUSES } from '../../domain/offer/life/grant-status.ts';
import { grant, LEDGER_HEADER, offerSource, run } from '../../domain/offer/offer-book.fixture.ts';
import { exactText } from './exact-text.ts';
import { firstStep, offerView, STEPS, stepState } from './offer-view.ts';
import { AS_IT_IS, filterRows, previewRows, readWhatIf } from './preview.ts';
import { snapshotOf } from './snapshot.fixture.ts';
import { SAMPLE_LEDGER, SAMPLE_TABLES } from './sample-workbook.ts';
import { ledgerView, withColumn } from './ledger-view.ts';
import { cellEntry, cellText } from './term-fields.ts';
import { formatFor } from '../strings/format.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import { Fraction } from '../../domain/basics/fraction.ts';
import { OFFER_EXAMPLES } from './offer-examples.ts';
import { parseSchedule } from '../../domain/vesting/parse-schedule.ts';
import { scheduleWords } from './schedule-builder.ts';

const GRANTS = [
  grant('A'),
  grant('B', { 'Exercise Price': 3.01 }),
  grant('C', { 'Holder ID': '002', 'Holder Name': 'Ben Example', Role: 'Director' }),
  grant('D', { 'Holder ID': '003', 'Holder Name': 'Cleo Example' }),
];
const ELECTIONS: CellValue[][] = [['001', 'A', 'Elect', '2003-01-10']];
const BOOK = { grants: GRANTS, elections: ELECTIONS };
const read = (book = BOOK) => offerView(snapshotOf(offerSource(book)));

describe('The path through an offer', () => {
  it('begins at the ledger where there is none', () => {
    const view = offerView(snapshotOf({ sheets: [], tables: [], date1904: false }));
    assert.equal(view.ledger.kind, 'empty');
    assert.equal(firstStep(view), 'ledger');
    assert.deepEqual(
      STEPS.map((step) => stepState(view, step)),
      ['open', 'open', 'open', 'open', 'open', 'open'],
    );
  });

  it('asks for terms where there is a ledger alone', () => {
    const source = offerSource(BOOK);
    const view = offerView(snapshotOf({ ...source, tables: [], sheets: source.sheets.slice(0, 1) }));
    assert.equal(view.ledger.kind, 'found');
    assert.equal(firstStep(view), 'terms');
  });

  it('stops at a term that cannot be read, with its cell and its field', () => {
    const view = offerView(snapshotOf(offerSource({ ...BOOK, terms: { Rounding: 'sideways' } })));
    assert.equal(stepState(view, 'terms'), 'attention');
    assert.equal(view.refusal?.link?.sheet, 'OfferTerms');
    const field = view.terms.find((one) => one.term.name === 'Rounding');
    assert.match(english(field?.problem ?? ''), /must be down, up or nearest/);
    assert.equal(view.run, undefined);
  });

  it('is ready to be previewed and run once forms have come in', () => {
    const view = read();
    assert.equal(firstStep(view), 'preview');
    assert.equal(view.elections.events, 1);
    assert.deepEqual(view.plan.obstacles, []);
    assert.deepEqual(
      view.plan.tables.slice(0, 5).map(({ sheet, rowsNow }) => [sheet, rowsNow]),
      [
        ['Regrant Eligibility', undefined],
        ['Regrant New Grants', undefined],
        ['Regrant Vesting', undefined],
        ['Regrant Checks', undefined],
        ['Regrant Summary', undefined],
      ],
    );
  });

  it('says before the run that a sheet of its name is not its own', () => {
    const snapshot = snapshotOf(offerSource(BOOK));
    const sheet = { name: 'Regrant Vesting', isProtected: false, isVeryHidden: false, used: undefined };
    const view = offerView({
      ...snapshot,
      shape: { ...snapshot.shape, sheets: [...snapshot.shape.sheets, sheet] },
    });
    assert.match(
      english(view.plan.obstacles[0] ?? ''),
      /already a sheet "Regrant Vesting" that Regrant did not make/,
    );
    assert.equal(stepState(view, 'run'), 'attention');
  });
});

describe('The ledger step', () => {
  const header = LEDGER_HEADER.map((name) => (name === 'Exercise Price' ? 'Px' : name));

  it('shows what is missing, and takes a correction', () => {
    const source = offerSource({ ...BOOK, header });
    const view = ledgerView(source);
    assert.deepEqual(view.kind === 'incomplete' && view.ledger.missing, ['Exercise Price']);
    const ledger = withColumn(undefined, 'Cap Table', 'Exercise Price', 'Px');
    const corrected = ledgerView({ ...source, ledger });
    assert.ok(corrected.kind === 'found');
    const price = corrected.ledger.columns.find(({ column }) => column.name === 'Exercise Price');
    assert.deepEqual([price?.header, price?.letters, price?.isChosen], ['Px', 'J', true]);
    assert.deepEqual(withColumn(ledger, 'Cap Table', 'Exercise Price', undefined), { sheet: 'Cap Table' });
  });

  it('names header cells beside which columns have no header, as merged ones have none, and no others', () => {
    const source = offerSource(BOOK);
    const withoutHeaders = (...blank: readonly number[]) => ({
      ...source,
      sheets: source.sheets.map((block) =>
        block.sheet === 'Cap Table'
          ? {
              ...block,
              values: block.values.map((row, at) =>
                at === 1 ? row.map((cell, column) => (blank.includes(column) ? '' : cell)) : row,
              ),
            }
          : block,
      ),
    });
    const unnamed = (...blank: readonly number[]) => {
      const view = ledgerView(withoutHeaders(...blank));
      assert.ok(view.kind === 'found' || view.kind === 'incomplete');
      return view.unnamed.map(({ address }) => address);
    };
    assert.deepEqual(unnamed(), []);
    assert.deepEqual(unnamed(1), ['A2:B2']);
    assert.deepEqual(unnamed(1, 2, 8), ['A2:C2', 'H2:I2']);
    // A column without a header that holds nothing is no column.
    assert.deepEqual(unnamed(40), []);
  });

  it('asks which of two sheets it is, and keeps to the answer', () => {
    const source = offerSource(BOOK);
    const [first] = source.sheets;
    assert.ok(first);
    const two = { ...source, sheets: [...source.sheets, { ...first, sheet: 'Copy' }] };
    const view = ledgerView(two);
    assert.deepEqual(view.kind === 'choose' && view.candidates.map(({ sheet }) => sheet), [
      'Cap Table',
      'Copy',
    ]);
    const chosen = ledgerView({ ...two, ledger: { sheet: 'Copy' } });
    assert.equal(chosen.kind === 'found' && chosen.ledger.sheet, 'Copy');
  });

  it('points from a check to the cell that it is about', () => {
    const view = ledgerView(offerSource({ grants: [grant('A', { 'Exercise Price': 'six' })] }));
    assert.ok(view.kind === 'found');
    assert.deepEqual(view.checks[0]?.link, { sheet: 'Cap Table', address: 'J3' });
    assert.equal(view.checks[0].severity, 'Error');
  });

  it('offers the columns of a sheet that a person chose, though nothing on it is known', () => {
    const sheet = {
      sheet: 'Data',
      row: 1,
      column: 1,
      values: [
        ['a', 'b', 'c', 'd'],
        [1, 2, 3, 4],
      ],
    };
    const source = { sheets: [sheet], tables: [], date1904: false };
    assert.equal(ledgerView(source).kind, 'none');
    const view = ledgerView({ ...source, ledger: { sheet: 'Data' } });
    assert.deepEqual(view.kind === 'incomplete' && view.ledger.headers, ['a', 'b', 'c', 'd']);
  });
});

describe('The form over the terms', () => {
  const us = formatFor('en-US', 'en');
  const german = formatFor('de-DE', 'de');

  it('writes dates as dates, ratios as text and counts as numbers', () => {
    assert.deepEqual(cellEntry('date', '2003-07-21', us), { value: 37823, format: 'yyyy-mm-dd' });
    assert.deepEqual(cellEntry('moment', '2003-01-20T21:00', us), {
      value: 37641.875,
      format: 'yyyy-mm-dd hh:mm',
    });
    assert.deepEqual(cellEntry('ratio', '4:3', us), { value: '4:3', format: '@' });
    assert.deepEqual(cellEntry('whole', '120', us), { value: 120 });
    assert.deepEqual(cellEntry('text', '=1+1', us), { value: "'=1+1" });
    assert.deepEqual(cellEntry('choice', ' ', us), { value: '' });
  });

  it('reads numbers as the workbook’s locale writes them, and writes them as the contract does', () => {
    assert.deepEqual(cellEntry('whole', '1.000', german), { value: 1000 });
    assert.deepEqual(cellEntry('whole', '1.200', german), { value: 1200 });
    assert.deepEqual(cellEntry('amount', '0,35', german), { value: 0.35 });
    assert.deepEqual(cellEntry('amount', '3,01; 5', german), { value: "'3.01; 5" });
    assert.deepEqual(cellEntry('amount', 'zehn', german), { value: 'zehn' });
    assert.deepEqual(cellEntry('ratio', '0,75', german), { value: '0.75', format: '@' });
    assert.deepEqual(cellEntry('ratio', '2,5 to 1', german), { value: '2.5 to 1', format: '@' });
    assert.deepEqual(cellEntry('ratio', '4:1', german), { value: '4:1', format: '@' });
    assert.deepEqual(cellEntry('ratio', '0.75', german), { value: '0.75', format: '@' });
    assert.deepEqual(cellEntry('amount', '1,000.50', us), { value: 1000.5 });
  });

  it('stores no number that the offer would read as another one', () => {
    assert.equal(cellEntry('amount', '1.5', german), undefined);
    assert.equal(cellEntry('whole', '1,000.00', german), undefined);
    assert.equal(cellEntry('amount', '3,01; 5.5', german), undefined);
  });

  it('shows numbers as they can be typed again', () => {
    assert.equal(cellText('amount', 3.01, german), '3,01');
    assert.equal(cellText('amount', '3.01; 5', german), '3,01; 5');
    assert.equal(cellText('whole', 1200, german), '1200');
    assert.equal(cellText('ratio', '0.75', german), '0,75');
    assert.equal(cellText('ratio', '4:3', german), '4:3');
    assert.equal(cellText('text', '3.01', german), '3.01');
    assert.equal(cellText('amount', 3.01, us), '3.01');
  });

  it('takes text that begins with = for text, as somebody typed it into the form', () => {
    const view = offerView(snapshotOf(offerSource({ ...BOOK, terms: { Company: '=A1' } })));
    const field = view.terms.find((one) => one.term.name === 'Company');
    assert.deepEqual([field?.value, field?.formula], ['=A1', undefined]);
  });

  it('shows what a date’s cell holds, and leaves a formula alone', () => {
    const snapshot = snapshotOf(offerSource({ ...BOOK, terms: { 'Cancellation Date': 37641 } }));
    const cells = snapshot.offerFormulas.get('OfferTerms') ?? [];
    const formulas = cells.map((row) => (row[0] === 'Cancellation Date' ? ['', '=INT(B3)', ''] : row));
    const view = offerView({ ...snapshot, offerFormulas: new Map([['OfferTerms', formulas]]) });
    const field = view.terms.find((one) => one.term.name === 'Cancellation Date');
    assert.ok(field);
    assert.equal(cellText(field.term.kind, field.value, us), '2003-01-20');
    assert.equal(field.formula, '=INT(B3)');
  });

  it('starts from real offers whose terms can be read', () => {
    for (const { id, terms, ratios } of OFFER_EXAMPLES) {
      const tiers = ratios.length > 0 ? { ratios: ratios.map((row) => [...row]) } : {};
      const result = run({ ...BOOK, terms, ...tiers });
      assert.ok(result.eligibility.rows.length > 0, id);
    }
  });
});

describe('The preview', () => {
  const statusesAt = (stage: Stage) =>
    previewRows(run(BOOK), stage).map(({ grant: id, status, newShares }) => [id, status, newShares]);

  it('tells the status of each grant at the stage of its offer', () => {
    assert.deepEqual(statusesAt('Open'), [
      ['A', 'Elected', 750],
      ['B', 'Not eligible', undefined],
      ['C', 'Not eligible', undefined],
      ['D', 'Eligible', undefined],
    ]);
    assert.deepEqual(statusesAt('Cancelled')[0], ['A', 'Exchanged', 750]);
    assert.deepEqual(statusesAt('Granted')[0], ['A', 'Granted', 750]);
  });

  it('shows no new shares for a grant that lapses, and says why', () => {
    const lapsing = { grants: [grant('A', { 'Termination Date': '2003-03-01' })], elections: ELECTIONS };
    const [row] = previewRows(run(lapsing), 'Cancelled');
    assert.equal(row?.status, 'Lapsed');
    assert.equal(row.newShares, undefined);
    assert.equal(row.notes.length, 1);
  });

  it('filters by status and reason, and searches by name', () => {
    const rows = previewRows(run(BOOK), 'Draft');
    const found = (filter: Partial<Parameters<typeof filterRows>[1]>) =>
      filterRows(rows, { status: undefined, reason: undefined, search: '', ...filter }).map(
        ({ grant: id }) => id,
      );
    assert.deepEqual(found({ status: 'Eligible' }), ['D']);
    assert.deepEqual(found({ reason: 'Exercise price is not above $3.01' }), ['B']);
    assert.deepEqual(found({ search: 'cleo' }), ['D']);
  });
});

describe('A what-if in the preview', () => {
  const us = formatFor('en-US', 'en');
  const german = formatFor('de-DE', 'de');

  it('assumes what its fields say, in the notation of the workbook', () => {
    assert.deepEqual(readWhatIf({ ratio: '0,5', floor: '3,01', participation: '12,5' }, german), {
      assumptions: { ratio: '0.5', priceFloor: 3.01, participation: 0.125 },
      wrong: [],
    });
    assert.deepEqual(readWhatIf({ ...AS_IT_IS, ratio: '3:1' }, us).assumptions, { ratio: '3:1' });
    assert.deepEqual(readWhatIf(AS_IT_IS, us), { assumptions: {}, wrong: [] });
  });

  it('takes nothing else, and says in which field', () => {
    const wrong = (fields: Partial<typeof AS_IT_IS>) => readWhatIf({ ...AS_IT_IS, ...fields }, us).wrong;
    assert.deepEqual(wrong({ floor: 'abc' }), ['floor']);
    assert.deepEqual(wrong({ floor: '-3' }), ['floor']);
    assert.deepEqual(wrong({ participation: '-5' }), ['participation']);
    assert.deepEqual(wrong({ participation: '250', ratio: 'many' }), ['ratio', 'participation']);
    assert.deepEqual(wrong({ ratio: '0' }), ['ratio']);
    assert.deepEqual(wrong({ floor: '0', participation: '100' }), []);
  });
});

describe('Exact figures', () => {
  it('are written out as far as they go', () => {
    assert.deepEqual(exactText(Fraction.of(3003, 4)), { text: '750.75', isExact: true });
    assert.deepEqual(exactText(Fraction.of(1000, 3)), { text: '333.333333', isExact: false });
    assert.deepEqual(exactText(Fraction.of(750)), { text: '750', isExact: true });
  });
});

describe('The vesting wizard', () => {
  it('writes schedules that the schedule grammar reads', () => {
    for (const frequency of ['monthly', 'quarterly', 'semi-annually', 'annually'] as const)
      for (const cliffPercent of [0, 25, 50, 100]) {
        const words = scheduleWords({ cliffPercent, cliffMonths: 12, frequency, months: 36 });
        assert.ok(parseSchedule(words).parts.length > 0, words);
      }
    assert.equal(
      scheduleWords({ cliffPercent: 50, cliffMonths: 6, frequency: 'monthly', months: 24 }),
      '50% at 6 months, then 50% monthly over 24 months',
    );
  });
});

describe('The sample of an empty workbook', () => {
  it('shows every outcome of an offer', () => {
    const header = SAMPLE_LEDGER.rows[0]?.map(String) ?? [];
    const tables = new Map(SAMPLE_TABLES.map(({ table, rows }) => [table, rows.map((row) => [...row])]));
    const result = run({
      header,
      grants: SAMPLE_LEDGER.rows.slice(1).map((row) => [...row]),
      elections: tables.get('OfferElections') ?? [],
      prices: (tables.get('OfferPrices') ?? []).map(([day, close]) => [day, close]),
    });
    assert.equal(result.errors, 0);
    const stages = ['Open', 'Cancelled', 'Granted'] as const;
    const shown = new Set(stages.flatMap((stage) => previewRows(result, stage).map(({ status }) => status)));
    assert.deepEqual(
      [...GRANT_STATUSES].filter((status) => !shown.has(status)),
      [],
    );
    assert.ok(previewRows(result, 'Draft').some(({ isLookBack }) => isLookBack));
  });
});
