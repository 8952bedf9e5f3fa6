/**
 * A zip archive, entry by entry: read without unpacking what nobody asks for, written so that an untouched entry keeps
 * its very bytes and equal input gives equal output. It does not know what the entries mean.
 *
 * @see PKWARE APPNOTE.TXT 6.3, sections 4.3 and 4.5.3 (Zip64)
 */
import { Deflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { PackageError } from './package-error.ts';

/** A file in an archive, as it is stored. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Uint8Array[];
  readonly packedSize: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** 1980-01-01 00:00, the earliest that a zip can say: files do not depend on the clock. */
const FIXED_DATE = (1 << 5) | 1;
const UTF8_NAMES = 0x800;

const truncated = (): PackageError =>
  new PackageError('truncated', 'The file is damaged: it is a zip archive whose end is missing.');

/** Deflate packs no tighter than 1032 to 1: an entry that claims more was made to fill the memory. */
const TIGHTEST = 1032;
/** A part of this size is a sheet of about ten million cells, and V8 has no longer text for it. */
const LARGEST_PART = 2 ** 29 - 24;
const LARGEST_WHOLE = 2 ** 31;

/** @throws PackageError the entries unpack to more than there is room for, or to more than they can hold */
function refuseBombs(entries: readonly ZipEntry[]): void {
  let whole = 0;
  for (const { name, method, size, packedSize } of entries) {
    if (size > (method === 0 ? packedSize : packedSize * TIGHTEST + 64))
      throw new PackageError('damaged', `The file is damaged: its part ${shown(name)} cannot be unpacked.`);
    whole += size;
    if (size > LARGEST_PART)
      throw new PackageError(
        'tooLarge',
        `The file is too large: its part ${shown(name)} has ${megabytes(size)}, and at most ${megabytes(LARGEST_PART)} can be read.`,
      );
  }
  if (whole > LARGEST_WHOLE)
    throw new PackageError(
      'tooLarge',
      `The file is too large: its parts have ${megabytes(whole)} together, and at most ${megabytes(LARGEST_WHOLE)} can be read.`,
    );
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / 2 ** 20)} MB`;

/** A part's name for a message: names may be as long as 65,535 characters, and have control characters in them. */
export const shown = (name: string): string =>
  // eslint-disable-next-line no-control-regex -- these must not reach a terminal
  (name.length > 80 ? `${name.slice(0, 80)}...` : name).replace(/[\x00-\x1f\x7f-\x9f]/g, '?');

/** @throws PackageError no zip archive, a truncated or an encrypted one, or one that unpacks to too much */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0, true) !== 0x4b50)
    throw new PackageError(
      'notAZip',
      'The file is not an Excel workbook (.xlsx or .xlsm): it is no zip archive.',
    );
  const end = endOfDirectory(view);
  let { at, count } = end;
  const entries: ZipEntry[] = [];
  for (; count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw truncated();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const large = zip64Sizes(view, at, at + 46 + nameLength, extraLength);
    if ((view.getUint16(at + 8, true) & 1) !== 0)
      throw new PackageError(
        'passwordProtected',
        'The file is a zip archive with a password, not a workbook.',
      );
    if (!name.endsWith('/')) {
      const local = end.shift + large.offset;
      if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_ENTRY) throw truncated();
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + large.packed > bytes.length) throw truncated();
      entries.push({
        name: partName(name),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        size: large.size,
        packed: [bytes.subarray(start, start + large.packed)],
        packedSize: large.packed,
      });
    }
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  refuseBombs(entries);
  return entries;
}

/** @throws PackageError the name leads out of the package */
function partName(name: string): string {
  const part = name.replace(/\\/g, '/').replace(/^\//, '');
  if (part.split('/').some((step) => step === '..' || step === '.'))
    throw new PackageError(
      'damaged',
      `The file is damaged: the name of its part ${shown(name)} is no part's.`,
    );
  return part;
}

