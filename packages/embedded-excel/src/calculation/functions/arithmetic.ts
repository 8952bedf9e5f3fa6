/** Rounding, powers, remainders: functions of single numbers. */
import { declare, declareOpen, type NativeFunction, UNLIMITED } from '../function-declaration.ts';
import { CellError } from '../../model/cell-error.ts';
import { power } from '../operators.ts';
import { DIV0, NUM } from '../value.ts';
import { numbersOf } from './numbers-of-arguments.ts';

/** Moves the decimal point without leaving traces of binary fractions: 1.005 times 100 is 100.5. */
function shifted(value: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** Rounds the magnitude at a decimal place; what is within the 15th digit of a whole number counts as that. */
export function roundedAt(value: number, digits: number, round: (magnitude: number) => number): number {
  const places = Math.trunc(digits);
  if (value === 0 || places > 300) return value;
  const magnitude = Number(shifted(Math.abs(value), places).toPrecision(15));
  const rounded = shifted(round(magnitude), -places);
  return value < 0 ? (rounded === 0 ? 0 : -rounded) : rounded;
}

const halfUp = (magnitude: number): number => Math.floor(magnitude + 0.5);

/** A quotient that should be whole but is off in its last bits counts as whole. */
const steps = (value: number, significance: number): number => Number((value / significance).toPrecision(15));

const byMultiple = (name: string, round: (quotient: number) => number): NativeFunction =>
  declare(name, ['number', 'number'], (_, value, significance) => {
    if (value === 0) return 0;
    if (significance === 0) return name === 'FLOOR' ? DIV0 : 0;
    if (value > 0 && significance < 0) return NUM;
    return round(steps(value, significance)) * significance;
  });

const towards = (
  name: string,
  round: (quotient: number) => number,
  away: (quotient: number) => number,
): NativeFunction =>
  declare(name, ['number', 'number?', 'number?'], (_, value, significance = 1, mode = 0) => {
    const step = Math.abs(significance);
    if (step === 0) return 0;
    return (value < 0 && mode !== 0 ? away : round)(steps(value, step)) * step;
  });

const precise = (name: string, round: (quotient: number) => number): NativeFunction =>
  declare(name, ['number', 'number?'], (_, value, significance = 1) =>
    significance === 0 ? 0 : round(steps(value, Math.abs(significance))) * Math.abs(significance),
  );

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const wholes = (
  name: string,
  start: number,
  combine: (total: number, value: number) => number,
): NativeFunction =>
  declareOpen(name, 1, UNLIMITED, (evaluation, args) => {
    const numbers = numbersOf(evaluation, args);
    if (numbers instanceof CellError) return numbers;
    if (numbers.some((value) => value < 0)) return NUM;
    return numbers.map(Math.trunc).reduce(combine, start);
  });

function factorial(value: number): number {
  let product = 1;
  for (let i = 2; i <= Math.trunc(value); i++) product *= i;
  return product;
}

const real = (name: string, compute: (value: number) => number): NativeFunction =>
  declare(name, ['number'], (_, value) => compute(value));

export const ARITHMETIC_FUNCTIONS: readonly NativeFunction[] = [
  declare('ROUND', ['number', 'number'], (_, value, digits) => roundedAt(value, digits, halfUp)),
  declare('ROUNDUP', ['number', 'number'], (_, value, digits) => roundedAt(value, digits, Math.ceil)),
  declare('ROUNDDOWN', ['number', 'number'], (_, value, digits) => roundedAt(value, digits, Math.floor)),
  declare('TRUNC', ['number', 'number?'], (_, value, digits = 0) => roundedAt(value, digits, Math.floor)),
  real('INT', Math.floor),
  real('ABS', Math.abs),
  real('SIGN', Math.sign),
  real('EXP', Math.exp),
  real('SIN', Math.sin),
  real('COS', Math.cos),
  real('TAN', Math.tan),
  real('ATAN', Math.atan),
  real('ASIN', Math.asin),
  real('ACOS', Math.acos),
  real('DEGREES', (value) => (value * 180) / Math.PI),
  real('RADIANS', (value) => (value * Math.PI) / 180),
  declare('PI', [], () => Math.PI),
  declare('ATAN2', ['number', 'number'], (_, x, y) => (x === 0 && y === 0 ? DIV0 : Math.atan2(y, x))),
  declare('SQRT', ['number'], (_, value) => (value < 0 ? NUM : Math.sqrt(value))),
  declare('LN', ['number'], (_, value) => (value <= 0 ? NUM : Math.log(value))),
  declare('LOG10', ['number'], (_, value) => (value <= 0 ? NUM : Math.log10(value))),
  declare('LOG', ['number', 'number?'], (_, value, base = 10) => {
    if (value <= 0 || base <= 0) return NUM;
    if (base === 1) return DIV0;
    return base === 10 ? Math.log10(value) : base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base);
  }),
  declare('POWER', ['number', 'number'], (_, base, exponent) => power(base, exponent)),
  declare('MOD', ['number', 'number'], (_, value, divisor) => {
    if (divisor === 0) return DIV0;
    const rest = value - divisor * Math.floor(value / divisor);
    // A remainder that is the divisor but for its last bits is none.
    return Math.abs(rest - divisor) <= Math.abs(divisor) * 1e-15 ? 0 : rest;
  }),
  declare('QUOTIENT', ['number', 'number'], (_, value, divisor) =>
    divisor === 0 ? DIV0 : Math.trunc(value / divisor),
  ),
  declare('MROUND', ['number', 'number'], (_, value, multiple) => {
    if (multiple === 0 || value === 0) return 0;
    if (value * multiple < 0) return NUM;
    return halfUp(steps(value, multiple)) * multiple;
  }),
  byMultiple('CEILING', Math.ceil),
  byMultiple('FLOOR', Math.floor),
  towards('CEILING.MATH', Math.ceil, Math.floor),
  towards('FLOOR.MATH', Math.floor, Math.ceil),
  precise('CEILING.PRECISE', Math.ceil),
  precise('FLOOR.PRECISE', Math.floor),
  precise('ISO.CEILING', Math.ceil),
  declare('EVEN', ['number'], (_, value) => Math.sign(value) * Math.ceil(Math.abs(value) / 2) * 2),
  declare('ODD', ['number'], (_, value) =>
    value === 0 ? 1 : Math.sign(value) * (Math.ceil((Math.abs(value) - 1) / 2) * 2 + 1),
  ),
  declare('FACT', ['number'], (_, value) => (value < 0 || value >= 171 ? NUM : factorial(value))),
  declare('COMBIN', ['number', 'number'], (_, n, k) => {
    const [of, chosen] = [Math.trunc(n), Math.trunc(k)];
    if (of < 0 || chosen < 0 || chosen > of) return NUM;
    let result = 1;
    for (let i = 1; i <= chosen; i++) result = (result * (of - chosen + i)) / i;
    return Math.round(result);
  }),
  wholes('GCD', 0, (total, value) => gcd(total, value)),
  wholes('LCM', 1, (total, value) => (value === 0 ? 0 : (total * value) / (gcd(total, value) || 1))),
  declare('RAND', [], ({ scope }) => scope.random(), { isVolatile: true }),
  declare(
    'RANDBETWEEN',
    ['number', 'number'],
    ({ scope }, bottom, top) => {
      const low = Math.ceil(bottom);
      const high = Math.floor(top);
      return low > high ? NUM : low + Math.floor(scope.random() * (high - low + 1));
    },
    { isVolatile: true },
  ),
];
