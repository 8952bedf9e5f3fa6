/** Functions and FunctionResult: worksheet functions that an add-in calls without a cell, by the calculator itself. */
import { CellError } from '../../model/cell-error.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { Arguments } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type ObjectClass, readOnly } from '../object-class.ts';
import { invalidArgument } from '../rich-api-error.ts';
import type { Targets } from '../targets.ts';

/** How many arguments each function takes; they are numbers here. */
const FUNCTIONS = { date: 3, days: 2, year: 1, month: 1, day: 1 } as const;

function call(name: string, count: number, book: Workbook, args: Arguments, host: Host): HostObject {
  const numbers = Array.from({ length: count }, (_, index) => args.at(index));
  if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value))) throw invalidArgument();
  const formula = `${name.toUpperCase()}(${numbers.join(',')})`;
  return new HostObject('FunctionResult', { result: host.calculation.evaluate(formula, book.activeSheet) });
}

export const worksheetFunctions: ObjectClass<Workbook> = {
  scalars: {},
  methods: Object.fromEntries(
    Object.entries(FUNCTIONS).map(([name, count]) => [
      name,
      (book: Workbook, args: Arguments, host: Host) => call(name, count, book, args, host),
    ]),
  ),
};

const errorOf = ({ result }: Targets['FunctionResult']): string =>
  result instanceof CellError ? result.code : '';

export const functionResult: ObjectClass<Targets['FunctionResult']> = {
  scalars: {
    error: readOnly(errorOf),
    value: readOnly((self) => (errorOf(self) === '' ? self.result : null)),
  },
};
