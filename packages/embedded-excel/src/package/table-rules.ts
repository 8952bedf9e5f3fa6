/** What Excel demands of the tables of a workbook. @see ECMA-376 part 1, 18.5.1 */
import { intersection, columnCount, parseArea, rowCount, type Area } from '../model/area.ts';
import { child, childrenOf, decodeXstring, numberAttribute, type XmlElement } from './xml.ts';

/** A table's part. */
export interface TablePart {
  readonly part: string;
  readonly root: XmlElement;
}

/** The ids and names that the workbook's tables have so far. */
export interface TableSeen {
  readonly ids: Map<number, string>;
  readonly names: Set<string>;
}

/** The faults of one sheet's tables; those of all sheets share what was seen. */
export function tableFaults(tables: readonly TablePart[], seen: TableSeen): string[] {
  const areas: Area[] = [];
  return tables.flatMap(({ part, root }) => {
    const faults = [...identityFaults(part, root, seen), ...columnFaults(root)];
    const area = parseArea(root.attributes.get('ref') ?? '');
    if (area === undefined) faults.push('it names no cells');
    else {
      if (areas.some((other) => intersection(other, area) !== undefined))
        faults.push('it lies over another table');
      areas.push(area);
      faults.push(...areaFaults(root, area));
    }
    return faults.map((what) => `${part}: ${what}`);
  });
}

function identityFaults(part: string, root: XmlElement, seen: TableSeen): string[] {
  const faults: string[] = [];
  const id = numberAttribute(root, 'id') ?? 0;
  const other = seen.ids.get(id);
  if (other !== undefined) faults.push(`it has the id ${id} of ${other}`);
  seen.ids.set(id, part);
  const name = decodeXstring(root.attributes.get('displayName') ?? '');
  if (seen.names.has(name.toLowerCase())) faults.push(`the name ${name} is there twice`);
  seen.names.add(name.toLowerCase());
  if (name === '' || name.length > 255 || /\s/.test(name)) faults.push(`no table can be named "${name}"`);
  return faults;
}

/** The names of a table's columns, in order. */
export const columnNames = (root: XmlElement): string[] =>
  childrenOf(child(root, 'tableColumns'), 'tableColumn').map(({ attributes }) =>
    decodeXstring(attributes.get('name') ?? ''),
  );

export const hasHeaders = (root: XmlElement): boolean => (numberAttribute(root, 'headerRowCount') ?? 1) > 0;

function columnFaults(root: XmlElement): string[] {
  const list = child(root, 'tableColumns');
  const columns = childrenOf(list, 'tableColumn');
  const names = new Set(columnNames(root).map((name) => name.toLowerCase()));
  const ids = new Set(columns.map(({ attributes }) => attributes.get('id')));
  const declared = list?.attributes.get('count');
  const faults: string[] = [];
  if (names.size < columns.length) faults.push('two of its columns have one name');
  if (ids.size < columns.length) faults.push('two of its columns have one id');
  if (declared !== undefined && Number(declared) !== columns.length)
    faults.push(`it announces ${declared} columns, but has ${columns.length}`);
  return faults;
}

function areaFaults(root: XmlElement, area: Area): string[] {
  const faults: string[] = [];
  const columns = columnNames(root).length;
  if (columns !== columnCount(area))
    faults.push(`it has ${columns} columns on ${columnCount(area)} of cells`);
  const totals = numberAttribute(root, 'totalsRowCount') ?? 0;
  if (rowCount(area) <= (hasHeaders(root) ? 1 : 0) + totals)
    faults.push('it has no row between its headers and totals');
  const filter = child(root, 'autoFilter')?.attributes.get('ref');
  const filtered = filter === undefined ? undefined : parseArea(filter);
  if (
    filter !== undefined &&
    (filtered?.top !== area.top || filtered.left !== area.left || filtered.right !== area.right)
  )
    faults.push('its filter has other columns or another header');
  return faults;
}
