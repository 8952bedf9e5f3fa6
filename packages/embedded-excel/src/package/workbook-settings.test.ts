/** What a workbook keeps beside its sheets: how it calculates, protection of its structure, custom XML. */
import { strict as assert } from 'node:assert';
import { newWorkbook, readWorkbook } from './read-workbook.ts';
import { partsOf, partText, workbookFile } from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';

const workbookPart = (bytes: Uint8Array): string => partText(bytes, 'xl/workbook.xml');

describe('a workbook’s settings in its file', () => {
  it('say whether and how circular references are iterated, and change only where they changed', () => {
    const book = readWorkbook(workbookFile('openpyxl-report.xlsx'));
    assert.deepEqual(
      [book.calculation.iterative, book.calculation.iterations, book.calculation.maximumChange],
      [true, 50, 0.0001],
    );
    book.calculation.iterations = 20;
    const changed = readWorkbook(writeWorkbook(book));
    assert.deepEqual([changed.calculation.iterative, changed.calculation.iterations], [true, 20]);
    changed.calculation.iterative = false;
    assert.match(workbookPart(writeWorkbook(changed)), /<calcPr (?![^>]*iterate=)[^>]*iterateCount="20"/);
    const fresh = newWorkbook();
    fresh.calculation.iterative = true;
    assert.match(workbookPart(writeWorkbook(fresh)), /<calcPr calcId="191029" iterate="1"\/>/);
  });

  it('protect the structure, beside what else the file protects', () => {
    const book = readWorkbook(workbookFile('openpyxl-report.xlsx'));
    assert.ok(book.structureProtection?.password);
    book.structureProtection = undefined;
    assert.equal(workbookPart(writeWorkbook(book)).includes('workbookProtection'), false);
    const fresh = newWorkbook();
    fresh.structureProtection = { password: 'workbookPassword="CC1A"' };
    const saved = writeWorkbook(fresh);
    assert.ok(
      workbookPart(saved).includes(
        '<workbookProtection workbookPassword="CC1A" lockStructure="1"/><bookViews>',
      ),
    );
    assert.deepEqual(readWorkbook(saved).structureProtection, fresh.structureProtection);
  });

  it('protect a sheet by a password, as it was or as an add-in gave it', () => {
    const book = newWorkbook();
    book.activeSheet.protect({ selectionMode: 'normal', password: 'password="8BD1"' });
    const saved = writeWorkbook(book);
    assert.match(partText(saved, 'xl/worksheets/sheet1.xml'), /<sheetProtection password="8BD1" sheet="1"/);
    const again = readWorkbook(saved);
    assert.equal(again.activeSheet.protection?.password, 'password="8BD1"');
    again.activeSheet.setShowGridlines(false);
    assert.equal(readWorkbook(writeWorkbook(again)).activeSheet.protection?.password, 'password="8BD1"');
  });

  it('hold custom XML parts: those of the file, new ones, changed and deleted ones', () => {
    const book = readWorkbook(workbookFile('hand-parts.xlsm'));
    const [own] = book.customXmlParts;
    assert.equal(own?.id, '{7C9D2A11-0000-4000-8000-000000000001}');
    assert.match(own.xml, /<closing>2003-01-31<\/closing>/);
    const added = {
      id: '{00000000-0007-0000-0000-000000000001}',
      xml: '<log xmlns="urn:log">a &amp; b</log>',
    };
    book.customXmlParts = [{ ...own, xml: '<offer xmlns="urn:example:offer"/>' }, added];
    const saved = writeWorkbook(book);
    assert.equal(partText(saved, 'customXml/item1.xml'), '<offer xmlns="urn:example:offer"/>');
    const again = readWorkbook(saved);
    assert.deepEqual(again.customXmlParts, book.customXmlParts);
    again.customXmlParts = [added];
    const last = writeWorkbook(again);
    assert.deepEqual([...partsOf(last).keys()].filter((part) => part.startsWith('customXml/')).sort(), [
      'customXml/_rels/item2.xml.rels',
      'customXml/item2.xml',
      'customXml/itemProps2.xml',
    ]);
    assert.deepEqual(readWorkbook(last).customXmlParts, [added]);
  });
});
