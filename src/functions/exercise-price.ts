/** The exercise price rule as a formula: one call of the price room. */
import { exercisePrice } from '../domain/price/exercise-price.ts';
import { CLOSE } from '../domain/price/price-rule.ts';
import { compilePrices, type PriceTable } from '../domain/price/price-table.ts';
import { declare, optional, type RangeKind, required } from './declaration.ts';
import { DATE, DECIMALS, MISSING_PRICE, PRICE_RULE, tableOf } from './kinds.ts';
import { rememberedTables } from './memory.ts';

const compiled = rememberedTables(([grid = []]) => compilePrices(grid));

/** A day on which nothing was traded has a Volume of 0; no share was ever sold for 0. */
const TABLE = tableOf('a table with the headers Date and Close', ['Volume']);
const PRICE_TABLE: RangeKind<PriceTable> = {
  ...TABLE,
  read: (grid, name) => compiled([TABLE.read(grid, name)]),
};

const PRICES = [
  ['Date', 'Close'],
  ['2003-07-18', 1.2],
  ['2003-07-21', 1.25],
] as const;

export const EXERCISEPRICE = declare({
  name: 'EXERCISEPRICE',
  section: 'Exercise price',
  description:
    "The exercise price of a grant on its date, by the offer's price rule over a table of market prices.",
  rules: [
    '`prices` is a table with the headers `Date`, `Close` and optionally `Open`, `High`, `Low`, `Volume`, or two columns without headers: dates and closes. The dates stand in any order; two prices for one date are `#VALUE!`.',
    '`rule` is `close` (default), `previous close` (the last trading day before the date), `average of high and low`, `average close of 20 days` (the trading days that end on the date), `average close of 20 days before` (that end before it), `20-day VWAP` (closes weighted by volume), `previous <rule>` (that rule as of the last trading day before the date), `80% of <rule>`, `greater of <rule> and <rule>`, `lesser of <rule> and <rule>`, or a price.',
    '`onMissing` says what happens where the date has no price: `error` (default, `#N/A`), `previous` or `next`. A window of days then ends on the day so found. Fewer trading days than the rule needs are `#N/A`.',
    '`decimals` rounds half up; left out or 0, the price stays as computed. For whole dollars wrap the call in `ROUND`.',
  ],
  parameters: [
    required('grantDate', DATE, 'Date on which the option is granted.'),
    required(
      'prices',
      PRICE_TABLE,
      'Market prices: a table with headers Date, Close and optionally Open, High, Low, Volume; or two columns, dates and closes.',
    ),
    optional(
      'rule',
      PRICE_RULE,
      'Price rule: close (default), previous close, average of high and low, average close of 20 days, 20-day VWAP, 85% of close, greater of close and 4.50.',
    ),
    optional(
      'onMissing',
      MISSING_PRICE,
      'Where the date has no price: error (default), or the previous or next trading day.',
    ),
    optional('decimals', DECIMALS, 'Decimals to round the price to, half up. Not rounded if left out or 0.'),
  ],
  result: { type: 'number', format: 'price', description: 'Exercise price per share.' },
  examples: [
    {
      arguments: ['2003-07-21', PRICES],
      result: 1.25,
    },
    {
      arguments: [
        '2003-07-20',
        [
          ['Date', 'High', 'Low', 'Close'],
          ['2003-07-18', 1.22, 1.19, 1.2],
          ['2003-07-21', 1.27, 1.2, 1.25],
        ],
        'average of high and low',
        'next',
        2,
      ],
      result: 1.24,
    },
  ],
  failures: [
    { arguments: ['2003-07-20', PRICES] },
    { arguments: ['2003-07-21', PRICES, 'average close of 20 days'] },
    { arguments: ['2003-07-21', PRICES, 'closing'] },
  ],
  body: (grantDate, prices, rule = CLOSE, onMissing, decimals) =>
    exercisePrice(grantDate, prices, rule, onMissing, decimals),
});
