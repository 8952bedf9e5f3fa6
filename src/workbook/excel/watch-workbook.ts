/** Tells when something in the workbook changed or another cell was selected. It does not know what it means. */
import { AFTER_CELL_EDIT } from './excel-run.ts';

export interface WorkbookListener {
  /** @param isRemote whether somebody else did it, who has the workbook open too */
  changed(isRemote: boolean): void;
  selected(): void;
}

/**
 * Listens until the returned function is called. A host that has no event of a kind is passed over: the pane reads the
 * workbook again when a person comes back to it.
 */
export async function watchWorkbook(listener: WorkbookListener): Promise<() => Promise<void>> {
  return Excel.run(AFTER_CELL_EDIT, async (context) => {
    const { workbook } = context;
    const changed = (event: { readonly source?: string }) => {
      listener.changed(event.source === 'Remote');
      return Promise.resolve();
    };
    const selected = () => {
      listener.selected();
      return Promise.resolve();
    };
    const handlers = [
      workbook.worksheets.onChanged.add(changed),
      workbook.worksheets.onAdded.add(changed),
      workbook.worksheets.onDeleted.add(changed),
      // Sheets and tables are found by their names: without one, what is shown of it is no more.
      ...(Office.context.requirements.isSetSupported('ExcelApi', '1.17')
        ? [workbook.worksheets.onNameChanged.add(changed)]
        : []),
      workbook.tables.onAdded.add(changed),
      workbook.tables.onDeleted.add(changed),
      workbook.worksheets.onSelectionChanged.add(selected),
      // Another sheet has another selected cell.
      workbook.worksheets.onActivated.add(selected),
    ];
    await context.sync();
    return async () => {
      for (const handler of handlers) handler.remove();
      await handlers[0]?.context.sync();
    };
  });
}
