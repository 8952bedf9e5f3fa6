/**
 * The workbook's own part: sheets and their order, defined names, the active sheet, calculation. Replaced element by
 * element; everything else in it stays.
 *
 * @see ECMA-376 part 1, 18.2
 */
import type { Sheet } from '../model/sheet.ts';
import type { StructureProtection } from '../model/protection.ts';
import { type CalculationProperties, sheetNumber, type Workbook } from '../model/workbook.ts';
import type { ForeignSheet, PackageState } from './package-state.ts';
import {
  attributeText,
  booleanAttribute,
  child,
  escapeText,
  numberAttribute,
  parseXml,
  prefixOf,
  type Splice,
  spliced,
  type XmlElement,
} from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ORDER = (
  'fileVersion fileSharing workbookPr AlternateContent revisionPtr absPath workbookProtection bookViews sheets ' +
  'functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr ' +
  'smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');

export interface WorkbookPartChanges {
  /** Relationship ids of the sheets that are new in the file. */
  readonly newSheets: ReadonlyMap<Sheet, string>;
  readonly spell: (formula: string) => string;
  /** Whether Excel has to calculate everything when it opens the file. */
  readonly calculate: boolean;
}

export function patchWorkbookPart(
  text: string,
  book: Workbook,
  state: PackageState,
  changes: WorkbookPartChanges,
): string {
  const root = parseXml(text);
  const splices: Splice[] = [];
  const replace = (local: string, element: string): void => {
    const old = child(root, local);
    const rank = ORDER.indexOf(local);
    const follower = root.children.find((other) => ORDER.indexOf(other.local) > rank);
    const at = old?.start ?? follower?.start ?? root.contentEnd;
    if (old !== undefined || element !== '') splices.push({ start: at, end: old?.end ?? at, text: element });
  };
  const tabs = tabsOf(book, state);
  if (book.structureTouched) {
    replace('sheets', sheetsXml(root, tabs, state, changes));
    replace('definedNames', namesXml(root, book, state, tabs, changes));
    replace('bookViews', viewsXml(text, root, book, tabs));
  }
  if (
    book.structureProtection?.password !== state.structureProtection?.password ||
    (book.structureProtection === undefined) !== (state.structureProtection === undefined)
  )
    replace('workbookProtection', protectionXml(root, book.structureProtection));
  const properties = calculationAttributes(child(root, 'calcPr'), book, changes.calculate);
  if (properties !== undefined)
    replace('calcPr', `<${prefixOf(root.name)}calcPr${attributeText(properties)}/>`);
  return spliced(text, splices);
}

/** What a file says of a password: its old hash, or a newer one with algorithm, salt and spins. */
const PASSWORD_ATTRIBUTE = /^workbook(?:Password|AlgorithmName|HashValue|SaltValue|SpinCount)/;

export function readStructureProtection(element: XmlElement | undefined): StructureProtection | undefined {
  if (element === undefined || booleanAttribute(element, 'lockStructure') !== true) return undefined;
  const password = Object.fromEntries(
    [...element.attributes].filter(([name]) => PASSWORD_ATTRIBUTE.test(name)),
  );
  return Object.keys(password).length === 0 ? {} : { password: attributeText(password).trim() };
}

/** Protection of windows and revisions stays as the file has it. */
function protectionXml(root: XmlElement, protection: StructureProtection | undefined): string {
  const kept = [...(child(root, 'workbookProtection')?.attributes ?? [])].filter(
    ([name]) => name !== 'lockStructure' && !PASSWORD_ATTRIBUTE.test(name),
  );
  if (protection === undefined && kept.length === 0) return '';
  const structure =
    protection === undefined
      ? ''
      : `${protection.password === undefined ? '' : ` ${protection.password}`} lockStructure="1"`;
  return `<${prefixOf(root.name)}workbookProtection${structure}${attributeText(Object.fromEntries(kept))}/>`;
}

/** A tab of the workbook: a sheet of the model, or one that only the file knows. */
type Tab = Sheet | ForeignSheet;
const isSheet = (tab: Tab): tab is Sheet => 'grid' in tab;

function tabsOf(book: Workbook, state: PackageState): Tab[] {
  const followers = (sheet: Sheet | undefined): Tab[] => state.foreign.filter(({ after }) => after === sheet);
  const lost = state.foreign.filter(({ after }) => after !== undefined && !book.sheets.includes(after));
  return [...followers(undefined), ...book.sheets.flatMap((sheet) => [sheet, ...followers(sheet)]), ...lost];
}

