/**
 * A formula's two spellings: the user's (`=REGRANT.NEWSHARES([@Shares],XLOOKUP(A1,B1#,C1#))`) and the file's, where
 * custom and later functions, parameters, `@`, `#` and this-row references are written otherwise. Both are without the
 * leading `=` here. It works on tokens, so that text in quotes and sheet names stay as they are.
 */
import { parseStructRef, stringifyStructRef, tokenize, type Token } from '@borgar/fx/xlsx';
import { FUTURE_FUNCTIONS, FUTURE_PREFIX, WORKSHEET_PREFIX } from './future-functions.ts';

/**
 * How Excel marks an add-in's custom function in a file: `_xldudf_REGRANT_NEWSHARES`.
 *
 * @see office-js issues 5611 and 3558; inferred from files that current Excel stored
 */
export const CUSTOM_FUNCTION_PREFIX = '_xldudf_';
/** How older builds of Excel marked it. Current ones no longer calculate it. */
const OLD_CUSTOM_FUNCTION_PREFIX = '_xll.';
const PARAMETER_PREFIX = '_xlpm.';
const OPTIONAL_PARAMETER_PREFIX = '_xlop.';
const FUNCTION_VALUE_PREFIX = '_xleta.';
const ANCHOR_ARRAY = '_xlfn.ANCHORARRAY';
const SINGLE = '_xlfn.SINGLE';

/** The custom functions that a workbook is known to use, by both spellings. */
export class CustomFunctionNames {
  private readonly users = new Map<string, string>();
  private readonly files = new Map<string, string>();

  /** Adds a name as users write it: `REGRANT.NEWSHARES`. */
  add(name: string): void {
    const stored = CUSTOM_FUNCTION_PREFIX + name.replace(/\./g, '_');
    this.users.set(stored.toUpperCase(), name);
    this.files.set(name.toUpperCase(), stored);
  }

  inFile(name: string): string | undefined {
    return this.files.get(name.toUpperCase());
  }

  /** The user's spelling; of a name not seen before, the first underscore parts namespace and function. */
  forUser(stored: string): string {
    const known = this.users.get(stored.toUpperCase());
    if (known !== undefined) return known;
    const name = stored.slice(CUSTOM_FUNCTION_PREFIX.length).replace('_', '.');
    this.add(name);
    return name;
  }
}

export interface SpellingContext {
  readonly customFunctions: CustomFunctionNames;
  /** The table in whose rows the formula stands: `[@Shares]` is that table's. */
  readonly table?: string | undefined;
}

const tokensOf = (formula: string): Token[] =>
  tokenize(formula, { mergeRefs: false, withLocation: false, negativeNumbers: false });

const isOperator = (token: Token | undefined, value: string): boolean =>
  token?.type === 'operator' && token.value === value;

const startsWith = (text: string, prefix: string): boolean =>
  text.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();

/** Index of the parenthesis that closes the one at `open`, or the last token. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (isOperator(tokens[at], '(')) depth++;
    else if (isOperator(tokens[at], ')') && --depth === 0) return at;
  }
  return tokens.length - 1;
}

/** From the file's spelling to the user's. */
export function userSpelling(formula: string, context: SpellingContext): string {
  // Nothing to translate stands in a formula without these; the test may be wrong only to the safe side.
  if (!/_xl|#This Row/i.test(formula)) return formula;
  return userTokens(tokensOf(formula), context);
}

function userTokens(tokens: readonly Token[], context: SpellingContext): string {
  let text = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { type, value } = token;
    if (type === 'func' && (isNamed(value, ANCHOR_ARRAY) || isNamed(value, SINGLE))) {
      const end = closing(tokens, at + 1);
      const inner = tokens.slice(at + 2, end);
      const operand = userTokens(inner, context);
      const grouped = inner.some((part, index) => isLoose(inner, part, index)) ? `(${operand})` : operand;
      text += isNamed(value, SINGLE) ? `@${grouped}` : `${grouped}#`;
      at = end;
    } else if (type === 'func') text += userFunctionName(value, context);
    else if (type === 'range_named' && startsWith(value, OPTIONAL_PARAMETER_PREFIX))
      text += `[${value.slice(OPTIONAL_PARAMETER_PREFIX.length)}]`;
    else if (type === 'range_named' && isOwnTable(tokens, at, context)) continue;
    else if (type === 'range_named') text += withoutPrefix(value, PARAMETER_PREFIX, FUNCTION_VALUE_PREFIX);
    else if (type === 'structured') text += shortThisRow(value);
    else text += value;
  }
  return text;
}

