/** Tells files that people take for workbooks from workbooks, so that the refusal says what to do. */
import { PackageError } from './package-error.ts';
import type { PackageParts } from './package-parts.ts';
import { parseXml } from './xml.ts';

/** The first bytes of an OLE compound file: .xls, and every workbook with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** @throws PackageError the bytes are empty, an old or an encrypted workbook, text or another known format */
export function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new PackageError('notAZip', 'The file is empty.');
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    // Streams of a compound file are named in UTF-16 in its directory.
    if (containsUtf16(bytes, 'EncryptedPackage'))
      throw new PackageError(
        'passwordProtected',
        'The workbook is protected by a password: remove it in Excel first.',
      );
    throw new PackageError('oldFormat', 'The file is an old workbook (.xls): save it as .xlsx first.');
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  if (/^<(\?xml|html|!doctype|table)/i.test(start))
    throw new PackageError(
      'otherFormat',
      'The file is a web page or XML, not an Excel workbook: save it as .xlsx first.',
    );
  if (isText(bytes))
    throw new PackageError(
      'otherFormat',
      'The file is text, such as a .csv, not an Excel workbook: open it in Excel and save it as .xlsx first.',
    );
}

/** Lines of letters, digits and separators, in whatever alphabet; a damaged workbook has bytes that no text has. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 512).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);

function containsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** The workbook's own part. @throws PackageError the package is another kind of file */
export function workbookPartOf(parts: PackageParts): string {
  if (!parts.has('[Content_Types].xml') && parts.has('_rels/.rels'))
    throw new PackageError(
      'damaged',
      'The file is damaged: it lacks the part [Content_Types].xml, which says what its other parts are.',
    );
  const part = parts.related('', 'officeDocument');
  const type = part === undefined ? undefined : parts.contentType(part);
  if (type?.includes('sheet.binary') === true || part?.toLowerCase().endsWith('.bin') === true)
    throw new PackageError('binaryFormat', 'The file is a binary workbook (.xlsb): save it as .xlsx first.');
  if (parts.has('mimetype'))
    throw new PackageError(
      'otherFormat',
      'The file is an OpenDocument file, not an Excel workbook: save it as .xlsx first.',
    );
  if (part === undefined || !parts.has(part) || !isWorkbook(parts, part))
    throw new PackageError(
      'otherFormat',
      'The file is a zip archive, but not an Excel workbook: it has no workbook part.',
    );
  return part;
}

function isWorkbook(parts: PackageParts, part: string): boolean {
  const type = parts.contentType(part) ?? '';
  if (/spreadsheetml|ms-excel/.test(type)) return true;
  return parseXml(parts.text(part) ?? '<none/>').local === 'workbook';
}
