/**
 * Text of workbooks and file names as a terminal may be shown it. A cell can hold control characters that recolour or
 * clear the screen, line breaks that forge a line of ours, and marks that turn the direction of what follows.
 */

/**
 * Controls of both ranges (C0 and C1) and DEL, the marks and overrides of bidirectional text (Unicode TR 36, 2.5), the
 * two separators that break lines, halves of surrogate pairs, and the byte-order mark.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escapeOf = (character: string): string =>
  NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text on one line, with what a terminal would obey written as an escape. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, escapeOf);

/** A text of several lines, whose cells had their own breaks escaped before. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

const LONGEST_FIELD = 120;
const LONGEST_MESSAGE = 600;

/** A message on one line: long words of a cell or a name are shortened, and so is the whole. */
export function printableMessage(message: string): string {
  const fields = printable(message.trim()).replace(/"([^"]*)"|\S+/g, (field) =>
    shortened(field, LONGEST_FIELD),
  );
  return shortened(fields, LONGEST_MESSAGE);
}

/** The beginning and the end of a text, so that what would be right, which a message says last, is still read. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const letters = [...text];
  const kept = Math.floor(longest / 2);
  const left = letters.length - 2 * kept;
  if (left <= 0) return text;
  return `${letters.slice(0, kept).join('')}[... ${left} characters ...]${letters.slice(-kept).join('')}`;
}
