/** A template as it was handed over: a Word document, taken apart. It does not know what the document says. */
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { textOf } from '../utf8.ts';
import { unzip } from '../zip.ts';

export interface Template {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** The parts that hold text, in the order in which a person meets them. */
  readonly texts: readonly TemplateText[];
}

export interface TemplateText {
  readonly path: string;
  /** What a person calls it: `the body`, `header 1`. */
  readonly place: string;
  readonly xml: string;
}

const BODY = 'word/document.xml';

/** @throws RegrantError no Word document */
export function readTemplate(bytes: Uint8Array): Template {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw badValue(
      say`The template is an old .doc or is protected by a password: save it as .docx without a password.`,
    );
  let files: Record<string, Uint8Array>;
  try {
    files = unzip(bytes);
  } catch {
    throw badValue(say`The template is not a Word document: save it as .docx.`);
  }
  const parts = new Map(Object.entries(files).filter(([path]) => !path.endsWith('/')));
  if (!parts.has(BODY))
    throw badValue(say`The template is not a Word document (it has no text): save it as .docx.`);
  const others = [...parts.keys()].filter((path) => /^word\/(header|footer)\d*\.xml$/.test(path)).sort();
  return {
    parts,
    texts: [BODY, ...others].map((path) => ({
      path,
      place: path === BODY ? 'the body' : path.replace(/^word\/([a-z]+)(\d*)\.xml$/, '$1 $2').trim(),
      xml: textOf(parts.get(path) ?? new Uint8Array()),
    })),
  };
}
