/** Faults planted into a valid workbook, one at a time: Excel would repair each, so that each has to be found. */
import { strict as assert } from 'node:assert';
import { areaAt } from '../model/area.ts';
import { packageFaults } from './package-rules.ts';
import { PackageParts } from './package-parts.ts';
import { newWorkbook } from './read-workbook.ts';
import { partsOf } from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';
import { pack } from './zip.ts';

function valid(): Uint8Array {
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

/** The faults of the workbook with one text of one of its parts replaced. */
function faultsWith(part: string, before: string | RegExp, after: string): string[] {
  const parts = partsOf(valid());
  const text = parts.get(part)?.toString() ?? '';
  const changed = text.replace(before, after);
  assert.notEqual(changed, text, `${part} has no ${String(before)}`);
  parts.set(part, Buffer.from(changed));
  return packageFaults(new PackageParts([...parts].map(([name, content]) => pack(name, [content]))));
}

const PLANTED: readonly (readonly [string, string, string | RegExp, string, RegExp])[] = [
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
];

describe('the rules of a package', () => {
  it('find nothing in a valid workbook', () =>
    assert.deepEqual(
      packageFaults(new PackageParts([...partsOf(valid())].map(([name, content]) => pack(name, [content])))),
      [],
    ));

  for (const [what, part, before, after, words] of PLANTED)
    it(`find ${what}`, () => {
      const faults = faultsWith(part, before, after);
      assert.ok(
        faults.some((fault) => words.test(fault)),
        faults.join('\n'),
      );
    });
});
