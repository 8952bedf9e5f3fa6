/**
 * The sheet `Cap Table`: a plain block of cells as a stock plan system exports it and a finance team keeps it, with a
 * title above the header, a blank row where another company's records begin, and a total row.
 */
import { columnLetters } from '../../src/domain/basics/block.ts';
import type { Grant } from './grants.ts';
import type { Cell, Sheet } from './sheet.ts';
import { headOver, type StyleName } from './styles.ts';

interface Column {
  /** Some under the ledger's own names, some under names that other systems use. */
  readonly header: string;
  readonly width: number;
  readonly style: StyleName;
  readonly value: (grant: Grant, row: number) => Cell['value'];
  readonly formula?: (row: number) => string;
  readonly total?: true;
}

const outstanding = ({ granted, exercised, cancelled }: Grant): number => granted - exercised - cancelled;

const COLUMNS: readonly Column[] = [
  { header: 'Employee ID', width: 11, style: 'id', value: ({ holder }) => holder.id },
  { header: 'Employee Name', width: 21, style: 'text', value: ({ holder }) => holder.name },
  { header: 'Email', width: 31, style: 'text', value: ({ holder }) => holder.email },
  { header: 'Country', width: 15, style: 'text', value: ({ holder }) => holder.country },
  { header: 'Position', width: 17, style: 'text', value: ({ holder }) => holder.role },
  { header: 'Status', width: 12, style: 'text', value: ({ holder }) => holder.status },
  { header: 'Date of Hire', width: 11.5, style: 'date', value: ({ holder }) => holder.hired },
  { header: 'Notice Date', width: 11.5, style: 'date', value: ({ holder }) => holder.noticed },
  { header: 'Termination Date', width: 12, style: 'date', value: ({ holder }) => holder.terminated },
  { header: 'Grant #', width: 11, style: 'id', value: ({ id }) => id },
  { header: 'Plan', width: 20, style: 'text', value: ({ plan }) => plan },
  { header: 'ISO/NSO', width: 9, style: 'text', value: ({ type }) => type },
  { header: 'Grant Date', width: 11.5, style: 'date', value: ({ day }) => day },
  { header: 'Expiration Date', width: 11.5, style: 'date', value: ({ expires }) => expires },
  { header: 'Exercise\nPrice', width: 10, style: 'price', value: ({ price }) => price },
  { header: 'Granted', width: 11.5, style: 'count', value: ({ granted }) => granted, total: true },
  { header: 'Exercised', width: 11.5, style: 'count', value: ({ exercised }) => exercised, total: true },
  { header: 'Cancelled', width: 11.5, style: 'count', value: ({ cancelled }) => cancelled, total: true },
  {
    header: 'Outstanding',
    width: 12.5,
    style: 'count',
    value: outstanding,
    formula: (row) => `P${row}-Q${row}-R${row}`,
    total: true,
  },
  { header: 'Vesting Schedule', width: 48, style: 'textAfterFigures', value: ({ schedule }) => schedule },
  { header: 'Vesting Start', width: 11.5, style: 'date', value: ({ vestingStart }) => vestingStart },
];

const HEADER_ROW = 5;
const FIRST_ROW = HEADER_ROW + 1;

/** A grant's cells; an id that is text stands in a cell of text. */
const grantRow = (grant: Grant, row: number): readonly Cell[] =>
  COLUMNS.map(({ style, value, formula }) => {
    const content = value(grant, row);
    return {
      style: style === 'id' && typeof content === 'string' ? 'idText' : style,
      ...(content === undefined ? {} : { value: content }),
      ...(formula === undefined ? {} : { formula: formula(row) }),
    };
  });

export interface CapTable {
  readonly sheet: Sheet;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Letters of the columns of the header row's ends and of the outstanding shares. */
  readonly lastColumn: string;
}

export function capTableSheet(grants: readonly Grant[]): CapTable {
  const rows = new Map<number, readonly (Cell | undefined)[]>();
  let row = FIRST_ROW;
  let origin = grants[0]?.holder.origin;
  for (const grant of grants) {
    // A blank row where the records of a company that was bought begin.
    if (grant.holder.origin !== origin) row++;
    ({ origin } = grant.holder);
    rows.set(row, grantRow(grant, row));
    row++;
  }
  const lastRow = row - 1;
  const totalRow = lastRow + 2;
  const sum = (count: (grant: Grant) => number): number =>
    grants.reduce((total, grant) => total + count(grant), 0);
  rows.set(
    totalRow,
    COLUMNS.map(({ total, value }, index): Cell => {
      if (total !== true) return { style: 'totalText', ...(index === 0 ? { value: 'Total' } : {}) };
      const letters = columnLetters(index + 1);
      return {
        style: 'totalCount',
        value: sum((grant) => Number(value(grant, 0))),
        formula: `SUM(${letters}${FIRST_ROW}:${letters}${lastRow})`,
      };
    }),
  );
  rows.set(1, [{ style: 'title', value: 'Lantronix, Inc. \u2013 stock option ledger' }]);
  rows.set(2, [
    {
      style: 'subtitle',
      value:
        'Grants before the cancellation of January 20, 2003; service data to January 31, 2004. Holders and holdings are fictional.',
    },
  ]);
  rows.set(3, [
    { style: 'label', value: 'Grants' },
    { style: 'figure', value: grants.length, formula: `COUNT(O${FIRST_ROW}:O${lastRow})` },
    { style: 'label', value: 'Shares under option' },
    { style: 'figure', value: sum(outstanding), formula: `S${totalRow}` },
  ]);
  rows.set(
    HEADER_ROW,
    COLUMNS.map(({ header, style }) => ({ style: headOver(style), value: header })),
  );
  const lastColumn = columnLetters(COLUMNS.length);
  const body = (letters: string): string => `${letters}${FIRST_ROW}:${letters}${lastRow}`;
  return {
    firstRow: FIRST_ROW,
    lastRow,
    lastColumn,
    sheet: {
      name: 'Cap Table',
      tabColor: 'FF1D2B4F',
      widths: COLUMNS.map(({ width }) => width),
      rows,
      rowHeights: new Map([
        [1, 26],
        [HEADER_ROW, 32],
      ]),
      frozenAt: `C${FIRST_ROW}`,
      autoFilter: `A${HEADER_ROW}:${lastColumn}${lastRow}`,
      conditionalFormats: [
        { range: `A${FIRST_ROW}:${lastColumn}${lastRow}`, formula: `$I${FIRST_ROW}<>""`, format: 0 },
        { range: body('O'), formula: `AND(ISNUMBER($O${FIRST_ROW}),$O${FIRST_ROW}>PriceFloor)`, format: 1 },
      ],
      validations: [
        {
          range: body('F'),
          list: 'Active,On Leave,Notice Given,Terminated',
          title: 'Status',
          prompt: 'Service status of the holder.',
        },
        { range: body('L'), list: 'ISO,NSO', title: 'ISO/NSO', prompt: 'Type of the option for tax.' },
      ],
      comments: [
        {
          cell: `I${HEADER_ROW}`,
          text: 'Last day of employment, where it is known. Rows with one are in grey.',
        },
        { cell: `O${HEADER_ROW}`, text: 'Green: above the price floor of the offer (name PriceFloor).' },
      ],
      landscape: true,
    },
  };
}
