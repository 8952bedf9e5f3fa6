/**
 * For tests: the font that a page shows its text in, so that no test depends on what the machine has. Each stands in for
 * Segoe UI, which is first in every list of fonts here: a wide one, and a narrow one.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

export type TestFont = 'wide' | 'narrow';

const FILES: Readonly<Record<TestFont, string>> = {
  wide: '@fontsource/dejavu-sans/files/dejavu-sans-latin',
  narrow: '@fontsource/pt-sans-narrow/files/pt-sans-narrow-latin',
};
const WEIGHTS = [400, 700];
const require = createRequire(import.meta.url);

/** The files' content as base64, by font and weight. */
const contents = new Map<string, string>();

function contentOf(font: TestFont, weight: number): string {
  const name = `${FILES[font]}-${String(weight)}-normal.woff2`;
  const content = contents.get(name) ?? readFileSync(require.resolve(name)).toString('base64');
  contents.set(name, content);
  return content;
}

/** Shows all text of the frame in that font, in place of the one before. */
export async function showIn(font: TestFont, frame: Frame): Promise<void> {
  const faces = WEIGHTS.map((weight) => [weight, contentOf(font, weight)]);
  await frame.evaluate(`(async () => {
    for (const face of window.testFaces ?? []) document.fonts.delete(face);
    window.testFaces = ${JSON.stringify(faces)}.map(([weight, content]) =>
      new FontFace('Segoe UI', Uint8Array.from(atob(content), (character) => character.charCodeAt(0)), { weight: String(weight) }));
    for (const face of testFaces) document.fonts.add(await face.load());
    await document.fonts.ready;
  })()`);
}
