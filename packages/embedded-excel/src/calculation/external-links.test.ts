/** Formulas that link to other workbooks: they compute from what the file keeps of those. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CellError } from '../model/cell-error.ts';
import type { Sheet } from '../model/sheet.ts';
import { BLANK_PACKAGE } from '../package/blank-package.ts';
import { readWorkbook } from '../package/read-workbook.ts';
import { partText } from '../package/workbook-files.fixture.ts';
import { writeWorkbook } from '../package/write-workbook.ts';
import { pack, writeZip } from '../package/zip.ts';
import { Calculator } from './calculator.ts';
import { NO_CUSTOM_FUNCTIONS } from './custom-function-host.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What Excel keeps of a workbook with prices. */
const LINK = `<externalLink ${MAIN}><externalBook xmlns:r="${OFFICE}" r:id="rId1"><sheetNames><sheetName val="Prices"/><sheetName val="Holders &amp; co"/><sheetName val="Lost"/></sheetNames><definedNames><definedName name="Strike" refersTo="=Prices!$B$2"/></definedNames><sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="A2" t="str"><v>2003</v></cell><cell r="B2"><v>3.25</v></cell></row><row r="3"><cell r="A3" t="b"><v>1</v></cell><cell r="B3" t="e"><v>#N/A</v></cell></row></sheetData><sheetData sheetId="1"><row r="1"><cell r="A1"><v>7</v></cell></row></sheetData><sheetData sheetId="2" refreshError="1"/></sheetDataSet></externalBook></externalLink>`;

function linked(cells: string): Uint8Array {
  const parts: Record<string, string> = {
    ...BLANK_PACKAGE,
    'xl/externalLinks/externalLink1.xml': LINK,
    'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/externalLinkPath" Target="prices.xlsx" TargetMode="External"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  };
  const put = (part: string, before: string, text: string): void => {
    const found = parts[part] ?? '';
    assert.ok(found.includes(before), part);
    parts[part] = found.replace(before, text + before);
  };
  put(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    `<Relationship Id="rIdX" Type="${OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>`,
  );
  parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
    '</sheets>',
    `</sheets><externalReferences><externalReference xmlns:r="${OFFICE}" r:id="rIdX"/></externalReferences>`,
  );
  put(
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>',
  );
  return writeZip(Object.entries(parts).map(([name, text]) => pack(name, [new TextEncoder().encode(text)])));
}

function opened(bytes: Uint8Array) {
  const book = readWorkbook(bytes);
  const calculator = new Calculator(book, NO_CUSTOM_FUNCTIONS, { now: () => 37823.5 });
  calculator.load();
  return { book, calculator, sheet: book.activeSheet };
}

const shown = (sheet: Sheet, column: number): unknown => {
  const value = sheet.value(0, column);
  return value instanceof CellError ? value.code : value;
};

describe('a link to another workbook', () => {
  it('gives the values that the file keeps', () => {
    const { calculator, sheet } = opened(linked(''));
    const formulas = [
      '=[1]Prices!$B$2',
      '=IF(TODAY()>0,[1]Prices!$B$2*2,"")',
      "=SUM('[1]Holders & co'!A1:A9)",
      '=VLOOKUP("2003",[1]Prices!A:B,2,FALSE)',
      '=[1]Prices!A3',
      '=[1]Prices!B3',
      '=[1]!Strike',
      '=[0]!Own',
    ];
    sheet.setFormulas(0, 0, [formulas]);
    calculator.recalculateNow();
    assert.deepEqual(
      formulas.map((_, column) => shown(sheet, column)),
      [3.25, 6.5, 7, 3.25, true, '#N/A', 3.25, '#NAME?'],
    );
  });

  it('keeps the saved value of its formula where the file keeps none, and what depends on it computes from that', () => {
    const { calculator, sheet } = opened(
      linked(
        '<c r="A1"><f>[1]Lost!B2+NOW()*0</f><v>4.5</v></c><c r="B1"><f>[7]Gone!B2</f><v>5</v></c><c r="C1"><f>A1*2+B1</f><v>1</v></c>',
      ),
    );
    calculator.recalculateNow('full');
    assert.deepEqual([shown(sheet, 0), shown(sheet, 1), shown(sheet, 2)], [4.5, 5, 14]);
  });

  it('is #REF! in a new formula where the file keeps no value', () => {
    const { calculator, sheet } = opened(linked('<c r="A1"><f>[1]Lost!B2</f><v>4.5</v></c>'));
    sheet.setFormulas(0, 0, [
      ['=[1]Lost!B3', '=[2]Prices!B2', '=[prices.xlsx]Prices!B2', '=INDIRECT("[1]Prices!B2")', '=[1]!Gone'],
    ]);
    calculator.recalculateNow();
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((column) => shown(sheet, column)),
      ['#REF!', '#REF!', '#REF!', '#REF!', '#REF!'],
    );
  });

  it('is written back as it was, whatever else changes', () => {
    const { book, calculator, sheet } = opened(
      linked('<c r="A1"><f>[1]Prices!$B$2</f><v>3.25</v></c><c r="B1"><v>1</v></c>'),
    );
    sheet.setValue(0, 1, 2);
    book.renameSheet(sheet, 'Prices');
    book.addSheet('More');
    calculator.recalculateNow('full');
    const saved = writeWorkbook(book);
    assert.equal(partText(saved, 'xl/externalLinks/externalLink1.xml'), LINK);
    assert.match(partText(saved, 'xl/worksheets/sheet1.xml'), /<f>\[1\]Prices!\$B\$2<\/f><v>3\.25<\/v>/);
    assert.match(partText(saved, 'xl/workbook.xml'), /<externalReference [^>]*r:id="rIdX"\/>/);
  });
});
