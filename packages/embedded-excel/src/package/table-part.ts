/**
 * A table's part: read into the model, and patched or written anew from it. Filters, sorting and formats that the model
 * does not know stay as they are.
 *
 * @see ECMA-376 part 1, 18.5
 */
import { type Area, areaAddress, columnCount, parseArea } from '../model/area.ts';
import type { Sheet } from '../model/sheet.ts';
import { Table, type TableColumn } from '../model/table.ts';
import { PackageError } from './package-error.ts';
import { xmlDocument } from './package-parts.ts';
import {
  attributeText,
  booleanAttribute,
  child,
  childrenOf,
  decodeXstring,
  encodeXstring,
  escapeText,
  numberAttribute,
  parseXml,
  prefixOf,
  type Splice,
  spliced,
  type XmlElement,
} from './xml.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Turns a formula without `=` into the other spelling, inside that table. */
type Spell = (formula: string, table: string) => string;

export function readTable(text: string, sheet: Sheet, spell: Spell): Table {
  const root = parseXml(text);
  const { attributes } = root;
  const name = decodeXstring(attributes.get('displayName') ?? attributes.get('name') ?? '');
  const area = parseArea(attributes.get('ref') ?? '');
  if (area === undefined)
    throw new PackageError(
      'damaged',
      `The file is damaged: the table "${name}" names no cells of its sheet.`,
    );
  const table = new Table(numberAttribute(root, 'id') ?? 1, sheet, name, area, []);
  table.hasHeaders = (numberAttribute(root, 'headerRowCount') ?? 1) > 0;
  table.hasTotals = (numberAttribute(root, 'totalsRowCount') ?? 0) > 0;
  const filter = child(root, 'autoFilter');
  table.hasFilter = filter !== undefined;
  table.isFiltered = filter !== undefined && filter.children.length > 0;
  table.columns = childrenOf(child(root, 'tableColumns'), 'tableColumn').map((column) =>
    readColumn(column, name, spell),
  );
  const width = columnCount(area);
  if (table.columns.length !== width)
    throw new PackageError(
      'damaged',
      `The file is damaged: the table "${name}" names ${table.columns.length} columns, but has ${width}.`,
    );
  const style = child(root, 'tableStyleInfo');
  table.style = {
    name: style?.attributes.get('name'),
    showFirstColumn: style !== undefined && booleanAttribute(style, 'showFirstColumn') === true,
    showLastColumn: style !== undefined && booleanAttribute(style, 'showLastColumn') === true,
    showRowStripes: style !== undefined && booleanAttribute(style, 'showRowStripes') === true,
    showColumnStripes: style !== undefined && booleanAttribute(style, 'showColumnStripes') === true,
  };
  return table;
}

function readColumn(element: XmlElement, table: string, spell: Spell): TableColumn {
  const column: TableColumn = {
    id: numberAttribute(element, 'id') ?? 1,
    name: decodeXstring(element.attributes.get('name') ?? ''),
  };
  const formula = child(element, 'calculatedColumnFormula')?.text;
  const totals = child(element, 'totalsRowFormula')?.text;
  const label = element.attributes.get('totalsRowLabel');
  const calculated = element.attributes.get('totalsRowFunction');
  if (formula !== undefined && formula !== '') column.formula = `=${spell(formula, table)}`;
  if (totals !== undefined && totals !== '') column.totalsFormula = `=${spell(totals, table)}`;
  if (label !== undefined) column.totalsLabel = decodeXstring(label);
  if (calculated !== undefined) column.totalsFunction = calculated;
  return column;
}

/** A new table's part. */
export const writeTable = (table: Table, spell: Spell): string =>
  patchTable(
    xmlDocument(
      `<table xmlns="${NAMESPACE}" id="${table.id}" name="" displayName="" ref="">` +
        `${table.hasFilter ? '<autoFilter ref=""/>' : ''}<tableColumns/><tableStyleInfo/></table>`,
    ),
    table,
    spell,
  );

