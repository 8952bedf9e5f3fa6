/** LEFT, SUBSTITUTE, TEXT, VALUE and other functions of text. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { numberOfText, textOfNumber, toText } from '../coercion.ts';
import type { Evaluation } from '../evaluation.ts';
import {
  declare,
  declareOpen,
  declareScalars,
  type NativeFunction,
  UNLIMITED,
} from '../function-declaration.ts';
import { CALC, LONGEST_TEXT, Matrix, NA, OMITTED, VALUE, type Value } from '../value.ts';
import { roundedAt } from './arithmetic.ts';
import { formatValue } from './number-format.ts';
import { hasWildcard, wildcardOf } from './wildcard.ts';

const limited = (text: string): CellValue => (text.length > LONGEST_TEXT ? VALUE : text);

/** All texts one after the other, with separators in turn where there are several. */
function joinedTexts(
  evaluation: Evaluation,
  args: readonly Value[],
  separators: readonly string[],
  skipsEmpty: boolean,
): CellValue {
  let joined = '';
  let count = 0;
  for (const argument of args) {
    const failed = evaluation.each(argument, (value) => {
      const text = toText(value);
      if (text instanceof CellError) return text;
      if (skipsEmpty && text === '') return undefined;
      joined += (count === 0 ? '' : (separators[(count - 1) % separators.length] ?? '')) + text;
      count++;
      // Once it is too long it stays so.
      return joined.length > LONGEST_TEXT ? VALUE : undefined;
    });
    if (failed !== undefined) return failed;
  }
  return joined;
}

const proper = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

function find(wanted: string, text: string, start: number): CellValue {
  const from = Math.trunc(start) - 1;
  if (from < 0 || from > text.length) return VALUE;
  const at = text.indexOf(wanted, from);
  return at < 0 ? VALUE : at + 1;
}

function search(wanted: string, text: string, start: number): CellValue {
  const from = Math.trunc(start) - 1;
  if (from < 0 || from > text.length) return VALUE;
  if (!hasWildcard(wanted)) return find(wanted.toLowerCase(), text.toLowerCase(), start);
  const wildcard = wildcardOf(wanted);
  if (wildcard instanceof CellError) return wildcard;
  const at = wildcard.find(text.slice(from));
  return at < 0 ? VALUE : at + from + 1;
}

function substitute(text: string, old: string, replacement: string, which: number | undefined): CellValue {
  if (old === '') return text;
  if (which === undefined) return limited(text.split(old).join(replacement));
  if (which < 1) return VALUE;
  let at = -1;
  for (let i = 0; i < Math.trunc(which); i++) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return text;
  }
  return limited(text.slice(0, at) + replacement + text.slice(at + old.length));
}

/** Windows-1252 above 127, as CHAR and CODE have it. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const characterOf = (code: number): CellValue => {
  const at = Math.trunc(code);
  if (at < 1 || at > 255) return VALUE;
  return at >= 128 && at < 160 ? WINDOWS_1252.charAt(at - 128) : String.fromCharCode(at);
};

function codeOf(text: string): CellValue {
  if (text === '') return VALUE;
  const special = WINDOWS_1252.indexOf(text.charAt(0));
  const code = text.charCodeAt(0);
  return special >= 0 ? special + 128 : code < 256 ? code : 63;
}

function grouped(value: number, decimals: number, hasNoCommas: boolean): string {
  const rounded = roundedAt(value, decimals, (magnitude) => Math.floor(magnitude + 0.5));
  const places = Math.max(0, Math.trunc(decimals));
  const [whole, fraction] = decimalDigits(Math.abs(rounded));
  const digits = hasNoCommas ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const shown = fraction.slice(0, places).padEnd(places, '0');
  return `${rounded < 0 ? '-' : ''}${digits}${places === 0 ? '' : `.${shown}`}`;
}

/** A number's digits before and after the point, 15 of them significant, as Excel writes numbers. */
function decimalDigits(value: number): [whole: string, fraction: string] {
  const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
  const digits = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  if (point <= 0) return ['0', '0'.repeat(-point) + digits];
  return [digits.slice(0, point).padEnd(point, '0'), digits.slice(point)];
}

/** FIXED and DOLLAR take no more decimals (Microsoft's page on FIXED). */
const MOST_DECIMALS = 127;

function numberValue(text: string, decimal: string, group: string): CellValue {
  if (decimal === '' || group === '') return VALUE;
  const point = decimal.charAt(0);
  const separator = group.charAt(0);
  let plain = text.replace(/\s/g, '');
  if (plain === '') return 0;
  let percents = 0;
  while (plain.endsWith('%')) {
    plain = plain.slice(0, -1);
    percents++;
  }
  const [whole = '', ...fraction] = plain.split(point);
  if (fraction.length > 1 || fraction.some((part) => part.includes(separator))) return VALUE;
  const number = [whole.split(separator).join(''), ...fraction].join('.');
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(number) ? Number(number) / 100 ** percents : VALUE;
}

