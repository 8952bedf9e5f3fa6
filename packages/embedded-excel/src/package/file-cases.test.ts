/** Files that failed once (test/data/cases), each for its kind of fault. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { Workbook } from '../model/workbook.ts';
import { BLANK_PACKAGE } from './blank-package.ts';
import { PackageError } from './package-error.ts';
import { packageFaults } from './package-rules.ts';
import { PackageParts } from './package-parts.ts';
import { readWorkbook } from './read-workbook.ts';
import { partText } from './workbook-files.fixture.ts';
import { writeWorkbook } from './write-workbook.ts';
import { pack, readZip, writeZip, type ZipEntry } from './zip.ts';

const caseFile = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../test/data/cases/${name}`, import.meta.url));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const blankWith = (parts: Readonly<Record<string, string>>): ZipEntry[] =>
  Object.entries({ ...BLANK_PACKAGE, ...parts }).map(([name, text]) => pack(name, [encode(text)]));

/** Adds a sheet with text, a format and a table, as a run does. */
function withResults(book: Workbook, name: string): Uint8Array {
  const sheet = book.addSheet(name);
  sheet.setValues(0, 0, [
    ['Grant ID', `${name} total`],
    ['G-1', 0.5],
  ]);
  sheet.setStyle(1, 1, book.styles.withNumberFormat(0, '0.0%'));
  book.addTable(sheet, { top: 0, left: 0, bottom: 1, right: 1 }, { name: `Regrant${name}` });
  return writeWorkbook(book);
}

const faultsOf = (bytes: Uint8Array): string[] => packageFaults(new PackageParts(readZip(bytes)));

function refused(bytes: Uint8Array, words: RegExp, fault: PackageError['fault'] = 'damaged'): void {
  assert.throws(
    () => readWorkbook(bytes),
    (error: unknown) => {
      assert.ok(error instanceof PackageError, String(error));
      assert.equal(error.fault, fault);
      assert.match(error.message, words);
      assert.ok(error.message.length < 300 && error.message.endsWith('.'), error.message);
      return true;
    },
  );
}

