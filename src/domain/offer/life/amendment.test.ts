import assert from 'node:assert/strict';
import type { CellValue } from '../../basics/cell.ts';
import { formatDay } from '../../basics/day.ts';
import { english } from '../../basics/sentence.ts';
import { checkLines, grant, type OfferBook, offerSource, REFERENCE_RULES } from '../offer-book.fixture.ts';
import type { OfferSource, OpenMinimum } from '../offer-source.ts';
import { runOffer } from '../run-offer.ts';
import { amendmentOf, describeAmendment, minimumAfter } from './amendment.ts';
import { keptTerms, termsDigest } from './freeze-tables.ts';

const BOOK: OfferBook = { grants: [grant('A')] };
const OPENED = '2002-12-19T14:00:00Z';
/** 9:00 in New York on Monday, 6 January 2003. */
const MONDAY = '2003-01-06T14:00:00Z';

/** An open offer whose terms were those of `then` and are those of `now`. */
function open(then: OfferBook, now: OfferBook, minimum?: OpenMinimum): OfferSource {
  const tables = keptTerms(offerSource(then));
  return { ...offerSource(now), opened: { since: OPENED, digest: termsDigest(tables), tables, minimum } };
}

const changesOf = (source: OfferSource) => amendmentOf(source)?.changes ?? [];
const told = (source: OfferSource): string[] => changesOf(source).map(({ change }) => english(change));

/** The earliest expiration after an amendment on Monday, with the business days. */
function earliest(now: OfferBook, then: OfferBook = BOOK): [string, number] | undefined {
  const source = open(then, now);
  const amendment = amendmentOf(source);
  assert.ok(amendment !== undefined && source.opened !== undefined);
  const minimum = minimumAfter(amendment, MONDAY, source.opened);
  return minimum === undefined ? undefined : [formatDay(minimum.day), minimum.businessDays];
}

const withRule = (...rules: CellValue[][]): OfferBook => ({ ...BOOK, rules: [...REFERENCE_RULES, ...rules] });

