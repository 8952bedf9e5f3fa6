/** Faults planted into a valid workbook (planted-faults.fixture.ts): what finds each, and that none is saved. */
import { strict as assert } from 'node:assert';
import { addedSdkFaults, sdkFaults } from '../../../../test/open-xml-sdk.ts';
import { areaAt } from '../model/area.ts';
import type { Workbook } from '../model/workbook.ts';
import { packageFaults } from './package-rules.ts';
import { PackageParts } from './package-parts.ts';
import { PLANTED, validWorkbook, withFault } from './planted-faults.fixture.ts';
import { readWorkbook } from './read-workbook.ts';
import { workbookFile } from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';
import { readZip } from './zip.ts';

const faultsOf = (file: Uint8Array): string[] => packageFaults(new PackageParts(readZip(file)));

/** What the SDK finds; the rest of what Excel repairs is for the package's own rules. */
const FOUND_BY_SDK = [
  'a format that is not there',
  'a table without its content type',
  'a content type without its part',
  'a relationship that leads nowhere',
  'two sheets of one number',
  'two sheets of one name',
  'a sheet that is cut off',
  'a part that is not well-formed',
  'elements in another order',
  'an element that no sheet has',
  'an attribute that no cell has',
  'a type that no cell has',
  'a list without its entries',
];

describe('the rules of a package', () => {
  it('find nothing in a valid workbook', () => assert.deepEqual(faultsOf(validWorkbook()), []));

  for (const fault of PLANTED) {
    const [what, , , , words] = fault;
    if (words !== undefined)
      it(`find ${what}`, () => {
        const faults = faultsOf(withFault(fault));
        assert.ok(
          faults.some((line) => words.test(line)),
          faults.join('\n'),
        );
      });
  }
});

describe('Microsoft\u2019s Open XML SDK', () => {
  it('finds nothing in a valid workbook', async () => assert.deepEqual(await sdkFaults(validWorkbook()), []));

  it('finds what breaks a schema, and with the package\u2019s own rules every planted fault', async () => {
    const found: string[] = [];
    for (const fault of PLANTED) {
      const [what, , , , words] = fault;
      const faults = await sdkFaults(withFault(fault));
      if (faults.length > 0) found.push(what);
      else assert.ok(words, `nothing finds ${what}`);
    }
    assert.deepEqual(found, FOUND_BY_SDK);
  });

  it('finds nothing in a saved workbook that was not in the file before', async () => {
    const before = workbookFile('exceljs.xlsx');
    assert.equal((await sdkFaults(before)).length, 2, 'exceljs writes two elements out of order');
    const book = readWorkbook(before);
    book.addSheet('Results').setValues(0, 0, [['Grant ID'], ['G-1']]);
    assert.deepEqual(await addedSdkFaults(before, writeWorkbook(book)), []);
    assert.notDeepEqual(await addedSdkFaults(validWorkbook(), before), []);
  });
});

describe('A workbook that Excel would have to repair', () => {
  function refused(spoil: (book: Workbook) => void, words: RegExp): void {
    const book = readWorkbook(validWorkbook());
    spoil(book);
    assert.throws(() => writeWorkbook(book), words);
  }

  it('is not saved: a table whose header its cell does not show', () =>
    refused((book) => {
      const table = book.table('Plans');
      assert.ok(table?.columns[1]);
      table.columns[1].name = 'Stock';
      table.touched = true;
    }, /^Error: The workbook is not saved, as Excel would have to repair it: xl\/worksheets\/sheet1\.xml: B1 shows "Shares", but is the header "Stock" of a table\.$/));

  it('is not saved: merged cells that overlap', () =>
    refused((book) => {
      const { layout, touched } = book.activeSheet;
      layout.merged = [...layout.merged, areaAt(5, 1, 3, 2)];
      touched.add('merged');
    }, /B6:C8 lie over others\.$/));

  it('is saved where the file brought the fault along', () => {
    const fault = PLANTED.find(([what]) => what === 'a wrong count of shared texts');
    assert.ok(fault);
    const book = readWorkbook(withFault(fault));
    book.addSheet('Results').setValues(0, 0, [['Grant ID'], ['G-1']]);
    assert.equal(readWorkbook(writeWorkbook(book)).sheet('Results')?.value(1, 0), 'G-1');
  });
});
