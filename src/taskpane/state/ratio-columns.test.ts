import assert from 'node:assert/strict';
import { grant, offerSource } from '../../domain/offer/offer-book.fixture.ts';
import { formatFor } from '../strings/format.ts';
import { ENGLISH } from '../strings/english.ts';
import { GERMAN } from '../strings/german.ts';
import { ledgerValues, readableLedger } from './ledger-values.ts';
import { criterionField, criterionHeaders, ratioColumns, usualComparison } from './ratio-columns.ts';
import { ratioRowTitle } from './row-title.ts';
import { cellKind } from './table-forms.ts';

const ledger = readableLedger(offerSource({ grants: [grant('A'), grant('B')] }));
const OWN = ['Exercise Price From', 'Exercise Price To', 'New per Old', 'Award'];

describe('The columns that OfferRatios can have', () => {
  it('are the fields of the ledger, but for what the table compares already, and the terms by row', () => {
    const { fields, derived, terms } = ratioColumns(ledger?.map, OWN);
    assert.ok(fields.includes('Grant Date'));
    assert.ok(fields.includes('Exercise Price'), 'equal to a price is still possible');
    assert.ok(derived.includes('Closing Price'));
    for (const name of ['Portion', 'And', 'Vesting Schedule', 'Cash per Option', 'Term Months', 'New Plan'])
      assert.ok(terms.includes(name), name);
    for (const name of ['Award', 'New per Old', 'Old per New', 'Ratio', 'Offer Name', 'As Of'])
      assert.ok(!terms.includes(name), name);
  });

  it('are derived fields and terms alone where there is no ledger', () => {
    const { fields, terms } = ratioColumns(undefined, []);
    assert.deepEqual(fields, []);
    assert.deepEqual(terms.slice(0, 2), ['New per Old', 'Old per New']);
  });

  it('take bounds for numbers and days, and one value or a list for text', () => {
    assert.equal(usualComparison('Grant Date'), 'between');
    assert.equal(usualComparison('Country'), 'in');
    assert.deepEqual(criterionHeaders('Grant Date', 'between', OWN), ['Grant Date From', 'Grant Date To']);
    assert.deepEqual(criterionHeaders('Exercise Price', 'between', OWN), []);
    assert.deepEqual(criterionHeaders('Exercise Price', 'in', OWN), ['Exercise Price']);
  });

  it('know the field of a criterion, and which columns are none', () => {
    const headers = ['Hire Date To', 'Country', 'Portion', 'Vesting Schedule', 'Note', 'New per Old'];
    assert.deepEqual(headers.map(criterionField), ['Hire Date', 'Country', '', '', '', '']);
  });

  it('hold what the term of their name holds', () => {
    const headers = ['New Grant Date', 'Price Decimals', 'Minimum New Shares', 'Rounding', 'Portion'];
    assert.deepEqual(
      headers.map((header) => cellKind('OfferRatios', header, '')),
      ['date', 'whole', 'whole', 'choice', 'choice'],
    );
  });
});

describe('The values that the ledger has for a field', () => {
  it('are each there once, in their order', () => {
    assert.ok(ledger);
    const countries = ledgerValues(ledger, 'Country');
    assert.equal(new Set(countries).size, countries.length);
    assert.deepEqual(ledgerValues(ledger, 'grant  id'), ledgerValues(ledger, 'Option ID'));
    assert.equal(ledgerValues(ledger, 'Grant ID').length, 2);
  });

  it('are none for a field that is in no column', () => {
    assert.ok(ledger);
    assert.deepEqual(ledgerValues(ledger, 'Closing Price'), []);
    assert.deepEqual(ledgerValues(ledger, ''), []);
  });
});

describe('A row of OfferRatios in a sentence', () => {
  const said = (row: Readonly<Record<string, string | number>>, language: 'en' | 'de' = 'en') => {
    const cells = Object.entries(row).map(([header, value]) => ({
      header,
      value,
      kind: cellKind('OfferRatios', header, ''),
    }));
    const words = language === 'en' ? ENGLISH.terms.ratioRow : GERMAN.terms.ratioRow;
    return ratioRowTitle(cells, words, formatFor(language === 'en' ? 'en-US' : 'de-DE', language));
  };

  it('says the ratio and for which grants it is', () => {
    const row = { 'Exercise Price From': 20, 'New per Old': '1/2', 'Vesting Schedule': '100% at 1 year' };
    assert.deepEqual(said(row), {
      title: '1 new for 2 old where Exercise Price ≥ 20.00',
      note: 'Vesting Schedule 100% at 1 year',
    });
    assert.equal(said(row, 'de')?.title, '1 neu für 2 alt, wo Exercise Price ≥ 20,00');
    assert.equal(said({ 'New per Old': 0.5 })?.title, '1 new for 2 old for all others');
    assert.equal(said({ 'Old per New': 3.5 }, 'de')?.title, '1 neu für 3,5 alt, für alle anderen');
    assert.equal(said({ 'New per Old': '0.7391' })?.title, '0.7391 new for 1 old for all others');
  });

  it('says cash, what is kept, another award, and one that is added', () => {
    assert.equal(
      said({ Country: 'Japan', Award: 'Cash', 'Cash per Option': 1.5 })?.title,
      'Cash of 1.50 for each old option where Country Japan',
    );
    assert.equal(
      said({ Portion: 'Vested', Award: 'Keep' })?.title,
      'Not part of the offer where Portion Vested',
    );
    assert.equal(
      said({ Role: 'Director', 'Old per New': 4, Award: 'RSU', And: 'Yes' })?.title,
      'In addition: 1 new (RSU) for 4 old where Role Director',
    );
  });

  it('is left out where it would not be easy: a field, both ratios, neither', () => {
    assert.equal(said({ 'New per Old': '[Own Ratio]' }), undefined);
    assert.equal(said({ 'New per Old': 0.5, 'Old per New': 2 }), undefined);
    assert.equal(said({ Country: 'Japan' }), undefined);
  });
});
