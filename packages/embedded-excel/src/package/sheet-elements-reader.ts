/** What stands in a sheet's part beside its cells, into the model. What the model does not know stays in the part. */
import { type Area, areaAt, parseArea, parseAreas } from '../model/area.ts';
import type { SheetProtection } from '../model/protection.ts';
import type { Sheet } from '../model/sheet.ts';
import type { ColumnProperties, ColumnRun } from '../model/sheet-layout.ts';
import { readConditionalFormats } from './conditional-format-part.ts';
import { readPageLayout } from './page-layout-part.ts';
import type { SheetSkeleton } from './sheet-skeleton.ts';
import { defined, readColor } from './style-reader.ts';
import { readValidations } from './validation-part.ts';
import { booleanAttribute, child, childrenOf, numberAttribute, type XmlElement } from './xml.ts';

export function readSheetElements(
  skeleton: SheetSkeleton,
  sheet: Sheet,
  spell: (formula: string) => string,
): void {
  const { layout } = sheet;
  layout.tabColor = readColor(child(skeleton.element('sheetPr'), 'tabColor'));
  const format = skeleton.element('sheetFormatPr');
  layout.defaultRowHeight = (format && numberAttribute(format, 'defaultRowHeight')) ?? 15;
  layout.defaultColumnWidth =
    (format && (numberAttribute(format, 'defaultColWidth') ?? numberAttribute(format, 'baseColWidth'))) ??
    8.43;
  readView(child(skeleton.element('sheetViews'), 'sheetView'), sheet);
  layout.columns = skeleton.elements('cols').flatMap((list) => childrenOf(list, 'col').map(readColumns));
  layout.merged = childrenOf(skeleton.element('mergeCells'), 'mergeCell').flatMap(
    (merged) => parseArea(merged.attributes.get('ref') ?? '') ?? [],
  );
  sheet.page = readPageLayout(skeleton);
  sheet.protection = readProtection(skeleton.element('sheetProtection'));
  const filter = skeleton.element('autoFilter');
  const filtered = parseArea(filter?.attributes.get('ref') ?? '');
  if (filter !== undefined && filtered !== undefined)
    sheet.autoFilter = {
      area: filtered,
      filtered: childrenOf(filter, 'filterColumn').length > 0,
      kept: skeleton.inner(filter),
    };
  sheet.validations = readValidations(skeleton.element('dataValidations'), spell);
  sheet.conditionalFormats = readConditionalFormats(
    skeleton.elements('conditionalFormatting'),
    (element) => skeleton.source(element),
    spell,
  );
}

function readView(view: XmlElement | undefined, sheet: Sheet): void {
  if (view === undefined) return;
  sheet.layout.showGridlines = booleanAttribute(view, 'showGridLines') ?? true;
  const pane = child(view, 'pane');
  const state = pane?.attributes.get('state');
  if (pane !== undefined && (state === 'frozen' || state === 'frozenSplit'))
    sheet.layout.frozen = {
      rows: numberAttribute(pane, 'ySplit') ?? 0,
      columns: numberAttribute(pane, 'xSplit') ?? 0,
    };
  const selections = childrenOf(view, 'selection');
  const active = pane?.attributes.get('activePane') ?? 'topLeft';
  const selection =
    selections.find(({ attributes }) => (attributes.get('pane') ?? 'topLeft') === active) ?? selections[0];
  const areas: Area[] = parseAreas(selection?.attributes.get('sqref') ?? '');
  sheet.selection = areas[0] ?? areaAt(0, 0);
}

function readColumns(element: XmlElement): ColumnRun {
  return {
    first: (numberAttribute(element, 'min') ?? 1) - 1,
    last: (numberAttribute(element, 'max') ?? 1) - 1,
    ...defined<ColumnProperties>({
      width: numberAttribute(element, 'width'),
      hidden: booleanAttribute(element, 'hidden'),
      style: numberAttribute(element, 'style'),
      bestFit: booleanAttribute(element, 'bestFit'),
      outlineLevel: numberAttribute(element, 'outlineLevel'),
      collapsed: booleanAttribute(element, 'collapsed'),
    }),
  };
}

/** The file's attributes say what is forbidden; most is unless it says otherwise (18.3.1.85). */
export const PROTECTION_ATTRIBUTES = [
  ['formatCells', 'allowFormatCells', true],
  ['formatColumns', 'allowFormatColumns', true],
  ['formatRows', 'allowFormatRows', true],
  ['insertColumns', 'allowInsertColumns', true],
  ['insertRows', 'allowInsertRows', true],
  ['insertHyperlinks', 'allowInsertHyperlinks', true],
  ['deleteColumns', 'allowDeleteColumns', true],
  ['deleteRows', 'allowDeleteRows', true],
  ['sort', 'allowSort', true],
  ['autoFilter', 'allowAutoFilter', true],
  ['pivotTables', 'allowPivotTables', true],
  ['objects', 'allowEditObjects', false],
  ['scenarios', 'allowEditScenarios', false],
] as const;

const PASSWORD_ATTRIBUTES = ['password', 'algorithmName', 'hashValue', 'saltValue', 'spinCount'];

function readProtection(element: XmlElement | undefined): SheetProtection | undefined {
  if (element === undefined || booleanAttribute(element, 'sheet') !== true) return undefined;
  const allowed = PROTECTION_ATTRIBUTES.map(([attribute, option, forbidden]) => [
    option,
    !(booleanAttribute(element, attribute) ?? forbidden),
  ]);
  const password = PASSWORD_ATTRIBUTES.flatMap((name) => {
    const value = element.attributes.get(name);
    return value === undefined ? [] : [`${name}="${value}"`];
  }).join(' ');
  const locked = booleanAttribute(element, 'selectLockedCells') === true;
  const unlocked = booleanAttribute(element, 'selectUnlockedCells') === true;
  return {
    ...(Object.fromEntries(allowed) as SheetProtection),
    selectionMode: locked && unlocked ? 'none' : locked ? 'unlocked' : 'normal',
    ...(password === '' ? {} : { password }),
  };
}
