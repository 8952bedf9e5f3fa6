/**
 * What a workbook's file knows beyond the model: its parts, and which of them belongs to which sheet, table or name. The
 * model does not carry it; reader and writer find it by the workbook.
 */
import type { DefinedName } from '../model/defined-name.ts';
import type { StructureProtection } from '../model/protection.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Table } from '../model/table.ts';
import type { Workbook } from '../model/workbook.ts';
import type { LoadedXml } from './custom-xml-part.ts';
import type { CustomFunctionNames } from './formula-spelling.ts';
import type { PackageParts } from './package-parts.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { CellsPlace } from './sheet-skeleton.ts';
import type { LoadedStyles } from './style-reader.ts';

export interface SheetOrigin {
  readonly part: string;
  /** The `<sheet>` element's attributes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly cells: CellsPlace;
  /** The sheet's formulas as the file has them, by `cellKey`; only where the file has a calculation chain. */
  readonly formulas: ReadonlyMap<number, string> | undefined;
}

/** A tab that is no worksheet (a chart sheet, a macro sheet): kept, with the worksheet that it follows. */
export interface ForeignSheet {
  readonly attributes: ReadonlyMap<string, string>;
  /** Its place among the file's tabs, by which names of its own point at it. */
  readonly index: number;
  readonly after: Sheet | undefined;
}

/** A chart that the file brought: where it stands, and what the model first knew of it, as JSON. */
export interface LoadedChart {
  readonly drawing: string;
  readonly relationship: string;
  readonly part: string;
  readonly before: string;
}

export interface PackageState {
  readonly parts: PackageParts;
  readonly workbookPart: string;
  readonly sheets: ReadonlyMap<Sheet, SheetOrigin>;
  readonly foreign: readonly ForeignSheet[];
  /** The sheet that the file opens on. */
  readonly activeSheet: Sheet;
  readonly tables: ReadonlyMap<Table, string>;
  /** Attributes of defined names that the model does not know. */
  readonly names: ReadonlyMap<DefinedName, ReadonlyMap<string, string>>;
  readonly strings: SharedStrings;
  readonly stylesPart: string | undefined;
  readonly loadedStyles: LoadedStyles;
  readonly customFunctions: CustomFunctionNames;
  /** Charts of the file's own, by the model's id. */
  readonly charts: ReadonlyMap<string, LoadedChart>;
  /** Custom XML parts of the file's own, by id. */
  readonly customXml: ReadonlyMap<string, LoadedXml>;
  /** The structure's protection as it was read. */
  readonly structureProtection: StructureProtection | undefined;
}

const states = new WeakMap<Workbook, PackageState>();

export const stateOf = (book: Workbook): PackageState | undefined => states.get(book);
export const setState = (book: Workbook, state: PackageState): void => void states.set(book, state);