/** Texts of an argument, or the first error. */
function textsOf(evaluation: Evaluation, value: Value): string[] | CellError {
  const texts: string[] = [];
  const failed = evaluation.each(value, (cell) => {
    const text = toText(cell);
    if (text instanceof CellError) return text;
    texts.push(text);
    return undefined;
  });
  return failed ?? texts;
}

/** Where delimiters stand in a text: position and length, from left to right. */
function delimitersIn(text: string, delimiters: readonly string[], ignoresCase: boolean): [number, number][] {
  const subject = ignoresCase ? text.toLowerCase() : text;
  const wanted = delimiters.filter((d) => d !== '').map((d) => (ignoresCase ? d.toLowerCase() : d));
  const found: [number, number][] = [];
  for (let at = 0; at < subject.length;) {
    const hit = wanted.filter((d) => subject.startsWith(d, at)).sort((a, b) => b.length - a.length)[0];
    if (hit === undefined) at++;
    else {
      found.push([at, hit.length]);
      at += hit.length;
    }
  }
  return found;
}

const cut = (name: string, isBefore: boolean): NativeFunction =>
  declare(
    name,
    ['text', 'value', 'number?', 'number?', 'number?', 'any?'],
    (evaluation, text, delimiter, instance = 1, mode = 0, atEnd = 0, ifNone) => {
      const delimiters = textsOf(evaluation, delimiter);
      if (delimiters instanceof CellError) return delimiters;
      const which = Math.trunc(instance);
      if (which === 0 || Math.abs(which) > Math.max(text.length, 1)) return VALUE;
      if (delimiters.includes('')) return which > 0 === isBefore ? '' : text;
      const found = delimitersIn(text, delimiters, mode !== 0);
      if (atEnd !== 0) {
        if (which > 0) found.push([text.length, 0]);
        else found.unshift([0, 0]);
      }
      const hit = which > 0 ? found[which - 1] : found[found.length + which];
      if (hit === undefined) return ifNone ?? NA;
      return isBefore ? text.slice(0, hit[0]) : text.slice(hit[0] + hit[1]);
    },
    { omittedIsDefault: true },
  );

function split(text: string, delimiters: readonly string[], ignoresCase: boolean): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const [at, length] of delimitersIn(text, delimiters, ignoresCase)) {
    parts.push(text.slice(from, at));
    from = at + length;
  }
  return [...parts, text.slice(from)];
}

const textsplit = declare(
  'TEXTSPLIT',
  ['text', 'value', 'value?', 'logical?', 'number?', 'any?'],
  (evaluation, text, columnDelimiter, rowDelimiter, skipsEmpty = false, mode = 0, padding = NA): Value => {
    const columns = columnDelimiter === OMITTED ? [] : textsOf(evaluation, columnDelimiter);
    const rows =
      rowDelimiter === undefined || rowDelimiter === OMITTED ? [] : textsOf(evaluation, rowDelimiter);
    if (columns instanceof CellError) return columns;
    if (rows instanceof CellError) return rows;
    const keep = (part: string): boolean => !skipsEmpty || part !== '';
    const lines = (rows.length === 0 ? [text] : split(text, rows, mode !== 0)).filter(keep);
    const parts = lines.map((line) =>
      (columns.length === 0 ? [line] : split(line, columns, mode !== 0)).filter(keep),
    );
    const width = Math.max(0, ...parts.map((line) => line.length));
    if (width === 0) return CALC;
    return Matrix.build(parts.length, width, (i, j) => parts[i]?.[j] ?? padding);
  },
);

const concatenate = declareScalars('CONCATENATE', 1, UNLIMITED, (_, values) => {
  let text = '';
  for (const value of values) {
    const part = toText(value);
    if (part instanceof CellError) return part;
    text += part;
  }
  return limited(text);
});

