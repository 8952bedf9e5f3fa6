/** Where a cell is, as formulas and messages name it, so that a click can select it. Pure; it knows no workbook. */

export interface CellLink {
  readonly sheet: string;
  /** `B7` or `A1:C5`, without dollar signs. */
  readonly address: string;
}

const LINK =
  /^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/u;
const LINK_BEFORE_COLON = /^((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!\$?[A-Z]{1,3}\$?\d+): (.+)$/su;

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
  readonly text: string;
}

/** A sentence of the domain that begins with a cell, taken apart into the cell and the sentence. */
export function placedMessage(message: string): PlacedMessage {
  const match = LINK_BEFORE_COLON.exec(message);
  const link = parseCellLink(match?.[1]);
  if (match === null || link === undefined) return { link: undefined, text: message };
  const [, , text = ''] = match;
  return { link, text: text.charAt(0).toUpperCase() + text.slice(1) };
}
