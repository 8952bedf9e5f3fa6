/** Replaces, in a sheet's skeleton, the elements whose subject changed in the model. */
import { areaAddress, cellAddress } from '../model/area.ts';
import type { Sheet } from '../model/sheet.ts';
import { writeConditionalFormats } from './conditional-format-part.ts';
import { writePageLayout } from './page-layout-part.ts';
import { PROTECTION_ATTRIBUTES } from './sheet-elements-reader.ts';
import type { SheetSkeleton } from './sheet-skeleton.ts';
import { colorXml } from './style-writer.ts';
import { writeValidations } from './validation-part.ts';
import { attributeText, booleanAttribute, child } from './xml.ts';

/** Characters of the default font that a column has beside its text: 5 pixels of 7. */
export const COLUMN_PADDING = 5 / 7;

export function writeSheetElements(
  skeleton: SheetSkeleton,
  sheet: Sheet,
  spell: (formula: string) => string,
): void {
  const p = skeleton.prefix;
  const { touched } = sheet;
  if (touched.has('tabColor')) skeleton.replace('sheetPr', propertiesXml(skeleton, sheet));
  if (touched.has('page')) writePageLayout(skeleton, sheet.page);
  if (touched.has('cells')) skeleton.replace('dimension', dimensionXml(sheet, p));
  if (touched.has('view')) skeleton.replace('sheetViews', viewsXml(skeleton, sheet));
  if (touched.has('columns')) skeleton.replace('cols', columnsXml(sheet, p));
  if (touched.has('protection')) skeleton.replace('sheetProtection', protectionXml(sheet, p));
  if (touched.has('autoFilter')) skeleton.replace('autoFilter', autoFilterXml(sheet, p));
  if (touched.has('merged')) skeleton.replace('mergeCells', mergedXml(sheet, p));
  if (touched.has('conditionalFormats'))
    skeleton.replace('conditionalFormatting', writeConditionalFormats(sheet.conditionalFormats, spell, p));
  if (touched.has('validations'))
    skeleton.replace('dataValidations', writeValidations(sheet.validations, spell, p));
}

/**
 * Says whether the sheet is the selected one, and whether that was news. Two selected sheets would be a group, in which
 * Excel writes to both.
 */
export function selectTab(skeleton: SheetSkeleton, selected: boolean): boolean {
  const view = child(skeleton.element('sheetViews'), 'sheetView');
  const was = view !== undefined && booleanAttribute(view, 'tabSelected') === true;
  if (was === selected) return false;
  const p = skeleton.prefix;
  const attributes = {
    workbookViewId: 0,
    ...Object.fromEntries(view?.attributes ?? []),
    tabSelected: selected ? 1 : undefined,
  };
  const inner = view === undefined ? '' : skeleton.inner(view);
  const others = (skeleton.element('sheetViews')?.children ?? []).filter((other) => other !== view);
  skeleton.replace(
    'sheetViews',
    `<${p}sheetViews><${p}sheetView${attributeText(attributes)}>${inner}</${p}sheetView>` +
      `${others.map((other) => skeleton.source(other)).join('')}</${p}sheetViews>`,
  );
  return true;
}

function propertiesXml(skeleton: SheetSkeleton, sheet: Sheet): string {
  const p = skeleton.prefix;
  const old = skeleton.element('sheetPr');
  const others = (old?.children ?? [])
    .filter(({ local }) => local !== 'tabColor')
    .map((inner) => skeleton.source(inner));
  const inner = colorXml(sheet.layout.tabColor, `${p}tabColor`) + others.join('');
  const attributes = attributeText(Object.fromEntries(old?.attributes ?? []));
  return inner === '' && attributes === '' ? '' : `<${p}sheetPr${attributes}>${inner}</${p}sheetPr>`;
}

function dimensionXml(sheet: Sheet, p: string): string {
  const used = sheet.usedRange();
  return `<${p}dimension ref="${used === undefined ? 'A1' : areaAddress(used)}"/>`;
}

