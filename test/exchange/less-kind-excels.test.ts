/** Runs in Excels that differ from the kindest one: how they call functions, calculate, and answer large reads. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { grant, LEDGER_HEADER } from '../../src/domain/offer/offer-book.fixture.ts';
import { hostModes } from '@regrant/embedded-excel/node';
import { readWorkbook, type Workbook } from '@regrant/embedded-excel/package';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf, formulasOf } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const OFFER = {
  grants: [
    grant('A', { Outstanding: 1001 }),
    // Cells that are empty in a row that a rule reads.
    grant('B', { 'Holder ID': '002', Role: '' }),
    grant('C', { 'Holder ID': '003', 'Hire Date': '' }),
  ],
  rules: [
    ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back'],
    ['Hire Date', '<', '2002-12-19', 'Hired after the offer began', ''],
    ['Role', 'is not blank', '', 'No role', ''],
    ['Termination Date', 'is blank', '', 'Has left', ''],
  ],
  terms: { 'Price Decimals': 0 },
};

const checksOf = (book: Workbook): string[] => columnOf(book, 'RegrantChecks', 'Problem').map(String);
const liveIn = (book: Workbook, table: string, column: string): number =>
  formulasOf(book, table, column).filter((formula) => formula !== undefined).length;

function assertRightAndLive(book: Workbook): void {
  assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Eligible'), ['Yes', 'No', 'No']);
  assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Reasons'), [
    '',
    'No role',
    'Hired after the offer began',
  ]);
  assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [751]);
  assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Exercise Price'), [2]);
  for (const column of ['Eligible', 'Reasons']) assert.equal(liveIn(book, 'RegrantEligibility', column), 3);
  for (const column of ['New Shares', 'Exercise Price', 'First Vesting Date'])
    assert.equal(liveIn(book, 'RegrantNewGrants', column), 1, column);
  assert.deepEqual(
    checksOf(book).filter((text) => text.includes('live formula')),
    [],
  );
}

describe('A run and the next one', () => {
  for (const mode of [
    'empty-cells-as-zero',
    'no-whole-columns',
    'no-value-formats',
    'function-calls-5mb',
    'whole-rows-null',
  ] as const)
    it(`give the same live results in an Excel with ${mode}`, () =>
      withWorkbook(
        offerWorkbook(OFFER),
        async ({ book }) => {
          for (const time of ['2003-01-21T09:00', '2003-01-22T09:00']) {
            await runOffer({ time });
            assertRightAndLive(book);
          }
        },
        hostModes([mode]),
      ));

  it('judge an empty cell of a column of numbers as empty where it reaches a function as 0', () => {
    const workbook = offerWorkbook({
      grants: [grant('A'), grant('B', { 'Holder ID': '002' })],
      rules: [
        ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back'],
        ['Level', '<', 5, 'Level 5 or above, or none', ''],
      ],
    });
    // The second grant has no level, and 0 is one.
    workbook.sheet('Cap Table')?.setValues(1, LEDGER_HEADER.length, [['Level'], [3]]);
    return withWorkbook(
      workbook,
      async ({ book }) => {
        await runOffer();
        assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Reasons'), ['', 'Level 5 or above, or none']);
        assert.equal(liveIn(book, 'RegrantEligibility', 'Reasons'), 2);
      },
      hostModes(['empty-cells-as-zero']),
    );
  });

  it('keep a reason that begins with = as text, where text written among formulas loses its apostrophe', () => {
    const workbook = offerWorkbook({
      grants: [grant('A', { 'Exercise Price': 2 }), grant('B', { 'Exercise Price': 2 })],
      rules: [
        ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back'],
        ['Exercise Price', '>', 3.01, '', ''],
      ],
    });
    // As somebody typed it with an apostrophe.
    const rules = workbook.table('OfferRules');
    rules?.sheet.setValue(rules.area.top + 1, rules.area.left + 3, '=below the price');
    return withWorkbook(
      workbook,
      async ({ book, host }) => {
        const { deliver } = host.customFunctions;
        let reasons = 0;
        // The second grant's formula gives something else, so that its cell gets the reason as a value.
        host.customFunctions.deliver = (id, result) => {
          const isReason = 'value' in result && result.value === '=below the price';
          deliver(id, isReason && ++reasons === 2 ? { value: 'wrong' } : result);
        };
        await runOffer();
        assert.ok(reasons >= 2);
        assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Reasons'), [
          '=below the price',
          '=below the price',
        ]);
        assert.equal(liveIn(book, 'RegrantEligibility', 'Reasons'), 1);
      },
      hostModes(['apostrophes-lost']),
    );
  });

  it('calculate where calculation is manual, and say so', () =>
    withWorkbook(
      offerWorkbook(OFFER),
      async ({ host, book }) => {
        for (const time of ['2003-01-21T09:00', '2003-01-22T09:00']) {
          await runOffer({ time });
          // The last answers of custom functions may come after the run.
          await host.settled();
          assertRightAndLive(book);
          assert.ok(checksOf(book).some((text) => text.startsWith('Calculation is manual')));
        }
        assert.equal(book.calculation.mode, 'manual');
      },
      hostModes(['manual-calculation']),
    ));
});

describe('Four thousand grants', () => {
  it('are values where their formulas would send more than Excel passes on, and the checks say so', () =>
    withWorkbook(
      offerWorkbook({
        grants: Array.from({ length: 4000 }, (_, index) => grant(`G-${index}`)),
      }),
      async ({ book }) => {
        await runOffer();
        assert.equal(liveIn(book, 'RegrantEligibility', 'Reasons'), 0);
        assert.equal(columnOf(book, 'RegrantNewGrants', 'New Shares').length, 4000);
        assert.ok(liveIn(book, 'RegrantNewGrants', 'New Shares') > 0);
        assert.ok(checksOf(book).some((text) => text.includes('5 MB')));
        assert.deepEqual(
          checksOf(book).filter((text) => text.includes('#BUSY!')),
          [],
        );
      },
      hostModes(['function-calls-5mb']),
    ));
});

describe('A sheet with one value in a far corner', () => {
  for (const name of [
    'full-width-row',
    'full-width-row-ledger',
    'stray_XFD2',
    'stray_corner_notes_XFC1048576',
  ])
    it(`is read by the cells that it holds: ${name}.xlsx`, () => {
      const bytes = readFileSync(new URL(`../data/cells-far-apart/${name}.xlsx`, import.meta.url));
      return withWorkbook(
        readWorkbook(bytes),
        async ({ book, server }) => {
          await runOffer();
          assert.ok(columnOf(book, 'RegrantEligibility', 'Grant ID').length > 0);
          assert.ok(server.counters.largestReplyBytes < 1_000_000, String(server.counters.largestReplyBytes));
        },
        hostModes(['whole-rows-null']),
      );
    });
});
