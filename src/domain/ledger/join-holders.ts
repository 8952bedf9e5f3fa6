/**
 * What a company's personnel system says of the holders, joined to their grants: one row per holder, whose value,
 * unless blank, wins over the ledger's. It knows cells, not how the table was found.
 */
import type { CellBlock } from '../basics/block.ts';
import { type CellValue, idText, isBlank, isErrorCell, show } from '../basics/cell.ts';
import { dated } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { inSequence, say, type SentenceValue } from '../basics/sentence.ts';
import { columnNamed, LEDGER_COLUMNS, type LedgerColumn } from './columns.ts';
import { dayIn, fieldOf, type Row } from './field.ts';
import { type HeaderMap, mapHeaders } from './header-map.ts';
import { columnKey } from './header-name.ts';
import { idKey } from './id-key.ts';
import type { Ledger } from './ledger.ts';
import { nearColumn } from './near-header.ts';
import type { LedgerRemark } from './remark.ts';

const HOLDER_COLUMNS = LEDGER_COLUMNS.filter(({ ofHolder }) => ofHolder === true);

interface HolderColumn {
  readonly header: string;
  readonly declared: LedgerColumn | undefined;
  readonly read: (row: Row) => CellValue;
  /** Its offset in the table; of a name in several columns the first. */
  readonly source: number;
  /** Its offsets in the joined grid. */
  readonly targets: readonly number[];
}

/**
 * The ledger with the holders' columns.
 *
 * @param table the table OfferHolders, its header row first
 * @param isPersonal whether a header is a person's own, such as Note
 * @throws RegrantError no Holder ID, or a header that is nearly a known one
 */
export function joinHolders(
  ledger: Ledger,
  table: CellBlock,
  isPersonal: (header: string) => boolean,
): Ledger {
  const map = mapHeaders(table.values[0] ?? []);
  refuseHeaders(map, table.sheet, isPersonal);
  const remarks: LedgerRemark[] = [...ledger.remarks];
  const headers = [...ledger.map.headers];
  const offsets = new Map(ledger.map.offsets);
  const remark = (
    severity: LedgerRemark['severity'],
    offset: number,
    column: string,
    problem: LedgerRemark['problem'],
  ) => remarks.push({ severity, sheet: table.sheet, row: table.row + offset, column, problem });
  const columns = holderColumns(map, isPersonal, headers, offsets, (header) =>
    remark(
      'Warning',
      0,
      header,
      say`"${header}" is a column of the grants and not of the holders: it is not read from OfferHolders`,
    ),
  );
  const { byHolder, unreadable } = readHolders(table, map, columns, remark);

  const values: (readonly CellValue[])[] = [...ledger.block.values];
  values[ledger.headerOffset] = headers;
  const joinedFrom = new Map<number, Row>();
  const told = new Set<string>();
  const once = (key: string): boolean => !told.has(key) && told.add(key).size > 0;
  const holderAt = ledger.map.offsets.get('Holder ID')?.[0] ?? -1;
  const nameOf = fieldsOf(ledger.map, columns);
  const rowOf = new Map<Row, number>(
    [...byHolder.values()].map((offset) => [table.values[offset] ?? [], offset]),
  );
  for (const offset of ledger.rows) {
    const row = ledger.block.values[offset] ?? [];
    const key = idKey(row[holderAt]);
    const at = byHolder.get(key);
    const id = idText(row[holderAt]);
    if (at === undefined) {
      if (key !== '' && !unreadable.has(key) && once(key)) {
        const place = ledger.rowPlace(offset);
        remarks.push({
          severity: 'Warning',
          ...place,
          column: ledger.map.headers[holderAt] ?? 'Holder ID',
          problem: say`Holder ${id} has no row in OfferHolders: the ledger’s own values count`,
        });
      }
      continue;
    }
    const holder = table.values[at] ?? [];
    const joined = headers.map((_, column) => row[column] ?? '');
    joinedFrom.set(offset, holder);
    columns.forEach(({ header, declared, read, targets }, index) => {
      const value = read(holder);
      if (isBlank(value)) return;
      const before = nameOf[index]?.(row);
      if (!isBlank(before) && !sameValue(before, value, declared) && once(`${key}\n${header}`))
        remark(
          'Warning',
          at,
          header,
          say`Holder ${id} has ${header} ${shown(before, declared)} in the ledger and ${shown(value, declared)} in OfferHolders, which counts`,
        );
      targets.forEach((target, part) => (joined[target] = part === 0 ? value : ''));
    });
    values[offset] = joined;
  }
  const ofTarget = new Map(columns.flatMap((column) => column.targets.map((target) => [target, column])));
  return {
    ...ledger,
    block: { ...ledger.block, values },
    map: { ...ledger.map, headers, offsets },
    remarks,
    origin: (offset, column) => {
      const joined = joinedFrom.get(offset);
      const source = ofTarget.get(column);
      if (joined !== undefined && source !== undefined && !isBlank(source.read(joined)))
        return {
          sheet: table.sheet,
          row: table.row + (rowOf.get(joined) ?? 0),
          column: table.column + source.source,
        };
      return column < ledger.map.headers.length ? ledger.origin(offset, column) : undefined;
    },
  };
}

