/** Letters made for tests, and what they say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { offerSource, type OfferBook } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Stage } from '../../src/domain/offer/life/stage.ts';
import { type MadeOutputs, makeOutputs } from '../../src/outputs/make-outputs.ts';
import type { OutputRequest } from '../../src/outputs/output.ts';
import { textOf, utf8 } from '../../src/outputs/utf8.ts';
import { unzip, zip } from '../../src/outputs/zip.ts';
import { root } from '../../scripts/root.mjs';

export const ownTemplate = (kind: string): Uint8Array =>
  new Uint8Array(readFileSync(join(root, 'assets', 'papers', `${kind}.docx`)));

export function letters(
  book: OfferBook,
  request: Partial<OutputRequest> & { readonly kinds: readonly string[] },
  { stage = 'Closed', template }: { readonly stage?: Stage; readonly template?: Uint8Array } = {},
): MadeOutputs {
  const templates = request.kinds.map((kind) => [kind, template ?? ownTemplate(kind)] as const);
  return makeOutputs(offerSource(book), stage, request, new Map(templates));
}

/** What a document says, a line a paragraph; cells of tables are paragraphs. */
export function wordsOf(bytes: Uint8Array, part = 'word/document.xml'): string[] {
  return [...textOf(unzip(bytes)[part] ?? utf8('')).matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([xml]) =>
      [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, text = '']) => text)
        .join('')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, '&'),
    )
    .filter((line) => line.trim() !== '');
}

/** The template with some of its text changed, in the body and beside it. */
export function changed(template: Uint8Array, change: (xml: string, part: string) => string): Uint8Array {
  return zip(
    Object.fromEntries(
      Object.entries(unzip(template)).map(([part, bytes]) => [
        part,
        /^word\/(document|header\d|footer\d)\.xml$/.test(part) ? utf8(change(textOf(bytes), part)) : bytes,
      ]),
    ),
  );
}
