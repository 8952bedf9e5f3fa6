/** What a run writes into the workbook, through office.js, the first time and again. */
import assert from 'node:assert/strict';
import { grant, type OfferBook } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Workbook } from '@regrant/embedded-excel/package';
import type { RichApiServer } from '@regrant/embedded-excel/testing';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf, formulasOf, sheetNamed, withAddin } from '../run-addin.ts';

const OFFER: OfferBook = {
  grants: [
    grant('A'),
    grant('B', { 'Holder ID': '002', Outstanding: 1001 }),
    grant('C', { 'Holder ID': '003', 'Exercise Price': 3 }),
    grant(123, { 'Holder ID': '004', 'Termination Date': '2003-03-01' }),
  ],
};

/** The cells of a sheet, values and formulas, as one text. */
const contentOf = (book: Workbook, name: string): string => {
  const sheet = sheetNamed(book, name);
  const used = sheet.usedRange();
  const lines: string[] = [];
  for (let row = 0; row <= (used?.bottom ?? -1); row++)
    for (let column = 0; column <= (used?.right ?? -1); column++)
      lines.push(`${row},${column}: ${String(sheet.value(row, column))} ${sheet.formula(row, column) ?? ''}`);
  return lines.join('\n');
};

const INPUT_SHEETS = [
  'Cap Table',
  'OfferTerms',
  'OfferRules',
  'OfferElections',
  'OfferPrices',
  'OfferEvents',
];

describe('The result sheets of a run', () => {
  it('hold the new grants, each with the shares, the price and the dates of its promise', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, run }) => {
      await run();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Old Grant ID'), ['A', 'B', 123]);
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 751, 0]);
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Exercise Price'), [1.5, 1.5, 1.5]);
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Status'), ['Granted', 'Granted', 'Lapsed']);
      assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Eligible'), ['Yes', 'Yes', 'No', 'Yes']);
      assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Holder ID'), ['001', '002', '003', '004']);
    }));

  it('are live where a custom function gives the figure, and give what the run gave', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, run }) => {
      const { results } = await run();
      assert.match(formulasOf(book, 'RegrantNewGrants', 'New Shares')[0] ?? '', /REGRANT\.NEWSHARES\(/);
      assert.equal(formulasOf(book, 'RegrantNewGrants', 'New Shares')[2], undefined, 'a lapse is a value');
      for (const column of ['New Shares', 'Exercise Price', 'First Vesting Date', 'Fully Vested Date'])
        assert.equal(formulasOf(book, 'RegrantNewGrants', column).filter(Boolean).length, 2, column);
      for (const column of ['Eligible', 'Reasons'])
        assert.equal(formulasOf(book, 'RegrantEligibility', column).filter(Boolean).length, 4, column);
      assert.deepEqual(
        columnOf(book, 'RegrantNewGrants', 'New Shares'),
        results.newGrants.map((row) => row['New Shares']),
      );
      assert.doesNotMatch(results.checks.map(({ Problem }) => String(Problem)).join(), /live formula/);
    }));

  it('follow a term that the analyst changes, while who takes part stays decided', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, addin, run }) => {
      await run();
      const terms = sheetNamed(book, 'OfferTerms');
      assert.equal(terms.value(7, 0), 'Rounding');
      terms.setValue(7, 1, 'down');
      await addin.host.settled();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 750, 0]);
    }));

  it('show #N/A, and no other grant\u2019s result, once the ledger was sorted under them', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, addin, run }) => {
      await run();
      const ledger = sheetNamed(book, 'Cap Table');
      const row = (at: number) => Array.from({ length: 11 }, (_, column) => ledger.value(at, column));
      const [first, third] = [row(2), row(4)];
      ledger.setValues(2, 0, [third]);
      ledger.setValues(4, 0, [first]);
      await addin.host.settled();
      assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Eligible').map(String), [
        '#N/A',
        'Yes',
        '#N/A',
        'Yes',
      ]);
    }));

  it('are values throughout where values are asked for', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, run }) => {
      await run({ values: true });
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 751, 0]);
      for (const column of ['New Shares', 'Exercise Price', 'First Vesting Date'])
        assert.deepEqual(formulasOf(book, 'RegrantNewGrants', column), [undefined, undefined, undefined]);
    }));

  it('fall back to values, with a warning, where custom functions do not calculate', () =>
    withAddin(
      offerWorkbook(OFFER),
      async ({ book, run }) => {
        const { warnings, results } = await run();
        assert.ok(warnings > 0);
        assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 751, 0]);
        assert.match(
          results.checks.map(({ Problem }) => String(Problem)).join('\n'),
          /2 cells hold values instead of a live formula: the formula shows #NAME\?/,
        );
        assert.ok(columnOf(book, 'RegrantChecks', 'Severity').includes('Warning'));
      },
      { customFunctions: false },
    ));

  it('show an analyst\u2019s reason as it was written, whatever Excel would make of it', () => {
    const rules = [
      ['Field', 'Operator', 'Value', 'Reason'],
      ['Exercise Price', '>', 3.01, '-- below the floor'],
    ];
    return withAddin(offerWorkbook({ ...OFFER, rules }), async ({ book, run }) => {
      for (const values of [true, false]) {
        await run({ values });
        assert.deepEqual(
          columnOf(book, 'RegrantEligibility', 'Reasons').filter(
            (reason) => reason !== null && reason !== '',
          ),
          ['-- below the floor'],
        );
      }
    });
  });

  it('count their dates as the workbook does, from 1904, and are values there', () =>
    withAddin(offerWorkbook({ ...OFFER, date1904: true }), async ({ book, run }) => {
      const { results } = await run();
      assert.equal(results.newGrants[0]?.['Grant Date'], '2003-07-21');
      assert.equal(columnOf(book, 'RegrantNewGrants', 'Grant Date')[0], 37823 - 1462);
      assert.equal(columnOf(book, 'RegrantVesting', 'Date')[0], 38007 - 1462);
      assert.equal(formulasOf(book, 'RegrantNewGrants', 'New Shares')[0], undefined);
      assert.match(results.checks.map(({ Problem }) => String(Problem)).join(), /counts dates from 1904/);
    }));

  it('have a blank row where nothing is exchanged', () =>
    withAddin(
      offerWorkbook({ ...OFFER, elections: [['001', 'A', 'Withdraw', '2003-01-10']] }),
      async ({ book, run }) => {
        await run();
        assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [null]);
        assert.deepEqual(columnOf(book, 'RegrantVesting', 'Shares'), [null]);
      },
    ));

  it('leave the ledger and the offer as they are', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, run }) => {
      const before = INPUT_SHEETS.map((name) => contentOf(book, name));
      await run();
      assert.deepEqual(
        INPUT_SHEETS.map((name) => contentOf(book, name)),
        before,
      );
      assert.deepEqual(
        book.sheets.slice(0, INPUT_SHEETS.length).map(({ name }) => name),
        INPUT_SHEETS,
      );
    }));
});

