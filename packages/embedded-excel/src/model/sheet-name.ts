/** How a formula spells the name of a sheet. */

/** What a formula would take for a cell, in either notation. */
const LIKE_A_CELL = /^(?:[A-Z]{1,3}\d+|R\d*C\d*|R\d*|C\d*)$/i;

export const looksLikeCell = (name: string): boolean => LIKE_A_CELL.test(name);

/** The sheet's name as a formula needs it: in quotes unless it is a plain word that is no cell's address. */
export const quoteSheetName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeCell(name) ? name : `'${name.replace(/'/g, "''")}'`;
