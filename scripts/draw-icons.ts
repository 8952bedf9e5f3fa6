/**
 * `npm run icons`: writes assets/icons, each icon as SVG and as PNG in the sizes that Office asks for, and the logo for
 * the store. The same shapes give the same bytes on every machine, since nothing here depends on a renderer.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { zlibSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { covers, type Shape, svgDocument } from './icon-shapes.ts';
import { DARK_MARK, ICONS, MARK, SIZES } from './icons.ts';
import { root } from './root.mjs';

/** What the store shows of a listing: a square of 216 to 350 pixels. */
const STORE_LOGO_SIZE = 300;

/** The size that an SVG is drawn in. */
const SVG_SIZE = 64;

/** Samples along each side of a pixel. */
const SAMPLES = 4;

function rgb(fill: string): readonly [number, number, number] {
  const value = Number.parseInt(fill.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Paints the icon: rows of RGBA pixels, not premultiplied, each the mean over its samples. */
function paint(shapes: readonly Shape[], size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  const step = 1 / SAMPLES;
  for (let pixel = 0; pixel < size * size; pixel++) {
    const sum = [0, 0, 0];
    let covered = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const x = ((pixel % size) * SAMPLES + (sample % SAMPLES) + 0.5) * step;
      const y = (Math.floor(pixel / size) * SAMPLES + Math.floor(sample / SAMPLES) + 0.5) * step;
      const top = shapes.findLast((shape) => covers(shape, [x, y]));
      if (top === undefined) continue;
      covered++;
      for (const [channel, value] of rgb(top.fill).entries()) sum[channel] = (sum[channel] ?? 0) + value;
    }
    const channels = covered === 0 ? [0, 0, 0] : sum.map((value) => Math.round(value / covered));
    pixels.set([...channels, Math.round((covered / SAMPLES ** 2) * 255)], pixel * 4);
  }
  return pixels;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** The pixels as a PNG file: 8 bits a channel, no interlace, no filter. */
function png(pixels: Uint8Array, size: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = new Uint8Array((size * 4 + 1) * size);
  for (let row = 0; row < size; row++)
    rows.set(pixels.subarray(row * size * 4, (row + 1) * size * 4), row * (size * 4 + 1) + 1);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Every picture that is drawn, by its path in `assets`. */
export function iconFiles(): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const svg = (draw: (size: number) => readonly Shape[]): Uint8Array =>
    new TextEncoder().encode(svgDocument(draw(SVG_SIZE), SVG_SIZE));
  for (const [name, draw] of Object.entries(ICONS)) {
    files.set(`icons/${name}.svg`, svg(draw));
    for (const size of SIZES) files.set(`icons/${name}-${size}.png`, png(paint(draw(size), size), size));
  }
  files.set('icons/regrant-dark.svg', svg(DARK_MARK));
  files.set('store/logo.png', png(paint(MARK(STORE_LOGO_SIZE), STORE_LOGO_SIZE), STORE_LOGO_SIZE));
  return files;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, content] of iconFiles()) {
    const file = join(root, 'assets', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
