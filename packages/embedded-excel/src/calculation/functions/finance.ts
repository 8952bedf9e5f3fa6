/** NPV, IRR, PMT and the like: money over time. */
import { CellError } from '../../model/cell-error.ts';
import { declare, declareOpen, type NativeFunction, UNLIMITED } from '../function-declaration.ts';
import { DIV0, NUM, VALUE } from '../value.ts';
import { numbersOf } from './numbers-of-arguments.ts';

/** What payments of 1 a period amount to, and what 1 grows to, over `periods`. */
function annuity(rate: number, periods: number, isDueAtStart: boolean): [payments: number, growth: number] {
  if (rate === 0) return [periods, 1];
  const growth = (1 + rate) ** periods;
  return [((growth - 1) / rate) * (isDueAtStart ? 1 + rate : 1), growth];
}

const futureValue = (
  rate: number,
  periods: number,
  payment: number,
  present: number,
  type: number,
): number => {
  const [payments, growth] = annuity(rate, periods, type !== 0);
  return -(present * growth + payment * payments);
};

function payment(
  rate: number,
  periods: number,
  present: number,
  future: number,
  type: number,
): number | CellError {
  if (periods === 0) return NUM;
  const [payments, growth] = annuity(rate, periods, type !== 0);
  return -(present * growth + future) / payments;
}

/** A root near a guess by Newton's method with a secant's slope; undefined where it does not settle. */
function rootNear(value: (x: number) => number, guess: number, lowest: number): number | undefined {
  let x = guess;
  let y = value(x);
  for (let i = 0; i < 100; i++) {
    if (!Number.isFinite(y)) return undefined;
    if (Math.abs(y) < 1e-13) return x;
    const h = Math.max(1e-7, Math.abs(x) * 1e-7);
    const slope = (value(x + h) - value(x - h)) / (2 * h);
    if (!Number.isFinite(slope) || slope === 0) return undefined;
    let next = x - y / slope;
    if (next <= lowest) next = (x + lowest) / 2;
    if (Math.abs(next - x) < 1e-15 * Math.max(1, Math.abs(x))) return next;
    x = next;
    y = value(x);
  }
  return Math.abs(y) < 1e-6 ? x : undefined;
}

/** As `rootNear`, from other guesses too, and last by halving an interval in which the sign changes. */
function rateOfReturn(value: (rate: number) => number, guess: number): number | CellError {
  for (const start of [guess, 0.1, 0, 0.5, -0.5, 1, -0.9]) {
    const root = rootNear(value, start, -1);
    if (root !== undefined && Math.abs(value(root)) < 1e-6) return root;
  }
  let low = -0.999999;
  for (const high of [0, 0.1, 0.5, 1, 5, 10, 100, 1000]) {
    if (value(low) * value(high) < 0) return bisect(value, low, high);
    low = high;
  }
  return NUM;
}

