/**
 * Headers that no column has though their words are those of one: `Grant Expiry`, `Exercise Px`, `Excercise Price`.
 * A person is told of them, and they are never taken for the column.
 */
import { distanceBetween } from '../basics/words.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from './columns.ts';
import { columnKey } from './header-name.ts';

/**
 * The column whose words a header has, in another order, form or abbreviation, with a word such as "date" or "shares"
 * more or less, or with a slip of the keyboard; undefined for a header of another meaning.
 */
export function nearColumn(
  header: string,
  among: readonly LedgerColumn[] = LEDGER_COLUMNS,
): LedgerColumn | undefined {
  const bare = header.replace(/[([{][^()[\]{}]*[)\]}]\s*$/, '');
  return nearWhole(header, among) ?? (bare === header ? undefined : nearWhole(bare, among));
}

function nearWhole(header: string, among: readonly LedgerColumn[]): LedgerColumn | undefined {
  const words = wordsOf(header);
  if (words.length === 0) return undefined;
  const named = among.flatMap((column) =>
    [column.name, ...column.synonyms].map((name) => ({ column, name })),
  );
  const saysEnough = (some: readonly string[]): boolean => some.some((word) => !GENERIC.has(word));
  const sameWords =
    words.length > 1 || saysEnough(words)
      ? named.find(({ name }) => sameSet(words, wordsOf(name)))
      : undefined;
  const sameMeaning = named.find(({ column, name }) => {
    const core = words.filter((word) => !FILLERS[column.content].has(word));
    const theirs = wordsOf(name).filter((word) => !FILLERS[column.content].has(word));
    return saysEnough(core) && sameSet(core, theirs);
  });
  return (sameWords ?? sameMeaning ?? slip(header, named))?.column;
}

function slip<T extends { readonly name: string }>(header: string, named: readonly T[]): T | undefined {
  const key = columnKey(header);
  const limit = key.length >= 12 ? 3 : key.length >= 8 ? 2 : 0;
  if (limit === 0) return undefined;
  let best: T | undefined;
  let least = limit;
  for (const candidate of named) {
    const distance = distanceBetween(key, columnKey(candidate.name), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word) => b.includes(word));

/** A header's words: apart where capitals join them, abbreviations written out, endings cut off, each once. */
function wordsOf(header: string): readonly string[] {
  const words = header
    .replace(/#/g, ' number ')
    .replace(/%/g, ' pct ')
    .replace(/\bo\/s\b/gi, ' outstanding ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const found = (words ?? [])
    .map((word) => stem(ABBREVIATIONS.get(word) ?? word))
    .filter((word) => !EMPTY_WORDS.has(word));
  return [...new Set(found)].sort();
}

function stem(word: string): string {
  if (word.startsWith('expir')) return 'expir';
  const single = word.length > 4 ? word.replace(/(?<!s)s$/, '') : word;
  return single.length > 4 ? single.replace(/(?:ing|ed|e)$/, '') : single;
}

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amt: 'amount',
    canc: 'cancelled',
    canceled: 'cancelled',
    cert: 'certificate',
    dt: 'date',
    ee: 'employee',
    emp: 'employee',
    empl: 'employee',
    ex: 'exercise',
    exer: 'exercise',
    exerc: 'exercise',
    exp: 'expiration',
    id: 'number',
    identifier: 'number',
    no: 'number',
    nr: 'number',
    num: 'number',
    nbr: 'number',
    opt: 'option',
    opts: 'options',
    out: 'outstanding',
    outst: 'outstanding',
    outstdg: 'outstanding',
    px: 'price',
    qty: 'quantity',
    qtty: 'quantity',
    quant: 'quantity',
    sh: 'share',
    shs: 'shares',
    shrs: 'shares',
    term: 'termination',
    unrecog: 'unrecognised',
    unrecognized: 'unrecognised',
    vstd: 'vested',
  }),
);

const stems = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem));

const EMPTY_WORDS = stems('a an at for in of on per the to');

/** Words that a header over such cells may have or lack. */
const FILLERS: Readonly<Record<LedgerColumn['content'], ReadonlySet<string>>> = {
  id: stems('code unique'),
  text: stems('name code description'),
  date: stems('date day option original'),
  price: stems('option award share original amount'),
  count: stems('share option quantity number unit award amount total current'),
};

/** Words that alone say too little of what a column holds. */
const GENERIC = stems(
  'grant option award share stock holder employee participant optionee stakeholder person security number date ' +
    'issue price value name type',
);
