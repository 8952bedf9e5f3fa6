/**
 * For tests: a cap-table workbook as finance teams keep it. Titles and dates stand above a header of two lines, columns
 * bear synonyms, some prices and dates are text, subtotals and blank rows stand in between, rows are hidden and
 * filtered, an id is there twice, and an old ledger looks like this year's. Around it stand a protected sheet with a
 * comment, a hidden sheet, formulas and a chart of the team's own.
 */
import { readFileSync } from 'node:fs';
import { dayOf } from '../../src/domain/basics/day.ts';
import { readWorkbook, type Sheet, type Workbook } from '@regrant/embedded-excel/package';

export const LEDGER = 'Options outstanding';
export const ARCHIVE = '2002 archive';

type Cell = string | number | null;

/** A date as Excel keeps it. */
const day = (text: string): number => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return dayOf(year, month, date);
};

/** The two lines above the data: groups, then headers with line breaks. */
const GROUPS: Cell[] = [
  'Participant',
  null,
  null,
  null,
  null,
  null,
  'Award',
  null,
  null,
  null,
  null,
  'Shares',
];
const HEADER = [
  'EE\nID',
  'Participant\nName',
  'Title\nClass',
  'Work\nCountry',
  'Date of\nHire',
  'Last Day of\nEmployment',
  'Grant\nNumber',
  'Equity\nPlan',
  'Issue\nDate',
  'Expiry\nDate',
  'Option\nPrice',
  'Quantity\nIssued',
  'Options\nExercised',
  'Options\nForfeited',
  'Options\nCanceled',
  'Split-adjusted\nstrike',
  'Aggregate\nprice',
];
/** The sheet's row of the headers; the first grant follows. */
export const HEADER_ROW = 6;

interface Holder {
  readonly id: string | number;
  readonly name: string;
  readonly role?: string;
  readonly lastDay?: string;
}

interface Award {
  readonly id: string | number;
  readonly issued: string | number;
  readonly expires: string | number;
  /** As it was before a reverse split of 2 for 1: a column that one must not take for the price. */
  readonly price: string | number;
  readonly shares: number;
  readonly exercised?: number;
  readonly forfeited?: number;
  readonly canceled?: number;
}

const preSplit = (price: string | number): number => Number(price) / 2;

function grantRow(holder: Holder, award: Award): Cell[] {
  return [
    holder.id,
    holder.name,
    holder.role ?? 'Engineer',
    'United States',
    day('1999-05-03'),
    holder.lastDay === undefined ? null : day(holder.lastDay),
    award.id,
    '1994 Plan',
    award.issued,
    award.expires,
    preSplit(award.price),
    award.shares,
    award.exercised ?? null,
    award.forfeited ?? null,
    award.canceled ?? null,
    award.price,
  ];
}

const ANN: Holder = { id: '00123', name: 'Ann Abbott' };
const BOB: Holder = { id: 123, name: 'Bob Brown' };
const CID: Holder = { id: 777, name: 'Cid Cole', role: 'Manager' };
const DOT: Holder = { id: '0777', name: 'Dot Dale' };
const EVE: Holder = { id: 900, name: 'Eve East', role: 'Director' };
const FAY: Holder = { id: 901, name: 'Fay Fox' };
const GUS: Holder = { id: 902, name: 'Gus Gray', lastDay: '2003-03-01' };
const HAL: Holder = { id: 903, name: 'Hal Hood' };

const award = (
  id: string | number,
  issued: string,
  price: string | number,
  shares: number,
  more: Partial<Award> = {},
): Award => ({
  id,
  issued: day(issued),
  expires: day(`${Number(issued.slice(0, 4)) + 10}${issued.slice(4)}`),
  price,
  shares,
  ...more,
});

