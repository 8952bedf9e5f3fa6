/** Two people who have one workbook open: neither's run mixes with the other's, nor takes away what it prepares. */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Workbook } from '@regrant/embedded-excel/package';
import { readOfferLife } from '../../src/workbook/life/take-step.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const GRANTS = [grant('A'), grant('B', { 'Holder ID': '002', Outstanding: 1001 })];
const book = (): Workbook => offerWorkbook({ grants: GRANTS });

const MINUTE = 60_000;
/** A hidden sheet that another session's run has prepared, begun so many minutes ago. */
function stagedElsewhere(workbook: Workbook, minutesAgo: number): string {
  const stamp = Math.floor((Date.now() - minutesAgo * MINUTE) / 1000).toString(36);
  const name = `Regrant staging ${stamp}-zzzz 1`;
  const sheet = workbook.addSheet(name);
  sheet.visibility = 'veryHidden';
  sheet.setValue(0, 0, 'theirs');
  return name;
}

const hidden = (workbook: Workbook): string[] =>
  workbook.sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => name);

describe('Two runs in one workbook', () => {
  it('do not begin while another is under way, and leave alone what that one prepares', () => {
    const workbook = book();
    return withWorkbook(workbook, async () => {
      await readOfferLife();
      const theirs = stagedElsewhere(workbook, 1);
      await assert.rejects(runOffer(), /Somebody else seems to be running the offer/);
      assert.deepEqual(hidden(workbook), [theirs]);
      assert.equal(workbook.table('RegrantNewGrants'), undefined);
    });
  });

  it('go on where a person says that the other has been broken off, and remove what it left', () => {
    const workbook = book();
    return withWorkbook(workbook, async () => {
      await readOfferLife();
      stagedElsewhere(workbook, 1);
      await runOffer({ takesOver: true });
      assert.deepEqual(hidden(workbook), []);
      assert.deepEqual(columnOf(workbook, 'RegrantNewGrants', 'New Shares').length, 2);
    });
  });

  for (const [what, minutesAgo] of [
    ['ended long ago', 11],
    ['is of a clock far ahead', -11],
  ] as const)
    it(`are not held up by one that ${what}`, () => {
      const workbook = book();
      return withWorkbook(workbook, async () => {
        await readOfferLife();
        stagedElsewhere(workbook, minutesAgo);
        await runOffer();
        assert.deepEqual(hidden(workbook), []);
      });
    });

  for (const [what, change] of [
    [
      'another has made longer',
      (workbook: Workbook) => {
        const table = workbook.table('RegrantVesting');
        assert.ok(table);
        workbook.resizeTable(table, { ...table.area, bottom: table.area.bottom + 3 });
      },
    ],
    [
      'somebody has deleted',
      (workbook: Workbook) => {
        const table = workbook.table('RegrantVesting');
        assert.ok(table);
        workbook.deleteSheet(table.sheet);
      },
    ],
  ] as const)
    it(`write nothing into tables that ${what} meanwhile`, () => {
      const workbook = book();
      return withWorkbook(workbook, async ({ host }) => {
        await runOffer();
        await host.settled();
        const before = columnOf(workbook, 'RegrantNewGrants', 'New Shares');
        workbook.table('OfferTerms')?.sheet.setValue(6, 1, '0.5');
        let isChanged = false;
        const onProgress = ({ phase }: { readonly phase: string }): void => {
          if (phase !== 'Preparing' || isChanged) return;
          isChanged = true;
          change(workbook);
        };
        await assert.rejects(runOffer({ onProgress }), /was changed while the offer was being run/);
        assert.ok(isChanged);
        assert.deepEqual(hidden(workbook), []);
        assert.deepEqual(columnOf(workbook, 'RegrantNewGrants', 'New Shares'), before);
      });
    });

  it('do not both create the sheets: the second finds them there and writes nothing', () => {
    const workbook = book();
    return withWorkbook(workbook, async () => {
      let isCreated = false;
      const onProgress = ({ phase }: { readonly phase: string }): void => {
        if (phase !== 'Preparing' || isCreated) return;
        isCreated = true;
        workbook.addSheet('Regrant Vesting').setValue(0, 0, 'theirs');
      };
      await assert.rejects(runOffer({ onProgress }), /"Regrant Vesting" was changed while/);
      assert.equal(workbook.sheet('Regrant Vesting')?.value(0, 0), 'theirs');
      assert.equal(workbook.sheet('Regrant Eligibility'), undefined);
      assert.deepEqual(hidden(workbook), []);
    });
  });

  it('take back nothing of each other: a run whose sheets are gone leaves the other\u2019s results', () => {
    const workbook = book();
    return withWorkbook(workbook, async () => {
      let isTaken = false;
      const onProgress = ({ phase }: { readonly phase: string }): void => {
        if (phase !== 'Placing' || isTaken) return;
        isTaken = true;
        for (const name of hidden(workbook)) {
          const sheet = workbook.sheet(name);
          if (sheet !== undefined) workbook.deleteSheet(sheet);
        }
        workbook.addSheet('Regrant Vesting').setValue(0, 0, 'theirs');
      };
      await assert.rejects(runOffer({ onProgress }));
      assert.ok(isTaken);
      assert.equal(workbook.sheet('Regrant Vesting')?.value(0, 0), 'theirs');
      assert.deepEqual(
        workbook.sheets.map(({ name }) => name).filter((name) => name.startsWith('Regrant')),
        ['Regrant Vesting'],
      );
    });
  });
});
