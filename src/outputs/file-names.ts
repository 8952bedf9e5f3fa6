/** What files are called: a pattern filled with a holder's values, as every file system takes it, and never twice. */
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { sameWord } from '../domain/basics/words.ts';
import type { OutputFile } from './output.ts';
import { wellFormed } from './utf8.ts';

/** What may stand in braces in the pattern of a file's name. */
const NAME_FIELDS = ['kind', 'Holder ID', 'Holder Name', 'Country'] as const;
export type NameField = (typeof NAME_FIELDS)[number];

export const STANDARD_NAME = '{kind}-{Holder ID}';

/** Names that are devices in every folder of Windows. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

/** A name has at most 255 bytes in UTF-8; its ending and a number to tell it from others come after it. */
const MOST_BYTES = 200;

/**
 * The name that a pattern gives, without its ending.
 *
 * @throws RegrantError the pattern names an unknown field
 */
export function fileName(pattern: string, values: Readonly<Record<NameField, string>>): string {
  const filled = pattern.replace(/\{([^{}]*)\}/g, (whole, field: string) => {
    const known = NAME_FIELDS.find((name) => sameWord(name, field));
    if (known === undefined)
      throw badValue(
        say`The pattern of file names has ${whole}, which is not known: use ${NAME_FIELDS.map((name) => `{${name}}`).join(', ')}.`,
      );
    return values[known];
  });
  return safeName(filled);
}

/** Characters that no file system takes, or that only some take, become `_`. */
export function safeName(text: string): string {
  const plain = wellFormed(text)
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = shortened(plain === '' ? '_' : plain);
  return DEVICE.test(short) ? `_${short}` : short;
}

/** By whole characters, since half of one is none. */
function shortened(text: string): string {
  let [kept, bytes] = ['', 0];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > MOST_BYTES) break;
    kept += character;
  }
  return kept.trimEnd();
}

/** The files under names that differ on every file system, one that ignores case too: `-2`, `-3` tell them apart. */
export function distinctNames(files: readonly OutputFile[]): readonly OutputFile[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    const [, stem = name, ending = ''] = /^(.*?)((?:\.ocf)?\.[^./]*)?$/s.exec(name) ?? [];
    let own = name;
    for (let count = 2; taken.has(own.toLowerCase()); count++) own = `${stem}-${String(count)}${ending}`;
    taken.add(own.toLowerCase());
    return { name: own, bytes };
  });
}