/** Where the central directory starts and how many entries it has; `shift` is what stands before the archive. */
function endOfDirectory(view: DataView): { at: number; count: number; shift: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let start = view.getUint32(at + 16, true);
    let end = at;
    if ((count === 0xffff || size === 0xffffffff || start === 0xffffffff) && at >= 20) {
      const locator = at - 20;
      const record =
        view.getUint32(locator, true) === LOCATOR_64 ? Number(view.getBigUint64(locator + 8, true)) : -1;
      if (record < 0 || record + 56 > at || view.getUint32(record, true) !== END_OF_DIRECTORY_64)
        throw truncated();
      count = Number(view.getBigUint64(record + 32, true));
      size = Number(view.getBigUint64(record + 40, true));
      start = Number(view.getBigUint64(record + 48, true));
      end = record;
    }
    if (start + size > end) throw truncated();
    const shift = end - size - start;
    return { at: start + shift, count, shift };
  }
  throw truncated();
}

/** Sizes and place of an entry; those that do not fit 32 bits stand in its Zip64 field. */
function zip64Sizes(
  view: DataView,
  entry: number,
  extra: number,
  length: number,
): { size: number; packed: number; offset: number } {
  let packed = view.getUint32(entry + 20, true);
  let size = view.getUint32(entry + 24, true);
  let offset = view.getUint32(entry + 42, true);
  for (let at = extra; at + 4 <= extra + length;) {
    const id = view.getUint16(at, true);
    const fieldEnd = at + 4 + view.getUint16(at + 2, true);
    if (id === 1) {
      let next = at + 4;
      const take = (): number => {
        const value = Number(view.getBigUint64(next, true));
        next += 8;
        return value;
      };
      if (size === 0xffffffff) size = take();
      if (packed === 0xffffffff) packed = take();
      if (offset === 0xffffffff) offset = take();
    }
    at = fieldEnd;
  }
  return { size, packed, offset };
}

/** @throws PackageError the entry does not unpack to what its checksum says */
export function unpack(entry: ZipEntry): Uint8Array {
  const damaged = (): PackageError =>
    new PackageError('damaged', `The file is damaged: its part ${shown(entry.name)} cannot be unpacked.`);
  const packed = concatenated(entry.packed);
  let bytes: Uint8Array;
  try {
    if (entry.method === 0) bytes = packed;
    else if (entry.method === 8) bytes = inflateSync(packed, { out: new Uint8Array(entry.size) });
    else throw damaged();
  } catch {
    throw damaged();
  }
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged();
  return bytes;
}

/** Entries larger than this are packed faster and a little less tightly. */
const LARGE = 4_000_000;

/** An entry of that content, given as pieces. */
export function pack(name: string, pieces: readonly Uint8Array[]): ZipEntry {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const crc = pieces.reduce((sum, piece) => crc32(piece, sum), 0);
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level: size > LARGE ? 2 : 6 }, (piece) => packed.push(piece));
  for (const piece of pieces) deflate.push(piece, false);
  deflate.push(new Uint8Array(0), true);
  const packedSize = packed.reduce((sum, piece) => sum + piece.length, 0);
  return { name, method: 8, crc, size, packed, packedSize };
}

/** @throws RangeError more than 4 GB */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let directorySize = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const local = header(LOCAL_ENTRY, 30, name, entry);
    const central = header(DIRECTORY_ENTRY, 46, name, entry);
    new DataView(central.buffer).setUint32(42, offset, true);
    pieces.push(local, ...entry.packed);
    directory.push(central);
    offset += local.length + entry.packedSize;
    directorySize += central.length;
    if (offset > 0xfffffff0) throw new RangeError('The workbook is too large for a zip archive of 4 GB.');
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END_OF_DIRECTORY, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return concatenated([...pieces, ...directory, new Uint8Array(end.buffer)]);
}

/** A local or a central header; the central one has six more bytes before and ten after what they share. */
function header(signature: number, size: number, name: Uint8Array, entry: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(size + name.length);
  const view = new DataView(bytes.buffer);
  const central = signature === DIRECTORY_ENTRY;
  view.setUint32(0, signature, true);
  if (central) view.setUint16(4, 20, true);
  const at = central ? 6 : 4;
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, /^[\x20-\x7e]*$/.test(entry.name) ? 0 : UTF8_NAMES, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
  bytes.set(name, size);
  return bytes;
}

/** All pieces as one; a single piece is handed on as it is. */
export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return first;
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
