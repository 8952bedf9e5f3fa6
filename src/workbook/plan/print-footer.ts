/** The footer of printed results: company, offer, stage, sheet, page of pages. Pure. */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';

export interface PrintFacts {
  readonly company: string;
  readonly offer: string;
  readonly stage: Stage;
  /** Whether every eligible grant counts as elected, for planning alone. */
  readonly isPlanning: boolean;
}

export function printFacts({ offer }: Pick<OfferRun, 'offer'>, stage: Stage): PrintFacts {
  const text = (name: string): string => {
    const value: CellValue = offer.find(({ term }) => term === name)?.value;
    return String(value ?? '').trim();
  };
  return {
    company: text('Company'),
    offer: text('Offer Name'),
    stage,
    isPlanning: text('Planning Elections') === 'Yes',
  };
}

/** Sheet, page and pages, in Excel's codes. Tells a footer of Regrant's from a person's own. */
export const RIGHT_FOOTER = '&A, &P of &N';

/** Excel has room for 255 characters, codes included. */
const LONGEST = 180;

export function printFooter({ company, offer, stage, isPlanning }: PrintFacts): {
  readonly left: string;
  readonly center: string;
} {
  const whose = [company, offer].filter((text) => text !== '').join(', ');
  return { left: asText(whose), center: isPlanning ? `PLANNING, ${stage}` : stage };
}

/** An ampersand begins a code of Excel's, and two are one; a line break would make the footer higher. */
function asText(text: string): string {
  let written = '';
  for (const letter of text.replace(/\s+/g, ' ')) {
    const next = letter === '&' ? '&&' : letter;
    if (written.length + next.length > LONGEST) return `${written}…`;
    written += next;
  }
  return written;
}
