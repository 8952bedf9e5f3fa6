/** Ratios and new share counts as formulas. Each is one call of the exchange room. */
import { notAvailable } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { newShares } from '../domain/exchange/new-shares.ts';
import { compileTiers, type RatioTiers, tierAt } from '../domain/exchange/tiers.ts';
import { declare, optional, type RangeKind, required } from './declaration.ts';
import { PRICE, RATIO, ROUNDING, SHARES, tableOf } from './kinds.ts';
import { rememberedTables } from './memory.ts';

const compiled = rememberedTables(([grid = []]) => compileTiers(grid));

/** A ratio of 0 is wrong, and not a ratio left out. */
const TABLE = tableOf('a table with the headers From and New per Old or Old per New', [
  'From',
  'Exercise Price From',
  'New per Old',
  'Old per New',
]);
const TIERS: RangeKind<RatioTiers> = {
  ...TABLE,
  read: (grid, name) => compiled([TABLE.read(grid, name)]),
};

export const RATIO_FUNCTION = declare({
  name: 'RATIO',
  section: 'Counts',
  description: 'The new shares per cancelled share that a table of price tiers gives for an exercise price.',
  rules: [
    '`tiers` is a table with the headers `From` (inclusive), optionally `To` (inclusive), and one of `New per Old` or `Old per New`, above zero. OfferRatios can be given as it is: `Exercise Price From` and `Exercise Price To` are the same columns, and rows under `And` and rows without a ratio are passed over. Another criteria column is `#VALUE!`, since the price alone does not decide.',
    'With a `To` column a blank `From` or `To` is open, and the first matching row wins. Without one, the row with the greatest `From` at or below the price holds; under `Exercise Price From` the first matching row, as in OfferRatios.',
    'Prices compare after rounding to 6 decimals. `#N/A` where no tier holds the price.',
  ],
  parameters: [
    required('exercisePrice', PRICE, 'Exercise price per share of the option to be exchanged.'),
    required(
      'tiers',
      TIERS,
      'Table with headers: From, optionally To, and New per Old or Old per New. Select it with its header row.',
    ),
  ],
  result: { type: 'number', format: 'ratio', description: 'New shares per cancelled share.' },
  examples: [
    {
      arguments: [
        16.01,
        [
          ['From', 'To', 'Old per New'],
          [12.01, 16, 1.5],
          [16.01, 20, 2],
        ],
      ],
      result: 0.5,
    },
  ],
  failures: [
    {
      arguments: [
        9.99,
        [
          ['From', 'New per Old'],
          [10, 0.5],
        ],
      ],
    },
    { arguments: [12, [['From'], [10]]] },
  ],
  body: (exercisePrice, tiers) => {
    const tier = tierAt(tiers, exercisePrice);
    if (tier !== undefined) return tier.newPerOld;
    throw notAvailable(say`exercisePrice ${exercisePrice} is in none of the tiers: add a row that holds it.`);
  },
});

export const NEWSHARES = declare({
  name: 'NEWSHARES',
  section: 'Counts',
  description: 'The whole number of new shares that cancelled shares bring at an exchange ratio.',
  rules: [
    '`ratio` is new per old as a number or per cent (`0.75`, `75%`), old to new as offer documents write it (`4:1`, `4 to 1`, `2.5-to-1`), or in words (`3 new for 4 old`, `4 old for 3 new`). A bare `3 for 4` is refused, because it may mean either; `1 for 1` is 1.',
    '`rounding` is `down` (default), `up` or `nearest` (half up), applied to the exact product.',
    'A number means its decimal, where it has at most 10 decimals, and otherwise the simplest fraction near it: `1/7` is one seventh.',
  ],
  parameters: [
    required('shares', SHARES, 'Number of shares cancelled in the exchange, whole.'),
    required(
      'ratio',
      RATIO,
      'Exchange ratio: new per old as a number or percent (0.75, 75%), or old to new as text ("4:1", "2.5-to-1", "3 new for 4 old").',
    ),
    optional('rounding', ROUNDING, 'What becomes of a fraction of a share: down (default), up or nearest.'),
  ],
  result: { type: 'number', format: 'count', description: 'Whole new shares.' },
  examples: [
    { arguments: [1000, 0.75, 'up'], result: 750 },
    { arguments: [1001, 0.75, 'up'], result: 751 },
    { arguments: [7000, 1 / 7], written: '7000, 1/7', result: 1000 },
    { arguments: [123457, '2.5:1'], result: 49382 },
  ],
  failures: [
    { arguments: [1000, '3 for 4'] },
    { arguments: [10.5, 0.75] },
    { arguments: [1000, 0.75, 'upp'] },
  ],
  body: newShares,
});
