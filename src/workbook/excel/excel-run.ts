/**
 * How a batch of Regrant's runs: it waits while a cell is being edited. What only writes into cells is one step to undo
 * where Excel can do so. What makes, names, hides or deletes sheets is in no such group: on Windows and Mac Excel refuses
 * those calls there, on the web it refuses to delete (Microsoft Learn, excel-add-ins-undo-capabilities).
 */

/** Excel would refuse it while somebody is typing into a cell. */
export const AFTER_CELL_EDIT: Excel.RunOptions = { delayForCellEdit: true };

/** For what writes into cells and can be begun again; without the group where Excel refuses it after all. */
export async function inOneUndo<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.20'))
    return Excel.run(AFTER_CELL_EDIT, work);
  try {
    return await Excel.run({ ...AFTER_CELL_EDIT, mergeUndoGroup: true }, work);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'UndoNotSupported')) throw error;
    return Excel.run(AFTER_CELL_EDIT, work);
  }
}
