/** ISBLANK, ISERROR, TYPE and the like: what kind of value something is. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { declare, declareOpen, type NativeFunction } from '../function-declaration.ts';
import { BUSY, Lambda, Matrix, NA, type Value } from '../value.ts';

/** What is still to come is no error yet: the question waits with it. */
const is = (name: string, test: (value: CellValue) => boolean): NativeFunction =>
  declare(name, ['any'], (_, value) => (value === BUSY ? BUSY : test(value)));

const ERROR_TYPES = new Map([
  ['#NULL!', 1],
  ['#DIV/0!', 2],
  ['#VALUE!', 3],
  ['#REF!', 4],
  ['#NAME?', 5],
  ['#NUM!', 6],
  ['#N/A', 7],
  ['#GETTING_DATA', 8],
  ['#SPILL!', 9],
  ['#CONNECT!', 10],
  ['#BLOCKED!', 11],
  ['#UNKNOWN!', 12],
  ['#FIELD!', 13],
  ['#CALC!', 14],
]);

const isEven = (value: number): boolean => Math.trunc(value) % 2 === 0;

export const INFORMATION_FUNCTIONS: readonly NativeFunction[] = [
  is('ISBLANK', (value) => value === null),
  is('ISNUMBER', (value) => typeof value === 'number'),
  is('ISTEXT', (value) => typeof value === 'string'),
  is('ISNONTEXT', (value) => typeof value !== 'string'),
  is('ISLOGICAL', (value) => typeof value === 'boolean'),
  is('ISERROR', (value) => value instanceof CellError),
  is('ISERR', (value) => value instanceof CellError && value.code !== '#N/A'),
  is('ISNA', (value) => value instanceof CellError && value.code === '#N/A'),
  declare('ISEVEN', ['number'], (_, value) => isEven(value)),
  declare('ISODD', ['number'], (_, value) => !isEven(value)),
  declare('NA', [], () => NA),
  declare('ERROR.TYPE', ['any'], (_, value) =>
    value instanceof CellError ? (value === BUSY ? BUSY : (ERROR_TYPES.get(value.code) ?? NA)) : NA,
  ),
  declare('N', ['any'], (_, value) =>
    typeof value === 'number' || value instanceof CellError ? value : value === true ? 1 : 0,
  ),
  declare('T', ['any'], (_, value) => (typeof value === 'string' || value instanceof CellError ? value : '')),
  declareOpen('TYPE', 1, 1, (evaluation, [of = null]): Value => {
    if (of instanceof Lambda) return 128;
    const value = evaluation.resolve(of);
    if (value instanceof Matrix) return 64;
    if (value instanceof CellError) return value === BUSY ? BUSY : 16;
    return typeof value === 'string' ? 2 : typeof value === 'boolean' ? 4 : 1;
  }),
];
