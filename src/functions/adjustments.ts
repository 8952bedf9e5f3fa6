/** Splits and mergers between cancellation and grant as formulas: each one call of the adjustment room. */
import { mergerShares } from '../domain/adjustment/merger.ts';
import { splitShares } from '../domain/adjustment/split.ts';
import { declare, optional, required } from './declaration.ts';
import { DECIMALS, PRICE, QUANTITY, ROUNDING, SHARES } from './kinds.ts';

export const SPLITSHARES = declare({
  name: 'SPLITSHARES',
  section: 'Adjustments',
  description:
    'An award after a stock split or reverse split: the adjusted shares and the adjusted exercise price, side by side.',
  rules: [
    'Shares times `newShares` / `oldShares`, rounded; price times `oldShares` / `newShares`. A 1-for-3 reverse split is 1, 3.',
    '`rounding` is `down` (default), `up` or `nearest`. `decimals` rounds the price half up; left out or 0, it stays as computed.',
  ],
  parameters: [
    required('shares', SHARES, 'Number of shares before the split, whole.'),
    required('price', PRICE, 'Exercise price per share before the split.'),
    required('newShares', QUANTITY, 'New shares of the split: 1 in a 1-for-3 reverse split.'),
    required('oldShares', QUANTITY, 'Old shares that they replace: 3 in a 1-for-3 reverse split.'),
    optional('rounding', ROUNDING, 'What becomes of a fraction of a share: down (default), up or nearest.'),
    optional('decimals', DECIMALS, 'Decimals to round the price to, half up. Not rounded if left out or 0.'),
  ],
  result: {
    type: 'any',
    columns: [
      { header: 'Shares', format: 'count' },
      { header: 'Price', format: 'price' },
    ],
    description: 'One row: the adjusted shares and the adjusted price.',
  },
  examples: [
    { arguments: [1000, 6, 1, 3, 'up'], result: [[334, 18]] },
    { arguments: [750, 1.5, 1, 3, 'up'], result: [[250, 4.5]] },
  ],
  failures: [{ arguments: [1000, 6, 0, 3] }],
  body: (shares, price, newShares, oldShares, rounding, decimals) => {
    const adjusted = splitShares(shares, price, newShares, oldShares, rounding, decimals);
    return [[adjusted.shares, adjusted.price]];
  },
});

export const MERGERSHARES = declare({
  name: 'MERGERSHARES',
  section: 'Adjustments',
  description: "The shares of an acquirer's stock that a promise of options becomes in a merger.",
  rules: [
    'Shares times (`stockPerShare` + `cashPerShare` / `acquirerPrice`), exact until it is rounded.',
    '`acquirerPrice` is needed where there is cash. `rounding` is `down` (default), `up` or `nearest`.',
  ],
  parameters: [
    required('shares', SHARES, 'Number of promised shares of the acquired company, whole.'),
    required('stockPerShare', PRICE, "Shares of the acquirer's stock given for each share."),
    optional('cashPerShare', PRICE, 'Cash given for each share, on top of stock. 0 if left out.'),
    optional(
      'acquirerPrice',
      PRICE,
      "Price of one share of the acquirer's stock; needed where there is cash.",
    ),
    optional('rounding', ROUNDING, 'What becomes of a fraction of a share: down (default), up or nearest.'),
  ],
  result: { type: 'number', format: 'count', description: "Whole shares of the acquirer's stock." },
  examples: [{ arguments: [1000, 0.3, 2.1, 21], result: 400 }],
  failures: [{ arguments: [1000, 0.3, 2.1] }],
  body: mergerShares,
});
