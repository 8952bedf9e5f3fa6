/** That the row of one new grant is found in the results, also where somebody has sorted them or typed over them. */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { readNewGrant } from '../../src/workbook/read/read-new-grant.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { sheetNamed } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const offer = () =>
  offerWorkbook({
    grants: [grant('A'), grant('B', { Outstanding: 1001 }), grant('C', { Outstanding: 400 })],
  });

const B = { holder: '001', grant: 'B', position: 1 };

describe('A new grant in the results', () => {
  it('is read with its cells, as it stands there and not as the offer gives it', () =>
    withWorkbook(offer(), async ({ book, host }) => {
      assert.equal(await readNewGrant(B), undefined);
      await runOffer({ values: true });
      await host.settled();
      const cell = { sheet: 'Regrant New Grants', address: 'I3' };
      const read = await readNewGrant(B);
      assert.ok(read !== undefined && read !== 'none');
      assert.deepEqual(read.newShares, { ...cell, value: 751 });
      assert.deepEqual(read.exercisePrice, { ...cell, address: 'L3', value: 1.5 });
      sheetNamed(book, 'Regrant New Grants').setValue(2, 8, 5);
      await host.settled();
      const typedOver = await readNewGrant(B);
      assert.ok(typedOver !== undefined && typedOver !== 'none');
      assert.deepEqual(typedOver.newShares, { ...cell, value: 5 });
    }));

  it('is found where it does not stand where a run puts it, and is none where there is no row of it', () =>
    withWorkbook(offer(), async ({ host }) => {
      await runOffer({ values: true });
      await host.settled();
      for (const position of [0, 7, undefined]) {
        const read = await readNewGrant({ ...B, position });
        assert.ok(read !== undefined && read !== 'none');
        assert.equal(read.newShares.address, 'I3');
      }
      assert.equal(await readNewGrant({ ...B, grant: 'Z' }), 'none');
      assert.equal(await readNewGrant({ ...B, holder: '002' }), 'none');
    }));
});