function viewsXml(skeleton: SheetSkeleton, sheet: Sheet): string {
  const p = skeleton.prefix;
  const views = skeleton.element('sheetViews');
  const first = child(views, 'sheetView');
  const others = (views?.children ?? [])
    .filter((view) => view !== first)
    .map((view) => skeleton.source(view));
  const kept = (first?.children ?? [])
    .filter(({ local }) => local !== 'pane' && local !== 'selection')
    .map((inner) => skeleton.source(inner));
  const attributes = attributeText({
    workbookViewId: 0,
    ...Object.fromEntries(first?.attributes ?? []),
    showGridLines: sheet.layout.showGridlines ? undefined : 0,
  });
  return (
    `<${p}sheetViews><${p}sheetView${attributes}>${paneXml(sheet, p)}${kept.join('')}</${p}sheetView>` +
    `${others.join('')}</${p}sheetViews>`
  );
}

function paneXml(sheet: Sheet, p: string): string {
  const { rows, columns } = sheet.layout.frozen;
  const { selection } = sheet;
  const selected = { activeCell: cellAddress(selection.top, selection.left), sqref: areaAddress(selection) };
  if (rows === 0 && columns === 0) return `<${p}selection${attributeText(selected)}/>`;
  const active = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const pane = attributeText({
    xSplit: columns === 0 ? undefined : columns,
    ySplit: rows === 0 ? undefined : rows,
    topLeftCell: cellAddress(rows, columns),
    activePane: active,
    state: 'frozen',
  });
  const others = active === 'bottomRight' ? ['topRight', 'bottomLeft'] : [];
  return (
    `<${p}pane${pane}/>${others.map((name) => `<${p}selection pane="${name}"/>`).join('')}` +
    `<${p}selection${attributeText({ pane: active, ...selected })}/>`
  );
}

function columnsXml(sheet: Sheet, p: string): string {
  const written = sheet.layout.columns.map((run) => {
    const attributes = attributeText({
      min: run.first + 1,
      max: run.last + 1,
      width: run.width ?? sheet.layout.defaultColumnWidth + COLUMN_PADDING,
      style: run.style === 0 ? undefined : run.style,
      hidden: run.hidden || undefined,
      bestFit: run.bestFit || undefined,
      customWidth: run.width === undefined ? undefined : 1,
      outlineLevel: run.outlineLevel === 0 ? undefined : run.outlineLevel,
      collapsed: run.collapsed || undefined,
    });
    return `<${p}col${attributes}/>`;
  });
  return written.length === 0 ? '' : `<${p}cols>${written.join('')}</${p}cols>`;
}

function protectionXml(sheet: Sheet, p: string): string {
  const { protection } = sheet;
  if (protection === undefined) return '';
  const attributes: Record<string, number | undefined> = { sheet: 1 };
  for (const [attribute, option, forbidden] of PROTECTION_ATTRIBUTES) {
    // Office lets one edit objects and scenarios only where asked; the file forbids them only where it says so.
    const allowed = protection[option] ?? false;
    if (allowed === forbidden) attributes[attribute] = allowed ? 0 : 1;
  }
  if (protection.selectionMode === 'none' || protection.selectionMode === 'unlocked')
    attributes['selectLockedCells'] = 1;
  if (protection.selectionMode === 'none') attributes['selectUnlockedCells'] = 1;
  return `<${p}sheetProtection${protection.password === undefined ? '' : ` ${protection.password}`}${attributeText(attributes)}/>`;
}

function autoFilterXml(sheet: Sheet, p: string): string {
  const filter = sheet.autoFilter;
  if (filter === undefined) return '';
  const inner = filter.filtered ? (filter.kept ?? '') : '';
  const open = `${p}autoFilter ref="${areaAddress(filter.area)}"`;
  return inner === '' ? `<${open}/>` : `<${open}>${inner}</${p}autoFilter>`;
}

function mergedXml(sheet: Sheet, p: string): string {
  const { merged } = sheet.layout;
  const cells = merged.map((area) => `<${p}mergeCell ref="${areaAddress(area)}"/>`);
  return cells.length === 0
    ? ''
    : `<${p}mergeCells count="${cells.length}">${cells.join('')}</${p}mergeCells>`;
}