function sheetsXml(
  root: XmlElement,
  tabs: readonly Tab[],
  state: PackageState,
  changes: WorkbookPartChanges,
): string {
  const p = prefixOf(root.name);
  const elements = tabs.map((tab) => {
    if (!isSheet(tab)) return `<${p}sheet${attributeText(Object.fromEntries(tab.attributes))}/>`;
    const id = changes.newSheets.get(tab);
    const attributes = {
      ...Object.fromEntries(state.sheets.get(tab)?.attributes ?? []),
      name: tab.name,
      sheetId: sheetNumber(tab),
      state: tab.visibility === 'visible' ? undefined : tab.visibility,
      // The prefix is declared here, as the root may have none for this namespace.
      ...(id === undefined ? {} : { 'xmlns:r': OFFICE, 'r:id': id }),
    };
    return `<${p}sheet${attributeText(attributes)}/>`;
  });
  return `<${p}sheets>${elements.join('')}</${p}sheets>`;
}

function namesXml(
  root: XmlElement,
  book: Workbook,
  state: PackageState,
  tabs: readonly Tab[],
  changes: WorkbookPartChanges,
): string {
  const p = prefixOf(root.name);
  const names = book.names.map((name) => {
    const old = state.names.get(name);
    const index = Number(old?.get('localSheetId') ?? NaN);
    // A name of a chart sheet's own has no sheet in the model.
    const owner = name.sheet ?? tabs.find((tab) => !isSheet(tab) && tab.index === index);
    const attributes = {
      ...Object.fromEntries(old ?? []),
      name: name.name,
      comment: name.comment === '' ? undefined : name.comment,
      hidden: name.hidden || undefined,
      ...(owner === undefined ? {} : { localSheetId: tabs.indexOf(owner) }),
    };
    const formula = escapeText(changes.spell(name.formula.replace(/^=/, '')));
    return `<${p}definedName${attributeText(attributes)}>${formula}</${p}definedName>`;
  });
  return names.length === 0 ? '' : `<${p}definedNames>${names.join('')}</${p}definedNames>`;
}

function viewsXml(text: string, root: XmlElement, book: Workbook, tabs: readonly Tab[]): string {
  const p = prefixOf(root.name);
  const views = child(root, 'bookViews');
  const [first, ...others] = views?.children ?? [];
  const attributes = {
    ...Object.fromEntries(first?.attributes ?? []),
    activeTab: tabs.indexOf(book.activeSheet),
  };
  const firstSheet = Number(first?.attributes.get('firstSheet') ?? 0);
  const shown = {
    ...attributes,
    firstSheet: firstSheet > 0 && firstSheet < tabs.length ? firstSheet : undefined,
  };
  const inner = first === undefined ? '' : text.slice(first.contentStart, first.contentEnd);
  const view = `<${p}workbookView${attributeText(shown)}${inner === '' ? '/>' : `>${inner}</${p}workbookView>`}`;
  return `<${p}bookViews>${view}${others.map(({ start, end }) => text.slice(start, end)).join('')}</${p}bookViews>`;
}

/** How the file wants to be calculated; what it does not say is as Excel has it. */
export function readCalculation(element: XmlElement | undefined): Partial<CalculationProperties> {
  if (element === undefined) return {};
  const mode = element.attributes.get('calcMode');
  return {
    mode: mode === 'manual' ? 'manual' : mode === 'autoNoTable' ? 'automaticExceptTables' : 'automatic',
    iterative: booleanAttribute(element, 'iterate') ?? false,
    iterations: numberAttribute(element, 'iterateCount') ?? 100,
    maximumChange: numberAttribute(element, 'iterateDelta') ?? 0.001,
    fullOnLoad: booleanAttribute(element, 'fullCalcOnLoad') ?? false,
  };
}

const MODES = { automatic: undefined, automaticExceptTables: 'autoNoTable', manual: 'manual' } as const;

/** The new attributes of `calcPr`, or undefined where nothing changed. */
function calculationAttributes(
  old: XmlElement | undefined,
  book: Workbook,
  calculate: boolean,
): Record<string, string | number | boolean | undefined> | undefined {
  const { calculation } = book;
  const before = Object.fromEntries(old?.attributes ?? []);
  const number = (name: string, now: number, otherwise: number): string | number | undefined =>
    Number(before[name] ?? otherwise) === now ? before[name] : now;
  const iterates = old !== undefined && booleanAttribute(old, 'iterate') === true;
  const after = {
    ...before,
    calcMode: MODES[calculation.mode] ?? (before['calcMode'] === 'auto' ? 'auto' : undefined),
    iterate: iterates === calculation.iterative ? before['iterate'] : calculation.iterative || undefined,
    iterateCount: number('iterateCount', calculation.iterations, 100),
    iterateDelta: number('iterateDelta', calculation.maximumChange, 0.001),
    fullCalcOnLoad: calculate || calculation.fullOnLoad ? (before['fullCalcOnLoad'] ?? '1') : undefined,
  };
  return attributeText(after) === attributeText(before) ? undefined : after;
}
