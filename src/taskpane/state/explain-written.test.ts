import assert from 'node:assert/strict';
import { grant, run } from '../../domain/offer/offer-book.fixture.ts';
import type { NewGrantReading } from '../../workbook/read/read-new-grant.ts';
import { newGrantWanted, writtenFigures } from './explain-written.ts';

const NOW = run({
  grants: [grant('A', { 'Exercise Price': 3 }), grant('B'), grant('C')],
  elections: [
    ['001', 'B', 'Elect', '2003-01-10'],
    ['001', 'C', 'Elect', '2003-01-10'],
  ],
  terms: { Ratio: '0.5' },
});
/** The ledger\u2019s row of the grant that is elected second. */
const ROW = 5;

const written = (shares: number, price: number): NewGrantReading => ({
  newShares: { value: shares, sheet: 'Regrant New Grants', address: 'I3' },
  exercisePrice: { value: price, sheet: 'Regrant New Grants', address: 'L3' },
});

describe('What the workbook holds for a grant', () => {
  it('is asked for by holder and grant, where a run has its row', () => {
    assert.deepEqual(newGrantWanted(NOW, ROW), { holder: '001', grant: 'C', position: 1 });
    assert.deepEqual(newGrantWanted(NOW, 3), { holder: '001', grant: 'A', position: undefined });
  });

  it('is nothing to speak of where it is what the offer gives', () =>
    assert.deepEqual(writtenFigures(NOW, ROW, written(500, 1.5)), []));

  it('is named with its cell where the terms have changed since, or somebody typed over it', () => {
    const link = (address: string) => ({ sheet: 'Regrant New Grants', address });
    assert.deepEqual(writtenFigures(NOW, ROW, written(750, 1.5)), [
      { figure: 'newShares', written: 750, given: 500, cell: link('I3') },
    ]);
    assert.deepEqual(writtenFigures(NOW, ROW, written(500, 1.2)), [
      { figure: 'exercisePrice', written: 1.2, given: 1.5, cell: link('L3') },
    ]);
  });

  it('is named where the grant takes no part any more, and where it takes part only now', () => {
    assert.deepEqual(
      writtenFigures(NOW, 3, written(750, 1.5)).map(({ figure, given }) => [figure, given]),
      [
        ['newShares', undefined],
        ['exercisePrice', undefined],
      ],
    );
    assert.deepEqual(writtenFigures(NOW, ROW, 'none'), [
      { figure: 'newShares', written: '', given: 500, cell: undefined },
    ]);
    assert.deepEqual(writtenFigures(NOW, 3, 'none'), []);
    assert.deepEqual(writtenFigures(NOW, ROW, undefined), []);
  });
});
