/** The part of Excel's custom functions runtime that the functions use. Nothing else of Excel is touched. */

/** What Excel shows for a thrown error: `#VALUE!`, `#N/A`, `#NUM!`; the message beside the first two. */
export interface ExcelRuntime {
  readonly associate: (id: string, body: (...values: unknown[]) => unknown) => void;
  readonly Error: new (code: string, message?: string) => Error;
  readonly ErrorCode: {
    readonly invalidValue: string;
    readonly notAvailable: string;
    readonly invalidNumber: string;
    /** Only there where errors may be arguments. */
    readonly divisionByZero?: string;
    readonly nullReference?: string;
  };
}

/** The global that Excel defines before it loads the functions. */
declare const CustomFunctions: ExcelRuntime;

/** False in a page that office.js never reached. */
export const isExcel = (): boolean => typeof CustomFunctions !== 'undefined';

/** Asked for at each use, because Excel may define it anew. */
export const excel = (): ExcelRuntime => CustomFunctions;
