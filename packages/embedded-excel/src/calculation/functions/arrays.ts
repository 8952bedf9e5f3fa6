/** FILTER, SORT, UNIQUE, SEQUENCE, TAKE, VSTACK and other functions that make arrays of arrays. */
import { COLUMN_LIMIT, ROW_LIMIT } from '../../model/area.ts';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { requireRoom } from '../array-memory.ts';
import { toLogical, toNumber } from '../coercion.ts';
import { compareValues } from '../comparison.ts';
import { declare, declareOpen, type NativeFunction, UNLIMITED } from '../function-declaration.ts';
import { CALC, Matrix, NA, NUM, OMITTED, VALUE, type Value } from '../value.ts';

/** Arrays that are larger than a sheet are #VALUE!. */
const isOffSheet = (rows: number, columns: number): boolean => rows > ROW_LIMIT || columns > COLUMN_LIMIT;

const DEFAULTS = { omittedIsDefault: true } as const;

/** What is there of an array: the empty rows below a whole column's used ones are left out. */
const used = (matrix: Matrix): Matrix =>
  matrix.stored < matrix.rows && matrix.rest === null
    ? new Matrix(
        Math.max(1, matrix.stored),
        matrix.columns,
        matrix.cells.length === 0 ? matrix.rowValues(0) : matrix.cells,
      )
    : matrix;

const pickRows = (matrix: Matrix, rows: readonly number[]): Matrix =>
  Matrix.build(rows.length, matrix.columns, (i, j) => matrix.at(rows[i] ?? 0, j));

const pickColumns = (matrix: Matrix, columns: readonly number[]): Matrix =>
  Matrix.build(matrix.rows, columns.length, (i, j) => matrix.at(i, columns[j] ?? 0));

const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

const transposed = (matrix: Matrix): Matrix =>
  Matrix.build(matrix.columns, matrix.rows, (i, j) => matrix.at(j, i));

const filter = declare('FILTER', ['array', 'array', 'value?'], (_, source, include, ifEmpty): Value => {
  const byRow = include.columns === 1 && include.rows === source.rows;
  const byColumn = include.rows === 1 && include.columns === source.columns;
  if (!byRow && !byColumn) return VALUE;
  const chosen: number[] = [];
  const count = byRow ? include.stored : include.columns;
  for (let i = 0; i < count; i++) {
    const holds = toLogical(byRow ? include.at(i, 0) : include.at(0, i));
    if (holds instanceof CellError) return holds;
    if (holds) chosen.push(i);
  }
  if (chosen.length === 0) return ifEmpty === undefined || ifEmpty === OMITTED ? CALC : ifEmpty;
  return byRow ? pickRows(source, chosen) : pickColumns(source, chosen);
});

/** Empty cells come last, errors behind everything. */
function compareForSorting(a: CellValue, b: CellValue): number {
  if (a instanceof CellError || b instanceof CellError)
    return Number(a instanceof CellError) - Number(b instanceof CellError);
  return compareValues(a, b);
}

interface SortKey {
  readonly at: (index: number) => CellValue;
  readonly order: number;
}