function bisect(value: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rising = value(high) > 0;
  for (let i = 0; i < 200 && high - low > 1e-16; i++) {
    const middle = (low + high) / 2;
    if (value(middle) > 0 === rising) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

const presentValueOf = (rate: number, flows: readonly number[], first: number): number => {
  let total = 0;
  for (const [index, flow] of flows.entries()) total += flow / (1 + rate) ** (index + first);
  return total;
};

/** Flows and their dates, checked as XNPV and XIRR ask. */
function datedFlows(
  flows: number[] | CellError,
  dates: number[] | CellError,
): [number[], number[]] | CellError {
  if (flows instanceof CellError) return flows;
  if (dates instanceof CellError) return dates;
  if (flows.length !== dates.length || flows.length === 0) return NUM;
  const days = dates.map(Math.floor);
  const [first = 0] = days;
  return days.some((day) => day < first) ? NUM : [flows, days.map((day) => (day - first) / 365)];
}

const presentValueByDate = (rate: number, flows: readonly number[], years: readonly number[]): number => {
  let total = 0;
  for (const [index, flow] of flows.entries()) total += flow / (1 + rate) ** (years[index] ?? 0);
  return total;
};

const hasBothSigns = (flows: readonly number[]): boolean =>
  flows.some((flow) => flow > 0) && flows.some((flow) => flow < 0);

export const FINANCIAL_FUNCTIONS: readonly NativeFunction[] = [
  declareOpen('NPV', 2, UNLIMITED, (evaluation, [rate = null, ...rest]) => {
    const discount = evaluation.number(rate);
    if (discount instanceof CellError) return discount;
    const flows = numbersOf(evaluation, rest);
    if (flows instanceof CellError) return flows;
    return discount === -1 ? DIV0 : presentValueOf(discount, flows, 1);
  }),
  declare('XNPV', ['number', 'value', 'value'], (evaluation, rate, values, dates) => {
    const dated = datedFlows(numbersOf(evaluation, [values]), numbersOf(evaluation, [dates]));
    if (dated instanceof CellError) return dated;
    return rate <= -1 ? NUM : presentValueByDate(rate, dated[0], dated[1]);
  }),
  declare('IRR', ['value', 'number?'], (evaluation, values, guess = 0.1) => {
    const flows = numbersOf(evaluation, [values]);
    if (flows instanceof CellError) return flows;
    if (!hasBothSigns(flows)) return NUM;
    return rateOfReturn((rate) => presentValueOf(rate, flows, 0), guess);
  }),
  declare('XIRR', ['value', 'value', 'number?'], (evaluation, values, dates, guess = 0.1) => {
    const dated = datedFlows(numbersOf(evaluation, [values]), numbersOf(evaluation, [dates]));
    if (dated instanceof CellError) return dated;
    if (!hasBothSigns(dated[0]) || guess <= -1) return NUM;
    return rateOfReturn((rate) => presentValueByDate(rate, dated[0], dated[1]), guess);
  }),
  declare('MIRR', ['value', 'number', 'number'], (evaluation, values, finance, reinvest) => {
    const flows = numbersOf(evaluation, [values]);
    if (flows instanceof CellError) return flows;
    if (!hasBothSigns(flows)) return DIV0;
    const count = flows.length;
    const gains =
      presentValueOf(
        reinvest,
        flows.map((flow) => Math.max(flow, 0)),
        0,
      ) *
      (1 + reinvest) ** (count - 1);
    const costs = presentValueOf(
      finance,
      flows.map((flow) => Math.min(flow, 0)),
      0,
    );
    return (gains / -costs) ** (1 / (count - 1)) - 1;
  }),
  declare(
    'PMT',
    ['number', 'number', 'number', 'number?', 'number?'],
    (_, rate, periods, present, future = 0, type = 0) => payment(rate, periods, present, future, type),
  ),
  declare(
    'FV',
    ['number', 'number', 'number', 'number?', 'number?'],
    (_, rate, periods, amount, present = 0, type = 0) => futureValue(rate, periods, amount, present, type),
  ),
  declare(
    'PV',
    ['number', 'number', 'number', 'number?', 'number?'],
    (_, rate, periods, amount, future = 0, type = 0) => {
      const [payments, growth] = annuity(rate, periods, type !== 0);
      return -(future + amount * payments) / growth;
    },
  ),
  declare(
    'NPER',
    ['number', 'number', 'number', 'number?', 'number?'],
    (_, rate, amount, present, future = 0, type = 0) => {
      if (rate === 0) return amount === 0 ? NUM : -(present + future) / amount;
      const due = (amount * (type !== 0 ? 1 + rate : 1)) / rate;
      return Math.log((due - future) / (due + present)) / Math.log(1 + rate);
    },
  ),
  declare(
    'RATE',
    ['number', 'number', 'number', 'number?', 'number?', 'number?'],
    (_, periods, amount, present, future = 0, type = 0, guess = 0.1) =>
      periods <= 0
        ? NUM
        : rateOfReturn((rate) => -futureValue(rate, periods, amount, present, type) + future, guess),
  ),
  declare(
    'IPMT',
    ['number', 'number', 'number', 'number', 'number?', 'number?'],
    (_, rate, period, periods, present, future = 0, type = 0) => {
      const amount = payment(rate, periods, present, future, type);
      if (amount instanceof CellError || period < 1 || period > periods) return NUM;
      return interest(rate, period, amount, present, type);
    },
  ),
  declare(
    'PPMT',
    ['number', 'number', 'number', 'number', 'number?', 'number?'],
    (_, rate, period, periods, present, future = 0, type = 0) => {
      const amount = payment(rate, periods, present, future, type);
      if (amount instanceof CellError || period < 1 || period > periods) return NUM;
      return amount - interest(rate, period, amount, present, type);
    },
  ),
  declare('SLN', ['number', 'number', 'number'], (_, cost, salvage, life) =>
    life === 0 ? DIV0 : (cost - salvage) / life,
  ),
  declare('SYD', ['number', 'number', 'number', 'number'], (_, cost, salvage, life, period) =>
    life <= 0 || period < 1 || period > life
      ? NUM
      : ((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1)),
  ),
  declare('EFFECT', ['number', 'number'], (_, nominal, periods) =>
    nominal <= 0 || periods < 1 ? NUM : (1 + nominal / Math.trunc(periods)) ** Math.trunc(periods) - 1,
  ),
  declare('NOMINAL', ['number', 'number'], (_, effective, periods) =>
    effective <= 0 || periods < 1
      ? NUM
      : ((1 + effective) ** (1 / Math.trunc(periods)) - 1) * Math.trunc(periods),
  ),
  declare('FVSCHEDULE', ['number', 'value'], (evaluation, principal, schedule) => {
    const rates = numbersOf(evaluation, [schedule]);
    if (rates instanceof CellError) return VALUE;
    return rates.reduce((total, rate) => total * (1 + rate), principal);
  }),
];

/** The interest in one period's payment. */
function interest(rate: number, period: number, amount: number, present: number, type: number): number {
  if (type !== 0 && period === 1) return 0;
  const owed = futureValue(rate, period - 1, amount, present, type) * rate;
  return type !== 0 ? owed / (1 + rate) : owed;
}