/** The part with the table's present name, area, columns and style in it. */
export function patchTable(text: string, table: Table, spell: Spell): string {
  const root = parseXml(text);
  const p = prefixOf(root.name);
  const splices: Splice[] = [tag(root, rootAttributes(root, table))];
  const filter = child(root, 'autoFilter');
  if (filter !== undefined) splices.push(filterSplice(filter, table));
  else if (table.hasFilter)
    splices.push(
      inserted(root.contentStart, `<${p}autoFilter${attributeText({ ref: filterAddress(table) })}/>`),
    );
  const columns = child(root, 'tableColumns');
  const known = new Map(
    childrenOf(columns, 'tableColumn').map((column) => [numberAttribute(column, 'id'), column]),
  );
  const written = table.columns.map((column) =>
    columnXml(text, known.get(column.id), column, table.name, p, spell),
  );
  const list = `<${p}tableColumns count="${written.length}">${written.join('')}</${p}tableColumns>`;
  if (columns !== undefined) splices.push({ start: columns.start, end: columns.end, text: list });
  const style = child(root, 'tableStyleInfo');
  if (style !== undefined) splices.push({ start: style.start, end: style.end, text: styleXml(table, p) });
  return spliced(text, splices);
}

const inserted = (at: number, text: string): Splice => ({ start: at, end: at, text });

/** An element's opening tag with other attributes. */
function tag(element: XmlElement, attributes: Readonly<Record<string, string | number | undefined>>): Splice {
  const empty = element.contentStart === element.end;
  return {
    start: element.start,
    end: element.contentStart,
    text: `<${element.name}${attributeText(attributes)}${empty ? '/' : ''}>`,
  };
}

function rootAttributes(root: XmlElement, table: Table): Record<string, string | number | undefined> {
  const totals = table.hasTotals
    ? { totalsRowCount: 1, totalsRowShown: undefined }
    : { totalsRowCount: undefined };
  return {
    ...Object.fromEntries(root.attributes),
    name: encodeXstring(table.name),
    displayName: encodeXstring(table.name),
    ref: areaAddress(table.area),
    headerRowCount: table.hasHeaders ? undefined : 0,
    ...totals,
    ...(table.hasTotals || root.attributes.has('totalsRowShown') ? {} : { totalsRowShown: 0 }),
  };
}

/** Filters reach over header and data, not over the totals. */
function filterAddress(table: Table): string {
  const filtered: Area = { ...table.area, bottom: table.area.bottom - (table.hasTotals ? 1 : 0) };
  return areaAddress(filtered);
}

function filterSplice(filter: XmlElement, table: Table): Splice {
  if (!table.hasFilter) return { start: filter.start, end: filter.end, text: '' };
  const attributes = { ...Object.fromEntries(filter.attributes), ref: filterAddress(table) };
  if (table.isFiltered || filter.children.length === 0) return tag(filter, attributes);
  return { start: filter.start, end: filter.end, text: `<${filter.name}${attributeText(attributes)}/>` };
}

/** Excel writes a header's line breaks as `_x000a_`: in an attribute, XML would make spaces of them. */
const columnName = (name: string): string => encodeXstring(name).replace(/\n/g, '_x000a_');

function columnXml(
  text: string,
  old: XmlElement | undefined,
  column: TableColumn,
  table: string,
  p: string,
  spell: Spell,
): string {
  const attributes = attributeText({
    ...Object.fromEntries(old?.attributes ?? []),
    id: column.id,
    name: columnName(column.name),
    totalsRowFunction: column.totalsFunction,
    totalsRowLabel: column.totalsLabel === undefined ? undefined : encodeXstring(column.totalsLabel),
  });
  const formula = (name: string, stored: string | undefined): string => {
    const before = child(old, name);
    if (stored === undefined) return '';
    const words = spell(stored.replace(/^=/, ''), table);
    // A formula that did not change keeps its element, which may say that it is an array.
    if (before?.text === words) return text.slice(before.start, before.end);
    return `<${p}${name}>${escapeText(words)}</${p}${name}>`;
  };
  const others = (old?.children ?? [])
    .filter(({ local }) => local !== 'calculatedColumnFormula' && local !== 'totalsRowFormula')
    .map(({ start, end }) => text.slice(start, end));
  const inner =
    formula('calculatedColumnFormula', column.formula) +
    formula('totalsRowFormula', column.totalsFormula) +
    others.join('');
  return inner === ''
    ? `<${p}tableColumn${attributes}/>`
    : `<${p}tableColumn${attributes}>${inner}</${p}tableColumn>`;
}

const styleXml = ({ style }: Table, p: string): string =>
  `<${p}tableStyleInfo${attributeText({ ...style })}/>`;
