import assert from 'node:assert/strict';
import { english } from '../../domain/basics/sentence.ts';
import { grant, offerSource, type OfferBook } from '../../domain/offer/offer-book.fixture.ts';
import { formatFor } from '../strings/format.ts';
import { offerView } from './offer-view.ts';
import { rowTitle } from './row-title.ts';
import { snapshotOf } from './snapshot.fixture.ts';
import { type FormTable, type TableForm, tableForm } from './table-forms.ts';

const format = formatFor('en-US', 'en');

function formOf(name: FormTable, book: Partial<OfferBook> = {}): TableForm {
  const snapshot = snapshotOf(offerSource({ grants: [grant('A')], ...book }));
  const form = tableForm(snapshot, name, offerView(snapshot).refusal);
  assert.ok(form, name);
  return form;
}

const titles = (form: TableForm) => form.rows.map((row) => rowTitle(form.name, row, format));

describe('The forms over the tables of an offer', () => {
  it('show each rule as it is written, with its reason', () => {
    assert.deepEqual(titles(formOf('OfferRules')), [
      { title: 'Exercise Price > 3.01', note: 'Exercise price is not above $3.01' },
      { title: 'Hire Date <= 2002-12-19', note: 'Hired after the offer began' },
      {
        title: 'Role not in Director; Executive Officer',
        note: 'Directors and executive officers are excluded',
      },
    ]);
  });

  it('show a tier of exercise prices as a range, and what its grants get', () => {
    const form = formOf('OfferRatios', {
      terms: { Ratio: '' },
      ratios: [
        ['Exercise Price From', 'Exercise Price To', 'Hire Date To', 'Old per New', 'Vesting Schedule'],
        [25, 39.99, '', '2', ''],
        [40, '', 37315, '4', '100% at 1 year'],
      ],
    });
    assert.deepEqual(titles(form), [
      { title: 'Exercise Price 25.00 – 39.99', note: 'Old per New 2' },
      {
        title: 'Exercise Price ≥ 40.00, Hire Date ≤ Feb 28, 2002',
        note: 'Old per New 4, Vesting Schedule 100% at 1 year',
      },
    ]);
  });

  it('take a value as what its field holds: days, amounts, ratios as text', () => {
    const kinds = (form: TableForm) => form.rows.map(({ cells }) => cells.map(({ kind }) => kind));
    assert.deepEqual(
      kinds(formOf('OfferRules')).map((row) => row[2]),
      ['amount', 'date', 'text'],
    );
    const ratios = formOf('OfferRatios', {
      terms: { Ratio: '' },
      ratios: [
        ['Grant Date From', 'Closing Price To', 'Plan', 'New per Old', 'Term Months'],
        [37000, 5, '2000 Plan', '3/4', 84],
      ],
    });
    assert.deepEqual(kinds(ratios), [['date', 'amount', 'text', 'ratio', 'whole']]);
  });

  it('read and show days as they are in a workbook that counts from 1904', () => {
    const form = formOf('OfferRules', {
      date1904: true,
      rules: [
        ['Field', 'Operator', 'Value'],
        ['Grant Date', '<=', 35063],
      ],
    });
    assert.deepEqual(
      titles(form).map(({ title }) => title),
      ['Grant Date <= Dec 31, 1999'],
    );
  });

  it('offer the awards that there are, in the notation of the workbook', () => {
    const form = formOf('OfferRatios', {
      terms: { Ratio: '' },
      ratios: [
        ['Exercise Price To', 'New per Old', 'Award'],
        [25.5, '0.75', 'RSU'],
      ],
    });
    assert.deepEqual(form.rows[0]?.cells[2]?.choices, ['Option', 'SAR', 'RSU', 'Stock', 'Cash', 'Keep']);
    assert.deepEqual(
      form.rows.map((row) => rowTitle(form.name, row, formatFor('de-DE', 'de'))),
      [{ title: 'Exercise Price ≤ 25,50', note: 'New per Old 0,75, Award RSU' }],
    );
  });

  it('say at the row and the cell what cannot be read', () => {
    const form = formOf('OfferRules', {
      rules: [
        ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back'],
        ['Exercise Price', 'exceeds', 3, '', ''],
      ],
    });
    const [row] = form.rows;
    assert.match(english(row?.problem ?? ''), /exceeds/);
  });

  it('know nothing of a table that the workbook lacks', () => {
    const source = offerSource({ grants: [grant('A')] });
    const tables = source.tables.filter(({ name }) => name !== 'OfferEvents');
    assert.equal(tableForm(snapshotOf({ ...source, tables }), 'OfferEvents', undefined), undefined);
  });
});