describe('A second run', () => {
  const removeLastGrants = (book: Workbook) => {
    const ledger = sheetNamed(book, 'Cap Table');
    ledger.clear({ top: 3, left: 0, bottom: 5, right: 10 });
  };

  it('rewrites the tables in place, and an analyst\u2019s sum over them survives', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, addin, run }) => {
      await run();
      const notes = book.addSheet('Notes');
      notes.setFormula(0, 0, '=SUM(RegrantNewGrants[New Shares])');
      await addin.host.settled();
      assert.equal(notes.value(0, 0), 1501);
      const identity = () =>
        book.tables
          .filter(({ name }) => name.startsWith('Regrant'))
          .map(({ id, name, sheet }) => [id, name, sheet.id]);
      const before = identity();
      removeLastGrants(book);
      await run();
      await addin.host.settled();
      assert.deepEqual(identity(), before);
      assert.equal(notes.value(0, 0), 750);
      assert.equal(notes.formula(0, 0), '=SUM(RegrantNewGrants[New Shares])');
    }));

  it('clears the rows that fall away, and gives the same again for the same ledger', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, run }) => {
      await run();
      const once = contentOf(book, 'Regrant New Grants');
      await run();
      assert.equal(contentOf(book, 'Regrant New Grants'), once);
      removeLastGrants(book);
      await run();
      const sheet = sheetNamed(book, 'Regrant New Grants');
      assert.equal(sheet.usedRange(true)?.bottom, 1);
      assert.equal(book.table('RegrantNewGrants')?.area.bottom, 1);
    }));

  it('finds the columns where somebody moved them to, and leaves a column of their own alone', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, run }) => {
      await run();
      const table = book.table('RegrantNewGrants');
      assert.ok(table !== undefined);
      const { sheet, area } = table;
      sheet.setValues(0, area.right + 1, [['Counsel'], ['seen'], ['open'], ['seen']]);
      book.resizeTable(table, { ...area, right: area.right + 1 });
      await run();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Counsel'), ['seen', 'open', 'seen']);
    }));

  it('keeps a totals row below the last grant, with what the analyst sums there, and its charts', () =>
    withAddin(offerWorkbook({ ...OFFER, grants: OFFER.grants.slice(0, 1) }), async ({ book, addin, run }) => {
      await run();
      const { Excel: excel } = addin.window as unknown as { Excel: typeof Excel };
      await excel.run(async (context) => {
        const table = context.workbook.tables.getItem('RegrantNewGrants');
        table.showTotals = true;
        const cell = table.columns.getItem('New Shares').getTotalRowRange();
        cell.formulas = [['=SUBTOTAL(109,[New Shares])']];
        await context.sync();
      });
      const second = grant('B').map((cell) => cell ?? null);
      sheetNamed(book, 'Cap Table').setValues(3, 0, [second]);
      await run();
      await addin.host.settled();
      const sheet = sheetNamed(book, 'Regrant New Grants');
      assert.deepEqual([sheet.value(3, 0), sheet.value(3, 8)], ['Total', 1500]);
      assert.equal(sheetNamed(book, 'Regrant Summary').charts.length, 3);
    }));

  it('writes nothing where a note stands in its way, and names the cell', () =>
    withAddin(
      offerWorkbook({ ...OFFER, grants: OFFER.grants.slice(0, 1) }),
      async ({ book, run, refusal }) => {
        await run();
        sheetNamed(book, 'Regrant New Grants').setValue(2, 1, 'Approved by the board');
        const second = grant('B').map((cell) => cell ?? null);
        sheetNamed(book, 'Cap Table').setValues(3, 0, [second]);
        const before = contentOf(book, 'Regrant Eligibility');
        assert.match(
          await refusal(),
          /Cell B3 of sheet "Regrant New Grants" is where RegrantNewGrants has to grow/,
        );
        assert.equal(contentOf(book, 'Regrant Eligibility'), before);
      },
    ));

  it('clears a filter on its own tables first, and says so', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, addin, run }) => {
      await run();
      await filterBy(addin.window, 'RegrantNewGrants', 'Lapsed', 18);
      const { results } = await run();
      assert.match(
        results.checks.map(({ Problem }) => String(Problem)).join('\n'),
        /The filter on RegrantNewGrants was cleared/,
      );
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 751, 0]);
    }));
});

