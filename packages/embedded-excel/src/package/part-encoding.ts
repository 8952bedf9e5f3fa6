/**
 * The encoding of a part: XML may be in UTF-16, and some writers begin UTF-8 with a byte order mark. Everything here
 * reads and writes UTF-8.
 *
 * @see XML 1.0, appendix F; ECMA-376 part 2, 8.1.4 (parts are in UTF-8 or UTF-16)
 */
import { PackageError } from './package-error.ts';

/** V8 has no longer string than 2^29 - 24 characters; a part in UTF-8 has at least as many bytes as characters. */
const LONGEST_TEXT = 2 ** 29 - 24;
const DECLARED = /^(<\?xml[^>]{0,200}?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/;

/** UTF-16 with a mark, or without one by the zeros around the first `<`. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** @throws PackageError the part is longer than a text can be, or its bytes are no text */
export function textOfPart(bytes: Uint8Array, part: string): string {
  if (bytes.length > LONGEST_TEXT)
    throw new PackageError('tooLarge', `The file is too large: its part ${part} does not fit in memory.`);
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new PackageError('damaged', `The file is damaged: its part ${part} is no text in UTF-8 or UTF-16.`);
  }
  // What is saved is UTF-8, and has to say so.
  return encoding === 'utf-8' ? text : text.replace(DECLARED, '$1"UTF-8"');
}

/** The same part in UTF-8; one that is so already is handed on as it is. */
export function inUtf8(bytes: Uint8Array, part: string): Uint8Array {
  return encodingOf(bytes) === 'utf-8' ? bytes : new TextEncoder().encode(textOfPart(bytes, part));
}
