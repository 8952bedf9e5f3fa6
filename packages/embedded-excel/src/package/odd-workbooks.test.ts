import { strict as assert } from 'node:assert';
import { areaAt } from '../model/area.ts';
import { cellError } from '../model/cell-error.ts';
import { BLANK_PACKAGE } from './blank-package.ts';
import { PackageError } from './package-error.ts';
import { newWorkbook, readWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';
import { pack, readZip, unpack, writeZip } from './zip.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workbook of these parts on top of a blank one's. */
function workbookOf(parts: Readonly<Record<string, string | Uint8Array | undefined>>): Uint8Array {
  const all = { ...BLANK_PACKAGE, ...parts };
  return writeZip(
    Object.entries(all).flatMap(([name, content]) =>
      content === undefined ? [] : [pack(name, [typeof content === 'string' ? encode(content) : content])],
    ),
  );
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sheetOf = (cells: string, rest = ''): Uint8Array =>
  workbookOf({
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${cells}</sheetData>${rest}</worksheet>`,
  });
const sheetText = (bytes: Uint8Array, part = 'xl/worksheets/sheet1.xml'): string => {
  const entry = readZip(bytes).find(({ name }) => name === part);
  return entry === undefined ? '' : new TextDecoder().decode(unpack(entry));
};

describe('workbooks with odd parts', () => {
  it('are refused where an array formula would fill a whole sheet, at once', () => {
    assert.throws(
      () => readWorkbook(sheetOf('<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f></c></row>')),
      (error: unknown) =>
        error instanceof PackageError &&
        error.message ===
          'The array formulas of the sheet "Sheet1" fill more than 5000000 cells, the most that can be opened here; the formula in A1 alone fills 17179869184.',
    );
  });

  it('are read with rows and cells that have no address', () => {
    const { activeSheet: sheet } = readWorkbook(
      sheetOf(
        '<row><c><v>1</v></c><c t="b"><v>1</v></c></row><row><c/><c r="D2"><v>4</v></c><c><v>5</v></c></row><row r="9"><c><v>9</v></c></row>',
      ),
    );
    assert.deepEqual(
      [sheet.value(0, 0), sheet.value(0, 1), sheet.value(1, 3), sheet.value(1, 4), sheet.value(8, 0)],
      [1, true, 4, 5, 9],
    );
  });

  it('are read and saved with prefixed elements and strict namespaces, absolute targets and no styles', () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const relationships = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const bytes = workbookOf({
      '_rels/.rels': BLANK_PACKAGE['_rels/.rels']
        ?.replace(
          /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g,
          relationships,
        )
        .replace('"xl/workbook.xml"', '"/xl/workbook.xml"'),
      'xl/workbook.xml': `<x:workbook xmlns:x="${strict}" xmlns:d="${relationships}"><x:sheets><x:sheet name="A" sheetId="7" d:id="R9"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="R9" Type="${relationships}/worksheet" Target="/xl/worksheets/sheet1.xml"/></p:Relationships>`,
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!-- <sheetData> --><x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1" t="d"><x:v>2002-05-14T12:00:00</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>in &amp; line</x:t></x:is></x:c></x:row></x:sheetData><x:pageMargins left="1"/></x:worksheet>`,
    });
    const book = readWorkbook(bytes);
    const sheet = book.activeSheet;
    assert.deepEqual([sheet.name, sheet.value(0, 0), sheet.value(0, 1)], ['A', 37390.5, 'in & line']);
    sheet.setValue(1, 0, 'new');
    sheet.merge(areaAt(4, 0, 1, 2));
    book.addSheet('B').setValue(0, 0, 1);
    const saved = writeWorkbook(book);
    assert.match(
      sheetText(saved),
      /<x:row r="2"><x:c r="A2" t="s"><x:v>1<\/x:v><\/x:c><\/x:row><\/x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A5:B5"\/><\/x:mergeCells><x:pageMargins left="1"\/><\/x:worksheet>$/,
    );
    const again = readWorkbook(saved);
    assert.deepEqual(
      again.sheets.map(({ name }) => name),
      ['A', 'B'],
    );
    assert.equal(again.sheet('A')?.value(1, 0), 'new');
  });

  it('keep numbers to the last digit', () => {
    const numbers = [
      0.1,
      0.30000000000000004,
      1 / 3,
      123456789012345.67,
      5e-324,
      1.7976931348623157e308,
      -0.000001,
      9007199254740992,
      3.0100000000000002,
      12345.6789,
      1e22,
      4.35,
    ];
    const book = newWorkbook();
    book.activeSheet.setValues(0, 0, [numbers]);
    const again = readWorkbook(writeWorkbook(book)).activeSheet;
    assert.deepEqual(
      numbers.map((_, column) => again.value(0, column)),
      numbers,
    );
    const written = ['0.10000000000000001', '1E-3', '+5', '1.5e3', '000123.4500', '100000000000000000000'];
    const { activeSheet: read } = readWorkbook(
      sheetOf(`<row>${written.map((text) => `<c><v>${text}</v></c>`).join('')}</row>`),
    );
    assert.deepEqual(
      written.map((_, column) => read.value(0, column)),
      written.map(Number),
    );
  });

  it('keep every character of a text', () => {
    const texts = [
      '\u0001 control',
      'tab\tline\nreturn\r',
      '_x0041_ stays',
      ' leading',
      'quote " & <tag> \u{1F600}',
      '='.repeat(40),
      "'",
    ];
    const book = newWorkbook();
    book.activeSheet.setValues(0, 0, [texts]);
    book.activeSheet.setFormula(1, 0, '="a"&"\n<&>"');
    book.activeSheet.setComputed(1, 0, 'a\n<&>\u0002');
    const again = readWorkbook(writeWorkbook(book)).activeSheet;
    assert.deepEqual(
      texts.map((_, column) => again.value(0, column)),
      texts,
    );
    assert.deepEqual([again.formula(1, 0), again.value(1, 0)], ['="a"&"\n<&>"', 'a\n<&>\u0002']);
  });

  it('keep data tables, value metadata, row attributes and formatted texts of cells that nobody wrote', () => {
    const cells =
      '<row r="1" spans="1:3" ht="20" customHeight="1" thickBot="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Bo</t></r><r><t>ld</t></r></is></c>' +
      '<c r="B1" vm="1" t="e"><v>#VALUE!</v></c><c r="C1"><f t="dataTable" ref="C1:C2" dt2D="0" dtr="0" r1="A9"/><v>3</v></c></row>';
    const book = readWorkbook(sheetOf(cells));
    const sheet = book.activeSheet;
    assert.deepEqual(
      [sheet.value(0, 0), sheet.value(0, 1), sheet.value(0, 2)],
      ['Bold', cellError('#VALUE!'), 3],
    );
    sheet.setValue(4, 0, 1);
    const saved = sheetText(writeWorkbook(book));
    assert.ok(
      saved.includes(
        '<row r="1" ht="20" customHeight="1" thickBot="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Bo</t></r><r><t>ld</t></r></is></c>',
      ),
    );
    assert.ok(
      saved.includes(
        '<c r="B1" vm="1" t="e"><v>#VALUE!</v></c><c r="C1"><f t="dataTable" ref="C1:C2" dt2D="0" dtr="0" r1="A9"/><v>3</v></c>',
      ),
    );
    sheet.setValue(0, 0, 'plain');
    assert.equal(sheetText(writeWorkbook(book)).includes('<rPr>'), false);
  });

  it('keep the order of a sheet’s elements when some are added, and others as they were', () => {
    const rest =
      '<sheetCalcPr fullCalcOnLoad="1"/><hyperlinks><hyperlink ref="A1" location="x"/></hyperlinks><printOptions gridLines="1"/><legacyDrawing r:id="rId9" xmlns:r="r"/><extLst><ext uri="{x}"><a>1</a></ext></extLst>';
    const book = readWorkbook(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>', rest));
    const sheet = book.activeSheet;
    sheet.protect({ allowSort: true, selectionMode: 'unlocked' });
    sheet.setValidations([{ areas: [areaAt(0, 0)], kind: 'list', formula1: '"Yes,No"', showsError: true }]);
    sheet.setConditionalFormats([
      { id: '1', areas: [areaAt(0, 0)], kind: 'expression', priority: 1, formulas: ['IFNA(A1>1,FALSE)'] },
    ]);
    sheet.freeze({ rows: 2, columns: 1 });
    sheet.setColumnProperties(0, 1, { width: 20 });
    const saved = sheetText(writeWorkbook(book));
    const order = [
      ...saved.matchAll(
        /<(sheetViews|cols|sheetData|sheetCalcPr|sheetProtection|conditionalFormatting|dataValidations|hyperlinks|printOptions|legacyDrawing|extLst)\b/g,
      ),
    ].map(([, name]) => name);
    assert.deepEqual(order, [
      'sheetViews',
      'cols',
      'sheetData',
      'sheetCalcPr',
      'sheetProtection',
      'conditionalFormatting',
      'dataValidations',
      'hyperlinks',
      'printOptions',
      'legacyDrawing',
      'extLst',
    ]);
    for (const element of rest.match(/<(?:sheetCalcPr|hyperlink |printOptions|legacyDrawing|ext )[^>]*>/g) ??
      [])
      assert.ok(saved.includes(element), element);
    assert.ok(saved.includes('<row r="1"><c r="A1"><v>1</v></c></row>'));
    assert.ok(saved.includes('<formula>_xlfn.IFNA(A1&gt;1,FALSE)</formula>'));
    const again = readWorkbook(writeWorkbook(book)).activeSheet;
    assert.equal(again.protection?.allowSort, true);
    assert.equal(again.protection.selectionMode, 'unlocked');
    assert.equal(again.validations[0]?.formula1, '"Yes,No"');
    assert.deepEqual(again.conditionalFormats[0]?.formulas, ['IFNA(A1>1,FALSE)']);
    assert.deepEqual(again.layout.frozen, { rows: 2, columns: 1 });
  });

  it('lose their calculation chain when formulas change, and only then', () => {
    const bytes = workbookOf({
      '[Content_Types].xml': BLANK_PACKAGE['[Content_Types].xml']?.replace(
        '</Types>',
        '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
      ),
      'xl/_rels/workbook.xml.rels': BLANK_PACKAGE['xl/_rels/workbook.xml.rels']?.replace(
        '</Relationships>',
        '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
      ),
      'xl/calcChain.xml': `<calcChain ${MAIN}><c r="A1" i="1"/></calcChain>`,
      'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>`,
    });
    const book = readWorkbook(bytes);
    assert.ok(sheetText(writeWorkbook(book), 'xl/calcChain.xml').includes('A1'));
    book.activeSheet.setFormula(0, 1, '=2');
    const saved = writeWorkbook(book);
    assert.equal(
      readZip(saved).some(({ name }) => name.includes('calcChain')),
      false,
    );
    assert.equal(sheetText(saved, '[Content_Types].xml').includes('calcChain'), false);
    assert.equal(sheetText(saved, 'xl/_rels/workbook.xml.rels').includes('calcChain'), false);
  });

  it('give a cell in a formatted row or column the format that the cell itself names', () => {
    const styled = newWorkbook();
    const bold = styled.styles.withFont(0, { bold: true });
    styled.activeSheet.setColumnProperties(0, 0, { style: bold });
    styled.activeSheet.setValue(0, 0, 'bold like its column');
    styled.activeSheet.setValue(1, 0, 'plain');
    styled.activeSheet.setStyle(1, 0, 0);
    const again = readWorkbook(writeWorkbook(styled)).activeSheet;
    assert.deepEqual([again.style(0, 0), again.style(1, 0), again.style(2, 0)], [bold, 0, bold]);
  });
});

