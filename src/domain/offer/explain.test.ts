import assert from 'node:assert/strict';
import { formatDay } from '../basics/day.ts';
import { EVENTS, grant, LEDGER_HEADER, type OfferBook, offerSource } from './offer-book.fixture.ts';
import type { CellValue } from '../basics/cell.ts';
import { english } from '../basics/sentence.ts';
import { freezeTables } from './life/freeze-tables.ts';
import { type ExplainedLine, explainGrant, type Explanation } from './explain.ts';

const explain = (book: OfferBook, row = 3): Explanation => {
  const found = explainGrant(offerSource(book), row);
  assert.ok(found !== undefined);
  return found;
};

const explainLine = (book: OfferBook, row = 3): ExplainedLine => {
  const [line] = explain(book, row).lines;
  assert.ok(line !== undefined);
  return line;
};

describe('An explanation of a grant', () => {
  it('names each rule with the value that it compared and both cells', () => {
    const { rules, eligible } = explain({ grants: [grant('A', { 'Exercise Price': 3.01 })] });
    assert.equal(eligible, false);
    const { sentence = '', ...rule } = rules[0] ?? {};
    assert.equal(english(sentence), 'must be above 3.01');
    assert.deepEqual(rule, {
      field: 'Exercise Price',
      value: { value: 3.01, cell: "'Cap Table'!$J$3" },
      passes: false,
      reason: 'Exercise price is not above $3.01',
      waivedForLookBack: false,
      rule: 'OfferRules!$A$2',
    });
    assert.deepEqual(
      rules.map((rule) => rule.passes),
      [false, true, true],
    );
  });

  it('shows the exact product before it is rounded: 1,001 x 3/4 = 750.75, up to 751', () => {
    const events = [
      EVENTS.map(
        (name) => ({ Date: '2003-03-03', Event: 'Split', 'New Shares': 1, 'Old Shares': 3 })[name] ?? '',
      ),
    ];
    const { count, status } = explainLine({ grants: [grant('A', { Outstanding: 1001 })], events });
    assert.equal(status, 'Granted');
    assert.equal(count?.ratio.toString(), '3/4');
    assert.equal(count.exact.toNumber(), 750.75);
    assert.deepEqual(
      [count.rounding, count.rounded, count.ratioCell, count.cancelled.cell],
      ['up', 751, 'OfferTerms!$B$7', "'Cap Table'!$K$3"],
    );
    assert.deepEqual(
      count.events.map(({ label, cell, before, exact, rounding, after }) => [
        english(label),
        cell,
        before,
        exact.toString(),
        rounding,
        after,
      ]),
      [['Split 1 for 3 on 2003-03-03', 'OfferEvents!$A$2', 751, '751/3', 'down', 250]],
    );
    assert.equal(count.shares, 250);
  });

  it('counts a merger\u2019s cash in shares of the acquirer: 751 x (0.5 + 2/10) = 525.7', () => {
    const merger: Record<string, CellValue> = {
      Date: '2003-03-03',
      Event: 'Merger',
      'Stock per Share': 0.5,
      'Cash per Share': 2,
    };
    const events = [EVENTS.map((name) => ({ ...merger, 'Acquirer Price': 10 })[name] ?? '')];
    const { count } = explainLine({ grants: [grant('A', { Outstanding: 1001 })], events });
    assert.deepEqual(
      count?.events.map(({ exact, after }) => [exact.toNumber(), after]),
      [[525.7, 525]],
    );
  });

  it('of a promise that lapsed shows what it would have been, why it is not, and nothing of an award', () => {
    const grants = [
      grant('A', { Outstanding: 501 }),
      grant('B', { 'Exercise Price': 2, 'Termination Date': '2003-05-01' }),
    ];
    const { count, lapse, status, price, vesting } = explainLine({ grants, prices: [] });
    assert.equal(status, 'Lapsed');
    assert.deepEqual([count?.exact.toNumber(), count?.rounded, count?.shares], [375.75, 376, 0]);
    assert.deepEqual(
      { ...lapse, ended: formatDay(lapse?.ended ?? 0), needed: formatDay(lapse?.needed ?? 0) },
      {
        ended: '2003-05-01',
        endedCell: "'Cap Table'!$E$4",
        needed: '2003-07-21',
        neededCell: 'OfferTerms!$B$5',
      },
    );
    assert.deepEqual([price, vesting], [undefined, undefined]);
  });

  it('of a promise of which no whole share is left has no price and no vesting', () => {
    const { count, lapse, price, vesting } = explainLine({
      grants: [grant('A', { Outstanding: 1 })],
      terms: { Rounding: 'down' },
    });
    assert.deepEqual(
      [count?.rounded, count?.shares, lapse, price, vesting],
      [0, 0, undefined, undefined, undefined],
    );
  });

  it('leads to the live cell of a termination that came after the closing', () => {
    const titled = (changes: Readonly<Record<string, CellValue>>) => {
      const source = offerSource({ grants: [grant('A', changes)] });
      return { ...source, sheets: source.sheets.map((one, at) => (at === 0 ? { ...one, column: 3 } : one)) };
    };
    const frozen = freezeTables(titled({}));
    const found = explainGrant({ ...titled({ 'Termination Date': '2003-05-01' }), frozen }, 3);
    assert.equal(found?.lines[0]?.lapse?.endedCell, "'Cap Table'!G3");
  });

  it('leads to what was granted where the ledger has no column of what is outstanding', () => {
    const header = LEDGER_HEADER.map((name) => (name === 'Outstanding' ? 'Granted' : name));
    const { count } = explainLine({ grants: [grant('A')], header });
    assert.deepEqual(count?.cancelled, { value: 1000, cell: "'Cap Table'!$K$3" });
  });

  it('gives the row of OfferRatios, the price with its day and cell, and every installment', () => {
    const { count, price, vesting } = explainLine({
      grants: [grant('A')],
      terms: { Ratio: '' },
      ratios: [
        ['Exercise Price From', 'New per Old'],
        [100, 0.1],
        ['', 0.5],
      ],
    });
    assert.equal(count?.ratioCell, 'OfferRatios!$A$3');
    assert.deepEqual(price, {
      rule: 'close',
      ruleCell: undefined,
      date: 37823,
      dateCell: 'OfferTerms!$B$5',
      price: 1.5,
      state: 'known',
      cell: 'OfferPrices!$B$2',
    });
    assert.equal(vesting?.scheduleCell, 'OfferTerms!$B$9');
    assert.equal(vesting.installments.length, 25);
    assert.equal(vesting.installments.at(-1)?.cumulative, 500);
  });

  it('tells the exact part of the award that has vested by each date, before it is rounded', () => {
    const { vesting } = explainLine({ grants: [grant('A', { Outstanding: 1001 })] });
    const [cliff, next] = vesting?.installments ?? [];
    assert.equal(vesting?.shares, 751);
    assert.deepEqual([cliff?.portion?.toString(), cliff?.cumulative], ['1/2', 375]);
    assert.deepEqual([next?.portion?.toString(), next?.cumulative], ['25/48', 391]);
  });

  it('names the row of OfferRatios that has a schedule of its own, and counts no parts of counted shares', () => {
    const { vesting } = explainLine({
      grants: [grant('A')],
      terms: { Ratio: '' },
      ratios: [
        ['New per Old', 'Vesting Schedule'],
        [0.5, '100 shares at grant, then the rest at 1 year'],
      ],
    });
    assert.equal(vesting?.scheduleCell, 'OfferRatios!$B$2');
    assert.deepEqual(
      vesting.installments.map(({ shares, portion }) => [shares, portion]),
      [
        [100, undefined],
        [400, undefined],
      ],
    );
  });

  it('lists the holder\u2019s elections in the order in which they count, late ones marked', () => {
    const elections = [
      ['001', 'A', 'Withdraw', '2003-01-12'],
      ['001', '', 'Elect', '2003-01-10'],
      ['001', 'A', 'Elect', '2003-01-21'],
      ['002', 'A', 'Elect', '2003-01-11'],
    ];
    const explained = explain({ grants: [grant('A')], elections });
    assert.deepEqual(
      explained.elections.map(({ action, received, late, cell }) => [
        action,
        formatDay(Math.floor(received)),
        late,
        cell,
      ]),
      [
        ['Elect', '2003-01-10', false, 'OfferElections!$A$3'],
        ['Withdraw', '2003-01-12', false, 'OfferElections!$A$2'],
        ['Elect', '2003-01-21', true, 'OfferElections!$A$4'],
      ],
    );
    assert.deepEqual([explained.election, explained.exchanged, explained.lines], ['Withdrawn', false, []]);
  });

  it('says from which day the look-back brings a grant in, and until when one vests', () => {
    const grants = [
      grant('A', { 'Termination Date': '2005-01-01' }),
      grant('B', { 'Grant Date': '2002-07-01', 'Exercise Price': 1, 'Termination Date': '2005-01-01' }),
    ];
    const explained = explain({ grants, elections: [['001', 'A', 'Elect', '2003-01-10']] }, 4);
    assert.equal(formatDay(explained.lookBackFrom ?? 0), '2002-06-19');
    assert.equal(formatDay(explained.lines[0]?.vesting?.until ?? 0), '2005-01-01');
  });

  it('calls a rule waived for the look-back only where it was for this grant', () => {
    const grants = [grant('A'), grant('B', { 'Grant Date': '2002-07-01', 'Exercise Price': 1 })];
    const elections = [['001', 'A', 'Elect', '2003-01-10']];
    const waived = (row: number) =>
      explain({ grants, elections }, row).rules.map(({ passes, waivedForLookBack }) => [
        passes,
        waivedForLookBack,
      ]);
    assert.deepEqual(waived(3)[0], [true, false]);
    assert.deepEqual(waived(4), [
      [false, true],
      [true, false],
      [true, false],
    ]);
  });

  it('of a row that is no grant is none', () => {
    assert.equal(explainGrant(offerSource({ grants: [grant('A')] }), 1), undefined);
  });
});
