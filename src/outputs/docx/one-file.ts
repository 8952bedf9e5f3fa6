/** Several letters of one template in one document: the same headers and styles, each letter on a page of its own. */
import type { DocxArchive } from './docx-archive.ts';

const BODY = 'word/document.xml';
const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

/** The letters after the first are put before the last section's properties of the first; headers are the first's. */
export function joined(letters: readonly DocxArchive[]): DocxArchive | undefined {
  const [first, ...others] = letters;
  if (first === undefined || others.length === 0) return first;
  const xml = first.text(BODY);
  const end = endOfContent(xml);
  const more = others.map((letter) => PAGE_BREAK + contentOf(letter.text(BODY)));
  first.file(BODY, xml.slice(0, end) + more.join('') + xml.slice(end));
  return first;
}

function contentOf(xml: string): string {
  const start = xml.indexOf('>', xml.indexOf('<w:body')) + 1;
  return xml.slice(start, endOfContent(xml));
}

/** Where the last section's properties begin, or else the body ends. */
function endOfContent(xml: string): number {
  const body = xml.lastIndexOf('</w:body>');
  const section = xml.lastIndexOf('<w:sectPr', body);
  const isLast = section >= 0 && !xml.slice(section, body).includes('</w:p>');
  return isLast ? section : body;
}
