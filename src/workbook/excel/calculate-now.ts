/** Calculation where it is manual: a run asks for it before it reads, and after it has written. */

/** Calculates what has changed, before whatever is queued after it. */
export const calculateNow = (context: Excel.RequestContext): void => {
  context.workbook.application.calculate('Recalculate');
};
