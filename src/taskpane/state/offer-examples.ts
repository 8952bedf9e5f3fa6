/**
 * Terms of real option exchanges to start from, as the companies filed them with the SEC. An example sets the terms
 * and the ratios that it names, and nothing else: dates, rules, plans and names stay the analyst's own. A term that is
 * blank here takes its default, since the filing leaves it open and the example before may have set it. Data.
 */
import type { CellValue } from '../../domain/basics/cell.ts';

export interface OfferExample {
  readonly id: string;
  readonly company: string;
  readonly year: number;
  /** The filing that says so. */
  readonly source: string;
  readonly terms: Readonly<Record<string, string | number>>;
  /** Rows of OfferRatios, the header first; without them OfferRatios is emptied, since an offer has one or the other. */
  readonly ratios: readonly (readonly CellValue[])[];
}

const byPrice = (...tiers: readonly (readonly [from: number, to: number | '', oldPerNew: number])[]) => [
  ['Exercise Price From', 'Exercise Price To', 'Old per New'],
  ...tiers,
];

export const OFFER_EXAMPLES: readonly OfferExample[] = [
  {
    id: 'lantronix-2002',
    company: 'Lantronix',
    year: 2002,
    source: 'https://www.sec.gov/Archives/edgar/data/1114925/000111492502000016/doc2.txt',
    terms: {
      Award: 'Option',
      'Election Unit': 'Grant',
      Ratio: '0.75',
      Rounding: 'up',
      'Exercise Price Rule': 'close',
      'Vesting Schedule': '50% at 6 months, then 50% monthly over 24 months',
    },
    ratios: [],
  },
  {
    id: 'lucent-2002',
    company: 'Lucent Technologies',
    year: 2002,
    source: 'https://www.sec.gov/Archives/edgar/data/1006240/000092779602000129/ex99a33.htm',
    terms: {
      Award: 'Option',
      'Election Unit': '',
      Ratio: '',
      'Exercise Price Rule': 'average of high and low',
      'Vesting Schedule': '100% every 6 months over 30 months',
    },
    ratios: byPrice([12.14, 24.99, 1.25], [25, 39.99, 2], [40, 49.99, 4], [50, '', 6]),
  },
  {
    id: 'agilent-2003',
    company: 'Agilent Technologies',
    year: 2003,
    source: 'https://www.sec.gov/Archives/edgar/data/1090872/000089161803002876/f86572a1exv99wxayx1yxcy.htm',
    terms: {
      Award: 'Option',
      'Election Unit': 'Grant',
      Ratio: '',
      'Exercise Price Rule': 'close',
      'Vesting Schedule': '100% annually over 2 years',
    },
    ratios: byPrice([25.01, 39.99, 1.5], [40, 69.99, 2], [70, 89.99, 2.5], [90, '', 4]),
  },
  {
    id: 'extreme-networks-2003',
    company: 'Extreme Networks',
    year: 2003,
    source: 'https://www.sec.gov/Archives/edgar/data/1078271/000101287003001367/dex99a1e.htm',
    terms: {
      Award: 'Option',
      'Election Unit': 'Holder',
      Ratio: '',
      'Vesting Schedule': '',
    },
    ratios: [
      ['Hire Date To', 'New per Old', 'Vesting Schedule'],
      ['2001-03-03', 0.6, '25% at grant, then the rest monthly over 24 months'],
      ['', 0.6, '25% at grant, then the rest monthly over 36 months'],
    ],
  },
  {
    id: 'vmware-2008',
    company: 'VMware',
    year: 2008,
    source: 'https://www.sec.gov/Archives/edgar/data/1124610/000119312508173454/dex99a1h.htm',
    terms: {
      Award: 'Option',
      'Election Unit': '',
      Ratio: '1',
      'Exercise Price Rule': 'close',
      'Vesting Schedule': '25% at 1 year, then the rest monthly over 36 months',
    },
    ratios: [],
  },
  {
    id: 'castlight-2016',
    company: 'Castlight Health',
    year: 2016,
    source: 'https://www.sec.gov/Archives/edgar/data/1433714/000143371416000045/exh99a1a.htm',
    terms: {
      Award: 'Option',
      'Election Unit': 'Grant',
      Ratio: '1',
      'Exercise Price Rule': 'close',
      'Vesting Schedule': '100% monthly over 5 years',
    },
    ratios: [],
  },
];
