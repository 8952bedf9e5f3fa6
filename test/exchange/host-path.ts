/**
 * The whole path of an offer in one Excel: tables inserted, ledger checked, a first and a second run, the steps of the
 * offer's life and back, results frozen. What stands in the cells after each is handed back, to be compared with what
 * another Excel makes of it.
 */
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import type { HostMode } from '@regrant/embedded-excel/node';
import { newWorkbook, type Workbook } from '@regrant/embedded-excel/package';
import { checkLedger } from '../../src/workbook/life/check-ledger.ts';
import { freezeToValues, planFreeze } from '../../src/workbook/life/freeze-to-values.ts';
import { insertTerms } from '../../src/workbook/terms/insert-terms.ts';
import { planRun } from '../../src/workbook/life/plan-run.ts';
import { readNewGrant } from '../../src/workbook/read/read-new-grant.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { takeStep } from '../../src/workbook/life/take-step.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { withWorkbook } from '../workbook-session.ts';

/** Reasons that a formula gives and that read like formulas, reasons that no formula can give, and grants without any. */
export function pathWorkbook(): Workbook {
  const book = offerWorkbook({
    grants: [
      grant('00123'),
      grant('B', { 'Holder ID': '002', Outstanding: 1001 }),
      grant('C', { 'Holder ID': '003', Role: 'Director' }),
      grant('D', { 'Holder ID': '004', 'Exercise Price': 2 }),
      grant('E', { 'Holder ID': '005', 'Exercise Price': 'six' }),
    ],
  });
  const rules = book.table('OfferRules');
  // Text that begins with = is a reason here, as somebody typed it with an apostrophe.
  rules?.sheet.setValue(rules.area.top + 1, rules.area.left + 3, '=below the price');
  return book;
}

const RESULTS = ['RegrantEligibility', 'RegrantNewGrants', 'RegrantVesting', 'RegrantChecks'];

/**
 * By table, its cells by row: a formula is told by its mark, whatever names its cells. Where calculation is manual the
 * checks say so, in a row more.
 */
export function resultCells(book: Workbook): Record<string, string[]> {
  return Object.fromEntries(
    book.tables
      .filter(({ name }) => RESULTS.includes(name))
      .map(({ name, sheet, dataArea: { top, left, bottom, right } }) => [
        name,
        Array.from({ length: bottom - top + 1 }, (_, row) =>
          Array.from({ length: right - left + 1 }, (_column, column) => {
            const [r, c] = [top + row, left + column];
            return `${sheet.formula(r, c) === undefined ? '' : 'live '}${String(sheet.value(r, c) ?? '')}`;
          }).join(' | '),
        ).filter((row) => !row.includes('Calculation is manual')),
      ]),
  );
}

export type PathTaken = Readonly<Record<string, unknown>>;

/** Takes the path, whole; what went wrong is an error. */
export async function takePath(modes: ReadonlySet<HostMode>): Promise<PathTaken> {
  const taken: Record<string, unknown> = {};
  await withWorkbook(newWorkbook(), async () => void (taken['inserted'] = await insertTerms()), modes);
  const book = pathWorkbook();
  await withWorkbook(
    book,
    async ({ host }) => {
      const look = async (name: string): Promise<void> => {
        await host.settled();
        taken[name] = {
          sheets: book.sheets.map((sheet) => `${sheet.name}: ${sheet.visibility}`),
          ...resultCells(book),
        };
      };
      taken['checked'] = await checkLedger();
      taken['planned'] = (await planRun()).refuses;
      const { errors, warnings } = await runOffer();
      taken['counted'] = { errors, warnings };
      await look('first run');
      await runOffer();
      await look('second run');
      taken['explained'] = await readNewGrant({ holder: '001', grant: '00123', position: 0 });
      taken['to freeze'] = await planFreeze();
      taken['frozen'] = await freezeToValues();
      await look('frozen cells');
      await runOffer();
      await look('run after freezing');
      await takeStep('open');
      await takeStep('close');
      await look('closed');
      await takeStep('back');
      await look('reopened');
      await takeStep('close');
      await takeStep('cancel');
      await takeStep('grant');
      await look('granted');
    },
    modes,
  );
  return taken;
}
