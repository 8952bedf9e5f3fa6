/** The icons as the ribbon shows them: their sizes, and that they are seen on its light and on its dark ground. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzlibSync } from 'fflate';
import { iconFiles } from '../../scripts/draw-icons.ts';
import { ICONS, INK, PAPER, SIZES } from '../../scripts/icons.ts';
import { root } from '../../scripts/root.mjs';
import { attribute, elementsNamed, onlyElement } from '../xml-tree.ts';
import { manifest, overrides, sourceOf, valueOf } from './manifest-file.ts';

type Color = readonly [red: number, green: number, blue: number];

interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Uint8Array;
}

/** What a ribbon is painted on: Office's white and light grey, its dark grey and its black theme. */
const RIBBONS = { white: '#ffffff', 'light grey': '#f3f2f1', 'dark grey': '#292929', black: '#1f1f1f' };

/** WCAG 2.1, 1.4.11: what is needed to understand a graphic. */
const LEAST_CONTRAST = 3;

/** Of what an icon draws in ink: round edges fade. */
const LEAST_SEEN = 1 / 3;

/** Of what an icon of straight lines paints in whole pixels; its corners and one slanted sign are not. */
const LEAST_SHARP = 0.8;
const STRAIGHT = ['regrant', 'insert-terms', 'check-ledger', 'explain'];

/** Reads what scripts/draw-icons.ts writes: 8 bits a channel, no filter, one chunk of data. */
function readPng(file: string): Picture {
  const bytes = readFileSync(file);
  assert.equal(bytes.toString('latin1', 1, 4), 'PNG', `${file} is a PNG`);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  assert.deepEqual([...bytes.subarray(24, 29)], [8, 6, 0, 0, 0], `${file} has 32 bits a pixel`);
  const start = bytes.indexOf('IDAT') + 4;
  const rows = unzlibSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)));
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++)
    pixels.set(rows.subarray(row * (width * 4 + 1) + 1, (row + 1) * (width * 4 + 1)), row * width * 4);
  return { width, height, pixels };
}

const colorOf = (hex: string): Color => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** @see https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance(color: Color): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The smallest rectangle around the pixels of which `holds`: left, top, right, bottom, exclusive. */
function frameOf({ width, height }: Picture, holds: (pixel: number) => boolean): readonly number[] {
  const frame = [width, height, 0, 0] as [number, number, number, number];
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (!holds(pixel)) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    frame[0] = Math.min(frame[0], x);
    frame[1] = Math.min(frame[1], y);
    frame[2] = Math.max(frame[2], x + 1);
    frame[3] = Math.max(frame[3], y + 1);
  }
  return frame;
}

const alphaAt = ({ pixels }: Picture, pixel: number): number => (pixels[pixel * 4 + 3] ?? 0) / 255;

const colorAt = ({ pixels }: Picture, pixel: number): Color => [
  pixels[pixel * 4] ?? 0,
  pixels[pixel * 4 + 1] ?? 0,
  pixels[pixel * 4 + 2] ?? 0,
];

const paintedPixels = (picture: Picture): readonly number[] =>
  Array.from({ length: picture.width * picture.height }, (_, pixel) => pixel).filter(
    (pixel) => alphaAt(picture, pixel) > 0,
  );

/** What the screen shows of a pixel over a ground. */
function over(picture: Picture, pixel: number, ground: Color): Color {
  const alpha = alphaAt(picture, pixel);
  const color = colorAt(picture, pixel);
  return ground.map(
    (channel, index) => channel * (1 - alpha) + (color[index] ?? 0) * alpha,
  ) as unknown as Color;
}