export const TEXT_FUNCTIONS: readonly NativeFunction[] = [
  declare('TEXT', ['scalar', 'text'], (evaluation, value, format) => formatValue(value, format, evaluation)),
  declare('VALUE', ['scalar'], (evaluation, value) => {
    if (typeof value === 'number') return value;
    if (value === null) return 0;
    return typeof value === 'string' ? (numberOfText(value, evaluation) ?? VALUE) : VALUE;
  }),
  declare('NUMBERVALUE', ['text', 'text?', 'text?'], (_, text, decimal = '.', group = ',') =>
    numberValue(text, decimal, group),
  ),
  declare('FIXED', ['number', 'number?', 'logical?'], (_, value, decimals = 2, hasNoCommas = false) =>
    decimals > MOST_DECIMALS ? VALUE : grouped(value, decimals, hasNoCommas),
  ),
  declare('DOLLAR', ['number', 'number?'], (_, value, decimals = 2) => {
    if (decimals > MOST_DECIMALS) return VALUE;
    const text = grouped(Math.abs(value), decimals, false);
    return value < 0 && /[1-9]/.test(text) ? `($${text})` : `$${text}`;
  }),
  declare('LEFT', ['text', 'number?'], (_, text, count = 1) =>
    count < 0 ? VALUE : text.slice(0, Math.trunc(count)),
  ),
  declare('RIGHT', ['text', 'number?'], (_, text, count = 1) =>
    count < 0 ? VALUE : text.slice(Math.max(0, text.length - Math.trunc(count))),
  ),
  declare('MID', ['text', 'number', 'number'], (_, text, start, count) =>
    start < 1 || count < 0
      ? VALUE
      : text.slice(Math.trunc(start) - 1, Math.trunc(start) - 1 + Math.trunc(count)),
  ),
  declare('LEN', ['text'], (_, text) => text.length),
  declare('FIND', ['text', 'text', 'number?'], (_, wanted, text, start = 1) => find(wanted, text, start)),
  declare('SEARCH', ['text', 'text', 'number?'], (_, wanted, text, start = 1) => search(wanted, text, start)),
  declare('SUBSTITUTE', ['text', 'text', 'text', 'number?'], (_, text, old, replacement, which) =>
    substitute(text, old, replacement, which),
  ),
  declare('REPLACE', ['text', 'number', 'number', 'text'], (_, text, start, count, replacement) =>
    start < 1 || count < 0
      ? VALUE
      : limited(
          text.slice(0, Math.trunc(start) - 1) +
            replacement +
            text.slice(Math.trunc(start) - 1 + Math.trunc(count)),
        ),
  ),
  declare('TRIM', ['text'], (_, text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  declare('UPPER', ['text'], (_, text) => text.toUpperCase()),
  declare('LOWER', ['text'], (_, text) => text.toLowerCase()),
  declare('PROPER', ['text'], (_, text) => proper(text)),
  declare('REPT', ['text', 'number'], (_, text, count) =>
    count < 0 || text.length * Math.trunc(count) > LONGEST_TEXT ? VALUE : text.repeat(Math.trunc(count)),
  ),
  declare('EXACT', ['text', 'text'], (_, a, b) => a === b),
  declare('CHAR', ['number'], (_, code) => characterOf(code)),
  declare('CODE', ['text'], (_, text) => codeOf(text)),
  declare('UNICHAR', ['number'], (_, code) =>
    code < 1 || code > 0x10ffff ? VALUE : String.fromCodePoint(Math.trunc(code)),
  ),
  declare('UNICODE', ['text'], (_, text) => text.codePointAt(0) ?? VALUE),
  // eslint-disable-next-line no-control-regex -- removing control characters is what CLEAN does
  declare('CLEAN', ['text'], (_, text) => text.replace(/[\u0000-\u001f]/g, '')),
  concatenate,
  declareOpen('CONCAT', 1, UNLIMITED, (evaluation, args) => joinedTexts(evaluation, args, [''], true)),
  declareOpen('TEXTJOIN', 3, UNLIMITED, (evaluation, [separator = null, skips = null, ...args]) => {
    const separators = separator === OMITTED ? [''] : textsOf(evaluation, separator);
    if (separators instanceof CellError) return separators;
    const skipsEmpty = skips === OMITTED ? true : evaluation.number(skips);
    if (skipsEmpty instanceof CellError) return skipsEmpty;
    return joinedTexts(evaluation, args, separators.length === 0 ? [''] : separators, Boolean(skipsEmpty));
  }),
  cut('TEXTBEFORE', true),
  cut('TEXTAFTER', false),
  textsplit,
  declare('ARRAYTOTEXT', ['array', 'number?'], (_, array, format = 0) => {
    if (format !== 0 && format !== 1) return VALUE;
    const spelled = (value: CellValue): string =>
      typeof value === 'string' && format !== 0
        ? `"${value.replace(/"/g, '""')}"`
        : typeof value === 'number'
          ? textOfNumber(value)
          : String(toText(value));
    // Each cell takes a separator at least.
    if (array.rows * array.columns > LONGEST_TEXT) return VALUE;
    const rows = array.toRows().map((row) => row.map(spelled));
    return limited(format === 0 ? rows.flat().join(', ') : `{${rows.map((row) => row.join(',')).join(';')}}`);
  }),
  declare('VALUETOTEXT', ['any', 'number?'], (_, value, format = 0) =>
    typeof value === 'string' && format !== 0 ? `"${value.replace(/"/g, '""')}"` : String(toText(value)),
  ),
];