const isNamed = (value: string, name: string): boolean => value.toUpperCase() === name.toUpperCase();

/** Whether an operand needs parentheses of its own once its function's are gone. */
function isLoose(tokens: readonly Token[], token: Token, index: number): boolean {
  if (token.type !== 'operator') return false;
  if (token.value === '(') return false;
  const open = tokens.slice(0, index).filter((part) => isOperator(part, '(')).length;
  const closed = tokens.slice(0, index).filter((part) => isOperator(part, ')')).length;
  return open === closed && ![':', '!', '#', ')'].includes(token.value);
}

function withoutPrefix(name: string, ...prefixes: readonly string[]): string {
  const prefix = prefixes.find((candidate) => startsWith(name, candidate));
  return prefix === undefined ? name : name.slice(prefix.length);
}

function userFunctionName(name: string, context: SpellingContext): string {
  if (startsWith(name, CUSTOM_FUNCTION_PREFIX)) return context.customFunctions.forUser(name);
  if (startsWith(name, OLD_CUSTOM_FUNCTION_PREFIX)) {
    const user = name.slice(OLD_CUSTOM_FUNCTION_PREFIX.length);
    context.customFunctions.add(user);
    return user;
  }
  return withoutPrefix(withoutPrefix(name, FUTURE_PREFIX, PARAMETER_PREFIX), WORKSHEET_PREFIX);
}

/** In a table's own rows, Excel leaves the table's name out of a this-row reference. */
function isOwnTable(tokens: readonly Token[], at: number, context: SpellingContext): boolean {
  const next = tokens[at + 1];
  if (context.table === undefined || next?.type !== 'structured') return false;
  if (!isNamed(tokens[at]?.value ?? '', context.table) || isOperator(tokens[at - 1], '!')) return false;
  return isThisRow(parseStructRef(next.value));
}

const isThisRow = (reference: { sections?: readonly string[] } | undefined): boolean =>
  reference?.sections?.includes('this row') === true;

function shortThisRow(reference: string): string {
  const parsed = parseStructRef(reference);
  return parsed !== undefined && isThisRow(parsed) ? stringifyStructRef(parsed) : reference;
}

/** From the user's spelling to the file's. */
export function fileSpelling(formula: string, context: SpellingContext): string {
  if (!mayNeedFileSpelling(formula, context)) return formula;
  return new FileSpeller(tokensOf(formula), context).all();
}