describe('files that failed once', () => {
  it('keep every sheet beside a chart sheet, however often results are added', () => {
    let bytes = caseFile('chart-sheet.xlsx');
    for (const name of ['First', 'Second', 'Third']) bytes = withResults(readWorkbook(bytes), name);
    assert.deepEqual(
      [...partText(bytes, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(
        ([, name, id]) => `${name} ${id}`,
      ),
      ['Sheet1 1', 'Zz Ledger 2', 'Zz Terms 3', 'Dilution chart 4', 'First 5', 'Second 6', 'Third 7'],
    );
    assert.deepEqual(
      readWorkbook(bytes).sheets.map(({ name }) => name),
      ['Sheet1', 'Zz Ledger', 'Zz Terms', 'First', 'Second', 'Third'],
    );
    assert.deepEqual(faultsOf(bytes), []);
  });

  it('keep the names of a chart sheet’s own with it where sheets move', () => {
    const named = partText(caseFile('chart-sheet.xlsx'), 'xl/workbook.xml').replace(
      '<calcPr',
      '<definedNames><definedName name="Zoom" localSheetId="3">1</definedName></definedNames><calcPr',
    );
    const entries = readZip(caseFile('chart-sheet.xlsx')).map((entry) =>
      entry.name === 'xl/workbook.xml' ? pack(entry.name, [encode(named)]) : entry,
    );
    const book = readWorkbook(writeZip(entries));
    const [, ledger] = book.sheets;
    assert.ok(ledger);
    book.deleteSheet(ledger);
    const text = partText(writeWorkbook(book), 'xl/workbook.xml');
    const tabs = [...text.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    const local = /name="Zoom" localSheetId="(\d+)"/.exec(text)?.[1];
    assert.equal(tabs[Number(local)], 'Dilution chart');
  });

  it('give sheets of high numbers their own', () => {
    const parts = {
      'xl/workbook.xml': BLANK_PACKAGE['xl/workbook.xml']?.replace('sheetId="1"', 'sheetId="65537"') ?? '',
    };
    const bytes = withResults(readWorkbook(writeZip(blankWith(parts))), 'New');
    assert.match(partText(bytes, 'xl/workbook.xml'), /"Sheet1" sheetId="65537".*"New" sheetId="65538"/);
  });

  it('read a line break as one character, however it is written', () => {
    const book = readWorkbook(caseFile('header-line-break.xlsx'));
    const [, ledger] = book.sheets;
    assert.ok(ledger);
    const [table] = book.tables;
    const column = table?.columns.findIndex(({ name }) => name === 'Exercise\nPrice') ?? -1;
    assert.ok(table && column >= 0);
    assert.equal(ledger.value(table.area.top, table.area.left + column), 'Exercise\nPrice');
    assert.equal(ledger.formula(15, 9), '=SUM(Ledger[Exercise\nPrice])');
    const saved = withResults(book, 'New');
    assert.deepEqual(faultsOf(saved), []);
    assert.equal(readWorkbook(saved).sheets[1]?.formula(15, 9), '=SUM(Ledger[Exercise\nPrice])');
  });

  it('count formats that are given in two versions once each', () => {
    const book = readWorkbook(caseFile('hancom-styles.xlsx'));
    assert.equal(book.styles.cellFormats.entries.length, 5);
    assert.equal(book.styles.numberFormat(4), '0%');
    const saved = withResults(book, 'New');
    const again = readWorkbook(saved);
    const sheet = again.sheet('New');
    assert.equal(again.styles.numberFormat(sheet?.style(1, 1) ?? 0), '0.0%');
    assert.deepEqual(faultsOf(saved), []);
  });

  it('get whole styles where their own are empty', () => {
    const saved = withResults(readWorkbook(caseFile('styles-empty-root.xlsx')), 'New');
    const again = readWorkbook(saved);
    const sheet = again.sheet('New');
    assert.ok(sheet);
    assert.deepEqual(
      [again.styles.numberFormat(sheet.style(1, 1)), again.styles.numberFormat(sheet.style(0, 0))],
      ['0.0%', 'General'],
    );
    assert.match(
      partText(saved, 'xl/styles.xml'),
      /<styleSheet[^>]*[^/]><numFmts.*<\/fonts><fills.*<borders.*<cellStyleXfs.*<cellXfs.*<\/styleSheet>$/,
    );
    assert.deepEqual(faultsOf(saved), []);
  });

  it('give a new part of relationships its content type', () => {
    const bytes = caseFile('rels-by-override.xlsx');
    const saved = withResults(readWorkbook(bytes), 'New');
    assert.deepEqual(faultsOf(saved), faultsOf(bytes));
    assert.match(partText(saved, '[Content_Types].xml'), /sheet4\.xml\.rels/);
  });

  it('are read and saved where parts are in UTF-16', () => {
    const bytes = caseFile('v7-utf16.xlsx');
    const book = readWorkbook(bytes);
    const [, ledger] = book.sheets;
    assert.ok(ledger);
    ledger.setValue(30, 0, 'Zoë');
    const saved = withResults(book, 'New');
    const again = readWorkbook(saved).sheets[1];
    assert.equal(again?.value(30, 0), 'Zoë');
    assert.deepEqual(again.grid.rowForWriting(0).values, ledger.grid.rowForWriting(0).values);
    assert.match(partText(saved, 'xl/worksheets/sheet2.xml'), /^<\?xml version="1.0" encoding="UTF-8"/);
    assert.deepEqual(faultsOf(saved), []);
  });

  it('are refused where cells lie outside a sheet, or name texts that are not there', () => {
    refused(caseFile('row-1048577-dropped.xlsx'), /^The file is damaged: on sheet ".*", row 1048577 lies/);
    refused(caseFile('colref-zzzzzzz3.xlsx'), /^The file is damaged: on sheet ".*", cell ZZZZZZZ3 lies/);
    refused(caseFile('shared-string-out-of-range.xlsx'), /^The file is damaged: .* names a text that is not/);
  });

  it('are refused in words where content types are missing or a table does not fit its cells', () => {
    refused(caseFile('without-content-types.xlsx'), /lacks the part \[Content_Types\]\.xml/);
    refused(caseFile('tableref-0.xlsx'), /the table "OfferTerms" names 3 columns, but has 16384/);
  });

  it('are read in linear time whatever their attributes', () => {
    const book = readWorkbook(caseFile('redos-row-attr.xlsx'));
    assert.ok(book.sheets.length > 1);
    const blanks = ' '.repeat(300_000);
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData${blanks}x=""><row r="1"${blanks} ${'a'.repeat(300_000)}><c r="A1"${blanks}><v>1</v></c></row></sheetData></worksheet>`;
    const read = readWorkbook(writeZip(blankWith({ 'xl/worksheets/sheet1.xml': sheet })));
    assert.equal(read.activeSheet.value(0, 0), 1);
  });
});

describe('hostile archives', () => {
  const sizes = (entry: ZipEntry, size: number): ZipEntry => ({ ...entry, size });

  it('are refused where a part would unpack to more than there is room for', () => {
    const [first, ...rest] = blankWith({});
    assert.ok(first);
    refused(writeZip([sizes(first, 2 ** 31), ...rest]), /cannot be unpacked/);
    const large = {
      ...first,
      name: 'xl/media/a.bin',
      packed: [new Uint8Array(600_000)],
      packedSize: 600_000,
    };
    refused(writeZip([sizes(large, 2 ** 29), ...blankWith({})]), /512 MB, and at most 511 MB/, 'tooLarge');
    const many = Array.from({ length: 5 }, (_, index) =>
      sizes({ ...large, name: `xl/${index}` }, 2 ** 29 - 30),
    );
    refused(writeZip([...many, ...blankWith({})]), /2560 MB together/, 'tooLarge');
  });

  it('are refused where two parts have one name, or a name leads out of the package', () => {
    refused(
      writeZip([...blankWith({}), pack('XL/Workbook.xml', [encode('<a/>')])]),
      /it has two parts XL\/Workbook\.xml/,
    );
    refused(writeZip([...blankWith({}), pack('xl/../../a.xml', [encode('<a/>')])]), /is no part's/);
    refused(
      writeZip([...blankWith({}), pack(`${'\u001b'.repeat(5)}/../${'a'.repeat(9000)}`, [encode('')])]),
      /part \?{5}\/\.\.\/a+\.\.\. is/,
    );
  });

  it('are refused where elements lie in each other without end', () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    refused(writeZip(blankWith({ 'xl/workbook.xml': `<workbook>${deep}</workbook>` })), /more than 256 deep/);
  });

  it('are refused where a part is no text', () => {
    const entries = blankWith({}).filter(({ name }) => name !== 'xl/workbook.xml');
    refused(
      writeZip([...entries, pack('xl/workbook.xml', [Uint8Array.from([60, 0xc3, 0x28, 62])])]),
      /xl\/workbook\.xml is no text in UTF-8 or UTF-16/,
    );
  });
});
