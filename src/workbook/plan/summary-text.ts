/** The summary as lines of plain text, aligned for a person at a terminal or in the pane. Pure. */
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import { formatMoment } from '../../domain/basics/day.ts';
import { printable } from '../../domain/basics/printable.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import type { ColumnKind } from '../../domain/offer/results/result-tables.ts';

const IS_NUMERIC: ReadonlySet<ColumnKind> = new Set(['shares', 'price', 'ratio', 'money', 'row']);

/** A value as people read it: 12,345 shares, 2003-07-21. No locale: the same text everywhere. */
export function cellText(value: CellValue, kind: ColumnKind): string {
  if (isBlank(value)) return '';
  if (typeof value !== 'number') return String(value);
  if (kind === 'date') return formatMoment(value);
  if (kind === 'id' || kind === 'row' || kind === 'text') return String(value);
  const [whole = '', decimals] = String(Math.round(value * 1e6) / 1e6).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const least = kind === 'money' || kind === 'price' ? (decimals ?? '').padEnd(2, '0') : (decimals ?? '');
  return least === '' ? grouped : `${grouped}.${least}`;
}

interface Line {
  readonly cells: readonly string[];
  readonly kinds: readonly ColumnKind[];
}

const WIDEST = 60;

/** What one cell shows: on one line, since a line break in a plan's name could forge a line of the summary. */
function shown(value: CellValue, kind: ColumnKind): string {
  const letters = [...printable(cellText(value, kind))];
  return letters.length > WIDEST ? `${letters.slice(0, WIDEST - 1).join('')}…` : letters.join('');
}

export function summaryText({ summary }: OfferRun): string {
  const totals = summary.measures.map(({ name, value, kind }): Line => ({
    cells: [name, shown(value, kind)],
    kinds: ['text', kind === 'text' ? 'text' : 'shares'],
  }));
  const blocks = [aligned(totals)];
  for (const { title, columns, rows } of summary.breakdowns) {
    if (rows.length === 0) continue;
    const kinds = columns.map(({ kind }) => kind);
    const header: Line = { cells: columns.map(({ name }) => name), kinds };
    const body = rows.map((row): Line => ({
      cells: columns.map(({ kind }, index) => shown(row[index], kind)),
      kinds,
    }));
    blocks.push(`${title}\n${aligned([header, ...body])}`);
  }
  return blocks.join('\n\n');
}

/** Text to the left, figures to the right, two spaces between the columns. */
function aligned(lines: readonly Line[]): string {
  const widths: number[] = [];
  for (const { cells } of lines)
    for (const [index, cell] of cells.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  return lines
    .map(({ cells, kinds }) =>
      cells
        .map((cell, index) => {
          const width = widths[index] ?? 0;
          return IS_NUMERIC.has(kinds[index] ?? 'text') ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}
