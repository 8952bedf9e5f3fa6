import assert from 'node:assert/strict';
import { grant, run } from '../../domain/offer/offer-book.fixture.ts';
import { printFacts, printFooter, RIGHT_FOOTER } from './print-footer.ts';

const footer = (terms: Record<string, string>, elections?: []) =>
  printFooter(
    printFacts(
      run({ grants: [grant('A')], terms, ...(elections === undefined ? {} : { elections }) }),
      'Open',
    ),
  );

describe('The footer of printed results', () => {
  it('says company, offer and stage, and that a run is for planning', () => {
    assert.deepEqual(footer({ Company: 'Smith & Sons', 'Offer Name': '2002 Exchange' }), {
      left: 'Smith && Sons, 2002 Exchange',
      center: 'Open',
    });
    assert.deepEqual(footer({ Company: 'Acme', 'Planning Elections': 'Yes' }, []), {
      left: 'Acme',
      center: 'PLANNING, Open',
    });
    assert.deepEqual(footer({}), { left: '', center: 'Open' });
  });

  it('fits into what Excel has room for, however long the names are', () => {
    const { left, center } = footer({ Company: '&'.repeat(200), 'Offer Name': 'x\ny' });
    assert.ok(left.length + center.length + RIGHT_FOOTER.length <= 249, String(left.length));
    assert.match(left, /^(&&)+…$/);
  });
});
