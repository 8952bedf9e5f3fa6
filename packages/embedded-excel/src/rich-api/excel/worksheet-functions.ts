/** Functions and FunctionResult: worksheet functions that an add-in calls without a cell, by the calculator itself. */
import { CellError } from '../../model/cell-error.ts';
import type { Workbook } from '../../model/workbook.ts';
import { type Arguments, objectOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type ObjectClass, readOnly } from '../object-class.ts';
import { invalidArgument } from '../rich-api-error.ts';
import type { Targets } from '../targets.ts';
import { absolute } from './absolute-address.ts';

/** How many arguments each function takes; they are numbers here. */
const FUNCTIONS = { date: 3, days: 2, year: 1, month: 1, day: 1 } as const;

function call(name: string, count: number, book: Workbook, args: Arguments, host: Host): HostObject {
  const numbers = Array.from({ length: count }, (_, index) => args.at(index));
  if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value))) throw invalidArgument();
  return calculated(`${name.toUpperCase()}(${numbers.join(',')})`, book, host);
}

const calculated = (formula: string, book: Workbook, host: Host): HostObject =>
  new HostObject('FunctionResult', { result: host.calculation.evaluate(formula, book.activeSheet) });

/** Adds up ranges; office.js sends them as one list. */
function sum(book: Workbook, args: Arguments, host: Host): HostObject {
  const ranges = args.list(0).map((value) => objectOf(value, 'Range'));
  return calculated(`SUM(${ranges.map(({ sheet, area }) => absolute(sheet, area)).join(',')})`, book, host);
}

export const worksheetFunctions: ObjectClass<Workbook> = {
  scalars: {},
  methods: {
    ...Object.fromEntries(
      Object.entries(FUNCTIONS).map(([name, count]) => [
        name,
        (book: Workbook, args: Arguments, host: Host) => call(name, count, book, args, host),
      ]),
    ),
    sum,
  },
};

const errorOf = ({ result }: Targets['FunctionResult']): string =>
  result instanceof CellError ? result.code : '';

export const functionResult: ObjectClass<Targets['FunctionResult']> = {
  scalars: {
    error: readOnly(errorOf),
    value: readOnly((self) => (errorOf(self) === '' ? self.result : null)),
  },
};
