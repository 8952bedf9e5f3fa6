/** The sheets `Elections` and `Prices`: a title, a note, and the offer's table under them. */
import type { LineChart } from './chart.ts';
import type { Election } from './elections.ts';
import type { Price } from './prices.ts';
import type { Cell, Sheet } from './sheet.ts';
import { headOver, type StyleName } from './styles.ts';

const HEADER_ROW = 4;
/** Date, four prices, volume. */
const PRICE_STYLES: readonly StyleName[] = ['date', 'price', 'price', 'price', 'price', 'count'];

const top = (
  title: string,
  note: string,
  columns: readonly string[],
  styles: readonly StyleName[],
): [number, readonly Cell[]][] => [
  [1, [{ value: title, style: 'title' }]],
  [2, [{ value: note, style: 'subtitle' }]],
  [HEADER_ROW, columns.map((value, index) => ({ value, style: headOver(styles[index] ?? 'text') }))],
];

export function electionsSheet(elections: readonly Election[]): Sheet {
  const columns = ['Holder ID', 'Grant ID', 'Action', 'Received'];
  const idCell = (value: number | string): Cell => ({
    value,
    style: typeof value === 'string' ? 'idText' : 'id',
  });
  const lastRow = HEADER_ROW + elections.length;
  return {
    name: 'Elections',
    tabColor: 'FF0F8B6D',
    widths: [14, 14, 12, 20],
    rows: new Map([
      ...top(
        'Elections',
        'As received; the last one at or before the expiration counts. Times are Pacific.',
        columns,
        ['id', 'id', 'text', 'moment'],
      ),
      ...elections.map(
        ({ holder, grant, action, received }, index) =>
          [
            HEADER_ROW + 1 + index,
            [
              idCell(holder),
              idCell(grant),
              { value: action, style: 'text' },
              { value: received, style: 'moment' },
            ] satisfies readonly Cell[],
          ] as const,
      ),
    ]),
    rowHeights: new Map([
      [1, 26],
      [HEADER_ROW, 22],
    ]),
    frozenAt: `A${HEADER_ROW + 1}`,
    validations: [
      {
        range: `C${HEADER_ROW + 1}:C${lastRow}`,
        list: 'Elect,Withdraw',
        title: 'Action',
        prompt: 'What the holder sent in.',
      },
    ],
    tables: [{ name: 'OfferElections', range: `A${HEADER_ROW}:D${lastRow}`, columns }],
  };
}

export function pricesSheet(prices: readonly Price[]): { readonly sheet: Sheet; readonly chart: LineChart } {
  const columns = ['Date', 'Open', 'High', 'Low', 'Close', 'Volume'];
  const firstRow = HEADER_ROW + 1;
  const lastRow = HEADER_ROW + prices.length;
  const sheet: Sheet = {
    name: 'Prices',
    tabColor: 'FF98A2B3',
    widths: [13, 10, 10, 10, 10, 13, 4, 11, 11, 11, 11, 11, 11],
    rows: new Map([
      ...top(
        'Stock prices',
        'Illustrative: made up for this sample, not the market\u2019s prices.',
        columns,
        PRICE_STYLES,
      ),
      ...prices.map(
        ({ day, open, high, low, close, volume }, index) =>
          [
            firstRow + index,
            [
              { value: day, style: 'date' },
              { value: open, style: 'price' },
              { value: high, style: 'price' },
              { value: low, style: 'price' },
              { value: close, style: 'price' },
              { value: volume, style: 'count' },
            ] satisfies readonly Cell[],
          ] as const,
      ),
    ]),
    rowHeights: new Map([
      [1, 26],
      [HEADER_ROW, 22],
    ]),
    frozenAt: `A${firstRow}`,
    comments: [
      {
        cell: `E${HEADER_ROW}`,
        text: 'Illustrative closing prices. Replace them with the market\u2019s before any figure is used.',
      },
    ],
    tables: [{ name: 'OfferPrices', range: `A${HEADER_ROW}:F${lastRow}`, columns }],
    chart: true,
  };
  const chart: LineChart = {
    title: 'Closing price around the new grant date (illustrative)',
    series: 'Close',
    categories: {
      ref: `Prices!$A$${firstRow}:$A$${lastRow}`,
      values: prices.map(({ day }) => day),
      format: 'yyyy\\-mm\\-dd',
    },
    values: {
      ref: `Prices!$E$${firstRow}:$E$${lastRow}`,
      values: prices.map(({ close }) => close),
      format: '0.00',
    },
    from: [7, 3],
    to: [13, 20],
  };
  return { sheet, chart };
}
