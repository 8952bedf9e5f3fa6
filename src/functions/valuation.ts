/** Option values as formulas: each one call of the valuation room. */
import { blackScholes } from '../domain/valuation/black-scholes.ts';
import { LATTICE_STEPS, latticeValue } from '../domain/valuation/lattice.ts';
import { declare, optional, required } from './declaration.ts';
import { MEASURE, MULTIPLE, PRICE, RATE, STEPS } from './kinds.ts';

const OPTION = [
  required('stock', PRICE, 'Price of one share of the stock.'),
  required('exercise', PRICE, 'Exercise price per share.'),
] as const;

const RATES = [
  required('volatility', MEASURE, 'Expected volatility of the stock per year, as a fraction: 0.45 is 45%.'),
  required('rate', RATE, 'Riskless interest rate per year, continuously compounded: 0.05 is 5%.'),
  optional('yield', RATE, 'Dividend yield per year, continuously compounded. 0 if left out.'),
] as const;

export const BLACKSCHOLES = declare({
  name: 'BLACKSCHOLES',
  section: 'Economics',
  description: 'The Black-Scholes-Merton value of a call option, per share.',
  rules: [
    '`years` is the expected term. `volatility`, `rate` and `yield` are per year, `rate` and `yield` continuously compounded: a rate that compounds once a year is `LN(1 + rate)`.',
    'At zero years or zero volatility it is exactly what exercising is worth, discounted; elsewhere the relative error is below 1e-12.',
  ],
  parameters: [...OPTION, required('years', MEASURE, 'Expected term in years, such as 6.25.'), ...RATES],
  result: { type: 'number', format: 'price', description: 'Value per share.' },
  examples: [{ arguments: [42, 40, 0.5, 0.2, 0.1], result: 4.75942239287153 }],
  failures: [{ arguments: [42, 40, -1, 0.2, 0.1] }, { arguments: [42, 40, 1, 'high', 0.1] }],
  source: 'Black and Scholes (1973), with the dividend yield of Merton (1973); ASC 718-10-55-16.',
  body: (stock, exercise, years, volatility, rate, dividendYield = 0) =>
    blackScholes({ stock, exercisePrice: exercise, years, volatility, rate, dividendYield }),
});

export const LATTICE = declare({
  name: 'LATTICE',
  section: 'Economics',
  description:
    'The value of an employee stock option, per share, on a lattice in which holders exercise early and leave.',
  rules: [
    'From `vestYears` on, holders exercise where the stock is at least `exerciseMultiple` times the exercise price; left out, they wait until the end.',
    'In each step after vesting a share 1 − exp(−`exitRate` × length of the step) leaves and takes the intrinsic value. Nobody leaves before vesting: ASC 718 keeps such forfeitures out of fair value.',
    '`steps` is 1 to 10,000, 500 by default. `#NUM!` where the steps are so long that the rate outgrows the volatility in one of them.',
  ],
  parameters: [
    ...OPTION,
    required('years', MEASURE, 'Contractual term in years, such as 10.'),
    ...RATES,
    optional('vestYears', MEASURE, 'Years until the option vests. 0 if left out.'),
    optional(
      'exerciseMultiple',
      MULTIPLE,
      'Holders exercise where the stock is at this multiple of the exercise price, such as 2. Only at the end if left out.',
    ),
    optional('exitRate', MEASURE, 'Share of the holders that leave per year after vesting. 0 if left out.'),
    optional('steps', STEPS, 'Steps of the lattice, 1 to 10,000. 500 if left out.'),
  ],
  result: { type: 'number', format: 'price', description: 'Value per share.' },
  examples: [
    {
      arguments: [50, 50, 1, 0.3, 0.05, 0, 0, null, 0, 1],
      written: '50, 50, 1, 0.3, 0.05, 0, 0, , 0, 1',
      result: 8.48198584932206,
    },
    { arguments: [50, 50, 10, 0.35, 0.05, 0.025, 3, 3, 0.1], result: 18.3428469213961 },
  ],
  failures: [
    { arguments: [50, 50, 10, 0.001, 0.05, 0, 0, 2, 0.03, 5] },
    { arguments: [50, 50, 10, 0.3, 0.05, 0, 3, 0.5] },
  ],
  source:
    'Hull and White, How to Value Employee Stock Options, Financial Analysts Journal 60 (2004), on the tree of Cox, Ross and Rubinstein (1979).',
  body: (
    stock,
    exercise,
    years,
    volatility,
    rate,
    dividendYield = 0,
    vestYears = 0,
    exerciseMultiple,
    exitRate = 0,
    steps = LATTICE_STEPS.default,
  ) =>
    latticeValue(
      { stock, exercisePrice: exercise, years, volatility, rate, dividendYield },
      { vestYears, exerciseMultiple, exitRate, steps },
    ),
});
