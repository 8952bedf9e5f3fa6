/** Where a cell is, as formulas and messages name it, so that a click can select it. Pure; it knows no workbook. */
import { type Sentence, templateOf, type Words } from '../../domain/basics/sentence.ts';

export interface CellLink {
  readonly sheet: string;
  /** `B7` or `A1:C5`, without dollar signs. */
  readonly address: string;
}

const LINK =
  /^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/u;

/** The link that a text such as `'Offer Terms'!$B$7` is; undefined for any other text. */
export function parseCellLink(text: string | undefined): CellLink | undefined {
  const match = text === undefined ? null : LINK.exec(text);
  if (match === null) return undefined;
  const [, quoted, plain, address = ''] = match;
  return {
    sheet: quoted === undefined ? (plain ?? '') : quoted.replace(/''/g, "'"),
    address: address.replace(/\$/g, ''),
  };
}

/** `Offer Terms!B7`, as a person reads it. */
export const linkText = ({ sheet, address }: CellLink): string => `${sheet}!${address}`;

export interface PlacedMessage {
  readonly link: CellLink | undefined;
  readonly text: Words;
}

/** A sentence about a cell, taken apart into the cell and what is said of it. */
export function placedMessage(sentence: Sentence): PlacedMessage {
  const [cell, text] = templateOf(sentence) === '{0}: {1}' ? sentence.values : [];
  const link = typeof cell === 'string' ? parseCellLink(cell) : undefined;
  if (link === undefined || typeof text !== 'object' || 'iso' in text)
    return { link: undefined, text: sentence };
  return { link, text };
}

/** What was said of a cell, as a sentence of its own. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
