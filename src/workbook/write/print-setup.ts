/**
 * Sets result sheets up to print: landscape, one page wide, the header's row on each page, and a footer that says whose
 * results these are. Best effort, in a request of its own: no run fails for it, and an Excel that cannot do it (before
 * ExcelApi 1.9) prints as it always does.
 */
import { printFooter, type PrintFacts, RIGHT_FOOTER } from '../plan/print-footer.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';

export interface PrintedSheet {
  readonly sheet: string;
  /** The row that each page repeats; undefined where tables stand beside each other. */
  readonly titleRow: number | undefined;
  /** Whether this run has made it: then there is nothing of a person's to ask for. */
  readonly isNew: boolean;
}

/** A sheet that has Regrant's footer was set up before: what a person has changed since stays, but for the footer's text. */
export async function setUpPrint(sheets: readonly PrintedSheet[], facts: PrintFacts): Promise<void> {
  try {
    await Excel.run(AFTER_CELL_EDIT, async (context) => {
      const layouts = sheets.map((sheet) => {
        const layout = context.workbook.worksheets.getItem(sheet.sheet).pageLayout;
        const footer = layout.headersFooters.defaultForAllPages;
        if (!sheet.isNew) footer.load('leftFooter,centerFooter,rightFooter');
        return { ...sheet, layout, footer };
      });
      if (layouts.some(({ isNew }) => !isNew)) await context.sync();
      const { left, center } = printFooter(facts);
      const changed = layouts.filter(
        ({ isNew, footer }) =>
          isNew ||
          footer.leftFooter !== left ||
          footer.centerFooter !== center ||
          footer.rightFooter !== RIGHT_FOOTER,
      );
      for (const { isNew, titleRow, layout, footer } of changed) {
        if (isNew || footer.rightFooter !== RIGHT_FOOTER) {
          layout.orientation = Excel.PageOrientation.landscape;
          layout.zoom = { horizontalFitToPages: 1 };
          if (titleRow !== undefined) layout.setPrintTitleRows(`$${titleRow}:$${titleRow}`);
        }
        // An edge has room for 255 characters in all: what goes makes room for what comes.
        footer.leftFooter = '';
        footer.centerFooter = center;
        footer.rightFooter = RIGHT_FOOTER;
        footer.leftFooter = left;
      }
      if (changed.length > 0) await context.sync();
    });
  } catch {
    // The results stand without it.
  }
}