/** Row 7 of the sheet and those that follow. A total names its label and the rows that it adds up. */
const ROWS: readonly (readonly Cell[] | { readonly total: string; readonly of: string } | undefined)[] = [
  /*  7 */ grantRow(ANN, award(1001, '2000-03-15', 24.5, 1000)),
  /*  8 */ grantRow(
    ANN,
    award(1002, '2001-02-01', 30, 501, { issued: '2001-02-01', expires: '2011-02-01', exercised: 100 }),
  ),
  /*  9 */ grantRow(BOB, award('0042', '2000-06-01', 45, 700, { forfeited: 30, canceled: 20 })),
  /* 10 */ { total: 'Subtotal Engineering', of: 'L7:L9' },
  /* 11 */ undefined,
  /* 12 */ grantRow(CID, award('G-2001', '2000-09-12', '31.25', 400)),
  /* 13 */ grantRow(CID, award('G-2002', '2000-09-12', 31.25, 300, { issued: '12 Sept 2000' })),
  /* 14 */ grantRow(DOT, award('G-3001', '2001-05-05', 60, 1200)),
  /* 15 */ grantRow(DOT, award('G-3002', '2001-06-05', 50, 601)),
  /* 16 */ grantRow(DOT, award('G-3002', '2001-07-05', 50, 90)),
  /* 17 */ undefined,
  /* 18 */ grantRow(EVE, award('G-4001', '2000-01-10', 40, 500)),
  /* 19 */ grantRow(FAY, award('G-5001', '2000-01-10', 18.75, 333)),
  /* 20 */ grantRow(FAY, award('G-5002', '2002-07-01', 12, 100)),
  /* 21 */ grantRow(GUS, award('G-6001', '2000-04-04', 26, 200)),
  /* 22 */ grantRow(HAL, award('G-7001', '2000-04-04', 55, 600)),
  /* 23 */ { total: 'Total', of: 'L7:L22' },
  /* 24 */ ['Source: transfer agent, unaudited'],
];

/** Rows that a person has hidden, and rows that the filter hides, by their numbers on the sheet. */
const HIDDEN = [14, 14] as const;
const FILTERED_OUT = [18, 21] as const;
const SHOWN = [ANN, BOB, CID, DOT, HAL].map(({ name }) => name);

const ELECTIONS: Cell[][] = [
  ['Holder ID', 'Grant ID', 'Action', 'Received'],
  ['00123', 'ALL', 'Elect', day('2003-01-06') + 0.5],
  [123, '0042', 'Elect', '2003-01-07T10:30'],
  [123, '42', 'Elect', day('2003-01-07')],
  ['777', null, 'Elect', day('2003-01-07')],
  ['0777', 'G-3001', 'Elect', day('2003-01-08')],
  ['0777', 'G-3002', 'Elect', day('2003-01-08')],
  [900, 'ALL', 'Elect', day('2003-01-08')],
  [901, 'G-5001', 'Elect', day('2003-01-09')],
  [902, 'ALL', 'Elect', day('2003-01-09')],
  [903, 'G-7001', 'Elect', day('2003-01-09')],
  [903, 'G-7001', 'Withdraw', day('2003-01-15')],
  ['0777', 'G-3001', 'Withdraw', day('2003-01-21')],
  [999, 'ALL', 'Elect', day('2003-01-10')],
];

const PRICES: Cell[][] = [
  ['Date', 'High', 'Low', 'Close'],
  [day('2003-07-21'), 2.3, 2.14, 2.2],
  [day('2003-07-18'), 2.4, 2.2, 2.31],
];

export function messyLedgerBook(): Workbook {
  // By another writer: a protected sheet with a table and a comment, a hidden sheet, a name.
  const book = readWorkbook(readFileSync(new URL('../data/workbooks/exceljs.xlsx', import.meta.url)));
  addLedger(book);
  addArchive(book);
  addTable(book, 'Forms', 'OfferElections', ELECTIONS, [3]);
  addTable(book, 'Price history', 'OfferPrices', PRICES, [0]);
  addReport(book);
  return book;
}