describe('what is no workbook', () => {
  const refused = (bytes: Uint8Array, fault: PackageError['fault'], words: RegExp): void =>
    assert.throws(
      () => readWorkbook(bytes),
      (error: unknown) =>
        error instanceof PackageError &&
        error.fault === fault &&
        words.test(error.message) &&
        /^[A-Z][^.]*(\.\w[^.]*)*\.$/.test(error.message),
    );
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

  it('is refused in one sentence that says what it is', () => {
    refused(new Uint8Array(0), 'notAZip', /empty/);
    refused(encode('Holder ID,Grant ID\n1,2\n'), 'otherFormat', /\.csv, not an Excel workbook/);
    refused(encode('<html><table></table></html>'), 'otherFormat', /web page/);
    refused(Uint8Array.from([...compound, ...utf16('EncryptedPackage')]), 'passwordProtected', /password/);
    refused(Uint8Array.from([...compound, ...utf16('Workbook')]), 'oldFormat', /\.xls\b/);
    refused(writeZip([pack('word/document.xml', [encode('<a/>')])]), 'otherFormat', /no workbook part/);
    refused(
      writeZip([pack('mimetype', [encode('application/vnd.oasis.opendocument.spreadsheet')])]),
      'otherFormat',
      /OpenDocument/,
    );
  });

  it('is refused when it is cut off or damaged anywhere', () => {
    const whole = writeWorkbook(newWorkbook());
    for (const length of [4, 100, whole.length >> 1, whole.length - 1])
      refused(whole.slice(0, length), 'truncated', /end is missing/);
    const damaged = whole.slice();
    const [entry] = readZip(damaged).filter(({ name }) => name === 'xl/workbook.xml');
    entry?.packed[0]?.fill(0x55);
    refused(damaged, 'damaged', /xl\/workbook\.xml/);
    refused(sheetOf('<row r="1"><c r="A1"><v>1</v></c>', '<open'), 'damaged', /damaged/);
  });

  it('is refused where a cell lies beyond the last column', () => {
    for (const address of ['XFE1', 'ZZZZZZZ3', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1'])
      refused(
        sheetOf(`<row r="1"><c r="${address}"><v>1</v></c></row>`),
        'damaged',
        /, cell [A-Z]+\d* lies outside a sheet of Excel/,
      );
  });

  it('is refused where the workbook is binary or has no sheets', () => {
    const types = BLANK_PACKAGE['[Content_Types].xml'] ?? '';
    refused(
      workbookOf({
        '[Content_Types].xml': types
          .replace('spreadsheetml.sheet.main+xml', 'x')
          .replace(
            'application/vnd.openxmlformats-officedocument.x',
            'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
          ),
      }),
      'binaryFormat',
      /\.xlsb/,
    );
    refused(
      workbookOf({ 'xl/workbook.xml': `<workbook ${MAIN}><sheets/></workbook>` }),
      'damaged',
      /no worksheet/,
    );
  });
});