function sorted(count: number, keys: readonly SortKey[]): number[] {
  return indices(count).sort((a, b) => {
    for (const { at, order } of keys) {
      const [x, y] = [at(a), at(b)];
      // Empty cells stay at the end whichever way one sorts.
      if ((x === null) !== (y === null)) return x === null ? 1 : -1;
      const difference = compareForSorting(x, y) * order;
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

const sort = declare(
  'SORT',
  ['array', 'array?', 'array?', 'logical?'],
  (evaluation, source, index, order, byColumn = false): Value => {
    const matrix = used(byColumn ? transposed(source) : source);
    const columns = index?.cells ?? [1];
    const orders = order?.cells ?? [1];
    const keys: SortKey[] = [];
    for (const [i, cell] of columns.entries()) {
      const column = toNumber(cell, evaluation);
      const direction = toNumber(orders[i] ?? orders[0] ?? 1, evaluation);
      if (column instanceof CellError) return column;
      if (direction instanceof CellError) return direction;
      if (column < 1 || column > matrix.columns || Math.abs(direction) !== 1) return VALUE;
      keys.push({ at: (row) => matrix.at(row, Math.trunc(column) - 1), order: direction });
    }
    const result = pickRows(matrix, sorted(matrix.rows, keys));
    return byColumn ? transposed(result) : result;
  },
  DEFAULTS,
);

const sortBy = declareOpen('SORTBY', 2, UNLIMITED, (evaluation, [source = null, ...by]): Value => {
  if (source instanceof CellError) return source;
  const whole = evaluation.matrix(source);
  const first = evaluation.matrix(by[0] ?? null);
  const isByColumn = first.rows === 1 && first.columns === whole.columns && whole.rows !== 1;
  const matrix = isByColumn ? transposed(whole) : whole;
  const keys: SortKey[] = [];
  for (let i = 0; i < by.length; i += 2) {
    const key = evaluation.matrix(by[i] ?? null);
    const direction =
      by[i + 1] === undefined || by[i + 1] === OMITTED ? 1 : evaluation.number(by[i + 1] ?? null);
    if (direction instanceof CellError) return direction;
    const isFitting = isByColumn
      ? key.rows === 1 && key.columns === matrix.rows
      : key.columns === 1 && key.rows === matrix.rows;
    if (!isFitting || Math.abs(direction) !== 1) return VALUE;
    keys.push({ at: (row) => (isByColumn ? key.at(0, row) : key.at(row, 0)), order: direction });
  }
  const result = pickRows(matrix, sorted(matrix.stored, keys));
  return isByColumn ? transposed(result) : result;
});

const unique = declare(
  'UNIQUE',
  ['array', 'logical?', 'logical?'],
  (_, source, byColumn = false, exactlyOnce = false): Value => {
    const matrix = used(byColumn ? transposed(source) : source);
    const groups = new Map<string, number[]>();
    for (let row = 0; row < matrix.rows; row++) {
      const key = matrix.rowValues(row).map(groupKey).join('\u0000');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
    const chosen = [...groups.values()]
      .filter((rows) => !exactlyOnce || rows.length === 1)
      .map(([row = 0]) => row);
    if (chosen.length === 0) return CALC;
    const result = pickRows(matrix, chosen);
    return byColumn ? transposed(result) : result;
  },
  DEFAULTS,
);

const groupKey = (value: CellValue): string =>
  typeof value === 'string'
    ? `s${value.toLowerCase()}`
    : typeof value === 'number'
      ? `n${value}`
      : String(value);

const sequence = declare(
  'SEQUENCE',
  ['number', 'number?', 'number?', 'number?'],
  (_, rows, columns = 1, start = 1, step = 1): Value => {
    const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
    if (height < 0 || width < 0) return VALUE;
    if (height === 0 || width === 0) return CALC;
    if (isOffSheet(height, width)) return VALUE;
    return Matrix.build(height, width, (i, j) => start + step * (i * width + j));
  },
  DEFAULTS,
);

const randomArray = declare(
  'RANDARRAY',
  ['number?', 'number?', 'number?', 'number?', 'logical?'],
  ({ scope }, rows = 1, columns = 1, low = 0, high = 1, isWhole = false): Value => {
    if (rows < 1 || columns < 1 || low > high || isOffSheet(rows, columns)) return VALUE;
    const draw = (): number =>
      isWhole ? low + Math.floor(scope.random() * (high - low + 1)) : low + scope.random() * (high - low);
    return Matrix.build(Math.trunc(rows), Math.trunc(columns), draw);
  },
  { ...DEFAULTS, isVolatile: true },
);

/** The first (or, negative, last) `count` of `length`, taken or dropped; undefined where nothing is left. */
function range(length: number, count: number | undefined, drops: boolean): number[] | undefined {
  if (count === undefined) return indices(length);
  const n = Math.trunc(count);
  const all = indices(length);
  const chosen = drops ? (n >= 0 ? all.slice(n) : all.slice(0, n)) : n >= 0 ? all.slice(0, n) : all.slice(n);
  return chosen.length === 0 ? undefined : chosen;
}

const taking = (name: string, drops: boolean): NativeFunction =>
  declare(
    name,
    ['array', 'number?', 'number?'],
    (_, source, rows, columns): Value => {
      const matrix = used(source);
      const r = range(matrix.rows, rows, drops);
      const c = range(matrix.columns, columns, drops);
      return r === undefined || c === undefined ? CALC : pickColumns(pickRows(matrix, r), c);
    },
    DEFAULTS,
  );

const choosing = (name: string, isRows: boolean): NativeFunction =>
  declareOpen(name, 2, UNLIMITED, (evaluation, [source = null, ...wanted]): Value => {
    if (source instanceof CellError) return source;
    const matrix = used(evaluation.matrix(source));
    const count = isRows ? matrix.rows : matrix.columns;
    const chosen: number[] = [];
    for (const argument of wanted) {
      const failed = evaluation.each(argument, (cell) => {
        const number = toNumber(cell, evaluation);
        if (number instanceof CellError) return number;
        const at = Math.trunc(number);
        if (at === 0 || Math.abs(at) > count) return VALUE;
        chosen.push(at > 0 ? at - 1 : count + at);
        return undefined;
      });
      if (failed !== undefined) return failed;
    }
    return isRows ? pickRows(matrix, chosen) : pickColumns(matrix, chosen);
  });

const stacking = (name: string, isVertical: boolean): NativeFunction =>
  declareOpen(name, 1, UNLIMITED, (evaluation, args): Value => {
    const parts = args
      .map((value) => used(evaluation.matrix(value)))
      .map((m) => (isVertical ? m : transposed(m)));
    const width = Math.max(...parts.map((matrix) => matrix.columns));
    requireRoom(width * parts.reduce((total, matrix) => total + matrix.rows, 0));
    const cells: CellValue[] = [];
    for (const matrix of parts)
      for (let i = 0; i < matrix.rows; i++)
        for (let j = 0; j < width; j++) cells.push(j < matrix.columns ? (matrix.at(i, j) ?? 0) : NA);
    const result = new Matrix(cells.length / width, width, cells);
    return isVertical ? result : transposed(result);
  });

/** An array as one list, by rows or by columns; `ignore` 1 leaves out empty cells, 2 errors, 3 both. */
const listing = (name: string, isColumn: boolean): NativeFunction =>
  declare(
    name,
    ['array', 'number?', 'logical?'],
    (_, source, ignore = 0, byColumn = false): Value => {
      const matrix = used(source);
      const cells = (byColumn ? transposed(matrix) : matrix)
        .toRows()
        .flat()
        .filter(
          (cell) => !(cell === null && ignore % 2 === 1) && !(cell instanceof CellError && ignore >= 2),
        );
      if (cells.length === 0) return CALC;
      return isColumn ? Matrix.column(cells) : Matrix.row(cells);
    },
    DEFAULTS,
  );

const wrapping = (name: string, isRows: boolean): NativeFunction =>
  declare(
    name,
    ['array', 'number', 'any?'],
    (_, source, count, padding = NA): Value => {
      const size = Math.trunc(count);
      const cells = used(source).toRows().flat();
      if (size < 1) return NUM;
      if (source.rows > 1 && source.columns > 1) return VALUE;
      const lines = Math.ceil(cells.length / size);
      const at = (i: number): CellValue => (i < cells.length ? (cells[i] ?? null) : padding);
      return isRows
        ? Matrix.build(lines, size, (i, j) => at(i * size + j))
        : Matrix.build(size, lines, (i, j) => at(j * size + i));
    },
    DEFAULTS,
  );

const expand = declare(
  'EXPAND',
  ['array', 'number?', 'number?', 'any?'],
  (_, source, rows, columns, padding = NA): Value => {
    const [height, width] = [Math.trunc(rows ?? source.rows), Math.trunc(columns ?? source.columns)];
    if (height < source.rows || width < source.columns || isOffSheet(height, width)) return VALUE;
    return Matrix.build(height, width, (i, j) =>
      i < source.rows && j < source.columns ? source.at(i, j) : padding,
    );
  },
  DEFAULTS,
);

/** The product of two matrices; every cell must be a number. */
const matrixProduct = declare('MMULT', ['array', 'array'], (_, a, b): Value => {
  if (a.columns !== b.rows) return VALUE;
  if ([...a.cells, ...b.cells].some((cell) => typeof cell !== 'number')) return VALUE;
  return Matrix.build(a.rows, b.columns, (i, j) => {
    let total = 0;
    for (let k = 0; k < a.columns; k++) total += Number(a.at(i, k)) * Number(b.at(k, j));
    return total;
  });
});

export const ARRAY_FUNCTIONS: readonly NativeFunction[] = [
  filter,
  sort,
  sortBy,
  unique,
  sequence,
  randomArray,
  taking('TAKE', false),
  taking('DROP', true),
  choosing('CHOOSEROWS', true),
  choosing('CHOOSECOLS', false),
  stacking('VSTACK', true),
  stacking('HSTACK', false),
  listing('TOCOL', true),
  listing('TOROW', false),
  wrapping('WRAPROWS', true),
  wrapping('WRAPCOLS', false),
  expand,
  matrixProduct,
];
