/** How a sheet is printed, in the file: what was not touched stays as it was written. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { edgeOf, edgeText } from '../model/page-layout.ts';
import { SheetSkeleton } from './sheet-skeleton.ts';
import { readPageLayout, writePageLayout } from './page-layout-part.ts';

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const part = (before: string, after: string): SheetSkeleton =>
  new SheetSkeleton(`<worksheet ${NAMESPACE}>${before}<sheetData/>${after}</worksheet>`);
const textOf = (skeleton: SheetSkeleton): string => {
  const { head, tail } = skeleton.around();
  return `${head}<sheetData/>${tail}`;
};

describe('The page layout of a sheet in a file', () => {
  it('is read and written beside what the file says of paper, printer and other pages', () => {
    const skeleton = part(
      '<sheetPr><tabColor rgb="FF00FF00"/><pageSetUpPr autoPageBreaks="0"/></sheetPr>',
      '<pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/>' +
        '<pageSetup paperSize="9" orientation="portrait"/>' +
        '<headerFooter differentFirst="1"><oddFooter>&amp;Lold</oddFooter><firstFooter>first</firstFooter></headerFooter><tableParts count="0"/>',
    );
    const layout = readPageLayout(skeleton);
    assert.deepEqual([layout.orientation, layout.fit, layout.footer.left], ['portrait', undefined, 'old']);
    const footer = { left: 'A & B', center: '', right: '&P of &N' };
    writePageLayout(skeleton, { ...layout, orientation: 'landscape', fit: { across: 1, down: 0 }, footer });
    const written = textOf(skeleton);
    assert.match(
      written,
      /<sheetPr><tabColor rgb="FF00FF00"\/><pageSetUpPr autoPageBreaks="0" fitToPage="1"\/><\/sheetPr><sheetData\/>/,
    );
    assert.match(
      written,
      /<pageMargins [^>]*footer="0.3"\/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"\/>/,
    );
    assert.match(
      written,
      /<headerFooter differentFirst="1"><oddFooter>&amp;LA &amp; B&amp;R&amp;P of &amp;N<\/oddFooter><firstFooter>first<\/firstFooter><\/headerFooter><tableParts/,
    );
    assert.deepEqual(readPageLayout(skeleton), {
      ...layout,
      orientation: 'landscape',
      fit: { across: 1, down: 0 },
      footer,
    });
  });

  it('has edges in three sections, text without a code in the middle', () => {
    assert.deepEqual(edgeOf('Draft&RPage &P && more'), {
      left: '',
      center: 'Draft',
      right: 'Page &P && more',
    });
    for (const text of ['', '&LA&CB&RC', '&R&P of &N', '&L&&Left'])
      assert.equal(edgeText(edgeOf(text)), text);
  });
});
