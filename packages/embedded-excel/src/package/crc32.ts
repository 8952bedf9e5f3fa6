/** The checksum that zip entries carry (ISO 3309, polynomial 0xEDB88320), over any number of pieces. */

const TABLES = Array.from({ length: 4 }, () => new Int32Array(256));
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  table(0)[byte] = value;
}
for (let byte = 0; byte < 256; byte++)
  for (let step = 1; step < 4; step++) {
    const before = table(step - 1)[byte] ?? 0;
    table(step)[byte] = (before >>> 8) ^ (table(0)[before & 255] ?? 0);
  }

function table(step: number): Int32Array {
  return TABLES[step] ?? new Int32Array(256);
}

/** The checksum of `bytes`, carried on from that of the pieces before. Four bytes are taken at a time. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3] = [table(0), table(1), table(2), table(3)];
  const length = bytes.length;
  const end = length - (length & 3);
  let crc = ~before;
  let at = 0;
  for (; at < end; at += 4) {
    const x =
      crc ^
      ((bytes[at] ?? 0) |
        ((bytes[at + 1] ?? 0) << 8) |
        ((bytes[at + 2] ?? 0) << 16) |
        ((bytes[at + 3] ?? 0) << 24));
    crc = (t3[x & 255] ?? 0) ^ (t2[(x >>> 8) & 255] ?? 0) ^ (t1[(x >>> 16) & 255] ?? 0) ^ (t0[x >>> 24] ?? 0);
  }
  for (; at < length; at++) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return ~crc >>> 0;
}
