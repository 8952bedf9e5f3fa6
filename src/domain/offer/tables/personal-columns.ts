/** Columns of the offer's tables that are a person's own and are never read. */
import { headerKey } from '../../basics/words.ts';

const PERSONAL = new Set(
  ['Note', 'Notes', 'Comment', 'Comments', 'Label', 'Tier', 'Source', 'Form', 'Entered By'].map(headerKey),
);

export const isPersonal = (header: string): boolean => PERSONAL.has(headerKey(header));