/** Filters a table by a value, as a person does with the arrow in its header. */
async function filterBy(
  window: Record<string, unknown>,
  tableName: string,
  value: string,
  column: number,
): Promise<void> {
  const { Excel: excel } = window as unknown as { Excel: typeof Excel };
  await excel.run(async (context) => {
    const table = context.workbook.tables.getItem(tableName);
    table.autoFilter.apply(table.getRange(), column, { filterOn: 'Values', values: [value] });
    await context.sync();
  });
}

describe('What is not Regrant\u2019s', () => {
  it('is never touched: a sheet of a result\u2019s name stops the run before anything is written', () => {
    const book = offerWorkbook(OFFER);
    book.addSheet('regrant eligibility').setValue(0, 0, 'Mine');
    return withAddin(book, async ({ refusal }) => {
      const sheets = book.sheets.map(({ name }) => name);
      assert.match(await refusal(), /already a sheet "regrant eligibility" that Regrant did not make/);
      assert.deepEqual(
        book.sheets.map(({ name }) => name),
        sheets,
      );
      assert.equal(sheetNamed(book, 'Regrant Eligibility').value(0, 0), 'Mine');
    });
  });

  it('includes a table of a result\u2019s name', () => {
    const book = offerWorkbook(OFFER);
    const sheet = book.addSheet('Mine');
    sheet.setValues(0, 0, [['Note'], ['kept']]);
    book.addTable(sheet, { top: 0, left: 0, bottom: 1, right: 0 }, { name: 'RegrantVesting' });
    return withAddin(book, async ({ refusal }) => {
      assert.match(await refusal(), /table RegrantVesting on sheet "Mine" lacks the column/);
      assert.equal(
        book.sheets.some(({ name }) => name.startsWith('Regrant')),
        false,
      );
    });
  });

  it('stays out when a result sheet is protected', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, run, refusal }) => {
      await run();
      sheetNamed(book, 'Regrant Vesting').protect({ selectionMode: 'normal' });
      assert.match(await refusal(), /sheet "Regrant Vesting" is protected: unprotect it/);
    }));
});

