/**
 * A formula while it is being typed: which function and argument the caret stands in, what name it may complete, where a
 * reference may be put, and what is missing at the end. Text only; it knows no cells and no functions.
 */

/** The call around the caret. */
export interface OpenCall {
  readonly name: string;
  /** 0 for the first argument. */
  readonly argument: number;
}

/** The call that the caret stands in, or undefined outside of any. */
export function openCall(text: string, caret: number): OpenCall | undefined {
  const calls: { name: string; argument: number }[] = [];
  let [braces, brackets] = [0, 0];
  for (let at = 0; at < caret; at++) {
    const character = text[at] ?? '';
    if (character === '"' || (character === "'" && brackets === 0)) {
      at = endOfQuoted(text, at);
      if (at >= caret) break;
    } else if (character === '[') brackets++;
    else if (character === ']') brackets--;
    else if (character === '{') braces++;
    else if (character === '}') braces--;
    else if (character === '(')
      calls.push({ name: /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, at))?.[0] ?? '', argument: 0 });
    else if (character === ')') calls.pop();
    else if (character === ',' && braces === 0 && brackets === 0) {
      const call = calls.at(-1);
      if (call !== undefined) call.argument++;
    }
  }
  return calls.findLast(({ name }) => name !== '');
}

/** The beginning of a name before the caret, where a function's name may stand. */
export function nameBefore(text: string, caret: number): string | undefined {
  if (!text.startsWith('=') || isInsideQuotes(text, caret)) return undefined;
  if (/^[\p{L}\p{N}_.(]/u.test(text.slice(caret))) return undefined;
  const match = /(?:^=|[=(,+\-*/^&<>:;{\s@])([\p{L}_][\p{L}\p{N}_.]*)$/u.exec(text.slice(0, caret));
  return match?.[1];
}

/** Whether clicking a cell now puts its reference into the formula. */
export function mayPoint(text: string, caret: number): boolean {
  if (!/^[=+-]/.test(text) || isInsideQuotes(text, caret)) return false;
  return /[=(,+\-*/^&<>:;{@]\s*$/.test(text.slice(0, caret));
}

/** Adds the closing parentheses and the quote that Excel adds for those who leave them out. */
export function completed(text: string): string {
  if (!text.startsWith('=')) return text;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") {
      at = endOfQuoted(text, at);
      if (at >= text.length && character === '"') return completed(`${text}"`);
    } else if (character === '(') depth++;
    else if (character === ')') depth--;
  }
  return depth > 0 ? text + ')'.repeat(depth) : text;
}

const REFERENCE = /\$?[A-Za-z]{1,3}\$?\d+/g;

/** F4: the reference at the caret with other parts fixed. */
export function cycleFixed(text: string, caret: number): { text: string; caret: number } | undefined {
  for (const match of text.matchAll(REFERENCE)) {
    const [found] = match;
    const end = match.index + found.length;
    if (caret < match.index || caret > end) continue;
    const [, fixedColumn, column, fixedRow, row] = /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(found) ?? [];
    const next =
      fixedColumn === '' && fixedRow === ''
        ? `$${column}$${row}`
        : fixedColumn !== '' && fixedRow !== ''
          ? `${column}$${row}`
          : fixedColumn === ''
            ? `$${column}${row}`
            : `${column}${row}`;
    return { text: text.slice(0, match.index) + next + text.slice(end), caret: match.index + next.length };
  }
  return undefined;
}

/** The place of the quote that closes one that opens at `at`; the text's length where none does. */
function endOfQuoted(text: string, at: number): number {
  const quote = text[at];
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] !== quote) continue;
    if (text[end + 1] !== quote) return end;
    end++;
  }
  return text.length;
}

function isInsideQuotes(text: string, caret: number): boolean {
  for (let at = 0; at < caret; at++) {
    if (text[at] !== '"') continue;
    at = endOfQuoted(text, at);
    if (at >= caret) return true;
  }
  return false;
}
