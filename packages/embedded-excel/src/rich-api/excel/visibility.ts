/** Whether a sheet shows, in Office.js's words. */
import type { Visibility } from '../../model/sheet.ts';
import { wordOf } from '../arguments.ts';

const VISIBILITIES = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
const WORDS = Object.keys(VISIBILITIES) as (keyof typeof VISIBILITIES)[];

export const officeVisibility = (visibility: Visibility): string =>
  `${visibility.charAt(0).toUpperCase()}${visibility.slice(1)}`;

/** @throws RichApiError InvalidArgument: no visibility */
export const visibilityOf = (value: unknown): Visibility => VISIBILITIES[wordOf(value, WORDS)];