describe("The manifest's icons", () => {
  it('are 32 and 64 pixels in the list of add-ins', () => {
    const size = (name: string): readonly number[] => {
      const { width, height } = readPng(sourceOf(attribute(onlyElement(manifest, name), 'DefaultValue')));
      return [width, height];
    };
    assert.deepEqual(size('IconUrl'), [32, 32]);
    assert.deepEqual(size('HighResolutionIconUrl'), [64, 64]);
  });

  it('have on the ribbon the size that they are listed with, 16, 32 and 80 among them', () => {
    const icons = elementsNamed(overrides, 'Icon');
    assert.equal(
      icons.length,
      elementsNamed(overrides, 'Group').length + elementsNamed(overrides, 'Control').length,
    );
    for (const icon of icons) {
      const sizes = icon.children.map((image) => {
        const size = Number(attribute(image, 'size'));
        const { width, height } = readPng(sourceOf(valueOf(attribute(image, 'resid'))));
        assert.deepEqual([width, height], [size, size]);
        return size;
      });
      for (const required of [16, 32, 80]) assert.ok(sizes.includes(required), `size ${required}`);
    }
  });

  it('are one for each command', () => {
    const pictures = elementsNamed(overrides, 'Control').map((control) =>
      valueOf(attribute(elementsNamed(control, 'bt:Image')[0] ?? control, 'resid')),
    );
    assert.equal(new Set(pictures).size, pictures.length);
  });

  it('are what scripts/icons.ts draws', () => {
    for (const [name, content] of iconFiles())
      assert.ok(readFileSync(join(root, 'assets', name)).equals(content), `run the task icons: ${name}`);
  });

  for (const [name, hex] of Object.entries(RIBBONS))
    it(`have ink that is seen on a ${name} ribbon`, () => {
      for (const ink of Object.values(INK)) {
        const found = contrast(colorOf(ink), colorOf(hex));
        assert.ok(found >= LEAST_CONTRAST, `${ink} on ${hex}: ${found.toFixed(2)}`);
      }
    });

  it('have ink that is seen on their own paper', () => {
    for (const ink of Object.values(INK))
      assert.ok(contrast(colorOf(ink), colorOf(PAPER)) >= LEAST_CONTRAST, ink);
  });

  for (const name of Object.keys(ICONS))
    it(`show the whole of ${name} on every ribbon, in every size`, () => {
      const paper = colorOf(PAPER).join();
      for (const size of SIZES) {
        const picture = readPng(join(root, 'assets/icons', `${name}-${size}.png`));
        const ink = paintedPixels(picture).filter((pixel) => colorAt(picture, pixel).join() !== paper);
        const whole = frameOf(picture, (pixel) => alphaAt(picture, pixel) > 0.25);
        for (const [ribbon, hex] of Object.entries(RIBBONS)) {
          const ground = colorOf(hex);
          const isSeen = (pixel: number): boolean =>
            contrast(over(picture, pixel, ground), ground) >= LEAST_CONTRAST;
          const share = ink.filter(isSeen).length / ink.length;
          assert.ok(share >= LEAST_SEEN, `${size} pixels on ${ribbon}: ${share.toFixed(2)} of it is seen`);
          const seen = frameOf(picture, isSeen);
          for (const [side, edge] of seen.entries())
            assert.ok(
              Math.abs(edge - (whole[side] ?? 0)) <= Math.max(1, size / 32),
              `${size} pixels on ${ribbon}: ${seen.join()} is seen of ${whole.join()}`,
            );
        }
      }
    });

  for (const name of STRAIGHT)
    it(`draw the straight lines of ${name} in whole pixels`, () => {
      const pure = [...Object.values(INK), PAPER].map((hex) => colorOf(hex).join());
      for (const size of SIZES) {
        const picture = readPng(join(root, 'assets/icons', `${name}-${size}.png`));
        const painted = paintedPixels(picture);
        const sharp = painted.filter(
          (pixel) => alphaAt(picture, pixel) === 1 && pure.includes(colorAt(picture, pixel).join()),
        );
        const share = sharp.length / painted.length;
        assert.ok(share >= LEAST_SHARP, `${size} pixels: ${share.toFixed(2)}`);
      }
    });
});
