/** How a batch of Regrant's runs: it waits while a cell is being edited, and is one step to undo where Excel can do so. */

/** For whatever reads, or is undone by nobody: Excel would refuse it while somebody is typing into a cell. */
export const AFTER_CELL_EDIT: Excel.RunOptions = { delayForCellEdit: true };

export const inOneUndo = (): Excel.RunOptions => ({
  ...AFTER_CELL_EDIT,
  ...(Office.context.requirements.isSetSupported('ExcelApi', '1.20') ? { mergeUndoGroup: true } : {}),
});