describe('An amendment of an open offer', () => {
  it('names each term that has changed, with what it was and what it is', () => {
    const source = open(BOOK, {
      ...BOOK,
      terms: { Ratio: '0.5', 'Expiration Date': '2003-01-31', Company: 'Lantronix' },
    });
    assert.deepEqual(told(source), [
      'Expiration Date was "2003-01-20T21:00" and is "2003-01-31"',
      'Ratio was "0.75" and is "0.5"',
      'Company was blank and is "Lantronix"',
    ]);
    assert.deepEqual(
      changesOf(source).map(({ weight }) => weight),
      ['none', 'amount', 'none'],
    );
  });

  it('names changed cells of rules and ratios, and rows that come and go, not those that they move', () => {
    const [header = [], price = [], hired = [], roles = []] = REFERENCE_RULES;
    const rules = [header, ['Plan', '=', '2000 Plan', 'Another plan', ''], [...price.with(2, 4)], hired];
    assert.deepEqual(told(open(BOOK, { ...BOOK, rules })), [
      'Field of OfferRules in row 2 was "Exercise Price" and is "Plan"',
      'Operator of OfferRules in row 2 was ">" and is "="',
      'Value of OfferRules in row 2 was 3.01 and is "2000 Plan"',
      'Reason of OfferRules in row 2 was "Exercise price is not above $3.01" and is "Another plan"',
      'Waived for Look-back of OfferRules in row 2 was "Yes" and is blank',
      'Row 3 of OfferRules was added',
      `A row of OfferRules was removed: ${roles.filter((cell) => cell !== '').join(' ')}`,
    ]);
    const added = open(BOOK, { ...BOOK, rules: [header, price, ['Plan', '=', 'X', '', ''], hired, roles] });
    assert.deepEqual(told(added), ['Row 3 of OfferRules was added']);
  });

  it('does not count a person\u2019s own notes, prices, elections or the ledger', () => {
    const then = open(BOOK, {
      ...BOOK,
      grants: [grant('A'), grant('B')],
      prices: [['2003-07-21', 9]],
      elections: [],
    });
    assert.deepEqual(told(then), []);
    assert.equal(amendmentOf(offerSource(BOOK)), undefined, 'a draft has nothing to amend');
  });

  it('keeps the offer open ten business days after a change of price, ratio or amount, five after another', () => {
    // The day of the amendment is the first; 20 January 2003 is a federal holiday.
    assert.deepEqual(earliest({ ...BOOK, terms: { Ratio: '0.5' } }), ['2003-01-17', 10]);
    assert.deepEqual(earliest({ ...BOOK, terms: { 'Exercise Price Rule': '1.1 * close' } }), [
      '2003-01-17',
      10,
    ]);
    assert.deepEqual(earliest(withRule(['Plan', '=', '2000 Plan', '', ''])), ['2003-01-17', 10]);
    assert.deepEqual(earliest({ ...BOOK, terms: { 'Term Months': 84 } }), ['2003-01-10', 5]);
    assert.deepEqual(earliest({ ...BOOK, terms: { 'Expiration Date': '2003-01-17' } }), ['2003-01-10', 5]);
    assert.equal(earliest({ ...BOOK, terms: { 'Expiration Date': '2003-01-31' } }), undefined);
    const ratios = (...rows: CellValue[][]): OfferBook => ({
      ...BOOK,
      terms: { Ratio: '' },
      ratios: [['Exercise Price From', 'Old per New', 'Term Months', 'Note'], ...rows],
    });
    const row = ratios([0, 2, 60, '']);
    assert.deepEqual(earliest(ratios([0, 3, 60, '']), row), ['2003-01-17', 10]);
    assert.deepEqual(earliest(ratios([0, 2, 72, '']), row), ['2003-01-10', 5]);
    assert.deepEqual(told(open(row, ratios([0, 2, 60, 'as filed']))), []);
  });

  it('counts from the day in New York, and never shortens what an earlier amendment asks', () => {
    const source = open(BOOK, { ...BOOK, terms: { 'Term Months': 84 } });
    const amendment = amendmentOf(source);
    assert.ok(amendment !== undefined && source.opened !== undefined);
    // 22:00 on Sunday there: the five days begin on Monday.
    const night = minimumAfter(amendment, '2003-01-06T03:00:00Z', source.opened);
    assert.equal(night === undefined ? '' : formatDay(night.day), '2003-01-10');
    const earlier = { day: 37700, businessDays: 10, amended: OPENED };
    assert.deepEqual(minimumAfter(amendment, MONDAY, { ...source.opened, minimum: earlier }), earlier);
    assert.match(
      english(describeAmendment(amendment, night)),
      /^Term Months was blank and is 84\. Earliest expiration: the end of 2003-01-10, 5 business days from the amendment of 2003-01-05/,
    );
  });

  it('is a warning by term while it is not logged, and where the offer ends too early for it', () => {
    const source = open(BOOK, { ...BOOK, terms: { Ratio: '0.5' } });
    assert.deepEqual(
      checkLines(runOffer(source)).filter((line) => /amendment|ends before/.test(line)),
      [
        'Warning OfferTerms 7 Ratio: Ratio was "0.75" and is "0.5": the change since the opening or the last amendment is not logged; take the step Amend',
      ],
    );
    const late = { day: 37645, businessDays: 10, amended: MONDAY };
    assert.deepEqual(
      checkLines(runOffer(open(BOOK, BOOK, late))).filter((line) => line.includes('ends before')),
      [
        'Warning OfferTerms  Expiration Date: The offer ends before the end of 2003-01-24, 10 business days from the amendment of 2003-01-06 (Rules 13e-4(e)(3), 14e-1(b))',
      ],
    );
    assert.deepEqual(checkLines(runOffer(open(BOOK, BOOK, { ...late, day: 37641 }))), []);
  });

  it('is told without its changes where the terms at the opening were not kept', () => {
    const opened = {
      since: OPENED,
      digest: termsDigest(keptTerms(offerSource(BOOK))),
      tables: undefined,
      minimum: undefined,
    };
    assert.equal(amendmentOf({ ...offerSource(BOOK), opened })?.hasChanged, false);
    const now = { ...offerSource({ ...BOOK, terms: { Ratio: '0.5' } }), opened };
    const amendment = amendmentOf(now);
    assert.ok(amendment?.hasChanged);
    assert.match(checkLines(runOffer(now)).join(), /what they were is not known: take the step Amend/);
    assert.equal(minimumAfter(amendment, MONDAY, opened)?.businessDays, 10);
  });
});
