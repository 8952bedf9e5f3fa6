/**
 * `npm run sample`: writes assets/samples/lantronix-2002.xlsx, a cap-table workbook with fictional holders for the
 * terms of the reference offer. The same bytes every time: chance is seeded, the zip's times are fixed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';
import { bookFile } from './sample/book.ts';
import { capTableSheet } from './sample/cap-table-sheet.ts';
import { chanceFrom } from './sample/chance.ts';
import { electionsFrom } from './sample/elections.ts';
import { grantsOf } from './sample/grants.ts';
import { electionsSheet, pricesSheet } from './sample/offer-tables-sheets.ts';
import { OFFER_EXPIRATION, offerTermsSheet, PRICE_FLOOR } from './sample/offer-terms-sheet.ts';
import { holdersFrom } from './sample/people.ts';
import { pricesFrom } from './sample/prices.ts';

export const SAMPLE_PATH = join(root, 'assets/samples/lantronix-2002.xlsx');

/** The sample workbook's file. */
export function sampleFile(): Uint8Array {
  // A seed for each subject, so that a change in one does not stir the others.
  const grants = grantsOf(holdersFrom(chanceFrom(20021219)), chanceFrom(20030120));
  const capTable = capTableSheet(grants);
  const prices = pricesSheet(pricesFrom(chanceFrom(20030721)));
  const { firstRow, lastRow, lastColumn } = capTable;
  return bookFile({
    title: 'Lantronix 2002: sample for an option exchange (fictional holders)',
    sheets: [
      capTable.sheet,
      offerTermsSheet(),
      electionsSheet(electionsFrom(grants, chanceFrom(20030119))),
      prices.sheet,
    ],
    names: [
      {
        name: '_xlnm._FilterDatabase',
        refersTo: `'Cap Table'!$A$${firstRow - 1}:$${lastColumn}$${lastRow}`,
        sheet: 0,
        hidden: true,
      },
      { name: '_xlnm.Print_Titles', refersTo: `'Cap Table'!$${firstRow - 1}:$${firstRow - 1}`, sheet: 0 },
      { name: 'CapTableOutstanding', refersTo: `'Cap Table'!$S$${firstRow}:$S$${lastRow}` },
      { name: 'OfferExpiration', refersTo: OFFER_EXPIRATION },
      { name: 'PriceFloor', refersTo: PRICE_FLOOR, comment: 'The offer takes grants priced above it.' },
    ],
    chart: prices.chart,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(dirname(SAMPLE_PATH), { recursive: true });
  writeFileSync(SAMPLE_PATH, sampleFile());
}