/** Quick and never wrongly false: most formulas have nothing to translate and need not be tokenized. */
function mayNeedFileSpelling(formula: string, context: SpellingContext): boolean {
  if (/[@#[]/.test(formula)) return true;
  for (const name of formula.match(/[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/gu) ?? [])
    if (FUTURE_FUNCTIONS.has(name.toUpperCase()) || context.customFunctions.inFile(name) !== undefined)
      return true;
  return false;
}

class FileSpeller {
  private readonly tokens: readonly Token[];
  private readonly context: SpellingContext;

  constructor(tokens: readonly Token[], context: SpellingContext) {
    this.tokens = tokens;
    this.context = context;
  }

  all(): string {
    return this.between(0, this.tokens.length, new Set());
  }

  /** The tokens from `at` to before `end`, where `names` are the parameters in force. */
  private between(at: number, end: number, names: ReadonlySet<string>): string {
    let text = '';
    /** Where in `text` each operand of this level starts, for a `#` that follows it. */
    let operandStart = 0;
    while (at < end) {
      const token = this.tokens[at];
      if (token === undefined) break;
      if (isOperator(token, '#')) {
        text = `${text.slice(0, operandStart)}${ANCHOR_ARRAY}(${text.slice(operandStart)})`;
        at++;
        continue;
      }
      if (isOperator(token, '@')) {
        const last = this.operandEnd(at + 1, end);
        operandStart = text.length;
        text += `${SINGLE}(${this.between(at + 1, last, names)})`;
        at = last;
        continue;
      }
      const reference =
        token.type === 'operator' ? token.value === '!' : isOperator(this.tokens[at - 1], '!');
      if (!reference && !(token.type === 'structured' && this.tokens[at - 1]?.type === 'range_named'))
        operandStart = text.length;
      const next = this.one(at, end, names);
      text += next.text;
      at = next.at;
    }
    return text;
  }

  /** One token, or a whole call or group. */
  private one(at: number, end: number, names: ReadonlySet<string>): { text: string; at: number } {
    const token = this.tokens[at];
    if (token === undefined) return { text: '', at: at + 1 };
    const { type, value } = token;
    if (type === 'func') {
      const close = Math.min(closing(this.tokens, this.openAfter(at)), end - 1);
      const name = names.has(value.toLowerCase()) ? PARAMETER_PREFIX + value : this.functionName(value);
      const upper = value.toUpperCase();
      const inner =
        upper === 'LET' || upper === 'LAMBDA'
          ? this.scoped(this.openAfter(at) + 1, close, names, upper)
          : this.between(this.openAfter(at) + 1, close, names);
      return { text: `${name}(${inner})`, at: close + 1 };
    }
    if (isOperator(token, '(')) {
      const close = Math.min(closing(this.tokens, at), end - 1);
      return { text: `(${this.between(at + 1, close, names)})`, at: close + 1 };
    }
    if (type === 'range_named' && names.has(value.toLowerCase()) && !this.isQualified(at))
      return { text: PARAMETER_PREFIX + value, at: at + 1 };
    if (type === 'structured') return { text: this.structured(at, value), at: at + 1 };
    return { text: value, at: at + 1 };
  }

  /** The arguments of LET or LAMBDA: names that they declare hold for what follows them. */
  private scoped(at: number, end: number, outer: ReadonlySet<string>, kind: 'LET' | 'LAMBDA'): string {
    const names = new Set(outer);
    const bounds = this.argumentBounds(at, end);
    return bounds
      .map(([from, to], index) => {
        const declares = index < bounds.length - 1 && (kind === 'LAMBDA' || index % 2 === 0);
        const parts = this.tokens.slice(from, to).filter((token) => token.type !== 'whitespace');
        const [only] = parts;
        if (!declares || parts.length !== 1 || only === undefined) return this.between(from, to, names);
        const optional = only.type === 'structured';
        const name = optional ? only.value.slice(1, -1) : only.value;
        names.add(name.toLowerCase());
        return this.tokens
          .slice(from, to)
          .map((token) =>
            token === only ? (optional ? OPTIONAL_PARAMETER_PREFIX : PARAMETER_PREFIX) + name : token.value,
          )
          .join('');
      })
      .join(',');
  }

  private argumentBounds(at: number, end: number): [number, number][] {
    const bounds: [number, number][] = [];
    let from = at;
    let depth = 0;
    for (let index = at; index < end; index++) {
      const token = this.tokens[index];
      if (isOperator(token, '(') || isOperator(token, '{')) depth++;
      else if (isOperator(token, ')') || isOperator(token, '}')) depth--;
      else if (depth === 0 && isOperator(token, ',')) {
        bounds.push([from, index]);
        from = index + 1;
      }
    }
    bounds.push([from, end]);
    return bounds;
  }

  private openAfter(at: number): number {
    return this.tokens[at + 1]?.type === 'whitespace' ? at + 2 : at + 1;
  }

  /** Where the operand of an `@` ends: a reference with its range, a call, a group. */
  private operandEnd(at: number, end: number): number {
    const token = this.tokens[at];
    if (token === undefined || at >= end) return end;
    let next: number;
    if (token.type === 'func') next = closing(this.tokens, this.openAfter(at)) + 1;
    else if (isOperator(token, '(')) next = closing(this.tokens, at) + 1;
    else next = at + 1;
    const following = this.tokens[next];
    if (following?.type === 'structured' || isOperator(following, '#')) next++;
    if (isOperator(this.tokens[next], '!') || isOperator(this.tokens[next], ':'))
      return this.operandEnd(next + 1, end);
    return Math.min(next, end);
  }

  private functionName(name: string): string {
    return this.context.customFunctions.inFile(name) ?? FUTURE_FUNCTIONS.get(name.toUpperCase()) ?? name;
  }

  private isQualified(at: number): boolean {
    return isOperator(this.tokens[at - 1], '!') || this.tokens[at + 1]?.type === 'structured';
  }

  private structured(at: number, reference: string): string {
    const named = this.tokens[at - 1]?.type === 'range_named';
    const parsed = parseStructRef(reference);
    if (parsed === undefined) return reference;
    const table = named ? '' : (this.context.table ?? '');
    const full = isThisRow(parsed) ? stringifyStructRef(parsed, { thisRow: true }) : reference;
    return table + full;
  }
}