function refuseHeaders(map: HeaderMap, sheet: string, isPersonal: (header: string) => boolean): void {
  const problems = map.headers.flatMap((header) => {
    if (columnKey(header) === '' || columnNamed(header) !== undefined || isPersonal(header)) return [];
    const near = nearColumn(header, HOLDER_COLUMNS);
    return near === undefined
      ? []
      : [
          say`OfferHolders on sheet "${sheet}" has the column "${header}", which is not known; did you mean "${near.name}"?`,
        ];
  });
  if (!map.offsets.has('Holder ID'))
    problems.push(say`Table ${'OfferHolders'} on sheet "${sheet}" lacks the column ${'Holder ID'}.`);
  const [first] = problems;
  if (first !== undefined) throw badValue(problems.length === 1 ? first : inSequence(problems, '\n'));
}

/** The table's columns that are joined; those that the ledger lacks are added to the headers. */
function holderColumns(
  map: HeaderMap,
  isPersonal: (header: string) => boolean,
  headers: string[],
  offsets: Map<string, readonly number[]>,
  warnOfGrants: (header: string) => void,
): readonly HolderColumn[] {
  const columns: HolderColumn[] = [];
  const read = new Set<number>();
  const added = (header: string): number => headers.push(header) - 1;
  for (const declared of HOLDER_COLUMNS) {
    const sources = map.offsets.get(declared.name);
    const [source] = sources ?? [];
    if (sources === undefined || source === undefined) continue;
    for (const offset of sources) read.add(offset);
    if (declared.name === 'Holder ID') continue;
    const header = sources.length > 1 ? declared.name : (map.headers[source] ?? declared.name);
    const targets = offsets.get(declared.name) ?? [added(header)];
    offsets.set(declared.name, targets);
    columns.push({ header, declared, read: fieldOf(map, declared.name).read, source, targets });
  }
  map.headers.forEach((header, source) => {
    if (read.has(source) || columnKey(header) === '' || isPersonal(header)) return;
    const declared = columnNamed(header);
    if (declared !== undefined) {
      if (declared.ofHolder !== true) warnOfGrants(header);
      return;
    }
    const same = headers.findIndex((other) => columnKey(other) === columnKey(header));
    const target = same >= 0 ? same : added(header);
    columns.push({ header, declared, read: (row) => row[source], source, targets: [target] });
  });
  return columns;
}

/** The row of each holder. One that cannot be read counts for nothing, and neither does a second one of a holder. */
function readHolders(
  table: CellBlock,
  map: HeaderMap,
  columns: readonly HolderColumn[],
  remark: (
    severity: LedgerRemark['severity'],
    offset: number,
    column: string,
    problem: LedgerRemark['problem'],
  ) => void,
): { readonly byHolder: ReadonlyMap<string, number>; readonly unreadable: ReadonlySet<string> } {
  const byHolder = new Map<string, number>();
  const unreadable = new Set<string>();
  const idAt = map.offsets.get('Holder ID')?.[0] ?? -1;
  table.values.forEach((row, offset) => {
    if (offset === 0 || row.every(isBlank)) return;
    const key = idKey(row[idAt]);
    const id = idText(row[idAt]);
    if (key === '') {
      remark('Error', offset, map.headers[idAt] ?? '', say`Holder ID is missing: the row counts for nothing`);
      return;
    }
    const bad = columns.find(({ declared, read }) => isUnreadable(read(row), declared));
    if (bad !== undefined) {
      unreadable.add(key);
      remark(
        'Error',
        offset,
        bad.header,
        say`${bad.header} of holder ${id} is ${show(bad.read(row))} and cannot be read: the row counts for nothing`,
      );
      return;
    }
    const first = byHolder.get(key);
    if (first === undefined) {
      byHolder.set(key, offset);
      return;
    }
    const before = table.values[first] ?? [];
    const other = columns.find(
      ({ declared, read }) => !isBlank(read(row)) && !sameValue(read(before), read(row), declared),
    );
    const place = String(table.row + first);
    if (other === undefined)
      remark(
        'Warning',
        offset,
        map.headers[idAt] ?? '',
        say`Holder ${id} is already in row ${place}, which counts`,
      );
    else
      remark(
        'Error',
        offset,
        other.header,
        say`Holder ${id} is already in row ${place}, which counts, with another ${other.header}: leave one row for each holder`,
      );
  });
  return { byHolder, unreadable };
}

const isUnreadable = (value: CellValue, declared: LedgerColumn | undefined): boolean =>
  !isBlank(value) && (isErrorCell(value) || (declared?.content === 'date' && dayIn(value) === undefined));

/** How the ledger's own value of each column is read; of a column that it lacks, nothing. */
const fieldsOf = (map: HeaderMap, columns: readonly HolderColumn[]): readonly ((row: Row) => CellValue)[] =>
  columns.map(({ declared, targets }) =>
    declared !== undefined && map.offsets.has(declared.name)
      ? fieldOf(map, declared.name).read
      : (row) => row[targets[0] ?? -1],
  );

function sameValue(a: CellValue, b: CellValue, declared: LedgerColumn | undefined): boolean {
  if (declared?.content === 'date' && dayIn(a) !== undefined) return dayIn(a) === dayIn(b);
  return idKey(a) === idKey(b);
}

function shown(value: CellValue, declared: LedgerColumn | undefined): SentenceValue {
  const day = declared?.content === 'date' ? dayIn(value) : undefined;
  return day === undefined ? show(value) : dated(day);
}
