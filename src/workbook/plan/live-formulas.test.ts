import assert from 'node:assert/strict';
import { EVENTS, grant, type OfferBook, offerSource, run } from '../../domain/offer/offer-book.fixture.ts';
import { agrees, liveEligibility, liveNewGrants, whyEligibilityStays } from './live-formulas.ts';

const references = { rules: 'OfferRules[#All]', prices: 'OfferPrices[#All]' };

const eligibilityOf = (book: OfferBook) => liveEligibility(run(book), references);
const newGrantsOf = (book: OfferBook) =>
  Object.fromEntries(liveNewGrants(run(book), references).map(({ column, formulas }) => [column, formulas]));

describe('Live formulas of eligibility', () => {
  it("judge the grant's own ledger row by the offer's rules, as of the expiration's own cell", () => {
    const [eligible, reasons] = eligibilityOf({ grants: [grant('A')] });
    assert.equal(eligible?.column, 'Eligible');
    assert.deepEqual(eligible.formulas, [
      `=IF('Cap Table'!$F$3&""=[@[Grant ID]]&"",IF([@[Reasons]]="","Yes","No"),NA())`,
    ]);
    assert.equal(reasons?.column, 'Reasons');
    assert.deepEqual(reasons.formulas, [
      `=IF('Cap Table'!$F$3&""=[@[Grant ID]]&"",REGRANT.REASONS('Cap Table'!$A$2:$K$2,IF(ISBLANK('Cap Table'!$A$3:$K$3),"",'Cap Table'!$A$3:$K$3),OfferRules[#All],OfferTerms!$B$3),NA())`,
    ]);
  });

  it('leave a grant that stands outside of the offer whatever the rules as a value', () => {
    const [eligible, reasons] = eligibilityOf({ grants: [grant('A', { Outstanding: 0 }), grant('B')] });
    for (const column of [eligible, reasons])
      assert.deepEqual(
        column?.formulas.map((formula) => formula !== undefined),
        [false, true],
      );
  });

  it('are left out where the header does not say which column counts, or what was closed over counts', () => {
    const source = offerSource({ grants: [grant('A')] });
    const plain = run({ grants: [grant('A')] });
    assert.equal(whyEligibilityStays(source, plain), undefined);
    assert.equal(whyEligibilityStays({ ...source, ledger: { sheet: 'Cap Table' } }, plain), undefined);
    assert.match(
      whyEligibilityStays({ ...source, ledger: { headers: { 'Exercise Price': 'Strike 2' } } }, plain) ?? '',
      /chosen by hand/,
    );
    const [ledger] = source.sheets;
    assert.ok(ledger !== undefined);
    assert.match(whyEligibilityStays({ ...source, frozen: { ledger } }, plain) ?? '', /offer is closed/);
    const twoRows = { ...plain, ledger: { ...plain.ledger, headerRows: 2 } };
    assert.match(whyEligibilityStays(source, twoRows) ?? '', /two rows/);
  });

  it('are left out where their calls would take more than Excel passes to custom functions at a time', () => {
    const book = (count: number): OfferBook => ({
      grants: Array.from({ length: count }, (_, index) => grant(`G-${index}`)),
    });
    for (const [count, isTooMuch] of [
      [100, false],
      [4500, true],
    ] as const) {
      const sentence = whyEligibilityStays(offerSource(book(count)), run(book(count))) ?? '';
      assert.equal(sentence.includes('5 MB'), isTooMuch, String(count));
    }
  });

  it('are left out where the offer has no rules to refer to', () => {
    assert.deepEqual(
      liveEligibility(run({ grants: [grant('A')] }), { rules: undefined, prices: undefined }),
      [],
    );
  });
});

describe('Live formulas of new grants', () => {
  it('compute shares, price and vesting dates from the row and the terms', () => {
    assert.deepEqual(newGrantsOf({ grants: [grant('A')] }), {
      'New Shares': ['=REGRANT.NEWSHARES([@[Cancelled Shares]],[@[New per Old]],OfferTerms!$B$8)'],
      'Exercise Price': ['=REGRANT.EXERCISEPRICE([@[Grant Date]],OfferPrices[#All],"close","error")'],
      'First Vesting Date': [
        '=INDEX(REGRANT.VESTING([@[New Shares]],[@[Grant Date]],[@[Vesting Schedule]],,"CUMULATIVE_ROUND_DOWN"),2,1)',
      ],
      'Fully Vested Date': [
        '=MAX(INDEX(REGRANT.VESTING([@[New Shares]],[@[Grant Date]],[@[Vesting Schedule]],,"CUMULATIVE_ROUND_DOWN"),0,1))',
      ],
    });
  });

  it('adjust the promise by each split and merger, in date order', () => {
    const event = (changes: Record<string, string | number>) => EVENTS.map((name) => changes[name] ?? '');
    const { 'New Shares': shares } = newGrantsOf({
      grants: [grant('A')],
      events: [
        event({ Date: '2003-05-01', Event: 'Merger', 'Stock per Share': 0.5, Rounding: 'nearest' }),
        event({ Date: '2003-03-03', Event: 'Split', 'New Shares': 1, 'Old Shares': 3, Rounding: 'up' }),
      ],
    });
    assert.deepEqual(shares, [
      '=REGRANT.MERGERSHARES(INDEX(REGRANT.SPLITSHARES(REGRANT.NEWSHARES([@[Cancelled Shares]],[@[New per Old]],OfferTerms!$B$8),0,1,3,"up"),1,1),0.5,0,,"nearest")',
    ]);
  });

  it('round the price to whole dollars outside of the function, for which decimals of 0 are none', () => {
    const call = 'REGRANT.EXERCISEPRICE([@[Grant Date]],OfferPrices[#All],"close","error"';
    const book = { grants: [grant('A')], terms: { 'Price Decimals': 0 } };
    const cell = run(book).termCells.get('Price Decimals') ?? '';
    assert.deepEqual(newGrantsOf(book)['Exercise Price'], [
      `=IF(ISNUMBER(${cell}),ROUND(${call}),${cell}),${call},${cell}))`,
    ]);
  });

  it('have no price to compute while the grant is only promised', () => {
    const formulas = newGrantsOf({ grants: [grant('A')], prices: [['2003-07-18', 1.4]] });
    assert.equal(formulas['Exercise Price'], undefined);
    assert.notEqual(formulas['New Shares'], undefined);
  });

  it('leave a lapsed promise as the values that the run gave', () => {
    const formulas = newGrantsOf({
      grants: [grant('A', { 'Termination Date': '2003-03-01' }), grant('B', { 'Holder ID': '002' })],
    });
    assert.deepEqual(
      formulas['New Shares']?.map((formula) => formula !== undefined),
      [false, true],
    );
  });
});

describe('A formula agrees with the run', () => {
  it('up to the fifteen digits that Excel keeps, and in the type of what is shown', () => {
    assert.ok(agrees(0.1 + 0.2, 0.3));
    assert.ok(agrees('', ''));
    assert.ok(!agrees(751, 750));
    assert.ok(!agrees('#NAME?', 750));
    assert.ok(!agrees('', 0));
  });
});
