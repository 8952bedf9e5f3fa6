/** A workbook's own cached values are the best check of the calculation: calculating everything anew gives them again. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { needs, tool } from '../../../../test/tools.ts';
import { cellAddress } from '../model/area.ts';
import { CellError, type CellValue } from '../model/cell-error.ts';
import { keyColumn, keyRow } from '../model/cell-grid.ts';
import type { Workbook } from '../model/workbook.ts';
import { readWorkbook } from '../package/read-workbook.ts';
import { convertedByLibreOffice, WORKBOOK_FILES, workbookFile } from '../package/workbook-files.fixture.ts';
import { Calculator } from './calculator.ts';
import type { CustomFunctionCall } from './custom-function-host.ts';

/** LibreOffice saves 15 digits, too few for a double: 12 are compared. Errors by their code. */
const shown = (value: CellValue): unknown => {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  return value instanceof CellError ? value.code : value;
};

/** What the formulas of a book show, by sheet and address. */
function valuesOfFormulas(book: Workbook): Map<string, unknown> {
  return new Map(
    book.sheets.flatMap((sheet) =>
      [...sheet.grid.formulas.keys()]
        .sort((a, b) => a - b)
        .map((key): [string, unknown] => {
          const [row, column] = [keyRow(key), keyColumn(key)];
          return [`${sheet.name}!${cellAddress(row, column)}`, shown(sheet.value(row, column))];
        }),
    ),
  );
}

/** Calculates everything. `REGRANT.NEWSHARES(1000, 2)`, which stands in two of the files, gives 500. */
async function calculated(book: Workbook): Promise<Map<string, unknown>> {
  const host = {
    signature: (name: string) =>
      name === 'REGRANT.NEWSHARES'
        ? { minArgs: 2, parameters: [{ type: 'number' }, { type: 'number' }] }
        : undefined,
    invoke: (calls: readonly CustomFunctionCall[]) => {
      for (const { id } of calls) calculator.deliver(id, { value: 500 });
    },
    cancel: () => undefined,
  };
  const calculator = new Calculator(book, host);
  calculator.load();
  await calculator.recalculate('full');
  calculator.dispose();
  return valuesOfFormulas(book);
}

/** LibreOffice has one error for what Excel tells apart: its Err:502 is saved as #VALUE!. */
const OTHER_IN_LIBREOFFICE: ReadonlyMap<string, unknown> = new Map([['Formulas!A28', '#NUM!']]);

async function assertReproduced(
  bytes: Uint8Array,
  differences = new Map<string, unknown>(),
): Promise<number> {
  const book = readWorkbook(bytes, { customFunctions: ['REGRANT.NEWSHARES'] });
  const saved = valuesOfFormulas(book);
  const expected = [...saved].map(([place, value]) => [place, differences.get(place) ?? value]);
  assert.deepEqual([...(await calculated(book))], expected);
  return saved.size;
}

describe('calculating a whole workbook anew', () => {
  /** Files whose formulas have values; openpyxl writes none, and exceljs none for one. */
  const withValues = WORKBOOK_FILES.filter((name) => !/^openpyxl|^exceljs\.xlsx/.test(name));

  for (const name of withValues)
    it(`gives the values that the file holds: ${name}`, async () => {
      const formulas = await assertReproduced(workbookFile(name), new Map(OTHER_IN_LIBREOFFICE));
      assert.ok(formulas > 0);
    });

  it('gives, for formulas that had no value, what LibreOffice found for them', async () => {
    const values = await calculated(readWorkbook(workbookFile('openpyxl-formulas.xlsx')));
    const book = readWorkbook(workbookFile('libreoffice-formulas.xlsx'));
    const expected = [...valuesOfFormulas(book)].map(([place, value]) => [
      place,
      OTHER_IN_LIBREOFFICE.get(place) ?? value,
    ]);
    assert.deepEqual([...values], expected);
    assert.equal(values.size, 53);
  });

  describe('after LibreOffice opened and saved it', () => {
    needs('soffice');

    it('gives the values that LibreOffice saved, in every file', async function () {
      // LibreOffice 7.4 knows neither SORT nor LAMBDA.
      const names = WORKBOOK_FILES.filter((name) => name !== 'hand-dynamic.xlsx');
      const files = Object.fromEntries(names.map((name) => [name, workbookFile(name)]));
      const converted = convertedByLibreOffice(files, 'xlsx', tool('soffice'));
      for (const name of names)
        await assertReproduced(converted.get(name) ?? new Uint8Array(0), new Map(OTHER_IN_LIBREOFFICE));
    });
  });
});
