/**
 * For tests: faults planted into a valid workbook, one at a time. Excel would repair each, so that each has to be found:
 * by the package's own rules, by Microsoft's Open XML SDK, or by both.
 */
import { strict as assert } from 'node:assert';
import { areaAt } from '../model/area.ts';
import { newWorkbook } from './read-workbook.ts';
import { partsOf } from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';
import { pack, writeZip } from './zip.ts';

export function validWorkbook(): Uint8Array {
  const book = newWorkbook();
  const sheet = book.activeSheet;
  sheet.setValues(0, 0, [
    ['Plan', 'Shares', 3],
    ['A', 1000, true],
    ['B', 2500.5, false],
  ]);
  book.addTable(sheet, areaAt(0, 0, 3, 2), { name: 'Plans' });
  sheet.setStyle(1, 1, book.styles.withNumberFormat(0, '0.000'));
  sheet.merge(areaAt(5, 0, 1, 2));
  sheet.merge(areaAt(7, 0, 1, 2));
  const other = book.addSheet('Other');
  other.setValues(0, 0, [['Year'], [2003]]);
  book.addTable(other, areaAt(0, 0, 2, 1), { name: 'Years' });
  return writeWorkbook(book);
}

const SHEET = 'xl/worksheets/sheet1.xml';
const TABLE = 'xl/tables/table1.xml';
const TYPES = '[Content_Types].xml';

/** A fault: what it is, the part, a text in it, what takes its place, and what the package's own rules say. */
type Planted = readonly [string, string, string | RegExp, string, RegExp | undefined];

export const PLANTED: readonly Planted[] = [
  ['a header that its cell does not show', TABLE, 'name="Shares"', 'name="Stock"', /B1 shows "Shares"/],
  [
    'a header whose cell is missing',
    SHEET,
    /<c r="B1".*?<\/c>/,
    '',
    /"Shares" of a table is not in its cell B1/,
  ],
  [
    'a wrong count of shared texts',
    'xl/sharedStrings.xml',
    /uniqueCount="\d+"/,
    'uniqueCount="99"',
    /announces 99/,
  ],
  ['a shared text that is not there', SHEET, /t="s"><v>\d+/, 't="s"><v>77', /the text 77/],
  ['two tables of one id', TABLE, / id="1"/, ' id="2"', /has the id 2/],
  [
    'two tables of one name',
    TABLE,
    'displayName="Plans"',
    'displayName="years"',
    /the name years is there twice/i,
  ],
  ['cells out of order', SHEET, /(<c r="A2".*?<\/c>)(<c r="B2".*?<\/c>)/, '$2$1', /A2 comes after/],
  [
    'rows out of order',
    SHEET,
    /(<row r="2".*?<\/row>)(<row r="3".*?<\/row>)/,
    '$2$1',
    /row 2 comes after row 3/,
  ],
  ['a cell in another row', SHEET, 'r="A3"', 'r="A4"', /A4 is in row 3/],
  ['a format that is not there', SHEET, /s="1"/, 's="9"', /the format 9/],
  [
    'a table without its content type',
    TYPES,
    /<Override PartName="\/xl\/tables\/table1.xml"[^>]*>/,
    '',
    /content type/,
  ],
  ['a content type without its part', TYPES, 'table1.xml', 'table7.xml', /table7.xml is not in the package/],
  [
    'a relationship that leads nowhere',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'table1',
    'table8',
    /table8.xml, which is not/,
  ],
  [
    'two sheets of one number',
    'xl/workbook.xml',
    'sheetId="2"',
    'sheetId="1"',
    /two sheets have the number 1/,
  ],
  ['two sheets of one name', 'xl/workbook.xml', 'name="Other"', 'name="SHEET1"', /two sheets are named/],
  ['merged cells that overlap', SHEET, 'ref="A8:B8"', 'ref="B6:C8"', /B6:C8 lie over others/],
  ['a wrong count of columns', TABLE, /count="2"/, 'count="3"', /announces 3 columns/],
  ['a table narrower than its columns', TABLE, /"A1:B3"/g, '"A1:C3"', /2 columns on 3/],
  ['text where a number has to be', SHEET, '<v>2500.5', '<v>x2500.5', /"x2500.5" as a number/],
  [
    'a wrong count of formats',
    'xl/styles.xml',
    /<cellXfs count="\d+"/,
    '<cellXfs count="9"',
    /cellXfs announces 9/,
  ],
  ['a sheet that is cut off', SHEET, '</row></sheetData>', '</sheetData>', /not well-formed/],
  [
    'a part that is not well-formed',
    'xl/styles.xml',
    '</fonts>',
    '',
    /xl\/styles.xml: it is not well-formed/,
  ],
  // What only a schema knows: the writer never makes it, and the package's own rules leave it to the SDK.
  [
    'elements in another order',
    SHEET,
    /(<sheetData>.*<\/sheetData>)(<mergeCells.*?<\/mergeCells>)/,
    '$2$1',
    undefined,
  ],
  ['an element that no sheet has', SHEET, '<sheetData>', '<sheetDatum/><sheetData>', undefined],
  ['an attribute that no cell has', SHEET, '<c r="A2"', '<c r="A2" colour="red"', undefined],
  ['a type that no cell has', SHEET, 't="b"', 't="bool"', undefined],
  [
    'a list without its entries',
    'xl/styles.xml',
    /<fills.*<\/fills>/,
    '<fills count="0"></fills>',
    undefined,
  ],
];

/** The valid workbook with a fault in it. */
export function withFault([, part, before, after]: Planted): Uint8Array {
  const parts = partsOf(validWorkbook());
  const text = parts.get(part)?.toString() ?? '';
  const changed = text.replace(before, after);
  assert.notEqual(changed, text, `${part} has no ${String(before)}`);
  parts.set(part, Buffer.from(changed));
  return writeZip([...parts].map(([name, content]) => pack(name, [content])));
}