describe('A workbook with two ledgers', () => {
  it('asks which one is meant, and remembers the answer in the workbook', () => {
    const book = offerWorkbook(OFFER);
    const copy = book.addSheet('Last year');
    const ledger = sheetNamed(book, 'Cap Table');
    for (let row = 0; row < 4; row++)
      copy.setValues(row, 0, [Array.from({ length: 11 }, (_, column) => ledger.value(row, column))]);
    return withAddin(book, async ({ run, remember, refusal }) => {
      assert.match(await refusal(), /"Cap Table" and "Last year" both look like the ledger/);
      await remember({ sheet: 'Cap Table' });
      assert.equal((await run()).results.newGrants.length, 3);
    });
  });
});

describe('A ledger whose header takes two rows', () => {
  it('is run with live new grants, and with eligibility as values, which is said', () => {
    const book = offerWorkbook(OFFER);
    const ledger = sheetNamed(book, 'Cap Table');
    const width = 11;
    const names = Array.from({ length: width }, (_, column) => String(ledger.value(1, column)));
    // The title's row becomes the upper one.
    ledger.setValues(0, 0, [names.map((name) => (name.includes(' ') ? (name.split(' ')[0] ?? '') : null))]);
    ledger.setValues(1, 0, [names.map((name) => name.split(' ').at(-1) ?? '')]);
    return withAddin(book, async ({ run }) => {
      const { results, errors } = await run();
      assert.equal(errors, 0);
      assert.equal(results.newGrants.length, 3);
      assert.ok(results.checks.some(({ Problem }) => String(Problem).includes('takes two rows')));
      assert.ok(formulasOf(book, 'RegrantEligibility', 'Eligible').every((formula) => formula === undefined));
      assert.equal(formulasOf(book, 'RegrantNewGrants', 'New Shares').filter(Boolean).length, 2);
    });
  });
});

describe('A failure while Excel is being written to', () => {
  it('takes back the sheets that the run made, and is told in a sentence', () =>
    withAddin(offerWorkbook(OFFER), async ({ book, addin, refusal }) => {
      const sheets = book.sheets.map(({ name }) => name);
      failOnce(addin.server, (request) => /"RegrantStaging\w+_1"/.test(request));
      assert.match(
        await refusal(),
        /^Excel took too long to answer: wait until it has calculated, then run again\.$/,
      );
      assert.deepEqual(
        book.sheets.map(({ name }) => name),
        sheets,
      );
    }));
});

/** Lets the server refuse the first request of that content, as Excel does under load. */
function failOnce(server: RichApiServer, matches: (request: string) => boolean): void {
  const answer = server.answerParsed.bind(server);
  let isDue = true;
  server.answerParsed = (body, text) => {
    if (!isDue || !matches(text)) return answer(body, text);
    isDue = false;
    const error = { Code: 'Timeout', Message: 'The request timed out.', Location: '', HttpStatusCode: 504 };
    return JSON.stringify({ Results: [], TraceIds: [], Error: error });
  };
}

describe('The requests of a run', () => {
  it('are few: what is read, written, calculated and checked takes at most twelve round trips', () =>
    withAddin(offerWorkbook(OFFER), async ({ addin, run }) => {
      await run();
      const { roundTrips } = addin.server.counters;
      assert.ok(roundTrips <= 12, `${roundTrips} round trips`);
      assert.equal(addin.server.unsupported.size, 0, [...addin.server.unsupported.keys()].join());
    }));

  it('stay under 4 MB each, whatever the ledger\u2019s size', function () {
    const grants = Array.from({ length: 4_000 }, (_, index) =>
      grant(`G-${index}`, { 'Holder ID': `H-${index}` }),
    );
    return withAddin(offerWorkbook({ grants }), async ({ addin, run }) => {
      const { results, errors } = await run();
      assert.equal(errors, 0);
      assert.equal(results.newGrants.length, 4_000);
      const { largestRequestBytes, largestReplyBytes } = addin.server.counters;
      assert.ok(largestRequestBytes < 4_000_000, `${largestRequestBytes} bytes asked`);
      assert.ok(largestReplyBytes < 4_000_000, `${largestReplyBytes} bytes answered`);
    });
  });
});
