/**
 * Which calls Excel cannot take back: they clear what a person could undo, and end in an error inside a group to undo.
 *
 * @see Microsoft Learn, excel-add-ins-undo-capabilities: "Unsupported APIs", of its classes those that the host has
 * @see office-js#5918 for the one that only reads
 */
import type { HostMode } from '../model/host-modes.ts';

/** The call that only reads, and of which #5918 tells. */
const READ_WITHOUT_UNDO = 'Range.getMergedAreasOrNullObject';

const NOWHERE: ReadonlySet<string> = new Set([
  READ_WITHOUT_UNDO,
  'Workbook.close',
  'Workbook.insertWorksheetsFromBase64',
  'Workbook.save',
  'WorkbookProtection.protect',
  'WorkbookProtection.unprotect',
  'Worksheet.copy',
  'Worksheet.delete',
  'WorksheetCollection.addFromBase64',
  'WorksheetProtection.pauseProtection',
  'WorksheetProtection.protect',
  'WorksheetProtection.resumeProtection',
  'WorksheetProtection.setPassword',
  'WorksheetProtection.unprotect',
  'WorksheetProtection.updateOptions',
]);
/** With undo on the web, without it on Windows and Mac. */
const NOT_ON_THE_DESKTOP: ReadonlySet<string> = new Set([
  'Worksheet.name',
  'Worksheet.position',
  'Worksheet.visibility',
]);
/** The other way round. */
const NOT_ON_THE_WEB: ReadonlySet<string> = new Set(['NamedItem.comment', 'Worksheet.standardWidth']);

/** Whether some Excel has no undo for what a member does; setting counts, reading a property does not. */
export const lacksUndo = (member: string): boolean =>
  NOWHERE.has(member) || NOT_ON_THE_DESKTOP.has(member) || NOT_ON_THE_WEB.has(member);

/** Whether the Excel of these modes refuses the member inside a group to undo. */
export const isRefusedInGroup = (member: string, modes: ReadonlySet<HostMode>): boolean =>
  (modes.has('undo-groups-refuse-desktop') && (NOWHERE.has(member) || NOT_ON_THE_DESKTOP.has(member))) ||
  (modes.has('undo-groups-refuse-web') && (NOWHERE.has(member) || NOT_ON_THE_WEB.has(member)));

/** Whether what a person could undo is gone in the Excel of these modes, after a call that lacks undo. */
export const clearsUndo = (member: string, modes: ReadonlySet<HostMode>): boolean =>
  member !== READ_WITHOUT_UNDO || modes.has('reads-that-clear-undo');

/** Whether the Excel of these modes has groups to undo at all. */
export const knowsUndoGroups = (modes: ReadonlySet<HostMode>): boolean =>
  modes.has('undo-groups-refuse-desktop') || modes.has('undo-groups-refuse-web');

/** How a request says that it belongs to a group to undo. The number is the host's: the public office.js knows no groups. */
export const UNDO_GROUP_FLAG = 1 << 20;

/** What of office.js's `Excel` groups of undo are about. */
export interface RunsBatches {
  run: ((this: unknown, ...given: unknown[]) => Promise<unknown>) & { knowsUndoGroups?: boolean };
}

/**
 * For an Excel with ExcelApi 1.20: office.js from npm ends at 1.15 and passes over `mergeUndoGroup`, so this puts it on
 * the requests of the batch. Called where office.js has loaded.
 */
export function teachUndoGroups(excel: RunsBatches): void {
  const { run } = excel;
  if (run.knowsUndoGroups === true) return;
  excel.run = function (this: unknown, ...given) {
    const [options, batch] = given as [
      { readonly mergeUndoGroup?: boolean } | undefined,
      ((context: { _requestFlagModifier: number }) => unknown) | undefined,
    ];
    if (typeof batch !== 'function' || options?.mergeUndoGroup !== true) return run.apply(this, given);
    return run.call(this, options, (context: { _requestFlagModifier: number }) => {
      context._requestFlagModifier |= UNDO_GROUP_FLAG;
      return batch(context);
    });
  };
  excel.run.knowsUndoGroups = true;
}
