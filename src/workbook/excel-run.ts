/** How a batch of Regrant's runs: it waits while a cell is being edited, and is one step to undo where Excel can do so. */

export const inOneUndo = (): Excel.RunOptions => ({
  delayForCellEdit: true,
  ...(Office.context.requirements.isSetSupported('ExcelApi', '1.20') ? { mergeUndoGroup: true } : {}),
});