function addLedger(book: Workbook): void {
  const sheet = book.addSheet(LEDGER);
  sheet.setValues(0, 0, [['Delta Systems, Inc. – options outstanding'], ['As of', day('2003-01-15')]]);
  sheet.setValue(2, 0, 'Counts in shares; prices in US dollars');
  sheet.merge({ top: 0, left: 0, bottom: 0, right: 4 });
  sheet.setValues(HEADER_ROW - 2, 0, [GROUPS, HEADER]);
  for (const [left, right] of [
    [0, 5],
    [6, 10],
    [11, 14],
  ] as const)
    sheet.merge({ top: HEADER_ROW - 2, left, bottom: HEADER_ROW - 2, right });
  ROWS.forEach((row, index) => {
    const at = HEADER_ROW + index;
    if (row === undefined) return;
    if ('total' in row) {
      sheet.setValue(at, 0, row.total);
      sheet.setFormula(at, 11, `=SUBTOTAL(9,${row.of})`);
    } else {
      sheet.setValues(at, 0, [row]);
      if (row.length > 1) sheet.setFormula(at, 16, `=L${at + 1}*K${at + 1}`);
    }
  });
  asDates(book, sheet, [4, 5, 8, 9], HEADER_ROW, HEADER_ROW + ROWS.length);
  asDates(book, sheet, [1], 1, 1);
  sheet.setRowProperties(HIDDEN[0] - 1, HIDDEN[1] - 1, { hidden: true });
  sheet.setRowProperties(FILTERED_OUT[0] - 1, FILTERED_OUT[1] - 1, { hidden: true });
  sheet.setAutoFilter({
    area: { top: HEADER_ROW - 1, left: 0, bottom: HEADER_ROW + 15, right: HEADER.length - 1 },
    filtered: true,
    kept: `<filterColumn colId="1"><filters>${SHOWN.map((name) => `<filter val="${name}"/>`).join('')}</filters></filterColumn>`,
  });
  book.activate(sheet);
}

/** Last year's ledger: complete, and no longer right. */
function addArchive(book: Workbook): void {
  const sheet = book.addSheet(ARCHIVE);
  sheet.setValues(0, 0, [
    ['Closed for changes on', day('2002-02-01')],
    ['Holder ID', 'Grant ID', 'Grant Date', 'Exercise Price', 'Granted'],
    ['00123', 1001, day('2000-03-15'), 49, 500],
    [123, '0042', day('2000-06-01'), 90, 350],
  ]);
  asDates(book, sheet, [2], 2, 3);
}

function addTable(book: Workbook, sheetName: string, name: string, rows: Cell[][], dates: number[]): void {
  const sheet = book.addSheet(sheetName);
  sheet.setValues(0, 0, rows);
  asDates(book, sheet, dates, 1, rows.length - 1);
  const area = { top: 0, left: 0, bottom: rows.length - 1, right: (rows[0]?.length ?? 1) - 1 };
  book.addTable(sheet, area, { name });
}

/** A sheet of the team's own that refers to the ledger. */
function addReport(book: Workbook): void {
  const sheet = book.addSheet('Board report');
  sheet.setValues(0, 0, [['Shares issued'], ['Shares canceled'], ['Holders']]);
  sheet.setFormula(0, 1, `='${LEDGER}'!L23`);
  sheet.setFormula(1, 1, `=SUM('${LEDGER}'!N7:O22)`);
  sheet.setFormula(2, 1, `=COUNTIF('${LEDGER}'!C7:C22,"Engineer")`);
  sheet.setCharts([
    {
      id: '{00000000-0008-0000-0000-000000009001}',
      name: 'Shares',
      own: true,
      kind: 'columnClustered',
      series: [
        {
          name: { text: 'Shares' },
          categories: `'Board report'!$A$1:$A$2`,
          values: `'Board report'!$B$1:$B$2`,
        },
      ],
      title: 'Shares',
      categoryAxisTitle: undefined,
      valueAxisTitle: undefined,
      valueNumberFormat: undefined,
      legend: undefined,
      dataLabels: false,
      place: { top: 80, left: 10, width: 320, height: 200 },
    },
  ]);
}

function asDates(
  book: Workbook,
  sheet: Sheet,
  columns: readonly number[],
  top: number,
  bottom: number,
): void {
  for (const column of columns)
    sheet.restyle({ top, left: column, bottom, right: column }, (style) =>
      book.styles.withNumberFormat(style, 'yyyy-mm-dd'),
    );
}
