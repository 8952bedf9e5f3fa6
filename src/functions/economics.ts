/** Gains, break-even and comparison as formulas: each one call of the economics room. */
import { breakeven } from '../domain/economics/breakeven.ts';
import { compareAwards } from '../domain/economics/compare.ts';
import { gain } from '../domain/economics/gain.ts';
import { declare, required, type ResultColumn } from './declaration.ts';
import { PRICE, PRICES, SHARES } from './kinds.ts';

export const GAIN = declare({
  name: 'GAIN',
  section: 'Economics',
  description:
    'What an award gains at a market price: shares times the price above the exercise price, or 0.',
  rules: ['Before taxes. Stock units have an exercise price of 0.'],
  parameters: [
    required('shares', SHARES, 'Number of shares of the award, whole.'),
    required('exercisePrice', PRICE, 'Exercise price per share; 0 for stock units.'),
    required('marketPrice', PRICE, 'Market price per share.'),
  ],
  result: { type: 'number', format: 'money', description: 'Gain before taxes.' },
  examples: [{ arguments: [334, 18, 20], result: 668 }],
  failures: [{ arguments: ['many', 18, 20] }, { arguments: [334, 18, -1] }],
  body: gain,
});

const OLD_AND_NEW = [
  required('oldShares', SHARES, 'Number of shares of the old award, whole.'),
  required('oldPrice', PRICE, 'Exercise price per share of the old award.'),
  required('newShares', SHARES, 'Number of shares of the new award, whole.'),
  required('newPrice', PRICE, 'Exercise price per share of the new award; 0 for stock units.'),
] as const;

export const BREAKEVEN = declare({
  name: 'BREAKEVEN',
  section: 'Economics',
  description:
    'The market price at which an old award and its replacement gain the same, and above which the old one gains more.',
  rules: [
    'With more old shares at a higher price: (old shares × old price − new shares × new price) / (old shares − new shares).',
    'Where the old award gains more from its own exercise price on (no fewer shares, at no higher a price, and not both equal): that price.',
    '`#N/A` where there is none: the new award has more shares, or as many at a price no higher.',
  ],
  parameters: OLD_AND_NEW,
  result: { type: 'number', format: 'price', description: 'Market price per share.' },
  examples: [{ arguments: [1000, 6, 750, 1.5], result: 19.5 }],
  failures: [{ arguments: [1000, 6, 2000, 5] }],
  body: breakeven,
});

const COMPARISON: readonly ResultColumn[] = [
  { header: 'Market Price', format: 'price' },
  { header: 'Current Option', format: 'money' },
  { header: 'New Option', format: 'money' },
  { header: 'Better' },
];

export const COMPARE = declare({
  name: 'COMPARE',
  section: 'Economics',
  description:
    'What an old award and its replacement gain at each of several market prices, and which gains more.',
  rules: [
    'One row per market price, in their order; empty cells are skipped. `Better` is `Current`, `New` or `Same`.',
  ],
  parameters: [
    ...OLD_AND_NEW,
    required('marketPrices', PRICES, 'Market prices per share: a range of one or more cells.'),
  ],
  result: {
    type: 'any',
    columns: COMPARISON,
    headed: true,
    description: 'A table: Market Price, Current Option, New Option, Better.',
  },
  examples: [
    {
      arguments: [1000, 6, 750, 1.5, [[2], [6], [10], [14], [18], [20]]],
      result: [
        ['Market Price', 'Current Option', 'New Option', 'Better'],
        [2, 0, 375, 'New'],
        [6, 0, 3375, 'New'],
        [10, 4000, 6375, 'New'],
        [14, 8000, 9375, 'New'],
        [18, 12000, 12375, 'New'],
        [20, 14000, 13875, 'Current'],
      ],
    },
  ],
  failures: [{ arguments: [1000, 6, 750, 1.5, [[2], ['six']]] }],
  body: (oldShares, oldPrice, newShares, newPrice, marketPrices) =>
    compareAwards(oldShares, oldPrice, newShares, newPrice, marketPrices).map((at) => [
      at.marketPrice,
      at.current,
      at.renewed,
      at.better,
    ]),
});
